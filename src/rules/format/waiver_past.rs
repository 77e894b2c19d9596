//! F024: no waiver is past its last day.

use crate::findings::{Finding, Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;

use super::unknown_key::exists;

/// F024.
pub static RULE: Rule = Rule {
    code: "F024",
    name: "waiver-past",
    level: Level::Warning,
    kind: Kind::State,
    says: t("A waiver is past its last day.", "一条豁免已经过期。"),
    why: t(
        "A waiver is given for a time, so that somebody looks again. Past its last day it silences nothing.",
        "豁免有期限，是为了到时再看一次。过期以后它不再起作用。",
    ),
    mend: t(
        "Delete the waiver if what it was for is settled; else mend that, or set a later day under until.",
        "如果问题已经解决，删去这条豁免；否则解决问题，或把“until”改到以后。",
    ),
    thresholds: &[],
    reads: Needs::NONE,
    speaks_of: SpeaksOf::Book,
    example: "
-- rollbook.toml (add)
[[waivers]]
rule = \"two-teams\"
record = \"volunteers:v1\"
reason = \"moves in May\"
until = 2026-05-31
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for waiver in &cx.book.settings.waivers {
        let Some(until) = waiver.until.filter(|until| *until < cx.ask.as_of && exists(&waiver.rule)) else { continue };
        let message = say!(
            "this waiver of {rule} for {record} ended on {until}",
            "{record} 的 {rule} 豁免已于 {until} 到期",
            rule = waiver.rule,
            record = waiver.record,
            until = until
        );
        let help = say!(
            "delete it if '{reason}' is settled; else set a later day under until",
            "如果“{reason}”已经解决就删去它，否则把“until”改到以后",
            reason = waiver.reason
        );
        found.add(Finding::new(None, waiver.at, message).help(help));
    }
}
