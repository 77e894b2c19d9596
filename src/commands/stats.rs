//! `rollbook stats`: what was done, as a whole or by one or two dimensions.

use crate::figures::Sheet;
use crate::figures::stats::compare::{Earlier, compare};
use crate::figures::stats::pivot::pivot;
use crate::figures::stats::{Asked, Filters, Query, by, stats};
use crate::render::sheet::{FORMATS, Shown};
use crate::say;
use crate::value::Period;

use super::open::Opened;
use super::{Common, Exit, Failure, Host, open};

/// Count services, participations, hours, beneficiaries and outcomes ‖ 统计服务次数、参加人次、服务时长、受益人次和成效
#[derive(clap::Args)]
#[command(
    after_help = "rollbook stats\nrollbook stats --by team --period 2026Q2\nrollbook stats --by kind,month --pivot hours --period 2026Q2\nrollbook stats --by role --period 2026Q2 --format csv"
)]
pub struct Args {
    /// By one or two of: {dimensions}; team is the host, place:LEVEL sums up by a kind of place ‖ 按一或两项分列： {dimensions}； team 指主办队， place:级别 按该类地点汇总
    #[arg(long, value_name = "DIMENSIONS", value_delimiter = ',')]
    by: Vec<String>,
    /// Only this period: 2026, 2026Q3, 2026-07, 2026-07-01..2026-09-30, this- or last- month, quarter, year ‖ 只统计这一时段： 2026、 2026Q3、 2026-07、 2026-07-01..2026-09-30， 或 this-、 last- 加 month、 quarter、 year
    #[arg(long)]
    period: Option<String>,
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// What counts.
    #[command(flatten)]
    filters: FilterArgs,
    /// Beside the figures of the period before, or of the same period a year before: period or year ‖ 与上一时段或上年同期相比：period 或 year
    #[arg(long, value_name = "WHICH", value_parser = ["period", "year"], hide_possible_values = true, requires = "period")]
    compare: Option<String>,
    /// Spread the second dimension over the columns, with this measure in the cells: services, participations, hours … ‖ 把第二项分列横向展开，单元格为这一指标： services、 participations、 hours ……
    #[arg(long, value_name = "MEASURE", num_args = 0..=1, default_missing_value = "services", conflicts_with = "compare")]
    pivot: Option<String>,
    /// How to show figures: {sheet-formats} ‖ 显示方式： {sheet-formats}
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = formats(), hide_possible_values = true)]
    format: String,
    /// Refuse to count a book of which something must be left out ‖ 有内容无法计入时拒绝统计
    #[arg(long)]
    strict: bool,
}

/// The filters of every command that counts or lists.
#[derive(clap::Args)]
pub struct FilterArgs {
    /// Only this team and those below it ‖ 只看这支服务队及其分队
    #[arg(long, value_name = "TEAM", value_delimiter = ',')]
    team: Vec<String>,
    /// Only this kind ‖ 只看这一类型
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<String>,
    /// Only this place and those in it ‖ 只看这个地点及其下级
    #[arg(long, value_name = "PLACE", value_delimiter = ',')]
    place: Vec<String>,
    /// Only this branch and those below it ‖ 只看这个党支部及其下级
    #[arg(long, value_name = "BRANCH", value_delimiter = ',')]
    branch: Vec<String>,
    /// Only this track ‖ 只看这一类别
    #[arg(long, value_name = "TRACK", value_delimiter = ',')]
    track: Vec<String>,
    /// Only this campaign ‖ 只看这个活动品牌
    #[arg(long, value_name = "CAMPAIGN", value_delimiter = ',')]
    campaign: Vec<String>,
    /// Only volunteers who were backbone, successor or member that day ‖ 只看当日为骨干、后备或队员的志愿者
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    role: Vec<String>,
    /// Only this volunteer ‖ 只看这名志愿者
    #[arg(long, value_name = "VOLUNTEER", value_delimiter = ',')]
    volunteer: Vec<String>,
}

impl FilterArgs {
    /// The filters as they are written.
    pub fn asked(&self) -> Asked {
        Asked {
            team: self.team.clone(),
            kind: self.kind.clone(),
            place: self.place.clone(),
            branch: self.branch.clone(),
            track: self.track.clone(),
            campaign: self.campaign.clone(),
            role: self.role.clone(),
            volunteer: self.volunteer.clone(),
        }
    }
}

fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// Runs the command.
///
/// # Errors
/// There is no book, or what is asked for is not in it.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let opened = open::open(host, common, args.as_of.as_deref())?;
    opened.refuse_if_lost()?;
    let lang = opened.lang;
    if args.by.len() > 2 {
        return Err(Failure(say!("--by takes at most two dimensions", "--by 最多两项")).into());
    }
    let period = args.period.as_deref().map(|text| Period::parse(text, opened.ask.as_of)).transpose().map_err(Failure)?;
    let sheet = asked(args, &opened, period)?;
    if let Some(left_out) = sheet.scope.left_out_text() {
        if args.strict {
            let said = say!(
                "nothing counted, for this would be left out: {rows}; see rollbook check",
                "没有统计，因为以下内容无法计入：{rows}；详见 rollbook check",
                rows = left_out
            );
            host.tell(said.get(lang));
            return Ok(Exit::Findings);
        }
        let said = say!("left out of the figures: {rows}; see rollbook check", "未计入以上数字：{rows}；详见 rollbook check", rows = left_out);
        host.tell(said.get(lang));
    }
    let format = FORMATS.iter().find(|format| format.name == args.format);
    if let Some(format) = format {
        let text = (format.write)(&Shown { sheet: &sheet, lang, width: host.width() });
        host.print(&text)?;
    }
    Ok(Exit::Fine)
}

/// The sheet that is asked for.
fn asked(args: &Args, opened: &Opened, period: Option<Period>) -> Result<Sheet, Failure> {
    let book = &opened.book;
    let by = |texts: &[String]| texts.iter().map(|text| by::Chosen::parse(book, text.trim())).collect::<Result<Vec<_>, _>>().map_err(Failure);
    let filters = Filters::of(book, &args.filters.asked()).map_err(Failure)?;
    let ask = |period, by| stats(book, opened.ask, &Query { period, filters: filters.clone(), by });
    let sheet = ask(period, by(&args.by)?);
    if let (Some(which), Some(period)) = (&args.compare, period) {
        let earlier = if which == "year" { Earlier::Year } else { Earlier::Period }.of(period);
        return Ok(compare(sheet, &ask(Some(earlier), by(&args.by)?), earlier));
    }
    match (&args.pivot, args.by.as_slice()) {
        (None, _) => Ok(sheet),
        (Some(measure), [first, second]) => {
            let width = |text: &String| by(std::slice::from_ref(text)).map(|by| by.iter().map(|by| by.columns().len()).sum());
            pivot(sheet, width(first)?, width(second)?, measure, &ask(period, by(std::slice::from_ref(second))?)).map_err(Failure)
        }
        (Some(_), _) => Err(Failure(say!("--pivot needs two dimensions: --by team,quarter", "--pivot 需要两项分列：--by team,quarter"))),
    }
}
