//! R002: nothing is part of itself.

use crate::book::forest::circles;
use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::schema::{Column, Role};
use crate::tables::AnyTable;
use crate::value::{Keys, Loose};

/// R002.
pub static RULE: Rule = Rule {
    code: "R002",
    name: "loop",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("Places, branches or teams are part of one another in a circle.", "地点、党支部或服务队的上级绕成一圈。"),
    why: t(
        "Each is part of a wider one, up to one that is part of none. In a circle there is no top, and nothing can be summed up.",
        "每一个都属于更大的一个，直到最上一级。绕成一圈就没有最上一级，也就无法汇总。",
    ),
    mend: t("Correct 'parent' in one of them; the widest has none.", "改正其中一个的“上级”；最上一级不写上级。"),
    thresholds: &[],
    reads: Needs::rows(&[TableId::PLACES, TableId::BRANCHES, TableId::TEAMS]),
    speaks_of: SpeaksOf::records(&[TableId::PLACES, TableId::BRANCHES, TableId::TEAMS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- branches.csv
id,name,parent
b1,East gate,b2
b2,West gate,b1
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    cx.book.tables.each(|table, rows| {
        if let Some(above) = table.column_for(Role::Parent)
            && let Some(keys) = cx.book.keys(table.number)
        {
            look(cx, keys, rows, above, found);
        }
    });
}

fn look(cx: &Cx<'_>, keys: &Keys, rows: &dyn AnyTable, above: &Column, found: &mut Found) {
    let parent = |row| if let Loose::Row(parent) = rows.loose(row, above.number) { Some(parent) } else { None };
    let parents: Vec<Option<u32>> = (0..u32::try_from(rows.rows()).unwrap_or(u32::MAX)).map(parent).collect();
    for members in circles(&parents) {
        let Some((first, rest)) = members.split_first() else { continue };
        let message = if rest.is_empty() {
            say!("{id} is part of itself", "{id} 的上级是它自己", id = keys.id(*first))
        } else {
            let way: Vec<&str> = members.iter().chain([first]).map(|row| keys.id(*row)).collect();
            // Of a long way both ends are enough: the others are named below.
            let way = match way.as_slice() {
                [a, b, .., z] if way.len() > 8 => format!("{a} → {b} → … → {z}"),
                _ => way.join(" → "),
            };
            say!("{id} is part of itself: {way}", "{id} 绕一圈成了自己的上级：{way}", id = keys.id(*first), way = way)
        };
        let help: Text =
            say!("correct 'parent' of one of them; the widest of all has none", "改正其中一个的“上级”（服务队文件里写作“parent”）；最上一级不写");
        let mut finding = Finding::new(cx.record_at(rows.place(*first)), rows.cell(*first, above.number), message).help(help);
        for row in rest {
            finding = finding.related(rows.cell(*row, above.number), say!("in the same circle", "在同一圈里"));
        }
        found.add(finding);
    }
}
