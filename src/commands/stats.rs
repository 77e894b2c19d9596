//! `rollbook stats`: what was done, as a whole or by one or two dimensions.

use std::collections::HashSet;

use crate::book::Needs;
use crate::figures::questions::{self, Asking};
use crate::figures::stats::compare::{Earlier, Spans, compare};
use crate::figures::stats::pivot::pivot;
use crate::figures::stats::shares::{SHARED, shares};
use crate::figures::stats::{Asked, Filters, Query, by, stats};
use crate::figures::wish::shape;
use crate::figures::{Sheet, needs};
use crate::render::sheet::{self, Shown};
use crate::say;
use crate::value::Period;

use super::session::Session;
use super::typed::parted;
use super::wished::WishArgs;
use super::{Common, Exit, Failure, Host, session};

/// Count services, participations, hours, beneficiaries and outcomes ‖ 统计服务次数、参加人次、服务时长、受益人次和成效
#[derive(clap::Args)]
#[command(
    after_help = "rollbook stats\nrollbook stats --by team --period 2026Q2\nrollbook stats --by kind,month --pivot hours --period 2026Q2\nrollbook stats --by role --period 2026Q2 --format csv"
)]
pub struct Args {
    /// Count these instead of services, by dimensions of their own: {questions} ‖ 不统计服务，改为统计（分列项各不相同）：{questions}
    #[arg(long, value_name = "WHAT")]
    of: Option<String>,
    /// By one or two of: {dimensions}; team is the host, place:LEVEL sums up by a kind of place ‖ 按一或两项分列：{dimensions}；“地点:级别”按该类地点汇总
    #[arg(long, value_name = "DIMENSIONS", value_delimiter = ',')]
    by: Vec<String>,
    /// Only this period: 2026, 2026H1, 2026Q3, 2026-07, 2026-07-01..2026-09-30, 2026-07-01.., this- or last- month, quarter, year ‖ 只统计这一时段：2026、2026H1、2026Q3、2026-07、2026-07-01..2026-09-30、2026-07-01..，或 今年、去年、上半年、本季度、上季度、本月、上月、2026年6月
    #[arg(long)]
    period: Option<String>,
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// What counts.
    #[command(flatten)]
    filters: FilterArgs,
    /// Beside the figures of the period before, or of the same period a year before: period or year; of a period that is not over, as many days ‖ 与上一时段或上年同期相比：period 或 year；时段尚未结束的，比同样多的天数
    #[arg(long, value_name = "WHICH", value_parser = ["period", "year"], hide_possible_values = true, requires = "period")]
    compare: Option<String>,
    /// Spread the second dimension over the columns, with this measure in the cells: services, participations, hours … ‖ 把第二项分列横向展开，单元格为这一指标：服务次数、参加人次、服务时长……
    #[arg(long, value_name = "MEASURE", num_args = 0..=1, default_missing_value = "", conflicts_with = "compare")]
    pivot: Option<String>,
    /// Beside figures of each row their share in the total ‖ 在每行数字旁加上占合计的比例
    #[arg(long, conflicts_with_all = ["compare", "pivot"])]
    shares: bool,
    /// What they look like.
    #[command(flatten)]
    wish: WishArgs,
    /// How to show figures: {sheet-formats} ‖ 显示方式：{sheet-formats}
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = sheet::names(), hide_possible_values = true)]
    format: String,
    /// As csv for Excel: headings and words in the language, with the mark by which Excel knows UTF-8 ‖ 输出供 Excel 打开的 csv：表头和用词为所用语言，带 UTF-8 标记
    #[arg(long)]
    for_excel: bool,
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
            team: parted(&self.team),
            kind: parted(&self.kind),
            place: parted(&self.place),
            branch: parted(&self.branch),
            track: parted(&self.track),
            campaign: parted(&self.campaign),
            role: parted(&self.role),
            volunteer: parted(&self.volunteer),
        }
    }
}

/// Runs the command.
///
/// # Errors
/// There is no book, or what is asked for is not in it.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let by = parted(&args.by);
    let session = session::open(host, common, args.as_of.as_deref(), needs(args, &by))?;
    session.refuse_if_lost()?;
    let lang = session.lang;
    let format = sheet::asked(&args.format, args.for_excel).map_err(Failure)?;
    if by.len() > 2 {
        return Err(Failure(say!("--by takes at most two dimensions", "--by 最多两项")).into());
    }
    let period = args.period.as_deref().map(|text| Period::parse(text, session.ask.as_of)).transpose().map_err(Failure)?;
    let sheet = asked(args, &by, &session, period)?;
    let mut sheet = shape(sheet, &args.wish.wish(), &session.book, session.ask.as_of).map_err(Failure)?;
    sheet.veil(&session.book);
    if host.refuses_left_out(&sheet.scope, true, args.strict, lang) {
        return Ok(Exit::Findings);
    }
    host.tell_left_out(&sheet.scope, true, lang);
    let text = (format.write)(&Shown { sheet: &sheet, lang, width: host.width() });
    host.print(&text)?;
    Ok(Exit::Fine)
}

