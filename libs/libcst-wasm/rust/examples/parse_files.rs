//! The native side of `npm run bench`: parses the files named on standard input, one path a line, and prints how many
//! seconds of the processor the fastest of some rounds took for all. `parse_files crate 5` measures the crate as it is, `parse_files table 5`
//! what the WebAssembly module does; `parse_files list` prints the status of each file instead.
use libcst_wasm::{parse_text, Mode};
use std::io::Read;
use std::sync::OnceLock;
use std::time::Instant;

fn main() {
    let mut names = String::new();
    std::io::stdin().read_to_string(&mut names).unwrap();
    let texts: Vec<(&str, String)> = names
        .lines()
        .filter_map(|name| Some((name, std::fs::read_to_string(name).ok()?)))
        .collect();
    let arguments: Vec<String> = std::env::args().collect();
    let parse: fn(&str) -> bool = match arguments.get(1).map(String::as_str) {
        Some("crate") => |text| libcst_native::parse_module(text, None).is_ok(),
        Some("table") => |text| parse_text(text, Mode::Module).status == 0,
        _ => return list(&texts),
    };
    let rounds: u32 = arguments
        .get(2)
        .and_then(|word| word.parse().ok())
        .unwrap_or(1);
    let mut fastest = f64::INFINITY;
    let mut parsed = 0;
    for _ in 0..rounds {
        let start = processor();
        parsed = texts.iter().filter(|(_, text)| parse(text)).count();
        fastest = fastest.min(processor() - start);
    }
    println!("{{\"seconds\":{fastest},\"parsed\":{parsed}}}");
}

fn list(texts: &[(&str, String)]) {
    for (name, text) in texts {
        let answer = parse_text(text, Mode::Module);
        let rows = answer.rows().len() / 7;
        let message = answer.message();
        println!(
            "{} {} {rows} {name} {message:?}",
            answer.status, answer.start
        );
    }
}

/// Seconds of the processor that this process has had; where the system does not tell, seconds since the first call.
fn processor() -> f64 {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let nanoseconds = std::fs::read_to_string("/proc/self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    match nanoseconds {
        Some(nanoseconds) => nanoseconds / 1e9,
        None => FIRST.get_or_init(Instant::now).elapsed().as_secs_f64(),
    }
}
