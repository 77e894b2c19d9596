//! What was made known: notices, banners, broadcasts, articles.

use crate::table;
use crate::tables::vocabulary::PublicityChannels;
use crate::value::{Day, Id, Str, Word};

table! {
    /// A notice, banner, broadcast or article.
    Publicity in "publicity" by id = "Publicity", "宣传": "a notice, banner, broadcast or article", "公告、横幅、广播或报道";
    must id: Id = "Id", "编号" ["宣传编号"];
    must date: Day = "Date", "日期";
    must channel: Word<PublicityChannels> = "Channel", "宣传渠道" ["渠道"];
    must title: Str = "Title", "标题";
    may about: Str = "About", "关于";
}
