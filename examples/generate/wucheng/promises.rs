//! Public commitments: everybody makes one, of a category that fits the track, and all are published.

use rollbook::value::Day;

use super::people::Volunteer;
use super::{YEAR, closed};
use crate::generate::days::{between, day};
use crate::generate::dice::Dice;
use crate::generate::sheet::{Files, Headers, Sheet, row};
use crate::generate::words::{Gaps, fill};

/// A category: its word, its titles, and what people promise.
pub type Category = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// The categories of each track.
pub const CATEGORIES: &[(&str, &[Category])] = &[
    (
        "community",
        &[
            (
                "cleaning",
                "Clean home",
                "清洁家园",
                &["{often}清扫一次{spot}", "认领一块{spot}，常年保洁", "{often}捡拾{spot}垃圾", "带头做好门前三包，帮邻居管好{spot}"],
            ),
            (
                "harmony",
                "Good neighbours",
                "邻里和睦",
                &[
                    "{often}走访{n}户邻居，有事当天报",
                    "一年调解{n}起邻里纠纷",
                    "联系{n}位独居老人，{often}敲门问安",
                    "楼道里的事有人管，{often}巡一遍",
                ],
            ),
            (
                "jobs",
                "Work for all",
                "帮扶就业",
                &["为{n}名待业居民介绍工作", "免费教{n}人一门手艺", "{often}收集一次招工信息，张贴上墙", "帮{n}户困难家庭找到增收门路"],
            ),
        ],
    ),
    (
        "rural",
        &[
            (
                "enterprise",
                "Raising wealth",
                "创业带富",
                &["带动{n}户种{crop}", "无偿提供{crop}种苗和技术给{n}户", "帮{n}户卖好{crop}", "办一个{crop}示范点，{often}开放一天"],
            ),
            (
                "relief",
                "Helping the poor",
                "扶贫帮困",
                &["结对{n}户困难户，{often}上门一次", "帮{n}户修房、收种", "资助{n}名困难学生到毕业", "代管留守老人{n}户的田水"],
            ),
            (
                "customs",
                "Better customs",
                "移风易俗",
                &["自家红白喜事从简，劝说{n}户照办", "不赌博，劝住身边{n}人", "{often}讲一次{law}", "垃圾不落地，带动{n}户"],
            ),
        ],
    ),
    (
        "enterprise",
        &[
            (
                "innovation",
                "New ways",
                "岗位创新",
                &["一年提{n}条合理化建议", "解决{n}个工序难题", "改进一件工装，省工{n}成", "把废品率降下来，{often}比一次数据"],
            ),
            (
                "safety",
                "Safety",
                "安全生产",
                &["{often}查一遍班组隐患", "全年无违章，帮{n}名新工过安全关", "{often}讲一个事故案例", "交接班多看{n}分钟"],
            ),
            (
                "skills",
                "Passing on skills",
                "技能传授",
                &["带好{n}名徒弟", "{often}开一次技术小课", "把{n}项绝活写成操作卡", "帮{n}名工友考上等级工"],
            ),
        ],
    ),
    (
        "school",
        &[
            (
                "teaching",
                "Good teaching",
                "立德树人",
                &["{often}上一节公开课", "不做有偿家教，帮{n}名学生补短板", "家访{n}户", "和{n}名学生结成谈心对子"],
            ),
            (
                "tutoring",
                "Free lessons",
                "课业辅导",
                &["{often}为{n}名学生义务辅导", "寒暑假给{n}名留守儿童补课", "四点半课堂，{often}值班一次", "为{n}名学困生建一本错题集"],
            ),
            (
                "campus",
                "Safe campus",
                "平安校园",
                &["{often}校门护导一次", "{often}查一遍教室和宿舍", "教会{n}个班防溺水、防火", "护送{n}名路远学生过马路"],
            ),
        ],
    ),
    (
        "floating",
        &[
            (
                "conduct",
                "Good conduct",
                "文明守法",
                &["守法经营，劝{n}名老乡不乱停乱摆", "按时办证，带{n}名老乡去登记", "{often}清扫一次租住地", "学说本地话，教会{n}名老乡"],
            ),
            (
                "home-ties",
                "Ties to home",
                "联系家乡",
                &["向家乡介绍{n}个岗位", "{often}给家乡党组织打一次电话汇报", "为{n}名返乡工友订票", "动员{n}名老乡体检、打疫苗"],
            ),
            (
                "mutual-help",
                "One another",
                "互帮互助",
                &["帮{n}名老乡找活", "老乡有难{often}一聚，凑钱出力", "调解老乡纠纷{n}起", "替{n}名上夜班的老乡接孩子"],
            ),
        ],
    ),
];

const GAPS: Gaps = &[
    ("often", &["每周", "每半月", "每月", "每季度", "每逢节假日"]),
    ("n", &["1", "2", "3", "5", "6"]),
    ("spot", &["楼道", "小区绿地", "河岸", "巷口", "车棚", "公共厕所", "屋后水沟", "小公园"]),
    ("crop", &["茶叶", "葡萄", "桃树", "草莓", "油茶", "毛竹", "蔬菜", "苗木", "香榧", "莲子", "土鸡", "生猪"]),
    ("law", &["惠农政策", "防火常识", "婚姻法", "医保政策", "反邪教知识"]),
];

/// Writes the commitments: one for each volunteer.
pub fn write(people: &[Volunteer], files: &mut Files, dice: &mut Dice) {
    let mut sheet = Sheet::new("commitments");
    let width = people.len().to_string().len();
    for (n, person) in people.iter().enumerate() {
        let (_, categories) = CATEGORIES.iter().find(|(track, _)| *track == person.track).unwrap();
        let (category, _, _, texts) = dice.pick(categories);
        let made = between(day(YEAR, 1, 8).max(person.since()), day(YEAR, 3, 25).max(person.since().plus(10)), dice).min(closed().plus(-20));
        let published = made.plus(dice.between(1, 18));
        let (due, kept) = term(n, made, dice);
        row!(sheet, id: format!("p{:0width$}", n + 1), volunteer: person.id, category: category, text: fill(dice.pick(texts), "", GAPS, dice),
            made: made, due: due, published: published, kept: kept);
    }
    sheet.write(Headers::Codes, files);
}

/// Until when it is to be done, and whether it was.
fn term(n: usize, made: Day, dice: &mut Dice) -> (Day, &'static str) {
    let due = match n % 4 {
        0 => made.plus(dice.between(100, 190)),
        1 | 2 => day(YEAR, 12, 20).max(made.plus(30)),
        _ => day(YEAR + 1, 6, 30),
    };
    let kept = if due > closed() {
        ""
    } else if dice.chance(3) {
        "no"
    } else {
        "yes"
    };
    (due, kept)
}
