//! The kinds of teams and of what they do: the posts that each offers, at work and at home, and the words of its activities.

use crate::generate::words::Gaps;

/// A kind of team and of activity.
pub struct Kind {
    /// Its word in the book, which also names the teams.
    pub word: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What its members are good at.
    pub skills: &'static [&'static str],
    /// The posts to be declared; the last is one for those who serve at home.
    pub posts: &'static [&'static str],
    /// What activities are called.
    pub titles: &'static [&'static str],
    /// What is done in them.
    pub contents: &'static [&'static str],
    /// How long one takes.
    pub hours: &'static [&'static str],
    /// The fewest and the most it usually reaches.
    pub reaches: (i64, i64),
    /// What people ask for who need it.
    pub needs: &'static [&'static str],
}

/// What fills the gaps of the texts.
pub const GAPS: Gaps = &[
    ("who", &["独居老人", "高龄老人", "空巢老人", "残疾人", "低保户", "军属", "困难职工", "孕妇", "大病户", "老党员", "租户", "双职工家庭"]),
    ("thing", &["电灯", "水龙头", "电饭煲", "门锁", "插座", "洗衣机", "纱窗", "自行车", "收音机", "煤气灶", "电风扇", "马桶水箱"]),
    ("spot", &["楼道", "小区门口", "车棚", "菜场边", "河埠头", "公交站", "健身点", "绿化带", "巷口", "老年活动室", "停车场", "晾晒场"]),
    ("law", &["医保", "养老保险", "防诈骗", "用火用电安全", "垃圾分类", "房屋租赁", "老年优待", "禁毒", "消费维权", "物业管理"]),
    ("art", &["越剧", "排舞", "太极拳", "书法", "葫芦丝", "合唱", "剪纸", "摄影"]),
    ("crop", &["蔬菜大棚", "葡萄", "桃树", "水稻", "草莓", "苗木", "甘蔗", "瓜棚"]),
    ("quarrel", &["漏水", "噪音", "停车", "养狗", "堆物", "空调滴水", "赡养", "宅基地边界"]),
];

