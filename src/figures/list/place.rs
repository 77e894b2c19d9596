//! Places: what lies in them, and what was done there and below.

use crate::book::Recipients;
use crate::book::recipients::households_below;
use crate::figures::Sheet;
use crate::figures::needs::TALLIED;
use crate::say::t;
use crate::tables::TableSet;
use crate::tables::centres::Centre;
use crate::tables::pairings::{Pairing, PairingKind};
use crate::tables::places::Place;
use crate::tables::posts::Post;
use crate::tables::requests::Request;
use crate::tables::teams::Team;
use crate::value::{Row, TableId};

use super::columns::{Extra, Gathers, Pick, columns, counted, figures, tally_below};
use super::related::related;
use super::{Asking, Belongs, Noun, Periods, Thing};

pub(super) static NOUN: Noun = Noun {
    filters: &["place", "kind"],
    reads: TALLIED.with(&[TableId::PAIRINGS, TableId::PLACES]),
    shows: TableSet::of(&[TableId::CENTRES, TableId::TEAMS, TableId::REQUESTS, TableId::POSTS, TableId::PAIRINGS, TableId::ACTIVITIES]),
    periods: Periods::Figures,
    counts: true,
    note: Some(t(
        "The figures of a place include those of all places in it, so that rows do not add up.",
        "地点的数字包括其全部下级，因此各行不能相加。",
    )),
    ..Noun::of::<Place>("place", t("Place", "地点"))
};

impl Thing for Place {
    const COLUMNS: &'static [Pick<Self>] =
        columns![Place: id, name, kind, +teams, +residents, +services, +participations, +hours, +beneficiaries, households, +covered];

    fn belongs(&self, _: &Asking<'_>, row: Row<Self>) -> Belongs {
        Belongs { place: Some(row), ..Belongs::default() }
    }

    fn extras<'a>(asking: &'a Asking<'_>) -> Vec<Extra<'a, Self>> {
        let book = asking.book;
        let places = book.places_below();
        let mut extras = vec![
            counted("teams", t("Teams", "服务队"), move || {
                let open = book.teams.iter().filter(|(_, team)| team.is_current(asking));
                tally_below(places, open.filter_map(|(_, team)| team.place.get()).map(|place| place.number))
            }),
            counted("residents", t("Volunteers living there", "居住的志愿者"), move || {
                let active = book.volunteers.iter().filter(|(_, volunteer)| volunteer.is_current(asking));
                tally_below(places, active.filter_map(|(_, volunteer)| volunteer.residence.get()).map(|place| place.number))
            }),
            counted("covered", t("Households of service points", "服务点联系户数"), move || {
                let points = book.pairings.iter().filter(|(_, p)| p.kind.get() == Some(PairingKind::ServicePoint) && p.is_current(asking));
                let recipients = Recipients::of(book);
                let reached = points.filter_map(|(row, p)| Some((p.place.get()?.number, recipients.get(row), u64::from(p.households.get()?.0))));
                (0..).zip(households_below(places, reached)).collect()
            }),
        ];
        extras.extend(figures(asking, "place", Gathers::Below(places)));
        extras
    }

    fn more(&self, asking: &Asking<'_>, row: Row<Self>) -> Vec<Sheet> {
        let here = |place: Option<Row<Place>>| place == Some(row);
        let mut sheets = Vec::new();
        let columns = columns![Place: id, name, kind, +teams, +residents, +services, +hours];
        sheets.extend(related::<Place>(asking, "places", t("Places in it", "下级地点"), columns, |_, place| here(place.parent.get())));
        sheets.extend(related::<Centre>(asking, "centres", t("Centres", "服务中心"), columns![Centre: id, name, kind], |_, centre| {
            here(centre.place.get())
        }));
        let columns = columns![Team: id, name, kind, +leader, +members, +services, +hours];
        sheets
            .extend(related::<Team>(asking, "teams", t("Teams", "服务队"), columns, |_, team| here(team.place.get()) && team.is_current(asking)));
        let columns = columns![Request: id, received, kind, subject, status, +answer_by];
        sheets.extend(related::<Request>(asking, "requests", t("Requests to answer", "待答复的需求"), columns, |_, request| {
            here(request.place.get()) && request.is_current(asking)
        }));
        let columns = columns![Post: id, name, capacity, +declared, +free];
        sheets.extend(related::<Post>(asking, "posts", t("Service posts", "服务岗位"), columns, |_, post| here(post.place.get())));
        let columns = columns![Pairing: id, volunteer, kind, households, from];
        sheets.extend(related::<Pairing>(asking, "pairings", t("Pairings", "结对帮扶"), columns, |_, pairing| {
            here(pairing.place.get()) && pairing.is_current(asking)
        }));
        sheets
    }
}
