//! The days of a year of work, as the programme's own dates.

use rollbook::value::Day;

use super::dice::Dice;

/// A day that the calendar has.
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

/// When something was written down: a few days later, on a working day, and not after the book was closed.
pub fn recorded(held: Day, closed: Day, dice: &mut Dice) -> Day {
    let mut day = held.plus(dice.between(0, 4));
    while !day.is_weekday() {
        day = day.plus(1);
    }
    day.min(closed.max(held))
}

/// A day between two, both in.
pub fn between(first: Day, last: Day, dice: &mut Dice) -> Day {
    first.plus(dice.between(0, last.since(first).max(0)))
}

/// So many days, spread evenly over a span with a chance of its own in each share of it.
pub fn spread(first: Day, last: Day, n: usize, dice: &mut Dice) -> Vec<Day> {
    let all = last.since(first) + 1;
    (0..n as i64)
        .map(|k| {
            let (from, to) = (all * k / n as i64, (all * (k + 1) / n as i64 - 1).max(all * k / n as i64));
            first.plus(dice.between(from, to))
        })
        .collect()
}

/// A day as people remember it: whole, or only its month or year. None of these is later than the day.
pub fn remembered(day: Day, dice: &mut Dice) -> String {
    let text = day.to_string();
    match dice.below(5) {
        0 => text[..4].to_owned(),
        1 | 2 => text[..7].to_owned(),
        _ => text,
    }
}
