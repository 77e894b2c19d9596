//! What was done before the book began: counted apart.

use crate::table;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::value::{Amount, Count, Day, Row, Str};

table! {
    /// Figures carried over from before the book.
    Opening in "openings" by volunteer, team = "Openings", "期初数": "what a volunteer or a team had done before the book began", "建账以前志愿者或服务队已有的服务";
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    may team: Row<Team> = "Team", "服务队";
    must until: Day = "Until", "截至";
    must services: Count = "Services", "服务次数";
    must hours: Amount = "Hours", "服务时长" ["时长"];
    must beneficiaries: Count = "Beneficiaries", "受益人次";
    must source: Str = "Source", "来源";
}
