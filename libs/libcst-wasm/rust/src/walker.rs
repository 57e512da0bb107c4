//! A cursor over the text that goes with the tree.
//!
//! The crate's nodes know their words but not where they stand. Walked in the order of their own code generation they
//! must spell the text from its first byte to its last, so a cursor that moves over each word is at the position of
//! each node. Every word is compared with the text, and words that are slices of the text are compared by their
//! address; where they differ the walk has failed, and the file is refused instead of getting wrong positions.

use crate::generated::kind;
use crate::table::{Table, NONE};
use libcst_native::{Fakeness, Newline, SimpleWhitespace};

pub struct Walker<'a> {
    text: &'a str,
    /// Bytes.
    at: usize,
    /// UTF-16 code units.
    at16: u32,
    ascii: bool,
    pub table: Table,
    indents: Vec<&'a str>,
    default_indent: &'a str,
    default_newline: &'a str,
    /// Where the walk and the text first differed, in UTF-16 code units.
    failed: Option<u32>,
}

impl<'a> Walker<'a> {
    pub fn new(text: &'a str, default_indent: &'a str, default_newline: &'a str) -> Self {
        Walker {
            text,
            at: 0,
            at16: 0,
            ascii: text.is_ascii(),
            table: Table::with_room_for(text.len()),
            indents: Vec::new(),
            default_indent,
            default_newline,
            failed: None,
        }
    }

    /// Skips a byte order mark, which belongs to the text and to no node.
    pub fn skip_mark(&mut self) {
        self.at = '\u{feff}'.len_utf8();
        self.at16 = 1;
    }

    /// The place where the walk and the text differ, if it did not come out at the end.
    pub fn failure(&self) -> Option<u32> {
        match self.failed {
            Some(at) => Some(at),
            None if self.at == self.text.len() => None,
            None => Some(self.at16),
        }
    }

    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub fn open(&mut self, kind: u8, field: u8) -> u32 {
        self.table.open(kind, field, self.at16)
    }

    pub fn close(&mut self, row: u32) -> u32 {
        self.table.close(row, self.at16);
        row
    }

    pub fn start(&mut self, row: u32) {
        self.table.start(row, self.at16);
    }

    pub fn end(&mut self, row: u32) {
        self.table.end(row, self.at16);
    }

    /// A word that is not a slice of the text.
    #[inline]
    pub fn token(&mut self, word: &str) {
        if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            self.at16 += word.len() as u32;
        } else {
            self.fail();
        }
    }

    /// A word that is a slice of the text, or one of the few that the crate makes itself (the `r` of `!r`).
    #[inline]
    pub fn slice(&mut self, word: &str) {
        match self.offset_of(word) {
            _ if word.is_empty() => {}
            Some(at) if at == self.at => self.advance(word.len()),
            Some(_) => self.fail(),
            None => self.token(word),
        }
    }

    /// A word that is the value of a field, and at the cursor.
    pub fn text(&mut self, word: &str, field: u8) {
        if word.is_empty() {
            return;
        }
        let start = self.at16;
        self.slice(word);
        self.table.text(field, start, self.at16);
    }

    pub fn indent(&mut self) {
        for i in 0..self.indents.len() {
            let word = self.indents[i];
            self.token(word);
        }
    }

    /// The indentation of a block; `None` is the module's own. It stands in the text after the cursor.
    pub fn push_indent(&mut self, indent: Option<&'a str>, field: u8) {
        if let Some(word) = indent {
            match self.offset_of(word) {
                Some(at) if at >= self.at => {
                    let start = self.at16 + self.units(&self.text[self.at..at]);
                    self.table.text(field, start, start + self.units(word));
                }
                _ => self.fail(),
            }
        }
        self.indents.push(indent.unwrap_or(self.default_indent));
    }

    pub fn pop_indent(&mut self) {
        self.indents.pop();
    }

    pub fn default_newline(&mut self) {
        self.token(self.default_newline);
    }

    /// White space of no length gets no row: it would be half of the table.
    #[inline]
    pub fn simple_whitespace(&mut self, node: &SimpleWhitespace<'a>, field: u8) -> u32 {
        if node.0.is_empty() {
            return NONE;
        }
        let row = self.open(kind::SIMPLE_WHITESPACE, field);
        self.slice(node.0);
        self.close(row)
    }

    /// White space that the crate leaves out (`except OSError :`), taken from the text. Only white space can stand here.
    pub fn mended_whitespace(&mut self, node: &SimpleWhitespace<'a>, field: u8) -> u32 {
        match (node.0, blank_length(self.rest())) {
            ("", length) if length > 0 => {
                let missing = SimpleWhitespace(&self.rest()[..length]);
                self.simple_whitespace(&missing, field)
            }
            _ => self.simple_whitespace(node, field),
        }
    }

    /// Flag 1: added by the tokenizer at the end of a file that has no newline. Flag 2: the module's default newline.
    pub fn newline(&mut self, node: &Newline<'a>, field: u8) -> u32 {
        let row = self.open(kind::NEWLINE, field);
        match node {
            Newline(_, Fakeness::Fake) => self.table.flag(row, 1),
            Newline(None, _) => {
                self.table.flag(row, 2);
                self.default_newline();
            }
            Newline(Some(value), _) => self.slice(value),
        }
        self.close(row)
    }

    pub fn fail(&mut self) {
        self.failed.get_or_insert(self.at16);
    }

    pub fn advance(&mut self, bytes: usize) {
        self.at16 += self.units(&self.text[self.at..self.at + bytes]);
        self.at += bytes;
    }

    fn units(&self, text: &str) -> u32 {
        if self.ascii {
            return text.len() as u32;
        }
        text.bytes()
            .map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0))
            .sum()
    }

    fn offset_of(&self, word: &str) -> Option<usize> {
        let at = (word.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (at + word.len() <= self.text.len()).then_some(at)
    }
}

/// Bytes of white space within a logical line at the start of a text.
pub fn blank_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += match bytes[at..] {
            [b' ' | b'\t' | b'\x0c', ..] => 1,
            [b'\\', b'\r', b'\n', ..] => 3,
            [b'\\', b'\r' | b'\n', ..] => 2,
            _ => return at,
        };
    }
}
