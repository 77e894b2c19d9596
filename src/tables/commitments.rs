//! Promises made in public.

use crate::fixed_words;
use crate::table;
use crate::tables::vocabulary::CommitmentCategories;
use crate::tables::volunteers::Volunteer;
use crate::value::{Day, Id, Row, Str, Word};

fixed_words! {
    /// Whether a promise was kept.
    pub enum Kept {
        Yes = "yes", "Yes", "是" ["已践诺", "已兑现", "已完成", "完成", "Done", "Fulfilled"]: "was kept", "已经兑现";
        No = "no", "No", "否" ["未践诺", "没有践诺", "Not kept"]: "was not kept", "没有兑现";
    }
}

table! {
    /// A promise that a volunteer made in public.
    Commitment in "commitments" by id;
    title = "Commitments", "承诺";
    row = "a promise that a volunteer made in public", "志愿者的公开承诺";
    must id: Id = "Id", "编号" ["承诺编号", "Commitment id", "Commitment number"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code", "承诺人"
    ]:
        "Who promises.", "谁作的承诺。";
    must category: Word<CommitmentCategories> as Kind = "Category", "承诺类型" ["承诺类别", "类型", "类别", "Type", "Kind"]:
        "What kind of promise it is; each track has kinds of its own.", "哪一类承诺；各类志愿者有各自的承诺类型。";
    must text: Str = "Text", "承诺内容" ["承诺事项", "承诺", "公开承诺", "Commitment", "Promise"]:
        "What is promised, in words that anybody may read.", "承诺做什么，写可以公开的话。";
    must made: Day as Dated = "Made", "承诺日期" ["承诺时间", "Made on", "Date made"]:
        "The day of the promise.", "作出承诺的日期。";
    may due: Day as Until after made = "Due", "期限" ["承诺期限", "完成期限", "完成时限", "截止日期", "截止时间", "Due date", "Due on", "Due by", "Deadline"]:
        "The day by which it is to be kept; empty: no day is set.", "到哪天为止兑现；不填表示没有期限。";
    may published: Day as Step after made = "Published", "公示日期" ["公示时间", "公开日期", "公开时间", "Published on", "Date published"]:
        "The day on which it was made public; empty: not yet.", "公示的日期；不填表示还没有公示。";
    may kept: Kept as State = "Kept", "践诺" ["完成情况", "践诺情况", "兑现情况", "是否践诺", "是否兑现", "是否完成", "Fulfilled", "Was kept"]:
        "Whether it was kept; empty: nobody has said yet.", "有没有兑现；不填表示还没有评定。";
    => "
-- commitments.csv
id,volunteer,category,text,made,due,published,kept
k1,v1,relief,I look in on an old neighbour twice a week,2026-01-10,2026-12-31,2026-01-20,
k2,v2,relief,I mend lamps on Saturdays,2026-01-10,2026-06-30,2026-01-20,yes
k3,v3,cleaning,I keep our stairs clean,2026-01-10,,2026-01-20,
", "
-- commitments.csv
编号,志愿者,承诺类型,承诺内容,承诺日期,期限,公示日期,践诺
k1,v1,帮扶,每周两次看望独居老人,2026-01-10,2026-12-31,2026-01-20,
k2,v2,帮扶,周六义务修灯,2026-01-10,2026-06-30,2026-01-20,是
k3,v3,环境,保持楼道干净,2026-01-10,,2026-01-20,
";
}
