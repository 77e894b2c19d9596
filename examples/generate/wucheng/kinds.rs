//! The kinds of teams and of what they do: what each asks for, what its activities are called, how many people one reaches.

use crate::generate::words::Gaps;

/// A kind of team and of activity.
pub struct Kind {
    /// Its word in the book.
    pub code: &'static str,
    /// Its title.
    pub en: &'static str,
    /// Its title, which also names the teams.
    pub zh: &'static str,
    /// What its members are good at: people of like speciality form a team.
    pub skills: &'static [&'static str],
    /// What activities are called.
    pub titles: &'static [&'static str],
    /// What is done in them.
    pub contents: &'static [&'static str],
    /// How long one takes.
    pub hours: &'static [&'static str],
    /// The fewest and the most it usually reaches.
    pub reaches: (i64, i64),
}

/// The kinds that the teams of each track are of.
pub const OF_TRACK: &[(&str, &[&str])] = &[
    ("community", &["environment", "security", "guidance", "repair", "environment", "care", "guidance", "security"]),
    ("rural", &["farming", "pairing", "labour", "repair", "pairing", "care", "policy", "pairing", "culture"]),
    ("enterprise", &["technique", "ideas", "technique", "ideas"]),
    ("school", &["teaching", "culture", "campus", "campus"]),
    ("floating", &["settling", "policy", "settling"]),
];

/// What fills the gaps of the texts.
pub const GAPS: Gaps = &[
    (
        "who",
        &[
            "独居老人",
            "高龄老人",
            "留守老人",
            "残疾人家庭",
            "低保户",
            "老党员",
            "烈属",
            "困难母亲",
            "大病户",
            "五保老人",
            "新搬来的租户",
            "双职工家庭",
        ],
    ),
    ("child", &["留守儿童", "新居民子女", "低年级学生", "单亲家庭孩子", "住校生", "毕业班学生"]),
    ("thing", &["电灯", "水龙头", "电饭煲", "门锁", "插座", "洗衣机", "纱窗", "自行车", "抽水泵", "旧线路", "煤气灶软管", "电风扇"]),
    ("spot", &["村口", "河边", "老街", "文化礼堂门前", "健身广场", "晒谷场", "背街小巷", "公交站旁", "菜场周边", "绿化带", "停车棚", "池塘边"]),
    ("crop", &["早稻", "晚稻", "茶叶", "桃子", "葡萄", "油菜", "草莓", "莲子", "毛竹", "柑橘", "蔬菜大棚", "苗木"]),
    ("step", &["注塑", "装配", "冲压", "包装", "焊接", "检验", "喷涂", "印染", "仓储", "下料"]),
    ("law", &["医保", "养老保险", "惠农补贴", "防火防盗", "交通安全", "土地流转", "信访", "计划用水", "殡葬改革", "垃圾分类"]),
    ("art", &["越剧", "腰鼓", "排舞", "书法", "二胡", "快板", "合唱", "剪纸"]),
];

