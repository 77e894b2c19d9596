//! `rollbook check`: everything that is wrong with the book, in one run.

use crate::findings::Chosen;
use crate::render::check::{FORMATS, Report};
use crate::rules;
use crate::say;
use crate::text::nearest::nearest;

use super::{Common, Exit, Failure, Host, open};

/// Check the book and tell everything that is wrong with it ‖ 检查台账，列出全部问题
#[derive(clap::Args)]
pub struct Args {
    /// Ask about this day instead of today ‖ 以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Only these rules: codes, names, or letters of families, parted by commas ‖ 只用这些规则：代码、名称或类别字母，用逗号分隔
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    /// Not these rules ‖ 不用这些规则
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
    /// How to show findings: {check-formats} ‖ 显示方式： {check-formats}
    #[arg(long, value_name = "FORMAT", default_value = "full", hide_default_value = true, value_parser = formats(), hide_possible_values = true)]
    format: String,
}

fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// Runs the command.
///
/// # Errors
/// There is no book, or a rule that is asked for does not exist.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let chosen = Chosen { select: known(&args.select)?, ignore: known(&args.ignore)? };
    let opened = open::open(host, common, args.as_of.as_deref())?;
    let lost = opened.is_lost();
    // What rollbook.toml says decides the rest: where it cannot be read, only that is told.
    let everything = Chosen::default();
    let mut checked = rules::check(&opened.book, opened.ask, if lost { &everything } else { &chosen });
    if lost {
        let settings = opened.book.settings.file;
        checked.findings.retain(|finding| Some(finding.at.file()) == settings);
        checked.summary = crate::findings::Summary::of(&checked.findings);
    }
    let report = Report {
        book: &opened.book,
        ask: opened.ask,
        checked: &checked,
        lang: opened.lang,
        color: host.color(common.color.as_deref()),
        width: host.width().unwrap_or(140),
        prefix: &opened.prefix,
        fold: host.terminal.is_some(),
    };
    let Some(format) = FORMATS.iter().find(|format| format.name == args.format) else {
        return Err(Failure(say!("no format {name}", "没有格式 {name}", name = args.format)).into());
    };
    let text = (format.write)(&report);
    let summary = report.summary();
    host.print(&text)?;
    if format.name == "short" && !common.quiet {
        host.tell(summary.get(opened.lang));
    }
    if lost {
        return Err(Failure(say!(
            "rollbook.toml cannot be read, and everything else rests on it: mend it first",
            "rollbook.toml 无法读取，其他检查都以它为准：请先改好"
        ))
        .into());
    }
    Ok(if checked.summary.errors > 0 { Exit::Findings } else { Exit::Fine })
}

/// The rules that a person named, as codes, names and letters of families that exist.
fn known(asked: &[String]) -> Result<Vec<String>, Failure> {
    let mut known = Vec::new();
    for word in asked.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        if let Some(rule) = rules::find(word) {
            known.push(rule.code.to_owned());
        } else if let Some(family) = rules::FAMILIES.iter().find(|f| word.eq_ignore_ascii_case(&f.letter.to_string())) {
            known.push(family.letter.to_string());
        } else {
            let names = rules::all().flat_map(|rule| [rule.code, rule.name]);
            let near = nearest(word, names, 1);
            let said = match near.first() {
                Some(near) => say!("there is no rule '{word}'; did you mean {near}?", "没有规则“{word}”；是不是 {near}？", word = word, near = near),
                None => {
                    say!("there is no rule '{word}'; rollbook explain lists them", "没有规则“{word}”；rollbook explain 列出全部规则", word = word)
                }
            };
            return Err(Failure(said));
        }
    }
    Ok(known)
}
