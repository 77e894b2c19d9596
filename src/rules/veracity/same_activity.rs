//! V005: no activity is in the book twice.

use std::collections::{BTreeMap, HashMap};

use crate::findings::{Finding, Found, Level};
use crate::rules::activity::attended::is_held;
use crate::rules::by_hand::{place, waiver};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SERVICES, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::activities::Activity;
use crate::tables::teams::Team;
use crate::tables::volunteers::Volunteer;
use crate::text::alike::folded;
use crate::value::{Row, Target};

/// V005.
pub static RULE: Rule = Rule {
    code: "V005",
    name: "same-activity",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "Two activities that were held have the same team, date and title, and at least half of the people the same: perhaps one, entered twice.",
        "两次已开展的活动，服务队、日期和活动名称相同，参加的人至少有一半相同：可能是同一次活动登记了两次。",
    ),
    why: t(
        "An activity under two ids counts twice, with its hours and beneficiaries. It is half of the people of the smaller of the two; where \
         neither names anybody but both say how many came, all else must be the same. Case, width and blanks in titles make no difference. Several of one kind are \
         told as one pair less than there are.",
        "一次活动有两个编号，服务次数、时长和受益人次就都算了两遍。一半按两次中人少的一次算；两次都只写了人数、没有写名字的，各项数字全部相同才提示。\
         活动名称不分大小写、全角半角和空格。几次都相同的，提示的对数比次数少一。",
    ),
    mend: t(
        "If it is one activity, delete one of the two, with its participations and outcomes. If there were two, say so in the title \
         (morning, afternoon), or write a waiver with the record 'A/B' in rollbook.toml.",
        "如果是同一次活动，删去其中一次及其参加记录和成效。如果确实有两次，在活动名称里写明（上午、下午），或在 rollbook.toml 写一条豁免，记录写“A/B”。",
    ),
    thresholds: &[],
    reads: Needs::of(SERVICES.with(&[TableId::TEAMS])),
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
v2,Ben Cole,community,2020
-- teams/patrol.toml
name = \"Patrol\"
kind = \"security\"
place = \"east\"
founded = \"2020\"
-- activities.csv
id,date,hours,team,kind,title,beneficiaries,status
a1,2026-06-05,2,patrol,security,Night patrol,10,held
a2,2026-06-05,2,patrol,security,Night patrol,10,held
-- participations.csv
activity,volunteer,hours,status
a1,v1,2,attended
a1,v2,2,attended
a2,v1,2,attended
a2,v2,2,attended
",
    check: Check::Book(check),
};

/// Of one title on one day, each volunteer is looked for in so many activities: who is in all of them would make the square of their number.
const MOST: usize = 64;

fn check(cx: &Cx<'_>, found: &mut Found) {
    let activities = &cx.book.activities;
    let held = activities.iter().filter(|(_, activity)| is_held(activity));
    // Where the book has no teams, the word that stands for one is its id.
    let mut words: HashMap<&str, u32> = HashMap::new();
    let has_teams = cx.has(Team::TARGET);
    let mut team_of = |row: Row<Activity>, activity: &Activity| {
        if has_teams || !activity.team.is_broken() {
            return activity.team.get().map(|team| team.number);
        }
        let next = u32::try_from(words.len()).unwrap_or(u32::MAX);
        Some(*words.entry(word_of_team(cx, row)).or_insert(next))
    };
    let dated = held.filter_map(|(row, a)| Some((team_of(row, &a)?, a.date.get().filter(|day| *day <= cx.ask.as_of)?, row)));
    let mut dated: Vec<_> = dated.filter(|(.., row)| !cx.id(*row).is_empty()).collect();
    dated.sort_unstable();
    // Most teams hold one activity a day: only of the others the titles are looked at.
    for of_one_day in dated.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|group| group.len() > 1) {
        let mut titles: BTreeMap<String, Vec<Row<Activity>>> = BTreeMap::new();
        for (.., row) in of_one_day {
            if let Some(title) = activities.get(*row).and_then(|activity| activity.title.get()) {
                titles.entry(folded(activities.text(title)).collect()).or_default().push(*row);
            }
        }
        for mut group in titles.into_values().filter(|group| group.len() > 1) {
            group.sort_by_key(|row| cx.id(*row));
            of_one_title(cx, &group, found);
        }
    }
}

