//! Branches: the home organisation that a volunteer reports to.

use crate::table;
use crate::tables::asked;
use crate::tables::places::Place;
use crate::tables::volunteers::Volunteer;
use crate::value::{Id, Row, Str};

table! {
    /// A branch, or a branch group below one.
    Branch in "branches" by id;
    title = "Branches", "党支部";
    row = "a home organisation that volunteers report to", "志愿者所属的党支部或党小组";
    [asked = &[&asked::CONTACT], has_addresses = true]
    must id: Id = "Id", "编号" ["支部编号", "党支部编号", "Branch id", "Branch number", "Branch code"]:
        "A code chosen once and kept: volunteers and teams name the branch by it.", "选定后不再更改的编号，志愿者和服务队凭它指这个党支部。";
    must name: Str as Name = "Name", "名称" ["支部名称", "党支部名称", "党支部", "支部", "Branch name", "Branch"]:
        "What people call it.", "大家怎样叫它。";
    may parent: Row<Branch> as Parent = "Part of", "上级" ["上级支部", "上级党组织", "上级党委", "所属党委", "Parent branch", "Belongs to"]:
        "The branch above it, for a branch group the branch that it is part of; empty at the top.", "上级党组织，党小组填所在的党支部；最上一级不填。";
    may place: Row<Place> = "Place", "地点" ["所在地", "所在地点", "Location"]:
        "The place where it is at home.", "所在的地点。";
    may secretary: Row<Volunteer> = "Secretary", "支部书记" ["书记", "支书", "党支部书记", "Branch secretary"]:
        "The volunteer who is its secretary today, and who should lead the teams of the branch; empty: nobody named.",
        "现任支部书记，应由其担任本支部服务队的负责人；不填表示没有写明。";
    => "
-- branches.csv
id,name,parent,place,secretary
b1,East Village branch,,east,v1
b1-3,Branch group of grid 3,b1,east-3,
", "
-- branches.csv
编号,名称,上级,地点,支部书记
b1,东村党支部,,东村,v1
b1-3,第三网格党小组,b1,东村3,
";
}
