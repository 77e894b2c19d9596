//! What is known of volunteers and never enters git.

use crate::fixed_words;
use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::{PartialDay, Row, Str};

fixed_words! {
    /// Sex, as a person gives it.
    pub enum Sex {
        Female = "female", "Female", "女";
        Male = "male", "Male", "男";
    }
}

table! {
    /// Private data of a volunteer.
    Person in "private/people" by volunteer = "People", "个人信息": "private data of a volunteer, which never enters git", "志愿者的个人信息，不进入 git";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    may phone: Str = "Phone", "联系电话" ["手机", "手机号", "手机号码", "联系方式", "电话"];
    may sex: Sex = "Sex", "性别";
    may birth: PartialDay = "Birth", "出生日期" ["出生年月"];
    may guardian: Str = "Guardian", "监护人";
    may fitness: Str = "Fitness", "健康状况";
    may notes: Str = "Notes", "备注";
}
