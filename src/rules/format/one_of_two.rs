//! F021: an opening or a recognition is of a volunteer or of a team, and not of both.

use crate::book::doubts::names_one;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::openings::Opening;
use crate::tables::recognitions::Recognition;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Col, Record, Table};
use crate::value::{Field, Row};

/// F021.
pub static RULE: Rule = Rule {
    code: "F021",
    name: "one-of-two",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A row must name a volunteer or a team, and names both or neither.", "一行应只写志愿者或只写服务队，却两个都写或都没写。"),
    why: t(
        "An opening adds to the figures of one, and a recognition honours one: with both it would count twice, with neither for nobody.",
        "期初数只加到一方，表彰也只属于一方：两个都写会算两次，都不写就不属于任何人。",
    ),
    mend: t("Empty one of the two cells; where both are meant, write two rows.", "清空其中一个单元格；如果两者都有，分成两行写。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::OPENINGS, TableId::RECOGNITIONS]),
    speaks_of: SpeaksOf::records(&[TableId::OPENINGS, TableId::RECOGNITIONS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- recognitions.csv
id,volunteer,team,date,title,by
r1,,,2026-05-04,Volunteer of the year,Riverside
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    look(cx, &cx.book.openings, found, (Opening::volunteer, Opening::team), |opening| (opening.volunteer, opening.team));
    look(cx, &cx.book.recognitions, found, (Recognition::volunteer, Recognition::team), |recognition| (recognition.volunteer, recognition.team));
}

fn look<R: Record>(
    cx: &Cx<'_>,
    table: &Table<R>,
    found: &mut Found,
    (of_volunteer, of_team): (Col<R>, Col<R>),
    of: impl Fn(&R) -> (Field<Row<Volunteer>>, Field<Row<Team>>),
) {
    for (row, record) in table.iter() {
        let (volunteer, team) = of(&record);
        if names_one(cx.book, volunteer, team) != Some(false) {
            continue;
        }
        let at = table.at(row, of_volunteer);
        let finding = if volunteer.is_empty() {
            let message = say!("this row names neither a volunteer nor a team", "这一行既没写志愿者，也没写服务队");
            let help =
                say!("write the volunteer's id under volunteer, or the team's under team", "在“志愿者”下写志愿者编号，或在“服务队”下写服务队编号");
            Finding::new(cx.record_at(table.row_at(row)), at, message).help(help).cause(format!("{} neither", R::DESCRIPTION.name))
        } else {
            let message = say!("this row names both a volunteer and a team", "这一行既写了志愿者，又写了服务队");
            let help = say!("empty one of the two cells, or write two rows", "清空其中一个单元格，或分成两行写");
            Finding::new(cx.record_at(table.row_at(row)), at, message).help(help).related(table.at(row, of_team), say!("and here", "还有这里"))
        };
        found.add(finding);
    }
}
