//! Requests that came in: by whom they were brought, how long they took, and how satisfied people were.

use crate::book::Book;
use crate::figures::LeftOut;
use crate::figures::stats::{by, share};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::centres::Centre;
use crate::tables::requests::{Request, RequestStatus};
use crate::tables::vocabulary::{Channels, RequestKinds};
use crate::tables::{Column, TableSet};
use crate::value::fixed::Fixed;
use crate::value::{Day, Row, TableId};

use super::dimension::Dimension;
use super::measure::{Measure, count, longest, mean, median};
use super::{Asking, Items, Question};

/// `--of requests`.
pub(super) struct Requests;

/// A request as it stood on the day asked about.
pub(super) struct Item {
    request: Request,
    received: Day,
    status: RequestStatus,
    standing: Standing,
    /// Days from receipt to verification.
    verified: Option<i64>,
    /// Days from receipt to the answer.
    answered: Option<i64>,
    satisfaction: Option<u8>,
}

/// Whether somebody was answered when they should be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Answered on or before the last day.
    InTime,
    /// Answered after it.
    Late,
    /// Answered, on a day that the book does not say.
    Undated,
    /// Not answered, and the last day is over.
    Overdue,
    /// Not answered, and there is still time.
    Waiting,
    /// Nobody can tell.
    Unknown,
}

impl Standing {
    fn is_answered(self) -> bool {
        matches!(self, Self::InTime | Self::Late | Self::Undated)
    }

    /// Whether it counts for how many were answered in time.
    fn is_due(self) -> bool {
        matches!(self, Self::InTime | Self::Late | Self::Overdue)
    }
}

impl Question for Requests {
    type Item = Item;
    const CODE: &'static str = "requests";
    const TITLE: T = t("Requests", "服务需求");
    const TABLES: TableSet = TableSet::of(&[TableId::REQUESTS]);
    const FILTERS: &'static [&'static str] = &["kind", "team", "place", "branch", "track", "volunteer"];
    const KIND: Option<&'static Column> = Some(Request::kind.column);

    fn items(asking: &Asking<'_>) -> Items<Item> {
        let requests = &asking.book.requests;
        let is_lost = |r: &Request| r.id.get().is_none() || r.status.get().is_none();
        let mut unknown = LeftOut::default();
        let mut items = Items::of(
            asking,
            requests,
            |r| r.received.get(),
            is_lost,
            |row, request, received| {
                let is_asked = asking.has_volunteer(request.volunteer.get())
                    && asking.filters.has_host(request.team.get())
                    && asking.filters.has_place(request.place.get());
                is_asked.then(|| {
                    if request.verified.is_broken() || request.answered.is_broken() {
                        unknown.add("requests", asking.book.cause(requests, row, &[Request::verified, Request::answered]), 1);
                    }
                    item(asking, request, received)
                })
            },
        );
        items.left_out.join(unknown);
        items
    }

    fn dimensions() -> Vec<Dimension<Item>> {
        let mut all = vec![
            Dimension::words::<Channels>("channel", t("Channel", "渠道"), |_, item: &Item, _| by::Key::word(item.request.channel)),
            Dimension::words::<RequestKinds>("kind", t("Kind", "类型"), |_, item: &Item, _| by::Key::word(item.request.kind)),
            Dimension::own(by::place::DIMENSION.heads(), |look, item: &Item, level| by::place::key_of(look, item.request.place, level)),
            Dimension::own(CENTRE, |_, item: &Item, _| by::Key::row(item.request.centre)),
            Dimension::own(by::Heads { title: t("Team", "服务队"), ..by::team::DIMENSION.heads() }, |_, item: &Item, _| {
                by::Key::row(item.request.team)
            }),
            Dimension::own(STATUS, |_, item: &Item, _| by::Key::Of(u32::from(item.status.number()))),
        ];
        all.extend(Dimension::of_days(|item: &Item| item.received));
        all
    }

    fn measures() -> Vec<Measure<Item>> {
        vec![
            Measure::<Item>::new("requests", t("Requests", "需求数"), |items| count(items.len())).in_overview("requests", t("Requests", "服务需求")),
            Measure::<Item>::new("answered", t("Answered", "已答复"), |items| count(standing(items, Standing::is_answered)))
                .in_overview("requests_answered", t("Requests answered", "已答复的需求")),
            Measure::<Item>::new("overdue", t("Overdue", "逾期未答复"), |items| count(standing(items, |s| s == Standing::Overdue)))
                .in_overview("requests_overdue", t("Requests overdue", "逾期未答复的需求")),
            Measure::<Item>::new("in_time_share", t("In time", "按期答复率"), |items| {
                share(standing(items, |s| s == Standing::InTime) as u64, standing(items, Standing::is_due) as u64)
            })
            .in_overview("requests_in_time_share", t("Requests answered in time", "需求按期答复率")),
            Measure::<Item>::new("answer_days_median", t("Days to answer, median", "答复天数中位数"), |items| {
                median(items.iter().filter_map(|i| i.answered))
            })
            .in_overview("requests_answer_days_median", t("Days to answer, median", "答复天数中位数")),
            Measure::<Item>::new("answer_days_longest", t("Days to answer, longest", "最长答复天数"), |items| {
                longest(items.iter().filter_map(|i| i.answered))
            }),
            Measure::<Item>::new("verify_days_median", t("Days to verify, median", "核实天数中位数"), |items| {
                median(items.iter().filter_map(|i| i.verified))
            }),
            Measure::<Item>::new("verify_days_longest", t("Days to verify, longest", "最长核实天数"), |items| {
                longest(items.iter().filter_map(|i| i.verified))
            }),
            Measure::<Item>::new("satisfaction", t("Satisfaction, mean", "满意度均值"), |items| {
                mean(items.iter().filter_map(|i| i.satisfaction))
            })
            .in_overview("requests_satisfaction", t("Satisfaction, mean of 1 to 5", "满意度均值（1 至 5）")),
        ]
    }

    fn notes(book: &Book) -> Vec<Text> {
        vec![say!(
            "Days are counted from receipt; the median of an even number is the mean of the two in the middle. In time: answered by the \
             day under 'due', else within {days} days, as a share of those answered on a known day or overdue. Declined counts as answered.",
            "天数从受理日算起；个数为双数时，中位数取中间两个的平均。按期：在“期限”以前答复，没有写期限的在 {days} 天以内答复；\
             按期答复率以答复日期可知的和逾期未答复的为分母。已说明的算已答复。",
            days = book.settings.rules.answer_within_days
        )]
    }
}

