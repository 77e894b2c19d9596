//! The places of the district: townships, villages and communities, works and schools, and where each lies.

use std::collections::HashSet;

use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};

/// A village or a community.
pub struct Village {
    /// Its id.
    pub id: String,
    /// Its name with what it is.
    pub name: String,
    /// Whether it is a community of a town.
    pub is_community: bool,
}

/// Works or a school.
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `enterprise` or `school`.
    pub kind: &'static str,
}

/// A township with what lies in it; communities come first.
pub struct Township {
    /// Its id.
    pub id: String,
    /// Its name with what it is.
    pub name: String,
    /// Whether it is a subdistrict of the town.
    pub is_urban: bool,
    /// Its communities, then its villages: neighbours follow each other.
    pub villages: Vec<Village>,
    /// Its works and schools.
    pub units: Vec<Unit>,
}

const TOWNSHIPS: &[&str] = &[
    "清渡", "竹溪", "白鹭", "石埠", "南湾", "江岸", "横塘", "青岩", "双桂", "枫林", "沙畈", "月泉", "东柳", "杨桥", "古樟", "罗溪", "汤坞", "岭下",
    "城隍", "雅湖", "莘塘", "梅坞",
];
const HEADS: &[&str] = &[
    "青", "白", "上", "下", "前", "后", "东", "西", "南", "北", "大", "小", "新", "古", "石", "竹", "梅", "桃", "柳", "枫", "樟", "松", "莲", "荷",
    "麻", "茶", "黄", "金", "银", "双", "三", "九", "长", "方", "横", "沙", "清", "寺", "桐", "杏", "里", "外", "高", "低", "朱", "叶", "周", "陈",
    "方家", "童家", "洪家", "翁家", "邵家", "施家",
];
const TAILS: &[&str] = &[
    "塘", "溪", "坞", "桥", "湾", "岭", "畈", "源", "泉", "头", "埠", "垄", "店", "店桥", "山", "坑", "田", "井", "园", "村头", "宅", "岩", "坦",
    "洲",
];
const STREETS: &[&str] = &[
    "柳湖",
    "桂花",
    "文昌",
    "解放",
    "环城",
    "学士",
    "金桥",
    "望江",
    "后街",
    "百花",
    "清波",
    "鼓楼",
    "明月",
    "芙蓉",
    "春晖",
    "府前",
    "东市",
    "西市",
    "南门",
    "北苑",
    "青年",
    "和平",
    "红星",
    "胜利",
    "新华",
    "光明",
    "友谊",
    "幸福",
    "团结",
    "建设",
    "双溪",
    "临江",
    "江滨",
    "古塔",
    "紫阳",
    "凤凰",
    "书院",
    "状元",
    "莲花",
    "梅园",
    "兰溪路",
    "竹园",
    "丹桂",
    "玉泉",
    "龙腾",
    "白云",
    "秋滨",
    "星月",
    "五一",
    "八一",
    "永康里",
    "安居",
    "花园",
    "车站",
    "码头",
    "纺工",
    "铁路",
    "师院",
    "体育场",
    "广场",
    "银湖",
    "杏林",
];
const WORKS: &[&str] =
    &["电器厂", "纺织厂", "五金厂", "食品厂", "机械厂", "工具厂", "塑料制品厂", "印刷厂", "门业公司", "茶业公司", "农机厂", "服装厂"];
const BRANDS: &[&str] = &[
    "金鹿", "远航", "三和", "宏泰", "长青", "飞燕", "双喜", "恒丰", "明珠", "华盛", "天元", "顺达", "吉祥", "新光", "四方", "东升", "佳美", "永兴",
    "康乐", "大成",
];
const SCHOOLS: &[&str] = &["中心小学", "初级中学", "实验小学", "中心幼儿园", "职业学校", "第二小学"];