/// The kinds, in the order of the vocabulary.
pub const KINDS: &[Kind] = &[
    Kind {
        code: "environment",
        en: "Clean surroundings",
        zh: "环境整治",
        skills: &["gardening", "driving", "carpentry"],
        titles: &[
            "清理{spot}垃圾",
            "{here}卫生死角清扫",
            "清除{spot}小广告",
            "帮{who}清理房前屋后",
            "清运{spot}建筑垃圾",
            "打捞河面漂浮物",
            "{spot}补种花木",
        ],
        contents: &["分片包干，清运装车", "自带工具，先清后扫", "清完拍照存档，请居民评议", "和保洁员一起清运"],
        hours: &["1.5", "2", "2", "2.5", "3"],
        reaches: (1, 8),
    },
    Kind {
        code: "security",
        en: "Watch and patrol",
        zh: "治安巡防",
        skills: &["patrol", "fire-safety", "first-aid"],
        titles: &["{here}夜间巡逻", "{spot}治安巡查", "节前防火防盗巡查", "出租房安全走访", "{spot}秩序维护", "替{who}看门护院", "平安敲门行动"],
        contents: &["两人一组，逐巷走到", "提醒关窗锁门，登记隐患", "查看消防栓和灭火器", "遇事先劝后报"],
        hours: &["1", "1.5", "2", "2", "2.5"],
        reaches: (1, 6),
    },
    Kind {
        code: "guidance",
        en: "Good manners",
        zh: "文明劝导",
        skills: &["mediation", "dialects", "patrol"],
        titles: &["{spot}文明出行劝导", "劝导乱停乱放", "劝导占道经营", "{spot}文明养犬劝导", "劝阻焚烧秸秆", "文明祭扫劝导", "红白事从简劝导"],
        contents: &["着红马甲定点值守", "先敬礼再劝导", "发放文明手册", "一人一岗，半小时轮换"],
        hours: &["1", "1", "1.5", "2"],
        reaches: (1, 7),
    },
    Kind {
        code: "repair",
        en: "Repairs",
        zh: "便民维修",
        skills: &["electrics", "plumbing", "appliances", "carpentry"],
        titles: &["为{who}修{thing}", "上门修{thing}", "帮{who}检查电路", "{here}便民修理摊", "替{who}换{thing}", "义务修伞磨刀", "入户查漏补修"],
        contents: &["自带工具和零件，不收费", "修好试用，留下联系卡", "小修当场办，大修约时间", "换下的旧件带走回收"],
        hours: &["0.5", "1", "1", "1.5", "2"],
        reaches: (1, 4),
    },
    Kind {
        code: "care",
        en: "Care and relief",
        zh: "扶困助老",
        skills: &["first-aid", "medicine", "hairdressing", "cooking"],
        titles: &[
            "看望{who}",
            "为{who}量血压",
            "为{who}理发",
            "陪{who}看病取药",
            "给{who}送饭送菜",
            "帮{who}洗晒被褥",
            "陪{who}过生日",
            "替{who}代办证件",
        ],
        contents: &["聊聊家常，记下难处", "两人同去，做完再走", "量血压，讲用药", "带去社区凑的米和油"],
        hours: &["0.5", "1", "1", "1.5", "2"],
        reaches: (1, 3),
    },
    Kind {
        code: "pairing",
        en: "Pairing to raise",
        zh: "结对帮带",
        skills: &["fruit-growing", "livestock", "accounting", "driving"],
        titles: &[
            "能人党员与困难户结对",
            "结对户上门问难处",
            "帮结对户卖{crop}",
            "帮结对户算增收账",
            "结对户{crop}管护指导",
            "送种苗到结对户",
            "带结对户看样板田",
        ],
        contents: &["定项目、定措施、定时间", "签结对卡，留联系方式", "对照上月的单子逐条落实", "一户一策，回来记本"],
        hours: &["1", "1.5", "2", "3"],
        reaches: (1, 5),
    },
    Kind {
        code: "farming",
        en: "Farming advice",
        zh: "农技服务",
        skills: &["farming", "fruit-growing", "livestock"],
        titles: &["{crop}田间指导", "{crop}病虫害会诊", "帮{who}收{crop}", "{crop}嫁接示范", "测土配方上门", "帮{who}抢收{crop}", "农机检修下田"],
        contents: &["到田头看，手把手教", "带样本回站化验", "发明白纸，留电话", "边做边讲"],
        hours: &["1.5", "2", "2", "3", "4"],
        reaches: (1, 6),
    },
    Kind {
        code: "labour",
        en: "Mutual labour",
        zh: "换工互助",
        skills: &["farming", "carpentry", "driving", "plumbing"],
        titles: &["组织{crop}换工", "帮{who}修房换工", "换工搭大棚", "换工运{crop}", "换工修水渠", "换工登记和结算"],
        contents: &["谁家急先帮谁家", "工时当场登记，双方签字", "会手艺的抵手艺", "不吃请，只换工"],
        hours: &["2", "3", "4", "4"],
        reaches: (1, 4),
    },
    Kind {
        code: "policy",
        en: "Policy talks",
        zh: "政策宣讲",
        skills: &["law", "dialects", "computers"],
        titles: &["{law}知识讲给大家听", "板凳课堂讲{law}", "到{who}家讲{law}", "{spot}{law}咨询", "远程教育点播{law}", "用方言讲{law}"],
        contents: &["少讲条文，多讲例子", "讲完答疑，登记问题", "发一张看得懂的单子", "十来个人，坐下就讲"],
        hours: &["0.5", "1", "1", "1.5"],
        reaches: (2, 9),
    },
    Kind {
        code: "culture",
        en: "Culture",
        zh: "文艺文化",
        skills: &["music", "dance", "calligraphy"],
        titles: &["{art}进{here}", "教居民{art}", "{art}小组排练和演出", "给{who}写春联", "乡村{art}课", "{art}送到{spot}"],
        contents: &["自编自演，就地开场", "教一段，跳一段", "带去器材和音响", "老少同台"],
        hours: &["1.5", "2", "2", "2.5"],
        reaches: (3, 12),
    },
    Kind {
        code: "technique",
        en: "Technical problems",
        zh: "技术攻关",
        skills: &["machining", "quality", "electrics"],
        titles: &["{step}工序攻关", "{step}设备故障会诊", "党员攻关组碰头", "师徒同修{step}机", "降低{step}废品率试验", "{step}夹具改进"],
        contents: &["下班后两小时，围着机台想办法", "先列清单，再逐项试", "试三次，记数据", "请老师傅把关"],
        hours: &["1.5", "2", "2", "3"],
        reaches: (1, 4),
    },
    Kind {
        code: "ideas",
        en: "Ideas for the works",
        zh: "金点子",
        skills: &["quality", "computers", "accounting"],
        titles: &["{step}车间金点子征集", "合理化建议上门收", "{step}班组诸葛会", "节能降耗找点子", "食堂宿舍意见恳谈", "{step}安全隐患随手报"],
        contents: &["一人一张纸，写完就收", "能办的当周办", "分类登记，逐条回音", "讲清好处和花费"],
        hours: &["0.5", "1", "1", "1.5"],
        reaches: (1, 5),
    },
    Kind {
        code: "teaching",
        en: "Tutoring",
        zh: "课业辅导",
        skills: &["teaching", "computers", "calligraphy"],
        titles: &["给{child}补课", "四点半课堂", "陪{child}读书", "{child}作业辅导", "给{child}家访", "周末小课堂", "{child}心理谈心"],
        contents: &["一对一，先问后讲", "备好练习，做完再走", "教查字典，教算理", "和家长说说近况"],
        hours: &["1", "1", "1.5", "2"],
        reaches: (1, 5),
    },
    Kind {
        code: "campus",
        en: "Safe campus",
        zh: "校园护导",
        skills: &["patrol", "first-aid", "teaching"],
        titles: &["校门口护导", "校园夜间巡查", "课间安全巡查", "放学路队护送", "校车上下客照看", "校园周边巡查", "防溺水巡查"],
        contents: &["早晚各一班", "绕校园一圈，查门查窗", "看住路口，拉住孩子", "发现隐患当场报"],
        hours: &["0.5", "0.5", "1", "1"],
        reaches: (1, 8),
    },
    Kind {
        code: "settling",
        en: "Newcomers",
        zh: "新居民服务",
        skills: &["dialects", "cooking", "driving", "mediation"],
        titles: &["帮新居民办证", "带新居民认路认门", "新居民租房咨询", "老乡调解会", "为返乡工友订票", "新居民招工信息送上门", "教新居民说本地话"],
        contents: &["老乡帮老乡", "材料一次讲清", "陪着跑一趟", "登记要求，三天内回话"],
        hours: &["0.5", "1", "1", "1.5", "2"],
        reaches: (1, 5),
    },
];

/// A kind by its word.
pub fn kind(code: &str) -> &'static Kind {
    KINDS.iter().find(|kind| kind.code == code).unwrap()
}
