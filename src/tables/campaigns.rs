//! Campaigns: activities under a name of their own, with goals.

use crate::table;
use crate::tables::places::Place;
use crate::tables::vocabulary::Tracks;
use crate::value::list::Texts;
use crate::value::{Day, Id, Row, Str, Word};

table! {
    /// A campaign with its own name.
    Campaign in "campaigns" by id;
    title = "Campaigns", "活动品牌";
    row = "a campaign with its own name and goals", "有自己名称和目标的活动品牌";
    must id: Id = "Id", "编号" ["品牌编号", "活动品牌编号", "Campaign id", "Campaign number", "Campaign code"]:
        "A code chosen once and kept: activities name the campaign by it.", "选定后不再更改的编号，活动凭它指这个品牌。";
    must name: Str as Name = "Name", "名称" ["品牌名称", "活动品牌名称", "活动品牌", "品牌", "Campaign name", "Campaign"]:
        "What it is called.", "品牌的名称。";
    may place: Row<Place> = "Place", "地点" ["服务地点", "所在地", "所在地点", "Location"]:
        "Where it is held; empty: everywhere.", "在哪里开展；不填表示不限地点。";
    may track: Word<Tracks> = "Track", "类别" ["适用类别", "For track"]:
        "The track that it is for; empty: all.", "面向哪一类志愿者；不填表示不限类别。";
    must from: Day as Starts = "From", "起始日期" [
        "启动日期", "启动时间", "开始日期", "开始时间", "起始时间", "起始日", "Start", "Start date", "Started", "Starts", "Begin",
        "Begins", "From date", "Since"
    ]:
        "Its first day.", "开始的第一天。";
    may to: Day as Ends after from = "To", "结束日期" [
        "截止日期", "结束时间", "截止时间", "终止日期", "终止时间", "到期日期", "End", "Ends", "Ended", "End date", "Until", "Till",
        "To date"
    ]:
        "Its last day; empty: no end is set.", "最后一天；不填表示没有定结束的日子。";
    may goals: Texts = "Goals", "目标" ["活动目标", "品牌目标", "Goal", "Aims", "Objectives"]:
        "Its goals, in their order.", "品牌的各项目标，按顺序写。";
    => "
-- campaigns.csv
id,name,place,track,from,to,goals
small-deeds,Eight small kindnesses,riverside,,2026-01-01,2026-12-31,visit a neighbour;clear the lanes;light the paths
", "
-- campaigns.csv
编号,名称,地点,类别,起始日期,结束日期,目标
八小,八小献爱心,城东,,2026-01-01,2026-12-31,看望邻居;清理巷道;点亮小路
";
}
