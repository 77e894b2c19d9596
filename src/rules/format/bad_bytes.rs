//! What F002 says of a file in which some bytes cannot be decoded: each line, and what the others are.

use crate::findings::{Finding, Found};
use crate::rules::Cx;
use crate::say;
use crate::say::{Lang, Text, count};
use crate::schema::known::KnownWords;
use crate::tables::Form;
use crate::text::encoding::{convert, hexadecimal, named};
use crate::text::{At, FileId, Span};

/// So many lines of a file are told each by itself.
const EACH: usize = 20;

/// Of so many lines the numbers are told where there are more.
const NAMED: usize = 3;

/// What the lines of a file are.
#[derive(Default)]
struct Lines {
    /// How many lines have bytes that cannot be decoded.
    bad: usize,
    /// The first such bytes of the first of them.
    first: Vec<Span>,
    /// The first and the last of the first lines that are UTF-8, more than ASCII, with none of the others between them.
    utf8: Option<(usize, usize)>,
    /// Whether a line is in another encoding, and not UTF-8 with a damaged letter.
    is_other: bool,
    /// Whether a line may be: one letter of a word in Latin letters is no UTF-8.
    may_be_other: bool,
}

/// In so many lines no letter is damaged by chance.
const TOO_MANY: usize = 3;

impl Lines {
    fn of(text: &str, bad: &[Span], bytes: &[u8]) -> Self {
        let (mut lines, mut at, mut rest) = (Self::default(), 0, bad);
        let mut is_run_over = false;
        for (n, line) in text.split_inclusive('\n').enumerate() {
            let span = Span::new(at, at + line.len());
            let here = rest.partition_point(|bad| bad.start < span.end);
            let (own, after) = rest.split_at_checked(here).unwrap_or_default();
            if let Some(first) = own.first() {
                lines.bad += 1;
                if lines.first.len() <= EACH {
                    lines.first.push(*first);
                }
                lines.is_other |= !is_piece(own, bytes);
                lines.may_be_other |= line.is_ascii() && own.iter().all(|bad| is_letter(bytes.get(bad.range())));
                is_run_over = lines.utf8.is_some();
            } else if !line.is_ascii() && !is_run_over {
                lines.utf8 = Some((lines.utf8.map_or(n + 1, |(first, _)| first), n + 1));
            }
            (at, rest) = (at + line.len(), after);
        }
        lines.is_other |= lines.bad >= TOO_MANY;
        lines.may_be_other |= lines.is_other;
        lines
    }
}

/// Whether bytes are one letter with an accent, where letters have one byte.
fn is_letter(bytes: Option<&[u8]>) -> bool {
    matches!(bytes, Some([0x80..=0xfe]))
}

/// Whether the bytes of a line that cannot be decoded are what is left of one letter in UTF-8.
fn is_piece(bad: &[Span], bytes: &[u8]) -> bool {
    let [only] = bad else { return false };
    let piece = bytes.get(only.range()).unwrap_or_default();
    let is_inside = |byte: &u8| (0x80..0xc0).contains(byte);
    piece.len() < 4 && piece.iter().skip(1).all(is_inside)
}

/// Tells the lines of a file that cannot be decoded. `known` are the words that tell UTF-8 from chance.
pub(super) fn tell(cx: &Cx<'_>, file: FileId, known: &KnownWords<'_>, found: &mut Found) {
    let sources = &cx.book.sources;
    let (path, text, bytes) = (sources.path(file), sources.text(file), sources.bytes(file));
    // Where the file breaks off is told by itself.
    let bad = sources.bad(file);
    let bad = bad.get(..bad.partition_point(|bad| bad.end as usize <= text.len())).unwrap_or_default();
    let lines = Lines::of(text, bad, bytes);
    let Some(first) = lines.first.first() else { return };
    let others = others(&lines);
    let help = help(cx, file, known, &lines);
    if lines.bad > EACH {
        let numbers = lines.first.iter().take(NAMED).map(|span| Text::same(cx.line(At::Bytes(file, *span)).to_string()));
        let message = say!(
            "{path} is not UTF-8 in {n}, the first of them lines {first}; cells with such bytes are not read{others}",
            "{path} 有 {n} 行不是 UTF-8，最前面的是第 {first} 行；含这种字节的单元格读不出{others}",
            path = path,
            n = count(lines.bad, "line", "lines"),
            first = Text::list(numbers),
            others = others
        );
        let finding = Finding::new(None, At::Bytes(file, *first), message).help(help);
        let more = lines.first.iter().take(NAMED).skip(1).map(|span| At::Bytes(file, *span));
        found.add(more.fold(finding, |finding, at| finding.related(at, say!("here, too", "这里也是"))));
        return;
    }
    let starts: Vec<u32> = lines.first.iter().map(|span| span.start).collect();
    let is_csv = cx.book.table(file).is_some_and(|table| table.form() == Form::Csv);
    let cells = if is_csv { cx.book.cells_at(file, &starts).1 } else { Vec::new() };
    for (n, span) in lines.first.iter().enumerate() {
        let at = At::Bytes(file, *span);
        let located = cx.book.locate(at);
        let cell = cells.get(n).copied().flatten();
        let cost = match cell {
            Some(cell) if cell.is_header => {
                say!("the column under this header is not read", "这个表头下的一列读不出")
            }
            _ if cx.book.layout.settings == Some(file) => say!("nothing of it is read", "整个文件都没有读取"),
            _ if is_csv => say!("of this row only the cells with such bytes are not read", "这一行只有含这种字节的单元格读不出"),
            _ => say!("what such bytes stand in is not read", "含这种字节的内容读不出"),
        };
        let message = say!(
            "{path} is not UTF-8 in line {line}, from column {column} on ({bytes}): {cost}{others}",
            "{path} 第 {line} 行从第 {column} 列起不是 UTF-8（{bytes}）：{cost}{others}",
            path = path,
            line = located.line,
            column = located.column,
            bytes = hex(bytes.get(span.range()).unwrap_or_default()),
            cost = cost,
            others = if n == 0 { others.clone() } else { Text::default() }
        );
        let record = cell.filter(|cell| !cell.is_header).and_then(|cell| cx.book.record_at(file, cell.row));
        found.add(Finding::new(record, at, message).help(help.clone()));
    }
}

