//! Bytes in an encoding that somebody names, turned into UTF-8 without loss.

use encoding_rs::Encoding;

use super::{hexadecimal, is_utf8_line};

/// The encoding that a name means, if files of a book can be turned from it: it parts cells and lines by the same bytes as UTF-8 does.
pub fn named(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
        .filter(|encoding| encoding.is_ascii_compatible() && ![encoding_rs::UTF_8, encoding_rs::X_USER_DEFINED].contains(encoding))
}

/// What bytes are in UTF-8.
pub struct Converted {
    /// The text.
    pub text: String,
    /// How many lines were UTF-8 already and stay as they are.
    pub kept: usize,
    /// For each line of which something is turned: its first byte, the byte after it, and its first byte in the text.
    pub changed: Vec<(usize, usize, usize)>,
}

/// A part of a line between commas that is another text now.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangedCell {
    /// The line, from 1.
    pub line: usize,
    /// Its first byte in the text that it is a part of now.
    pub at: usize,
    /// What stood there, each byte that is not ASCII as `\xNN`.
    pub old: String,
    /// What stands there now.
    pub new: String,
    /// Whether the bytes are UTF-8 by chance, too: what a person should look at first.
    pub is_doubtful: bool,
}

impl Converted {
    /// The cells that are another text now, made of the same bytes as before.
    pub fn cells<'c>(&'c self, bytes: &'c [u8]) -> impl Iterator<Item = ChangedCell> + 'c {
        let (mut line, mut counted) = (1, 0);
        self.changed.iter().flat_map(move |(from, to, at)| {
            line += memchr::memchr_iter(b'\n', bytes.get(counted..*from).unwrap_or_default()).count();
            counted = *from;
            let old = bytes.get(*from..*to).unwrap_or_default();
            let new = self.text.get(*at..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
            // Of every encoding that may be named a comma is a comma in both.
            let mut next = *at;
            let placed = new.split(',').map(move |new| {
                let start = next;
                next += new.len() + 1;
                (new, start)
            });
            let pairs = old.split(|byte| *byte == b',').zip(placed);
            pairs.filter(|(old, (new, _))| *old != new.as_bytes() && !old.is_ascii()).map(move |(old, (new, at))| ChangedCell {
                line,
                at,
                old: plain(old).trim().to_owned(),
                new: new.trim().to_owned(),
                is_doubtful: str::from_utf8(old).is_ok(),
            })
        })
    }

    /// All of the bytes as a text, with each byte of a line that is turned as `\xNN`, unless it is ASCII.
    pub fn before(&self, bytes: &[u8]) -> String {
        let (mut before, mut at) = (String::new(), 0);
        for (from, to, _) in &self.changed {
            before.push_str(str::from_utf8(bytes.get(at..*from).unwrap_or_default()).unwrap_or_default());
            before.push_str(&plain(bytes.get(*from..*to).unwrap_or_default()));
            at = *to;
        }
        before.push_str(str::from_utf8(bytes.get(at..).unwrap_or_default()).unwrap_or_default());
        before
    }
}

/// Bytes as a text of ASCII, every other byte as `\xNN`.
fn plain(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for byte in bytes {
        if byte.is_ascii() { shown.push(char::from(*byte)) } else { hexadecimal(&mut shown, &[*byte]) }
    }
    shown
}

/// Why bytes are not turned into UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing to do.
    IsUtf8,
    /// The line of that number, from 1, does not decode and encode back byte for byte.
    Line(usize),
}

