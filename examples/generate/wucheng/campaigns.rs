//! A campaign of its own in each township, with numbered goals. Three of them are known by name; the others are made up.

use super::YEAR;
use super::land::Township;
use crate::generate::days::day;
use crate::generate::dice::Dice;
use crate::generate::sheet::{Files, Headers, Sheet, row};

/// A goal and the kinds of activities that serve it.
pub type Goal = (&'static str, &'static [&'static str]);

/// A campaign.
pub struct Campaign {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: &'static str,
    /// Its goals, in the order of their numbers.
    pub goals: Vec<Goal>,
}

/// The campaign that exchanges labour.
pub const LABOUR: &str = "互利换工";

const KNOWN: &[(&str, &[Goal])] = &[
    (
        "八小献爱心",
        &[
            ("小清扫扫出新环境", &["environment"]),
            ("小维修修好烦心事", &["repair", "technique"]),
            ("小巡防守住平安夜", &["security", "campus"]),
            ("小劝导劝出好风气", &["guidance", "policy"]),
            ("小帮扶扶起困难户", &["care", "pairing"]),
            ("小课堂教会新本领", &["teaching", "culture"]),
            ("小农技送到田间头", &["farming", "labour"]),
            ("小心愿圆在家门口", &["settling", "ideas"]),
        ],
    ),
    (
        LABOUR,
        &[
            ("换农活，抢收抢种不误时", &["farming", "labour"]),
            ("换手艺，会修的帮会种的", &["repair", "technique"]),
            ("换照看，老小有人管", &["care", "teaching", "campus"]),
            ("换门路，能人带一带", &["pairing", "settling", "ideas"]),
        ],
    ),
    (
        "五个一",
        &[
            ("走访一户家庭", &["care", "pairing", "settling"]),
            ("办好一场宣讲", &["policy", "guidance", "culture"]),
            ("清洁一处环境", &["environment"]),
            ("排查一回隐患", &["security", "campus", "technique", "repair"]),
            ("提出一条建议", &["ideas", "farming"]),
        ],
    ),
];

const NAMES: &[&str] = &[
    "敲门问安",
    "党员亮灯",
    "邻里一家亲",
    "田埂课堂",
    "红色代办员",
    "十分钟服务圈",
    "周末我值班",
    "清清溪水",
    "夕阳有约",
    "爱心存折",
    "家门口的匠人",
    "板凳会",
    "巷口马甲",
    "一户一策",
    "老乡帮老乡",
    "春风进厂",
    "护苗行动",
    "四季帮",
    "有事您说话",
];

const GOALS: &[Goal] = &[
    ("门前院后常干净", &["environment"]),
    ("夜里有人巡", &["security", "campus"]),
    ("出门讲文明", &["guidance"]),
    ("东西坏了有人修", &["repair", "technique"]),
    ("老人有人看", &["care"]),
    ("穷家有人带", &["pairing"]),
    ("田里有人教", &["farming", "labour"]),
    ("政策有人讲", &["policy"]),
    ("晚上有戏看", &["culture"]),
    ("点子有人收", &["ideas"]),
    ("孩子有人教", &["teaching", "campus"]),
    ("外来有人帮", &["settling"]),
];

impl Campaign {
    /// The goal that a kind of activity serves, if it serves one.
    pub fn goal(&self, kind: &str) -> Option<&'static str> {
        self.goals.iter().find(|(_, kinds)| kinds.contains(&kind)).map(|(goal, _)| *goal)
    }
}

/// The campaigns, one for each township.
pub fn campaigns(townships: &[Township], dice: &mut Dice) -> Vec<Campaign> {
    let named = |n: usize| KNOWN.get([1, 4, 9].iter().position(|at| n % 22 == *at)?);
    let mut others = NAMES.iter().cycle();
    let all = townships.iter().enumerate().map(|(n, township)| {
        let (name, goals) = match named(n) {
            Some((name, goals)) => (*name, goals.to_vec()),
            None => {
                let count = 4 + dice.below(5);
                (*others.next().unwrap(), dice.some(GOALS, count))
            }
        };
        Campaign { id: format!("k-{}", township.id), name, goals }
    });
    all.collect()
}

/// Writes them.
pub fn write(townships: &[Township], campaigns: &[Campaign], files: &mut Files) {
    let mut sheet = Sheet::new("campaigns");
    for (n, (township, campaign)) in townships.iter().zip(campaigns).enumerate() {
        let from = day(YEAR, 1, 1 + n as u32 % 5 * 7);
        let goals: Vec<&str> = campaign.goals.iter().map(|(goal, _)| *goal).collect();
        row!(sheet, id: campaign.id, name: campaign.name, place: township.id, from: from, goals: goals.join(";"));
    }
    sheet.write(Headers::Codes, files);
}
