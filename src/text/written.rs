//! Values as they are written into a file: with quotes or escapes only where these are needed.

use std::borrow::Cow;

/// A cell of a CSV file, as RFC 4180 has it.
pub fn csv(value: &str) -> Cow<'_, str> {
    if value.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) {
        return Cow::Owned(quoted(value));
    }
    Cow::Borrowed(value)
}

/// A cell of a CSV file between quotes.
pub fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\"\""))
}

/// A text of a TOML file between quotes.
pub fn toml(value: &str) -> String {
    let mut written = String::with_capacity(value.len() + 2);
    written.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if c.is_control() => written.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_quotes_has_them() {
        assert_eq!(csv(" a b"), " a b");
        assert_eq!(csv("a, \"b\""), "\"a, \"\"b\"\"\"");
        let text = "a \"b\" \\ \n\t\u{7f} 王";
        let written = toml(text);
        let (table, faults) = crate::text::toml::read(&format!("k = {written}\n"));
        assert!(faults.is_empty(), "{written}");
        assert!(matches!(&table.get("k").unwrap().value.item, crate::text::toml::Item::Text(read) if read == text), "{written}");
    }
}
