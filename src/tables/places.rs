//! Places: districts, townships, villages, grids, each in a wider one.

use crate::table;
use crate::tables::vocabulary::PlaceKinds;
use crate::value::{Count, Id, Row, Str, Word};

table! {
    /// A district, township, village, community, enterprise, school or grid.
    Place in "places" by id;
    title = "Places", "地点";
    row = "a district, township, village, community, enterprise, school or grid", "区、镇街、村、社区、企业、学校或网格";
    [has_addresses = true]
    must id: Id = "Id", "编号" ["地点编号", "Place id", "Place number", "Place code"]:
        "A code chosen once and kept: other tables name the place by it.", "选定后不再更改的编号，其他表凭它指这个地点。";
    must name: Str as Name = "Name", "名称" ["地点名称", "Place name", "Place"]:
        "What people call it; two places may have the same name.", "大家怎样叫它；不同的地点可以同名。";
    must kind: Word<PlaceKinds> as Kind = "Kind", "类型" ["级别", "层级", "地点类型", "地点类别", "Level", "Type", "Place kind", "Place type"]:
        "What kind of place it is: a district, a township, a village, a grid …", "属于哪一类：区、镇街、村、网格……";
    may parent: Row<Place> as Parent = "Part of", "上级" ["所属地点", "上级地点", "所属上级", "Parent place", "Belongs to", "Within"]:
        "The wider place that it lies in; empty for the widest.", "所在的上一级地点；最大的地点不填。";
    may households: Count as Households = "Households", "户数" ["总户数", "住户数", "居民户数", "家庭户数", "Number of households", "Household count"]:
        "How many households live there, which the service points in it should reach; empty: not known.", "有多少户，服务点应当覆盖到；不填表示不清楚。";
    => "
-- places.csv
id,name,kind,parent,households
riverside,Riverside,district,,
east,East Village,village,riverside,420
mill,Mill Lane,community,riverside,310
east-3,East Village grid 3,grid,east,60
", "
-- places.csv
编号,名称,类型,上级,户数
城东,城东区,区,,
东村,东村,村,城东,420
磨坊,磨坊社区,社区,城东,310
东村3,东村第三网格,网格,东村,60
";
}
