//! What to do next in a book that has just been begun: a team, people, who is in which team, an activity, who was there.

use std::collections::HashMap;

use crate::book::Book;
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::{ALL, number_of};
use crate::text::FileId;

/// A step: what is to be done, and what the file says to begin with.
struct Step {
    /// The table that it fills.
    table: &'static str,
    /// What is to be done.
    says: T,
    /// The file.
    file: T,
    /// What can be pasted into it.
    lines: T,
}

const STEPS: [Step; 5] = [
    Step {
        table: "teams",
        says: t("Enter a team. The name of its file is the team's id.", "登记一支服务队。文件名就是服务队的编号。"),
        file: t("teams/patrol.toml", "teams/巡逻队.toml"),
        lines: t(
            "name = \"East Gate patrol\"\nkind = \"security\"\nplace = \"east-gate\"\nfounded = \"2024\"",
            "name = \"东门巡逻队\"\nkind = \"治安\"\nplace = \"东门\"\nfounded = \"2024\"",
        ),
    },
    Step {
        table: "volunteers",
        says: t("Enter the volunteers, a line each.", "登记志愿者，一人一行。"),
        file: t("volunteers.csv", "volunteers.csv"),
        lines: t("id,name,track,joined\nV0001,Ann Reed,community,2024-03-01", "编号,姓名,类别,加入时间\nV0001,张敏,社区,2024-03-01"),
    },
    Step {
        table: "memberships",
        says: t("Say who is in which team: backbone, successor or member.", "登记每人编入哪支服务队，角色写骨干、后备或队员。"),
        file: t("memberships.csv", "memberships.csv"),
        lines: t(
            "volunteer,team,role,from,to\nV0001,patrol,backbone,2024-03-01,",
            "志愿者,服务队,角色,起始日期,结束日期\nV0001,巡逻队,骨干,2024-03-01,",
        ),
    },
    Step {
        table: "activities",
        says: t("Enter an activity.", "登记一次活动。"),
        file: t("activities.csv", "activities.csv"),
        lines: t(
            "id,date,hours,team,kind,title,beneficiaries,status\nA0001,2024-03-08,2,patrol,security,Night patrol,30,held",
            "编号,日期,服务时长,服务队,活动类型,活动名称,受益人次,状态\nA0001,2024-03-08,2,巡逻队,治安,夜间巡逻,30,已开展",
        ),
    },
    Step {
        table: "participations",
        says: t("Enter who was there, and for how many hours.", "登记谁参加了、服务了多少小时。"),
        file: t("participations.csv", "participations.csv"),
        lines: t("activity,volunteer,hours\nA0001,V0001,2", "活动,志愿者,服务时长\nA0001,V0001,2"),
    },
];

/// Up to so many activities a book has just been begun.
const BEGUN: usize = 3;

/// What to do next in a book that has just been begun, line by line; `None` in every other.
pub fn next(book: &Book) -> Option<Vec<Text>> {
    let mut rows = HashMap::new();
    book.tables.each(|table, held| {
        rows.insert(table.name, held.rows());
    });
    let is_empty = |table: &str| rows.get(table).is_none_or(|rows| *rows == 0);
    if rows.get("activities").is_some_and(|rows| *rows > BEGUN) {
        return None;
    }
    let (n, step) = STEPS.iter().enumerate().find(|(_, step)| is_empty(step.table))?;
    // Rows that cannot be read are rows: a check tells of them.
    let says_more = |file: &FileId| book.sources.bytes(*file).split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count() > 1;
    if STEPS.iter().any(|step| is_empty(step.table) && book.layout.files(number_of(step.table)).iter().any(says_more)) {
        return None;
    }
    let exists = step.table != "teams" && book.layout.has(number_of(step.table));
    let what = if exists {
        say!("The file {file} has no rows yet. It may say:", "文件 {file} 还没有数据行，可以这样写：", file = step.file)
    } else {
        say!("Make the file {file} that says:", "新建文件 {file}，写上：", file = step.file)
    };
    let mut told = vec![
        say!("Step {n} of {all}: {says}", "第 {n} 步，共 {all} 步：{says}", n = n + 1, all = STEPS.len(), says = step.says),
        what,
        Text::default(),
    ];
    let lines = step.lines.en.lines().zip(step.lines.zh.lines());
    told.extend(lines.map(|(en, zh)| Text { en: format!("    {en}"), zh: format!("    {zh}") }));
    told.push(Text::default());
    told.push(say!(
        "Put your own in place of the example and run rollbook again: it checks what is there and tells the next step.",
        "把示例换成自己的内容，再运行 rollbook：它会检查已有内容，并告诉您下一步。"
    ));
    let table =
        Text { en: step.table.to_owned(), zh: ALL.iter().find(|table| table.name == step.table).map_or("", |table| table.title.zh).to_owned() };
    told.push(say!("What each column means: rollbook explain {table}", "各列怎么填：rollbook explain {table}", table = table));
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_both_languages_go_together() {
        for step in &STEPS {
            assert_eq!(step.lines.en.lines().count(), step.lines.zh.lines().count(), "{}", step.table);
            assert!(ALL.iter().any(|table| table.name == step.table), "{}", step.table);
        }
    }
}
