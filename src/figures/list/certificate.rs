//! Certificates: what they say, and what the book says of the same services today.

use crate::book::needs::SERVICES;
use crate::figures::{Sheet, Value};
use crate::say::t;
use crate::tables::certificates::Certificate;
use crate::value::{Amount, Period, Row};

use super::columns::{Extra, Pick, columns};
use super::thing::end;
use super::volunteer::{Attended, attended, services};
use super::{Asking, Noun, Periods, Span, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["team", "place", "branch", "track", "role", "volunteer"],
    reads: SERVICES,
    periods: Periods::Begins,
    settled: t("revoked, or issued later", "已撤销，或之后才开具"),
    ..Noun::of::<Certificate>("certificate", t("Certificate", "志愿服务记录证明"))
};

impl Thing for Certificate {
    const COLUMNS: &'static [Pick<Self>] = columns![Certificate: id, issued, volunteer, period, hours, services, by, revoked];

    /// From the day it was issued to the day it was revoked.
    fn span(&self) -> Span {
        Span { first: self.issued.get(), last: end(self.revoked) }
    }

    fn is_current(&self, asking: &Asking<'_>) -> bool {
        let is_revoked = self.revoked.get().is_some_and(|revoked| revoked <= asking.ask.as_of);
        self.issued.get().is_none_or(|issued| issued <= asking.ask.as_of) && !is_revoked
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let today = move |certificate: &Certificate| -> Option<Vec<Attended>> {
            Some(attended(asking, certificate.volunteer.get()?, Some(period(asking, certificate)?)).collect())
        };
        vec![
            Extra::figure("hours_today", t("Hours, by the book today", "台账现有服务时长"), move |_, certificate: &Certificate| {
                today(certificate).map_or(Value::Empty, |all| Value::Amount(all.iter().map(|part| part.hours).sum::<Amount>()))
            }),
            Extra::figure("services_today", t("Services, by the book today", "台账现有服务次数"), move |_, certificate: &Certificate| {
                today(certificate).map_or(Value::Empty, |all| Value::Count(all.len() as u64))
            }),
        ]
    }

    fn more(&self, asking: &Asking<'_>, _: Row<Self>) -> Vec<Sheet> {
        let rests_on = self.volunteer.get().zip(period(asking, self));
        let sheet = rests_on.map(|(volunteer, period)| services(asking, volunteer, Some(period), usize::MAX));
        sheet.map(|sheet| Sheet { title: t("What it rests on", "所依据的服务").into(), ..sheet }).into_iter().collect()
    }
}

/// The period that it is about.
fn period(asking: &Asking<'_>, certificate: &Certificate) -> Option<Period> {
    let text = asking.book.certificates.text(certificate.period.get()?.0);
    Period::parse(text, asking.ask.as_of).ok()
}
