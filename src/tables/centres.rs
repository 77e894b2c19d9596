//! Centres: sub-centres, service centres, rooms, hotlines.

use crate::table;
use crate::tables::places::Place;
use crate::tables::vocabulary::CentreKinds;
use crate::value::{Id, Row, Str, Word};

table! {
    /// A centre, sub-centre, room or hotline.
    Centre in "centres" by id = "Centres", "服务中心": "a centre, sub-centre, room or hotline", "服务中心、分中心、服务室或热线";
    must id: Id = "Id", "编号" ["中心编号"]:
        "A code chosen once and kept: teams and requests name the centre by it.", "选定后不再更改的编号，服务队和服务需求凭它指这个中心。";
    must name: Str = "Name", "名称" ["中心名称"]:
        "What people call it.", "大家怎样叫它。";
    must kind: Word<CentreKinds> = "Kind", "类型":
        "What kind of centre it is: a service centre, a sub-centre, a room, a hotline …", "属于哪一类：服务中心、服务分中心、服务室、服务热线……";
    must place: Row<Place> = "Place", "地点" ["所在地"]:
        "The place that it serves.", "服务哪个地点。";
    may phone: Str = "Phone", "电话" ["联系电话", "手机", "手机号", "手机号码", "联系方式"]:
        "The number that anybody may call; empty: none.", "对外公布的电话；没有就不填。";
    => "
-- centres.csv
id,name,kind,place,phone
c1,East Village service room,room,east,
c2,Volunteer hotline,hotline,riverside,12345
", "
-- centres.csv
编号,名称,类型,地点,电话
c1,东村服务室,服务室,东村,
c2,志愿服务热线,热线,城东,12345
";
}
