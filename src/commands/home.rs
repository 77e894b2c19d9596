//! `rollbook` alone: the state of the book on one screen; where there is no book, what to do next.

use crate::book::Needs;
use crate::disk::{self, NotFound};
use crate::figures::{Column, Value, by_rule, due, first_steps, state};
use crate::findings::Chosen;
use crate::render::screen::{self, Screen};
use crate::render::sheet::{self, Shown};
use crate::say;
use crate::say::t;
use crate::tables::volunteers;

use super::{Common, Exit, Failure, Host, language, session};

/// So many days ahead is looked for what is due.
const WITHIN: i64 = 30;

/// What goes without a command.
#[derive(clap::Args)]
pub struct Args {
    /// Without a command: ask about this day instead of today ‖ 不写命令时：以这一天代替今天
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Without a command: how to show the state of the book: table, json, md ‖ 不写命令时：台账概况的显示方式：table、json、md
    #[arg(long, value_name = "FORMAT", value_parser = ["table", "json", "md"], hide_possible_values = true)]
    format: Option<String>,
}

impl Args {
    /// Refuses what stands before a command and belongs behind it.
    ///
    /// # Errors
    /// Names it.
    pub fn refuse(&self) -> Result<(), Failure> {
        let given = [("--as-of", self.as_of.is_some()), ("--format", self.format.is_some())];
        match given.into_iter().find(|(_, is_given)| *is_given) {
            Some((name, _)) => Err(Failure(say!("{name} belongs behind the command", "{name} 要写在命令后面", name = name))),
            None => Ok(()),
        }
    }
}

/// Shows the state of the book.
///
/// # Errors
/// The book cannot be read.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let start = common.start(host);
    if let Err(NotFound::NoBook(path)) = disk::find(&start) {
        let lang = language(common, None, host);
        let said = say!(
            "There is no book here: no rollbook.toml in {path} or any folder above.\n\
             \x20 In another folder?  rollbook -C FOLDER\n\
             \x20 To begin a book:    make a folder, and in it a file rollbook.toml with the line: format = 1\n\
             \x20                     then run rollbook there: it tells each next step\n\
             \x20 All commands:       rollbook --help",
            "这里没有台账：{path} 及上级文件夹中都没有 rollbook.toml。\n\
             \x20 台账在别处：  rollbook -C 文件夹\n\
             \x20 新建台账：    建一个文件夹，在里面建文件 rollbook.toml，写上一行：format = 1\n\
             \x20               再在那里运行 rollbook，它会告诉您每一步怎么做\n\
             \x20 全部命令：    rollbook --help",
            path = path.display()
        );
        said.get(lang).lines().for_each(|line| host.tell(line));
        return Ok(Exit::Failed);
    }
    let session = session::open(host, common, args.as_of.as_deref(), Needs::ALL)?;
    session.refuse_if_lost()?;
    let (book, ask, lang) = (&session.book, session.ask, session.lang);
    let checked = session.check(&Chosen::default());
    let mut totals = state::totals(book, ask);
    let quarter = state::quarter(book, ask);
    let due = due::due(book, ask, WITHIN);
    totals.scope.left_out.cover(&due.scope.left_out);
    let mut rules = by_rule::by_rule(book, ask, &checked.findings, Vec::new());
    host.tell_left_out(&totals.scope, true, lang);
    let steps = first_steps::next(book);
    let name = args.format.as_deref().unwrap_or("table");
    let text = if name == "table" {
        let width = host.width().unwrap_or(80);
        if let (Some(_), [only]) = (&steps, checked.findings.as_slice())
            && only.code == "F001"
            && !book.layout.has(volunteers::DESCRIPTION.number)
        {
            // That the volunteers are not there yet is what the steps are about.
            rules.rows.clear();
        }
        screen::write(&Screen { totals: &totals, quarter: quarter.as_ref(), due: &due, rules: &rules, summary: checked.summary, steps, lang, width })
    } else {
        let summary = checked.summary;
        let counts = [
            ("errors", t("Errors", "错误"), summary.errors),
            ("warnings", t("Warnings", "警告"), summary.warnings),
            ("notes", t("Notes", "提示"), summary.notes),
        ];
        totals.columns.extend(counts.iter().map(|(key, title, _)| Column::figure(*key, *title)));
        totals.total.get_or_insert_default().extend(counts.iter().map(|(_, _, n)| Value::Count(*n as u64)));
        let rules = crate::figures::Sheet { key: "findings", ..rules };
        let sheets: Vec<Shown<'_>> = [Some(&totals), quarter.as_ref(), Some(&due), Some(&rules)]
            .into_iter()
            .flatten()
            .map(|sheet| Shown { sheet, lang, width: None })
            .collect();
        sheet::find(name).write_all(&sheets)
    };
    host.print(&text)?;
    Ok(Exit::Fine)
}