/// The kinds, in the order of the vocabulary.
pub const KINDS: &[Kind] = &[
    Kind {
        word: "维修",
        title: "便民维修",
        skills: &["电工", "水暖", "家电", "木工"],
        posts: &["上门维修岗", "水电抢修岗", "小家电维修岗", "居家接单岗"],
        titles: &["为{who}修{thing}", "上门修{thing}", "帮{who}查线路", "{spot}修理摊", "替{who}换{thing}", "通下水道", "修{spot}的灯"],
        contents: &["自带工具和零件", "随修随走，留下联系卡", "两人一组，一人修一人看护", "小修当场办"],
        hours: &["0.5", "1", "1", "1.5", "2"],
        reaches: (1, 8),
        needs: &["{thing}坏了", "家里水管漏水", "{spot}的灯不亮", "线路老化想请人看看"],
    },
    Kind {
        word: "治安",
        title: "治安巡逻",
        skills: &["巡逻", "消防", "急救"],
        posts: &["夜间巡逻岗", "门口值守岗", "消防巡查岗", "窗口瞭望岗"],
        titles: &["夜间巡逻", "{spot}巡查", "消防通道检查", "节前安全走访", "出租房走访", "{spot}值守"],
        contents: &["两人一组，走一圈", "提醒关门关窗", "检查灭火器", "登记隐患两处，当场报物业"],
        hours: &["1", "1", "1.5", "2"],
        reaches: (5, 60),
        needs: &["{spot}夜里没人管", "消防通道被占", "{spot}有人推销，请留意"],
    },
    Kind {
        word: "调解",
        title: "纠纷调解",
        skills: &["调解", "法律", "方言"],
        posts: &["邻里调解岗", "法律咨询岗", "楼道和事岗", "居家联络岗"],
        titles: &["调解{quarrel}纠纷", "到{who}家谈心", "老娘舅上门劝{quarrel}的事", "{law}咨询", "{quarrel}的事再回访"],
        contents: &["先分头听，再坐到一起", "请两家都看看现场", "写了协议，两家签字", "不急着讲理，先喝杯茶"],
        hours: &["0.5", "1", "1", "1.5", "2"],
        reaches: (2, 6),
        needs: &["楼上{quarrel}，想请人说说", "邻居为{quarrel}吵架", "家里老人为{quarrel}不和"],
    },
    Kind {
        word: "宣传",
        title: "政策宣传",
        skills: &["文字", "摄影", "方言", "电脑"],
        posts: &["政策宣讲岗", "黑板报岗", "通讯报道岗", "群里答疑岗"],
        titles: &["讲讲{law}", "{spot}摆摊讲{law}", "到{who}家讲{law}", "换黑板报：{law}", "拍身边好事", "{law}知识问答"],
        contents: &["用本地话讲", "发单子，答问题", "十来个人，坐下就讲", "讲完登记问题，下次回话"],
        hours: &["0.5", "1", "1", "1.5"],
        reaches: (4, 30),
        needs: &["想弄清{law}怎么办", "{law}的单子没收到", "老人不识字，请人念念{law}"],
    },
    Kind {
        word: "文体",
        title: "文体活动",
        skills: &["戏曲", "舞蹈", "书画"],
        posts: &["文艺辅导岗", "健身带队岗", "活动布置岗", "道具缝制岗"],
        titles: &["{spot}教{art}", "{art}小组", "给{who}写春联", "陪老人唱{art}", "{art}进楼道", "周末{art}"],
        contents: &["教一段，跳一段", "自带音响，不扰民", "老少同台", "就在楼下，想来就来"],
        hours: &["1", "1.5", "2", "2"],
        reaches: (6, 40),
        needs: &["想学{art}", "楼里老人想有人带着活动活动"],
    },
    Kind {
        word: "助老",
        title: "助老助残",
        skills: &["护理", "理发", "烹饪"],
        posts: &["上门陪护岗", "代办代购岗", "助餐送餐岗", "电话问安岗"],
        titles: &["看望{who}", "给{who}送餐", "为{who}理发", "陪{who}看病", "替{who}代购", "帮{who}晒被子", "给{who}过生日", "电话问安"],
        contents: &["敲门问安，记下需要", "陪着说说话", "挂号、取药、送到家", "剪完扫干净再走"],
        hours: &["0.5", "0.5", "1", "1", "2"],
        reaches: (1, 6),
        needs: &["老人不便出门，想请人代购", "想请人陪着看病", "请人上门理发", "被子太重晒不动"],
    },
    Kind {
        word: "环保",
        title: "环境保护",
        skills: &["园艺", "驾驶", "木工"],
        posts: &["河道巡护岗", "楼道保洁岗", "垃圾分类岗", "阳台绿化岗"],
        titles: &["清理{spot}", "{spot}捡拾垃圾", "清除{spot}小广告", "河道巡查", "垃圾分类指导", "{spot}补种花草"],
        contents: &["自带手套和夹子", "扫完拍照发群", "清走旧家具", "和保洁员一起干"],
        hours: &["0.5", "1", "1.5", "2"],
        reaches: (3, 40),
        needs: &["{spot}堆了旧家具", "{spot}太脏", "{spot}小广告又贴满了"],
    },
    Kind {
        word: "引导",
        title: "文明引导",
        skills: &["方言", "急救", "摄影"],
        posts: &["路口引导岗", "公交站台岗", "市场秩序岗", "居家监督岗"],
        titles: &["{spot}文明引导", "公交站台引导", "劝导乱停车", "护送学生过街", "{spot}维持秩序", "文明养犬劝导"],
        contents: &["着红马甲，定点值守", "先问好，再提醒", "扶老携幼过街", "半小时换一班"],
        hours: &["0.5", "1", "1", "1.5"],
        reaches: (10, 80),
        needs: &["{spot}车停得乱", "放学时路口太挤", "{spot}有人遛狗不牵绳"],
    },
    Kind {
        word: "医疗",
        title: "医疗保健",
        skills: &["医疗", "急救", "护理", "心理"],
        posts: &["义诊咨询岗", "血压测量岗", "上门护理岗", "电话随访岗"],
        titles: &["{spot}量血压", "上门为{who}换药", "为{who}测血糖", "急救知识课", "{who}用药指导", "陪{who}聊心事"],
        contents: &["量一次，记一次，异常的当天劝去医院", "教会家属怎么护理", "药盒上写清楚时间", "带去听诊器和血糖仪"],
        hours: &["0.5", "1", "1.5", "2"],
        reaches: (1, 25),
        needs: &["想请医生上门看看", "老人不会用血糖仪", "术后换药不便出门"],
    },
    Kind {
        word: "助学",
        title: "助学辅导",
        skills: &["教学", "电脑", "书画"],
        posts: &["课业辅导岗", "四点半课堂岗", "心理谈心岗", "居家批改岗"],
        titles: &["四点半课堂", "给民工子女补课", "暑期小课堂", "教老人用电脑", "家长课堂", "陪孩子读书", "送书上门"],
        contents: &["一对一，先问后讲", "做完作业再走", "借书还书，登记清楚", "和家长说说近况"],
        hours: &["1", "1", "1.5", "2"],
        reaches: (1, 20),
        needs: &["孩子放学没人管", "想请人补数学", "老人想学用电脑"],
    },
    Kind {
        word: "农技",
        title: "农技服务",
        skills: &["种植", "养殖", "驾驶"],
        posts: &["田间指导岗", "代耕代收岗", "销售联络岗", "居家答疑岗"],
        titles: &["{crop}管护指导", "帮{who}收{crop}", "{crop}治虫", "帮{who}卖菜", "修{crop}的水渠", "{crop}台风后补救"],
        contents: &["下田看，手把手教", "谁家急先帮谁家", "记下品种和问题", "带去农技站的单子"],
        hours: &["1", "1.5", "2", "3"],
        reaches: (1, 8),
        needs: &["{crop}生了虫", "收{crop}缺人手", "菜卖不出去"],
    },
];

/// A kind by its word.
pub fn kind(word: &str) -> &'static Kind {
    KINDS.iter().find(|kind| kind.word == word).unwrap()
}
