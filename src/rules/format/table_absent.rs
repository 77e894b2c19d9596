//! F030: the tables that rows name are there, since without them rules are silent.

use crate::book::Absent;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::least_header;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, table_of};
use crate::say;
use crate::say::{Text, t};
use crate::tables::{Description, Form, activities, memberships, teams};

/// F030.
pub static RULE: Rule = Rule {
    code: "F030",
    name: "table-absent",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A table that rows name is not there.", "有的行提到了一张表，而台账里没有这张表。"),
    why: t(
        "A table may be left out: then every word that refers to it is an id, and no rule that needs it says anything. Of teams, activities and memberships that is \
         much, and nobody notices a rule that is silent; of other tables it is a note. Appointments and participations name the memberships.",
        "表可以不建：这时凡引用它的词都算编号，需要这张表的规则都不作声。服务队、活动、归属关系影响最大，而规则不作声没人会发现；其他表只作提示。任职和参加记录都算提到了归属关系。",
    ),
    mend: t(
        "Begin the table, with a row for each thing that is named; or switch the rule off under [levels] if the book is to do without it.",
        "建立这张表，提到的每一项写一行；如果台账不需要这张表，在 [levels] 中关闭这条规则。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- rollbook.toml
format = 1

[organisation]
name = \"Example\"
as-of = 2026-06-30
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- memberships.csv
volunteer,team,role,from
v1,patrol,member,2020-01-01
",
    check: Check::Book(check),
};

/// The tables whose absence is more than a note, and the rules that are silent without them.
pub const SILENT: &[(&Description, &[&str])] = &[
    (&teams::DESCRIPTION, &["M003", "M004", "M005", "M006", "M007", "M008", "M009", "M010", "M012", "A010", "A011", "V002", "Q004", "N003"]),
    (
        &activities::DESCRIPTION,
        &[
            "A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A009", "A010", "A011", "A012", "A013", "A014", "A015", "A016", "V001",
            "V002", "V003", "V004", "V005", "Q005", "S001", "G001",
        ],
    ),
    (&memberships::DESCRIPTION, &["M001", "M002", "M003", "M004", "M008", "M009", "M010", "M011", "M012", "M016", "A001"]),
];

fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut others: Vec<(&Absent, &'static Description)> = Vec::new();
    for absent in &cx.book.absent {
        let Some(table) = absent.table.description() else { continue };
        match SILENT.iter().find(|(of, _)| of.name == table.name) {
            Some((_, rules)) => found.add(of_table(cx, absent, table, rules)),
            None => others.push((absent, table)),
        }
    }
    if let [(first, _), ..] = others.as_slice() {
        let tables = Text::list(others.iter().map(|(_, table)| table_of(table)));
        let message = say!(
            "rows name what stands in no table, since the book does not have these: {tables}",
            "有的行提到了台账里没有的表：{tables}",
            tables = tables
        );
        let help = say!(
            "nothing need be done: every word counts as an id until the table is there; rollbook explain tells what stands in it",
            "可以不管：建表以前，引用的每个词都算编号；表里写什么见 rollbook explain"
        );
        found.add(Finding::new(None, first.at, message).weighs(Level::Note).help(help));
    }
}

fn of_table(cx: &Cx<'_>, absent: &Absent, table: &'static Description, rules: &[&str]) -> Finding {
    let message = say!(
        "the book has no table {table}, and rows name it: without it these rules are silent: {rules}",
        "台账里没有表{table}，却有行提到它；没有它，这些规则都不作声：{rules}",
        table = table_of(table),
        rules = Text::names(rules.iter().copied())
    );
    let help = match table.form() {
        Form::TomlFiles => {
            let keys = Text::names(table.required().filter(|column| !column.is_id()).map(|column| column.code));
            say!(
                "write a file {path}/ID.toml for each of them, with {keys}",
                "每一项写一个文件 {path}/编号.toml，写上 {keys}",
                path = table.path,
                keys = keys
            )
        }
        Form::Csv => say!(
            "write {path}.csv, beginning with the line: {header}",
            "建立 {path}.csv，第一行写：{header}",
            path = table.path,
            header = least_header(cx, table)
        ),
    };
    Finding::new(Some(table.name.to_owned()), absent.at, message).help(help)
}
