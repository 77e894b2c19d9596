//! Arguments in, exit code out.
#![allow(clippy::disallowed_methods, reason = "what surrounds a run is gathered here, and nowhere else")]

use std::io::IsTerminal;
use std::process::ExitCode;

use rollbook::commands::{Host, run};

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    let terminal = std::io::stdout().is_terminal().then(|| terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)));
    let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect();
    let mut host = Host {
        directory: std::env::current_dir().unwrap_or_default(),
        environment,
        now: chrono::Utc::now(),
        terminal,
        whole: false,
        out: &mut out,
        err: &mut err,
    };
    ExitCode::from(run(std::env::args_os(), &mut host).code())
}
