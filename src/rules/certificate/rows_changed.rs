//! G001: a certificate's rows are those it was issued on.

use crate::book::Certified;
use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::{Plural, Text, t};
use crate::tables::activities::Activity;
use crate::tables::certificates::Certificate;
use crate::tables::participations::Participation;
use crate::value::{Amount, Period, Row, Target};

/// G001.
pub static RULE: Rule = Rule {
    code: "G001",
    name: "rows-changed",
    level: Level::Warning,
    kind: Kind::State,
    says: t("The rows that a certificate rests on are not those on which it was issued.", "证明所依据的记录与开具时不同。"),
    why: t(
        "Whoever holds the certificate shows hours to others that the book must bear out. Its digest is made of the rows that it covers: \
         what the volunteer attended of what was held in its period, up to the day of issue. A row that was added, deleted or altered since changes it. \
         Anybody can work it out again: it is the SHA-256 of a line VOLUNTEER,FIRST-DAY,LAST-DAY of the period, then, by day and id, \
         a line ACTIVITY,DATE,HOURS for each service, as in printf 'v2,2026-04-01,2026-06-30\\na1,2026-06-05,2\\n' | sha256sum.",
        "持有人会把证明上的时长出示给别人，台账必须对得上。摘要由所依据的记录算出：该志愿者在时段内、开具日期以前实际参加的活动。此后增加、删去或修改其中任何一条，摘要都会不同。\
         谁都可以重新算出：第一行是 志愿者,时段首日,时段末日，其后按日期和编号每次服务一行 活动,日期,时长，取 SHA-256，\
         如 printf 'v2,2026-04-01,2026-06-30\\na1,2026-06-05,2\\n' | sha256sum。",
    ),
    mend: t(
        "See in git what changed. If it was changed by mistake, change it back; if the book is right now, write the day under 'revoked' and issue another certificate. \
         A revoked certificate is not looked at.",
        "用 git 查看改了什么。如果是误改，就改回来；如果现在的记录才对，在“撤销日期”写当天，再重新开具。已撤销的证明不再检查。",
    ),
    thresholds: &[],
    reads: Needs::of(SERVICES.with(&[TableId::CERTIFICATES])),
    speaks_of: SpeaksOf::records(&[TableId::CERTIFICATES]),
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-05-08,3,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours
a1,v1,3
-- certificates.csv
id,volunteer,issued,period,hours,services,by,digest
z1,v1,2026-06-01,2026,2,1,Riverside volunteer service,e080d6a0050e0a9fd5ed410fbd5f53348774a22b0e3961936b2f91af3e7b253a
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (book, as_of) = (cx.book, cx.ask.as_of);
    if !cx.has(Activity::TARGET) || !cx.has(Participation::TARGET) {
        return;
    }
    for (row, certificate) in book.certificates.iter() {
        let is_standing = !certificate.revoked.is_broken() && certificate.revoked.get().is_none_or(|day| day > as_of);
        let Some(issued) = certificate.issued.get().filter(|day| is_standing && *day <= as_of) else { continue };
        let (Some(volunteer), Some(period), Some(digest)) = (certificate.volunteer.get(), period(cx, &certificate), certificate.digest.get()) else {
            continue;
        };
        let Some(now) = Certified::of(book, volunteer, period, issued) else { continue };
        let digest = book.certificates.text(digest).trim();
        if digest.eq_ignore_ascii_case(&now.digest()) {
            continue;
        }
        found.add(told(cx, row, &certificate, &now, is_digest(digest)));
    }
}

fn period(cx: &Cx<'_>, certificate: &Certificate) -> Option<Period> {
    let text = cx.book.certificates.text(certificate.period.get()?.0);
    Period::parse(text, cx.ask.today).ok()
}

/// Whether a text is a SHA-256 in hexadecimal digits.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn told(cx: &Cx<'_>, row: Row<Certificate>, certificate: &Certificate, now: &Certified, is_digest: bool) -> Finding {
    let certificates = &cx.book.certificates;
    let at = certificates.at(row, Certificate::digest);
    let then = certificate.hours.get().zip(certificate.services.get());
    let is_same = then.is_some_and(|(hours, services)| hours == now.hours && services.0 == now.services);
    let has = of_services(now.hours, now.services);
    let (id, who) = (cx.id(row), certificate.volunteer.get().map(|volunteer| cx.who(volunteer)).unwrap_or_default());
    if !is_digest {
        let message = say!(
            "the digest of {id} for {who} is no SHA-256, so that nobody can tell whether its rows are still those it was issued on",
            "{who}的 {id} 的摘要不是 SHA-256，无法判断记录是否仍与开具时相同",
            id = id,
            who = who
        );
        let help = if is_same {
            say!(
                "the rows of today give what it states, {has}: write {digest} under 'digest' in {place}",
                "现在的记录与证明所写一致（{has}）：在 {place}的“摘要”写 {digest}",
                has = has,
                digest = now.digest(),
                place = place(cx, at)
            )
        } else {
            say!(
                "it states other figures than the rows of today give, {has}: correct the rows, or revoke it and issue another",
                "证明所写与现在的记录（{has}）不一致：改正记录，或撤销后重新开具",
                has = has
            )
        };
        return Finding::new(cx.record(row), at, message).help(help);
    }
    let message = match then {
        Some(_) if is_same => say!(
            "the rows that {id} for {who} rests on have changed since it was issued on {issued}: they still come to {has}, but days, hours or activities are others",
            "{who}的 {id} 自 {issued} 开具后，所依据的记录有改动：合计仍是 {has}，但活动、日期或各次时长不同",
            id = id,
            who = who,
            issued = issued(certificate),
            has = has
        ),
        Some((hours, services)) => say!(
            "the rows that {id} for {who} rests on have changed since it was issued on {issued}: it states {then}, and now they come to {has}",
            "{who}的 {id} 自 {issued} 开具后，所依据的记录有改动：证明写的是 {then}，现在合计 {has}",
            id = id,
            who = who,
            issued = issued(certificate),
            then = of_services(hours, services.0),
            has = has
        ),
        None => say!(
            "the rows that {id} for {who} rests on have changed since it was issued on {issued}: now they come to {has}",
            "{who}的 {id} 自 {issued} 开具后，所依据的记录有改动：现在合计 {has}",
            id = id,
            who = who,
            issued = issued(certificate),
            has = has
        ),
    };
    let help = say!(
        "see what changed: git log -p --since={issued} -- 'activities*' 'participations*'; if the book is right, write {day} under 'revoked' in {place} and issue another",
        "查看改动：git log -p --since={issued} -- 'activities*' 'participations*'；如果现在的记录才对，在 {place}的“撤销日期”写 {day}，再重新开具",
        issued = issued(certificate),
        day = cx.ask.as_of,
        place = place(cx, at)
    );
    Finding::new(cx.record(row), at, message).help(help)
}

fn issued(certificate: &Certificate) -> Text {
    certificate.issued.get().map(|day| Text::same(day.to_string())).unwrap_or_default()
}

/// Hours in so many services.
fn of_services(hours: Amount, services: u32) -> Text {
    let services = Plural(services.into(), "service", "services");
    if hours == Amount::whole(1) {
        return say!("1 hour in {services}", "{services} 次服务 1 小时", services = services);
    }
    say!("{hours} hours in {services}", "{services} 次服务 {hours} 小时", hours = hours, services = services)
}
