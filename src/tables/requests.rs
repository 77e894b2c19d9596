//! Needs and suggestions that somebody brought.

use crate::fixed_words;
use crate::table;
use crate::tables::asked;
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::{Channels, RequestKinds};
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Field, Id, Rating, Row, Str, Word};

fixed_words! {
    /// How far a request has come.
    pub enum RequestStatus {
        Open = "open", "Open", "待核实" ["待处理", "未核实", "已受理"]: "came in, and nobody has looked into it yet", "已受理，还没有核实";
        Verified = "verified", "Verified", "已核实" ["核实", "待派单"]: "was found to be so, and waits for somebody", "情况属实，等待派单";
        Assigned = "assigned", "Assigned", "已派单" ["派单", "已分派", "办理中", "处理中", "In progress"]: "was given to a team or a volunteer", "已派给服务队或志愿者";
        Forwarded = "forwarded", "Forwarded", "已转办" ["转办", "已转交", "已移交", "Passed on", "Referred"]: "was passed on to somebody outside the teams", "已转给服务队以外的单位";
        Answered = "answered", "Answered", "已答复" ["答复", "已回复", "已解决", "Replied", "Resolved"]: "was dealt with, and the requester knows", "已办理，并告诉了提出的人";
        Declined = "declined", "Declined", "已说明" ["不予受理", "无法办理", "婉拒", "Refused", "Rejected"]: "cannot be met, and the requester knows why", "办不了，已向提出的人说明原因";
    }
}

table! {
    /// A need or a suggestion.
    Request in "requests" by id;
    title = "Requests", "服务需求";
    row = "a need or a suggestion that somebody brought", "群众提出的需求或建议";
    [asked = &[&asked::CONTACT, &asked::HANDLER]]
    must id: Id = "Id", "编号" ["需求编号", "诉求编号", "工单编号", "Request id", "Request number", "Request no."]:
        "A code chosen once and kept: activities name the request by it.", "选定后不再更改的编号，活动凭它指这项需求。";
    must received: Day as Dated = "Received", "受理日期" [
        "受理时间", "收到日期", "接收日期", "登记日期", "登记时间", "提出日期", "提出时间", "反映日期", "反映时间", "Received on",
        "Date received"
    ]:
        "The day on which it came in.", "收到的日期。";
    must channel: Word<Channels> = "Channel", "渠道" ["来源", "来源渠道", "受理渠道", "反映渠道", "Source", "Received by way of"]:
        "How it came in: by the hotline, a centre, a grid …", "从哪里来：热线、服务中心、网格……";
    may centre: Row<Centre> = "Centre", "服务中心" ["服务分中心", "分中心", "受理中心", "Center", "Service centre", "Service center"]:
        "The centre that took it; empty: none.", "由哪个服务中心受理；没有就不填。";
    may place: Row<Place> = "Place", "地点" ["需求地点", "服务地点", "Location", "Where"]:
        "Where the need is.", "需求在哪个地点。";
    must kind: Word<RequestKinds> as Kind = "Kind", "类型" ["需求类型", "需求类别", "诉求类型", "类别", "Type", "Category", "Request kind", "Request type"]:
        "What kind of need it is, or a suggestion.", "哪一类需求，也可以是建议。";
    must subject: Str as Name = "Subject", "事项" ["需求内容", "需求事项", "诉求内容", "诉求", "需求", "Request", "Need", "What is needed"]:
        "What is asked for, without the names of people in need.", "要什么，不写服务对象的姓名。";
    may requester: Str = "Requester", "需求人" ["申请人", "提出人", "反映人", "诉求人", "求助人", "Requested by", "Applicant"]:
        "Who asks: a code of private/served or a description, never the name of somebody in need.", "谁提出的：写 private/served 里的编号或一句描述，不写服务对象的姓名。";
    must status: RequestStatus as State = "Status", "状态" ["需求状态", "办理状态", "处理状态", "办理情况", "办理进度", "State", "Request status"]:
        "How far it has come.", "进行到哪一步。";
    may verified: Day as Step after received = "Verified", "核实日期" ["核实时间", "核查日期", "核查时间", "Verified on", "Date verified"]:
        "The day on which it was found to be so (Order 685, art. 13); empty: not yet.", "核实的日期（《志愿服务条例》第十三条）；不填表示还没有核实。";
    may assigned: Day as Step after received = "Assigned", "派单日期" ["派单时间", "分派日期", "分派时间", "转办日期", "转办时间", "Assigned on", "Date assigned"]:
        "The day on which it was given to a team or a volunteer, or forwarded; empty: not yet.", "派给服务队、志愿者或转出的日期；不填表示还没有派单。";
    may team: Row<Team> = "Team", "服务队" [
        "所属服务队", "服务队名称", "服务队编号", "队伍", "所属队伍", "队伍名称", "团队", "所属团队", "服务团队", "志愿服务队",
        "所属团体", "Team id", "Team name", "承接服务队", "责任服务队"
    ]:
        "The team that it was assigned to.", "派给哪支服务队。";
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "承接志愿者", "服务志愿者"
    ]:
        "The volunteer whom it was assigned to.", "派给哪名志愿者。";
    may handler: Str = "Handler", "转办单位" ["转办部门", "转交单位", "Forwarded to"]:
        "To whom it was forwarded, outside the teams.", "转给服务队以外的哪个单位。";
    may due: Day as Until after received = "Due", "期限" ["答复期限", "办理期限", "办结期限", "截止日期", "截止时间", "Due date", "Due on", "Due by", "Deadline"]:
        "The last day for an answer; empty: as many days after it came in as answer-within-days says.", "最迟哪天答复；不填表示从受理起按 answer-within-days 的天数算。";
    may answered: Day as Step after received, verified, assigned = "Answered", "答复日期" ["答复时间", "回复日期", "回复时间", "办结日期", "办结时间", "Answered on", "Date answered", "Reply date"]:
        "The day on which it was answered or declined; empty: not yet.", "答复或说明的日期；不填表示还没有答复。";
    may answer: Str as Note = "Answer", "答复" ["答复内容", "回复", "回复内容", "办理结果", "处理结果", "Reply", "Response", "Result"]:
        "What was answered: what was done, or why it cannot be done.", "怎样答复的：做了什么，或为什么办不了。";
    may satisfaction: Rating = "Satisfaction", "满意度" ["满意程度", "满意度评分", "Satisfaction score"]:
        "How satisfied the requester is, 5 being most; empty: not asked.", "提出需求的人满意到几分，5 为最满意；不填表示没有问。";
    => "
