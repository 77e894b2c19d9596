//! `rollbook explain`: a rule told whole, or the list of all rules.

use crate::render::rule;
use crate::rules;
use crate::say;
use crate::text::nearest::nearest;

use super::{Common, Exit, Failure, Host, language, open};

/// Explain a rule, or list them all ‖ 解释一条规则，或列出全部规则
#[derive(clap::Args)]
pub struct Args {
    /// The code or name of a rule; without it, the list of all ‖ 规则的代码或名称；省略则列出全部
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// Runs the command. It needs no book; in a book it speaks its language.
///
/// # Errors
/// There is no such rule.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let start = common.directory.as_ref().map_or_else(|| host.directory.clone(), |d| host.directory.join(d));
    let lang = language(common, open::language_of_book(&start), host);
    let text = match &args.rule {
        None => rule::list(lang, host.width()),
        Some(word) => match rules::find(word) {
            Some(found) => rule::explain(found, lang, host.width()),
            None => return Err(unknown(word).into()),
        },
    };
    host.print(&text)?;
    Ok(Exit::Fine)
}

fn unknown(word: &str) -> Failure {
    let near = nearest(word, rules::all().flat_map(|rule| [rule.code, rule.name]), 1);
    Failure(match near.first() {
        Some(near) => say!("there is no rule '{word}'; did you mean {near}?", "没有规则“{word}”；是不是 {near}？", word = word, near = near),
        None => say!("there is no rule '{word}'; rollbook explain lists them", "没有规则“{word}”；rollbook explain 列出全部规则", word = word),
    })
}
