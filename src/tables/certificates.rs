//! Certificates of service that were issued.

use crate::table;
use crate::tables::volunteers::Volunteer;
use crate::value::period::PeriodText;
use crate::value::{Amount, Count, Day, Id, Row, Str};

table! {
    /// A certificate of service.
    Certificate in "certificates" by id = "Certificates", "志愿服务记录证明": "a certificate of service that was issued", "已开具的志愿服务记录证明";
    must id: Id = "Id", "编号" ["证明编号"]:
        "The number of the certificate.", "证明的编号。";
    must volunteer: Row<Volunteer> = "Volunteer", "志愿者" ["志愿者编号"]:
        "Whose service it certifies.", "证明谁的服务。";
    must issued: Day = "Issued", "开具日期":
        "The day on which it was issued.", "开具的日期。";
    must period: PeriodText = "Period", "时段":
        "The time that it covers.", "证明的是哪一段时间的服务。";
    must hours: Amount = "Hours", "服务时长" ["时长"]:
        "The service hours that it states (Order 67, art. 15).", "证明上写的服务时长，单位小时（民政部令第 67 号第十五条）。";
    must services: Count = "Services", "服务次数":
        "How many services it states.", "证明上写的服务次数。";
    must by: Str = "By", "开具单位":
        "The recording unit, which certifies (Order 67, art. 15).", "出具证明的记录单位（民政部令第 67 号第十五条）。";
    must digest: Str = "Digest", "摘要":
        "The SHA-256 of the rows that it rests on, by which a later change is noticed (G001).", "所依据记录的 SHA-256 摘要，以后记录有改动就能看出来（G001）。";
    may revoked: Day = "Revoked", "撤销日期":
        "The day on which it was withdrawn; empty: it stands.", "撤销的日期；不填表示有效。";
    => "
-- certificates.csv
id,volunteer,issued,period,hours,services,by,digest,revoked
z1,v2,2026-06-30,2026Q2,5,2,Riverside volunteer service,f1dbfbda82237ba26a4227293ea435514d0e57d9f61c015c858d7beb6d9633d3,
", "
-- certificates.csv
编号,志愿者,开具日期,时段,服务时长,服务次数,开具单位,摘要,撤销日期
z1,v2,2026-06-30,2026Q2,5,2,城东区志愿服务总队,f1dbfbda82237ba26a4227293ea435514d0e57d9f61c015c858d7beb6d9633d3,
";
}
