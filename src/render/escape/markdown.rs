//! Text as Markdown: whatever stands in a book is shown as it stands there, and is no mark, link, mention, entity or tag.

use crate::text::width::unhidden;

/// Text that Markdown, and what a forge makes of it, takes for nothing but text. A line break becomes `<br>`, so that a cell of a table
/// may hold it.
///
/// A backslash is enough before most marks. Mentions, addresses, numbers of issues and emoji are looked for in what has been read
/// already, where a backslash is gone: an empty comment parts them.
pub fn markdown(text: &str) -> String {
    let text = unhidden(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = after.chars().next();
        match c {
            '\r' if next == Some('\n') => {}
            '\n' | '\r' => out.push_str("<br>"),
            '@' if next.is_some_and(char::is_alphanumeric) => out.push_str("@<!-- -->"),
            '#' if next.is_some_and(|next| next.is_ascii_digit()) => out.push_str("\\#<!-- -->"),
            ':' if begins_emoji(after) => out.push_str(":<!-- -->"),
            ':' if after.starts_with("//") => out.push_str("\\:"),
            '.' if before.is_some_and(|before: char| before.eq_ignore_ascii_case(&'w')) => out.push_str("\\."),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// The same where a line begins with it: it begins no list, and underlines nothing.
pub fn paragraph(text: &str) -> String {
    let escaped = markdown(text);
    let digits = escaped.len() - escaped.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = escaped.get(digits..).unwrap_or_default();
    let is_mark = if digits == 0 { after.starts_with(['-', '+', '=']) } else { after.starts_with(['.', ')']) };
    if is_mark { format!("{}\\{after}", escaped.get(..digits).unwrap_or_default()) } else { escaped }
}

/// Whether what follows a colon makes an emoji of it: `+1:`, `smile:`. A time of day does not.
fn begins_emoji(after: &str) -> bool {
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-');
    let name = after.split(|c: char| !is_of_name(c)).next().unwrap_or_default();
    !name.is_empty() && after.get(name.len()..).is_some_and(|rest| rest.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_text() {
        assert_eq!(markdown("a|b*c_d`e"), "a\\|b\\*c\\_d\\`e");
        assert_eq!(markdown("~~no~~ $x$ &amp; <b>"), "\\~\\~no\\~\\~ \\$x\\$ \\&amp; \\<b\\>");
        assert_eq!(markdown("上午\r\n下午\n晚上"), "上午<br>下午<br>晚上");
    }

    #[test]
    fn what_a_forge_would_make_a_link_of_is_text() {
        assert_eq!(markdown("https://a.example www.a.example"), "https\\://a.example www\\.a.example");
        assert_eq!(markdown("li@b.example @li 3#楼 #12"), "li@<!-- -->b.example @<!-- -->li 3\\#楼 \\#<!-- -->12");
        assert_eq!(markdown(":+1: 09:30 见：b"), ":<!-- -->+1: 09:30 见：b");
    }

    #[test]
    fn a_paragraph_is_no_list() {
        assert_eq!(paragraph("- a"), "\\- a");
        assert_eq!(paragraph("12. a"), "12\\. a");
        assert_eq!(paragraph("12 a"), "12 a");
    }
}
