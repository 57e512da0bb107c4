//! LibCST's parser behind a few functions over linear memory.
//!
//! `parse` reads UTF-8 and answers with a table of nodes in UTF-16 offsets (see `table.rs`) or with a syntax error. The
//! caller owns what it gets: `alloc` and `free` for the text, `release` for the answer.

mod generated;
mod parse;
mod pieces;
mod statements;
mod table;
mod walker;

pub use parse::{parse_text, Answer, Mode};
pub use pieces::Pieces;

#[cfg(target_family = "wasm")]
#[global_allocator]
static PIECES: Pieces = Pieces::new();

// The names are exported for WebAssembly only: natively a `free` of ours would take the place of the C library's.

/// Room for a text of `len` bytes.
#[cfg_attr(target_family = "wasm", no_mangle)]
pub extern "C" fn alloc(len: usize) -> *mut u8 {
    let mut bytes = Vec::<u8>::with_capacity(len);
    let at = bytes.as_mut_ptr();
    std::mem::forget(bytes);
    at
}

/// Gives back what `alloc(len)` gave.
///
/// # Safety
/// `at` must come from `alloc(len)` and not have been given back.
#[cfg_attr(target_family = "wasm", no_mangle)]
pub unsafe extern "C" fn free(at: *mut u8, len: usize) {
    drop(Vec::from_raw_parts(at, 0, len));
}

/// Parses the text of `len` bytes at `at`: mode 0 is a module, 1 a statement, 2 an expression.
///
/// # Safety
/// `at` must point to `len` bytes of UTF-8.
#[cfg_attr(target_family = "wasm", no_mangle)]
pub unsafe extern "C" fn parse(at: *const u8, len: usize, mode: u32) -> *mut Answer {
    let text = std::str::from_utf8_unchecked(std::slice::from_raw_parts(at, len));
    let mode = match mode {
        0 => Mode::Module,
        1 => Mode::Statement,
        _ => Mode::Expression,
    };
    Box::into_raw(Box::new(parse_text(text, mode)))
}

/// Gives back an answer.
///
/// # Safety
/// `answer` must come from `parse` and not have been given back.
#[cfg_attr(target_family = "wasm", no_mangle)]
pub unsafe extern "C" fn release(answer: *mut Answer) {
    drop(Box::from_raw(answer));
}
