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

/// The whole lines that a part of a text lies in.
pub fn lines_of(text: &str, part: Span) -> Span {
    let bytes = text.as_bytes();
    let (start, end) = (part.start as usize, part.end as usize);
    let from = bytes.get(..start).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |n| n + 1);
    let to = bytes.get(end..).and_then(|after| memchr::memchr(b'\n', after)).map_or(text.len(), |n| end + n);
    Span::new(from, to)
}

/// What stands before each block of a text, so that line and column of a byte are found without counting from the top or from the line's
/// beginning: thousands of findings in one large file, or in one long line, would otherwise read it thousands of times.
#[derive(Clone, Debug)]
pub struct Lines(Vec<Before>);

/// What stands before a byte.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    /// How many line feeds.
    feeds: usize,
    /// How many characters.
    chars: usize,
    /// Where the line begins that the byte is in.
    line: usize,
}

impl Before {
    /// The same of a byte further on, behind a part of the text that begins at `at`.
    fn after(self, at: usize, part: &[u8]) -> Self {
        Self {
            feeds: self.feeds + memchr::memchr_iter(b'\n', part).count(),
            // Every byte but those that continue a character.
            chars: self.chars + part.iter().filter(|byte| **byte & 0xC0 != 0x80).count(),
            line: memchr::memrchr(b'\n', part).map_or(self.line, |n| at + n + 1),
        }
    }
}

impl Lines {
    const BLOCK: usize = 1 << 9;

    /// Counts the lines of a text.
    pub fn of(text: &str) -> Self {
        let (mut before, mut at) = (Before::default(), 0);
        let count = |block: &[u8]| {
            let so_far = before;
            before = so_far.after(at, block);
            at += block.len();
            so_far
        };
        Self(text.as_bytes().chunks(Self::BLOCK).map(count).collect())
    }

    /// What stands before a byte.
    fn before(&self, text: &str, offset: usize) -> Before {
        let block = offset / Self::BLOCK;
        let (at, so_far) = self.0.get(block).map_or((0, Before::default()), |before| (block * Self::BLOCK, *before));
        so_far.after(at, text.as_bytes().get(at..offset).unwrap_or_default())
    }
}

/// Line and column of a byte, both from 1, the column in characters.
pub fn line_column(text: &str, lines: &Lines, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = lines.before(text, offset);
    let in_line = before.chars - lines.before(text, before.line).chars;
    let mark = usize::from(before.line == 0 && offset > 0 && text.starts_with('\u{feff}'));
    (before.feeds + 1, in_line.saturating_sub(mark) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_no_byte_order_mark() {
        let place = |text: &str, offset| line_column(text, &Lines::of(text), offset);
        assert_eq!(place("编号,姓名\nv1,王芳", "编号,".len()), (1, 4));
        assert_eq!(place("编号,姓名\nv1,王芳", "编号,姓名\nv1,王".len()), (2, 5));
        assert_eq!(place("\u{feff}id", 3), (1, 1));
        assert_eq!(place("", 7), (1, 1));
    }

    #[test]
    fn lines_are_counted_over_blocks() {
        let text = "0123456789\n".repeat(20_000);
        let lines = Lines::of(&text);
        for offset in [0, 10, 11, 4095, 4096, 4097, 65_535, 65_536, 65_537, 131_072, 200_000, text.len()] {
            let counted = text[..offset].matches('\n').count() + 1;
            assert_eq!(line_column(&text, &lines, offset), (counted, offset % 11 + 1), "{offset}");
        }
    }

    #[test]
    fn columns_are_counted_over_blocks() {
        let text = format!("\u{feff}{}\n{}", "志愿者,".repeat(3000), "队a".repeat(5000));
        let lines = Lines::of(&text);
        let second = text.find('\n').unwrap() + 1;
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)).step_by(7).chain([text.len()]) {
            let start = if offset < second { 3.min(offset) } else { second };
            let expected = (1 + usize::from(offset >= second), text[start..offset].chars().count() + 1);
            assert_eq!(line_column(&text, &lines, offset), expected, "{offset}");
        }
    }
}
