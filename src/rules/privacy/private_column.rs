//! P005: what is private stands in no public table.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column, table_of};
use crate::say;
use crate::say::{Text, t};
use crate::schema::secret::secret;
use crate::tables::people::Person;
use crate::tables::served::Served;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Description, FaultKind, Secret, pairings, people, requests, served, teams};
use crate::text::At;

/// P005.
pub static RULE: Rule = Rule {
    code: "P005",
    name: "private-column",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A public table has a column for sex, birth, home address or phone.", "公开的表里有性别、出生日期、家庭住址或电话一列。"),
    why: t(
        "Whatever stands in a table outside private/ goes into git and to everybody who has the repository, and git keeps what it once had. \
         The format has these columns in private/ only. What stands under such a header is shown in no message. A centre's own phone is there for everybody.",
        "private/ 以外的表都会进入 git，凡有仓库的人都能看到，而且 git 会留住曾经写入的内容。格式只在 private/ 里设这些列。这些列的内容不会出现在任何提示中。服务中心自己的电话本来就是公开的。",
    ),
    mend: t(
        "Move the column to private/people.csv, a row for each volunteer, or to private/served.csv for people in need, and delete it here. What was committed stays in git's history until it is taken out of it.",
        "把这一列移到 private/people.csv（志愿者，一人一行）或 private/served.csv（求助人），并在这里删去。已提交的内容仍在 git 的历史里，要另行清除。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined,sex
v1,Ann Reed,community,2020,female
",
    check: Check::Book(check),
};

/// A column or key that should not be there.
struct Told<'a> {
    at: At,
    name: &'a str,
    kind: Secret,
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    for (file, _) in book.sources.iter() {
        let Some(table) = book.table(file) else { continue };
        let columns = book.header(file).map_or(&[][..], |header| &header.secrets);
        let columns = columns.iter().map(|column| Told { at: column.at, name: &column.name, kind: column.kind });
        found.extend(told(table, columns.filter(|column| column.kind != Secret::Identity).collect()));
    }
    for fault in &book.faults {
        let FaultKind::UnknownKey(key, _) = &fault.kind else { continue };
        if cx.table(fault.at) == teams::DESCRIPTION.name
            && let Some(kind) = secret(&teams::DESCRIPTION, key).filter(|kind| *kind != Secret::Identity)
        {
            found.extend(told(&teams::DESCRIPTION, vec![Told { at: fault.at, name: key, kind }]));
        }
    }
}

/// What is said of such columns in one file. All of a table have one cause.
fn told(table: &'static Description, columns: Vec<Told<'_>>) -> Option<Finding> {
    let first = columns.first()?;
    let names = Text::list(columns.iter().map(|column| say!("'{name}'", "“{name}”", name = column.name)));
    let message = say!("the table {table} is public, and has {names}", "表{table}是公开的，却有{names}", table = table_of(table), names = names);
    let mut ways: Vec<Text> = Vec::new();
    for kind in columns.iter().map(|column| column.kind) {
        let way = way(table, kind);
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    let ways = Text {
        en: ways.iter().map(|way| way.en.as_str()).collect::<Vec<_>>().join("; "),
        zh: ways.iter().map(|way| way.zh.as_str()).collect::<Vec<_>>().join("；"),
    };
    let help = say!(
        "{ways}, and delete it here; what was committed stays in git's history until it is taken out of it",
        "{ways}，并在这里删去；已提交的内容仍在 git 的历史里，要另行清除",
        ways = ways
    );
    let mut finding = Finding::new(Some(table.name.to_owned()), first.at, message).help(help).cause(table.name);
    for other in columns.get(1..).unwrap_or_default() {
        finding = finding.related(other.at, say!("'{name}' too", "“{name}”也是", name = other.name));
    }
    Some(finding)
}

/// Where something belongs.
fn way(table: &Description, kind: Secret) -> Text {
    // Here it is mostly that of somebody in need.
    let is_of_served = [requests::DESCRIPTION.name, pairings::DESCRIPTION.name].contains(&table.name);
    let (to, title) = match kind {
        Secret::Address if is_of_served => (&served::DESCRIPTION, Served::address.column),
        Secret::Address => {
            return say!(
                "of a home only the place is kept, under {residence} of the volunteers",
                "住址只在志愿者表的{residence}写到地点为止",
                residence = column(Volunteer::residence.column)
            );
        }
        Secret::Phone | Secret::Identity if is_of_served => (&served::DESCRIPTION, Served::phone.column),
        Secret::Phone | Secret::Identity => (&people::DESCRIPTION, Person::phone.column),
        Secret::Sex => (&people::DESCRIPTION, Person::sex.column),
        Secret::Birth => (&people::DESCRIPTION, Person::birth.column),
    };
    say!("write it under {title} in {path}.csv", "写到 {path}.csv 的{title}", title = column(title), path = to.path)
}
