//! `rollbook team list`, `rollbook volunteer show v1`: every noun with its verbs.

use clap::Subcommand;

use crate::figures::Sheet;
use crate::figures::list::{self, Asking, Choice, Noun};
use crate::render::sheet::{self, More, Shown};
use crate::say::Text;
use crate::tables::number_of;
use crate::value::Period;
use crate::{rules, say};

use super::session::Session;
use super::stats::FilterArgs;
use super::typed::parted;
use super::wished::WishArgs;
use super::{Common, Exit, Failure, Host, session};

/// A noun's verbs.
#[derive(clap::Args)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Args {
    /// The verb.
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// List those that are current, with their figures; --all: every one ‖ 列出现有的，附各自的数字；加 --all 列出全部
    #[command(alias = "列出")]
    List(Box<List>),
    /// Show one of them whole ‖ 查看其中一个的全部情况
    #[command(alias = "查看")]
    Show(Show),
}

#[derive(clap::Args)]
#[command(after_help = "rollbook team list\nrollbook volunteer list --team patrol --columns id,name,role,hours --sort -hours ‖ \
                        rollbook team list\nrollbook volunteer list --team 东门巡逻队 --columns id,name,role,hours --sort -hours")]
struct List {
    /// Which are listed.
    #[command(flatten)]
    filters: FilterArgs,
    /// Only what has this status ‖ 只看这一状态
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<String>,
    /// Only what began in this period: founded, joined, made, received, dated … ‖ 只看在这一时段开始的：成立、加入、承诺、受理、日期……
    #[arg(long, value_name = "PERIOD")]
    started: Option<String>,
    /// Only what ended in this period: closed, left, due, answered, dated … ‖ 只看在这一时段结束的：撤销、退出、到期、答复、日期……
    #[arg(long, value_name = "PERIOD")]
    ended: Option<String>,
    /// Only what lasted on a day of this period ‖ 只看在这一时段内存续过的
    #[arg(long, value_name = "PERIOD")]
    active: Option<String>,
    /// Also what is settled, is over, or begins later: without it, and without a period or status, lists show what is current ‖ 也列出已办结、已结束或尚未开始的；不加，也不指定时段或状态时，只列出现有的
    #[arg(long)]
    all: bool,
    /// What they look like.
    #[command(flatten)]
    wish: WishArgs,
    /// What both verbs take.
    #[command(flatten)]
    asked: Asked,
    /// How to show them: {sheet-formats} ‖ 显示方式：{sheet-formats}
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = sheet::names(), hide_possible_values = true)]
    format: String,
    /// As csv for Excel: headings and words in the language, with the mark by which Excel knows UTF-8 ‖ 输出供 Excel 打开的 csv：表头和用词为所用语言，带 UTF-8 标记
    #[arg(long)]
    for_excel: bool,
}

#[derive(clap::Args)]
#[command(after_help = "rollbook team show patrol ‖ rollbook team show 东门巡逻队")]
struct Show {
    /// Its id ‖ 编号
    id: String,
    /// What both verbs take.
    #[command(flatten)]
    asked: Asked,
    /// How to show it: {sheet-formats}; csv has one row, without the tables that belong to it ‖ 显示方式：{sheet-formats}；csv 只有一行，不含附属的各表
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = sheet::names(), hide_possible_values = true)]
    format: String,
    /// As csv for Excel: headings and words in the language, with the mark by which Excel knows UTF-8 ‖ 输出供 Excel 打开的 csv：表头和用词为所用语言，带 UTF-8 标记
    #[arg(long)]
    for_excel: bool,
}

#[derive(clap::Args)]
struct Asked {
    /// Figures of this period; of what has a date itself, only what is dated in it ‖ 这一时段的数字；本身有日期的，只看日期在这一时段的
    #[arg(long)]
    period: Option<String>,
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Also private data, from the folder private ‖ 也显示 private 文件夹里的个人信息
    #[arg(long)]
    private: bool,
    /// Refuse to show what could not be counted or listed whole ‖ 有内容无法计入或列入时拒绝显示
    #[arg(long)]
    strict: bool,
}

