//! The subdistrict: communities and villages on a grid, units, sub-centres.

use crate::generate::dice::Dice;
use crate::generate::shares::scaled;
use crate::generate::sheet::{Files, Headers, Sheet, row};

/// A community or a village.
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a village.
    pub is_village: bool,
    /// The ids of its grids.
    pub grids: Vec<String>,
    /// Its sub-centre.
    pub centre: String,
}

/// A unit: a school, works or an office.
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind of place.
    pub kind: &'static str,
    /// What its team does.
    pub does: &'static str,
    /// The area it lies in.
    pub area: usize,
}

/// The subdistrict.
pub struct Land {
    /// Communities, then villages.
    pub areas: Vec<Area>,
    /// The units.
    pub units: Vec<Unit>,
    /// How many teams the areas have together.
    pub of_areas: usize,
    subs: usize,
}

/// The centre of the whole subdistrict.
pub const MAIN: &str = "zx";
/// The hotline.
pub const HOTLINE: &str = "rx";

const COMMUNITIES: &[&str] = &["翠屏", "清波", "东关", "文澜", "锦绣", "和煦", "望江", "采薇", "柳浦"];
const VILLAGES: &[&str] = &["青杨", "石桥头", "何家埭", "北塘", "五里", "东篱", "沈家浜"];
const UNITS: &[(&str, &str, &str)] = &[
    ("城东小学", "学校", "助学"),
    ("供电所", "企业", "维修"),
    ("城东卫生院", "机关", "医疗"),
    ("城东中学", "学校", "助学"),
    ("自来水公司", "企业", "维修"),
    ("派出所", "机关", "治安"),
    ("宏声电器厂", "企业", "维修"),
    ("街道机关", "机关", "助老"),
    ("东关职业学校", "学校", "文体"),
    ("城东市场公司", "企业", "引导"),
    ("司法所", "机关", "调解"),
    ("东方纺织厂", "企业", "环保"),
    ("翠屏幼儿园", "学校", "文体"),
    ("工商所", "机关", "宣传"),
    ("银杏物业公司", "企业", "维修"),
];
const NUMBERS: &[&str] = &["一", "二", "三", "四", "五", "六", "七"];

impl Land {
    /// Lays out the subdistrict for so many volunteers.
    pub fn new(volunteers: usize) -> Self {
        let teams = scaled(79, volunteers, 1806).min((volunteers / 5).max(1));
        let units = scaled(15, volunteers, 1806).min(teams - 1);
        let of_areas = teams - units;
        let count = of_areas.div_ceil(4);
        let communities = (count * 9).div_ceil(16);
        let subs = scaled(9, volunteers, 1806).min(communities);
        let area = |n: usize| {
            let (is_village, k) = if n < communities { (false, n) } else { (true, n - communities) };
            let (names, of, letter) = if is_village { (VILLAGES, "村", "c") } else { (COMMUNITIES, "社区", "s") };
            let again = if k < names.len() { String::new() } else { (k / names.len() + 1).to_string() };
            let id = format!("{letter}{:02}", k + 1);
            let name = format!("{}{again}{of}", names[k % names.len()]);
            let grids = (0..if is_village { 3 + k % 2 } else { 5 + k % 3 }).map(|g| format!("{id}-{}", g + 1)).collect();
            Area { id, name, is_village, grids, centre: format!("fz{:02}", n % subs + 1) }
        };
        let unit = |n: usize| {
            let (name, kind, does) = UNITS[n % UNITS.len()];
            let again = if n < UNITS.len() { String::new() } else { (n / UNITS.len() + 1).to_string() };
            Unit { id: format!("d{:02}", n + 1), name: format!("{name}{again}"), kind, does, area: n * 5 % count }
        };
        Self { areas: (0..count).map(area).collect(), units: (0..units).map(unit).collect(), of_areas, subs }
    }

    /// Any grid of an area.
    pub fn grid(&self, area: usize, dice: &mut Dice) -> &str {
        let grids = &self.areas[area].grids;
        &grids[dice.below(grids.len())]
    }

    /// The area of a grid.
    pub fn area_of(&self, grid: &str) -> &Area {
        self.areas.iter().find(|area| grid.split_once('-').is_some_and(|(id, _)| id == area.id)).unwrap()
    }

    /// Writes places and centres; `households` are those that the service points of a grid look after.
    pub fn write(&self, households: &dyn Fn(&str) -> usize, files: &mut Files) {
        let (mut places, mut centres) = (Sheet::new("places"), Sheet::new("centres"));
        row!(places, id: "cd", name: "城东街道（虚构示例）", kind: "街道");
        row!(centres, id: MAIN, name: "城东街道志愿服务中心", kind: "服务中心", place: "cd");
        row!(centres, id: HOTLINE, name: "城东志愿服务热线", kind: "热线", place: "cd");
        for (n, area) in self.areas.iter().enumerate() {
            let kind = if area.is_village { "村" } else { "社区" };
            row!(places, id: area.id, name: area.name, kind: kind, parent: "cd");
            for (k, grid) in area.grids.iter().enumerate() {
                row!(places, id: grid, name: format!("{}第{}网格", area.name, NUMBERS[k]), kind: "网格", parent: area.id, households: households(grid));
            }
            if n < self.subs {
                let name = format!("{}志愿服务分中心", area.name.trim_end_matches("社区"));
                row!(centres, id: area.centre, name: name, kind: "分中心", place: area.id);
            }
        }
        for unit in &self.units {
            row!(places, id: unit.id, name: unit.name, kind: unit.kind, parent: "cd");
        }
        places.write(Headers::Titles, files);
        centres.write(Headers::Titles, files);
    }
}
