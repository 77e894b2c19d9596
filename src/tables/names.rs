//! What a header means: each table's names of its columns, folded once, so that a header is looked up and not compared.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use foldhash::fast::FixedState;
use unicode_normalization::UnicodeNormalization;

use crate::value::Kind;

use super::description::{Column, Description};

/// The names of the columns of each table; that of the summaries comes last.
static ALL_NAMES: LazyLock<Vec<OnceLock<Names>>> = LazyLock::new(|| (0..=super::ALL.len()).map(|_| OnceLock::new()).collect());

/// A name of a column.
pub struct Name {
    /// The name, as headers are compared.
    pub folded: String,
    /// How many characters it has.
    pub length: usize,
    /// Which letters it has.
    pub letters: u64,
    /// The column.
    pub column: u16,
    /// How many letters may differ in a header that still means it: there are many aliases, and few words are far from all of them.
    pub allowed: usize,
}

/// The names of the columns of a table, as headers are compared.
#[derive(Default)]
pub struct Names {
    columns: HashMap<String, u16, FixedState>,
    /// Each name, for whoever looks for what was meant.
    pub near: Vec<Name>,
}

impl Names {
    /// The names of a table.
    pub fn of(table: &Description) -> &'static Self {
        static NONE: LazyLock<Names> = LazyLock::new(Names::default);
        let number = usize::from(super::number_of(table.name).0).min(super::ALL.len());
        ALL_NAMES.get(number).map_or_else(|| &*NONE, |names| names.get_or_init(|| Self::made(table)))
    }

    fn made(table: &Description) -> Self {
        let mut names = Self::default();
        for (number, column) in (0u16..).zip(table.columns) {
            for (n, name) in [column.code, column.title.en, column.title.zh].into_iter().chain(column.aliases.iter().copied()).enumerate() {
                let folded = fold(name);
                if names.columns.insert(folded.clone(), number).is_none() {
                    let (length, letters) = (folded.chars().count(), letters(&folded));
                    let allowed = match (n < 3, folded.is_ascii()) {
                        (true, _) => 2,
                        (false, true) => usize::from(length > 4),
                        (false, false) => usize::from(length > 3),
                    };
                    names.near.push(Name { folded, length, letters, column: number, allowed });
                }
            }
        }
        names
    }

    /// The column that a header means, and its unit where that is not the column's: then it means something else.
    pub fn find(&self, table: &Description, header: &str) -> Found {
        let folded = fold(header);
        if let Some(number) = self.columns.get(&folded) {
            return Found::Column(*number);
        }
        let Some((name, unit)) = in_brackets(&folded) else { return Found::Nothing };
        let known = self.columns.get(name).and_then(|number| Some((*number, table.columns.get(usize::from(*number))?)));
        match known {
            Some((number, column)) if REMARKS.contains(&unit) || units(column).contains(&unit) => Found::Column(number),
            Some((number, _)) => Found::OtherUnit(number),
            None => Found::Nothing,
        }
    }
}

/// What a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A column, by its number.
    Column(u16),
    /// What a column means, in another unit than that of the column.
    OtherUnit(u16),
    /// None of the columns.
    Nothing,
}

/// A header without what spreadsheets add to it: blanks, line breaks, `*`, `:`, width of letters, case.
pub fn fold(header: &str) -> String {
    if header.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return header.to_owned();
    }
    header.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Which letters a folded name has, a bit for each; of other scripts several share one.
pub fn letters(folded: &str) -> u64 {
    folded.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) & 63))
}

/// What stands before the brackets at the end of a header, and what stands in them.
fn in_brackets(folded: &str) -> Option<(&str, &str)> {
    [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')].into_iter().find_map(|(open, close)| {
        let (name, unit) = folded.strip_suffix(close)?.rsplit_once(open)?;
        (!name.is_empty()).then_some((name, unit))
    })
}

/// What stands in brackets and says nothing of the unit.
const REMARKS: &[&str] = &["必填", "选填", "可不填", "可空", "required", "optional"];

const HOURS: &[&str] = &["小时", "时", "h", "hr", "hrs", "hour", "hours"];
const PEOPLE: &[&str] = &["人", "名", "people", "persons"];
const DAYS: &[&str] = &["年月日", "年/月/日", "年.月.日", "yyyymmdd", "yyyy/mm/dd", "yyyy.mm.dd"];

