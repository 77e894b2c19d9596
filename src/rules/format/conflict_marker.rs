//! F005: no file has conflicts that git left.

use crate::findings::{Found, Level};
use crate::rules::by_hand::shell;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::{count, t};
use crate::tables::FaultKind;
use crate::text::At;

/// F005.
pub static RULE: Rule = Rule {
    code: "F005",
    name: "conflict-marker",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A merge left a conflict in a file.", "合并后文件里留有冲突。"),
    why: t(
        "Where two people changed the same lines, git writes both into the file and leaves the choice to you. Until then nothing between the markers counts.",
        "两个人改了相同的行时，git 把两种写法都放进文件，由您来选。选好之前，标记之间的内容都不算。",
    ),
    mend: t(
        "Keep the lines that are right and delete the others, with the lines that begin with <<<<<<<, ======= and >>>>>>>. Then run git add and git commit.",
        "留下正确的行，删去其余的行，以及以 <<<<<<<、=======、>>>>>>> 开头的行，再运行 git add 和 git commit。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
<<<<<<< HEAD
v1,Ann Reed,community,2020
=======
v1,Ann Reed,rural,2020
>>>>>>> other
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let (FaultKind::Conflict, At::Bytes(file, span)) = (&fault.kind, fault.at) else { continue };
        let lines = span.of(cx.book.sources.text(file)).lines().count();
        let message = say!(
            "git could not merge these {lines}, and left both versions",
            "git 无法合并这 {lines} 行，两种写法都留在这里",
            lines = count(lines, "line", "lines")
        );
        let help = say!(
            "keep the lines that are right, and delete the others with the lines <<<<<<<, ======= and >>>>>>>; then: git add {path}",
            "留下正确的行，删去其余的行和 <<<<<<<、=======、>>>>>>> 这几行，然后运行：git add {path}",
            path = shell(cx.book.sources.path(file))
        );
        found.add(cx.fault(fault, message).help(help));
    }
}
