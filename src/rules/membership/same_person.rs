//! M015: nobody has two numbers.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use unicode_normalization::UnicodeNormalization;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{is_named, place};
use crate::rules::{Check, Cx, Kind, Rule};
use crate::say;
use crate::say::t;
use crate::tables::volunteers::Volunteer;
use crate::value::{Row, Target};

/// M015.
pub static RULE: Rule = Rule {
    code: "M015",
    name: "same-person",
    level: Level::Note,
    kind: Kind::State,
    says: t(
        "Two volunteers have the same name and branch, or the same phone: perhaps one person with two numbers.",
        "两名志愿者姓名和党支部相同，或联系电话相同，可能是一人两个编号。",
    ),
    why: t(
        "Somebody entered twice is counted twice, and their hours are split between two numbers. \
         One of the two must be active: whoever left and came back under a new number is told, two who have both left are not. \
         The phone itself is never shown.",
        "重复登记的人会算成两人，服务时长也分在两个编号下。两人中至少一人在册才提示：退出后以新编号回来的会提示，都已退出的不提示。电话号码不会显示。",
    ),
    mend: t(
        "If they are one person, keep one number, change the other to it in all tables, delete its row in volunteers.csv, and empty 'left' of the one kept if the person is back. \
         If they are two, write a waiver with the record 'A/B' in rollbook.toml.",
        "如果是同一人，保留一个编号，把各表中的另一个改成它，再删去 volunteers.csv 中多余的一行；如果人又回来了，清空保留那一行的“退出时间”。如果是两人，在 rollbook.toml 写一条豁免，记录写“A/B”。",
    ),
    thresholds: &[],
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
    let name = |volunteer: Row<Volunteer>| {
        let record = volunteers.get(volunteer)?;
        Some((record.branch.get()?, volunteers.text(record.name.get()?)))
    };
    let mut pairs: BTreeMap<(&str, &str), Pair> = BTreeMap::new();
    let mut tell = |a: Row<Volunteer>, b: Row<Volunteer>, common: fn(&mut Pair)| {
        let (a, b) = if cx.id(a) <= cx.id(b) { (a, b) } else { (b, a) };
        common(pairs.entry((cx.id(a), cx.id(b))).or_insert(Pair { a, b, name: false, phone: false }));
    };

    let names = volunteers.iter().filter_map(|(volunteer, record)| {
        let branch = record.branch.get()?;
        let text = volunteers.text(record.name.get()?);
        is_asked(volunteer).then(|| (hash(branch.number, text), volunteer))
    });
    let is_same = |a: Row<Volunteer>, b: Row<Volunteer>| match (name(a), name(b)) {
        (Some((x, a)), Some((y, b))) => x == y && folded(a).eq(folded(b)),
        _ => false,
    };
    together(cx, names.collect(), is_same, |a, b| tell(a, b, |pair| pair.name = true));

    let phones = people.iter().filter_map(|(_, person)| {
        let volunteer = person.volunteer.get().filter(|volunteer| is_asked(*volunteer))?;
        Some((volunteer, people.text(person.phone.get()?)))
    });
    let phones = phones.flat_map(|(volunteer, text)| numbers(text).map(move |number| (number, volunteer)));
    together(cx, phones.collect(), |_, _| true, |a, b| tell(a, b, |pair| pair.phone = true));

    for pair in pairs.values() {
        found.add(finding(cx, pair));
    }
}

/// Tells those that share a mark: each with the first who is active, so that many of them are not told crosswise.
fn together(
    cx: &Cx<'_>,
    mut marks: Vec<(u64, Row<Volunteer>)>,
    is_same: impl Fn(Row<Volunteer>, Row<Volunteer>) -> bool,
    mut tell: impl FnMut(Row<Volunteer>, Row<Volunteer>),
) {
    marks.sort_unstable();
    marks.dedup();
    for group in marks.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let active = group.iter().map(|(_, volunteer)| *volunteer).filter(|volunteer| cx.is_active(*volunteer) == Some(true));
        let Some(first) = active.min_by_key(|volunteer| cx.id(*volunteer)) else { continue };
        for (_, other) in group.iter().filter(|(_, other)| *other != first && is_same(first, *other)) {
            tell(first, *other);
        }
    }
}

/// A name without its blanks and without the difference of case and width of letters.
fn folded(name: &str) -> impl Iterator<Item = char> {
    // Most names are of Chinese characters that are as they should be: the others cost more.
    let (plain, other) = if name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) { (name, "") } else { ("", name) };
    plain.chars().chain(other.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase))
}

fn hash(branch: u32, name: &str) -> u64 {
    let mut hasher = FixedState::with_seed(0x726f_6c6c).build_hasher();
    hasher.write_u32(branch);
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
    let message = match pair {
        Pair { name: true, phone: true, .. } => {
            say!("{a} and {b} have the same name, branch and phone", "{a}和{b}姓名、党支部和联系电话都相同", a = first, b = second)
        }
        Pair { name: true, .. } => say!("{a} and {b} have the same name and branch", "{a}和{b}姓名、党支部相同", a = first, b = second),
        _ => say!("{a} and {b} have the same phone", "{a}和{b}联系电话相同", a = first, b = second),
    };
    let at = volunteers.at(b, "name");
    let help = say!(
        "if they are one person, write {a} for {b} in the other tables and delete {place}; \
         if they are two, add to the end of rollbook.toml the four lines [[waivers]] ‖ rule = \"same-person\" ‖ record = \"{ids}\" ‖ reason = \"two people\"",
        "如果是同一人，把其他表中的 {b} 改成 {a}，再删去 {place}；如果是两人，在 rollbook.toml 末尾加四行：[[waivers]] ‖ rule = \"same-person\" ‖ record = \"{ids}\" ‖ reason = \"两个人\"",
        a = cx.id(a),
        b = cx.id(b),
        place = place(cx, at),
        ids = ids
    );
    Finding::new(format!("{}:{ids}", Volunteer::NAME), at, message).related(volunteers.at(a, "name"), say!("the other one", "另一人")).help(help)
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

    #[test]
    fn a_name_is_the_same_with_other_blanks_and_letters() {
        assert!(folded("王 芳").eq(folded("王芳")) && folded("ANN  Reed").eq(folded("Ann Reed")));
        assert!(!folded("Ann Reed").eq(folded("Ann Read")));
    }
}
