//! `rollbook due`: what is to be done in the next days, and what is overdue.

use crate::figures::due::due;
use crate::figures::needs;
use crate::render::sheet::{self, Shown};

use super::{Common, Exit, Failure, Host, session};

/// Show what is due: requests, commitments, activities, leaves, trainings, summaries ‖ 列出待办：需求、承诺、活动、暂离、培训、总结
#[derive(clap::Args)]
#[command(after_help = "rollbook due\nrollbook due --within 90 --format csv ‖ rollbook due\nrollbook due --within 90 --format csv")]
pub struct Args {
    /// Look so many days ahead: 30 if not said otherwise ‖ 往后看多少天，默认 30 天
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(i64).range(0..=3660), hide_default_value = true)]
    within: i64,
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How to show it: {sheet-formats} ‖ 显示方式：{sheet-formats}
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true, value_parser = sheet::names(), hide_possible_values = true)]
    format: String,
    /// Refuse to list what could not be read whole ‖ 有内容无法列入时拒绝列出
    #[arg(long)]
    strict: bool,
    /// As csv for Excel: headings and words in the language, with the mark by which Excel knows UTF-8 ‖ 输出供 Excel 打开的 csv：表头和用词为所用语言，带 UTF-8 标记
    #[arg(long)]
    for_excel: bool,
}

/// Runs the command.
///
/// # Errors
/// There is no book, or it cannot be read.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let session = session::open(host, common, args.as_of.as_deref(), needs::of_due())?;
    session.refuse_if_lost()?;
    let format = sheet::asked(&args.format, args.for_excel).map_err(Failure)?;
    let mut due = due(&session.book, session.ask, args.within);
    due.veil(&session.book);
    if host.refuses_left_out(&due.scope, false, args.strict, session.lang) {
        return Ok(Exit::Findings);
    }
    host.tell_left_out(&due.scope, false, session.lang);
    let text = (format.write)(&Shown { sheet: &due, lang: session.lang, width: host.width() });
    host.print(&text)?;
    Ok(Exit::Fine)
}
