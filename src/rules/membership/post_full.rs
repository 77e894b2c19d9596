//! M014: a service post is declared by no more people than it has places.

use std::collections::HashMap;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::place;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{count, t};
use crate::tables::posts::Post;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, Target};

/// M014.
pub static RULE: Rule = Rule {
    code: "M014",
    name: "post-full",
    level: Level::Warning,
    kind: Kind::State,
    says: t("More active volunteers have declared a service post than it has places.", "申报一个服务岗位的在册志愿者多于它的名额。"),
    why: t(
        "Where a post has more people than places, some of them are never called on while other posts stay empty.",
        "一个岗位人数超过名额，有些人就轮不上，别的岗位却空着。",
    ),
    mend: t(
        "Ask somebody to declare another post, or raise the capacity in posts.csv. A post without a capacity takes any number.",
        "请其中的人改报别的岗位，或在 posts.csv 增加名额。没有写名额的岗位不限人数。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::POSTS, TableId::VOLUNTEERS]),
    speaks_of: SpeaksOf::records(&[TableId::POSTS]),
    example: "
-- volunteers.csv
id,name,track,post,joined
v1,Ann Reed,community,p1,2020
v2,Ben Cole,community,p1,2021
-- posts.csv
id,name,capacity
p1,Gate watch,1
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.has(Post::TARGET) {
        return;
    }
    let declared = || cx.book.volunteers.iter().filter(|(volunteer, _)| cx.is_active(*volunteer) == Some(true));
    let mut people = vec![0u32; cx.book.posts.len()];
    for (_, record) in declared() {
        if let Some(slot) = record.post.get().and_then(|post| people.get_mut(post.index())) {
            *slot += 1;
        }
    }
    let has = |post: Row<Post>| people.get(post.index()).copied().unwrap_or_default();
    let places = |post: Row<Post>| Some(cx.book.posts.get(post)?.capacity.get()?.0);
    let is_full = |post: &Row<Post>| places(*post).is_some_and(|places| has(*post) > places);
    // Who declared a post that is full: whoever joined last is named first.
    let mut declarers: HashMap<Row<Post>, Vec<Row<Volunteer>>> = HashMap::new();
    for (volunteer, record) in declared() {
        if let Some(post) = record.post.get().filter(is_full) {
            declarers.entry(post).or_default().push(volunteer);
        }
    }
    for (post, _) in cx.book.posts.iter().filter(|(post, _)| is_full(post)) {
        let (has, places) = (has(post), places(post).unwrap_or_default());
        let at = cx.book.posts.at(post, Post::capacity);
        let message = say!(
            "{post} has {places} and is declared by {has}",
            "{post} 有 {places} 个名额，却有 {has} 人申报",
            post = cx.id(post),
            places = count(places as usize, "place", "places"),
            has = count(has as usize, "volunteer", "volunteers")
        );
        let help = say!(
            "write {has} under 'capacity' in {place}, or, for {over}, the id of another post under 'post' in volunteers.csv",
            "在 {place}的“名额”写 {has}，或在 volunteers.csv 把其中 {over} 人的“服务岗位”改成别的岗位编号",
            has = has,
            place = place(cx, at),
            over = count((has - places) as usize, "volunteer", "volunteers")
        );
        let mut finding = Finding::new(cx.record(post), at, message).help(help);
        let mut declarers = declarers.remove(&post).unwrap_or_default();
        let joined = |volunteer: Row<Volunteer>| cx.book.volunteers.get(volunteer).and_then(|v| v.joined.get());
        declarers.sort_unstable_by(|a, b| joined(*b).cmp(&joined(*a)).then_with(|| cx.id(*a).cmp(cx.id(*b))));
        for volunteer in declarers.into_iter().take(SHOWN) {
            let said = say!("declared by {who}", "{who}申报", who = cx.who(volunteer));
            finding = finding.related(cx.book.volunteers.at(volunteer, Volunteer::post), said);
        }
        found.add(finding);
    }
}

/// So many of those who declared a post are shown with a finding; how many there are it says.
const SHOWN: usize = 3;
