//! Headers that are no aliases because they may mean something else than a column: they are asked about where the column is absent.

use crate::say::{T, t};

use super::names::fold;

/// Headers that people write for a column and for something else, too.
#[derive(Debug)]
pub struct Asked {
    /// The tables that it is asked in; none: all.
    pub tables: &'static [&'static str],
    /// The headers, as they are compared.
    pub headers: &'static [&'static str],
    /// The columns that may be meant.
    pub columns: &'static [&'static str],
    /// The table that it belongs to, where it is none of these columns.
    pub elsewhere: &'static str,
    /// Why it is no alias.
    pub why: T,
}

/// All of them.
pub static ASKED: &[Asked] = &[
    Asked {
        tables: &["activities"],
        headers: &["参加人数", "参与人数", "人数", "参加人次", "参与人次", "numberofpeople", "numberofparticipants", "attendance"],
        columns: &["headcount"],
        elsewhere: "",
        why: t(
            "it may count everybody, and headcount counts only those who are not in the participations",
            "它可能是全部参加的人数，而“其他参加人数”只算参加记录里没有的人",
        ),
    },
    Asked {
        tables: &["posts"],
        headers: &["人数", "岗位人数", "numberofpeople"],
        columns: &["capacity"],
        elsewhere: "",
        why: t("it may count those who hold the post now", "它可能是现在在岗的人数"),
    },
    Asked {
        tables: &["activities", "openings"],
        headers: &["受益人数", "受益群众", "服务人次", "服务人数", "受益户数", "peopleserved", "peoplehelped", "personsserved"],
        columns: &["beneficiaries"],
        elsewhere: "",
        why: t(
            "it may count persons, or those who served; beneficiaries are person-times of those who were served",
            "它可能是人数，也可能是提供服务的人次；“受益人次”是受服务的人次",
        ),
    },
    Asked {
        tables: &["activities", "participations", "volunteers", "trainings", "exchanges", "certificates"],
        headers: &["服务时间", "时间", "志愿服务时间", "培训时间", "参加时间", "time", "times", "servicetime"],
        columns: &["date", "start", "hours", "available", "period"],
        elsewhere: "",
        why: t("it may be a day, a time of day or a number of hours", "它可能是日期、钟点，也可能是小时数"),
    },
    Asked {
        tables: &[],
        headers: &["duration", "length", "持续时间", "用时", "课时", "minutes", "分钟", "分钟数", "days", "天数"],
        columns: &["hours"],
        elsewhere: "",
        why: t("it may not be in hours", "它的单位可能不是小时"),
    },
    Asked {
        tables: &["activities", "requests", "branches"],
        headers: &["联系人", "contact", "contactperson"],
        columns: &["responsible", "requester", "secretary"],
        elsewhere: "",
        why: t("it may be somebody who only answers the telephone", "它可能只是接电话的人"),
    },
    Asked {
        tables: &["leaves"],
        headers: &["归队日期", "归队时间", "返回日期", "返回时间", "销假日期", "returndate", "returned", "backon"],
        columns: &["to"],
        elsewhere: "",
        why: t("it may be the first day back, and 'to' is the last day away", "它可能是回来的第一天，而“结束日期”是暂离的最后一天"),
    },
    Asked {
        tables: &["requests"],
        headers: &["承办单位", "办理单位", "责任单位", "承办人", "办理人", "责任人", "assignedto"],
        columns: &["team", "volunteer", "handler"],
        elsewhere: "",
        why: t("it may be a team, a volunteer or somebody outside the teams", "它可能是服务队、志愿者，也可能是服务队以外的单位"),
    },
    Asked {
        tables: &[],
        headers: &["日期", "date"],
        columns: &["received", "issued", "made", "from", "joined", "until"],
        elsewhere: "",
        why: t("it does not say of what", "它没有说是哪个日期"),
    },
    Asked {
        tables: &["volunteers"],
        headers: &["志愿者", "volunteer", "队员", "member"],
        columns: &["id", "name"],
        elsewhere: "",
        why: t("it may be the number of the volunteer or the name", "它可能是志愿者的编号，也可能是姓名"),
    },
    Asked {
        tables: &["volunteers"],
        headers: &["类型", "type", "category", "kind"],
        columns: &["track"],
        elsewhere: "",
        why: t("it does not say of what kind", "它没有说是哪一种类型"),
    },
    Asked {
        tables: &["volunteers"],
        headers: &["组织关系", "relation"],
        columns: &["branch"],
        elsewhere: "",
        why: t("it may be the branch or the team", "它可能是党支部，也可能是服务队"),
    },
    Asked {
        tables: &["activities"],
        headers: &["活动", "activity"],
        columns: &["id", "title"],
        elsewhere: "",
        why: t("it may be the number of the activity or its name", "它可能是活动的编号，也可能是名称"),
    },
    Asked {
        tables: &["activities"],
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
    },
    Asked {
        tables: &["volunteers"],
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
    },
];

/// What is to be asked about a header of a table.
pub fn asked(table: &str, header: &str) -> impl Iterator<Item = &'static Asked> {
    let folded = fold(header);
    ASKED.iter().filter(move |asked| (asked.tables.is_empty() || asked.tables.contains(&table)) && asked.headers.contains(&folded.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::ALL;

    #[test]
    fn what_is_asked_about_is_no_alias() {
        for asked in ASKED {
            assert!(asked.tables.iter().all(|name| ALL.iter().any(|table| table.name == *name)), "{asked:?}");
            assert!(asked.columns.is_empty() != asked.elsewhere.is_empty(), "{asked:?}");
            let of_tables = ALL.iter().filter(|table| asked.tables.contains(&table.name));
            for header in asked.headers {
                assert_eq!(&fold(header), header);
                for table in of_tables.clone() {
                    // A code or a title is what it says; only an alias would be a guess.
                    let aliases = table.columns.iter().flat_map(|column| column.aliases);
                    assert!(!aliases.map(|alias| fold(alias)).any(|alias| alias == *header), "{}: {header}", table.name);
                }
            }
        }
    }

    #[test]
    fn what_was_decided_to_be_asked_about_is_no_header_of_services() {
        for header in ["参加人数", "参与人数", "受益人数", "服务人次", "服务时间", "联系人", "时间", "人数"] {
            for table in [&crate::tables::activities::DESCRIPTION, &crate::tables::participations::DESCRIPTION] {
                assert_eq!(table.find(header), None, "{}: {header}", table.name);
            }
            assert!(asked("activities", header).next().is_some(), "{header}");
        }
    }
}
