//! From a text to a table, or to the place and the reason why there is none.

use crate::generated::walk::{walk_base_expression, walk_base_statement, walk_empty_line};
use crate::generated::{field, kind};
use crate::statements::statements;
use crate::walker::{blank_length, Walker};
use libcst_native::tokenizer::{TokConfig, TokState, TokType, Token};
use std::fmt::{Debug, Write};

use libcst_native::{
    parse_tokens_without_whitespace, tokenize, Config, EmptyLine, Inflate, Statement,
    WithLeadingLines,
};

pub enum Mode {
    Module,
    Statement,
    Expression,
}

/// What the caller reads from linear memory: eight words.
#[repr(C)]
pub struct Answer {
    pub status: u32,
    pub words: *const u32,
    pub word_count: u32,
    pub text: *const u8,
    pub text_len: u32,
    /// UTF-16 offsets of the place of an error.
    pub start: u32,
    pub end: u32,
    /// 1: the text ends with a newline.
    pub flags: u32,
    held_words: Vec<u32>,
    held_text: String,
}

pub const OK: u32 = 0;
pub const SYNTAX: u32 = 1;
/// The parser took the text, but its tree does not spell it.
pub const ROUND_TRIP: u32 = 2;
/// The parser took the text, and lost its way in the white space.
pub const WHITESPACE: u32 = 3;

impl Answer {
    fn new(status: u32, words: Vec<u32>, text: String, start: u32, end: u32, flags: u32) -> Self {
        let mut answer = Answer {
            status,
            words: std::ptr::null(),
            word_count: words.len() as u32,
            text: std::ptr::null(),
            text_len: text.len() as u32,
            start,
            end,
            flags,
            held_words: words,
            held_text: text,
        };
        answer.words = answer.held_words.as_ptr();
        answer.text = answer.held_text.as_ptr();
        answer
    }

    pub fn rows(&self) -> &[u32] {
        &self.held_words
    }

    pub fn message(&self) -> &str {
        &self.held_text
    }
}

pub fn parse_text(text: &str, mode: Mode) -> Answer {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.len() - body.len();
    let tokens = match tokenize(body) {
        Ok(tokens) => tokens,
        Err(_) => return tokenizer_error(body, mark),
    };
    if let Some(token) = too_deep(&tokens) {
        let message = "too many nested parentheses".to_string();
        return error_at(
            body,
            mark,
            token.start_pos.byte_idx(),
            token.end_pos.byte_idx(),
            message,
        );
    }
    let config = Config::new(body, &tokens);
    match mode {
        Mode::Module => match statements(tokens, &config) {
            Some(statements) => module(text, mark, statements, &config),
            None => match in_one_piece(body, mark, &config) {
                Ok(statements) => module(text, mark, statements, &config),
                Err(answer) => answer,
            },
        },
        Mode::Statement => match statements(tokens, &config).as_deref() {
            Some([node]) => part(text, mark, &config, |walker| {
                walk_base_statement(walker, node, 0)
            }),
            _ => match libcst_native::parse_statement(body) {
                Ok(node) => part(text, mark, &config, |walker| {
                    walk_base_statement(walker, &node, 0)
                }),
                Err(error) => syntax_error(body, mark, &error),
            },
        },
        Mode::Expression => match libcst_native::parse_expression(body) {
            Ok(node) => part(text, mark, &config, |walker| {
                walk_base_expression(walker, &node, 0)
            }),
            Err(error) => syntax_error(body, mark, &error),
        },
    }
}

/// CPython's limit. The time of the crate's parser grows with the third power of the depth: 800 brackets take a minute.
const MOST_BRACKETS: usize = 200;

/// The bracket that is one too many.
fn too_deep<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t Token<'a>> {
    let mut depth = 0;
    tokens.iter().find(|token| {
        match (token.r#type, token.string) {
            (TokType::Op, "(" | "[" | "{") => depth += 1,
            (TokType::Op, ")" | "]" | "}") => depth -= 1,
            _ => {}
        }
        depth > MOST_BRACKETS
    })
}

fn module<'a>(
    text: &'a str,
    mark: usize,
    mut statements: Vec<Statement<'a>>,
    config: &Config<'a>,
) -> Answer {
    let mut header: Vec<EmptyLine> = vec![];
    if let Some(first) = statements.first_mut() {
        std::mem::swap(first.leading_lines(), &mut header);
    }

    let mut walker = Walker::new(text, config.default_indent, config.default_newline);
    let root = walker.open(kind::MODULE, 0);
    if mark > 0 {
        walker.skip_mark();
    }
    for line in &header {
        walk_empty_line(&mut walker, line, field::MODULE_HEADER);
    }
    for statement in &statements {
        walk_base_statement(&mut walker, statement, field::MODULE_BODY);
    }
    let at = if statements.is_empty() {
        field::MODULE_HEADER
    } else {
        field::MODULE_FOOTER
    };
    last_lines(&mut walker, config.default_newline, at);
    walker.close(root);
    answer(walker, config)
}

