//! `rollbook explain`: a rule, a table, a column or a setting told whole, or the list of all there is.

use crate::manual::{self, Missed, Ours};
use crate::render::manual::{FORMATS, terminal};
use crate::say;
use crate::say::Text;
use crate::tables::Settings;
use crate::text::{FileId, toml};
use crate::{disk, manual::Topic};

use super::{Common, Exit, Failure, Host, language, session};

/// Explain a rule, a table, a column or a setting, or list them all ‖ 解释一条规则、一个表、一列或一项设置，或列出全部
#[derive(clap::Args)]
#[command(after_help = "rollbook explain two-teams\nrollbook explain volunteers.consent\nrollbook explain rules.minimum-members ‖ \
                        rollbook explain two-teams\nrollbook explain 志愿者.同意公开\nrollbook explain rules.minimum-members")]
pub struct Args {
    /// A rule by code or name, a family by letter, a table, table.column, a section or key of rollbook.toml, by code or title; without it, the list ‖ 规则的代码或名称、类别字母、表、表.列、rollbook.toml 的节或键，写代码或中文名称都可以；省略则列出全部
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// How to show it: {manual-formats} ‖ 显示方式：{manual-formats}
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, value_parser = formats(), hide_possible_values = true, requires = "name")]
    format: String,
}

fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// Runs the command. It needs no book; in a book it speaks its language and knows its words.
///
/// # Errors
/// Nothing has that name, or several things have.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let start = common.start(host);
    let bytes = disk::find(&start).ok().and_then(|root| disk::read::settings(&root));
    let ours = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(read);
    let lang = language(common, session::language_of_book(&start), host);
    let text = match &args.name {
        None => terminal::list(lang, host.width()),
        Some(word) => {
            let entry = manual::ask(word).map(|topic: Topic| topic.entry(ours.as_ref())).map_err(|missed| missing(word, missed))?;
            let format = FORMATS.iter().find(|format| format.name == args.format);
            format.map(|format| (format.write)(&entry, lang, host.width())).unwrap_or_default()
        }
    };
    host.print(&text)?;
    Ok(Exit::Fine)
}

/// What the book at hand has of its own.
fn read(text: String) -> Ours {
    let (_, words, _) = Settings::read(FileId(0), &text);
    let (toml, _) = toml::read(&text);
    Ours { words, text, toml }
}

fn missing(word: &str, missed: Missed) -> Failure {
    Failure(match missed {
        Missed::Several(names) => {
            let names = Text::list(names.into_iter().map(Text::same));
            say!("'{word}' may be {names}: ask for one of these", "“{word}”可以是 {names}：请写其中一个", word = word, names = names)
        }
        Missed::Unknown(Some(near)) => {
            say!("there is nothing called '{word}'; did you mean {near}?", "没有“{word}”；是不是 {near}？", word = word, near = near)
        }
        Missed::Unknown(None) => {
            say!("there is nothing called '{word}'; rollbook explain lists all", "没有“{word}”；rollbook explain 列出全部", word = word)
        }
    })
}
