//! `rollbook check`: everything that is wrong with the book, in one run.

use crate::book::Needs;
use crate::figures::by_rule::by_rule;
use crate::findings::Chosen;
use crate::render::check::{FORMATS, Format, Report};
use crate::render::sheet;
use crate::text::nearest::nearest;
use crate::value::lenient::Sureness;
use crate::{rules, say};

use super::typed::parted;
use super::{Common, Exit, Failure, Host, encoding, fix, rewrite, session};

/// Check the book and tell everything that is wrong with it ‖ 检查台账，列出全部问题
#[derive(clap::Args)]
#[command(after_help = "rollbook check\nrollbook check --as-of 2026-12-31 --select M,A --format short")]
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
    /// How to show findings: {check-formats} ‖ 显示方式：{check-formats}
    #[arg(long, value_name = "FORMAT", default_value = "full", hide_default_value = true, value_parser = formats(), hide_possible_values = true)]
    format: String,
    /// Count the findings by rule instead of telling them; also --format csv, json, md ‖ 不逐条列出，只按规则统计问题数；也可用 --format csv、json、md
    #[arg(long)]
    statistics: bool,
    /// With --statistics: as csv for Excel, headings in the language ‖ 与 --statistics 同用：输出供 Excel 打开的 csv，表头为所用语言
    #[arg(long, requires = "statistics")]
    for_excel: bool,
    /// Fix what has exactly one right fix: dates written otherwise, blanks, wide digits, GB18030 ‖ 改正只有一种正确写法的内容：日期、空格、全角数字等
    #[arg(long)]
    fix: bool,
    /// With --fix: also what is likely meant, such as 2小时 for 2 or a name for an id; each is shown before it is written ‖ 与 --fix 同用：同时改正多半如此的内容，如“2小时”改为 2、姓名改为编号；写入前逐处显示
    #[arg(long, requires = "fix", conflicts_with = "encoding")]
    likely: bool,
    /// With --fix: write nothing, show what would change; exit code 1 if anything would ‖ 与 --fix 同用：只显示改动，不写入；有改动时退出码为 1
    #[arg(long, requires = "fix")]
    diff: bool,
    /// With --fix: turn the files named from this encoding into UTF-8, and change nothing else ‖ 与 --fix 同用：把所列文件从这种编码转为 UTF-8，不改其他内容
    #[arg(long, value_name = "NAME", requires = "fix", requires = "files")]
    encoding: Option<String>,
    /// With --encoding: files of the book ‖ 与 --encoding 同用：台账的文件
    #[arg(value_name = "FILE", requires = "encoding")]
    files: Vec<String>,
    /// Show rows of the folder private whole: without it, only the cell that a finding points at ‖ 完整显示 private 文件夹里的行；不加则只显示问题所指的单元格
    #[arg(long)]
    private: bool,
}

/// So many findings are not given back to the system one by one, which takes a second where there are a million: the run ends here.
const MANY: usize = 100_000;

fn formats() -> Vec<&'static str> {
    let of_sheets = sheet::names().into_iter().filter(|name| FORMATS.iter().all(|format| format.name != *name));
    FORMATS.iter().map(|format| format.name).chain(of_sheets).collect()
}

