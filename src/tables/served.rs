//! People in need, who stand in the rest of the book as codes.

use crate::table;
use crate::value::{Id, Str};

table! {
    /// Private data of somebody who is helped.
    Served in "private/served" by id = "People served", "服务对象": "private data of somebody who is helped", "服务对象的个人信息";
    must id: Id = "Id", "编号";
    may name: Str = "Name", "姓名";
    may phone: Str = "Phone", "联系电话" ["电话"];
    may address: Str = "Address", "住址" ["地址"];
    may notes: Str = "Notes", "备注";
}
