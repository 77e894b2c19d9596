//! Statements, keys and the signs between them.

use crate::text::{Patch, Span, written};

use super::{Known, Slip, Wrong};

/// Reads one statement after the other.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) slips: Vec<Slip>,
    known: Known<'a>,
    section: String,
    /// How deep brackets are open.
    pub(super) depth: usize,
}

/// Signs that people write for others, and those that TOML has.
const SIGNS: &[(char, char, &str)] = &[
    ('＝', '=', "="),
    ('，', ',', ","),
    ('、', ',', ","),
    ('；', ',', ","),
    (';', ',', ","),
    ('［', '[', "["),
    ('【', '[', "["),
    ('］', ']', "]"),
    ('】', ']', "]"),
    ('｛', '{', "{"),
    ('｝', '}', "}"),
    ('＃', '#', "#"),
    ('．', '.', "."),
];

/// Lines with more bytes are not looked at closely.
const LONG: usize = 2000;

/// So many parts of a key may name a section.
const DEEP: usize = 4;

/// What a sign stands for.
pub(super) fn meant(c: char) -> char {
    SIGNS.iter().find(|(sign, ..)| *sign == c).map_or(c, |(_, meant, _)| *meant)
}

/// Whether a key can stand without quotes.
pub(super) fn is_plain_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether a character opens or closes a text between quotes.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '＂' | '＇' | '「' | '」' | '『' | '』' | '«' | '»')
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, part: Span, known: Known<'a>) -> Self {
        let end = (part.end as usize).min(text.len());
        Self { text, at: part.start as usize, end, slips: Vec::new(), known, section: String::new(), depth: 0 }
    }

    /// The next statement, and its slips.
    pub(super) fn statement(&mut self) -> Option<(Span, Vec<Slip>)> {
        self.slips.clear();
        // Blank lines and comments lie between statements.
        while let Some(c) = self.peek() {
            if c.is_whitespace() && !self.is_odd_blank(c) {
                self.bump();
            } else if c == '#' {
                self.pass_line();
            } else {
                break;
            }
        }
        let start = self.at;
        self.peek()?;
        self.blanks();
        self.depth = 0;
        match self.peek().map(meant) {
            // Nobody writes such lines: they are not looked at closely.
            _ if self.line().len() > LONG => self.pass_line(),
            Some('[') => self.header(),
            Some('#') => self.comment(),
            Some('\n') | None => {}
            Some(_) => self.entry(),
        }
        self.behind();
        let mut end = self.at;
        while self.text.get(start..end).is_some_and(|own| own.ends_with(['\r', '\n'])) {
            end -= 1;
        }
        // Whatever was not understood goes on behind its first character.
        if self.at == start {
            self.bump();
            end = self.at;
        }
        Some((Span::new(start, end), std::mem::take(&mut self.slips)))
    }

    /// `[section]` or `[[section]]`.
    fn header(&mut self) {
        self.section.clear();
        let mut open = 0;
        while open < 2 && self.peek().map(meant) == Some('[') {
            self.sign("[");
            open += 1;
        }
        let key = self.key(&['.']);
        let before = self.at;
        let mut closed = 0;
        while closed < open {
            self.blanks();
            if self.peek().map(meant) != Some(']') {
                break;
            }
            self.sign("]");
            closed += 1;
        }
        if closed < open {
            let at = if closed == 0 { self.trimmed(before) } else { self.trimmed(self.at) };
            let last = self.before(at);
            self.slip(last, Wrong::Unclosed(']'), vec![Patch::new(Span::new(at, at), "]".repeat(open - closed))], true);
        }
        self.section = key;
    }

    /// `key = value`.
    fn entry(&mut self) {
        let start = self.at;
        self.key(&['.']);
        let after = self.at;
        self.blanks();
        match self.peek() {
            Some('=') => {
                self.bump();
            }
            Some('＝') => self.sign("="),
            Some(c @ (':' | '：')) => {
                let span = Span::new(self.at, self.at + c.len_utf8());
                self.bump();
                self.slip(span, Wrong::NoEquals, vec![Patch::new(span, " =")], false);
            }
            Some(c) if self.at > after && (is_quote(c) || meant(c) == '[' || meant(c) == '{') && self.at > start => {
                let at = self.at;
                self.slip(Span::new(start, after), Wrong::NoEquals, vec![Patch::new(Span::new(at, at), "= ")], true);
            }
            _ => {
                self.slip(Span::new(start, self.at.max(start + 1)), Wrong::NoEquals, Vec::new(), false);
                self.pass_line();
                return;
            }
        }
        self.value();
    }

    /// A key, with its parts joined by points. Between them and around them blanks may stand.
    pub(super) fn key(&mut self, joins: &[char]) -> String {
        let mut parts: Vec<String> = Vec::new();
        loop {
            self.blanks();
            // Nobody writes keys of many parts, and no section has a name of many.
            let is_deep = parts.len() > DEEP;
            let above = Some(self.section.as_str()).filter(|section| !section.is_empty() && !is_deep);
            let parts_above = parts.iter().filter(|_| !is_deep).map(String::as_str);
            let section = above.into_iter().chain(parts_above).collect::<Vec<_>>().join(".");
            parts.push(self.key_part(&section));
            let (before, told) = (self.at, self.slips.len());
            self.blanks();
            match self.peek() {
                Some(c) if joins.contains(&meant(c)) => self.sign("."),
                _ => {
                    self.at = before;
                    self.slips.truncate(told);
                    return parts.join(".");
                }
            }
        }
    }

    fn key_part(&mut self, section: &str) -> String {
        let start = self.at;
        let Some(first) = self.peek() else { return String::new() };
        if is_quote(first) {
            let close = |c: char| is_quote(c) && (c == first || !matches!(first, '"' | '\''));
            self.bump();
            let inside = self.at;
            while self.peek().is_some_and(|c| !close(c) && c != '\n' && (c != '=' || matches!(first, '"' | '\''))) {
                self.bump();
            }
            let name = self.text.get(inside..self.at).unwrap_or_default().to_owned();
            if self.peek().is_some_and(close) {
                self.bump();
            }
            if !matches!(first, '"' | '\'') {
                let span = Span::new(start, self.at);
                self.slip(span, Wrong::Quotes, vec![Patch::new(span, written::toml(&name))], true);
            }
            return name;
        }
        let ends = |c: char| {
            is_quote(c) || matches!(meant(c), '=' | '[' | ']' | '{' | '}' | ',' | '#' | '.') || matches!(c, '\n' | ':' | '：' | '\t' | '\r')
        };
        while self.peek().is_some_and(|c| !ends(c)) {
            self.bump();
        }
        let stop = self.trimmed(self.at);
        self.at = stop.max(start);
        let name = self.text.get(start..self.at).unwrap_or_default().to_owned();
        if name.is_empty() || is_plain_key(&name) {
            return name;
        }
        let span = Span::new(start, self.at);
        match (self.known)(section, &name).filter(|code| is_plain_key(code)) {
            Some(code) => {
                self.slip(span, Wrong::Key(name, code.clone()), vec![Patch::new(span, code.clone())], true);
                code
            }
            None => {
                let is_certain = !name.contains(|c: char| c.is_whitespace() || c == '\\');
                self.slip(span, Wrong::BareKey(name.clone()), vec![Patch::new(span, written::toml(&name))], is_certain);
                name
            }
        }
    }

    /// What stands behind a statement on its line: a comment or nothing.
    fn behind(&mut self) {
        self.blanks();
        match self.peek() {
            None | Some('\n') => {}
            Some('\r') => {
                self.bump();
            }
            Some('#') => self.pass_line(),
            Some('＃') => self.comment(),
            Some(c @ (',' | '，' | ';' | '；' | '。')) => {
                let start = self.at;
                self.bump();
                let span = Span::new(start, self.at);
                let (before, told) = (self.at, self.slips.len());
                self.blanks();
                let is_last = matches!(self.peek(), None | Some('\n' | '\r' | '#'));
                self.at = before;
                self.slips.truncate(told);
                self.slip(span, Wrong::Surplus(c), vec![Patch::new(span, "")], is_last);
                if is_last { self.behind() } else { self.pass_line() }
            }
            Some(_) => {
                let start = self.at;
                self.pass_line();
                let span = Span::new(start, self.trimmed(self.at));
                self.slip(span, Wrong::Behind, Vec::new(), false);
            }
        }
    }

    /// A comment that begins with a wide sign.
    pub(super) fn comment(&mut self) {
        if self.peek() == Some('＃') {
            self.sign("#");
        }
        self.pass_line();
    }

    /// Takes a sign; one that stands for it is a slip.
    pub(super) fn sign(&mut self, right: &'static str) {
        let Some(c) = self.peek() else { return };
        let start = self.at;
        self.bump();
        if !right.starts_with(c) {
            let span = Span::new(start, self.at);
            self.slip(span, Wrong::Sign(c, right), vec![Patch::new(span, right)], true);
        }
    }

    /// Passes over blanks of a line; those that are none of TOML's are slips.
    pub(super) fn blanks(&mut self) {
        while let Some(c) = self.peek().filter(|c| c.is_whitespace() && !matches!(c, '\n' | '\r') || self.is_odd_blank(*c)) {
            let start = self.at;
            self.bump();
            if self.is_odd_blank(c) {
                let span = Span::new(start, self.at);
                self.slip(span, Wrong::Blank, vec![Patch::new(span, " ")], true);
            }
        }
    }

    fn is_odd_blank(&self, c: char) -> bool {
        (c.is_whitespace() && !c.is_ascii()) || matches!(c, '\u{200b}' | '\u{feff}')
    }

    pub(super) fn slip(&mut self, span: Span, wrong: Wrong, patches: Vec<Patch>, is_certain: bool) {
        self.slips.push(Slip { span, wrong, patches, is_certain });
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at..self.end)?.chars().next()
    }

    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// The rest of the line, without its end.
    pub(super) fn line(&self) -> &'a str {
        let rest = self.text.get(self.at..self.end).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        line.strip_suffix('\r').unwrap_or(line)
    }

    pub(super) fn pass_line(&mut self) {
        self.at += self.line().len();
    }

    /// A place without the blanks before it.
    pub(super) fn trimmed(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t', '\r', '　']).len()
    }

    /// The character before a place.
    pub(super) fn before(&self, at: usize) -> Span {
        let start = self.text.get(..at).unwrap_or_default().char_indices().next_back().map_or(at, |(start, _)| start);
        Span::new(start, at)
    }
}
