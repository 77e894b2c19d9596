//! Headers that are asked about, and why; each table names its own in its description.

use crate::say::t;
use crate::schema::Asked;

/// How many people: everybody, or the others.
pub static HEADCOUNT: Asked = Asked {
    headers: &["参加人数", "参与人数", "人数", "参加人次", "参与人次", "numberofpeople", "numberofparticipants", "attendance"],
    columns: &["headcount"],
    elsewhere: "",
    why: t(
        "it may count everybody, and headcount counts only those who are not in the participations",
        "它可能是全部参加的人数，而“其他参加人数”只算参加记录里没有的人",
    ),
};

/// How many hold a post, or may.
pub static CAPACITY: Asked = Asked {
    headers: &["人数", "岗位人数", "numberofpeople"],
    columns: &["capacity"],
    elsewhere: "",
    why: t("it may count those who hold the post now", "它可能是现在在岗的人数"),
};

/// Whom a service reached.
pub static REACHED: Asked = Asked {
    headers: &["受益人数", "受益群众", "服务人次", "服务人数", "受益户数", "peopleserved", "peoplehelped", "personsserved"],
    columns: &["beneficiaries"],
    elsewhere: "",
    why: t(
        "it may count persons, or those who served; beneficiaries are person-times of those who were served",
        "它可能是人数，也可能是提供服务的人次；“受益人次”是受服务的人次",
    ),
};

/// A day, a time or a number of hours.
pub static TIME: Asked = Asked {
    headers: &["服务时间", "时间", "志愿服务时间", "培训时间", "参加时间", "time", "times", "servicetime"],
    columns: &["date", "start", "hours", "available", "period"],
    elsewhere: "",
    why: t("it may be a day, a time of day or a number of hours", "它可能是日期、钟点，也可能是小时数"),
};

/// How long something took.
pub static LENGTH: Asked = Asked {
    headers: &["duration", "length", "持续时间", "用时", "课时", "minutes", "分钟", "分钟数", "days", "天数"],
    columns: &["hours"],
    elsewhere: "",
    why: t("it may not be in hours", "它的单位可能不是小时"),
};

/// Whom to call.
pub static CONTACT: Asked = Asked {
    headers: &["联系人", "contact", "contactperson"],
    columns: &["responsible", "requester", "secretary"],
    elsewhere: "",
    why: t("it may be somebody who only answers the telephone", "它可能只是接电话的人"),
};

/// When somebody is back.
pub static RETURN: Asked = Asked {
    headers: &["归队日期", "归队时间", "返回日期", "返回时间", "销假日期", "returndate", "returned", "backon"],
    columns: &["to"],
    elsewhere: "",
    why: t("it may be the first day back, and 'to' is the last day away", "它可能是回来的第一天，而“结束日期”是暂离的最后一天"),
};

/// Who deals with a request.
pub static HANDLER: Asked = Asked {
    headers: &["承办单位", "办理单位", "责任单位", "承办人", "办理人", "责任人", "assignedto"],
    columns: &["team", "volunteer", "handler"],
    elsewhere: "",
    why: t("it may be a team, a volunteer or somebody outside the teams", "它可能是服务队、志愿者，也可能是服务队以外的单位"),
};

/// A day that does not say of what.
pub static DAY: Asked = Asked {
    headers: &["日期", "date"],
    columns: &["received", "issued", "made", "from", "joined", "until"],
    elsewhere: "",
    why: t("it does not say of what", "它没有说是哪个日期"),
};

/// A volunteer by number or name.
pub static PERSON: Asked = Asked {
    headers: &["志愿者", "volunteer", "队员", "member"],
    columns: &["id", "name"],
    elsewhere: "",
    why: t("it may be the number of the volunteer or the name", "它可能是志愿者的编号，也可能是姓名"),
};

/// Some kind.
pub static TYPE: Asked = Asked {
    headers: &["类型", "type", "category", "kind"],
    columns: &["track"],
    elsewhere: "",
    why: t("it does not say of what kind", "它没有说是哪一种类型"),
};