const CENTRE: by::Heads = by::Heads {
    code: "centre",
    title: t("Centre", "服务中心"),
    named: true,
    reads: TableSet::of(&[TableId::CENTRES]),
    label: |look, number| look.row::<Centre>(number, |book| by::name_in(&book.centres, book.centres.get(Row::new(number)).map(|c| c.name))),
    level: None,
};

const STATUS: by::Heads = by::Heads {
    code: "status",
    title: t("Status", "状态"),
    named: false,
    reads: TableSet::NONE,
    label: |_, number| {
        let status = RequestStatus::nth(u8::try_from(number).unwrap_or_default());
        by::Label { order: u64::from(number), code: status.code().to_owned(), title: Text::from(status.title()) }
    },
    level: None,
};

fn standing(items: &[&Item], is: fn(Standing) -> bool) -> usize {
    items.iter().filter(|item| is(item.standing)).count()
}

fn item(asking: &Asking<'_>, request: Request, received: Day) -> Item {
    let as_of = asking.ask.as_of;
    // What lies before receipt is told as that, and counts for no days.
    let since = |day: Option<Day>| day.filter(|day| *day <= as_of && received <= *day).map(|day| day.since(received));
    let due = match request.due.get() {
        Some(due) => Some(due).filter(|due| received <= *due),
        None if request.due.is_broken() => None,
        None => Some(received.plus(asking.book.settings.rules.answer_within_days)),
    };
    let answered = since(request.answered.get());
    let standing = match (request.is_answered(as_of), due) {
        (None, _) => Standing::Unknown,
        (Some(true), due) => match (answered, due) {
            (Some(days), Some(due)) if received.plus(days) <= due => Standing::InTime,
            (Some(_), Some(_)) => Standing::Late,
            _ => Standing::Undated,
        },
        (Some(false), Some(due)) if due < as_of => Standing::Overdue,
        (Some(false), _) => Standing::Waiting,
    };
    Item {
        received,
        status: request.status_on(as_of).unwrap_or(RequestStatus::Open),
        standing,
        verified: since(request.verified.get()),
        answered: answered.filter(|_| standing.is_answered()),
        satisfaction: request.satisfaction.get().filter(|_| standing.is_answered()).map(|rating| rating.0),
        request,
    }
}
