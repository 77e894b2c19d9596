//! `rollbook team list`, `rollbook volunteer show v1`: every noun with its verbs.

use clap::Subcommand;

use crate::figures::list::{self, Asking, Noun};
use crate::figures::stats::Filters;
use crate::figures::{Scope, Sheet};
use crate::findings::Chosen;
use crate::render::sheet::{FORMATS, Shown};
use crate::rules;
use crate::say;
use crate::text::nearest::nearest;
use crate::value::Period;

use super::open::Opened;
use super::stats::FilterArgs;
use super::{Common, Exit, Failure, Host, open};

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
    /// List them, with figures ‖ 列出，附数字
    List(Box<List>),
    /// Show one of them whole ‖ 查看其中一个的全部情况
    Show(Show),
}

#[derive(clap::Args)]
struct List {
    /// Which are listed.
    #[command(flatten)]
    filters: FilterArgs,
    /// What both verbs take.
    #[command(flatten)]
    asked: Asked,
    /// Only these columns, parted by commas ‖ 只显示这些列，用逗号分隔
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,
    /// Sort by this column; -COLUMN: the other way round ‖ 按这一列排序；前面加 - 为倒序
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Also what has ended: closed teams, volunteers who have left, campaigns that are over ‖ 也列出已结束的：已撤销的队、已退出的志愿者、已结束的品牌
    #[arg(long)]
    all: bool,
}

#[derive(clap::Args)]
struct Show {
    /// Its id ‖ 编号
    id: String,
    /// What both verbs take.
    #[command(flatten)]
    asked: Asked,
}

#[derive(clap::Args)]
struct Asked {
    /// Figures of this period ‖ 这一时段的数字
    #[arg(long)]
    period: Option<String>,
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How to show it: {sheet-formats} ‖ 显示方式： {sheet-formats}
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = formats(), hide_possible_values = true)]
    format: String,
}

fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// Runs a verb of a noun.
///
/// # Errors
/// There is no book, or what is asked for is not in it.
pub fn run(code: &str, args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let Some(noun) = list::find(code) else { return Ok(Exit::Failed) };
    let asked = match &args.verb {
        Verb::List(list) => &list.asked,
        Verb::Show(show) => &show.asked,
    };
    let opened = open::open(host, common, asked.as_of.as_deref())?;
    opened.refuse_if_lost()?;
    let sheets = match &args.verb {
        Verb::List(list) => vec![listed(noun, list, &opened)?],
        Verb::Show(show) => shown(noun, show, &opened)?,
    };
    if let Some(left_out) = sheets.first().and_then(|sheet| sheet.scope.left_out_text()) {
        let said = say!("left out of the figures: {rows}; see rollbook check", "未计入以上数字：{rows}；详见 rollbook check", rows = left_out);
        host.tell(said.get(opened.lang));
    }
    if let Some(format) = FORMATS.iter().find(|format| format.name == asked.format) {
        let shown: Vec<Shown<'_>> = sheets.iter().map(|sheet| Shown { sheet, lang: opened.lang, width: host.width() }).collect();
        host.print(&format.write_all(&shown))?;
    }
    Ok(Exit::Fine)
}

fn period(asked: &Asked, opened: &Opened) -> Result<Option<Period>, Failure> {
    asked.period.as_deref().map(|text| Period::parse(text, opened.ask.as_of)).transpose().map_err(Failure)
}

fn listed(noun: &Noun, args: &List, opened: &Opened) -> Result<Sheet, Failure> {
    let book = &opened.book;
    let period = period(&args.asked, opened)?;
    let filters = Filters::of(book, &args.filters.asked()).map_err(Failure)?;
    let scope = Scope::of(book, opened.ask, period, filters.given.clone());
    let asking = Asking { book, ask: opened.ask, period, filters, all: args.all, findings: &[] };
    let given: Vec<String> = args.columns.iter().map(|column| column.trim().to_owned()).collect();
    let columns = if given.is_empty() { noun.columns.iter().map(|column| (*column).to_owned()).collect() } else { given };
    (noun.list)(&asking).sheet(noun.title.into(), scope, &columns, args.sort.as_deref()).map_err(Failure)
}

fn shown(noun: &Noun, args: &Show, opened: &Opened) -> Result<Vec<Sheet>, Failure> {
    let book = &opened.book;
    let checked = rules::check(book, opened.ask, &Chosen::default());
    let asking =
        Asking { book, ask: opened.ask, period: period(&args.asked, opened)?, filters: Filters::default(), all: true, findings: &checked.findings };
    (noun.show)(&asking, &args.id).ok_or_else(|| {
        let ids = (noun.list)(&asking).rows;
        let ids = ids.iter().filter_map(|row| match row.first() {
            Some(crate::figures::Value::Id(id)) => Some(id.as_str()),
            _ => None,
        });
        Failure(match nearest(&args.id, ids, 1).first() {
            Some(near) => say!(
                "{table} has no '{id}'; did you mean {near}?",
                "{table} 中没有“{id}”；是不是 {near}？",
                table = noun.table,
                id = args.id,
                near = near
            ),
            None => say!(
                "{table} has no '{id}'; rollbook {code} list shows all",
                "{table} 中没有“{id}”；rollbook {code} list 列出全部",
                table = noun.table,
                id = args.id,
                code = noun.code
            ),
        })
    })
}