/// What the lines are that can be decoded, as the end of a sentence.
fn others(lines: &Lines) -> Text {
    let Some((from, to)) = lines.utf8 else {
        if !lines.may_be_other {
            return Text::default();
        }
        return say!("; the file is neither UTF-8 nor surely GB18030", "；这个文件不是 UTF-8，也不能确定是 GB18030");
    };
    let range = if from == to {
        say!("line {n} is", "第 {n} 行是", n = from)
    } else {
        say!("lines {from} to {to} are", "第 {from} 至 {to} 行是", from = from, to = to)
    };
    if lines.is_other {
        return say!("; {range} UTF-8: two encodings in one file", "；{range} UTF-8：一个文件里有两种编码", range = range);
    }
    say!("; {range} UTF-8", "；{range} UTF-8", range = range)
}

/// What to do about it.
fn help(cx: &Cx<'_>, file: FileId, known: &KnownWords<'_>, lines: &Lines) -> Text {
    let by_hand = say!(
        "open the file in a text editor, type again what cannot be read, and save it with encoding UTF-8",
        "用文本编辑器打开，重新输入读不出的内容，按 UTF-8 编码保存"
    );
    let sources = &cx.book.sources;
    let is_known = |word: &str| known.has(word);
    let likely = guess(sources.bytes(file), cx.book.settings.organisation.language);
    let can = |name: &&str| named(name).is_some_and(|encoding| convert(sources.bytes(file), encoding, &is_known).is_ok());
    let mut names = std::iter::once(likely).chain(NAMES.iter().copied()).filter(|_| lines.may_be_other);
    let Some(guess) = names.find(can) else { return by_hand };
    say!(
        "if you know which encoding it is, run rollbook check --fix --encoding {guess} {path}, with --diff to see first what comes out (other names: {names}); or {by_hand}",
        "如果知道是哪种编码，运行 rollbook check --fix --encoding {guess} {path}，加 --diff 可先看结果（其他名称：{names}）；或{by_hand}",
        guess = guess,
        names = Text::list(NAMES.iter().filter(|name| **name != guess).map(|name| Text::same(*name))),
        path = shell(sources.path(file)),
        by_hand = by_hand
    )
}

/// Names of encodings that are offered.
const NAMES: &[&str] = &["gb18030", "big5", "shift_jis", "euc-kr", "windows-1251", "windows-1252"];

/// The encoding that bytes are most likely in: a guess that a person has to look at.
fn guess(bytes: &[u8], language: Option<Lang>) -> &'static str {
    let (mut pairs, mut alone, mut japanese) = (0usize, 0usize, 0usize);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        at += 1;
        if !byte.is_ascii() {
            japanese += usize::from(matches!(byte, 0x81..=0x9f));
            if next.is_ascii() && !matches!(byte, 0x81..=0x9f) {
                alone += 1;
            } else {
                pairs += 1;
                at += 1;
            }
        }
    }
    match language {
        Some(Lang::Zh) => "gb18030",
        _ if alone > pairs => "windows-1252",
        _ if japanese * 2 > pairs => "shift_jis",
        _ => "gb18030",
    }
}

/// Some bytes as `\xNN\xNN`, the first four.
fn hex(bytes: &[u8]) -> String {
    let mut shown = String::new();
    hexadecimal(&mut shown, bytes.get(..bytes.len().min(4)).unwrap_or_default());
    if bytes.len() > 4 {
        shown.push('…');
    }
    shown
}

/// A path as a command line takes it.
fn shell(path: &str) -> String {
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_goes_by_how_letters_stand() {
        let gb = encoding_rs::GB18030.encode("王芳,李强,张伟").0;
        assert_eq!((guess(&gb, None), guess(b"M\xfcller,Jos\xe9", None)), ("gb18030", "windows-1252"));
        assert_eq!(guess(&encoding_rs::SHIFT_JIS.encode("山田太郎,さくら").0, None), "shift_jis");
        assert_eq!(guess(b"M\xfcller", Some(Lang::Zh)), "gb18030");
        assert_eq!(shell("activities/2026 a.csv"), "'activities/2026 a.csv'");
    }

    #[test]
    fn a_piece_of_a_letter_is_no_other_encoding() {
        let whole = |bytes: &[u8]| is_piece(&[Span::new(0, bytes.len())], bytes);
        assert!(whole(b"\xe7\x8e") && whole(b"\x8e\x8b") && whole(b"\xff"));
        assert!(!whole(b"\xcd\xf5") && !whole(b"\xcd\xf5\xb7\xbc"));
    }
}
