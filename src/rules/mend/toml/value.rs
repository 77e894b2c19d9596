//! Values: texts between quotes, lists, tables in one line, and words without quotes.

use crate::text::{Patch, Span, toml, written};
use crate::value::day::PartialDay;
use crate::value::lenient::plain::shown;
use crate::value::{Day, Kind, lenient};

use super::Wrong;
use super::reader::{Reader, is_plain_key, is_quote, meant};

/// Brackets in brackets: more are no list that anybody writes.
const DEEP: usize = 32;

impl Reader<'_> {
    /// A value, as it may stand behind `=` or in a list.
    pub(super) fn value(&mut self) {
        self.blanks();
        match self.peek() {
            None | Some('\n' | '\r' | '#' | '＃') => {
                let at = self.trimmed(self.at);
                let last = self.before(at);
                self.slip(last, Wrong::NoValue, Vec::new(), false);
            }
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some(quote) if is_quote(quote) => self.quoted_otherwise(quote),
            Some(c) if meant(c) == '[' && self.depth < DEEP => self.list(),
            Some(c) if meant(c) == '{' && self.depth < DEEP => self.table(),
            Some(_) => self.word(),
        }
    }

    /// Whether a value may end before a text: nothing follows on the line, or what parts it from the next.
    fn may_end_before(&self, rest: &str) -> bool {
        let next = rest.trim_start_matches([' ', '\t', '　', '\r']).chars().next();
        match next {
            None | Some('\n' | '#' | '＃') => true,
            // Two texts side by side, with a blank between them, lack a comma.
            Some(c) if self.depth > 0 => matches!(meant(c), ',' | ']' | '}') || is_quote(c) && !rest.starts_with(c),
            Some(c) => matches!(c, ',' | '，' | ';' | '；' | '。'),
        }
    }

    /// A text between plain quotes.
    fn quoted(&mut self, quote: char) {
        let start = self.at;
        let three: String = std::iter::repeat_n(quote, 3).collect();
        let rest = self.text.get(start..self.end).unwrap_or_default();
        if let Some(inside) = rest.strip_prefix(three.as_str()) {
            match inside.find(three.as_str()) {
                Some(close) => {
                    self.at = start + 3 + close + 3;
                    while self.peek() == Some(quote) {
                        self.bump();
                    }
                }
                None => {
                    self.slip(Span::new(start, start + 3), Wrong::OpenLines, Vec::new(), false);
                    self.at = self.end;
                }
            }
            return;
        }
        let line = self.line();
        let body = line.get(1..).unwrap_or_default();
        let mut closes: Option<usize> = None;
        let mut is_escaped = false;
        for (n, c) in body.char_indices() {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' if quote == '"' => is_escaped = true,
                c if c == quote => {
                    closes = Some(n);
                    break;
                }
                _ => {}
            }
        }
        let after = |n: usize, c: char| body.get(n + c.len_utf8()..).unwrap_or_default();
        if let Some(n) = closes.filter(|n| self.may_end_before(after(*n, quote))) {
            self.at = start + 1 + n + 1;
            return;
        }
        // Behind it another statement begins, which is told by whoever reads on.
        if let Some(n) = closes.filter(|n| self.depth == 0 && begins_entry(after(*n, quote))) {
            self.at = start + 1 + n + 1;
            return;
        }
        // A quote of another kind may close it, where nothing else can.
        let others = body.char_indices().filter(|(_, c)| is_quote(*c) && !matches!(c, '"' | '\''));
        let mut others = others.filter(|(n, c)| self.may_end_before(after(*n, *c)));
        let other = others.next();
        if let (None, Some((n, c))) = (closes, other) {
            let span = Span::new(start + 1 + n, start + 1 + n + c.len_utf8());
            self.at = span.end as usize;
            self.slip(span, Wrong::Quotes, vec![Patch::new(span, quote)], true);
            return;
        }
        let last = body.char_indices().rev().find(|(n, c)| *c == quote && self.may_end_before(after(*n, *c)));
        if let (Some(_), Some((n, _))) = (closes, last) {
            let inside = body.get(..n).unwrap_or_default();
            let span = Span::new(start, start + 1 + n + 1);
            self.at = span.end as usize;
            self.slip(span, Wrong::InnerQuotes, vec![Patch::new(span, written::toml(&inside.replace("\\\"", "\"")))], false);
            return;
        }
        if closes.is_some() {
            // What follows the closing quote is told by whoever reads on.
            self.at = start + 1 + closes.unwrap_or_default() + 1;
            return;
        }
        self.open_quote(start, quote);
    }

    /// A text that a quote opens and none closes, as far as its line goes.
    fn open_quote(&mut self, start: usize, quote: char) {
        let line = self.line();
        let body = line.get(quote.len_utf8()..).unwrap_or_default();
        let stop = if self.depth > 0 { body.find(|c: char| matches!(meant(c), ',' | ']' | '}')).unwrap_or(body.len()) } else { body.len() };
        let inside = body.get(..stop).unwrap_or_default().trim_end();
        let is_certain = self.depth == 0 && !inside.is_empty() && !inside.contains(|c: char| is_quote(c) || matches!(c, '#' | '\\' | '＃'));
        let end = start + quote.len_utf8() + inside.len();
        let patch = match quote {
            '"' | '\'' => Patch::new(Span::new(end, end), quote),
            _ => Patch::new(Span::new(start, end), written::toml(inside)),
        };
        self.slip(Span::new(start, end), Wrong::OpenQuote, vec![patch], is_certain);
        self.at = start + quote.len_utf8() + stop;
    }

    /// A text between quotes that are no plain ones.
    fn quoted_otherwise(&mut self, quote: char) {
        let start = self.at;
        let body = self.line().get(quote.len_utf8()..).unwrap_or_default();
        let close = body.char_indices().find(|(n, c)| is_quote(*c) && self.may_end_before(body.get(n + c.len_utf8()..).unwrap_or_default()));
        match close {
            Some((n, c)) => {
                let inside = body.get(..n).unwrap_or_default();
                let span = Span::new(start, start + quote.len_utf8() + n + c.len_utf8());
                self.at = span.end as usize;
                self.slip(span, Wrong::Quotes, vec![Patch::new(span, written::toml(inside))], true);
            }
            None => self.open_quote(start, quote),
        }
    }

    /// `[a, b]`, over several lines perhaps.
    fn list(&mut self) {
        let open = Span::new(self.at, self.at + self.peek().map_or(0, char::len_utf8));
        self.sign("[");
        self.depth += 1;
        self.items(']', "]", open, Self::value);
        self.depth -= 1;
    }

    /// `{ a = 1, b = 2 }`.
    fn table(&mut self) {
        let open = Span::new(self.at, self.at + self.peek().map_or(0, char::len_utf8));
        self.sign("{");
        self.depth += 1;
        self.items('}', "}", open, |reader| {
            let start = reader.at;
            reader.key(&['.']);
            reader.blanks();
            match reader.peek() {
                Some('=') => reader.bump(),
                Some('＝') => reader.sign("="),
                _ => {
                    reader.slip(Span::new(start, reader.at.max(start + 1)), Wrong::NoEquals, Vec::new(), false);
                    return;
                }
            }
            reader.value();
        });
        self.depth -= 1;
    }

    /// Items with commas between them, up to the bracket that closes them.
    fn items(&mut self, close: char, sign: &'static str, open: Span, item: impl Fn(&mut Self)) {
        let mut last = open.end as usize;
        let mut needs_comma = false;
        loop {
            let before = self.at;
            let is_new_line = self.between();
            match self.peek() {
                Some(c) if meant(c) == close => return self.sign(sign),
                Some(c) if meant(c) == ',' => {
                    let place = self.at;
                    if needs_comma {
                        self.sign(",");
                        last = self.at;
                    } else {
                        self.bump();
                        let span = Span::new(place, self.at);
                        self.slip(span, Wrong::Surplus(c), vec![Patch::new(span, "")], true);
                    }
                    needs_comma = false;
                }
                Some(_) if !(is_new_line && self.begins_statement()) => {
                    if needs_comma {
                        let place = self.before(last);
                        self.slip(place, Wrong::NoComma, vec![Patch::new(Span::new(last, last), ",")], true);
                    }
                    let start = self.at;
                    item(self);
                    if self.at == start {
                        self.bump();
                    }
                    last = self.trimmed(self.at).max(open.end as usize);
                    needs_comma = true;
                }
                _ => {
                    // The next statement begins, or nothing follows.
                    self.at = before.max(last);
                    self.slip(open, Wrong::Unclosed(close), vec![Patch::new(Span::new(last, last), sign)], true);
                    return;
                }
            }
        }
    }

    /// Passes over blanks, line ends and comments; says whether a line ended.
    fn between(&mut self) -> bool {
        let mut is_new_line = false;
        loop {
            self.blanks();
            match self.peek() {
                Some('\n' | '\r') => {
                    self.bump();
                    is_new_line = true;
                }
                Some('#' | '＃') => self.comment(),
                _ => return is_new_line,
            }
        }
    }

    /// Whether a statement begins here, and no item of a list.
    fn begins_statement(&self) -> bool {
        let line = self.line();
        let bare = line.trim_start_matches(|c| meant(c) == '[').trim_end();
        if bare.len() < line.trim_end().len() {
            let name = bare.split(|c| meant(c) == ']').next().unwrap_or_default();
            let is_closed = bare.trim_end_matches(|c| meant(c) == ']').len() < bare.len();
            return is_closed && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) && name.contains(char::is_alphabetic);
        }
        let key = line.split(|c| meant(c) == '=').next().unwrap_or_default();
        key.len() < line.len() && !key.contains(|c: char| matches!(meant(c), ',' | '[' | ']' | '{' | '}')) && !key.trim().is_empty()
    }

    /// A value without quotes: a number, a date, a word, or what was meant to be one.
    fn word(&mut self) {
        let start = self.at;
        let line = self.line();
        let ends = |c: char| matches!(c, '#' | '＃') || (self.depth > 0 && matches!(meant(c), ',' | ']' | '}'));
        let stop = line.find(ends).unwrap_or(line.len());
        let has_comment = line.get(stop..).is_some_and(|rest| rest.starts_with(['#', '＃']));
        let mut word = line.get(..stop).unwrap_or_default().trim_end_matches([' ', '\t', '　', '\r']);
        if self.depth == 0 {
            word = word.trim_end_matches([',', '，', ';', '；', '。']);
        }
        self.at = start + word.len();
        let span = Span::new(start, self.at);
        if word.is_empty() {
            self.bump();
            return;
        }
        let is_value = |word: &str| toml::read(&format!("k = {word}\n")).1.is_empty();
        if is_value(word) {
            return;
        }
        if let Some(day) = lenient::certain(word, Kind::PartialDay).filter(|day| Day::parse(day).is_ok()) {
            let patch = Patch::new(span, day.clone());
            return self.slip(span, Wrong::Date(word.to_owned(), day), vec![patch], true);
        }
        let part = lenient::certain(word, Kind::PartialDay).unwrap_or_else(|| word.to_owned());
        if PartialDay::parse(&part).is_ok() {
            return self.slip(span, Wrong::Part, vec![Patch::new(span, written::toml(&part))], true);
        }
        if let Some(truth) = ["true", "false"].iter().find(|truth| shown(word).eq_ignore_ascii_case(truth)) {
            return self.slip(span, Wrong::Truth(word.to_owned(), truth), vec![Patch::new(span, *truth)], true);
        }
        let plain = shown(word);
        if plain != word && is_value(&plain) {
            return self.slip(span, Wrong::Digits, vec![Patch::new(span, plain)], true);
        }
        let text = written::toml(word);
        if plain.starts_with('0') && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.slip(span, Wrong::Zero, vec![Patch::new(span, text)], false);
        }
        let quotes = word.chars().filter(|c| is_quote(*c)).count();
        if let Some(inside) = word.strip_suffix(is_quote).filter(|_| quotes == 1 && !has_comment) {
            return self.slip(span, Wrong::StrayQuote, vec![Patch::new(span, written::toml(inside))], is_text(inside));
        }
        // What stands for yes and no is no text, and a date that may be two is none.
        let is_certain = !has_comment && quotes == 0 && is_text(word) && !NO_TEXT.contains(&word.to_lowercase().as_str());
        self.slip(span, Wrong::Unquoted, vec![Patch::new(span, text)], is_certain);
    }
}

/// Whether a key with its value follows, a blank before it.
fn begins_entry(rest: &str) -> bool {
    let key = rest.split(['=', '＝']).next().unwrap_or_default();
    key.len() < rest.len() && key.starts_with([' ', '\t', '　']) && is_plain_key(key.trim())
}

/// Words that stand for true and false.
const NO_TEXT: &[&str] = &["是", "否", "yes", "no", "on", "off", "有", "无", "对", "错", "null", "none", "nil"];

/// Whether a word without quotes can be nothing but a text: it has letters, and no sign that means something else.
fn is_text(word: &str) -> bool {
    let has_signs = word.contains(|c: char| matches!(meant(c), '=' | '[' | ']' | '{' | '}' | '"' | '\\') || c.is_control());
    let begins = word.chars().next().is_some_and(char::is_alphabetic) || is_plain_key(word) && word.contains(|c: char| c.is_ascii_alphabetic());
    begins && !has_signs
}
