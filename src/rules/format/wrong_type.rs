//! F025: values in TOML files are what their keys take.

use crate::findings::{Finding, Found, Level};
use crate::rules::{self, Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;
use crate::tables::settings::LevelSetting;
use crate::text::At;
use crate::value::fixed::Fixed;

/// F025.
pub static RULE: Rule = Rule {
    code: "F025",
    name: "wrong-type",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A value in a TOML file is not what its key takes.", "TOML 文件中的值不符合这个键的要求。"),
    why: t(
        "A threshold that cannot be read would leave its default in force without a word. Rules of format and reference cannot be turned off: figures of rows that cannot be read are wrong.",
        "读不懂的阈值会悄悄按默认值执行。格式和引用的错误不能关闭：读不了的行会让统计出错。",
    ),
    mend: t(
        "Write a value of the kind that the message names: texts between double quotes, numbers, dates and true or false without, lists in brackets.",
        "按提示的类型填写：文字放进双引号，数字、日期和 true、false 不加引号，列表放进方括号。",
    ),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Rows,
    example: "
-- rollbook.toml (add)
[rules]
minimum-members = \"five\"
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::WrongType(key, takes) = &fault.kind else { continue };
        let value = match fault.at {
            At::Bytes(file, span) => span.of(cx.book.sources.text(file)).lines().next().unwrap_or_default(),
            _ => "",
        };
        let message = say!("'{key}' takes {takes}", "“{key}”应为：{takes}", key = key, takes = *takes);
        let is_bare = value.starts_with(|c: char| c.is_ascii_digit()) && takes.en.contains("in quotes");
        let help = if is_bare && !takes.en.contains("list") {
            say!("write \"{value}\", with the quotes", "写作 \"{value}\"，带引号", value = value)
        } else {
            say!("write such a value in place of {value}", "把 {value} 改成这样的值", value = crate::text::width::cut(value, 40))
        };
        let finding = cx.fault(fault, message).help(help);
        found.add(match cx.table(fault.at) {
            "" => finding,
            table => finding.cause(format!("{table}.{key} {value}")),
        });
    }
    cx.book.settings.levels.iter().for_each(|setting| found.extend(too_low(setting)));
}

/// A line of `[levels]` that makes an error of format or reference less than a warning.
fn too_low(setting: &LevelSetting) -> Option<Finding> {
    let rule = rules::find(&setting.rule).filter(|rule| rule.code == setting.rule || rule.name == setting.rule)?;
    if rule.level != Level::Error || !rule.code.starts_with(['F', 'R']) || setting.level <= Level::Warning {
        return None;
    }
    let message = say!(
        "{rule} cannot be set to {level}: rows that it finds are missing from every figure; it stays a warning",
        "{rule} 不能设为“{level}”：它找到的行不会进入统计；仍按警告处理",
        rule = setting.rule,
        level = setting.level.title()
    );
    Some(Finding::new(None, setting.level_at, message).help(say!("write \"warning\", or delete the line", "写作 \"warning\"，或删去这一行")))
}
