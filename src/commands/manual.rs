//! The page of all commands, made from the definitions that the command line is read by.

use clap::{Arg, Command, CommandFactory};

use crate::manual::Block;
use crate::say;
use crate::say::{Lang, T, Text, t};

use super::{Cli, Exit, help};

/// The page, block by block. Its `console` blocks hold commands alone: whoever writes the page runs them.
pub fn page() -> Vec<Block> {
    let cli = Cli::command();
    let mut page = vec![
        Block::Heading(1, say!("Commands", "命令")),
        Block::Paragraph(say!(
            "`rollbook --help` and `rollbook COMMAND --help` say the same in a terminal. The examples are run in \
             [examples/quickstart](../examples/quickstart), on a terminal of 100 columns, whenever this page is written.",
            "`rollbook --help` 和 `rollbook 命令 --help` 在终端里显示同样的内容。示例都在 [examples/quickstart-zh](../examples/quickstart-zh) \
             中运行，终端宽 100 列；每次写出本页时都重新运行。"
        )),
        Block::Heading(2, say!("What all commands share", "所有命令都一样的")),
        arguments(cli.get_arguments().filter(|arg| arg.is_global_set())),
        Block::Points(SHARED.iter().map(|point| (*point).into()).collect()),
    ];
    let exits = Exit::ALL.iter().map(|exit| vec![Text::same(format!("`{}`", exit.code())), exit.about().into()]);
    page.push(Block::Rows(vec![t("Exit code", "退出码"), t("Means", "含义")], exits.collect()));
    page.push(Block::Heading(2, Text::same("rollbook")));
    page.push(Block::Paragraph(say!(
        "Without a command: the state of the book on one screen. How many there are; this quarter so far, beside the same days of the last; what \
         is due within 30 days; the findings, with the rules broken most. Outside a book it says what to do next, and exits with 2.",
        "不写命令：在一屏内显示台账概况。包括人数和队数，本季至今与上季同期的对比，30 天内的待办，以及问题数和问题最多的规则。不在台账里时，提示下一步怎么做，退出码是 2。"
    )));
    page.push(arguments(cli.get_arguments().filter(|arg| is_told(arg))));
    page.push(Block::Code("console", Text::same("$ rollbook")));
    let (nouns, verbs): (Vec<&Command>, Vec<&Command>) = cli.get_subcommands().partition(|command| command.has_subcommands());
    for command in verbs {
        whole(&mut page, 2, &format!("rollbook {}", command.get_name()), command, Text::default());
    }
    things(&mut page, &nouns);
    page
}

/// The commands that have verbs, and each verb once where it is the same for several of them.
fn things(page: &mut Vec<Block>, nouns: &[&Command]) {
    page.push(Block::Heading(2, say!("Looking at one thing", "看某一样东西")));
    let rows = nouns.iter().map(|noun| {
        let verbs = noun.get_subcommands().map(|verb| Text::same(format!("`{}`", verb.get_name())));
        vec![Text::same(format!("`rollbook {}`", noun.get_name())), about(noun), Text::list(verbs)]
    });
    page.push(Block::Rows(vec![t("Command", "命令"), t("What it is about", "关于什么"), t("Verbs", "动词")], rows.collect()));
    let mut told: Vec<(&Command, Vec<&str>)> = Vec::new();
    for (noun, verb) in nouns.iter().flat_map(|noun| noun.get_subcommands().map(|verb| (noun.get_name(), verb))) {
        match told.iter_mut().find(|(other, _)| is_same(other, verb)) {
            Some((_, nouns)) => nouns.push(noun),
            None => told.push((verb, vec![noun])),
        }
    }
    for (verb, of) in told {
        match of.as_slice() {
            [one] => whole(page, 3, &format!("rollbook {one} {}", verb.get_name()), verb, Text::default()),
            several => {
                let names = Text::list(several.iter().map(|noun| Text::same(format!("`{noun}`"))));
                let of = say!(" For {names}.", "用于 {names}。", names = names);
                whole(page, 3, &format!("rollbook … {}", verb.get_name()), verb, of);
            }
        }
    }
}

/// Whether two verbs have the same name, words and arguments.
fn is_same(one: &Command, other: &Command) -> bool {
    let told = |command: &Command| -> Vec<String> {
        let arguments =
            command.get_arguments().map(|arg| format!("{} {}", name(arg).en, arg.get_help().map(ToString::to_string).unwrap_or_default()));
        [command.get_name().to_owned(), command.get_about().map(ToString::to_string).unwrap_or_default()].into_iter().chain(arguments).collect()
    };
    told(one) == told(other)
}

/// A command: what it does and of what, how it is called, its arguments, examples.
fn whole(page: &mut Vec<Block>, depth: u8, called: &str, command: &Command, of: Text) {
    page.push(Block::Heading(depth, Text::same(called)));
    page.push(Block::Paragraph(say!("{about}.{of}", "{about}。{of}", about = about(command), of = of)));
    let positionals: Vec<Text> = command.get_positionals().map(name).collect();
    let positionals = |lang| positionals.iter().fold(String::new(), |out, name| format!("{out} {}", name.get(lang)));
    let positionals = Text { en: positionals(Lang::En), zh: positionals(Lang::Zh) };
    page.push(Block::Code(
        "text",
        say!("{called} [OPTIONS]{positionals}", "{called} [选项]{positionals}", called = called, positionals = positionals),
    ));
    if command.get_arguments().any(is_told) {
        page.push(arguments(command.get_arguments().filter(|arg| is_told(arg))));
    }
    let examples = |lang| -> Vec<String> { examples(command, lang).iter().map(|example| format!("$ {example}")).collect() };
    let (en, zh) = (examples(Lang::En), examples(Lang::Zh));
    if !en.is_empty() {
        page.push(Block::Code("console", Text { en: en.join("\n"), zh: zh.join("\n") }));
    }
}

