//! Branches: the home organisation that a volunteer reports to.

use crate::table;
use crate::tables::places::Place;
use crate::tables::volunteers::Volunteer;
use crate::value::{Id, Row, Str};

table! {
    /// A branch, or a branch group below one.
    Branch in "branches" by id = "Branches", "党支部": "a home organisation that volunteers report to", "志愿者所属的党支部或党小组";
    must id: Id = "Id", "编号" ["支部编号"];
    must name: Str = "Name", "名称" ["支部名称"];
    may parent: Row<Branch> = "Part of", "上级" ["上级支部", "上级党组织"];
    may place: Row<Place> = "Place", "地点" ["所在地"];
    may secretary: Row<Volunteer> = "Secretary", "支部书记" ["书记"];
}
