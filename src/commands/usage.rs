//! What is wrong with the arguments, in the reader's language, with what was meant.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::figures::list;
use crate::say;
use crate::say::{Lang, Text};
use crate::text::nearest::nearest;

use super::{Exit, Host};

/// The command that was called, as far as it is understood.
pub struct Called<'a> {
    command: &'a clap::Command,
    /// Its names, one below the other: empty, `team`, `team show`.
    names: Vec<&'a str>,
}

/// Which command the arguments call.
pub fn called<'a>(command: &'a clap::Command, arguments: &[OsString]) -> Called<'a> {
    let mut called = Called { command, names: Vec::new() };
    for word in arguments.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(below) = called.command.find_subcommand(word) {
            called.command = below;
            called.names.push(below.get_name());
        }
    }
    called
}

impl Called<'_> {
    /// The command line that shows how it is used.
    fn help(&self) -> String {
        match self.names.as_slice() {
            [] => "rollbook --help".to_owned(),
            names => format!("rollbook help {}", names.join(" ")),
        }
    }
}

/// The command that was meant below another (`is_top`: below `rollbook` itself): the noun of a table, or one that is written nearly so.
pub fn meant(command: &clap::Command, is_top: bool, word: &str) -> Option<String> {
    let noun = list::ALL.iter().find(|noun| {
        let names = [noun.table.name, noun.table.title.zh, noun.one.zh, noun.one.en];
        is_top && names.iter().any(|name| name.eq_ignore_ascii_case(word))
    });
    if is_top && ["list", "show"].contains(&word) {
        // These go behind what they are about.
        return Some(format!("volunteer {word}"));
    }
    let all = command.get_subcommands().map(clap::Command::get_name);
    noun.map(|noun| noun.code).or_else(|| nearest(word, all, 1).first().copied()).map(str::to_owned)
}

/// Shows help or the version, or says what is wrong with the arguments.
pub fn tell(error: &clap::Error, called: &Called<'_>, host: &mut Host<'_>, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let shown = error.render();
            let text = if host.color(None) { shown.ansi().to_string() } else { shown.to_string() };
            if host.print(&text).is_err() { Exit::Failed } else { Exit::Fine }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            host.tell_lines(&error.render().to_string());
            Exit::Failed
        }
        _ => {
            let failure = anyhow::Error::new(super::Failure(words(error, called)));
            host.fail(&failure, lang);
            Exit::Failed
        }
    }
}

fn words(error: &clap::Error, called: &Called<'_>) -> Text {
    let all = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    };
    let get = |kind| all(kind).concat();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let mut meant = Text::names([ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(all).concat());
    let said = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            say!("there is no option '{argument}'", "没有选项“{argument}”", argument = argument)
        }
        ErrorKind::UnknownArgument => {
            let call = called.names.join(" ");
            say!("rollbook {call} takes no '{argument}' here", "rollbook {call} 在这里不接受“{argument}”", call = call, argument = argument)
        }
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            meant = self::meant(called.command, called.names.is_empty(), &command).map_or(meant, Text::same);
            say!("there is no command '{command}'", "没有命令“{command}”", command = command)
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(ContextKind::InvalidArg);
            let missing =
                Text::names(missing.iter().map(|argument| argument.strip_prefix('<').map_or(&**argument, |name| name.trim_end_matches('>'))));
            say!("missing: {missing}", "缺少：{missing}", missing = missing)
        }
        ErrorKind::MissingSubcommand => say!("a command is missing", "缺少命令"),
        ErrorKind::ArgumentConflict => {
            let other = get(ContextKind::PriorArg);
            if other == argument {
                say!("{argument} may be given only once", "{argument} 只能写一次", argument = argument)
            } else {
                say!("{argument} and {other} do not go together", "{argument} 与 {other} 不能同用", argument = argument, other = other)
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => say!("{argument} needs a value", "{argument} 需要一个值", argument = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = all(ContextKind::ValidValue);
            let said = say!("'{value}' is nothing that {argument} takes", "{argument} 不接受“{value}”", value = value, argument = argument);
            if let Some(near) = nearest(&value, valid.iter().map(String::as_str), 1).first() {
                meant = Text::same(*near);
            }
            if valid.is_empty() { said } else { say!("{said}: one of {valid}", "{said}：可用 {valid}", said = said, valid = Text::names(valid)) }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("{argument} takes another number of values", "{argument} 的值个数不对", argument = argument)
        }
        _ => Text::same(error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()),
    };
    let said =
        if meant.is_empty() { said } else { say!("{said}; did you mean {meant}?", "{said}；是不是 {meant}？", said = said, meant = meant) };
    say!("{said} ({help} lists what there is)", "{said}（{help} 列出全部用法）", said = said, help = called.help())
}

impl Host<'_> {
    /// Writes lines to the other stream.
    fn tell_lines(&mut self, lines: &str) {
        lines.lines().for_each(|line| self.tell(line));
    }
}
