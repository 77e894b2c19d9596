//! Promises made in public.

use crate::fixed_words;
use crate::table;
use crate::tables::vocabulary::CommitmentCategories;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Row, Str, Word};

fixed_words! {
    /// Whether a promise was kept.
    pub enum Kept {
        Yes = "yes", "Yes", "是", ["已践诺"];
        No = "no", "No", "否", ["未践诺"];
    }
}

table! {
    /// A promise that a volunteer made in public.
    Commitment in "commitments" by id = "Commitments", "承诺": "a promise that a volunteer made in public", "志愿者的公开承诺";
    must id: Id = "Id", "编号" ["承诺编号"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must category: Word<CommitmentCategories> = "Category", "承诺类型";
    must text: Str = "Text", "承诺内容" ["承诺事项"];
    must made: Day = "Made", "承诺日期";
    may due: Day = "Due", "期限";
    may published: Day = "Published", "公示日期" ["公示时间"];
    may kept: Kept = "Kept", "践诺" ["完成情况", "践诺情况"];
}
