//! Places: districts, townships, villages, grids, each in a wider one.

use crate::table;
use crate::tables::vocabulary::PlaceKinds;
use crate::value::{Count, Id, Row, Str, Word};

table! {
    /// A district, township, village, community, enterprise, school or grid.
    Place in "places" by id = "Places", "地点": "a district, township, village, community, enterprise, school or grid", "区、镇街、村、社区、企业、学校或网格";
    must id: Id = "Id", "编号" ["地点编号"];
    must name: Str = "Name", "名称" ["地点名称"];
    must kind: Word<PlaceKinds> = "Kind", "类型" ["级别"];
    may parent: Row<Place> = "Part of", "上级" ["所属地点", "上级地点"];
    may households: Count = "Households", "户数";
}
