//! What is wrong with the arguments, in the reader's language, with what was meant.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::say;
use crate::say::{Lang, Text};

use super::{Exit, Host};

/// Shows help or the version, or says what is wrong with the arguments.
pub fn tell(error: &clap::Error, host: &mut Host<'_>, lang: Lang) -> Exit {
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
            let words = words(error);
            let failure = anyhow::Error::new(super::Failure(words));
            host.fail(&failure, lang);
            Exit::Failed
        }
    }
}

fn words(error: &clap::Error) -> Text {
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let said = match error.kind() {
        ErrorKind::UnknownArgument => say!("there is no option '{argument}'", "没有选项“{argument}”", argument = argument),
        ErrorKind::InvalidSubcommand => {
            say!("there is no command '{command}'", "没有命令“{command}”", command = get(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => say!("missing: {argument}", "缺少：{argument}", argument = argument.trim_matches(['<', '>'])),
        ErrorKind::MissingSubcommand => say!("a command is missing", "缺少命令"),
        ErrorKind::ArgumentConflict => {
            say!(
                "{argument} and {other} do not go together",
                "{argument} 与 {other} 不能同用",
                argument = argument,
                other = get(ContextKind::PriorArg)
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => say!("{argument} needs a value", "{argument} 需要一个值", argument = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = get(ContextKind::ValidValue);
            let said = say!("'{value}' is nothing that {argument} takes", "{argument} 不接受“{value}”", value = value, argument = argument);
            if valid.is_empty() { said } else { say!("{said}: one of {valid}", "{said}：可用 {valid}", said = said, valid = valid) }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("{argument} takes another number of values", "{argument} 的值个数不对", argument = argument)
        }
        _ => Text::same(error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()),
    };
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(get).concat();
    let said =
        if meant.is_empty() { said } else { say!("{said}; did you mean {meant}?", "{said}；是不是 {meant}？", said = said, meant = meant) };
    say!("{said} (rollbook --help lists what there is)", "{said}（rollbook --help 列出全部用法）", said = said)
}

impl Host<'_> {
    /// Writes lines to the other stream.
    fn tell_lines(&mut self, lines: &str) {
        lines.lines().for_each(|line| self.tell(line));
    }
}
