//! The page that says what the book is, and that everybody in it is invented.

use super::Counts;
use super::land::Township;
use super::people::{Team, Volunteer};
use crate::generate::sheet::Files;

/// Writes `README.md`.
pub fn write(townships: &[Township], teams: &[Team], people: &[Volunteer], counts: &Counts, files: &mut Files) {
    let villages: usize = townships.iter().map(|township| township.villages.len()).sum();
    let Counts { services, beneficiaries, participations } = counts;
    let (towns, teams, people) = (townships.len(), teams.len(), people.len());
    let text = format!(
        "# 婺城区志愿服务总队（虚构示例）

这个文件夹是 `rollbook` 的一本大台账，记一个区 2013 年的志愿服务，到 2013-12-31 为止。

**人物、村庄、单位、服务队、活动和文字全部是虚构的，与任何真人真事无关。** 只有下面的总数照公布的数字编成。没有电话号码，没有身份证号。

| 公布的总数 | 这里 | 在哪里 |
|---|---|---|
| 服务队 346 支 | {teams} | `teams/` |
| 志愿者 2292 名 | {people} | `volunteers.csv` |
| 22 个乡镇街道，各有便民服务中心和党员服务中心 | {towns} | `places.csv`、`centres.csv` |
| 603 个村、社区，各有服务室 | {villages} | `places.csv`、`centres.csv` |
| 每个乡镇街道一个活动品牌，有编号的目标：八小献爱心、互利换工、五个一…… | {towns} | `campaigns.csv` |
| 服务 1250 多次，受益 4000 多人次 | {services}、{beneficiaries} | `activities.csv` |
| 2292 名志愿者都作了公开承诺 | {people} | `commitments.csv` |
| 清理垃圾 30 多吨，劝导 1250 次，巡逻 320 次 | | `outcomes.csv` |
| 结对能人党员 220 人 | | `outcomes.csv` |
| 脱困 500 户 | | `pairings.csv` |
| 金点子 130 条，解决技术难题 35 个，学校文艺节目和校园巡查 | | `outcomes.csv` |
| 宣传先进典型 | | `recognitions.csv`、`publicity.csv` |

参加记录 {participations} 条是编的，没有公布过。表头和固定的词用代码，和 `../chengdong` 的中文表头是同一种格式。

由 `cargo run --release --example generate -- wucheng` 写出，每次逐字节相同；不要手改。

```
rollbook check
rollbook stats --by track
rollbook stats --by campaign
```

## In English

A large example book: one year of a district's volunteer service, closed at the end of 2013. **All people, villages, works, teams,
activities and texts are invented.** Only the totals above are those that were published: 346 teams, 2292 volunteers with a public
commitment each, 22 townships, 603 villages and communities, 1250 services and more, 4000 beneficiaries and more, and the outcomes of
four tracks. Written by `cargo run --release --example generate`; do not edit it by hand.
"
    );
    files.insert("README.md".into(), text);
}