/// Turns what is not UTF-8 into UTF-8. What is UTF-8 and says something in it stays: two encodings may stand in one file, and where they do,
/// in one line.
///
/// # Errors
/// Says why it cannot be done without loss.
pub fn convert(bytes: &[u8], encoding: &'static Encoding, is_known: &dyn Fn(&str) -> bool) -> Result<Converted, Refused> {
    if str::from_utf8(bytes).is_ok() {
        return Err(Refused::IsUtf8);
    }
    let mut converted = Converted { text: String::with_capacity(bytes.len() * 3 / 2), kept: 0, changed: Vec::new() };
    // Of letters with accents only what is written in one byte each is no UTF-8: as UTF-8 they make no such words by chance.
    let is_utf8 = |part: &[u8]| is_utf8_line(part, is_known) || encoding.is_single_byte() && !part.is_ascii() && str::from_utf8(part).is_ok();
    let is_mixed = bytes.split(|byte| *byte == b'\n').any(is_utf8);
    // Three letters of one encoding may be two of another, a whole line of them hardly.
    let stays = |cell: &[u8]| {
        let word = || str::from_utf8(cell).is_ok_and(|text| is_known(text.trim_matches(['"', ' ', '\r', '\n'])));
        is_mixed && is_utf8(cell) || word()
    };
    let mark = "\u{feff}".as_bytes();
    let body = bytes.strip_prefix(mark).unwrap_or(bytes);
    let mut at = bytes.len() - body.len();
    if at > 0 {
        converted.text.push('\u{feff}');
    }
    for (n, line) in body.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match str::from_utf8(line).ok().filter(|_| line.is_ascii() || is_utf8(line)) {
            Some(text) => {
                converted.kept += usize::from(!text.is_ascii());
                converted.text.push_str(text);
            }
            None => {
                converted.changed.push((at, at + line.len(), converted.text.len()));
                for cell in line.split_inclusive(|byte| *byte == b',') {
                    let kept = str::from_utf8(cell).ok().filter(|_| stays(cell.strip_suffix(b",").unwrap_or(cell)));
                    match kept {
                        Some(text) => converted.text.push_str(text),
                        None => converted.text.push_str(&round_trip(cell, encoding).ok_or(Refused::Line(n + 1))?),
                    }
                }
            }
        }
        at += line.len();
    }
    Ok(converted)
}

/// The text of bytes; nothing where a text that is written back would be other bytes, or where a byte means no letter.
pub fn round_trip(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_letter = |c: char| !matches!(c, '\u{80}'..='\u{9f}');
    let (back, _, lost) = encoding.encode(&text);
    (!lost && back.as_ref() == bytes && text.chars().all(is_letter)).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to_utf8(bytes: &[u8], name: &str) -> Result<(String, usize), Refused> {
        convert(bytes, named(name).unwrap(), &|_| false).map(|converted| (converted.text, converted.kept))
    }

    #[test]
    fn what_is_asked_for_is_turned_and_what_is_utf8_stays() {
        let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
        let mixed = [b"id,name\n".to_vec(), "v1,陈静\n".as_bytes().to_vec(), gb("v2,王芳\r\n"), gb("v3,员")].concat();
        assert_eq!(to_utf8(&mixed, "gb18030"), Ok(("id,name\nv1,陈静\nv2,王芳\r\nv3,员".to_owned(), 1)));
        let cells = [gb("v1,张伟,"), "社区,\"李娜\"\nv2,陈静\n".as_bytes().to_vec()].concat();
        assert_eq!(to_utf8(&cells, "gbk"), Ok(("v1,张伟,社区,\"李娜\"\nv2,陈静\n".to_owned(), 1)), "two encodings in one line");
        assert_eq!(to_utf8(b"v1,Jos\xe9\nv2,Ren\xc3\xa9\n", "windows-1252"), Ok(("v1,José\nv2,René\n".to_owned(), 1)));
        assert_eq!(to_utf8(b"v1,\xcb\xce\n", "windows-1251"), Ok(("v1,ЛО\n".to_owned(), 0)));
    }

    #[test]
    fn what_changes_is_told_cell_by_cell() {
        let bytes = [b"id,name\nv1,".to_vec(), encoding_rs::GB18030.encode("王,\"x,员\"").0.into_owned(), b"\n".to_vec()].concat();
        let converted = convert(&bytes, encoding_rs::GB18030, &|_| false).unwrap();
        let cell = |at, old: &str, new: &str, is_doubtful| ChangedCell { line: 2, at, old: old.into(), new: new.into(), is_doubtful };
        assert_eq!(converted.cells(&bytes).collect::<Vec<_>>(), [cell(11, "\\xCD\\xF5", "王", false), cell(18, "\\xD4\\xB1\"", "员\"", true)]);
        assert_eq!(converted.before(&bytes), "id,name\nv1,\\xCD\\xF5,\"x,\\xD4\\xB1\"\n");
    }

    #[test]
    fn what_would_not_come_back_is_refused() {
        assert_eq!(to_utf8(b"id\nv1,\xff\n", "gb18030"), Err(Refused::Line(2)));
        assert_eq!(to_utf8(b"id\nv1,\x80\n", "gb18030"), Err(Refused::Line(2)));
        assert_eq!(to_utf8(b"v1,M\x81ller \xff\n", "windows-1252"), Err(Refused::Line(1)), "a byte that is no letter there");
        assert_eq!(to_utf8("v1,王芳\n".as_bytes(), "gb18030"), Err(Refused::IsUtf8));
        for name in ["utf-8", "utf-16le", "iso-2022-jp", "replacement", "x-user-defined", "klingon"] {
            assert!(named(name).is_none(), "{name}");
        }
    }
}
