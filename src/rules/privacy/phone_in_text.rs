//! P002: mobile numbers stand where they belong.

use crate::book::personal::is_free_text;
use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{centres, pairings, people, requests, served};
use crate::text::personal::Personal;

use super::numbers::{Standing, each};

/// P002.
pub static RULE: Rule = Rule {
    code: "P002",
    name: "phone-in-text",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A mobile number stands in free text.", "文字里写了手机号码。"),
    why: t(
        "What is written into texts, comments and columns of your own goes into git, into lists and onto pages. The phones of volunteers belong in private/people.csv and those of people in need in private/served.csv, which git does not keep. \
         It is found in every notation, also in groups of digits and as a spreadsheet rounds it (1.38E+10). Messages and excerpts show only its first and last digits.",
        "写在文字、注释和自加的列里的内容会进入 git、列表和页面。志愿者的电话应写在 private/people.csv，求助人的电话应写在 private/served.csv，这两个文件不进 git。各种写法都查：分段的、带国家代码的、被电子表格改成 1.38E+10 的。提示和摘录只显示头尾几位。",
    ),
    mend: t(
        "Write it under 'phone' in private/people.csv or private/served.csv, and delete it here. A number for everybody, such as that of a centre, stands under 'phone' in centres.csv, or as hotline in rollbook.toml.",
        "写到 private/people.csv 或 private/served.csv 的“联系电话”，并在这里删去。对外公开的号码，如服务中心的，写在 centres.csv 的“联系电话”，或 rollbook.toml 的 hotline。",
    ),
    thresholds: &[],
    reads: Needs::ALL,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- trainings.csv
id,volunteer,date,title,hours,organiser
t1,v1,2026-03-05,First aid,4,Red Cross 15400000000 (invented: no operator has the prefix 154)
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    found.extend(each(cx, Personal::Mobile, |standing| {
        if standing.column.is_some_and(|column| !is_free_text(column)) || is_hotline(cx, standing) {
            return None;
        }
        let message = match standing.place() {
            Some(place) => say!("{place} has a mobile number: {number}", "{place}里有手机号码：{number}", place = place, number = standing.veiled),
            None => say!("a mobile number stands here: {number}", "这里有手机号码：{number}", number = standing.veiled),
        };
        Some((message, help(cx, standing)))
    }));
}

/// Whether it is the number that the organisation gives to everybody.
fn is_hotline(cx: &Cx<'_>, standing: &Standing<'_>) -> bool {
    let settings = &cx.book.settings;
    Some(standing.file) == settings.file && settings.organisation.hotline.as_ref().is_some_and(|hotline| hotline.contains(standing.number))
}

fn help(cx: &Cx<'_>, standing: &Standing<'_>) -> Text {
    let table = cx.book.table(standing.file).map_or("", |table| table.name);
    let path = if table == centres::DESCRIPTION.name {
        centres::DESCRIPTION.path
    } else if [requests::DESCRIPTION.name, pairings::DESCRIPTION.name].contains(&table) {
        // Here it is mostly that of somebody in need.
        served::DESCRIPTION.path
    } else {
        people::DESCRIPTION.path
    };
    say!(
        "write it under 'phone' in {path}.csv, and delete it here; what was committed stays in git's history until it is taken out of it",
        "写到 {path}.csv 的“联系电话”，并在这里删去；已提交的内容仍在 git 的历史里，要另行清除",
        path = path
    )
}