/// Lays out the district.
pub fn townships(volunteers: usize, dice: &mut Dice) -> Vec<Township> {
    let (count, all) = (scaled(22, volunteers, 2292), scaled(603, volunteers, 2292));
    let mut taken = HashSet::new();
    (0..count)
        .map(|n| {
            let is_urban = n % 6 == 0;
            let again = ["", "东", "西", "南", "北"][n / TOWNSHIPS.len() % 5];
            let base = format!("{}{again}", TOWNSHIPS[n % TOWNSHIPS.len()]);
            let name = format!(
                "{base}{}",
                if is_urban {
                    "街道"
                } else if n % 5 < 3 {
                    "镇"
                } else {
                    "乡"
                }
            );
            let id = format!("t{:02}", n + 1);
            let here = all * (n + 1) / count - all * n / count;
            let communities = if is_urban { 12 } else { 2 }.min(here.div_ceil(2));
            let villages = (0..here).map(|k| village(&id, k, communities, n, &mut taken, dice)).collect();
            Township { id, name, is_urban, villages, units: Vec::new() }
        })
        .collect()
}

fn village(township: &str, number: usize, communities: usize, of: usize, taken: &mut HashSet<String>, dice: &mut Dice) -> Village {
    let is_community = number < communities;
    let id = if is_community { format!("{township}-c{:02}", number + 1) } else { format!("{township}-v{:02}", number - communities + 1) };
    loop {
        let (head, tail) = if is_community { (dice.pick(STREETS), "") } else { (dice.pick(HEADS), dice.pick(TAILS)) };
        let name = match (is_community, of % 6) {
            (true, 0) => format!("{head}社区"),
            (true, _) => format!("{}{}社区", TOWNSHIPS[of % TOWNSHIPS.len()], ["集镇", "新街", "老街", "水岸", "驿头"][dice.below(5)]),
            _ => format!("{head}{tail}村"),
        };
        // Larger districts than this one run out of names: there a name counts for its township only.
        let scope = if of < 22 { name.clone() } else { format!("{township}{name}") };
        if taken.insert(scope) || taken.len() > 1100 {
            return Village { id, name, is_community };
        }
    }
}

/// Adds works or a school to a township and gives its number there.
pub fn add_unit(township: &mut Township, number: usize, kind: &'static str, dice: &mut Dice) -> usize {
    let same = township.units.iter().filter(|unit| unit.kind == kind).count();
    let base: String = township.name.chars().take(2).collect();
    let name = if kind == "school" {
        let turn = ["", "城北", "城南"][same / SCHOOLS.len() % 3];
        format!("{base}{turn}{}", SCHOOLS[same % SCHOOLS.len()])
    } else {
        format!("{}{}", BRANDS[(number * 7 + same) % BRANDS.len()], dice.pick(WORKS))
    };
    let id = format!("{}-{}{}", township.id, if kind == "school" { "s" } else { "e" }, same + 1);
    township.units.push(Unit { id, name, kind });
    township.units.len() - 1
}

/// Writes places and centres: each township has its two centres, each village and community its room.
pub fn write(townships: &[Township], files: &mut Files) {
    let (mut places, mut centres) = (Sheet::new("places"), Sheet::new("centres"));
    row!(places, id: "d", name: "婺城区（虚构示例）", kind: "district");
    for township in townships {
        let here = &township.id;
        row!(places, id: here, name: township.name, kind: "township", parent: "d");
        row!(centres, id: format!("{here}-convenience"), name: format!("{}便民服务中心", township.name), kind: "convenience", place: here);
        row!(centres, id: format!("{here}-members"), name: format!("{}党员服务中心", township.name), kind: "members", place: here);
        for village in &township.villages {
            let kind = if village.is_community { "community" } else { "village" };
            row!(places, id: village.id, name: village.name, kind: kind, parent: here);
            row!(centres, id: format!("{}-room", village.id), name: format!("{}服务室", village.name), kind: "room", place: village.id);
        }
        for unit in &township.units {
            row!(places, id: unit.id, name: unit.name, kind: unit.kind, parent: here);
        }
    }
    places.write(Headers::Codes, files);
    centres.write(Headers::Codes, files);
}
