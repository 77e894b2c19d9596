//! Volunteers, each under a number of their own.

use crate::fixed_words;
use crate::table;
use crate::tables::branches::Branch;
use crate::tables::places::Place;
use crate::tables::posts::Post;
use crate::tables::vocabulary::{ActivityKinds, Available, Identities, Skills, Tracks};
use crate::value::list::FixedItem;
use crate::value::{Id, List, PartialDay, Row, Str, Word};

fixed_words! {
    /// What a volunteer has agreed to have made public.
    pub enum Consent {
        Name = "name", "Name", "姓名";
        Photo = "photo", "Photo", "照片";
    }
}

table! {
    /// A volunteer.
    Volunteer in "volunteers" by id = "Volunteers", "志愿者": "a volunteer", "一名志愿者";
    must id: Id = "Id", "编号" ["志愿者编号", "注册号", "工号"];
    must name: Str = "Name", "姓名" ["志愿者姓名", "名字"];
    must track: Word<Tracks> = "Track", "类别" ["志愿者类型"];
    may branch: Row<Branch> = "Branch", "党支部" ["所属支部", "所在党支部", "党组织"];
    may residence: Row<Place> = "Residence", "居住地" ["家庭住址", "现住址"];
    may workplace: Row<Place> = "Workplace", "工作单位" ["单位", "所在单位"];
    may skills: List<Word<Skills>> = "Specialities", "特长" ["专业技能", "专长"];
    may identities: List<Word<Identities>> = "Identities", "身份";
    may wishes: List<Word<ActivityKinds>> = "Wishes", "服务意愿" ["意愿"];
    may post: Row<Post> = "Service post", "服务岗位" ["认领岗位", "岗位"];
    may available: List<Word<Available>> = "Available", "可服务时间";
    may consent: List<FixedItem<Consent>> = "Consent", "同意公开" ["同意"];
    must joined: PartialDay = "Joined", "加入时间" ["入队时间", "注册时间"];
    may left: PartialDay = "Left", "退出时间" ["离队时间"];
}
