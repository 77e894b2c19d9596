//! P004: nobody is made known by name who has not agreed to it.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::recognitions::Recognition;
use crate::tables::volunteers::{Consent, Volunteer};
use crate::value::Row;

/// P004.
pub static RULE: Rule = Rule {
    code: "P004",
    name: "no-consent",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A volunteer is recognised by name, and has not consented to having the name made public.", "志愿者受到表彰，却没有同意公开姓名。"),
    why: t(
        "Recognitions are there to be made known, and nothing about a volunteer is made public without consent: Volunteer Service Regulations, article 20.",
        "表彰就是要宣传的，而未经志愿者同意不得公开其个人信息：《志愿服务条例》第二十条。",
    ),
    mend: t(
        "Ask the volunteer. With consent, add 'name' under 'consent' in volunteers.csv; without, take the recognition out and make nothing of it public.",
        "征求本人意见。同意的，在 volunteers.csv 的“同意公开”加上“姓名”；不同意的，删去这条表彰，不要公开。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::RECOGNITIONS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::RECOGNITIONS]),
    example: "
-- volunteers.csv
id,name,track,consent,joined
v1,Ann Reed,community,photo,2020
-- recognitions.csv
id,volunteer,team,date,title,by
g1,v1,,2026-03-05,Star of the quarter,Riverside
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let volunteers = &cx.book.volunteers;
    for (row, recognition) in cx.book.recognitions.iter() {
        let Some(volunteer) = recognition.volunteer.get() else { continue };
        let Some(consent) = volunteers.get(volunteer).map(|record| record.consent).filter(|consent| !consent.is_broken()) else { continue };
        let has_agreed = consent.get().is_some_and(|all| volunteers.items(all).any(|item| item.0 == Consent::Name));
        if !has_agreed {
            found.add(finding(cx, row, volunteer));
        }
    }
}

fn finding(cx: &Cx<'_>, row: Row<Recognition>, volunteer: Row<Volunteer>) -> Finding {
    let (recognitions, volunteers) = (&cx.book.recognitions, &cx.book.volunteers);
    let title = recognitions.get(row).and_then(|record| record.title.get()).map(|title| recognitions.text(title)).unwrap_or_default();
    let message = say!(
        "{id} makes {who} known as '{title}', and {volunteer} has not consented to 'name'",
        "{id} 表彰{who}为“{title}”，而 {volunteer} 没有同意公开姓名",
        id = cx.id(row),
        who = cx.who(volunteer),
        title = title,
        volunteer = cx.id(volunteer)
    );
    let consent = volunteers.at(volunteer, Volunteer::consent);
    let help = say!(
        "ask {volunteer}: with consent, write name under 'consent' in {place}, beside what stands there; without, delete the row here and make nothing of it public",
        "征求 {volunteer} 的意见：同意的，在 {place}的“同意公开”加上 姓名；不同意的，删去这一行，不要公开",
        volunteer = cx.id(volunteer),
        place = place(cx, consent)
    );
    let finding = Finding::new(cx.record(row), recognitions.at(row, Recognition::volunteer), message).help(help);
    finding.related(consent, say!("what was consented to", "同意公开的内容"))
}
