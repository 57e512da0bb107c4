//! An allocator for one thread, for a parser that makes half a million small pieces for every 100 kB of text.
//!
//! A piece of up to `LARGEST` bytes comes from the list of free pieces of its size, or from the end of the last slab;
//! given back, it goes to the list. Slabs are never given back: the next text needs them again. What is larger is the
//! business of the system's allocator. That one alone takes a quarter of the time of a parse.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;

const STEP: usize = 16;
const LARGEST: usize = 1024;
const SMALLEST_SLAB: usize = 1 << 18;

pub struct Pieces(UnsafeCell<State>);

struct State {
    /// By size in steps; each free piece holds the address of the next.
    free: [*mut u8; LARGEST / STEP + 1],
    at: *mut u8,
    left: usize,
    /// Bytes of all slabs.
    total: usize,
}

// Not true, and not needed: neither the WebAssembly module nor the example that uses it has a second thread.
unsafe impl Sync for Pieces {}

impl Pieces {
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Pieces(UnsafeCell::new(State {
            free: [std::ptr::null_mut(); LARGEST / STEP + 1],
            at: std::ptr::null_mut(),
            left: 0,
            total: 0,
        }))
    }
}

const fn is_small(layout: &Layout) -> bool {
    layout.size() <= LARGEST && layout.align() <= STEP
}

unsafe impl GlobalAlloc for Pieces {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !is_small(&layout) {
            return System.alloc(layout);
        }
        let state = &mut *self.0.get();
        let steps = layout.size().div_ceil(STEP);
        let head = *state.free.get_unchecked(steps);
        if head.is_null() {
            return state.cut(steps * STEP);
        }
        *state.free.get_unchecked_mut(steps) = head.cast::<*mut u8>().read();
        head
    }

    #[inline]
    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        if !is_small(&layout) {
            return System.dealloc(piece, layout);
        }
        let state = &mut *self.0.get();
        let steps = layout.size().div_ceil(STEP);
        piece
            .cast::<*mut u8>()
            .write(*state.free.get_unchecked(steps));
        *state.free.get_unchecked_mut(steps) = piece;
    }

    #[inline]
    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let new = Layout::from_size_align_unchecked(size, layout.align());
        match (is_small(&layout), is_small(&new)) {
            (false, false) => return System.realloc(piece, layout, size),
            (true, true) if layout.size().div_ceil(STEP) == size.div_ceil(STEP) => return piece,
            _ => {}
        }
        let other = self.alloc(new);
        if !other.is_null() {
            std::ptr::copy_nonoverlapping(piece, other, layout.size().min(size));
            self.dealloc(piece, layout);
        }
        other
    }
}

impl State {
    /// A new piece. What is left of a slab that is too short for it stays unused.
    #[inline]
    unsafe fn cut(&mut self, bytes: usize) -> *mut u8 {
        if self.left < bytes && !self.grow() {
            return std::ptr::null_mut();
        }
        let piece = self.at;
        self.at = piece.add(bytes);
        self.left -= bytes;
        piece
    }

    #[cold]
    unsafe fn grow(&mut self) -> bool {
        // An eighth more each time: to grow the memory of a WebAssembly module by a little is as dear as by a lot.
        let size = SMALLEST_SLAB.max(self.total / 8 / STEP * STEP);
        let slab = System.alloc(Layout::from_size_align_unchecked(size, STEP));
        if slab.is_null() {
            return false;
        }
        self.at = slab;
        self.left = size;
        self.total += size;
        true
    }
}
