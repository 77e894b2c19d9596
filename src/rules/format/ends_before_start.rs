//! F022: nothing ends before it starts.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::written;
use crate::rules::{Check, Cx, Kind, Rule, column};
use crate::say;
use crate::say::t;
use crate::tables::activities::{Activity, ActivityStatus};
use crate::tables::appointments::Appointment;
use crate::tables::campaigns::Campaign;
use crate::tables::certificates::Certificate;
use crate::tables::commitments::Commitment;
use crate::tables::leaves::Leave;
use crate::tables::memberships::Membership;
use crate::tables::pairings::Pairing;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::tables::trainings::Training;
use crate::tables::volunteers::Volunteer;
use crate::tables::{Col, Record, Summary, Table};
use crate::value::{Day, End, Field, PartialDay};

/// F022.
pub static RULE: Rule = Rule {
    code: "F022",
    name: "ends-before-start",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A date lies before the one that it follows.", "后面的日期早于前面的日期。"),
    why: t(
        "What ends before it starts covers no day at all, so that it would count for nothing. Mostly two dates changed places, or a year is wrong.",
        "结束早于开始，就没有任何一天在其中，等于没有。多半是两个日期写反了，或年份写错。",
    ),
    mend: t(
        "Correct one of the two dates. What lasted one day has that day under both; what still lasts has no end. A year or month alone means its first day, under left and closed its last.",
        "改正其中一个日期。只有一天时，起止写同一天；还没结束的不写结束日期。只写年或年月时，按其第一天算；退出时间、撤销时间按其最后一天算。",
    ),
    thresholds: &[],
    example: "
-- volunteers.csv
id,name,track,joined,left
v1,Ann Reed,community,2020-05-01,2019-05-01
",
    check: Check::Book(check),
};

/// A column that starts something, one that ends it, and both days of a record.
type Pair<R> = (Col<R>, Col<R>, fn(&R) -> Option<(Day, Day)>);

fn days(from: Field<Day>, to: Field<Day>) -> Option<(Day, Day)> {
    from.get().zip(to.get())
}

fn partial_days(from: Field<PartialDay>, to: Field<End>) -> Option<(Day, Day)> {
    Some((from.get()?.0, to.get()?.latest()))
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    look(cx, &book.teams, found, &[(Team::founded, Team::closed, |t| partial_days(t.founded, t.closed))]);
    look(cx, &book.volunteers, found, &[(Volunteer::joined, Volunteer::left, |v| partial_days(v.joined, v.left))]);
    look(cx, &book.memberships, found, &[(Membership::from, Membership::to, |m| days(m.from, m.to))]);
    look(cx, &book.appointments, found, &[(Appointment::from, Appointment::to, |a| days(a.from, a.to))]);
    look(cx, &book.leaves, found, &[(Leave::from, Leave::to, |l| days(l.from, l.to))]);
    look(cx, &book.trainings, found, &[(Training::date, Training::expires, |t| days(t.date, t.expires))]);
    look(cx, &book.campaigns, found, &[(Campaign::from, Campaign::to, |c| days(c.from, c.to))]);
    // What is planned or cancelled may well be written down before its day.
    look(
        cx,
        &book.activities,
        found,
        &[(Activity::date, Activity::recorded, |a| days(a.date, a.recorded).filter(|_| a.status.get() == Some(ActivityStatus::Held)))],
    );
    look(
        cx,
        &book.requests,
        found,
        &[
            (Request::received, Request::verified, |r| days(r.received, r.verified)),
            (Request::received, Request::assigned, |r| days(r.received, r.assigned)),
            (Request::received, Request::due, |r| days(r.received, r.due)),
            (Request::received, Request::answered, |r| days(r.received, r.answered)),
            (Request::verified, Request::answered, |r| days(r.verified, r.answered)),
            (Request::assigned, Request::answered, |r| days(r.assigned, r.answered)),
        ],
    );
    look(
        cx,
        &book.commitments,
        found,
        &[(Commitment::made, Commitment::due, |c| days(c.made, c.due)), (Commitment::made, Commitment::published, |c| days(c.made, c.published))],
    );
    look(
        cx,
        &book.pairings,
        found,
        &[(Pairing::from, Pairing::to, |p| days(p.from, p.to)), (Pairing::from, Pairing::raised, |p| days(p.from, p.raised))],
    );
    look(cx, &book.certificates, found, &[(Certificate::issued, Certificate::revoked, |c| days(c.issued, c.revoked))]);
    look_at_summaries(cx, found);
}

/// Summaries that were fed back before they were written.
fn look_at_summaries(cx: &Cx<'_>, found: &mut Found) {
    for summary in &cx.book.summaries {
        for entry in &summary.fed_back {
            let Some((from, to)) = days(summary.written, entry.on).filter(|(from, to)| to < from) else { continue };
            let message = say!(
                "{end} is {to}, before {start}, which is {from}",
                "{end}是 {to}，早于{start}的 {from}",
                end = column(Summary::ON.column),
                start = column(Summary::WRITTEN.column),
                to = to,
                from = from
            );
            let record = cx.book.record_at(summary.file, 0);
            found.add(
                Finding::new(record, entry.on_at, message)
                    .help(say!("correct one of the two dates", "改正其中一个日期"))
                    .related(summary.written_at, say!("this is later", "这个日期更晚"))
                    .cause(format!("{} {to}", summary.file.0)),
            );
        }
    }
}

fn look<R: Record>(cx: &Cx<'_>, table: &Table<R>, found: &mut Found, pairs: &[Pair<R>]) {
    for (row, record) in table.iter() {
        let mut told: Vec<(Col<R>, Col<R>)> = Vec::new();
        for (start, end, days) in pairs {
            let Some((from, to)) = days(&record).filter(|(from, to)| to < from) else { continue };
            // One wrong date contradicts several others, and is told once.
            if told.iter().any(|(start_told, end_told)| start_told == start || end_told == end) {
                continue;
            }
            told.push((*start, *end));
            let (start_at, end_at) = (table.at(row, *start), table.at(row, *end));
            let (start, end) = (start.column, end.column);
            let message = say!(
                "{end} is {to}, before {start}, which is {from}",
                "{end}是 {to}，早于{start}的 {from}",
                end = column(end),
                start = column(start),
                to = written(cx, end_at, to),
                from = written(cx, start_at, from)
            );
            let help = if matches!(end.code, "to" | "left" | "closed") {
                say!("correct one of the two dates; while it lasts, leave '{end}' empty", "改正其中一个日期；还没结束时“{end}”不填", end = end.code)
            } else {
                say!("correct one of the two dates", "改正其中一个日期")
            };
            let record = cx.record_at(table.row_at(row));
            let cause = format!("{} {} {from} {} {to}", R::DESCRIPTION.name, start.code, end.code);
            found.add(Finding::new(record, end_at, message).help(help).cause(cause).related(start_at, say!("this is later", "这个日期更晚")));
        }
    }
}
