//! Leaves: who is away, since when, for how long.

use crate::book::needs::HISTORY;
use crate::figures::Value;
use crate::say::t;
use crate::tables::leaves::Leave;

use super::columns::{Extra, Pick, columns};
use super::{Asking, Noun, Periods, Span, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "branch", "track", "role", "volunteer"],
    reads: HISTORY,
    periods: Periods::Lasts,
    settled: t("over or not yet begun", "已结束或尚未开始"),
    ..Noun::of::<Leave>("leave", t("Leave", "暂离"))
};

impl Thing for Leave {
    const COLUMNS: &'static [Pick<Self>] = columns![Leave: volunteer, from, to, +days, reason, +home_team];

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let (book, as_of) = (asking.book, asking.ask.as_of);
        vec![
            Extra::figure("days", t("Days", "天数"), move |_, leave: &Leave| {
                let Span { first, last } = leave.span();
                // Both days are in.
                let days = first.zip(last).map(|(first, last)| last.min(as_of).since(first) + 1);
                days.and_then(|days| u64::try_from(days).ok()).map_or(Value::Empty, Value::Count)
            }),
            Extra::refers("home_team", t("Home team", "所属服务队"), move |_, leave: &Leave| {
                let home = leave.volunteer.get().and_then(|volunteer| book.history().home(volunteer, None, as_of));
                asking.named(home.map(|stay| stay.team))
            }),
        ]
    }
}
