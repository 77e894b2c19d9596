//! Which encoding a file is written in that is not UTF-8, and which bytes of it cannot be read.

mod convert;
mod damage;

pub use convert::{ChangedCell, Converted, Refused, convert, named, round_trip};
pub use damage::{Damage, damage, hexadecimal, meets, readable};

/// What a file is as a whole that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// GB18030, of which GBK and GB2312 are parts: what a Chinese Excel writes as CSV.
    Gb18030,
    /// UTF-16, with or without its mark: "Unicode text" of Excel.
    Utf16,
    /// The file of a spreadsheet program itself, renamed.
    Workbook,
}

/// Whether bytes are those of a whole file that is no text of one byte a letter, whatever words stand in it.
pub fn whole(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(Encoding::Workbook);
    }
    (bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || is_wide(written(bytes))).then_some(Encoding::Utf16)
}

/// The bytes before the zeros at the end of a file, which a power cut leaves there: the file was not written to its end.
pub fn written(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    bytes.get(..bytes.len() - zeros).unwrap_or_default()
}

/// Whether many of the first bytes are zero, which no text in another encoding has: UTF-16 without a mark. Of plain letters it is UTF-8, too.
/// In UTF-16 it is every other byte; zeros side by side are a part of a file that was never written.
pub fn is_wide(bytes: &[u8]) -> bool {
    let first = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    even.max(odd) * 16 > first.len() && even.min(odd) * 4 <= even.max(odd)
}

/// The text of bytes in GB18030; nothing where they say more than a text that is written back would.
pub fn from_gb18030(bytes: &[u8]) -> Option<String> {
    round_trip(bytes, encoding_rs::GB18030)
}

/// The text of a file that may be GB18030: every line of it is, and none is UTF-8. Nearly any two bytes decode to something in GB18030,
/// so that the text that comes out must have known words in it before it is taken for certain.
pub fn perhaps_gb18030(bytes: &[u8], is_known: &dyn Fn(&str) -> bool) -> Option<String> {
    let is_utf8 = bytes.starts_with("\u{feff}".as_bytes()) || bytes.split(|byte| *byte == b'\n').any(|line| is_utf8_line(line, is_known));
    if is_utf8 { None } else { from_gb18030(bytes) }
}

/// Whether a line is UTF-8 that says something: letters of one encoding may be letters of another by chance, a line of them hardly.
pub fn is_utf8_line(line: &[u8], is_known: &dyn Fn(&str) -> bool) -> bool {
    if line.is_ascii() {
        return false;
    }
    str::from_utf8(line).is_ok_and(|text| text.chars().any(is_han) || cells(text).any(is_known))
}

/// The words of a line as cells part them.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '；', '"', '=', '\r']).map(str::trim).filter(|cell| !cell.is_ascii())
}

/// Whether a character is one of Chinese writing.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gb(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn a_line_of_utf8_is_in_no_file_of_gb18030() {
        let perhaps = |bytes: &[u8]| perhaps_gb18030(bytes, &|word| word == "Straße");
        let text = "编号,姓名\nv1,王芳\nv2,员\n";
        assert_eq!(perhaps(&gb(text)).as_deref(), Some(text), "a letter that is UTF-8 by chance says nothing");
        for other in ["v2,李强\n", "v2,Straße,x\n"] {
            assert!(perhaps(&[&gb(text), other.as_bytes()].concat()).is_none(), "{other}");
        }
        assert!(perhaps(&["\u{feff}".as_bytes(), &gb(text)].concat()).is_none());
        assert!(perhaps(&[&gb(text), &b"v2,\xff\n"[..]].concat()).is_none());
    }

    #[test]
    fn zeros_tell_utf_16_from_a_file_that_was_not_written() {
        assert_eq!(whole(b"\xff\xfei\0d\0"), Some(Encoding::Utf16));
        assert_eq!(whole(b"i\0d\0,\0n\0\n\0"), Some(Encoding::Utf16));
        assert_eq!(whole(b"PK\x03\x04\x14\0\0\0"), Some(Encoding::Workbook));
        assert!(is_wide(b"i\0d\0") && !is_wide(b"") && !is_wide(b"id,name"));
        let cut = [&b"id,name\nv1,A\n"[..], &[0; 300]].concat();
        assert_eq!((whole(&cut), written(&cut)), (None, &b"id,name\nv1,A\n"[..]));
        assert_eq!(whole(&[&b"id,name\n"[..], &[0; 99], b"v1,A\n"].concat()), None, "zeros inside a file are no letters");
        assert_eq!(written(&[0; 9]), b"");
    }
}
