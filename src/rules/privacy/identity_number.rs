//! P001: nobody's identity number is in the book.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::text::personal::{Personal, find, veil};
use crate::text::{At, Span};
use crate::value::Kind as ColumnKind;

use super::numbers::each;

/// P001.
pub static RULE: Rule = Rule {
    code: "P001",
    name: "identity-number",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("An identity number stands in the book.", "台账里有身份证件号码。"),
    why: t(
        "An identity number opens more doors than a book of service ever needs, and git keeps what it once had. A volunteer number stands for it. \
         It is looked for everywhere: cells, columns of your own, comments, summaries and private/; 18 digits count if their birth date and check digit hold. \
         Under a header such as ID number, passport or 身份证号 every number is one, whatever its form. \
         Messages and excerpts show only its first and last digits, and nothing of what stands under such a header.",
        "身份证号能做的事远超志愿服务台账的需要，而 git 会留住曾经写入的内容。台账用志愿者编号代替它。\
         程序到处查找：单元格、自加的列、注释、总结和 private/；18 位数字中出生日期和校验码都成立的才算；写在“身份证号”“证件号码”“护照”这类表头下的，不论什么写法都算。\
         提示和摘录只显示头尾几位，这类表头下的内容一概不显示。",
    ),
    mend: t(
        "Delete it; where it served as an id, choose another, and write that one in every table. If it was ever committed, git still has it: \
         before the repository goes to anybody else, have it taken out of the history (git filter-repo), and tell the person whose number it is if others have seen it.",
        "删去它；如果用它作了编号，另选编号并在各表中改过来。如果曾经提交，git 里还有：在把仓库交给别人以前，从历史中清除（git filter-repo）；如果别人已经看到，应告知本人。",
    ),
    thresholds: &[],
    reads: Needs::ALL,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined,note
v1,Ann Reed,community,2020,999999190001010015 (invented: there is no region 999999)
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.extend(each(cx, Personal::Identity, |standing| {
        let message = match standing.place() {
            Some(place) if standing.by_header => say!("{place} has an identity number, which is shown nowhere", "{place}里有身份证件号码，这里不显示", place = place),
            None if standing.by_header => say!("an identity number stands here, which is shown nowhere", "这里有身份证件号码，不显示"),
            Some(place) => say!("{place} has a resident identity number: {number}", "{place}里有居民身份证号：{number}", place = place, number = standing.veiled),
            None => say!("a resident identity number stands here: {number}", "这里有居民身份证号：{number}", number = standing.veiled),
        };
        let help = if standing.column.is_some_and(|column| matches!(column.kind, ColumnKind::Id | ColumnKind::Reference(_))) {
            say!(
                "choose another id, and write it in place of this one in every table; what was committed stays in git's history until it is taken out of it",
                "另选一个编号，在各表中都改过来；已提交的内容仍在 git 的历史里，要另行清除"
            )
        } else {
            say!(
                "delete it; what was committed stays in git's history until it is taken out of it",
                "删去它；已提交的内容仍在 git 的历史里，要另行清除"
            )
        };
        Some((message, help))
    }));
    for (file, source) in cx.book.sources.iter() {
        let veiled = veil(&source.path);
        if !find(&source.path, Span::new(0, source.path.len()), false).is_empty() {
            let message = say!("the name of a file has a resident identity number: {path}", "文件名里有居民身份证号：{path}", path = veiled);
            let help =
                say!("rename the file; where its name is an id, write the new one in every table", "给文件改名；文件名是编号的，在各表中都改过来");
            found.add(Finding::new(cx.book.record_at(file, 0), At::File(file), message).help(help));
        }
    }
}
