//! Tables of which nothing is said but what their columns are for: that is enough to list and show their rows.

use crate::tables::appointments::Appointment;
use crate::tables::memberships::Membership;
use crate::tables::openings::Opening;
use crate::tables::outcomes::Outcome;
use crate::tables::served::Served;

use super::Thing;

impl Thing for Appointment {}
impl Thing for Membership {}
impl Thing for Opening {}
impl Thing for Outcome {}
impl Thing for Served {}

#[cfg(test)]
mod tests {
    use crate::book::{Ask, Book, Snapshot};
    use crate::figures::Value;
    use crate::say::t;
    use crate::value::Day;

    use super::super::{Asking, Choice, Noun, Wish};
    use super::*;

    const OPENINGS: &str = "volunteer,team,until,services,hours,beneficiaries,source\n\
    v1,,2024-12-31,3,6,10,old book\n,patrol,2026-12-31,40,90,200,old book\n";
    const MEMBERSHIPS: &str = "volunteer,team,role,from,to\nv1,patrol,member,2024-01-01,2024-05-31\nv1,patrol,backbone,2025-01-01,\n";

    fn book() -> Book {
        let volunteers = "id,name,track,joined\nv1,Ann Reed,community,2020\n";
        let team = "name = \"Patrol\"\nkind = \"security\"\nplace = \"gate\"\nfounded = 2020-01-01\n";
        let files = [("volunteers.csv", volunteers), ("teams/patrol.toml", team), ("openings.csv", OPENINGS), ("memberships.csv", MEMBERSHIPS)];
        Book::read(Snapshot::of(files.into_iter().chain([("rollbook.toml", "format = 1\n")])))
    }

    #[test]
    fn a_table_without_any_code_of_its_own_is_listed_and_shown() {
        let (book, ask) = (book(), Ask::on(Day::parse("2026-06-30").unwrap()));
        let noun = Noun::of::<Opening>("opening", t("Opening", "期初数"));
        let asking = Asking::of(&noun, &book, ask, Choice::default()).unwrap();
        let sheet = (noun.list)(&noun, &asking, &Wish::default()).unwrap();
        let keys: Vec<&str> = sheet.columns.iter().map(|column| column.key.as_str()).collect();
        assert_eq!(keys, ["volunteer", "team", "until", "services", "hours", "beneficiaries"], "all but the note");
        assert_eq!(sheet.rows.len(), 1, "what is dated later is not listed by itself: {:?}", sheet.rows);
        assert!(matches!(&sheet.rows[0][0], Value::Refs(all) if all[0].name == "Ann Reed"));
        let all = Asking::of(&noun, &book, ask, Choice { all: true, ..Choice::default() }).unwrap();
        assert_eq!((noun.list)(&noun, &all, &Wish::default()).unwrap().rows.len(), 2);

        let noun = Noun::of::<Membership>("membership", t("Membership", "归属关系"));
        let asking = Asking::of(&noun, &book, ask, Choice::default()).unwrap();
        assert_eq!((noun.list)(&noun, &asking, &Wish::default()).unwrap().rows.len(), 1, "only what lasts");
        let about = Asking::about(&noun, &book, ask, None, false, &[]).unwrap();
        let shown = (noun.show)(&noun, &about, "v1/patrol/2024-01-01").unwrap();
        assert_eq!(shown[0].columns.len(), 5);
    }
}
