//! The command line: one file a verb. What a command works out is in the floors below; here are arguments, files and the two streams.
//!
//! A new command is a file here, its `mod` line, and its line in the list.

pub mod check;
pub mod due;
pub mod encoding;
pub mod explain;
pub mod fix;
pub mod fmt;
pub mod help;
pub mod home;
pub mod host;
pub mod manual;
pub mod noun;
pub mod rewrite;
pub mod session;
pub mod stats;
pub mod typed;
pub mod usage;
pub mod wished;

pub use host::Host;

use std::ffi::OsString;

use clap::{FromArgMatches, Parser, Subcommand};

use crate::say::{Lang, T, Text, t};

/// Keeps the records of a volunteer-service organisation as plain text. ‖ 用纯文本管理志愿服务组织的台账。
#[derive(Parser)]
#[command(name = "rollbook", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What goes without a command.
    #[command(flatten)]
    pub home: home::Args,
    /// The command; without one the state of the book is shown.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(clap::Args)]
pub struct Common {
    /// Begin to look for the book in this folder ‖ 从这个文件夹开始查找台账
    #[arg(short = 'C', value_name = "DIR", global = true, display_order = 900)]
    pub directory: Option<std::path::PathBuf>,
    /// Language of headings and messages: en or zh-CN ‖ 表头和信息的语言：en 或 zh-CN
    #[arg(long, value_name = "LANG", global = true, display_order = 901, value_parser = ["en", "zh-CN"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// Colour: auto, always or never ‖ 颜色：auto、always 或 never
    #[arg(long, value_name = "WHEN", global = true, display_order = 902, value_parser = ["auto", "always", "never"], hide_possible_values = true)]
    pub color: Option<String>,
    /// Say nothing but the result ‖ 除结果外不输出
    #[arg(short, long, global = true, display_order = 903)]
    pub quiet: bool,
}

impl Common {
    /// The folder at which a book begins to be looked for.
    fn start(&self, host: &Host<'_>) -> std::path::PathBuf {
        self.directory.as_ref().map_or_else(|| host.directory.clone(), |directory| host.directory.join(directory))
    }
}

/// What help puts together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What a coordinator does every day.
    Daily,
    /// Teams, volunteers and what belongs to them.
    People,
    /// The tables besides.
    Tables,
    /// For scripts and for git.
    Scripts,
}

impl Group {
    /// All groups, in the order of help.
    pub const ALL: [Self; 4] = [Self::Daily, Self::People, Self::Tables, Self::Scripts];

    /// Its heading.
    pub fn title(self) -> T {
        match self {
            Self::Daily => t("Every day", "日常"),
            Self::People => t("People", "人员"),
            Self::Tables => t("Other tables", "其他表"),
            Self::Scripts => t("For scripts and git", "用于脚本和 git"),
        }
    }
}

