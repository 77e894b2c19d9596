//! What people asked for through grids, villages, teams, sub-centres and the hotline, and what became of it: answered, fed back, passed on.

use rollbook::value::Day;

use super::kinds::GAPS;
use super::land::{HOTLINE, Land};
use super::people::{Team, Volunteer};
use super::services::Service;
use super::{YEAR, closed};
use crate::generate::days::{day, spread};
use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};
use crate::generate::words::fill;

/// The ways in which requests come.
pub const CHANNELS: &[&str] = &["网格", "村居", "服务队", "分中心", "热线"];

const PEOPLE: &[&str] =
    &["三楼独居老人", "五楼住户", "租户", "网格长代报", "楼长代报", "残疾人家属", "低保户", "空巢老人", "商户", "新搬来的住户", "学生家长", "老党员"];
const DONE: &[&str] =
    &["已上门办好，回访满意", "当天办结，已告知本人", "已办好，下月再去看看", "办结，网格长回访过", "处理完毕，本人签字", "已到场解决，电话回访"];

/// A subject, to whom it was passed on, and the answer.
type Passed = (&'static str, &'static str, &'static str);

/// The volunteers' own difficulties.
const OWN: &[Passed] = &[
    ("夜里巡逻缺手电和雨衣", "街道党建办", "已配发手电 6 支、雨衣 6 件"),
    ("外出服务想有保险", "街道党建办", "已统一投保，保单存分中心"),
    ("老伴住院，想暂离几个月", "", "同意暂离，队里每周探望"),
    ("工具用旧了，想添一套", "街道社会事务科", "已从经费中添置，交队里保管"),
    ("儿子失业在家，想找活", "街道劳动保障所", "已介绍岗位三个，本人在谈"),
    ("值班和上班冲突", "", "已调到周末班"),
    ("家里漏雨没钱修", "社区党支部", "党支部凑工凑料，已修好"),
    ("不会用电脑登记时长", "", "分中心代录，另约时间教"),
];
const IDEAS: &[Passed] = &[
    ("建议在路口加装反光镜", "交警中队", "已列入计划，下月安装"),
    ("建议延长老年活动室开放时间", "社区居委会", "改为开到晚上八点"),
    ("建议服务队活动提前在群里预告", "", "各队已照办，提前三天预告"),
    ("建议河边装护栏", "街道城建科", "已勘察，先设警示牌，护栏排入工程"),
    ("建议把两支相近的队并班活动", "", "已商定每月合办一次"),
    ("建议公交增设停靠点", "公交公司", "公交公司答复线路调整时一并考虑"),
    ("建议给老楼装扶手", "街道社会事务科", "已装两幢，其余分批"),
    ("建议设旧衣回收箱", "街道城建科", "已放四处，每周清运"),
    ("建议服务岗位写明要求", "", "岗位表已补写"),
];
const ASKED: &[Passed] = &[
    ("问医保报销要什么材料", "", "已当场答复，材料单发到手机"),
    ("问老年优待证怎么办", "", "告知带身份证和照片到社区办"),
    ("问怎样加入服务队", "", "已介绍到本社区的队"),
    ("问哪里可以义诊", "", "告知义诊时间和地点"),
    ("问租房要不要登记", "派出所", "派出所上门登记"),
    ("问暖气补贴", "街道社会事务科", "本地无此项，已说明"),
];
const BEYOND: &[Passed] = &[
    ("要求代缴物业费", "", "不属志愿服务，已说明并告知缴费点"),
    ("要求帮忙讨债", "", "不属志愿服务，已告知法律援助中心"),
    ("要求每天接送上班", "", "超出服务范围，已推荐拼车"),
    ("要求志愿者代签合同", "", "不能代签，已说明，并请司法所答疑"),
];

struct Writer<'a> {
    sheet: Sheet,
    land: &'a Land,
    width: usize,
    /// How many were no work for a team: they have numbers of their own.
    passed: usize,
}

impl Writer<'_> {
    /// The channel, and the centre where there was one.
    fn way(&self, place: &str, dice: &mut Dice) -> (&'static str, String) {
        let channel = dice.pick(&["网格", "网格", "村居", "服务队", "分中心", "热线", "热线"]);
        let centre = match channel {
            "热线" => HOTLINE.to_owned(),
            "分中心" => self.land.area_of(place).centre.clone(),
            _ => String::new(),
        };
        (channel, centre)
    }

    fn next(&self) -> String {
        format!("q{:0width$}", self.sheet.len() + 1 - self.passed, width = self.width)
    }

    /// Something that is no work for a team: it is answered at once, passed on, or declined.
    fn passed(&mut self, (kind, status): (&str, &str), (subject, handler, answer): Passed, requester: &str, received: Day, dice: &mut Dice) {
        let place = self.land.grid(dice.below(self.land.areas.len()), dice);
        let (channel, centre) = self.way(place, dice);
        let answered = received.plus(if handler.is_empty() { dice.between(0, 3) } else { dice.between(3, 12) }).min(closed());
        let verified = received.plus(dice.between(0, 2)).min(answered);
        self.passed += 1;
        let id = format!("j{:0width$}", self.passed, width = self.width);
        let satisfaction = if status == "已答复" { dice.pick(&["5", "5", "4", "4", "3", ""]) } else { "" };
        row!(self.sheet, id: id, received: received, channel: channel, centre: centre, place: place, kind: kind, subject: subject,
            requester: requester, status: status, verified: verified, handler: handler, answered: answered, answer: answer, satisfaction: satisfaction);
    }
}