/// Branch or team.
pub static RELATION: Asked = Asked {
    headers: &["组织关系", "relation"],
    columns: &["branch"],
    elsewhere: "",
    why: t("it may be the branch or the team", "它可能是党支部，也可能是服务队"),
};

/// An activity by number or name.
pub static ACTIVITY: Asked = Asked {
    headers: &["活动", "activity"],
    columns: &["id", "title"],
    elsewhere: "",
    why: t("it may be the number of the activity or its name", "它可能是活动的编号，也可能是名称"),
};

/// Those who took part.
pub static PARTICIPANTS: Asked = Asked {
    headers: &[
        "参加人员",
        "参与人员",
        "参加人",
        "参与人",
        "参加者",
        "参与者",
        "参加志愿者",
        "参与志愿者",
        "志愿者",
        "志愿者名单",
        "志愿者姓名",
        "人员名单",
        "参加队员",
        "服务人员",
        "服务志愿者",
        "名单",
        "participants",
        "attendees",
        "volunteers",
        "volunteer",
        "people",
        "members",
        "names",
    ],
    columns: &[],
    elsewhere: "participations",
    why: t("who took part stands in the participations, a row for each", "谁参加了活动写在参加记录里，一人一行"),
};

/// The team of a volunteer.
pub static TEAM: Asked = Asked {
    headers: &[
        "服务队",
        "所属服务队",
        "队伍",
        "所属队伍",
        "团队",
        "所属团队",
        "服务队名称",
        "服务队编号",
        "team",
        "teamid",
        "teamname",
        "role",
        "角色",
    ],
    columns: &[],
    elsewhere: "memberships",
    why: t("who belongs to which team stands in the memberships, a row for each", "谁属于哪支服务队写在归属关系里，一人一行"),
};

/// What is asked about in every table.
pub const EVERYWHERE: &[&Asked] = &[&LENGTH, &DAY];

/// All of them, in the order of the manual.
pub const ALL: &[&Asked] =
    &[&HEADCOUNT, &CAPACITY, &REACHED, &TIME, &LENGTH, &CONTACT, &RETURN, &HANDLER, &DAY, &PERSON, &TYPE, &RELATION, &ACTIVITY, &PARTICIPANTS, &TEAM];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::fold;
    use crate::tables;

    #[test]
    fn what_is_asked_about_is_no_alias() {
        for asked in ALL {
            let is_its = |other: &&Asked| std::ptr::eq(*other, *asked);
            let of_tables: Vec<_> = tables::ALL.iter().filter(|table| table.asked.iter().any(is_its)).collect();
            assert_eq!(EVERYWHERE.iter().any(is_its), of_tables.is_empty(), "{asked:?} is asked about nowhere, or twice");
            assert!(asked.columns.is_empty() != asked.elsewhere.is_empty(), "{asked:?}");
            for code in asked.columns.iter().filter(|_| !of_tables.is_empty()) {
                assert!(of_tables.iter().flat_map(|table| table.columns).any(|column| column.code == *code), "{code} is no column: {asked:?}");
            }
            for header in asked.headers {
                assert_eq!(&fold(header), header);
                for table in &of_tables {
                    // A code or a title is what it says; only an alias would be a guess.
                    let aliases = table.columns.iter().flat_map(|column| column.aliases);
                    assert!(!aliases.map(|alias| fold(alias)).any(|alias| alias == *header), "{}: {header}", table.name);
                }
            }
        }
    }

    #[test]
    fn what_was_decided_to_be_asked_about_is_no_header_of_services() {
        let activities = &tables::activities::DESCRIPTION;
        for header in ["参加人数", "参与人数", "受益人数", "服务人次", "服务时间", "联系人", "时间", "人数"] {
            for table in [activities, &tables::participations::DESCRIPTION] {
                assert_eq!(table.find(header), None, "{}: {header}", table.name);
            }
            assert!(activities.asks(header).next().is_some(), "{header}");
        }
    }
}
