//! Help in both languages, its commands in groups. A help text says both, parted by ` ‖ `; here one of them is kept, and clap's own words
//! are put into Chinese. `rollbook help COMMAND` shows the same as `rollbook COMMAND --help`.

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::figures::stats::by;
use crate::figures::{list, questions};
use crate::render::{check, manual, sheet};
use crate::say;
use crate::say::{Lang, T, t};
use crate::text::width::{width, wrap};

use super::{Cli, Common, Exit, Failure, Host, language, noun, session, usage};

const PARTING: char = '‖';

/// The half of a help text in one language; all of it where it has no halves. What the program has lists of is filled in, so
/// that a new dimension or format stands in the help by itself.
pub fn half(text: &str, lang: Lang) -> String {
    let part = part(text, lang);
    let joined = |names: Vec<&str>| names.join(t(", ", "、").get(lang));
    let word = |code, title: T| if lang == Lang::Zh { title.zh } else { code };
    part.replace("{questions}", &joined(questions::ALL.iter().map(|question| word(question.code, question.title)).collect()))
        .replace("{dimensions}", &joined(by::ALL.iter().map(|dimension| word(dimension.code, dimension.title)).collect()))
        .replace("{sheet-formats}", &joined(sheet::names()))
        .replace("{manual-formats}", &joined(manual::FORMATS.iter().map(|format| format.name).collect()))
        .replace("{check-formats}", &joined(check::FORMATS.iter().map(|format| format.name).collect()))
}

fn part(text: &str, lang: Lang) -> String {
    match (text.split_once(PARTING), lang) {
        (Some((en, _)), Lang::En) => en.trim().to_owned(),
        (Some((_, zh)), Lang::Zh) => zh.trim().to_owned(),
        (None, _) => text.to_owned(),
    }
}

/// Show the help of a command ‖ 显示一个命令的帮助
#[derive(clap::Args)]
#[command(after_help = "rollbook help\nrollbook help team show ‖ rollbook help\nrollbook help team show")]
pub struct Args {
    /// The command, and the verb of a noun; without it, all commands ‖ 命令，以及名词的动词；省略则列出全部命令
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Runs the command. It needs no book; in a book it speaks its language.
///
/// # Errors
/// There is no such command.
pub fn run(args: &Args, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
    let start = common.start(host);
    let lang = language(common, session::language_of_book(&start), host);
    let mut command = translated(lang, host);
    command.build();
    let mut asked = &mut command;
    for (depth, name) in args.command.iter().enumerate() {
        let meant = usage::meant(asked, depth == 0, name);
        let unknown = || match meant {
            Some(near) => say!("there is no command '{name}'; did you mean {near}?", "没有命令“{name}”；是不是 {near}？", name = name, near = near),
            None => say!("there is no command '{name}'; rollbook help lists them", "没有命令“{name}”；rollbook help 列出全部命令", name = name),
        };
        asked = asked.find_subcommand_mut(name).ok_or_else(|| Failure(unknown()))?;
    }
    let shown = asked.render_help();
    let text = if host.color(common.color.as_deref()) { shown.ansi().to_string() } else { shown.to_string() };
    host.print(&text)?;
    Ok(Exit::Fine)
}

/// The command line in one language, as wide as a terminal; every noun with the options that it goes by.
pub fn translated(lang: Lang, host: &Host<'_>) -> Command {
    let width = host.width().unwrap_or(100);
    let command = list::ALL.iter().fold(Cli::command(), |command, noun| command.mut_subcommand(noun.code, |sub| noun::fitting(sub, noun)));
    translate(command.term_width(width), lang, width)
}

/// A command line that speaks one language.
pub fn translate(command: Command, lang: Lang, width: usize) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(t("Print the version", "显示版本").get(lang));
    let name = command.get_name().to_owned();
    let command = spoken(command.disable_version_flag(true), &Speaking { lang, width }, &name).arg(version);
    let template = grouped(&command, lang, width);
    command.help_template(template)
}

/// What help looks like where the commands are in groups: clap knows no headings among commands.
fn grouped(command: &Command, lang: Lang, width: usize) -> String {
    let literal = Styles::styled().get_literal().to_owned();
    let longest = command.get_subcommands().map(|sub| sub.get_name().len()).max().unwrap_or_default();
    let mut out = format!("{{about-with-newline}}\n{}{{usage}}\n", calling(lang));
    for group in super::Group::ALL {
        out.push_str(&format!("\n{}\n", headed(group.title(), lang)));
        let is_in = |sub: &&Command| super::Command::GROUPS.contains(&(sub.get_name(), group));
        for sub in command.get_subcommands().filter(is_in) {
            let (name, about) = (sub.get_name(), sub.get_about().map(ToString::to_string).unwrap_or_default());
            let indent = longest + 4;
            // What a command does stands under itself where it takes more than a line.
            let lines = wrap(&about, Some(width.saturating_sub(indent).max(20)));
            let lines = lines.trim_end().replace('\n', &format!("\n{}", " ".repeat(indent)));
            out.push_str(&format!("  {literal}{name}{literal:#}{}  {lines}\n", " ".repeat(longest - name.len())));
        }
    }
    out.push_str(&format!("\n{}\n{{options}}{{after-help}}\n", headed(OPTIONS, lang)));
    out
}

const USAGE: T = t("Usage", "用法");
const OPTIONS: T = t("Options", "选项");

/// A heading with its colon: clap's own is that of English.
fn headed(title: T, lang: Lang) -> String {
    let style = Styles::styled().get_header().to_owned();
    format!("{style}{}{}{style:#}", title.get(lang), t(":", "：").get(lang))
}

