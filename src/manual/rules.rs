//! The page of all rules.

use crate::rules;
use crate::say;
use crate::say::{Text, t};
use crate::tables::settings;

use super::{Block, rule, setting};

/// The page, block by block.
pub fn page() -> Vec<Block> {
    let mut page = vec![
        Block::Heading(1, say!("Rules", "规则")),
        Block::Paragraph(say!(
            "`rollbook check` holds a book against all of these in one run. A code and a name mean the same everywhere, and neither is ever used \
             again for something else. `rollbook explain CODE` tells a rule as it stands here, without a network. What the columns and settings \
             are is in [the book format](format.md).",
            "`rollbook check` 一次用全部规则检查台账。代码和名称在哪里都可以互换，也都不会再用于别的规则。`rollbook explain 代码` 显示的与这里相同，\
             不用联网。各列、各项设置的含义见[台账格式](format.zh-CN.md)。"
        )),
        Block::Paragraph(say!(
            "A **contradiction** is a record that contradicts itself, another record or the calendar: a command that writes refuses to add one. A \
             **state** is where the organisation falls short on the day asked about: a command that writes shows it and writes all the same. A rule \
             whose table the book does not have is silent, and so is one about something missing where a row that cannot be read might supply it.",
            "**矛盾**是一条记录与自身、与别的记录或与日历对不上：写入的命令会拒绝增加矛盾。**状态**是组织在所问的那一天有所不足：写入的命令会提示，仍然写入。\
             台账没有的表，有关的规则不作声；检查缺少什么的规则，如果有读不出的行可能正是所缺的，也不作声。"
        )),
        Block::Paragraph(say!(
            "The level says how much a finding weighs. `[levels]` in `rollbook.toml` sets it, `[[waivers]]` makes one rule silent for one record, and \
             `--select` and `--ignore` choose for one run:",
            "级别表示一个问题有多重。`rollbook.toml` 的 `[levels]` 可以改级别，`[[waivers]]` 让一条规则对一条记录不作声，`--select` 和 `--ignore` 只对这一次运行有效："
        )),
        Block::Code("toml", settings_example()),
        Block::Paragraph(say!(
            "Each rule has a small book that breaks it: a line `-- path` begins a file. Its `rollbook.toml` has the format, a name and \
             `as-of = 2026-06-30`, and after these what is shown under `rollbook.toml (add)`.",
            "每条规则附一本违反它的小台账：`-- 路径` 一行开始一个文件。其中的 `rollbook.toml` 有格式、名称和 `as-of = 2026-06-30`，`rollbook.toml (add)` \
             下显示的各行接在后面。"
        )),
    ];
    for family in rules::FAMILIES {
        page.push(Block::Heading(2, say!("{letter} · {title}", "{letter} · {title}", letter = family.letter, title = family.title)));
        let row = |rule: &&rules::Rule| {
            let level: Text = crate::value::fixed::Fixed::title(rule.level).into();
            vec![Text::same(format!("`{}`", rule.code)), Text::same(format!("`{}`", rule.name)), level, rule.says.into()]
        };
        page.push(Block::Rows(
            vec![t("Code", "代码"), t("Name", "名称"), t("Level", "级别"), t("Finds", "查出什么")],
            family.rules.iter().map(row).collect(),
        ));
        page.extend(family.rules.iter().map(|of| Block::Entry(3, rule::entry(of))));
    }
    page
}

fn settings_example() -> Text {
    let sections = setting::all().filter(|outline| ["levels", "waivers"].contains(&outline.name));
    let examples: Vec<Text> = sections
        .map(|outline: &settings::Outline| Text { en: outline.example(crate::say::Lang::En), zh: outline.example(crate::say::Lang::Zh) })
        .collect();
    let joined = |pick: fn(&Text) -> &str| examples.iter().map(pick).collect::<Vec<_>>().join("\n");
    Text { en: joined(|text| &text.en), zh: joined(|text| &text.zh) }
}