/// What is needed of the book. What there is not is told when it is looked up.
fn needs(args: &Args, by: &[String]) -> Needs {
    let filters = args.filters.asked();
    match args.of.as_deref().map(questions::find) {
        None => needs::of_stats(by, &filters),
        Some(Ok(question)) => question.needs(by, &filters),
        Some(Err(_)) => Needs::NONE,
    }
}

/// The sheet that is asked for.
fn asked(args: &Args, by: &[String], session: &Session, period: Option<Period>) -> Result<Sheet, Failure> {
    let asked = args.filters.asked();
    let question = args.of.as_deref().map(questions::find).transpose().map_err(Failure)?;
    if let Some(question) = question {
        // Before the filters are looked up among activities, where they have no meaning.
        questions::refuse(question, &asked.given()).map_err(Failure)?;
    }
    // Of another question, kinds are its own.
    let of_services = Asked { kind: if question.is_some() { Vec::new() } else { asked.kind.clone() }, ..asked.clone() };
    let mut filters = Filters::of(&session.book, &of_services).map_err(Failure)?;
    filters.given = asked.given();
    let kinds = question.map(|question| question.kinds(&session.book, &asked.kind)).transpose().map_err(Failure)?.flatten();
    let asking = Question { question, session, filters, kinds };
    if let (Some(which), Some(period)) = (&args.compare, period) {
        let which = if which == "year" { Earlier::Year } else { Earlier::Period };
        let spans = Spans::of(which, period, session.ask.as_of).map_err(Failure)?;
        return Ok(compare(asking.sheet(Some(spans.now), by)?, &asking.sheet(Some(spans.before), by)?, &spans));
    }
    let sheet = asking.sheet(period, by)?;
    if args.shares {
        if sheet.is_facts {
            return Err(Failure(say!("--shares needs --by: shares of what?", "--shares 须与 --by 同用：按什么计算占比？")));
        }
        let first = question.and_then(|question| (question.measures)().first().copied());
        let keys: Vec<&str> = SHARED.iter().copied().chain(first).collect();
        return Ok(shares(sheet, &keys));
    }
    match (&args.pivot, by) {
        (None, _) => Ok(sheet),
        (Some(measure), [first, second]) => {
            let own = question.and_then(|question| (question.measures)().first().copied()).unwrap_or("services");
            let measure = if measure.is_empty() { own } else { measure };
            let totals = asking.sheet(period, std::slice::from_ref(second))?;
            pivot(sheet, asking.width(first)?, asking.width(second)?, measure, &totals).map_err(Failure)
        }
        (Some(_), _) => Err(Failure(say!("--pivot needs two dimensions: --by team,quarter", "--pivot 需要两项分列：--by 服务队,季度"))),
    }
}

/// What is asked of a book, but for when and by what.
struct Question<'a> {
    /// `None`: services.
    question: Option<&'static questions::Entry>,
    session: &'a Session,
    filters: Filters,
    /// Of which kinds, where another question than services is asked.
    kinds: Option<HashSet<String>>,
}

impl Question<'_> {
    /// The answer for a period, by some dimensions.
    fn sheet(&self, period: Option<Period>, by: &[String]) -> Result<Sheet, Failure> {
        let (book, ask) = (&self.session.book, self.session.ask);
        if let Some(question) = self.question {
            return (question.sheet)(&Asking { book, ask, period, filters: &self.filters, kinds: self.kinds.clone() }, by).map_err(Failure);
        }
        let by = by.iter().map(|text| by::Chosen::parse(book, text.trim())).collect::<Result<Vec<_>, _>>().map_err(Failure)?;
        Ok(stats(book, ask, &Query { period, filters: self.filters.clone(), by }))
    }

    /// How many columns a dimension takes.
    fn width(&self, dimension: &str) -> Result<usize, Failure> {
        let heads = match self.question {
            Some(question) => (question.heads)(),
            None => by::ALL.iter().map(|dimension| dimension.heads()).collect(),
        };
        by::read(&self.session.book, dimension.trim(), &heads).map(|(_, axis)| axis.columns().len()).map_err(Failure)
    }
}