/// The examples of a command, which its help shows, too.
fn examples(command: &Command, lang: Lang) -> Vec<String> {
    let help = command.get_after_help().map(|help| help::half(&help.to_string(), lang)).unwrap_or_default();
    help.lines().map(str::trim).filter(|line| line.starts_with("rollbook ")).map(str::to_owned).collect()
}

/// Whether an argument belongs to one command alone.
fn is_told(arg: &Arg) -> bool {
    !arg.is_global_set() && !["help", "version"].contains(&arg.get_id().as_str())
}

fn arguments<'a>(arguments: impl Iterator<Item = &'a Arg>) -> Block {
    let rows = arguments.map(|arg| vec![say!("`{name}`", "`{name}`", name = name(arg)), said(arg.get_help().map(ToString::to_string))]).collect();
    Block::Rows(vec![t("Argument or option", "参数或选项"), t("Meaning", "含义")], rows)
}

fn about(command: &Command) -> Text {
    said(command.get_about().map(ToString::to_string))
}

/// A help text in both languages.
fn said(help: Option<String>) -> Text {
    let help = help.unwrap_or_default();
    Text { en: help::half(&help, Lang::En), zh: help::half(&help, Lang::Zh) }
}

/// An argument as it is typed: `-q, --quiet`, `--as-of DATE`, `<ID>`.
fn name(arg: &Arg) -> Text {
    let value = help::value_name(arg);
    if arg.is_positional() {
        return if arg.is_required_set() { say!("<{value}>", "<{value}>", value = value) } else { say!("[{value}]", "[{value}]", value = value) };
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let names = short.into_iter().chain(arg.get_long().map(|long| format!("--{long}"))).collect::<Vec<_>>().join(", ");
    match arg.get_num_args() {
        Some(numbers) if numbers.min_values() == 0 && numbers.takes_values() => {
            say!("{names} [{value}]", "{names} [{value}]", names = names, value = value)
        }
        _ if !arg.get_action().takes_values() => Text::same(names),
        _ => say!("{names} {value}", "{names} {value}", names = names, value = value),
    }
}

const SHARED: &[T] = &[
    t(
        "A command finds its book in the working folder or in the nearest folder above with a `rollbook.toml`; `-C` begins elsewhere.",
        "命令在当前文件夹里找台账，没有就向上找到最近的有 `rollbook.toml` 的文件夹；`-C` 从别处找起。",
    ),
    t(
        "The result goes to standard output, everything else to standard error. Piped, tables are plain and as wide as they need; \
         `--format csv`, `json` and `md` are stable for scripts.",
        "结果写到标准输出，其余写到标准错误。输出给管道时，表格不带颜色，宽度不限；`--format csv`、`json`、`md` 供脚本使用，格式稳定。",
    ),
    t(
        "In JSON, keys are codes whatever the language, decimals are strings, and what is empty is null. Characters that cannot be seen are \
         written as `\\u…`.",
        "JSON 里的键总是代码，不随语言变化；小数写成字符串，空的是 null。看不见的字符写成 `\\u…`。",
    ),
    t(
        "A period is `2026`, `2026H1`, `2026Q3`, `2026-07`, `2026-07-01..2026-09-30` (both days in; `2026-07-01..` and `..2026-09-30` are open), `this-` or `last-` with `month`, `quarter` or `year`, or a Chinese word such as 去年, 上季度, 上半年, 2026年6月.",
        "时段写作 `2026`、`2026H1`、`2026Q3`、`2026-07`、`2026-07-01..2026-09-30`（首尾都算；`2026-07-01..`、`..2026-09-30` 一头不限），或 今年、去年、上半年、下半年、本季度、上季度、本月、上月、2026年二季度、2026年6月，也可以用 `this-`、`last-` 加 `month`、`quarter`、`year`。",
    ),
    t(
        "The environment: `ROLLBOOK_TODAY` stands for today, `NO_COLOR` turns colours off, `COLUMNS` sets the width of a terminal, `LC_ALL`, \
         `LC_MESSAGES` or `LANG` the language where neither `--lang` nor the book does.",
        "环境变量：`ROLLBOOK_TODAY` 代替今天，`NO_COLOR` 关闭颜色，`COLUMNS` 设终端宽度；`--lang` 和台账都没有指定语言时，看 `LC_ALL`、\
         `LC_MESSAGES`、`LANG`。",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_an_example_in_its_help() {
        let cli = Cli::command();
        let all =
            cli.get_subcommands().flat_map(|command| if command.has_subcommands() { command.get_subcommands().collect() } else { vec![command] });
        for command in all {
            for lang in [Lang::En, Lang::Zh] {
                assert!(!examples(command, lang).is_empty(), "{}: give it an #[command(after_help = \"rollbook …\")]", command.get_name());
            }
        }
    }

    #[test]
    fn arguments_are_named_as_they_are_typed() {
        let cli = Cli::command();
        let names = |command: &str| -> Vec<String> {
            cli.find_subcommand(command).map(|c| c.get_arguments().map(|arg| name(arg).en).collect()).unwrap_or_default()
        };
        assert!(names("check").contains(&"--as-of DATE".to_owned()) && names("check").contains(&"--statistics".to_owned()));
        assert!(names("stats").contains(&"--pivot [MEASURE]".to_owned()) && names("explain").contains(&"[NAME]".to_owned()));
        assert!(cli.get_arguments().map(name).any(|name| name.zh == "-q, --quiet"));
    }
}