-- requests.csv
id,received,channel,centre,place,kind,subject,requester,status,verified,assigned,team,due,answered,answer,satisfaction
r1,2026-06-02,grid,c1,east-3,cleaning,rubbish in the lane behind the school,grid leader,answered,2026-06-03,2026-06-04,night-watch,,2026-06-14,cleared on 13 June,5
r2,2026-06-29,hotline,c2,mill,repair,a lamp on the stairs,s1,open,,,,2026-07-06,,,
", "
-- requests.csv
编号,受理日期,渠道,服务中心,地点,类型,事项,需求人,状态,核实日期,派单日期,服务队,期限,答复日期,答复,满意度
r1,2026-06-02,网格,c1,东村3,环境,学校后面的巷子有垃圾,网格长,已答复,2026-06-03,2026-06-04,夜巡队,,2026-06-14,6 月 13 日已清理,5
r2,2026-06-29,热线,c2,磨坊,维修,楼道的灯坏了,s1,待核实,,,,2026-07-06,,,
";
}

/// How far a request had come on a day: what came later had not come yet.
impl Request {
    /// Whether it says that it is settled: answered, or declined with words.
    pub fn says_answered(&self) -> bool {
        matches!(self.status.get(), Some(RequestStatus::Answered | RequestStatus::Declined))
    }

    /// Whether it was answered by a day. `None` where that cannot be read. One that says so without a date is taken at its word.
    pub fn is_answered(&self, by: Day) -> Option<bool> {
        if self.status.is_broken() || self.answered.is_broken() {
            return None;
        }
        Some(match self.answered.get() {
            Some(answered) => answered <= by,
            None => self.says_answered(),
        })
    }

    /// Whether it was verified by a day, or went on without. `None` where that cannot be read.
    pub fn is_verified(&self, by: Day) -> Option<bool> {
        if self.verified.is_broken() || self.assigned.is_broken() {
            return None;
        }
        let went_on = self.is_answered(by)? || self.assigned.get().is_some_and(|assigned| assigned <= by);
        Some(match self.verified.get() {
            Some(verified) => verified <= by || went_on,
            // It has come further than that; on which day, it does not say.
            None => went_on || self.status.get() != Some(RequestStatus::Open),
        })
    }

    /// How far it had come on a day, as far as its dates tell. `None` where its status cannot be read.
    pub fn status_on(&self, day: Day) -> Option<RequestStatus> {
        let had = |date: Field<Day>| date.get().is_none_or(|date| date <= day);
        let mut status = self.status.get()?;
        if self.says_answered() && !had(self.answered) {
            let was_forwarded = self.handler.get().is_some() && self.team.get().is_none() && self.volunteer.get().is_none();
            status = match (self.assigned.get(), was_forwarded) {
                (Some(_), true) => RequestStatus::Forwarded,
                (Some(_), false) => RequestStatus::Assigned,
                (None, _) => RequestStatus::Verified,
            };
        }
        if matches!(status, RequestStatus::Assigned | RequestStatus::Forwarded) && !had(self.assigned) {
            status = RequestStatus::Verified;
        }
        if status == RequestStatus::Verified && self.is_verified(day) == Some(false) {
            status = RequestStatus::Open;
        }
        Some(status)
    }
}
