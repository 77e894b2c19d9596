//! What may stand in a column, by its kind: in a word or two, and in full.

use crate::say;
use crate::say::{Text, t};
use crate::tables;
use crate::value::Kind;
use crate::value::fixed::FixedWord;

/// A kind of each sort, in the order in which the page tells them; what they refer to is an example.
pub const ALL: &[Kind] = &[
    Kind::Id,
    Kind::Reference(""),
    Kind::Day,
    Kind::PartialDay,
    Kind::End,
    Kind::Time,
    Kind::Period,
    Kind::Quarter,
    Kind::Amount,
    Kind::Count,
    Kind::Rating,
    Kind::Fixed(&[]),
    Kind::Word(""),
    Kind::Words(""),
    Kind::Text,
    Kind::Texts,
];

/// What a kind is called.
pub fn name(kind: Kind) -> Text {
    let name = match kind {
        Kind::Id => t("id", "编号"),
        Kind::Reference("") => t("id of another row", "其他表的编号"),
        Kind::Reference(table) => return say!("id in {table}", "{table} 的编号", table = rows_of(table)),
        Kind::Day => t("date", "日期"),
        Kind::PartialDay => t("date, month or year", "日期、年月或年"),
        Kind::End => t("last date, month or year", "截止的日期、年月或年"),
        Kind::Time => t("time of day", "时刻"),
        Kind::Amount => t("decimal", "小数"),
        Kind::Count => t("whole number", "整数"),
        Kind::Rating => t("1 to 5", "1 到 5"),
        Kind::Fixed([]) => t("fixed word", "固定的词"),
        Kind::Fixed(words) => return listed(words),
        Kind::FixedWords(words) => {
            let words = listed(words);
            return say!("list of {words}", "{words}（可多个）", words = words);
        }
        Kind::Word("") => t("word of a vocabulary", "词表中的词"),
        Kind::Word(vocabulary) => return say!("word of `{vocabulary}`", "词表 `{vocabulary}` 中的词", vocabulary = vocabulary),
        Kind::Words("") => t("list of words", "词的列表"),
        Kind::Words(vocabulary) => return say!("list of `{vocabulary}`", "词表 `{vocabulary}` 中的词（可多个）", vocabulary = vocabulary),
        Kind::Text => t("text", "文字"),
        Kind::Texts => t("list of texts", "多段文字"),
        Kind::Period => t("period", "时段"),
        Kind::Quarter => t("quarter", "季度"),
    };
    name.into()
}

/// The table of that name; in Chinese its title stands before it.
fn rows_of(table: &str) -> Text {
    let title = tables::ALL.iter().find(|other| other.name == table).map_or("", |other| other.title.zh);
    Text { en: format!("`{table}`"), zh: format!("{title} `{table}`") }
}

fn listed(words: &[FixedWord]) -> Text {
    Text::list(words.iter().map(|word| Text::same(super::typed(word.code))))
}

