//! Where something stands: cheap to keep for every row, turned into line and column only when somebody asks.

/// A file of the book, by its number in [`Sources`](super::Sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// Bytes `start..end` of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The span as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What a text has at this span; empty where it does not lie in the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// Where a finding or an edit points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum At {
    /// A file as a whole.
    File(FileId),
    /// Certain bytes of a file.
    Bytes(FileId, Span),
    /// A cell, by the byte its row begins at and the number of its column in the description of its table.
    /// In a TOML file the row is the file.
    Cell {
        /// The file.
        file: FileId,
        /// Offset of the row's first byte.
        row: u32,
        /// The column, as its table describes it.
        column: u16,
    },
}

impl At {
    /// The file it lies in.
    pub fn file(self) -> FileId {
        match self {
            Self::File(file) | Self::Bytes(file, _) | Self::Cell { file, .. } => file,
        }
    }

    /// The first byte, or that of the row: good enough to sort by.
    pub fn offset(self) -> u32 {
        match self {
            Self::File(_) => 0,
            Self::Bytes(_, span) => span.start,
            Self::Cell { row, .. } => row,
        }
    }
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// Those of a text that is not there.
    pub const NONE: Lines = Lines(Vec::new());

    /// Finds them.
    pub fn of(text: &str) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).map(|n| narrow(n + 1)).collect())
    }

    /// Line and column of a byte of the same text, both from 1, the column in characters.
    pub fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = self.0.partition_point(|start| *start as usize <= offset);
        let start = before.checked_sub(1).and_then(|n| self.0.get(n)).map_or(0, |start| *start as usize);
        let in_line = text.get(start..offset).unwrap_or_default();
        let in_line = if start == 0 { in_line.strip_prefix('\u{feff}').unwrap_or(in_line) } else { in_line };
        (before + 1, in_line.chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_no_byte_order_mark() {
        let line_column = |text: &str, offset| Lines::of(text).line_column(text, offset);
        assert_eq!(line_column("编号,姓名\nv1,王芳", "编号,".len()), (1, 4));
        assert_eq!(line_column("编号,姓名\nv1,王芳", "编号,姓名\nv1,王".len()), (2, 5));
        assert_eq!(line_column("\u{feff}id", 3), (1, 1));
    }
}
