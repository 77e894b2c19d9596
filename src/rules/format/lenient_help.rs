//! What is said where a value has more than one reading, or has lost what would tell.

use crate::say;
use crate::say::Text;

/// A mere guess.
pub fn perhaps(meant: &str) -> Text {
    say!("if {meant} is meant, write {meant}", "如果是 {meant}，请写作 {meant}", meant = meant)
}

/// One of two.
pub fn either(one: &str, other: &str) -> Text {
    say!("write {one} or {other}, whichever is meant", "写作 {one} 或 {other}，以实际为准", one = one, other = other)
}

/// A spreadsheet wrote a long number with an exponent.
pub fn lost_digits() -> Text {
    say!(
        "a spreadsheet shortened this number, and digits of it are lost: copy it again from where it came from, into a column whose format is Text",
        "这是电子表格改写的科学记数法，部分数字已经丢失：请从原始记录重新抄录，并先把这一列的格式设为“文本”"
    )
}
