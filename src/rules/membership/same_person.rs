//! M015: nobody has two numbers.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use unicode_normalization::UnicodeNormalization;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{is_named, place};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::t;
use crate::tables::volunteers::Volunteer;
use crate::text::alike::folded;
use crate::value::{Row, Target};

/// M015.
pub static RULE: Rule = Rule {
    code: "M015",
    name: "same-person",
    level: Level::Note,
    kind: Kind::State,
    says: t(
        "Two volunteers have the same name, blanks in it aside, and the same branch, or one of them no branch; or the same phone: perhaps one \
         person with two numbers.",
        "两名志愿者姓名相同（不计其中的空格），党支部也相同或有一人没有填写党支部；或联系电话相同：可能是一人两个编号。",
    ),
    why: t(
        "Somebody entered twice is counted twice, and their hours are split between two numbers. \
         One of the two must be active: whoever left and came back under a new number is told, two who have both left are not. \
         Several people of one name are told as one pair less than there are, not each with every other. The phone itself is never shown.",
        "重复登记的人会算成两人，服务时长也分在两个编号下。两人中至少一人在册才提示：退出后以新编号回来的会提示，都已退出的不提示。几个人同名的，提示的对数比人数少一，不逐一两两列出。电话号码不会显示。",
    ),
    mend: t(
        "If they are one person, keep one number, change the other to it in all tables, delete its row in volunteers.csv, and empty 'left' of the one kept if the person is back. \
         If they are two, write a waiver with the record 'A/B' in rollbook.toml.",
        "如果是同一人，保留一个编号，把各表中的另一个改成它，再删去 volunteers.csv 中多余的一行；如果人又回来了，清空保留那一行的“退出时间”。如果是两人，在 rollbook.toml 写一条豁免，记录写“A/B”。",
    ),
    thresholds: &[],
    reads: Needs::rows(&[TableId::VOLUNTEERS, TableId::PEOPLE]),
    speaks_of: SpeaksOf::Book,
    example: "
-- branches.csv
id,name
b1,East village
-- volunteers.csv
id,name,track,branch,joined
v1,Ann Reed,community,b1,2020
v2,Ann Reed,community,b1,2024
",
    check: Check::Book(check),
};

/// Two volunteers, and what they have in common.
struct Pair {
    a: Row<Volunteer>,
    b: Row<Volunteer>,
    name: bool,
    phone: bool,
}

fn check(cx: &Cx<'_>, found: &mut Found) {
    let (volunteers, people, as_of) = (&cx.book.volunteers, &cx.book.people, cx.ask.as_of);
    // Who joins after the day asked about is outside the question.
    let is_asked = |volunteer: Row<Volunteer>| {
        let joined = volunteers.get(volunteer).and_then(|v| v.joined.get());
        joined.is_some_and(|joined| joined.0 <= as_of) && cx.is_active(volunteer).is_some() && is_named(cx, volunteer)
    };
    let mut pairs: BTreeMap<(&str, &str), Pair> = BTreeMap::new();
    let mut tell = |a: Row<Volunteer>, b: Row<Volunteer>, common: fn(&mut Pair)| {
        let (a, b) = if cx.id(a) <= cx.id(b) { (a, b) } else { (b, a) };
        common(pairs.entry((cx.id(a), cx.id(b))).or_insert(Pair { a, b, name: false, phone: false }));
    };

    let name = |volunteer: Row<Volunteer>| Some(volunteers.text(volunteers.get(volunteer)?.name.get()?));
    let is_same = |a: Row<Volunteer>, b: Row<Volunteer>| match (name(a), name(b)) {
        (Some(a), Some(b)) => folded(a).eq(folded(b)),
        _ => false,
    };
    let names = volunteers.iter().filter_map(|(volunteer, record)| {
        let text = volunteers.text(record.name.get()?);
        // A branch that cannot be read might be any.
        (!record.branch.is_broken() && is_asked(volunteer)).then(|| (hash(text), volunteer))
    });
    for group in groups(names.collect()) {
        // Texts that only share a number are told apart.
        let mut rest = group;
        while let Some(first) = rest.first().copied() {
            let (same, others) = rest.into_iter().partition(|other| is_same(first, *other));
            of_one_name(cx, same, &mut |a, b| tell(a, b, |pair| pair.name = true));
            rest = others;
        }
    }

    let phones = people.iter().filter_map(|(_, person)| {
        let volunteer = person.volunteer.get().filter(|volunteer| is_asked(*volunteer))?;
        Some((volunteer, people.text(person.phone.get()?)))
    });
    let phones = phones.flat_map(|(volunteer, text)| numbers(text).map(move |number| (number, volunteer)));
    for group in groups(phones.collect()) {
        star(cx, &group, &mut |a, b| tell(a, b, |pair| pair.phone = true));
    }

    for pair in pairs.values() {
        found.add(finding(cx, pair));
    }
}