/// What stands before the way to call a command.
fn calling(lang: Lang) -> String {
    format!("{}{}", headed(USAGE, lang), t(" ", "").get(lang))
}

/// The language of help, and how wide it may be.
struct Speaking {
    lang: Lang,
    width: usize,
}

/// A command and those below it in one language; `path` is how it is called.
fn spoken(command: Command, speaking: &Speaking, path: &str) -> Command {
    let lang = speaking.lang;
    let mut called = format!("{path} {}", t("[OPTIONS]", "[选项]").get(lang));
    for argument in command.get_positionals() {
        let name = value_name(argument).get(lang);
        called.push_str(&if argument.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") });
    }
    let mut template = format!("{{about-with-newline}}\n{}{{usage}}\n", calling(lang));
    if command.has_subcommands() {
        let command = if command.is_subcommand_required_set() { t(" <COMMAND>", " <命令>") } else { t(" [COMMAND]", " [命令]") };
        called.push_str(command.get(lang));
        template.push_str(&format!("\n{}\n{{subcommands}}\n", headed(t("Commands", "命令"), lang)));
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&format!("\n{}\n{{positionals}}\n", headed(t("Arguments", "参数"), lang)));
    }
    template.push_str(&format!("\n{}\n{{options}}{{after-help}}\n", headed(OPTIONS, lang)));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(t("Print help", "显示帮助").get(lang));
    let command = words(command, speaking).help_template(template).override_usage(called).disable_help_flag(true).arg(help);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| spoken(sub, speaking, &format!("{path} {name}"))))
}

/// The command with its own texts and those of its arguments in one language.
fn words(mut command: Command, speaking: &Speaking) -> Command {
    let lang = speaking.lang;
    if let Some(about) = command.get_about().map(|about| half(&about.to_string(), lang)) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(|after| half(&after.to_string(), lang)) {
        let examples = headed(t("Examples", "示例"), lang);
        command = command.after_help(after.lines().fold(examples, |out, line| format!("{out}\n  {line}")));
    }
    // Beside the names of the arguments: clap breaks lines at blanks only, which Chinese has not.
    let longest = |positional: bool| {
        let all = command.get_arguments().filter(|arg| !arg.is_hide_set() && arg.is_positional() == positional);
        all.map(|arg| taken(arg, lang)).max().unwrap_or_default() + 2
    };
    let (options, positionals) = (longest(false), longest(true));
    command.mut_args(|arg| {
        let help = arg.get_help().map(|help| half(&help.to_string(), lang)).unwrap_or_default();
        let beside = if arg.is_positional() { positionals } else { options };
        let room = speaking.width.saturating_sub(beside).max(20);
        let arg = arg.help(wrap(&help, Some(room)).trim_end().to_owned());
        let value = arg.get_action().takes_values().then(|| value_name(&arg).get(lang));
        if let Some(value) = value { arg.value_name(value) } else { arg }
    })
}

/// How many columns the name of an argument takes, as clap writes it: `  -C <DIR>`, `      --lang <LANG>`, `  <ID>`.
fn taken(arg: &Arg, lang: Lang) -> usize {
    let value = if arg.get_action().takes_values() { width(value_name(arg).get(lang)) + "<>".len() } else { 0 };
    let optional = if arg.get_num_args().is_some_and(|numbers| numbers.min_values() == 0) { "[]".len() } else { 0 };
    let names = match arg.get_long() {
        _ if arg.is_positional() => "  ".len(),
        Some(long) => "  -x, --".len() + long.len() + 1,
        None => "  -x ".len(),
    };
    names + value + optional
}

/// What the value of an argument is called where the argument is shown.
pub fn value_name(arg: &Arg) -> T {
    let name = arg.get_value_names().and_then(|names| names.first()).map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string);
    VALUES.iter().find(|value| value.en == name).copied().unwrap_or(t("VALUE", "值"))
}

const VALUES: &[T] = &[
    t("BRANCH", "党支部"),
    t("CAMPAIGN", "活动品牌"),
    t("COLUMN", "列"),
    t("COLUMNS", "列"),
    t("COMMAND", "命令"),
    t("CONDITION", "条件"),
    t("DATE", "日期"),
    t("DAYS", "天数"),
    t("DIMENSIONS", "分列项"),
    t("DIR", "文件夹"),
    t("FILE", "文件"),
    t("FORMAT", "格式"),
    t("ID", "编号"),
    t("KIND", "类型"),
    t("LANG", "语言"),
    t("MEASURE", "指标"),
    t("N", "行数"),
    t("NAME", "名称"),
    t("PERIOD", "时段"),
    t("PLACE", "地点"),
    t("ROLE", "角色"),
    t("RULES", "规则"),
    t("STATUS", "状态"),
    t("TEAM", "服务队"),
    t("TRACK", "类别"),
    t("VOLUNTEER", "志愿者"),
    t("WHAT", "内容"),
    t("WHEN", "何时"),
    t("WHICH", "时段"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, look: &mut impl FnMut(String, String)) {
        look(command.get_name().to_owned(), command.get_about().map(ToString::to_string).unwrap_or_default());
        for arg in command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str())) {
            look(format!("{} {}", command.get_name(), arg.get_id()), arg.get_help().map(ToString::to_string).unwrap_or_default());
            assert!(!arg.get_action().takes_values() || value_name(arg).en != "VALUE", "{}: its value has no Chinese name", arg.get_id());
        }
        command.get_subcommands().for_each(|sub| each(sub, look));
    }

    #[test]
    fn every_help_text_says_both_languages() {
        each(&crate::commands::Cli::command(), &mut |name, help| {
            assert!(half(&help, Lang::En) != half(&help, Lang::Zh), "{name}: {help:?} has no Chinese half");
        });
    }
}
