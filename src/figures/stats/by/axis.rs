//! A dimension as somebody asks for it: `team`, `place:township`. Reads it, and says how it and its groups are called.

use std::collections::HashSet;

use crate::book::Book;
use crate::figures::{Column, Value};
use crate::say;
use crate::say::{T, Text, t};
use crate::tables::TableSet;
use crate::text::called::{self, Called};
use crate::value::{Day, Period};

use super::{ALL, Dimension, Key, Label, Look, OF_DAYS, Of, Part, ReadLevel, Service, team};

/// How a dimension and its groups are called.
#[derive(Clone, Copy)]
pub struct Heads {
    /// What `--by` calls it, and machines its column.
    pub code: &'static str,
    /// Its heading.
    pub title: T,
    /// Whether its rows have names besides their ids.
    pub named: bool,
    /// The tables that it reads.
    pub reads: TableSet,
    /// What a key of it is called.
    pub label: fn(&Look<'_>, u32) -> Label,
    /// Reads what stands behind a colon, where it takes that.
    pub level: Option<ReadLevel>,
}

/// A dimension as it was asked for: how it and its groups are called, and at which level.
pub struct Axis {
    heads: Heads,
    /// The level, for a dimension that takes one.
    pub level: Option<u32>,
    /// The level as it is shown.
    level_text: String,
}

/// Shorter words for dimensions, of which one has them in the lists of all questions.
const ALSO_CALLED: [(&str, &str); 11] = [
    ("服务队", "team"),
    ("主办队", "team"),
    ("所属队", "home-team"),
    ("类型", "kind"),
    ("支部", "branch"),
    ("党支部", "branch"),
    ("品牌", "campaign"),
    ("年", "year"),
    ("年度", "year"),
    ("季", "quarter"),
    ("月", "month"),
];

/// The tables that `team`, `place:township` read among some dimensions; none where there is no such dimension.
pub fn reads(text: &str, all: &[Heads]) -> TableSet {
    let found = find(parts(text).0, &names(all));
    found.and_then(|n| all.get(n)).map_or(TableSet::NONE, |heads| heads.reads)
}

fn parts(text: &str) -> (&str, Option<&str>) {
    text.split_once([':', '：']).map_or((text, None), |(code, level)| (code, Some(level)))
}

fn names(all: &[Heads]) -> Vec<Called<'static>> {
    all.iter().map(|heads| Called { code: heads.code, en: heads.title.en, zh: heads.title.zh }).collect()
}

