//! F007: no column stands in a header twice.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, column};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;
use crate::text::At;

/// F007.
pub static RULE: Rule = Rule {
    code: "F007",
    name: "repeated-column",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Two headers mean the same column.", "两个表头是同一列。"),
    why: t(
        "A header may be a column's code or its title in either language, so that 'name' and '姓名' are one column. Which of the two counts nobody could tell, so neither does.",
        "表头可以写代码，也可以写任一语言的名称，所以“name”和“姓名”是同一列。无法知道以哪一个为准，所以两个都不算。",
    ),
    mend: t("Delete one of the two columns, or give it a name of its own.", "删去其中一列，或给它另起一个名称。"),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- volunteers.csv
id,name,姓名,track,joined
v1,Ann Reed,Ann Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let words = |at: At| match at {
        At::Bytes(file, span) => span.of(cx.book.sources.text(file)).trim().trim_matches('"').to_owned(),
        _ => String::new(),
    };
    for fault in &cx.book.faults {
        let FaultKind::RepeatedColumn(repeated, first) = &fault.kind else { continue };
        let (again, before) = (words(fault.at), words(*first));
        let message = if again == before {
            say!("'{again}' stands here again", "“{again}”在这里又出现一次", again = again)
        } else {
            say!(
                "'{again}' is the same column as '{before}': both mean {column}",
                "“{again}”和“{before}”是同一列，都是{column}",
                again = again,
                before = before,
                column = column(repeated)
            )
        };
        let help = say!("delete one of the two, or rename it if it is something else", "删去其中一个；如果是别的内容，就改名");
        found.add(cx.fault(fault, message).related(*first, say!("first here", "先出现在这里")).help(help));
    }
}
