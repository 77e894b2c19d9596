//! Screens as a coordinator sees them, on a terminal of eighty columns, in both languages. Read a changed one before accepting it.

use crate::harness::{example_book, rollbook_on};

fn screen(book: &str, arguments: &str) -> String {
    let said = rollbook_on(&example_book(book), arguments, Some(80), &[("NO_COLOR", "1")]);
    let screen = format!("$ rollbook {arguments}\n{}{}[exit {}]\n", said.out, said.err, said.code);
    for line in screen.lines().filter(|line| !line.starts_with('$')) {
        assert!(rollbook::text::width::width(line) <= 80, "wider than the terminal: {line}");
    }
    screen
}

macro_rules! screens {
    ($($name:ident: $arguments:literal;)+) => {
        $(
            #[test]
            fn $name() {
                let screens = [screen("quickstart", $arguments), screen("quickstart-zh", $arguments)].join("\n");
                insta::with_settings!({ snapshot_path => "screens", prepend_module_to_snapshot => false }, { insta::assert_snapshot!(stringify!($name), screens) });
            }
        )+
    };
}

screens! {
    check: "check";
    stats_overview: "stats";
    stats_by_team: "stats --by team";
    stats_by_home_team_and_quarter: "stats --by home-team,quarter";
    stats_by_track: "stats --by track";
    stats_of_backbone: "stats --role backbone --by month";
    stats_of_a_quarter: "stats --period 2026Q1";
    state: "";
    due: "due";
    help: "--help";
    help_of_a_noun: "help volunteer list";
    help_check: "check --help";
    help_stats: "stats --help";
    explain_rule: "explain M001";
    help_list: "request list --help";
    help_show: "pairing show --help";
    mistaken: "stats --by tem";
}

#[test]
fn the_state_of_a_book_fits_on_a_screen_of_24_lines() {
    for book in ["quickstart", "quickstart-zh", "chengdong", "wucheng", "broken"] {
        for lang in ["en", "zh-CN"] {
            let screen = screen(book, &format!("--lang {lang}"));
            // Without the lines of the command and its exit code, and one for the next prompt.
            let lines = screen.lines().count() - 2;
            assert!(lines < 24, "{book} {lang}: {lines} lines\n{screen}");
        }
    }
}