fn in_one_piece<'a>(
    body: &'a str,
    mark: usize,
    config: &Config<'a>,
) -> Result<Vec<Statement<'a>>, Answer> {
    let tokens = match tokenize(body) {
        Ok(tokens) => tokens.into(),
        Err(_) => return Err(tokenizer_error(body, mark)),
    };
    match parse_tokens_without_whitespace(&tokens, body, None) {
        Ok(module) => module
            .body
            .inflate(config)
            .map_err(|error| Answer::new(WHITESPACE, vec![], error.to_string(), 0, 0, 0)),
        Err(error) => Err(syntax_error(body, mark, &error)),
    }
}

/// The lines after the last statement. The crate has them too, but drops some where an indented comment stands among
/// them (`if x:\n    y\n  # a\n# b\n`); all that can stand there is white space and comments, so they are read here.
fn last_lines(walker: &mut Walker, default_newline: &str, at: u8) {
    while !walker.rest().is_empty() {
        let rest = walker.rest();
        let blank = blank_length(rest);
        let after = &rest[blank..];
        let comment = if after.starts_with('#') {
            after.find(['\n', '\r']).unwrap_or(after.len())
        } else {
            0
        };
        let newline = match after.as_bytes()[comment..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        if newline == 0 && blank + comment < rest.len() {
            // Something else stands here, and the walk fails because it does not come out at the end.
            return;
        }
        let line = EmptyLine {
            indent: true,
            whitespace: libcst_native::SimpleWhitespace(&rest[..blank]),
            comment: (comment > 0).then(|| libcst_native::Comment(&after[..comment])),
            newline: libcst_native::Newline(
                match &after[comment..comment + newline] {
                    word if word == default_newline => None,
                    word => Some(word),
                },
                if newline == 0 {
                    libcst_native::Fakeness::Fake
                } else {
                    libcst_native::Fakeness::Real
                },
            ),
        };
        walk_empty_line(walker, &line, at);
    }
}

fn part<'a>(
    text: &'a str,
    mark: usize,
    config: &Config<'a>,
    walk: impl FnOnce(&mut Walker<'a>) -> u32,
) -> Answer {
    let mut walker = Walker::new(text, config.default_indent, config.default_newline);
    if mark > 0 {
        walker.skip_mark();
    }
    walk(&mut walker);
    answer(walker, config)
}

fn answer(walker: Walker, config: &Config) -> Answer {
    if let Some(at) = walker.failure() {
        return Answer::new(ROUND_TRIP, vec![], String::new(), at, at, 0);
    }
    let text = format!("{}\0{}", config.default_indent, config.default_newline);
    let flags = u32::from(config.has_trailing_newline());
    Answer::new(OK, walker.table.into_words(), text, 0, 0, flags)
}

/// The crate's error knows its place, but its type cannot be named from outside, so its debug form is read. The crate's
/// version is pinned, and a test reads each kind of error.
fn syntax_error(body: &str, mark: usize, error: &dyn Debug) -> Answer {
    let text = debug_head(error);
    if !text.starts_with("ParserError(") {
        return Answer::new(WHITESPACE, vec![], text, 0, 0, 0);
    }
    let offsets: Vec<usize> = text
        .split("offset: ")
        .skip(1)
        .take(2)
        .filter_map(|part| part.split(' ').next()?.parse().ok())
        .collect();
    let start = offsets.first().copied().unwrap_or(0);
    let end = offsets.get(1).copied().unwrap_or(start);
    let expected = text.split_once("expected: {").map_or("", |(_, rest)| rest);
    let mut words = quoted(expected);
    words.sort();
    let (start, end) = offender(body, start, end, &words).unwrap_or((start, end));
    words.insert(0, "invalid syntax".to_string());
    error_at(body, mark, start, end, words.join("\0"))
}

/// The crate's rules take a token and then refuse it, and so the place that it reports is that of the token after:
/// `a b c` would be wrong at `c`. Past the last token it reports the last one, which is then either.
fn offender(body: &str, start: usize, end: usize, expected: &[String]) -> Option<(usize, usize)> {
    let tokens = tokenize(body).ok()?;
    let place = |token: &Token| (token.start_pos.byte_idx(), token.end_pos.byte_idx());
    let at = tokens
        .iter()
        .position(|token| place(token) == (start, end))?;
    let before = &tokens[at.checked_sub(1)?];
    let is_end = tokens[at].r#type == TokType::EndMarker;
    let closes = before.r#type == TokType::Newline && !expected.iter().any(|word| word == "INDENT");
    let is_open = before.whitespace_before.borrow().is_parenthesized;
    (!is_end || closes && !is_open).then(|| place(before))
}

/// The start of the debug form: after the place and the expected tokens it goes on with the whole text of the module.
fn debug_head(error: &dyn Debug) -> String {
    struct Head(String);
    impl Write for Head {
        fn write_str(&mut self, part: &str) -> std::fmt::Result {
            self.0.push_str(part);
            if self.0.len() < 1 << 14 {
                Ok(())
            } else {
                Err(std::fmt::Error)
            }
        }
    }
    let mut head = Head(String::new());
    let _ = write!(head, "{error:?}");
    head.0
}

/// The strings of `"a", "b\"c"}`, up to the brace.
fn quoted(text: &str) -> Vec<String> {
    let mut words = vec![];
    let mut chars = text.chars();
    loop {
        match chars.next() {
            Some('"') => {
                let mut word = String::new();
                loop {
                    match chars.next() {
                        None | Some('"') => break,
                        Some('\\') => word.extend(chars.next()),
                        Some(other) => word.push(other),
                    }
                }
                words.push(word);
            }
            None | Some('}') => return words,
            Some(_) => {}
        }
    }
}

/// The tokenizer's error does not say where it is: its state does.
fn tokenizer_error(body: &str, mark: usize) -> Answer {
    let config = TokConfig {
        async_hacks: false,
        split_ftstring: true,
    };
    let mut state = TokState::new(body, &config);
    let mut end = 0;
    loop {
        match state.next() {
            Some(Ok(_)) => end = state.text_pos.byte_idx(),
            Some(Err(error)) => {
                let start = state.start_pos.byte_idx().max(end);
                let at = state.text_pos.byte_idx();
                return error_at(body, mark, start.min(at), at, error.to_string());
            }
            // `TokenIterator` refuses an indentation that does not begin with the one around it, which is not the
            // business of `TokState`.
            None => return error_at(body, mark, end, end, "inconsistent indentation".to_string()),
        }
    }
}

fn error_at(body: &str, mark: usize, start: usize, end: usize, message: String) -> Answer {
    let units = |at: usize| {
        let mut at = at.min(body.len());
        while !body.is_char_boundary(at) {
            at -= 1;
        }
        body[..at].encode_utf16().count() as u32 + u32::from(mark > 0)
    };
    Answer::new(SYNTAX, vec![], message, units(start), units(end), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Status, start, end and message.
    fn error(text: &str) -> (u32, u32, u32, String) {
        let answer = parse_text(text, Mode::Module);
        let message = answer.message().split('\0').next().unwrap();
        (answer.status, answer.start, answer.end, message.to_string())
    }

    #[test]
    fn a_syntax_error_is_at_the_token_that_cannot_stand_there() {
        let invalid = |start, end| (SYNTAX, start, end, "invalid syntax".to_string());
        assert_eq!(error("a b c\n"), invalid(2, 3));
        assert_eq!(error("print 'x'\n"), invalid(6, 9));
        assert_eq!(error("def f()\n"), invalid(7, 8));
        assert_eq!(error("é = 'ü' ü\n"), invalid(8, 9));
        assert_eq!(error("\u{feff}a b\n"), invalid(3, 4));
    }

    #[test]
    fn brackets_nest_as_deep_as_in_python() {
        let nested = |depth| "(".repeat(depth) + "x" + &")".repeat(depth);
        assert_eq!(parse_text(&nested(100), Mode::Expression).status, OK);
        let (status, start, end, message) = error(&nested(201));
        assert_eq!((status, start, end), (SYNTAX, 200, 201));
        assert_eq!(message, "too many nested parentheses");
    }

    #[test]
    fn a_table_of_a_statement_is_that_of_the_text() {
        for text in ["x = 1\n", "if x:\n  y\nelse:\n  z\n", "pass"] {
            let answer = parse_text(text, Mode::Statement);
            assert_eq!(answer.status, OK, "{text}");
            assert_eq!(answer.rows()[6], text.len() as u32, "{text}");
        }
    }
}