/// The units that a header of a column may say, as they are compared.
fn units(column: &Column) -> &'static [&'static str] {
    match (column.code, column.kind) {
        _ if column.is_hours() => HOURS,
        ("beneficiaries", _) => &["人次", "times", "persontimes"],
        ("headcount" | "capacity", _) => PEOPLE,
        ("households", _) => &["户", "households"],
        ("services", _) => &["次", "times"],
        (_, Kind::Day | Kind::PartialDay) => DAYS,
        (_, Kind::Time) => &["时分", "hhmm"],
        (_, Kind::Rating) => &["15", "1~5", "15分", "分"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::activities::DESCRIPTION as ACTIVITIES;

    #[test]
    fn headers_are_read_kindly_but_not_carelessly() {
        let found = |header: &str| match Names::of(&ACTIVITIES).find(&ACTIVITIES, header) {
            Found::Column(n) => ACTIVITIES.columns[usize::from(n)].code,
            Found::OtherUnit(_) => "?",
            Found::Nothing => "",
        };
        let cases = [
            ("hours", "hours"),
            ("服务时长", "hours"),
            (" 时长（小时）*", "hours"),
            ("时长【小时】", "hours"),
            ("时长(分钟)", "?"),
            ("Hours [days]", "?"),
            ("时长(必填)", "hours"),
            ("受益人次（户）", "?"),
            ("BENEFICIARIES", "beneficiaries"),
            ("活动\n日期：", "date"),
            ("日期(年-月-日)", "date"),
            ("ＳＴＡＲＴ  ＴＩＭＥ", "start"),
            ("天气(晴)", ""),
        ];
        for (header, code) in cases {
            assert_eq!(found(header), code, "{header}");
        }
    }

    #[test]
    fn no_header_means_two_columns() {
        for table in crate::tables::ALL {
            let mut seen = HashMap::new();
            for column in table.columns {
                for name in [column.code, column.title.en, column.title.zh].iter().chain(column.aliases) {
                    let other = seen.insert(fold(name), column.code);
                    assert!(other.is_none_or(|o| o == column.code), "{}: {name} means {} and {:?}", table.name, column.code, other);
                }
            }
        }
    }

    #[test]
    fn no_alias_is_said_twice() {
        for table in crate::tables::ALL {
            for column in table.columns {
                let mut seen: Vec<String> = [column.code, column.title.en, column.title.zh].iter().map(|name| fold(name)).collect();
                for alias in column.aliases {
                    assert!(!seen.contains(&fold(alias)), "{}.{}: {alias}", table.name, column.code);
                    seen.push(fold(alias));
                }
            }
        }
    }

    #[test]
    fn no_fixed_word_is_written_as_another() {
        let all = crate::tables::ALL.iter().flat_map(|table| table.columns);
        for column in all {
            let (Kind::Fixed(words) | Kind::FixedWords(words)) = column.kind else { continue };
            for word in words {
                for name in [word.code, word.title.en, word.title.zh].iter().chain(word.aliases) {
                    let of: Vec<_> = words.iter().filter(|other| other.is(name)).map(|other| other.code).collect();
                    assert_eq!(of, [word.code], "{}: {name}", column.code);
                }
            }
        }
    }

    #[test]
    fn words_of_presence_mean_what_people_mean_by_them() {
        let status = crate::tables::participations::DESCRIPTION.columns.iter().find(|column| column.code == "status").unwrap();
        let Kind::Fixed(words) = status.kind else { panic!() };
        let found = |text: &str| words.iter().find(|word| word.is(text)).map_or("", |word| word.code);
        let cases = [("签到", "attended"), ("到场", "attended"), ("出席", "attended"), ("Ｐｒｅｓｅｎｔ", "attended"), ("YES", "attended")];
        let others = [("未到", "absent"), ("缺勤", "absent"), ("No-Show", "absent"), ("请假", "excused"), ("报名", "signed-up")];
        // Who came late or left early gave other hours; who is written in later came or did not.
        let none = [("迟到", ""), ("早退", ""), ("补签", ""), ("未定", "")];
        for (text, code) in cases.iter().chain(&others).chain(&none) {
            assert_eq!(found(text), *code, "{text}");
        }
    }
}
