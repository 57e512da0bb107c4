//! Parses the files named on standard input, one path a line, `ROUNDS` times each, and prints how long it took in all:
//! the native side of `npm run bench`. With `--list`, prints the status of each file instead.
use libcst_wasm::{parse_text, Mode};
use std::io::Read;
use std::time::Instant;

fn main() {
    let mut names = String::new();
    std::io::stdin().read_to_string(&mut names).unwrap();
    let texts: Vec<(&str, String)> = names
        .lines()
        .filter_map(|name| Some((name, std::fs::read_to_string(name).ok()?)))
        .collect();
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == "--list") {
        for (name, text) in &texts {
            let answer = parse_text(text, Mode::Module);
            use std::io::Write;
            std::io::stdout().flush().unwrap();
            println!("{} {} {} {} {:?}", answer.status, answer.start, answer.rows().len() / 7, name, answer.message());
        }
        return;
    }
    let rounds: u32 = arguments.get(1).and_then(|word| word.parse().ok()).unwrap_or(1);
    let start = Instant::now();
    let mut rows = 0;
    for _ in 0..rounds {
        for (_, text) in &texts {
            rows += parse_text(text, Mode::Module).rows().len() / 7;
        }
    }
    println!("{{\"seconds\":{},\"rows\":{}}}", start.elapsed().as_secs_f64(), rows);
}
