//! The table: one row of seven words for each node, in the order of the text, a parent before its children.

/// No row: the white space was empty.
pub const NONE: u32 = u32::MAX;

/// Words of a row.
pub const WORDS: usize = 7;

// kind | field << 8 | flags << 16
const HEAD: usize = 0;
const PARENT: usize = 1;
/// The row after the last descendant.
const NEXT: usize = 2;
/// With the white space and the lines that the node owns.
const FULL_START: usize = 3;
/// Without them: the position that LibCST's PositionProvider reports.
const START: usize = 4;
const END: usize = 5;
const FULL_END: usize = 6;

#[derive(Default)]
pub struct Table {
    words: Vec<u32>,
    parent: u32,
}

impl Table {
    pub fn with_room_for(bytes: usize) -> Self {
        // A row for every seven bytes of text is what ordinary code needs.
        Table {
            words: Vec::with_capacity(bytes / 7 * WORDS + WORDS),
            parent: NONE,
        }
    }

    pub fn open(&mut self, kind: u8, field: u8, at: u32) -> u32 {
        let row = (self.words.len() / WORDS) as u32;
        let head = kind as u32 | (field as u32) << 8;
        self.words
            .extend_from_slice(&[head, self.parent, NONE, at, NONE, NONE, NONE]);
        self.parent = row;
        row
    }

    pub fn close(&mut self, row: u32, at: u32) {
        let next = (self.words.len() / WORDS) as u32;
        let words = self.row(row);
        words[NEXT] = next;
        words[FULL_END] = at;
        if words[START] == NONE {
            words[START] = words[FULL_START];
        }
        if words[END] == NONE {
            words[END] = at;
        }
        self.parent = self.row(row)[PARENT];
    }

    /// A text that a node has as a field.
    pub fn text(&mut self, field: u8, start: u32, end: u32) {
        let row = self.open(0, field, start);
        self.close(row, end);
    }

    pub fn flag(&mut self, row: u32, flag: u32) {
        self.row(row)[HEAD] |= flag << 16;
    }

    pub fn start(&mut self, row: u32, at: u32) {
        self.row(row)[START] = at;
    }

    pub fn end(&mut self, row: u32, at: u32) {
        self.row(row)[END] = at;
    }

    pub fn start_of(&mut self, row: u32, other: u32) {
        if other != NONE {
            self.row(row)[START] = self.row(other)[START];
        }
    }

    pub fn end_of(&mut self, row: u32, other: u32) {
        if other != NONE {
            self.row(row)[END] = self.row(other)[END];
        }
    }

    pub fn into_words(self) -> Vec<u32> {
        self.words
    }

    fn row(&mut self, row: u32) -> &mut [u32] {
        let at = row as usize * WORDS;
        &mut self.words[at..at + WORDS]
    }
}
