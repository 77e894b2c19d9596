//! Where the cause of a finding shows again, in words: `and 299 more places: lines 5, 9, 12-30 …`.

use crate::book::Book;
use crate::findings::Finding;
use crate::say;
use crate::say::{Text, count};
use crate::text::FileId;

/// Lines of one file, each run of them as its first and last.
struct Lines {
    file: FileId,
    runs: Vec<(usize, usize)>,
}

/// In how many more places a cause shows, and which, up to so many runs of lines. `None`: in no more.
pub fn more(book: &Book, finding: &Finding, most: usize) -> Option<Text> {
    let n = finding.also.len();
    if n == 0 {
        return None;
    }
    let (mut files, mut runs): (Vec<Lines>, usize) = (Vec::new(), 0);
    let mut is_cut = false;
    for again in &finding.also {
        let located = book.locate(again.at);
        let (file, line) = (located.file, located.line);
        match files.last_mut().filter(|lines| lines.file == file) {
            Some(lines) => match lines.runs.last_mut() {
                Some((_, last)) if line <= *last + 1 => *last = line.max(*last),
                _ if runs == most => is_cut = true,
                _ => {
                    lines.runs.push((line, line));
                    runs += 1;
                }
            },
            None if runs == most => is_cut = true,
            None => {
                files.push(Lines { file, runs: vec![(line, line)] });
                runs += 1;
            }
        }
        if is_cut {
            break;
        }
    }
    let mut said = Text::default();
    for (k, lines) in files.iter().enumerate() {
        let lines = if lines.file == finding.at.file() { lines.text() } else { lines.text_of(book.sources.path(lines.file)) };
        said = if k == 0 { lines } else { say!("{said}; {lines}", "{said}；{lines}", said = said, lines = lines) };
    }
    let more = if is_cut { say!(" …", "……") } else { Text::default() };
    Some(say!("and {n}: {said}{more}", "另有 {n} 处相同：{said}{more}", n = count(n, "more place", "more places"), said = said, more = more))
}

impl Lines {
    /// `lines 3, 5-9`.
    fn text(&self) -> Text {
        let lines = Text::list(
            self.runs.iter().map(|(first, last)| if first == last { Text::same(first.to_string()) } else { Text::same(format!("{first}-{last}")) }),
        );
        if matches!(self.runs.as_slice(), [(first, last)] if first == last) {
            return say!("line {lines}", "第 {lines} 行", lines = lines);
        }
        say!("lines {lines}", "第 {lines} 行", lines = lines)
    }

    /// The same with the file before it.
    fn text_of(&self, path: &str) -> Text {
        say!("{path} {lines}", "{path} {lines}", path = path, lines = self.text())
    }
}