/// Those that share a mark, by id.
fn groups(mut marks: Vec<(u64, Row<Volunteer>)>) -> Vec<Vec<Row<Volunteer>>> {
    marks.sort_unstable();
    marks.dedup();
    let shared = marks.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    shared.map(|group| group.iter().map(|(_, volunteer)| *volunteer).collect()).collect()
}

/// The first of some who is active.
fn first_active(cx: &Cx<'_>, group: &[Row<Volunteer>]) -> Option<Row<Volunteer>> {
    let active = group.iter().copied().filter(|volunteer| cx.is_active(*volunteer) == Some(true));
    active.min_by_key(|volunteer| cx.id(*volunteer))
}

/// Tells each of some with the first who is active, so that many of them are not told crosswise.
fn star(cx: &Cx<'_>, group: &[Row<Volunteer>], tell: &mut impl FnMut(Row<Volunteer>, Row<Volunteer>)) {
    let Some(first) = first_active(cx, group) else { return };
    group.iter().filter(|other| **other != first).for_each(|other| tell(first, *other));
}

/// Tells people of one name: those of one branch with each other, and whoever has no branch with anybody; n of them as n - 1 pairs.
fn of_one_name(cx: &Cx<'_>, mut people: Vec<Row<Volunteer>>, tell: &mut impl FnMut(Row<Volunteer>, Row<Volunteer>)) {
    let branch = |volunteer: &Row<Volunteer>| cx.book.volunteers.get(*volunteer).and_then(|v| v.branch.get()).map(|branch| branch.number);
    people.sort_by_key(|volunteer| (branch(volunteer), cx.id(*volunteer)));
    let (without, with) = people.split_at(people.partition_point(|volunteer| branch(volunteer).is_none()));
    let branches: Vec<&[Row<Volunteer>]> = with.chunk_by(|a, b| branch(a) == branch(b)).collect();
    let Some(link) = first_active(cx, without).or(without.first().copied()) else {
        branches.into_iter().for_each(|group| star(cx, group, tell));
        return;
    };
    if cx.is_active(link) == Some(true) {
        people.iter().filter(|other| **other != link).for_each(|other| tell(link, *other));
        return;
    }
    // Nobody without a branch is active: one of them with the first of each branch who is, the others with the first of all.
    for group in branches {
        star(cx, group, tell);
        if let Some(first) = first_active(cx, group) {
            tell(link, first);
        }
    }
    if let Some(first) = first_active(cx, with) {
        without.iter().filter(|other| **other != link).for_each(|other| tell(first, *other));
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = FixedState::with_seed(0x726f_6c6c).build_hasher();
    folded(name).for_each(|c| hasher.write_u32(u32::from(c)));
    hasher.finish()
}

/// The phone numbers of a cell, each as a whole number: without blanks, dashes and the code of the country.
/// What has fewer than seven digits is an extension, more than fifteen no number.
fn numbers(text: &str) -> impl Iterator<Item = u64> {
    text.split([';', ',', '/', '；', '，', '、']).filter_map(|part| {
        let part = part.trim();
        let (ascii, other) = if part.is_ascii() { (part, "") } else { ("", part) };
        let digits = || ascii.chars().chain(other.nfkc()).filter_map(|c| c.to_digit(10)).map(u64::from);
        let country: &[u64] = if part.starts_with(['+', '＋']) { &[8, 6] } else { &[0, 0, 8, 6] };
        let before = if digits().take(country.len()).eq(country.iter().copied()) { country.len() } else { 0 };
        // A leading nought counts: the figure one before it keeps it.
        let (mut count, mut number) = (0, 1_u64);
        for digit in digits().skip(before).take(16) {
            count += 1;
            number = number * 10 + digit;
        }
        (7..=15).contains(&count).then_some(number)
    })
}

fn finding(cx: &Cx<'_>, pair: &Pair) -> Finding {
    let Pair { a, b, .. } = *pair;
    let (volunteers, ids) = (&cx.book.volunteers, format!("{}/{}", cx.id(a), cx.id(b)));
    let (first, second) = (cx.who(a), cx.who(b));
    let branch = |volunteer| volunteers.get(volunteer).is_some_and(|v| v.branch.get().is_some());
    let message = match (pair.name, branch(a) && branch(b), pair.phone) {
        (true, true, true) => {
            say!("{a} and {b} have the same name, branch and phone", "{a}和{b}姓名、党支部和联系电话都相同", a = first, b = second)
        }
        (true, true, false) => say!("{a} and {b} have the same name and branch", "{a}和{b}姓名、党支部相同", a = first, b = second),
        (true, false, true) => say!("{a} and {b} have the same name and phone", "{a}和{b}姓名、联系电话相同", a = first, b = second),
        (true, false, false) => match (branch(a), branch(b)) {
            (false, false) => say!("{a} and {b} have the same name, and no branch", "{a}和{b}姓名相同，都没有填写党支部", a = first, b = second),
            (is_first, _) => say!(
                "{a} and {b} have the same name, and {without} has no branch",
                "{a}和{b}姓名相同，{without} 没有填写党支部",
                a = first,
                b = second,
                without = cx.id(if is_first { b } else { a })
            ),
        },
        (false, ..) => say!("{a} and {b} have the same phone", "{a}和{b}联系电话相同", a = first, b = second),
    };
    let at = volunteers.at(b, Volunteer::name);
    let help = say!(
        "if they are one person, write {a} for {b} in the other tables and delete {place}; \
         if they are two, add to the end of rollbook.toml the four lines [[waivers]] ‖ rule = \"same-person\" ‖ record = \"{ids}\" ‖ reason = \"two people\"",
        "如果是同一人，把其他表中的 {b} 改成 {a}，再删去 {place}；如果是两人，在 rollbook.toml 末尾加四行：[[waivers]] ‖ rule = \"same-person\" ‖ record = \"{ids}\" ‖ reason = \"两个人\"",
        a = cx.id(a),
        b = cx.id(b),
        place = place(cx, at),
        ids = ids
    );
    Finding::new(format!("{}:{ids}", Volunteer::NAME), at, message)
        .related(volunteers.at(a, Volunteer::name), say!("the other one", "另一人"))
        .help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_known_however_it_is_written() {
        let one = |text: &str| numbers(text).collect::<Vec<_>>();
        let plain = one("13800000000");
        assert_eq!(plain.len(), 1);
        for same in ["138 0000 0000", "138-0000-0000", "+86 138 0000 0000", "008613800000000", "１３８００００００００"] {
            assert_eq!(one(same), plain, "{same}");
        }
        assert_eq!(one("13800000000；010-62000000").len(), 2);
        assert!(one("ext. 1234").is_empty() && one("none").is_empty() && one("1234567890123456").is_empty());
        assert_ne!(one("01062000000"), one("1062000000"));
    }
}