/// How a value of the kind is written, in full.
pub fn about(kind: Kind) -> Text {
    let about = match kind {
        Kind::Id => t(
            "1 to 64 letters and digits of any script, `-` and `_`, a letter or digit first: `v1`, `night-watch`, `东村`. An id is never a name, stays \
             the same for good and is never given to something else. Upper and lower case are told apart, but two ids should not differ in that alone.",
            "1 到 64 个任何文字的字母、汉字、数字，以及 `-`、`_`，以文字或数字开头：`v1`、`night-watch`、`东村`。编号不是姓名，定了就不再改，也不再给别的用。\
             大小写算不同，但两个编号不应只差大小写。",
        ),
        Kind::Reference("") => t("The id of a row that is there, in the table that the column names.", "所指的表中已有的编号。"),
        Kind::Reference(table) => {
            return say!("The id of a row that is there in {table}.", "{table} 中已有的编号。", table = rows_of(table));
        }
        Kind::Day => t("Year, month and day: `2026-07-01`.", "年月日：`2026-07-01`。"),
        Kind::PartialDay => t(
            "Year, month and day, or less where no more is known: `2011-03-01`, `2011-03`, `2011`. A year or a month means its first day.",
            "年月日，不清楚时可以只写年月或年：`2011-03-01`、`2011-03`、`2011`。只写年或年月，按当年或当月第一天算。",
        ),
        Kind::End => t(
            "Year, month and day, or less where no more is known: `2026-05-31`, `2026-05`, `2026`. A year or a month means its last day; where the \
             day asked about lies in it, the day before that one.",
            "年月日，不清楚时可以只写年月或年：`2026-05-31`、`2026-05`、`2026`。只写年或年月，按当年或当月最后一天算；截至日在其中的，算到截至日的前一天。",
        ),
        Kind::Time => t("Hour and minute, from `00:00` to `23:59`.", "时和分，从 `00:00` 到 `23:59`。"),
        Kind::Period => t(
            "A year, half a year, a quarter, a month, or the first and the last day: `2026`, `2026H1`, `2026Q3`, `2026-07`, `2026-07-01..2026-09-30`.",
            "年、半年、季度、月，或首尾两日：`2026`、`2026H1`、`2026Q3`、`2026-07`、`2026-07-01..2026-09-30`。",
        ),
        Kind::Quarter => t("A year and a quarter of it: `2026Q3`.", "年和季度：`2026Q3`。"),
        Kind::Amount => t(
            "Plain digits with at most four after the point: `2`, `1.5`. No sign, no comma, no unit. Hours are hours: half an hour is `0.5`.",
            "半角数字，小数点后最多四位：`2`、`1.5`。不写正负号、逗号和单位。时长以小时计：半小时写 `0.5`。",
        ),
        Kind::Count => t("A whole number from 0 in plain digits: `12`.", "从 0 起的整数，用半角数字：`12`。"),
        Kind::Rating => t("`1`, `2`, `3`, `4` or `5`.", "`1`、`2`、`3`、`4` 或 `5`。"),
        Kind::Fixed(_) => t("One of the words that this format lays down, as code or as title.", "本格式规定的词，写代码或名称都可以。"),
        Kind::FixedWords(_) => {
            t("Words that this format lays down, as code or as title, parted by `;`.", "本格式规定的词，写代码或名称都可以，几个词用 `;` 分隔。")
        }
        Kind::Word("") => t(
            "One of the words that `rollbook.toml` lists, as code or as title; any word where it lists none.",
            "`rollbook.toml` 词表中的词，写代码或名称都可以；没有这个词表时，什么词都可以。",
        ),
        Kind::Word(vocabulary) => {
            return say!(
                "A word of the vocabulary `{vocabulary}` of `rollbook.toml`; any word where the book has no such list.",
                "`rollbook.toml` 的词表 `{vocabulary}` 中的词；台账没有这个词表时，什么词都可以。",
                vocabulary = vocabulary
            );
        }
        Kind::Words("") => t("Several such words, parted by `;`: `electrics;first-aid`.", "几个这样的词，用 `;` 分隔：`电工;急救`。"),
        Kind::Words(vocabulary) => {
            return say!(
                "Words of the vocabulary `{vocabulary}` of `rollbook.toml`, parted by `;`; any words where the book has no such list.",
                "`rollbook.toml` 的词表 `{vocabulary}` 中的词，几个词用 `;` 分隔；台账没有这个词表时，什么词都可以。",
                vocabulary = vocabulary
            );
        }
        Kind::Text => t("Any text; commas and line breaks stand between double quotes.", "任何文字；有逗号或换行时，整格放进双引号。"),
        Kind::Texts => t("Several texts, parted by `;`.", "几段文字，用 `;` 分隔。"),
    };
    about.into()
}

/// The codes of the rules that find what is wrong with a cell of the kind.
pub fn rules(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Id => &["F012", "F014", "F019"],
        Kind::Reference(_) => &["R001"],
        Kind::Day | Kind::PartialDay | Kind::End | Kind::Time | Kind::Period | Kind::Quarter => &["F010"],
        Kind::Amount | Kind::Count | Kind::Rating => &["F011"],
        Kind::Fixed(_) | Kind::FixedWords(_) | Kind::Word(_) | Kind::Words(_) => &["F013"],
        Kind::Text | Kind::Texts => &["F020"],
    }
}
