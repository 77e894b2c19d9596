//! Help in both languages. A help text says both, parted by ` ‖ `; here one of them is kept, and clap's own words are put into Chinese.

use clap::{Arg, ArgAction, Command};

use crate::say::{Lang, t};

const PARTING: char = '‖';

/// The half of a help text in one language; all of it where it has no halves.
pub fn half(text: &str, lang: Lang) -> String {
    match (text.split_once(PARTING), lang) {
        (Some((en, _)), Lang::En) => en.trim().to_owned(),
        (Some((_, zh)), Lang::Zh) => zh.trim().to_owned(),
        (None, _) => text.to_owned(),
    }
}

/// A command line that speaks one language.
pub fn translate(command: Command, lang: Lang) -> Command {
    let usage = t("Usage", "用法").get(lang);
    let template = format!("{{about-with-newline}}\n{usage}{} {{usage}}\n\n{{all-args}}{{after-help}}\n", t(":", "：").get(lang));
    let options = t("Options", "选项").get(lang);
    let mut command = words(command, lang).help_template(template).subcommand_help_heading(t("Commands", "命令").get(lang));
    if command.get_subcommands().next().is_some() {
        command = command.subcommand_value_name(t("COMMAND", "命令").get(lang)).disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help_heading(options)
                .help(t("Print the version", "显示版本").get(lang)),
        );
    }
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help_heading(options).help(t("Print help", "显示帮助").get(lang));
    command = command.disable_help_flag(true).arg(help);
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").trim();
    let usage = if usage.starts_with("rollbook") { usage.to_owned() } else { format!("rollbook {usage}") };
    let usage = usage.replace("[OPTIONS]", t("[OPTIONS]", "[选项]").get(lang)).replace("<COMMAND>", t("<COMMAND>", "<命令>").get(lang));
    command = command.override_usage(usage);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| translate(sub, lang)))
}

/// The command with its own texts and those of its arguments in one language.
fn words(mut command: Command, lang: Lang) -> Command {
    if let Some(about) = command.get_about().map(|about| half(&about.to_string(), lang)) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(|after| half(&after.to_string(), lang)) {
        command = command.after_help(after);
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
