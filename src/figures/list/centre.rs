//! Centres: where they are, which teams belong to them, what these did, what was brought there.

use crate::book::Book;
use crate::figures::Sheet;
use crate::figures::needs::TALLIED;
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::centres::Centre;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::value::{Row, TableId};

use super::columns::{Extra, Gathers, Pick, columns, counted, figures, tally};
use super::names::named;
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing, publicity};

pub(super) static NOUN: Noun = Noun {
    filters: &["place", "kind", "team"],
    reads: TALLIED.with(&[TableId::REQUESTS, TableId::TEAMS]),
    shows: TableSet::of(&[TableId::REQUESTS, TableId::TEAMS, TableId::PUBLICITY]),
    periods: Periods::Figures,
    counts: true,
    ..Noun::of::<Centre>("centre", t("Centre", "服务中心"))
};

impl Thing for Centre {
    const COLUMNS: &'static [Pick<Self>] =
        columns![Centre: id, name, kind, +teams, +services, +participations, +hours, +beneficiaries, +requests, +unanswered, place];

    fn belongs(&self, asking: &Asking<'_>, row: Row<Self>) -> Belongs {
        let teams = &asking.book.teams;
        let team = teams.iter().find(|(team, record)| record.centre.get() == Some(row) && asking.filters.has_team(Some(*team)));
        Belongs { team: team.map(|(team, _)| team), place: self.place.get(), is_own: true, ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let book = asking.book;
        let brought = move |is_counted: fn(&Request, &Asking<'_>) -> bool| {
            let counted = book.requests.iter().filter(move |(_, request)| is_counted(request, asking));
            tally(counted.filter_map(|(_, request)| request.centre.get()).map(|centre| centre.number))
        };
        let mut extras = vec![
            counted("teams", t("Teams", "服务队"), move || {
                let open = book.teams.iter().filter(|(_, team)| team.is_current(asking));
                tally(open.filter_map(|(_, team)| team.centre.get()).map(|centre| centre.number))
            }),
            counted("requests", t("Requests", "服务需求"), move || brought(is_received)),
            counted("unanswered", t("Not answered", "未答复"), move || brought(|request, asking| request.is_current(asking))),
        ];
        // What is done by the teams of a centre, each of which names one, is done for the centre.
        extras.extend(figures(asking, "team", Gathers::By(of_team)));
        extras
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        let columns = columns![Team: id, name, kind, +leader, +members, +services, +hours];
        sheets.extend(related::<Team>(asking, "teams", t("Teams", "服务队"), columns, |_, team| {
            team.centre.get() == Some(row) && team.is_current(asking)
        }));
        let columns = columns![Request: id, received, kind, subject, status, +answer_by];
        sheets.extend(related::<Request>(asking, "requests", t("Requests to answer", "待答复的需求"), columns, |_, request| {
            request.centre.get() == Some(row) && request.is_current(asking)
        }));
        sheets.extend(publicity::about(asking, &named(asking.book, row).id));
        sheets
    }
}

/// The centre of a team.
fn of_team(book: &Book, team: u32) -> Option<u32> {
    book.teams.get(Row::new(team))?.centre.get().map(|centre| centre.number)
}

/// Whether a request came in by the day asked about, in the period of the figures.
fn is_received(request: &Request, asking: &Asking<'_>) -> bool {
    request.received.get().is_some_and(|day| day <= asking.ask.as_of && asking.figures_of().is_none_or(|period| period.has(day)))
}
