//! Volunteers, each under a number of their own.

use crate::fixed_words;
use crate::table;
use crate::tables::asked;
use crate::tables::branches::Branch;
use crate::tables::places::Place;
use crate::tables::posts::Post;
use crate::tables::vocabulary::{ActivityKinds, Available, Identities, Skills, Tracks};
use crate::value::list::FixedItem;
use crate::value::{Day, End, Id, List, PartialDay, Row, Str, Word};

fixed_words! {
    /// What a volunteer has agreed to have made public.
    pub enum Consent {
        Name = "name", "Name", "姓名": "may be named in public", "可以公开姓名";
        Photo = "photo", "Photo", "照片" ["相片", "图片", "Photos", "Picture"]: "may be shown in pictures", "可以公开照片";
    }
}

table! {
    /// A volunteer.
    Volunteer in "volunteers" by id;
    title = "Volunteers", "志愿者";
    row = "a volunteer", "一名志愿者";
    [asked = &[&asked::TIME, &asked::PERSON, &asked::TYPE, &asked::RELATION, &asked::TEAM]]
    must id: Id = "Id", "编号" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "学号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "The volunteer number, which stands for the person in every table; never a name or an identity number.", "志愿者编号，在各表中代表本人；不用姓名，也不用身份证号。";
    must name: Str as Name = "Name", "姓名" ["志愿者姓名", "名字", "Full name", "Volunteer name"]:
        "The person's name (Order 67, art. 5).", "本人姓名（民政部令第 67 号第五条）。";
    must track: Word<Tracks> = "Track", "类别" ["志愿者类型", "志愿者类别", "人员类别", "Volunteer track", "Volunteer type", "Type of volunteer"]:
        "Where the volunteer comes from: community, rural, enterprise, school, floating …", "属于哪一类：社区、农村、企业、学校、流动……";
    may branch: Row<Branch> = "Branch", "党支部" [
        "所属支部", "所在党支部", "所属党支部", "所在支部", "支部", "党组织", "所属党组织", "所在党组织", "党支部名称", "党支部编号",
        "Branch id", "Branch name", "Party branch", "Home branch"
    ]:
        "The branch that the volunteer's work is reported to; empty: none.", "服务情况向哪个党支部反馈；没有就不填。";
    may residence: Row<Place> = "Residence", "居住地" [
        "家庭住址", "现住址", "居住区域", "居住社区", "居住小区", "所在社区", "Lives in", "Place of residence", "Area of residence"
    ]:
        "The place where the volunteer lives (Order 67, art. 5).", "居住的地点（民政部令第 67 号第五条：居住区域）。";
    may workplace: Row<Place> = "Workplace", "工作单位" ["单位", "所在单位", "单位名称", "学校", "就读学校", "Place of work", "Employer", "Company", "School"]:
        "The place where the volunteer works or studies.", "工作或学习的地点。";
    may skills: List<Word<Skills>> = "Specialities", "特长" [
        "专业技能", "专长", "技能", "服务技能", "技能特长", "个人特长", "Skill", "Speciality", "Specialty", "Specialties", "Expertise"
    ]:
        "What the volunteer is good at (Order 67, art. 5).", "有什么专长（民政部令第 67 号第五条：服务技能）。";
    may identities: List<Word<Identities>> = "Identities", "身份" ["人员身份", "社会身份", "身份类别", "Identity"]:
        "What else the volunteer is: cadre, grid leader, doctor, teacher, delegate, elder …", "还有什么身份：干部、网格长、医生、教师、代表、五老……";
    may wishes: List<Word<ActivityKinds>> = "Wishes", "服务意愿" [
        "意愿", "服务意向", "意向", "志愿服务意愿", "意愿服务类别", "Wish", "Preferences", "Interests", "Preferred activities"
    ]:
        "The kinds of activities that the volunteer would like to do (Order 67, art. 5).", "愿意参加哪些类型的活动（民政部令第 67 号第五条：服务类别）。";
    may post: Row<Post> = "Service post", "服务岗位" ["认领岗位", "申报岗位", "岗位", "志愿服务岗位", "岗位编号", "Post id", "Declared post"]:
        "The one service post that the volunteer declared; empty: none yet.", "申报的服务岗位，每人一个；不填表示还没有申报。";
    may available: List<Word<Available>> = "Available", "可服务时间" [
        "空闲时间", "可用时间", "可参加时间", "可服务时段", "服务时段", "Availability", "Free time", "Available times"
    ]:
        "When the volunteer has time.", "什么时候有空。";
    may consent: List<FixedItem<Consent>> = "Consent", "同意公开" [
        "同意", "公开同意", "公开授权", "授权公开", "同意公开内容", "Consents", "Consent to publish", "Agreed to publish"
    ]:
        "What may be made public; empty: nothing (Order 685, art. 20; Order 67, art. 16).", "本人同意公开的内容；不填表示都不公开（《志愿服务条例》第二十条，民政部令第 67 号第十六条）。";
    must joined: PartialDay as Starts = "Joined", "加入时间" [
        "加入日期", "入队时间", "入队日期", "注册时间", "注册日期", "登记日期", "登记时间", "Joined on", "Join date", "Joining date",
        "Date joined", "Registered", "Registered on", "Registration date", "Date registered", "Member since", "Since", "Start",
        "Start date"
    ]:
        "The first day as a volunteer; a year or a month alone means its first day.", "成为志愿者的那一天；只写年或年月，按当年或当月第一天算。";
    may left: End as Ends after joined = "Left", "退出时间" [
        "退出日期", "离队时间", "离队日期", "退队时间", "退队日期", "离开时间", "离开日期", "注销时间", "注销日期", "结束时间",
        "结束日期", "终止时间", "终止日期", "Left on", "Leave date", "Leaving", "Leaving date", "Date left", "Date of leaving",
        "Exit date", "End", "Ended", "End date", "Until"
    ]:
        "The last day as a volunteer; a year or a month alone means its last day, or the day before the one asked about where that lies in it; empty: still one.", "作为志愿者的最后一天；只写年或年月，按当年或当月最后一天算，截至日在其中的，算到截至日的前一天；不填表示仍是志愿者。";
    => "
-- volunteers.csv
id,name,track,branch,residence,skills,identities,post,available,consent,joined,left
v1,Ann Reed,rural,b1,east-3,first-aid,cadre;elder,p1,evening;weekend,name;photo,2024-03-01,
v2,Ben Cole,rural,b1,east,electrics,teacher,p1,evening,name,2024,
v3,Cho Park,community,,mill,,,p2,weekend,,2025-03,
", "
-- volunteers.csv
编号,姓名,类别,党支部,居住地,特长,身份,服务岗位,可服务时间,同意公开,加入时间,退出时间
v1,王芳,农村,b1,东村3,急救,干部;五老,p1,晚上;周末,姓名;照片,2024-03-01,
v2,李强,农村,b1,东村,电工,教师,p1,晚上,姓名,2024,
v3,陈静,社区,,磨坊,,,p2,周末,,2025-03,
";
}

impl Volunteer {
    /// Whether this is a volunteer on a day: joined, and not left. `None` where the dates cannot be read.
    pub fn is_active(&self, day: Day) -> Option<bool> {
        let left = if self.left.is_empty() { Day::MAX } else { self.left.get()?.day() };
        Some(self.joined.get()?.0 <= day && day <= left)
    }
}
