//! TOML as people write it: where it slips, and what certainly was meant. The text is read as a spreadsheet, a phone or an input method
//! leaves it: full-width signs, typographic quotes, dates in other notations, words without quotes.
//!
//! A statement that is TOML is left alone, whatever it looks like.

mod reader;
mod value;

use crate::text::patch::apply;
use crate::text::{Patch, Span, toml};

use reader::Reader;

/// What was meant by a key that is no plain one, in a section: the key as it is to be written, without quotes.
pub type Known<'k> = &'k dyn Fn(&str, &str) -> Option<String>;

/// What is wrong with a part of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A sign of another width, or one that stands for another: what stands there, and what belongs there.
    Sign(char, &'static str),
    /// A blank that is none of TOML's.
    Blank,
    /// Quotes that are no plain ones.
    Quotes,
    /// A quote that is never closed.
    OpenQuote,
    /// A quote that was never opened.
    StrayQuote,
    /// Quotes in a text between quotes.
    InnerQuotes,
    /// A key that must stand between quotes.
    BareKey(String),
    /// A key that is written otherwise: as it stands, and as it is.
    Key(String, String),
    /// A date in another notation: as it stands, and as it is.
    Date(String, String),
    /// A month or a year without quotes.
    Part,
    /// Digits of another width.
    Digits,
    /// True or false in another notation.
    Truth(String, &'static str),
    /// A text without quotes.
    Unquoted,
    /// A number that begins with 0.
    Zero,
    /// A bracket that is never closed: the sign that is missing.
    Unclosed(char),
    /// Two items with nothing between them.
    NoComma,
    /// A comma too many.
    Surplus(char),
    /// Nothing between key and value, or something else than an equals sign.
    NoEquals,
    /// No value.
    NoValue,
    /// Something behind the value.
    Behind,
    /// Three quotes that are never closed.
    OpenLines,
}

/// A slip: where, what, and what is to stand there.
#[derive(Clone, Debug)]
pub struct Slip {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub wrong: Wrong,
    /// What makes it right.
    pub patches: Vec<Patch>,
    /// Whether nothing else can have been meant.
    pub is_certain: bool,
}

/// A statement that is no TOML: the header of a section, or a key with its value.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its bytes, without the line end.
    pub span: Span,
    /// What is wrong with it, as far as it is understood.
    pub slips: Vec<Slip>,
    /// The line of its first slip as it should be, if it is TOML then.
    pub better: Option<String>,
}

impl Statement {
    /// What makes it right, if nothing else can have been meant by any of it.
    pub fn patches(&self) -> Vec<Patch> {
        if self.better.is_none() || self.slips.iter().any(|slip| !slip.is_certain) {
            return Vec::new();
        }
        self.slips.iter().flat_map(|slip| slip.patches.iter().cloned()).collect()
    }
}

/// The statements of a part of a text that are no TOML.
pub fn statements(text: &str, part: Span, known: Known<'_>) -> Vec<Statement> {
    let mut reader = Reader::new(text, part, known);
    let mut all = Vec::new();
    while let Some((span, slips)) = reader.statement() {
        let own = span.of(text);
        if toml::read(own).1.is_empty() {
            continue;
        }
        let better = slips.first().and_then(|first| better(text, span, &slips, first.span));
        all.push(Statement { span, slips, better });
    }
    all
}

