//! Lasting help to a household or a person.

use crate::fixed_words;
use crate::table;
use crate::tables::places::Place;
use crate::tables::volunteers::Volunteer;
use crate::value::{Count, Day, Id, Row, Str};

fixed_words! {
    /// What kind of lasting help.
    pub enum PairingKind {
        OneToOne = "one-to-one", "One-to-one", "一对一" ["一对一帮扶", "一对一结对", "1:1"]: "one volunteer for one person or household", "一名志愿者帮一个人或一户";
        Support = "support", "Support", "帮扶" ["结对帮扶"]: "helps a household until it can do without", "帮一户人家脱离困难";
        ServicePoint = "service-point", "Service point", "服务点" ["联系点"]: "looks after the households around", "照应周围的住户";
    }
}

table! {
    /// A bond between a volunteer and those who are helped.
    Pairing in "pairings" by id;
    title = "Pairings", "结对帮扶";
    row = "lasting help to a household or a person", "对家庭或个人的结对帮扶";
    must id: Id = "Id", "编号" ["结对编号", "Pairing id", "Pairing number"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "结对志愿者", "帮扶人", "结对人"
    ]:
        "Who helps.", "谁帮扶。";
    must kind: PairingKind as Kind = "Kind", "类型" ["结对类型", "帮扶类型", "帮扶方式", "类别", "Type", "Pairing kind", "Pairing type"]:
        "What kind of lasting help it is.", "哪一种帮扶。";
    must recipient: Str = "Recipient", "帮扶对象" ["结对对象", "服务对象", "受助对象", "帮扶户", "结对户", "Person helped", "Household helped"]:
        "Who is helped: a code of private/served or a description, never the name of somebody in need.", "帮扶谁：写 private/served 里的编号或一句描述，不写服务对象的姓名。";
    must households: Count as Households = "Households", "户数" ["帮扶户数", "结对户数", "服务户数", "Number of households", "Household count"]:
        "How many households it reaches.", "帮扶多少户。";
    may place: Row<Place> = "Place", "地点" ["服务地点", "所在地", "所在地点", "Location"]:
        "Where they live; a service point covers households of this place.", "住在哪个地点；服务点覆盖的就是这个地点的住户。";
    must from: Day as Starts = "From", "起始日期" [
        "结对日期", "结对时间", "开始日期", "开始时间", "起始时间", "起始日", "Start", "Start date", "Started", "Starts", "Begin",
        "Begins", "From date", "Since"
    ]:
        "The first day of the help.", "帮扶的第一天。";
    may to: Day as Ends after from = "To", "结束日期" [
        "解除日期", "解除时间", "截止日期", "结束时间", "截止时间", "终止日期", "终止时间", "到期日期", "End", "Ends", "Ended",
        "End date", "Until", "Till", "To date"
    ]:
        "The last day of the help; empty: it goes on.", "帮扶的最后一天；不填表示仍在帮扶。";
    may raised: Day as Step after from = "Raised", "脱困日期" ["脱困时间", "脱贫日期", "脱贫时间", "Raised on", "Date raised"]:
        "The day from which they could do without; households raised are counted from here alone; empty: not yet.", "不再困难的日期，脱困户数只按这里计；不填表示还没有脱困。";
    => "
-- pairings.csv
id,volunteer,kind,recipient,households,place,from,to,raised
d1,v1,one-to-one,s1,1,east-3,2026-01-10,,
d2,v2,service-point,the north side of grid 3,60,east-3,2026-01-10,,
d3,v1,support,a family of four,1,east,2024-04-01,2025-10-31,2025-10-31
", "
-- pairings.csv
编号,志愿者,类型,帮扶对象,户数,地点,起始日期,结束日期,脱困日期
d1,v1,一对一,s1,1,东村3,2026-01-10,,
d2,v2,服务点,第三网格北侧,60,东村3,2026-01-10,,
d3,v1,帮扶,一户四口之家,1,东村,2024-04-01,2025-10-31,2025-10-31
";
}