/// Runs a verb of a noun.
///
/// # Errors
/// There is no book, or what is asked for is not in it.
pub fn run(code: &str, args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let Some(noun) = list::find(code) else { return Ok(Exit::Failed) };
    let (asked, format, for_excel) = match &args.verb {
        Verb::List(list) => (&list.asked, &list.format, list.for_excel),
        Verb::Show(show) => (&show.asked, &show.format, show.for_excel),
    };
    let format = sheet::asked(format, for_excel).map_err(Failure)?;
    let needs = match &args.verb {
        Verb::List(list) => noun.needs(&filtered(list), &list.wish.wish()),
        Verb::Show(show) => noun.needs_of_one(show.asked.private).and(rules::needs_about(number_of(noun.table.name))),
    };
    let session = session::open(host, common, asked.as_of.as_deref(), needs)?;
    session.refuse_if_lost()?;
    let mut sheets = match &args.verb {
        Verb::List(list) => vec![listed(noun, list, &session)?],
        Verb::Show(show) => shown(noun, show, &session)?,
    };
    sheets.iter_mut().for_each(|sheet| sheet.veil(&session.book));
    if let Some(sheet) = sheets.first() {
        if host.refuses_left_out(&sheet.scope, noun.counts, asked.strict, session.lang) {
            return Ok(Exit::Findings);
        }
        host.tell_left_out(&sheet.scope, noun.counts, session.lang);
    }
    if let (More::No, [_, rest @ ..]) = (&format.more, sheets.as_slice())
        && !(rest.is_empty() || common.quiet)
    {
        let parts = Text::list(rest.iter().map(|sheet| sheet.title.clone()));
        let said = say!(
            "not in {format}: {parts}; --format json has all",
            "{format} 不含：{parts}；--format json 可看全部",
            format = format.name,
            parts = parts
        );
        host.tell(said.get(session.lang));
    }
    let shown: Vec<Shown<'_>> = sheets.iter().map(|sheet| Shown { sheet, lang: session.lang, width: host.width() }).collect();
    host.print(&format.write_all(&shown))?;
    Ok(Exit::Fine)
}

fn period(text: Option<&str>, session: &Session) -> Result<Option<Period>, Failure> {
    text.map(|text| Period::parse(text, session.ask.as_of)).transpose().map_err(Failure)
}

/// What is asked of a list, but for the days: those are known when the book is.
fn filtered(args: &List) -> Choice {
    Choice { filters: args.filters.asked(), status: parted(&args.status), all: args.all, private: args.asked.private, ..Choice::default() }
}

fn listed(noun: &Noun, args: &List, session: &Session) -> Result<Sheet, Failure> {
    let period = |text: &Option<String>| period(text.as_deref(), session);
    let choice = Choice {
        period: period(&args.asked.period)?,
        started: period(&args.started)?,
        ended: period(&args.ended)?,
        active: period(&args.active)?,
        ..filtered(args)
    };
    let asking = Asking::of(noun, &session.book, session.ask, choice).map_err(Failure)?;
    (noun.list)(noun, &asking, &args.wish.wish()).map_err(Failure)
}

fn shown(noun: &Noun, args: &Show, session: &Session) -> Result<Vec<Sheet>, Failure> {
    let checked = session.check_about(number_of(noun.table.name));
    let period = period(args.asked.period.as_deref(), session)?;
    let asking = Asking::about(noun, &session.book, session.ask, period, args.asked.private, &checked.findings).map_err(Failure)?;
    (noun.show)(noun, &asking, &args.id).map_err(Failure)
}

/// Hides the options of `list` that mean nothing for a noun from its help, and has the examples name the noun.
pub fn fitting(command: clap::Command, noun: &Noun) -> clap::Command {
    const OPTIONS: &[&str] =
        &["team", "kind", "place", "branch", "track", "campaign", "role", "volunteer", "status", "started", "ended", "active", "period", "private"];
    let code = noun.code;
    let hides = |name: &str| OPTIONS.contains(&name) && noun.options().all(|option| option != name);
    let command = command.alias(noun.one.zh).mut_subcommand("list", |list| {
        let examples = format!("rollbook {code} list\nrollbook {code} list --all --format csv\nrollbook {code} list --columns all");
        list.mut_args(|arg| if hides(arg.get_id().as_str()) { arg.hide(true) } else { arg }).after_help(examples)
    });
    let (has_private, has_figures) = (noun.private != list::Private::None, noun.periods == list::Periods::Figures);
    command.mut_subcommand("show", |show| {
        let examples = format!("rollbook {code} show ID\nrollbook {code} show ID --format json");
        let examples = format!("{examples} ‖ {}", examples.replace("ID", "编号"));
        show.mut_arg("private", |arg| arg.hide(!has_private)).mut_arg("period", |arg| arg.hide(!has_figures)).after_help(examples)
    })
}
