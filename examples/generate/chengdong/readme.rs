//! The page that says what the book is, and that everybody in it is invented.

use super::Counts;
use super::land::Land;
use super::people::{Team, Volunteer};
use crate::generate::sheet::Files;

/// Writes `README.md`.
pub fn write(land: &Land, teams: &[Team], people: &[Volunteer], counts: &Counts, files: &mut Files) {
    let active = people.iter().filter(|person| person.left.is_none()).count();
    let subs: std::collections::BTreeSet<&str> = land.areas.iter().map(|area| area.centre.as_str()).collect();
    let grids: usize = land.areas.iter().map(|area| area.grids.len()).sum();
    let least = teams.iter().map(|team| team.members.len()).min().unwrap_or_default();
    let Counts { services, participations } = counts;
    let (teams, gone, subs) = (teams.len(), people.len() - active, subs.len());
    let text = format!(
        "# 城东街道志愿服务总队（虚构示例）

这个文件夹是 `rollbook` 的一本大台账，记一个街道 2012 年四个季度的志愿服务，到 2012-12-31 为止。

**人物、社区、村、单位、服务队、活动和文字全部是虚构的，与任何真人真事无关。** 只有下面的总数照公布的数字编成。没有电话号码，没有身份证号。

| 公布的总数 | 这里 | 在哪里 |
|---|---|---|
| 志愿者 1800 多名 | {active} 名在册，另有 {gone} 名已退出 | `volunteers.csv` |
| 服务队 79 支 | {teams} | `teams/` |
| 服务分中心 9 个 | {subs} | `centres.csv` |
| 每支服务队至少 5 至 7 人 | 最少 {least} 人 | `memberships.csv` |

照公布的做法编成的还有：

- 每人只编入一支服务队，可以参加任何一支队的活动；转队、退出、暂离各有记录（`memberships.csv`、`leaves.csv`）。
- 村和单位的支部书记任负责人，一名书记可以负责几支队（`appointments.csv`、`branches.csv`）。
- 每队有骨干（干部、网格长）、后备（医生、教师、代表、老年人）和队员。
- 每人申报一个服务岗位，在外或居家（`posts.csv`）；每人联系一个服务点的住户，有的一对一帮扶（`pairings.csv`）。
- 群众从网格、村居、服务队、分中心、热线提出需求，志愿者的困难和建议也收，件件有答复（`requests.csv`）。
- 活动小、散、活：{services} 次，参加记录 {participations} 条，这两个数是编的。预告发到群里（`publicity.csv`）。
- 每季总结反馈到党支部和 {grids} 个网格（`summaries/`）。

表头和固定的词都用中文，和 `../wucheng` 的代码表头是同一种格式。
由 `cargo run --release --example generate -- chengdong` 写出，每次逐字节相同；不要手改。

```
rollbook check
rollbook stats --by quarter
rollbook stats --by kind
```

## In English

A large example book: four quarters of a subdistrict's volunteer service, closed at the end of 2012, with Chinese headers and words.
**All people, places, units, teams, activities and texts are invented.** Only the totals above are those that were published: 1800
volunteers and a few, 79 teams, 9 sub-centres, at least 5 to 7 members in every team. Written by `cargo run --release --example generate`;
do not edit it by hand.
"
    );
    files.insert("README.md".into(), text);
}
