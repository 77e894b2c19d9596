//! Certificates of service that were issued.

use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::period::PeriodText;
use crate::value::{Amount, Count, Day, Id, Row, Str};

table! {
    /// A certificate of service.
    Certificate in "certificates" by id = "Certificates", "志愿服务记录证明": "a certificate of service that was issued", "已开具的志愿服务记录证明";
    must id: Id = "Id", "编号" ["证明编号"];
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"];
    must issued: Day = "Issued", "开具日期";
    must period: PeriodText = "Period", "时段";
    must hours: Amount = "Hours", "服务时长" ["时长"];
    must services: Count = "Services", "服务次数";
    must by: Str = "By", "开具单位";
    must digest: Str = "Digest", "摘要";
    may revoked: Day = "Revoked", "撤销日期";
}
