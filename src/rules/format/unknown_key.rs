//! F015: keys of TOML files mean something, and the rules that they name exist.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, all};
use crate::say;
use crate::say::{Text, t};
use crate::schema::secret::secret;
use crate::tables::{FaultKind, Secret, teams};
use crate::text::At;
use crate::text::nearest::nearest;

/// F015.
pub static RULE: Rule = Rule {
    code: "F015",
    name: "unknown-key",
    level: Level::Warning,
    kind: Kind::Contradiction,
    says: t("A key in a TOML file, or a rule that it names, does not exist.", "TOML 文件中的键，或其中提到的规则，并不存在。"),
    why: t(
        "A key that is misspelt is passed over without a word, and what it should set stays as it was.",
        "写错的键会被悄悄忽略，本来要设置的内容没有生效。",
    ),
    mend: t(
        "Correct the spelling, delete the line, or put # before it to keep it as a comment. rollbook explain lists the rules.",
        "改正拼写，或删去这一行，或在行首加 # 留作注释。rollbook explain 列出全部规则。",
    ),
    thresholds: &[],
    reads: Needs::ALL,
    speaks_of: SpeaksOf::Rows,
    example: "
-- rollbook.toml (add)
[rules]
minimum-member = 6
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::UnknownKey(key, near) = &fault.kind else { continue };
        // What is private is told as such.
        if cx.table(fault.at) == teams::DESCRIPTION.name && secret(&teams::DESCRIPTION, key).is_some_and(|kind| is_told(cx, fault.at, kind)) {
            continue;
        }
        let message = if key == "id" && cx.table(fault.at) == teams::DESCRIPTION.name {
            say!("the id of a team is the name of its file, and no key", "服务队的编号就是文件名，不另写“id”")
        } else {
            say!("the key '{key}' means nothing here", "键“{key}”在这里没有意义", key = key)
        };
        let help = match near {
            Some(near) => say!("did you mean {near}?", "是不是“{near}”？", near = near),
            None => say!("delete the line, or put # before it to keep it as a comment", "删去这一行，或在行首加 # 留作注释"),
        };
        let finding = cx.fault(fault, message).help(help);
        // What one person wrote into every team's file is one cause.
        found.add(match cx.table(fault.at) {
            "" => finding,
            table => finding.cause(format!("{table}.{key}")),
        });
    }
    let settings = &cx.book.settings;
    let named =
        settings.levels.iter().map(|level| (&level.rule, level.at)).chain(settings.waivers.iter().map(|waiver| (&waiver.rule, waiver.rule_at)));
    for (rule, at) in named.filter(|(rule, _)| !exists(rule)) {
        found.add(no_rule(rule, at));
    }
}

/// Whether a key for what is private is told by that: one for identity numbers is where a number stands behind it.
fn is_told(cx: &Cx<'_>, at: At, kind: Secret) -> bool {
    let personal = &cx.book.personal;
    let from = personal.partition_point(|found| (found.file, found.number.span.start) <= (at.file(), at.offset()));
    kind != Secret::Identity || personal.get(from).is_some_and(|found| found.by_header && found.file == at.file())
}

/// Whether a rule has that code or name, as settings write it.
pub(super) fn exists(rule: &str) -> bool {
    all().any(|other| other.code == rule || other.name == rule)
}

fn no_rule(rule: &str, at: At) -> Finding {
    let near = nearest(rule, all().flat_map(|rule| [rule.code, rule.name]), 1);
    let help: Text = match near.first() {
        Some(near) => say!("did you mean {near}?", "是不是“{near}”？", near = near),
        None => say!("rollbook explain lists the rules, with their codes and names", "rollbook explain 列出全部规则的代码和名称"),
    };
    Finding::new(None, at, say!("there is no rule '{rule}'", "没有规则“{rule}”", rule = rule)).help(help)
}
