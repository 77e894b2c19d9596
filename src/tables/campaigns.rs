//! Campaigns: activities under a name of their own, with goals.

use crate::table;
use crate::tables::places::Place;
use crate::tables::vocabulary::Tracks;
use crate::value::list::Texts;
use crate::value::{Day, Id, Row, Str, Word};

table! {
    /// A campaign with its own name.
    Campaign in "campaigns" by id = "Campaigns", "活动品牌": "a campaign with its own name and goals", "有自己名称和目标的活动品牌";
    must id: Id = "Id", "编号" ["品牌编号"];
    must name: Str = "Name", "名称" ["品牌名称"];
    may place: Row<Place> = "Place", "地点";
    may track: Word<Tracks> = "Track", "类别";
    must from: Day = "From", "起始日期" ["开始日期"];
    may to: Day = "To", "结束日期" ["截止日期"];
    may goals: Texts = "Goals", "目标";
}
