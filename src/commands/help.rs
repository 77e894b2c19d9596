//! Help in both languages. A help text says both, parted by ` ‖ `; here one of them is kept, and clap's own words are put into Chinese.

use clap::{Arg, ArgAction, Command};

use crate::figures::questions;
use crate::figures::stats::by;
use crate::render::{check, manual, sheet};
use crate::say::{Lang, t};

const PARTING: char = '‖';

/// The half of a help text in one language; all of it where it has no halves. What the program has lists of is filled in, so
/// that a new dimension or format stands in the help by itself.
pub fn half(text: &str, lang: Lang) -> String {
    let part = part(text, lang);
    let joined = |names: Vec<&str>| names.join(t(", ", "、 ").get(lang));
    part.replace("{questions}", &joined(questions::ALL.iter().map(|question| question.code).collect()))
        .replace("{dimensions}", &joined(by::ALL.iter().map(|dimension| dimension.code).collect()))
        .replace("{sheet-formats}", &joined(sheet::FORMATS.iter().map(|format| format.name).collect()))
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

/// A command line that speaks one language.
pub fn translate(command: Command, lang: Lang) -> Command {
    let options = t("Options", "选项").get(lang);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help_heading(options).help(t("Print the version", "显示版本").get(lang));
    let name = command.get_name().to_owned();
    spoken(command.disable_version_flag(true), lang, &name).arg(version)
}

/// A command and those below it in one language; `path` is how it is called.
fn spoken(command: Command, lang: Lang, path: &str) -> Command {
    let options = t("Options", "选项").get(lang);
    let usage = t("Usage", "用法").get(lang);
    let template = format!("{{about-with-newline}}\n{usage}{} {{usage}}\n\n{{all-args}}{{after-help}}\n", t(":", "：").get(lang));
    let has_commands = command.get_subcommands().next().is_some();
    let mut called = format!("{path} {}", t("[OPTIONS]", "[选项]").get(lang));
    for argument in command.get_positionals() {
        let name = argument.get_id().as_str().to_uppercase();
        called.push_str(&if argument.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") });
    }
    if has_commands {
        called.push_str(t(" <COMMAND>", " <命令>").get(lang));
    }
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = help.help_heading(options).help(t("Print help", "显示帮助").get(lang));
    let command = words(command, lang).help_template(template).subcommand_help_heading(t("Commands", "命令").get(lang));
    let command = command.override_usage(called).disable_help_flag(true).arg(help);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| spoken(sub, lang, &format!("{path} {name}"))))
}

/// The command with its own texts and those of its arguments in one language.
fn words(mut command: Command, lang: Lang) -> Command {
    if let Some(about) = command.get_about().map(|about| half(&about.to_string(), lang)) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(|after| half(&after.to_string(), lang)) {
        let examples = t("Examples", "示例").get(lang);
        command = command.after_help(after.lines().fold(format!("{examples}{}", t(":", "：").get(lang)), |out, line| format!("{out}\n  {line}")));
    }
    let heading = |arg: &Arg| if arg.is_positional() { t("Arguments", "参数") } else { t("Options", "选项") };
    command.mut_args(|arg| {
        let help = arg.get_help().map(|help| half(&help.to_string(), lang)).unwrap_or_default();
        let under = heading(&arg).get(lang);
        arg.help(help).help_heading(under)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn each(command: &Command, look: &mut impl FnMut(String, String)) {
        look(command.get_name().to_owned(), command.get_about().map(ToString::to_string).unwrap_or_default());
        for arg in command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str())) {
            look(format!("{} {}", command.get_name(), arg.get_id()), arg.get_help().map(ToString::to_string).unwrap_or_default());
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