/// What is written: the findings, or how many there are.
enum Answer {
    Findings(&'static Format),
    Statistics(&'static sheet::Format),
}

impl Answer {
    /// What is asked for.
    ///
    /// # Errors
    /// The format is one of the other answer.
    fn of(args: &Args) -> Result<Self, Failure> {
        let name = args.format.as_str();
        if args.statistics {
            let name = if matches!(name, "full" | "short") { "table" } else { name };
            if args.for_excel {
                return sheet::asked(name, true).map(Self::Statistics).map_err(Failure);
            }
            let format = sheet::FORMATS.iter().find(|format| format.name == name).map(Self::Statistics);
            return format.ok_or_else(|| {
                Failure(say!(
                    "--statistics is a table: --format table, csv, json or md goes with it",
                    "--statistics 是表格，可用 --format table、csv、json 或 md"
                ))
            });
        }
        FORMATS.iter().find(|format| format.name == name).map(Self::Findings).ok_or_else(|| {
            Failure(say!("--format {name} is for tables: it goes with --statistics", "--format {name} 用于表格，须与 --statistics 同用", name = name))
        })
    }
}

/// Runs the command.
///
/// # Errors
/// There is no book, or a rule that is asked for does not exist.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let chosen = Chosen { select: known(&args.select)?, ignore: known(&args.ignore)? };
    let answer = Answer::of(args)?;
    let mut left = Vec::new();
    let session = if let Some(name) = &args.encoding {
        let wish = encoding::Wish { name, files: &args.files, diff: args.diff, private: args.private };
        if let Some(exit) = encoding::run(&wish, host, common, args.as_of.as_deref())? {
            return Ok(exit);
        }
        session::open(host, common, args.as_of.as_deref(), Needs::ALL)?
    } else if args.fix {
        let least = if args.likely { Sureness::Likely } else { Sureness::Certain };
        let fixed = fix::fix(host, common, args.as_of.as_deref(), &chosen, least)?;
        let shown = rewrite::Shown { diff: args.diff, private: args.private };
        if args.diff {
            let exit = rewrite::show(host, common, &fixed.session, &fixed.changes(), shown)?;
            fix::show_likely(host, common, &fixed, shown);
            return Ok(exit);
        }
        fix::show_likely(host, common, &fixed, shown);
        if rewrite::write(host, common, &fixed.session, &fixed.changes()) == Exit::Failed {
            return Ok(Exit::Failed);
        }
        left = fixed.left;
        fixed.session
    } else {
        let needs = rules::needs(&chosen);
        let needs = if args.statistics { needs.and_unread() } else { needs };
        session::open(host, common, args.as_of.as_deref(), needs)?
    };
    let mut checked = session.check(&chosen);
    fix::tell(&mut checked.findings, &left);
    let lost = session.is_lost();
    let prefix = if args.format == "github" { session.prefix_in_repository(host) } else { session.prefix.clone() };
    let report = Report {
        book: &session.book,
        ask: session.ask,
        checked: &checked,
        lang: session.lang,
        color: host.color(common.color.as_deref()),
        width: host.width().unwrap_or(140),
        prefix: &prefix,
        fold: host.terminal.is_some(),
        private: args.private,
    };
    match answer {
        Answer::Findings(format) => {
            let mut stream = host.stream();
            // What goes wrong is told at the end.
            let _ = (format.write)(&report, &mut stream);
            stream.end()?;
        }
        Answer::Statistics(format) => {
            let chosen = [("select", &args.select), ("ignore", &args.ignore)];
            let chosen = chosen.into_iter().filter(|(_, rules)| !rules.is_empty()).map(|(name, rules)| (name, rules.join(",")));
            let sheet = by_rule(&session.book, session.ask, &checked.findings, chosen.collect());
            host.print(&(format.write)(&sheet::Shown { sheet: &sheet, lang: session.lang, width: host.width() }))?;
        }
    }
    let summary = report.summary();
    let errors = checked.summary.errors;
    if checked.findings.len() >= MANY {
        std::mem::forget(checked);
    }
    // Findings told in full end with their summary; all else is for other programs, or a table.
    if !common.quiet && (args.statistics || matches!(args.format.as_str(), "short" | "github")) {
        host.tell(summary.get(session.lang));
    }
    if lost {
        return Err(Failure(say!(
            "rollbook.toml cannot be read, and everything else rests on it: mend it first",
            "rollbook.toml 无法读取，其他检查都以它为准：请先改好"
        ))
        .into());
    }
    Ok(if errors > 0 { Exit::Findings } else { Exit::Fine })
}

/// The rules that a person named, as codes, names and letters of families that exist.
fn known(asked: &[String]) -> Result<Vec<String>, Failure> {
    let mut known = Vec::new();
    for word in parted(asked) {
        let word = word.as_str();
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