/// Tells each activity with the first before it that has the same people.
fn of_one_title(cx: &Cx<'_>, group: &[Row<Activity>], found: &mut Found) {
    let mut with: HashMap<Row<Volunteer>, Vec<usize>> = HashMap::new();
    let mut sizes: Vec<usize> = Vec::with_capacity(group.len());
    let mut unnamed: HashMap<[u64; 4], Row<Activity>> = HashMap::new();
    for (n, later) in group.iter().enumerate() {
        let people = people(cx, *later);
        sizes.push(people.len());
        if people.is_empty() {
            let Some(all_else) = all_else(cx, *later) else { continue };
            match unnamed.get(&all_else) {
                Some(earlier) => found.add(finding(cx, *earlier, *later, None)),
                None => _ = unnamed.insert(all_else, *later),
            }
            continue;
        }
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for person in &people {
            let before = with.entry(*person).or_default();
            before.iter().for_each(|earlier| *shared.entry(*earlier).or_default() += 1);
            if before.len() < MOST {
                before.push(n);
            }
        }
        let smaller = |earlier: &usize| people.len().min(sizes.get(*earlier).copied().unwrap_or_default());
        if let Some((earlier, shared)) = shared.iter().find(|(earlier, shared)| **shared * 2 >= smaller(earlier))
            && let Some(first) = group.get(*earlier)
        {
            found.add(finding(cx, *first, *later, Some((*shared, smaller(earlier)))));
        }
    }
}

/// What stands for the team of an activity.
fn word_of_team<'b>(cx: &Cx<'b>, activity: Row<Activity>) -> &'b str {
    let located = cx.book.locate(cx.book.activities.at(activity, Activity::team));
    located.span.of(cx.book.sources.text(located.file)).trim_matches('"')
}

/// Who attended an activity, each once.
fn people(cx: &Cx<'_>, activity: Row<Activity>) -> Vec<Row<Volunteer>> {
    let attended = cx.book.facts().of_activity(cx.book, activity).filter(|(_, p)| p.attended() == Some(true));
    let mut people: Vec<Row<Volunteer>> = attended.filter_map(|(_, p)| p.volunteer.get()).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// What an activity of people without names says besides its title; `None` where nobody came, or something of it cannot be read.
fn all_else(cx: &Cx<'_>, activity: Row<Activity>) -> Option<[u64; 4]> {
    let record = cx.book.activities.get(activity)?;
    let is_out = record.headcount.get().is_none_or(|n| n.0 == 0) || record.beneficiaries.is_broken() || record.start.is_broken();
    let or_none = |value: Option<u64>| value.map_or(0, |value| value + 1);
    (!is_out && !cx.book.unsure().participations.has(activity)).then_some([
        record.hours.get()?.ten_thousandths().unsigned_abs(),
        or_none(record.headcount.get().map(|n| u64::from(n.0))),
        or_none(record.beneficiaries.get().map(|n| u64::from(n.0))),
        or_none(record.start.get().map(|time| u64::from(time.0))),
    ])
}

/// Says that two activities are probably one: so many people are in both, of so many in the smaller.
fn finding(cx: &Cx<'_>, first: Row<Activity>, second: Row<Activity>, shared: Option<(usize, usize)>) -> Finding {
    let activities = &cx.book.activities;
    let (a, b, ids) = (cx.id(first), cx.id(second), format!("{}/{}", cx.id(first), cx.id(second)));
    let record = activities.get(second);
    let day = record.and_then(|record| record.date.get()).map(|day| day.to_string()).unwrap_or_default();
    let team = record.and_then(|record| record.team.get()).map_or_else(|| word_of_team(cx, second), |team| cx.id(team));
    let message = match shared {
        Some((shared, smaller)) => say!(
            "{a} and {b} have the same team {team}, date {day} and title, and {shared} of {smaller} people the same",
            "{a} 和 {b} 的服务队（{team}）、日期（{day}）和活动名称相同，{smaller} 人中有 {shared} 人相同",
            a = a,
            b = b,
            team = team,
            day = day,
            shared = shared,
            smaller = smaller
        ),
        None => say!(
            "{a} and {b} have the same team {team}, date {day}, title and numbers, and neither names anybody",
            "{a} 和 {b} 的服务队（{team}）、日期（{day}）、活动名称和各项数字相同，都没有写参加人的名字",
            a = a,
            b = b,
            team = team,
            day = day
        ),
    };
    let at = activities.at(second, Activity::title);
    let help = say!(
        "if they are one, delete {place}, with the participations and outcomes of {b}; if there were two, say so in their titles, or add to the \
         end of rollbook.toml the four lines {waiver}",
        "如果是同一次活动，删去 {place}，连同 {b} 的参加记录和成效；如果确实有两次，在活动名称里写明，或在 rollbook.toml 末尾加四行：{waiver}",
        place = place(cx, at),
        b = b,
        waiver = waiver("same-activity", &ids, t("held twice that day", "当天开展了两次"))
    );
    Finding::new(format!("{}:{ids}", Activity::NAME), at, message)
        .related(activities.at(first, Activity::title), say!("the other", "另一次"))
        .help(help)
}
