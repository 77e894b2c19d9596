//! What is known of volunteers and never enters git.

use crate::fixed_words;
use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::{PartialDay, Row, Str};

fixed_words! {
    /// Sex, as a person gives it.
    pub enum Sex {
        Female = "female", "Female", "女" ["女性", "F", "Woman"]: "a woman or a girl", "女性";
        Male = "male", "Male", "男" ["男性", "M", "Man"]: "a man or a boy", "男性";
    }
}

table! {
    /// Private data of a volunteer.
    Person in "private/people" by volunteer;
    title = "People", "个人信息";
    row = "private data of a volunteer, which never enters git", "志愿者的个人信息，不进入 git";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Whose data this row holds; one row a volunteer.", "这一行是谁的信息；每人一行。";
    may phone: Str as Phone = "Phone", "联系电话" [
        "手机", "手机号", "手机号码", "电话号码", "联系方式", "Telephone", "Tel", "Phone number", "Mobile", "Mobile phone", "number",
        "电话", "Contact number"
    ]:
        "How to reach the volunteer (Order 67, art. 5).", "怎样联系本人（民政部令第 67 号第五条：联系方式）。";
    may sex: Sex = "Sex", "性别" ["Gender"]:
        "As the volunteer gives it (Order 67, art. 5); empty: not given.", "由本人填写（民政部令第 67 号第五条）；不填表示没有填写。";
    may birth: PartialDay = "Birth", "出生日期" ["出生年月", "出生年月日", "出生时间", "生日", "Birthday", "Birth date", "Date of birth", "Born", "DOB"]:
        "Date of birth, or its year or month (Order 67, art. 5).", "出生日期，也可以只写年或年月（民政部令第 67 号第五条）。";
    may guardian: Str = "Guardian", "监护人" ["监护人姓名", "Guardian name", "Parent or guardian"]:
        "Who answers for a volunteer under age, and how to reach them.", "未成年志愿者的监护人及联系方式。";
    may fitness: Str as Note = "Fitness", "健康状况" ["健康情况", "身体状况", "身体情况", "Health"]:
        "What the volunteer's health allows, so that tasks suit (Order 685, art. 15).", "身体状况适合做什么，以便安排合适的服务（《志愿服务条例》第十五条）。";
    may notes: Str as Note = "Notes", "备注" ["备忘", "Note", "Remark", "Remarks", "Comment", "Comments"]:
        "Anything else that only those who keep the book may know.", "其他只限管理台账的人知道的事。";
    => "
-- private/people.csv
volunteer,phone,sex,birth,fitness
v1,10000000001,female,1961-05,no heavy lifting
v3,10000000003,male,,
", "
-- private/people.csv
志愿者,联系电话,性别,出生日期,健康状况
v1,10000000001,女,1961-05,不宜搬重物
v3,10000000003,男,,
";
}
