//! Summaries: a Markdown file for each quarter, whose front matter says when it was written and to whom it was fed back, and when.
//!
//! A table in all but its form: it is described as one, its rows are known by their quarter, and what cannot be read is a [`Fault`](super::Fault) in a row.

use std::sync::LazyLock;

use crate::fixed_words;
use crate::say::t;
use crate::schema::cells::judge;
use crate::schema::{Column, Description, Form, Names, Role};
use crate::tables::Col;
use crate::text::{At, FileId, Span};
use crate::value::period::PeriodText;
use crate::value::{Cell, Day, Field, Kind, Period, Row, Str, TableId, Target, Word, Words};

use super::branches::Branch;
use super::centres::Centre;
use super::places::Place;
use super::teams::Team;
use super::vocabulary::PlaceKinds;

mod front;

pub use front::{Known, read};

/// The summaries, described as the tables are. The last two columns are the keys of each entry of `fed-back`.
pub static DESCRIPTION: Description = Description {
    form: Form::TomlFiles,
    extension: "md",
    names: || {
        static NAMES: LazyLock<Names> = LazyLock::new(|| Names::of(&COLUMNS));
        &NAMES
    },
    name: "summaries",
    path: "summaries",
    title: t("Summaries", "每季总结"),
    about: t(
        "a quarter's summary, one Markdown file each, named after its quarter: figures that the program fills in, and words that a person writes",
        "一个季度的总结，每季一个 Markdown 文件，以季度命名：数字由程序填写，文字由人来写",
    ),
    example: t(
        "
-- summaries/2026Q1.md
+++
quarter = \"2026Q1\"
written = 2026-04-03
fed-back = [
  { to = \"branches:b1\", on = 2026-04-07 },
  { to = \"places:east-3\", on = 2026-04-08 },
]
+++
<!-- rollbook:figures -->
<!-- /rollbook:figures -->

A quiet quarter. The stairs of block 3 were the work of many hands.
",
        "
-- summaries/2026Q1.md
+++
quarter = \"2026Q1\"
written = 2026-04-03
fed-back = [
  { to = \"branches:b1\", on = 2026-04-07 },
  { to = \"places:东村3\", on = 2026-04-08 },
]
+++
<!-- rollbook:figures -->
<!-- /rollbook:figures -->

这一季平平稳稳，三号楼的楼道是大家一起清出来的。
",
    ),
    key: &[0],
    columns: &COLUMNS,
    ..Description::PLAIN
};

static COLUMNS: [Column; 4] = [
    Column {
        number: 0,
        code: "quarter",
        title: t("Quarter", "季度"),
        about: t("The quarter that it sums up, the same that the file is named after.", "总结的是哪个季度，与文件名相同。"),
        aliases: &[],
        kind: Kind::Quarter,
        refers: None,
        role: Role::Plain,
        after: &[],
        required: true,
        read: judge::<PeriodText>,
        write: <PeriodText as Cell>::write,
    },
    Column {
        number: 1,
        code: "written",
        title: t("Written", "写成日期"),
        about: t("The day on which it was finished.", "写成的日期。"),
        aliases: &[],
        kind: Kind::Day,
        refers: None,
        role: Role::Dated,
        after: &[],
        required: true,
        read: judge::<Day>,
        write: <Day as Cell>::write,
    },
    Column {
        number: 2,
        code: "fed-back.to",
        title: t("Fed back to", "反馈给"),
        about: t(
            "To whom it was fed back, as table:id, or as the id alone where one of these tables has it: a branch, a team, a centre, or a place of kind grid (a grid team is its place). An empty list is not fed back.",
            "反馈给谁，写作 表:编号，只有一张表有这个编号时可以只写编号：党支部、服务队、服务中心，或类型为网格的地点（网格服务团队就写它的网格）。列表为空就是还没有反馈。",
        ),
        aliases: &[],
        kind: Kind::Text,
        refers: None,
        role: Role::Plain,
        after: &[],
        required: false,
        read: judge::<Str>,
        write: <Str as Cell>::write,
    },
    Column {
        number: 3,
        code: "fed-back.on",
        title: t("Fed back on", "反馈日期"),
        about: t("The day on which it was fed back to them.", "反馈的日期。"),
        aliases: &[],
        kind: Kind::Day,
        refers: None,
        role: Role::Step,
        after: &[1],
        required: false,
        read: judge::<Day>,
        write: <Day as Cell>::write,
    },
];

fixed_words! {
    /// A table whose rows a summary may be fed back to.
    pub enum Audience {
        Branches = "branches", "Branches", "党支部": "a branch", "党支部";
        Teams = "teams", "Teams", "服务队": "a team", "服务队";
        Centres = "centres", "Centres", "服务中心": "a centre", "服务中心";
        Places = "places", "Places", "地点": "a grid", "网格";
    }
}

impl Audience {
    /// Its table.
    pub fn table(self) -> TableId {
        match self {
            Self::Branches => Branch::TARGET,
            Self::Teams => Team::TARGET,
            Self::Centres => Centre::TARGET,
            Self::Places => Place::TARGET,
        }
    }
}

/// To whom a summary was fed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearer {
    /// A branch.
    Branch(Row<Branch>),
    /// A team.
    Team(Row<Team>),
    /// A centre.
    Centre(Row<Centre>),
    /// The team of a grid.
    Grid(Row<Place>),
}

/// An entry of `fed-back`.
#[derive(Clone, Copy, Debug)]
pub struct FedBack {
    /// To whom; `None` where that cannot be read or found.
    pub to: Option<Hearer>,
    /// On which day.
    pub on: Field<Day>,
    /// Where its day stands, or else the entry.
    pub on_at: At,
}

/// A quarter's summary.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its file.
    pub file: FileId,
    /// The quarter that its file is named after.
    pub named: Option<Period>,
    /// The quarter that it says it sums up.
    pub said: Option<Period>,
    /// The day on which it was written.
    pub written: Field<Day>,
    /// Where that stands, or else the file.
    pub written_at: At,
    /// To whom it was fed back.
    pub fed_back: Vec<FedBack>,
    /// Whether every entry of `fed-back` could be read, so that what is not there is nowhere.
    pub complete: bool,
    /// Where the figures belong that the program fills in, if it has a place for them.
    pub figures: Option<Span>,
}

impl Summary {
    /// The column of its quarter.
    pub const QUARTER: Col<Self> = Col::of(&COLUMNS[0]);
    /// The column of the day on which it was written.
    pub const WRITTEN: Col<Self> = Col::of(&COLUMNS[1]);
    /// The column of to whom it was fed back.
    pub const TO: Col<Self> = Col::of(&COLUMNS[2]);
    /// The column of the day on which it was fed back to them.
    pub const ON: Col<Self> = Col::of(&COLUMNS[3]);

    /// The quarter that it sums up: its file's name counts, as the name of a team's file does.
    pub fn quarter(&self) -> Option<Period> {
        self.named.or(self.said)
    }
}

/// Whether a kind of places is that of the grids: `grid` or 网格, by code or title.
pub fn is_grid(words: &Words, kind: Word<PlaceKinds>) -> bool {
    let title = words.title(kind);
    ["grid", "网格"].iter().any(|grid| [words.code(kind), &title.en, &title.zh].iter().any(|name| name.eq_ignore_ascii_case(grid)))
}
