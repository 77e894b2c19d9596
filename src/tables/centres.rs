//! Centres: sub-centres, service centres, rooms, hotlines.

use crate::table;
use crate::tables::places::Place;
use crate::tables::vocabulary::CentreKinds;
use crate::value::{Id, Row, Str, Word};

table! {
    /// A centre, sub-centre, room or hotline.
    Centre in "centres" by id;
    title = "Centres", "服务中心";
    row = "a centre, sub-centre, room or hotline", "服务中心、分中心、服务室或热线";
    [has_addresses = true]
    must id: Id = "Id", "编号" ["中心编号", "服务中心编号", "站点编号", "Centre id", "Center id", "Centre number", "Centre code"]:
        "A code chosen once and kept: teams and requests name the centre by it.", "选定后不再更改的编号，服务队和服务需求凭它指这个中心。";
    must name: Str as Name = "Name", "名称" ["中心名称", "服务中心名称", "服务中心", "站点名称", "Centre name", "Center name", "Centre", "Center"]:
        "What people call it.", "大家怎样叫它。";
    must kind: Word<CentreKinds> as Kind = "Kind", "类型" ["中心类型", "中心类别", "类别", "Type", "Centre kind", "Centre type", "Center type"]:
        "What kind of centre it is: a service centre, a sub-centre, a room, a hotline …", "属于哪一类：服务中心、服务分中心、服务室、服务热线……";
    must place: Row<Place> = "Place", "地点" ["所在地", "所在地点", "Location"]:
        "The place that it serves.", "服务哪个地点。";
    may phone: Str as Phone = "Phone", "电话" [
        "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "Telephone", "Tel", "Phone number", "Mobile", "Mobile phone",
        "Mobile number", "Hotline"
    ]:
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
