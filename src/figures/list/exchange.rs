//! Mutual labour: who gave whom hours, and who owes how many.

use crate::figures::{Column, Sheet, Value};
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::exchanges::Exchange;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Row, TableId};

use super::columns::{Pick, columns};
use super::{Asking, Noun, Periods, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "kind", "place", "branch", "track", "role", "volunteer"],
    shows: TableSet::of(&[TableId::EXCHANGES]),
    periods: Periods::Begins,
    settled: t("dated later", "日期在此之后"),
    ..Noun::of::<Exchange>("exchange", t("Mutual labour", "互利换工"))
};

impl Thing for Exchange {
    const COLUMNS: &'static [Pick<Self>] = columns![Exchange: id, date, giver, receiver, hours, kind, what];

    fn more(&self, asking: &Asking<'_>, _: Row<Self>) -> Vec<Sheet> {
        let people: Vec<Row<Volunteer>> = [self.giver.get(), self.receiver.get()].into_iter().flatten().collect();
        balances(asking, &people).into_iter().collect()
    }
}

/// What people gave and received up to the day asked about, and the balance: less than nothing is owed. `None` where there was nothing.
pub(super) fn balances(asking: &Asking<'_>, people: &[Row<Volunteer>]) -> Option<Sheet> {
    let counted = || {
        asking.book.exchanges.iter().map(|(_, exchange)| exchange).filter(|exchange| exchange.date.get().is_some_and(|day| day <= asking.ask.as_of))
    };
    let sum = |is_his: &dyn Fn(&Exchange) -> bool| counted().filter(is_his).filter_map(|exchange| exchange.hours.get()).sum::<Amount>();
    if people.iter().all(|person| counted().all(|exchange| exchange.giver.get() != Some(*person) && exchange.receiver.get() != Some(*person))) {
        return None;
    }
    let rows = people.iter().map(|person| {
        let (gave, received) = (sum(&|exchange| exchange.giver.get() == Some(*person)), sum(&|exchange| exchange.receiver.get() == Some(*person)));
        vec![asking.named(Some(*person)), Value::Amount(gave), Value::Amount(received), Value::Amount(gave - received)]
    });
    let columns = vec![
        Column::words("volunteer", t("Volunteer", "志愿者")),
        Column::figure("gave", t("Gave", "出工")),
        Column::figure("received", t("Received", "受工")),
        Column::figure("balance", t("Balance", "结余")),
    ];
    Some(Sheet::list("balance", t("Balance of hours", "工时结余"), asking.scope.clone(), columns, rows.collect()))
}
