//! What was made known: notices, banners, broadcasts, articles.

use crate::table;
use crate::tables::vocabulary::PublicityChannels;
use crate::value::{Day, Id, Str, Word};

table! {
    /// A notice, banner, broadcast or article.
    Publicity in "publicity" by id;
    title = "Publicity", "宣传";
    row = "a notice, banner, broadcast or article", "公告、横幅、广播或报道";
    must id: Id = "Id", "编号" ["宣传编号", "Publicity id"]:
        "A code chosen once and kept.", "选定后不再更改的编号。";
    must date: Day as Dated = "Date", "日期" ["宣传日期", "宣传时间", "发布日期", "发布时间", "Published", "Published on", "Date published"]:
        "The day on which it came out.", "发布的日期。";
    must channel: Word<PublicityChannels> as Kind = "Channel", "宣传渠道" ["渠道", "宣传方式", "宣传形式", "Medium"]:
        "Where it came out: notice board, banner, press, group chat …", "在哪里发布：公告栏、横幅、报纸、群聊……";
    must title: Str = "Title", "标题" ["宣传标题", "宣传名称", "名称", "Name", "Headline"]:
        "Its headline.", "标题。";
    may about: Str = "About", "关于" ["涉及", "有关", "相关对象", "Concerns", "Related to"]:
        "The id of what it is about: an activity, a team, a recognition …; as table:id where several tables have it; empty: nothing in the book.", "所宣传的活动、服务队、表彰等的编号；几张表都有这个编号时写作 表:编号；台账里没有就不填。";
    => "
-- publicity.csv
id,date,channel,title,about
n1,2026-03-10,notice-board,The good neighbour of the year,g1
n2,2026-06-01,group-chat,Lanes to be cleared on 13 June,a2
", "
-- publicity.csv
编号,日期,宣传渠道,标题,关于
n1,2026-03-10,公告栏,年度好邻居,g1
n2,2026-06-01,群聊,6 月 13 日清理巷道,a2
";
}
