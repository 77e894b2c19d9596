//! Lasting help to a household or a person.

use crate::fixed_words;
use crate::table;
use crate::tables::places::Place;
use crate::tables::volunteers::Volunteer;
use crate::value::{Count, Day, Id, Row, Str};

fixed_words! {
    /// What kind of lasting help.
    pub enum PairingKind {
        OneToOne = "one-to-one", "One-to-one", "一对一";
        Support = "support", "Support", "帮扶";
        ServicePoint = "service-point", "Service point", "服务点";
    }
}

table! {
    /// A bond between a volunteer and those who are helped.
    Pairing in "pairings" by id = "Pairings", "结对帮扶": "lasting help to a household or a person", "对家庭或个人的结对帮扶";
    must id: Id = "Id", "编号" ["结对编号"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must kind: PairingKind = "Kind", "类型";
    must recipient: Str = "Recipient", "帮扶对象";
    must households: Count = "Households", "户数";
    may place: Row<Place> = "Place", "地点";
    must from: Day = "From", "起始日期" ["开始日期"];
    may to: Day = "To", "结束日期" ["截止日期"];
    may raised: Day = "Raised", "脱困日期";
}
