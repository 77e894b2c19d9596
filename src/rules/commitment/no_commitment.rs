//! C001: every active volunteer has made a commitment.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, is_named, row};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::commitments::Commitment;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, Target};

/// C001.
pub static RULE: Rule = Rule {
    code: "C001",
    name: "no-commitment",
    level: Level::Warning,
    kind: Kind::State,
    says: t("An active volunteer has made no commitment.", "一名在册志愿者没有作出公开承诺。"),
    why: t(
        "Where commitments are made, everyone makes one that fits: what is promised in public can be asked for.",
        "实行公开承诺的，人人都要作出与自己相称的承诺：公开说过的，群众才好监督。",
    ),
    mend: t(
        "Ask the volunteer for one that fits their track, and add it to commitments.csv. \
         Where not everyone makes one, write no-commitment = \"off\" under [levels].",
        "请本人按类别作出承诺，加到 commitments.csv。如果不要求人人承诺，在 [levels] 下写 no-commitment = \"off\"。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::VOLUNTEERS, TableId::COMMITMENTS]),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- commitments.csv
id,volunteer,category,text,made,due,published,kept
c1,v1,cleaning,Sweep the stairs every week,2026-01-10,,2026-01-20,
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Commitment::TARGET) {
        return;
    }
    let (book, as_of) = (cx.book, cx.ask.as_of);
    let mut has_made = vec![false; book.volunteers.len()];
    for (_, commitment) in book.commitments.iter() {
        if let (Some(volunteer), true) = (commitment.volunteer.get(), commitment.made.get().is_some_and(|made| made <= as_of))
            && let Some(slot) = has_made.get_mut(volunteer.index())
        {
            *slot = true;
        }
    }
    for ((volunteer, _), has_made) in book.volunteers.iter().zip(has_made) {
        let may_have = has_made || book.unsure().commitments.has(volunteer);
        if !may_have && cx.is_active(volunteer) == Some(true) && is_named(cx, volunteer) {
            found.add(finding(cx, volunteer));
        }
    }
}

fn finding(cx: &Cx<'_>, volunteer: Row<Volunteer>) -> Finding {
    let (made, id) = (cx.ask.as_of.to_string(), cx.id(volunteer));
    let cells = [
        (Commitment::id, BLANK),
        (Commitment::volunteer, id),
        (Commitment::category, BLANK),
        (Commitment::text, BLANK),
        (Commitment::made, made.as_str()),
    ];
    let (path, line) = row::<Commitment>(cx, &cells);
    let message = say!("{who} is active and has made no commitment", "{who}在册，但没有作出公开承诺", who = cx.who(volunteer));
    let fitting = fitting(cx, volunteer);
    let help = if fitting.is_empty() {
        say!("add to {path}, filling in '{blank}': {line}", "在 {path} 加一行（填好“{blank}”处）：{line}", path = path, line = line, blank = BLANK)
    } else {
        say!(
            "add to {path}, filling in '{blank}', with a category of: {fitting}: {line}",
            "在 {path} 加一行（填好“{blank}”处，承诺类型可用：{fitting}）：{line}",
            path = path,
            line = line,
            blank = BLANK,
            fitting = fitting
        )
    };
    Finding::new(cx.record(volunteer), cx.book.volunteers.row_at(volunteer), message).help(help)
}

/// The categories that fit a volunteer's track, as they are written.
fn fitting(cx: &Cx<'_>, volunteer: Row<Volunteer>) -> Text {
    let track = cx.book.volunteers.get(volunteer).and_then(|v| v.track.get());
    let categories = track.and_then(|track| cx.book.settings.vocabularies.fitting(track)).unwrap_or_default();
    Text::list(categories.iter().map(|category| Text::same(cx.book.words.code(*category))))
}