/// Lists the commands, each with its group in the help.
macro_rules! commands {
    (verbs { $($(#[doc = $about:literal])* $variant:ident => $module:ident in $group:ident;)+ } nouns { $($(#[doc = $noun_about:literal])* $noun:ident = $code:literal in $noun_group:ident;)+ }) => {
        /// A command.
        #[derive(Subcommand)]
        pub enum Command {
            $($(#[doc = $about])* $variant(Box<$module::Args>),)+
            $($(#[doc = $noun_about])* $noun(Box<noun::Args>),)+
        }

        impl Command {
            /// The commands by name, each with its group.
            const GROUPS: &'static [(&'static str, Group)] = &[$((stringify!($module), Group::$group),)+ $(($code, Group::$noun_group),)+];

            fn run(&self, host: &mut Host<'_>, common: &Common) -> Result<Exit, anyhow::Error> {
                match self {
                    $(Self::$variant(args) => $module::run(args, host, common),)+
                    $(Self::$noun(args) => noun::run($code, args, host, common),)+
                }
            }
        }
    };
}

commands! {
    verbs {
    /// Check the book and tell everything that is wrong with it ‖ 检查台账，列出全部问题
    Check => check in Daily;
    /// Show what is due: requests, commitments, activities, leaves, trainings, summaries ‖ 列出待办：需求、承诺、活动、暂离、培训、总结
    Due => due in Daily;
    /// Explain a rule, a table, a column or a setting, or list them all ‖ 解释一条规则、一个表、一列或一项设置，或列出全部
    Explain => explain in Daily;
    /// Write the files of the book in one canonical way, every value kept ‖ 把台账文件整理成统一的写法，内容不变
    Fmt => fmt in Scripts;
    /// Show the help of a command ‖ 显示一个命令的帮助
    Help => help in Daily;
    /// Count services, participations, hours, beneficiaries and outcomes ‖ 统计服务次数、参加人次、服务时长、受益人次和成效
    Stats => stats in Daily;
    }
    nouns {
    /// Teams: list them, or show one ‖ 服务队：列出，或查看一支
    Team = "team" in People;
    /// Volunteers: list them, or show one ‖ 志愿者：列出，或查看一名
    Volunteer = "volunteer" in People;
    /// Activities: list them, or show one ‖ 活动：列出，或查看一次
    Activity = "activity" in Daily;
    /// Requests: list them, or show one ‖ 服务需求：列出，或查看一项
    Request = "request" in Daily;
    /// Commitments: list them, or show one ‖ 承诺：列出，或查看一项
    Commitment = "commitment" in People;
    /// Pairings: list them, or show one ‖ 结对帮扶：列出，或查看一对
    Pairing = "pairing" in People;
    /// Recognitions: list them, or show one ‖ 表彰奖励：列出，或查看一项
    Recognition = "recognition" in People;
    /// Mutual labour: list it, or show one ‖ 互利换工：列出，或查看一次
    Exchange = "exchange" in Tables;
    /// Publicity: list it, or show one ‖ 宣传：列出，或查看一条
    Publicity = "publicity" in Tables;
    /// Trainings: list them, or show one ‖ 培训：列出，或查看一次
    Training = "training" in People;
    /// Leaves: list them, or show one ‖ 暂离：列出，或查看一次
    Leave = "leave" in People;
    /// Campaigns: list them, or show one ‖ 活动品牌：列出，或查看一个
    Campaign = "campaign" in Tables;
    /// Places: list them, or show one ‖ 地点：列出，或查看一处
    Place = "place" in Tables;
    /// Centres: list them, or show one ‖ 服务中心：列出，或查看一个
    Centre = "centre" in Tables;
    /// Branches: list them, or show one ‖ 党支部：列出，或查看一个
    Branch = "branch" in People;
    /// Service posts: list them, or show one ‖ 服务岗位：列出，或查看一个
    Post = "post" in Tables;
    /// Certificates: list them, or show one ‖ 志愿服务记录证明：列出，或查看一份
    Certificate = "certificate" in People;
    }
}

/// What a command's exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at error level.
    Fine,
    /// Findings at error level, or a refusal.
    Findings,
    /// The command could not do its work.
    Failed,
}

impl Exit {
    /// All of them, by their codes.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Findings, Self::Failed];

    /// What it tells a script.
    pub fn about(self) -> T {
        match self {
            Self::Fine => t("done, and nothing is at error level", "完成，没有错误级的问题"),
            Self::Findings => t(
                "`check` found something at error level, `--strict` refused, or what `--check` and `--diff` ask about would change something",
                "`check` 查出错误，`--strict` 拒绝，或 `--check`、`--diff` 所问的会改动文件",
            ),
            Self::Failed => t(
                "the command could not do its work: no book, a `rollbook.toml` that cannot be read, an id or an option that does not exist",
                "命令没能完成：没有台账，`rollbook.toml` 无法读取，编号或选项不存在",
            ),
        }
    }

    /// The code.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failed => 2,
        }
    }
}

/// Why a command could not do its work, in the reader's language: one line that names what is wrong and says what to do.
#[derive(Debug)]
pub struct Failure(pub Text);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Failure {}

/// Runs the program: arguments in, exit code out, the two streams being the host's.
pub fn run(arguments: impl IntoIterator<Item = OsString>, host: &mut Host<'_>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = host.early_language(&arguments);
    let mut command = help::translated(lang, host);
    let cli = command.try_get_matches_from_mut(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match cli {
        Ok(cli) => cli,
        Err(error) => return usage::tell(&error, &usage::called(&command, &arguments), host, lang),
    };
    let done = match &cli.command {
        Some(command) => cli.home.refuse().map_err(Into::into).and_then(|()| command.run(host, &cli.common)),
        None => home::run(&cli.home, host, &cli.common),
    };
    match done {
        Ok(exit) => exit,
        Err(error) => {
            host.fail(&error, lang);
            Exit::Failed
        }
    }
}

/// The language a command speaks: `--lang`, else the book's, else the locale's.
pub fn language(common: &Common, book: Option<Lang>, host: &Host<'_>) -> Lang {
    common.lang.as_deref().and_then(Lang::from_tag).or(book).unwrap_or_else(|| host.locale())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::figures::list;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            help::translate(Cli::command(), lang, 80).debug_assert();
        }
    }

    #[test]
    fn every_noun_is_a_command_and_every_command_is_in_a_group() {
        let names: Vec<&str> = Command::GROUPS.iter().map(|(name, _)| *name).collect();
        let command = Cli::command();
        assert!(command.get_subcommands().map(clap::Command::get_name).eq(names.iter().copied()), "{names:?}");
        let nouns: Vec<&str> = list::ALL.iter().map(|noun| noun.code).collect();
        assert!(names.ends_with(&nouns), "the nouns of the command line are not those of figures::list, in their order: {names:?} {nouns:?}");
    }
}
