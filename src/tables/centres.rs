//! Centres: sub-centres, service centres, rooms, hotlines.

use crate::table;
use crate::tables::places::Place;
use crate::tables::vocabulary::CentreKinds;
use crate::value::{Id, Row, Str, Word};

table! {
    /// A centre, sub-centre, room or hotline.
    Centre in "centres" by id = "Centres", "服务中心": "a centre, sub-centre, room or hotline", "服务中心、分中心、服务室或热线";
    must id: Id = "Id", "编号" ["中心编号"];
    must name: Str = "Name", "名称" ["中心名称"];
    must kind: Word<CentreKinds> = "Kind", "类型";
    must place: Row<Place> = "Place", "地点" ["所在地"];
    may phone: Str = "Phone", "电话" ["联系电话", "手机", "手机号", "手机号码", "联系方式"];
}