/// The line that a place in a statement is on as it should be, where the statement is TOML then.
fn better(text: &str, statement: Span, slips: &[Slip], place: Span) -> Option<String> {
    let start = statement.start;
    let moved = |patch: &Patch| Patch { span: Span { start: patch.span.start - start, end: patch.span.end - start }, with: patch.with.clone() };
    let own = statement.of(text);
    let fixed = apply(own, slips.iter().flat_map(|slip| slip.patches.iter().map(moved)).collect());
    if !toml::read(&fixed).1.is_empty() {
        return None;
    }
    // No patch has a line end in it.
    let before = own.get(..(place.start - start) as usize)?.matches('\n').count();
    fixed.lines().nth(before).map(|line| line.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(section: &str, key: &str) -> Option<String> {
        match (section, key) {
            ("", "组织") => Some("organisation".to_owned()),
            _ => None,
        }
    }

    /// The text with all that is certain made right, and what is wrong.
    fn fixed(text: &str) -> (String, Vec<Wrong>) {
        let all = statements(text, Span::new(0, text.len()), &known);
        let wrong = all.iter().flat_map(|one| one.slips.iter().map(|slip| slip.wrong.clone())).collect();
        (apply(text, all.iter().flat_map(Statement::patches).collect()), wrong)
    }

    #[test]
    fn what_can_only_mean_one_thing_is_made_right() {
        for (text, right) in [
            ("tracks = [\"社区\"，\"农村\"]", "tracks = [\"社区\",\"农村\"]"),
            ("tracks = ［“社区”、‘农村’；\"学校”］ # 三类，暂定", "tracks = [\"社区\",\"农村\",\"学校\"] # 三类，暂定"),
            ("[组织]", "[organisation]"),
            ("【组织】", "[organisation]"),
            ("［［waivers］］", "[[waivers]]"),
            ("[rules", "[rules]"),
            ("[[waivers]  # one", "[[waivers]]  # one"),
            ("founded = 2024.3.1", "founded = 2024-03-01"),
            ("founded = 2024/3/1 # spring", "founded = 2024-03-01 # spring"),
            ("founded = ２０２４年３月１日", "founded = 2024-03-01"),
            ("founded = 2024-03", "founded = \"2024-03\""),
            ("名称　＝　“夜巡队”", "\"名称\" = \"夜巡队\""),
            ("name = Night watch", "name = \"Night watch\""),
            ("name = \"Night watch", "name = \"Night watch\""),
            ("name = Night watch\"", "name = \"Night watch\""),
            ("name = \"夜巡队”", "name = \"夜巡队\""),
            ("name = “He said \"no\"”", "name = \"He said \\\"no\\\"\""),
            ("bom = True", "bom = true"),
            ("minimum-members = ５", "minimum-members = 5"),
            ("name = \"x\",", "name = \"x\""),
            ("name = x；", "name = \"x\""),
            ("name\t\"x\"", "name\t= \"x\""),
            ("a = [1, 2", "a = [1, 2]"),
            ("a = [\n  \"x\",\n  \"y\"\nb = 1", "a = [\n  \"x\",\n  \"y\"]\nb = 1"),
            ("a = [\"x\" \"y\"]", "a = [\"x\", \"y\"]"),
            ("a = [社区，农村,,]", "a = [\"社区\",\"农村\",]"),
            ("a = ｛ 治安 ＝ “巡逻”， b = 1 }", "a = { \"治安\" = \"巡逻\", b = 1 }"),
            ("＃ a note\na = 1", "# a note\na = 1"),
        ] {
            let (found, wrong) = fixed(text);
            assert_eq!(found, right, "{text}: {wrong:?}");
            assert!(toml::read(&found).1.is_empty(), "{found}");
            assert!(!wrong.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_told_and_left() {
        for text in [
            "name = Team #1",
            "name = \"the \"best\" team\"",
            "name = \"a\" kind = \"b\"",
            "centre = 007",
            "name: \"x\"",
            "name =",
            "name",
            "name = \"\"\"x",
            "a = [\"x, \"y\"]",
            "founded = 01/02/2024",
            "founded = 2024-13-45 (?)",
            "bom = 是",
        ] {
            let (found, wrong) = fixed(text);
            assert_eq!(found, text, "{wrong:?}");
            assert!(statements(text, Span::new(0, text.len()), &known).len() == 1, "{text}");
        }
    }

    #[test]
    fn what_is_toml_is_left_alone() {
        let text = "# ， “\nname = \"“夜巡”，一队\" # ＝\nb = 'c:\\“'\nc = [\n 1, # ，\n [2],\n]\n\n[a.b]\nd = { e = \"\"\"x\n＝ y\"\"\" }\n\"名\" = 1979-05-27T07:32:00Z\n";
        assert_eq!(fixed(text), (text.to_owned(), Vec::new()));
    }

    #[test]
    fn any_text_can_be_read_and_no_line_end_moves() {
        let signs = [
            "a", "=", "＝", "\"", "“", "”", "'", "[", "]", "【", "{", "}", ",", "，", "\n", " ", "　", "#", "1", "2024.3.1", "True", "\"\"\"", "名",
            ":", "\\", ".",
        ];
        let mut state = 5u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..14 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(signs[(state >> 33) as usize % signs.len()]);
            }
            let (found, _) = fixed(&text);
            assert_eq!(found.matches('\n').count(), text.matches('\n').count(), "{text:?}");
            assert_eq!(fixed(&found).0, found, "{text:?}");
        }
    }
}
