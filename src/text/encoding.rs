//! Which encoding a file is written in that is not UTF-8.

/// What bytes that are not UTF-8 look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// GB18030, of which GBK and GB2312 are parts: what a Chinese Excel writes as CSV.
    Gb18030,
    /// UTF-16, with or without its mark: "Unicode text" of Excel.
    Utf16,
    /// The file of a spreadsheet program itself, renamed.
    Workbook,
    /// None of these.
    Unknown,
}

/// Judges bytes that are not UTF-8.
pub fn recognise(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Encoding::Workbook;
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || is_wide(bytes) {
        return Encoding::Utf16;
    }
    match encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if mostly_han(&text) => Encoding::Gb18030,
        _ => Encoding::Unknown,
    }
}

/// The text of bytes in GB18030; nothing where they say more than a text that is written back would.
pub fn from_gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (back, _, _) = encoding_rs::GB18030.encode(&text);
    (back.as_ref() == bytes).then(|| text.into_owned())
}

/// Whether many of the first bytes are zero, which no text in another encoding has: UTF-16 without a mark. Of plain letters it is UTF-8, too.
pub fn is_wide(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().take(4096).filter(|b| **b == 0).count();
    zeros * 16 > bytes.len().min(4096)
}

/// Whether most of what is not ASCII is Chinese writing: any two bytes decode to something in GB18030.
fn mostly_han(text: &str) -> bool {
    let (mut han, mut other) = (0usize, 0usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{2010}'..='\u{2026}' => han += 1,
            _ => other += 1,
        }
    }
    han > 0 && han >= other * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_spreadsheet_is_recognised() {
        let (bytes, _, _) = encoding_rs::GB18030.encode("编号,姓名\nv1,王芳\n");
        assert_eq!(recognise(&bytes), Encoding::Gb18030);
        assert_eq!(recognise(b"\xff\xfei\0d\0"), Encoding::Utf16);
        assert_eq!(recognise(b"PK\x03\x04\x14\0\0\0"), Encoding::Workbook);
        assert!(is_wide(b"i\0d\0") && !is_wide(b"") && !is_wide(b"id,name"));
        assert_eq!(recognise(b"caf\xe9,\xe8"), Encoding::Unknown);
    }
}
