//! Needs and suggestions that somebody brought.

use crate::fixed_words;
use crate::table;
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::teams::Team;
use crate::tables::vocabulary::{Channels, RequestKinds};
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Rating, Row, Str, Word};

fixed_words! {
    /// How far a request has come.
    pub enum RequestStatus {
        Open = "open", "Open", "待核实";
        Verified = "verified", "Verified", "已核实";
        Assigned = "assigned", "Assigned", "已派单";
        Forwarded = "forwarded", "Forwarded", "已转办";
        Answered = "answered", "Answered", "已答复";
        Declined = "declined", "Declined", "已说明";
    }
}

table! {
    /// A need or a suggestion.
    Request in "requests" by id = "Requests", "服务需求": "a need or a suggestion that somebody brought", "群众提出的需求或建议";
    must id: Id = "Id", "编号" ["需求编号"];
    must received: Day = "Received", "受理日期" ["受理时间"];
    must channel: Word<Channels> = "Channel", "渠道";
    may centre: Row<Centre> = "Centre", "服务中心";
    may place: Row<Place> = "Place", "地点";
    must kind: Word<RequestKinds> = "Kind", "类型";
    must subject: Str = "Subject", "事项";
    may requester: Str = "Requester", "需求人";
    must status: RequestStatus = "Status", "状态";
    may verified: Day = "Verified", "核实日期";
    may assigned: Day = "Assigned", "派单日期";
    may team: Row<Team> = "Team", "服务队";
    may volunteer: Row<Volunteer> = "Volunteer", "志愿者";
    may handler: Str = "Handler", "转办单位";
    may due: Day = "Due", "期限";
    may answered: Day = "Answered", "答复日期";
    may answer: Str = "Answer", "答复";
    may satisfaction: Rating = "Satisfaction", "满意度";
}
