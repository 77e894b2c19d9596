//! The options of every command that lists or counts by something: which columns, which rows, in what order, how many.

use std::num::NonZeroUsize;

use crate::figures::Wish;

use super::typed::parted;

/// What the answer is to look like.
#[derive(clap::Args)]
pub struct WishArgs {
    /// Only these columns, comma-separated, by name or heading; all: every one ‖ 只显示这些列，用逗号分隔，写列名或表头；all 表示全部
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,
    /// Only rows whose column says this: skills=first-aid, services=0, 'joined>=2024', available=; = != < <= > >=; repeated: all of them ‖ 只看这一列符合条件的行：特长=急救、服务次数=0、'加入时间>=2024'、可服务时间=（空）；可用 = != < <= > >=；写多次须同时符合
    #[arg(long = "where", value_name = "CONDITION")]
    conditions: Vec<String>,
    /// Sort by this column, shown or not; -COLUMN: the other way round ‖ 按这一列排序，该列不必显示；前面加 - 为倒序
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Only the first N rows ‖ 只列前 N 行
    #[arg(long, value_name = "N")]
    top: Option<NonZeroUsize>,
}

impl WishArgs {
    /// What is wished, as it is written.
    pub fn wish(&self) -> Wish {
        let Self { columns, conditions, sort, top } = self;
        Wish { columns: parted(columns), sort: sort.clone(), conditions: conditions.clone(), top: top.map(NonZeroUsize::get) }
    }
}
