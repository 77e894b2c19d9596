//! People in need, who stand in the rest of the book as codes.

use crate::table;
use crate::value::{Id, Str};

table! {
    /// Private data of somebody who is helped.
    Served in "private/served" by id;
    title = "People served", "服务对象";
    row = "private data of somebody who is helped", "服务对象的个人信息";
    must id: Id = "Id", "编号" ["服务对象编号", "对象编号", "Recipient id", "Client id"]:
        "The code that stands in requests and pairings in place of the name.", "代替姓名写在服务需求和结对帮扶里的编号。";
    may name: Str as Name = "Name", "姓名" ["服务对象姓名", "对象姓名", "名字", "Full name"]:
        "The name of the person or the family.", "本人或家庭的姓名。";
    may phone: Str as Phone = "Phone", "联系电话" [
        "手机", "手机号", "手机号码", "电话号码", "联系方式", "Telephone", "Tel", "Phone number", "Mobile", "Mobile phone", "number",
        "电话", "Contact number"
    ]:
        "How to reach them.", "怎样联系。";
    may address: Str = "Address", "住址" ["地址", "家庭住址", "家庭地址", "现住址", "居住地址", "Home address"]:
        "Where they live.", "住在哪里。";
    may notes: Str as Note = "Notes", "备注" ["备忘", "Note", "Remark", "Remarks", "Comment", "Comments"]:
        "What those who help must know.", "帮扶的人需要知道的事。";
    => "
-- private/served.csv
id,name,address,notes
s1,Old Mrs Hill,East Village grid 3,lives alone and hears badly
", "
-- private/served.csv
编号,姓名,住址,备注
s1,赵奶奶,东村第三网格,独居，听力不好
";
}