/// Which of some dimensions is called so.
fn find(code: &str, names: &[Called<'_>]) -> Option<usize> {
    let other = || ALSO_CALLED.iter().find(|(name, _)| *name == code.trim()).and_then(|(_, code)| called::find(names, code));
    called::find(names, code).or_else(other)
}

/// Reads `team`, `place:township` among some dimensions; gives which of them it is.
///
/// # Errors
/// Says that there is no such dimension or level, and what may have been meant.
pub fn read(book: &Book, text: &str, all: &[Heads]) -> Result<(usize, Axis), Text> {
    let (code, level) = parts(text);
    let names = names(all);
    let Some((n, heads)) = find(code, &names).and_then(|n| Some((n, all.get(n)?))) else {
        return Err(match called::meant(&names, code) {
            Some(near) => say!("--by takes no '{code}'; did you mean {near}?", "--by 不接受“{code}”；是不是“{near}”？", code = code, near = near),
            None => say!("--by takes no '{code}', but {all}", "--by 不接受“{code}”，可用：{all}", code = code, all = called::list(&names)),
        });
    };
    let level_text = level.unwrap_or_default().to_owned();
    let level = match (level, heads.level) {
        (None, _) => None,
        (Some(level), Some(read)) => Some(read(book, level)?),
        (Some(_), None) => return Err(say!("--by {code} takes nothing after a colon", "--by {code} 后面不能带冒号", code = code)),
    };
    Ok((n, Axis { heads: *heads, level, level_text }))
}

impl Axis {
    /// What a group is called.
    pub fn label(&self, look: &Look<'_>, key: Key) -> Label {
        let last = |order: u64, title: T| Label { order: u64::MAX - order, code: title.en.to_owned(), title: title.into() };
        match key {
            Key::Of(number) => (self.heads.label)(look, number),
            Key::Above => last(2, t("(above)", "（上级）")),
            Key::None => last(1, t("(none)", "（无）")),
            Key::Unknown => last(0, t("(unknown)", "（不明）")),
        }
    }

    /// The keys of the months, quarters or years of a period that have begun and nothing was counted in; none of other dimensions. A period
    /// without a beginning begins where something was counted.
    pub fn empty(&self, period: Option<Period>, as_of: Day, counted: impl Iterator<Item = Key>) -> Vec<Key> {
        let of_days = OF_DAYS.iter().find(|(dimension, _)| dimension.code == self.heads.code);
        let (Some(period), Some((_, key))) = (period.filter(|period| period.from <= as_of), of_days) else { return Vec::new() };
        let counted: HashSet<u32> = counted.filter_map(|key| if let Key::Of(number) = key { Some(number) } else { None }).collect();
        let first = if period.has_no_beginning() { counted.iter().min().map(|first| Key::Of(*first)) } else { Some(key(period.from)) };
        let (Some(Key::Of(first)), Key::Of(last)) = (first, key(period.to.min(as_of))) else { return Vec::new() };
        (first..=last).filter(|number| !counted.contains(number)).map(Key::Of).collect()
    }

    /// Its heading.
    pub fn title(&self) -> Text {
        if self.level_text.is_empty() {
            return self.heads.title.into();
        }
        say!("{title}: {level}", "{title}：{level}", title = self.heads.title, level = self.level_text)
    }

    /// Its columns.
    pub fn columns(&self) -> Vec<Column> {
        let code = self.heads.code.replace('-', "_");
        let mut columns = vec![Column::words(code.clone(), self.title())];
        if self.heads.named {
            columns.push(Column::words(format!("{code}_name"), t("Name", "名称")));
        }
        columns
    }

    /// The cells of a group under its columns.
    pub fn values(&self, label: Label) -> Vec<Value> {
        if label.order >= u64::MAX - 2 {
            let mut values = vec![Value::word(label.code, label.title)];
            values.extend(self.heads.named.then_some(Value::Empty));
            return values;
        }
        if self.heads.named {
            return vec![Value::Id(label.code), Value::Text(label.title.en)];
        }
        vec![Value::word(label.code, label.title)]
    }
}

/// A dimension of services, as it was asked for.
pub struct Chosen {
    /// The dimension.
    pub dimension: &'static Dimension,
    /// How it and its groups are called, and at which level.
    pub axis: Axis,
}

impl Chosen {
    /// Reads `team`, `place:township`.
    ///
    /// # Errors
    /// Says that there is no such dimension or level, and what may have been meant.
    pub fn parse(book: &Book, text: &str) -> Result<Self, Text> {
        let heads: Vec<Heads> = ALL.iter().map(|dimension| dimension.heads()).collect();
        let (n, axis) = read(book, text, &heads)?;
        let dimension = ALL.get(n).copied().unwrap_or(&team::DIMENSION);
        Ok(Self { dimension, axis })
    }

    /// The key of an activity; a placeholder where the dimension is about people.
    pub fn service_key(&self, look: &Look<'_>, service: &Service) -> Key {
        match self.dimension.of {
            Of::Service(key) => key(look, service, self.axis.level),
            Of::Person(_) => Key::None,
        }
    }

    /// The key of a participant, where the dimension is about people.
    pub fn person_key(&self, look: &Look<'_>, part: &Part<'_>) -> Option<Key> {
        match self.dimension.of {
            Of::Service(_) => None,
            Of::Person(key) => Some(key(look, part)),
        }
    }
}
