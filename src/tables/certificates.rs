//! Certificates of service that were issued.

use crate::table;
use crate::tables::asked;
use crate::tables::volunteers::Volunteer;
use crate::value::period::PeriodText;
use crate::value::{Amount, Count, Day, Id, Row, Str};

table! {
    /// A certificate of service.
    Certificate in "certificates" by id;
    title = "Certificates", "志愿服务记录证明";
    row = "a certificate of service that was issued", "已开具的志愿服务记录证明";
    [asked = &[&asked::TIME]]
    must id: Id = "Id", "编号" ["证明编号", "Certificate id", "Certificate number", "Certificate no."]:
        "The number of the certificate.", "证明的编号。";
    must volunteer: Row<Volunteer> as Owner = "Volunteer", "志愿者" [
        "志愿者编号", "志愿者号", "志愿者ID", "志愿者注册号", "注册号", "工号", "人员编号", "Volunteer id", "Volunteer number",
        "Volunteer no.", "Volunteer code"
    ]:
        "Whose service it certifies.", "证明谁的服务。";
    must issued: Day as Dated = "Issued", "开具日期" ["开具时间", "出具日期", "出具时间", "Issued on", "Issue date", "Date issued"]:
        "The day on which it was issued.", "开具的日期。";
    must period: PeriodText = "Period", "时段" ["服务时段", "证明时段", "起止时间", "For period"]:
        "The time that it covers.", "证明的是哪一段时间的服务。";
    must hours: Amount as Hours = "Hours", "服务时长" [
        "时长", "志愿时长", "服务时数", "工时", "小时数", "服务小时数", "志愿服务时长", "时数", "Service hours", "Volunteer hours",
        "Hours served", "Number of hours", "No. of hours", "Duration in hours"
    ]:
        "The service hours that it states (Order 67, art. 15).", "证明上写的服务时长，单位小时（民政部令第 67 号第十五条）。";
    must services: Count as Times = "Services", "服务次数" ["次数", "Number of services"]:
        "How many services it states.", "证明上写的服务次数。";
    must by: Str = "By", "开具单位" ["出具单位", "Issued by", "Issuer"]:
        "The recording unit, which certifies (Order 67, art. 15).", "出具证明的记录单位（民政部令第 67 号第十五条）。";
    must digest: Str = "Digest", "摘要" ["校验码", "Checksum", "Hash"]:
        "The SHA-256 of the rows that it rests on, by which a later change is noticed (G001).", "所依据记录的 SHA-256 摘要，以后记录有改动就能看出来（G001）。";
    may revoked: Day as Step after issued = "Revoked", "撤销日期" ["撤销时间", "作废日期", "作废时间", "Revoked on", "Date revoked"]:
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