/// Writes the requests: first those that an activity served.
pub fn write(land: &Land, teams: &[Team], people: &[Volunteer], services: &[Service], files: &mut Files, dice: &mut Dice) {
    let mut to = Writer { sheet: Sheet::new("requests"), land, width: 4, passed: 0 };
    for service in services.iter().filter(|service| service.request.is_some()) {
        let received = service.date.plus(-dice.between(1, 6));
        let verified = received.plus(dice.between(0, 2)).min(service.date);
        let assigned = verified.plus(dice.between(0, 1)).min(service.date);
        let answered = service.date.plus(dice.between(0, 3)).min(closed());
        let due = if dice.chance(30) { received.plus(10).to_string() } else { String::new() };
        let (channel, centre) = to.way(&service.place, dice);
        let volunteer = if dice.chance(50) { people[service.responsible].id.as_str() } else { "" };
        row!(to.sheet, id: service.request.clone().unwrap_or_default(), received: received, channel: channel, centre: centre, place: service.place,
            kind: service.kind.word, subject: fill(dice.pick(service.kind.needs), "", GAPS, dice), requester: dice.pick(PEOPLE), status: "已答复",
            verified: verified, assigned: assigned, team: teams[service.team].id, volunteer: volunteer, due: due, answered: answered,
            answer: dice.pick(DONE), satisfaction: dice.pick(&["5", "5", "5", "4", "4", "3", ""]));
    }
    let active: Vec<&Volunteer> = people.iter().filter(|p| p.left.is_none() && p.since() < day(YEAR, 1, 10)).collect();
    for (n, received) in spread(day(YEAR, 1, 10), day(YEAR, 12, 17), scaled(152, people.len(), 1832), dice).into_iter().enumerate() {
        match n * 7 % 12 {
            0..=2 => {
                let who = format!("志愿者 {}", active[dice.below(active.len())].id);
                to.passed(("志愿者困难", "已答复"), dice.pick(OWN), &who, received, dice);
            }
            3..=6 => to.passed(("意见建议", "已答复"), dice.pick(IDEAS), dice.pick(&["志愿者", "居民", "楼长", "商户", "代表"]), received, dice),
            7..=10 => to.passed(("咨询", "已答复"), dice.pick(ASKED), dice.pick(PEOPLE), received, dice),
            _ => to.passed(("咨询", "已说明"), dice.pick(BEYOND), dice.pick(PEOPLE), received, dice),
        }
    }
    on_their_way(&mut to, teams, scaled(16, people.len(), 1832), dice);
    to.sheet.write(Headers::Titles, files);
}

/// What came in lately and is still within its time on the last day.
fn on_their_way(to: &mut Writer<'_>, teams: &[Team], count: usize, dice: &mut Dice) {
    for n in 0..count {
        let team = &teams[dice.below(teams.len())];
        let place = to.land.grid(team.area, dice);
        let (channel, centre) = to.way(place, dice);
        let subject = fill(dice.pick(team.kind.needs), "", GAPS, dice);
        let (id, who, kind) = (to.next(), dice.pick(PEOPLE), team.kind.word);
        let received = closed().plus(-match n % 4 {
            0 => dice.between(0, 2),
            1 => dice.between(2, 4),
            2 => dice.between(3, 7),
            _ => dice.between(4, 9),
        });
        let verified = received.plus(dice.between(0, 2)).min(closed());
        match n % 4 {
            0 => row!(to.sheet, id: id, received: received, channel: channel, centre: centre, place: place, kind: kind, subject: subject,
                requester: who, status: "待核实"),
            1 => row!(to.sheet, id: id, received: received, channel: channel, centre: centre, place: place, kind: kind, subject: subject,
                requester: who, status: "已核实", verified: verified),
            2 => row!(to.sheet, id: id, received: received, channel: channel, centre: centre, place: place, kind: kind, subject: subject,
                requester: who, status: "已派单", verified: verified, assigned: verified.plus(1).min(closed()), team: team.id, due: received.plus(10)),
            _ => {
                let (subject, handler, _) = IDEAS[[0, 3, 5, 6][n / 4 % 4]];
                row!(to.sheet, id: id, received: received, channel: channel, centre: centre, place: place, kind: "意见建议", subject: subject,
                    requester: who, status: "已转办", verified: verified, handler: handler, due: received.plus(14));
            }
        }
    }
}
