//! `rollbook explain`: a rule told whole, or the list of all rules.

use crate::findings::Level;
use crate::rules::{self, Family, Kind, Rule};
use crate::say;
use crate::say::{Lang, t};
use crate::tables::settings::thresholds;
use crate::text::nearest::nearest;
use crate::text::width::width;
use crate::value::fixed::Fixed;

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
        None => list(lang),
        Some(word) => match rules::find(word) {
            Some(rule) => explain(rule, lang),
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

/// All rules, family by family.
fn list(lang: Lang) -> String {
    let longest = rules::all().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for Family { letter, title, rules } in rules::FAMILIES {
        out.push_str(&format!("{letter}  {}\n", title.get(lang)));
        for rule in *rules {
            let level = rule.level.title().get(lang);
            let pad = " ".repeat(7usize.saturating_sub(width(level)));
            out.push_str(&format!("   {}  {:longest$}  {level}{pad}  {}\n", rule.code, rule.name, rule.says.get(lang)));
        }
        out.push('\n');
    }
    out
}

/// A rule, told whole.
fn explain(rule: &Rule, lang: Lang) -> String {
    let kind = match rule.kind {
        Kind::Contradiction => t("a contradiction: a command that writes refuses to add one", "矛盾：写入的命令会拒绝"),
        Kind::State => t("a state: a command that writes shows it and writes", "状态：写入的命令会提示，仍然写入"),
    };
    let mut out = format!("{} {}\n{}\n\n", rule.code, rule.name, rule.says.get(lang));
    let mut part = |title: &str, text: &str| out.push_str(&format!("{title}\n  {}\n\n", text.trim_end().replace('\n', "\n  ")));
    let firm = rule.level == Level::Error && rule.code.starts_with(['F', 'R']);
    let level = format!("{}{}", rule.level.title().get(lang), if firm { t(" (never less than warning)", "（最低为警告）").get(lang) } else { "" });
    part(t("Level", "级别").get(lang), &level);
    part(t("Kind", "性质").get(lang), kind.get(lang));
    part(t("Why", "为什么").get(lang), rule.why.get(lang));
    part(t("How to mend it", "怎样改正").get(lang), rule.mend.get(lang));
    for key in rule.thresholds {
        if let Some(threshold) = thresholds::ALL.iter().find(|threshold| threshold.key == *key) {
            let text = format!("{} = {}    # {}", threshold.key, threshold.default, threshold.about.get(lang));
            part(t("Threshold, under [rules] in rollbook.toml", "阈值，写在 rollbook.toml 的 [rules] 下").get(lang), &text);
        }
    }
    part(t("A smallest book that breaks it", "违反它的最小台账").get(lang), rule.example.trim_start_matches('\n'));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
