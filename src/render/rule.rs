//! A rule as people read it: in a list, told whole, and as the page `docs/rules.md`.

use crate::findings::Level;
use crate::rules::{self, Family, Kind, Rule};
use crate::say::{Lang, T, t};
use crate::tables::settings::thresholds;
use crate::text::width::{width, wrap};
use crate::value::fixed::Fixed;

/// All rules, family by family, a line each.
pub fn list(lang: Lang, most: Option<usize>) -> String {
    let longest = rules::all().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for Family { letter, title, rules } in rules::FAMILIES {
        out.push_str(&format!("{letter}  {}\n", title.get(lang)));
        for rule in *rules {
            let level = rule.level.title().get(lang);
            let pad = " ".repeat(7usize.saturating_sub(width(level)));
            let head = format!("   {}  {:longest$}  {level}{pad}  ", rule.code, rule.name);
            // What a rule says stands under itself where it takes more than a line.
            let says = wrap(rule.says.get(lang), most.map(|most| most.saturating_sub(width(&head)).max(20)));
            out.push_str(&head);
            out.push_str(&says.trim_end().replace('\n', &format!("\n{}", " ".repeat(width(&head)))));
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// A rule, told whole.
pub fn explain(rule: &Rule, lang: Lang, most: Option<usize>) -> String {
    let kind = match rule.kind {
        Kind::Contradiction => t("a contradiction: a command that writes refuses to add one", "矛盾：写入的命令会拒绝"),
        Kind::State => t("a state: a command that writes shows it and writes", "状态：写入的命令会提示，仍然写入"),
    };
    let mut out = format!("{} {}\n{}\n", rule.code, rule.name, wrap(rule.says.get(lang), most));
    let mut part = |title: &str, text: &str| {
        let lines = text.trim_end().lines().map(|line| wrap(&format!("  {line}"), most));
        out.push_str(&format!("{title}\n{}\n", lines.collect::<String>()));
    };
    let firm = rule.level == Level::Error && rule.code.starts_with(['F', 'R']);
    let level = format!("{}{}", rule.level.title().get(lang), if firm { t(" (never less than warning)", "（最低为警告）").get(lang) } else { "" });
    part(t("Level", "级别").get(lang), &level);
    part(t("Kind", "性质").get(lang), kind.get(lang));
    part(t("Why", "为什么").get(lang), rule.why.get(lang));
    part(t("How to mend it", "怎样改正").get(lang), rule.mend.get(lang));
    for key in rule.thresholds {
        if let Some(threshold) = thresholds::OUTLINE.key(key) {
            let text = format!("{} = {}    # {}", threshold.name, threshold.default, threshold.about.get(lang));
            part(t("Threshold, under [rules] in rollbook.toml", "阈值，写在 rollbook.toml 的 [rules] 下").get(lang), &text);
        }
    }
    part(t("A smallest book that breaks it", "违反它的最小台账").get(lang), rule.example.trim_start_matches('\n'));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The page `docs/rules.md`: every rule in both languages. `tests/house.rs` says when it is stale.
pub fn page() -> String {
    let both = |text: T| format!("{}\n\n{}\n", text.en, text.zh);
    let mut out = String::from(
        "# Rules · 规则\n\nMade from the code (`UPDATE=1 cargo test pages`); `rollbook explain CODE` shows the same. 由代码生成，`rollbook explain 代码` 显示同样内容。\n",
    );
    for Family { letter, title, rules } in rules::FAMILIES {
        out.push_str(&format!("\n## {letter} · {} · {}\n", title.en, title.zh));
        for rule in *rules {
            let kind = match rule.kind {
                Kind::Contradiction => "contradiction · 矛盾",
                Kind::State => "state · 状态",
            };
            let level = rule.level.title();
            out.push_str(&format!("\n### {} {}\n\n{}\n_{} · {}; {kind}_\n\n", rule.code, rule.name, both(rule.says), level.en, level.zh));
            out.push_str(&format!("**Why · 为什么** {}\n**Mend · 改正** {}", both(rule.why), both(rule.mend)));
            for threshold in rule.thresholds.iter().filter_map(|key| thresholds::OUTLINE.key(key)) {
                out.push_str(&format!("\n- `{} = {}`: {} · {}\n", threshold.name, threshold.default, threshold.about.en, threshold.about.zh));
            }
            out.push_str(&format!("\n```text{}```\n", rule.example));
        }
    }
    out
}
