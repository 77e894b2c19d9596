//! M013: every active volunteer has declared a service post.

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{is_named, place};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::posts::Post;
use crate::tables::volunteers::Volunteer;
use crate::value::Target;

/// M013.
pub static RULE: Rule = Rule {
    code: "M013",
    name: "no-post",
    level: Level::Warning,
    kind: Kind::State,
    says: t("An active volunteer has declared no service post.", "一名在册志愿者没有申报服务岗位。"),
    why: t(
        "Each volunteer declares one service post by speciality, wish and fitness, at home or at work: \
         without it nobody knows what to call on them for.",
        "每名志愿者按特长、意愿和身体条件，在居住地或单位申报一个服务岗位；没有申报，就不知道可以请他做什么。",
    ),
    mend: t(
        "Ask the volunteer, and write the id of a post of posts.csv under 'post' in volunteers.csv. \
         Where posts are not declared, write no-post = \"off\" under [levels].",
        "问明本人后，在 volunteers.csv 的“服务岗位”写 posts.csv 中的岗位编号。如果不实行申报岗位，在 [levels] 下写 no-post = \"off\"。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::VOLUNTEERS]),
    example: "
-- volunteers.csv
id,name,track,post,joined
v1,Ann Reed,community,,2020
-- posts.csv
id,name,capacity
p1,Gate watch,2
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Post::TARGET) {
        return;
    }
    for (volunteer, record) in cx.book.volunteers.iter() {
        if !record.post.is_empty() || cx.is_active(volunteer) != Some(true) || !is_named(cx, volunteer) {
            continue;
        }
        let at = cx.book.volunteers.at(volunteer, Volunteer::post);
        let message = say!("{who} has declared no service post", "{who}没有申报服务岗位", who = cx.who(volunteer));
        let has_column = cx.book.header(at.file()).is_some_and(|header| header.has(Volunteer::post.number()));
        let help = if has_column {
            say!(
                "write the id of a post of posts.csv under 'post' in {place}",
                "在 {place}的“服务岗位”写 posts.csv 中的岗位编号",
                place = place(cx, at)
            )
        } else {
            say!(
                "add a column 'post' to {path}, and write the id of a post of posts.csv under it in line {line}",
                "在 {path} 加一列“服务岗位”，并在第 {line} 行写 posts.csv 中的岗位编号",
                path = cx.book.sources.path(at.file()),
                line = cx.line(at)
            )
        };
        found.add(Finding::new(cx.record(volunteer), at, message).help(help));
    }
}
