//! What people call the sections and keys of `rollbook.toml` in Chinese, where they write these instead of the names that it has.

use crate::tables::vocabulary;

/// The section, the key and what they are called. A section stands in the section without a name.
const CALLED: &[(&str, &str, &[&str])] = &[
    ("", "format", &["格式", "版本", "格式版本"]),
    ("", "organisation", &["组织", "机构", "单位", "组织信息", "机构信息"]),
    ("", "vocabulary", &["词表", "词汇", "词汇表"]),
    ("", "metrics", &["指标"]),
    ("", "rules", &["规则"]),
    ("", "levels", &["级别", "规则级别"]),
    ("", "waivers", &["豁免"]),
    ("", "files", &["文件"]),
    ("organisation", "name", &["名称", "组织名称", "机构名称", "单位名称"]),
    ("organisation", "level", &["级别", "层级"]),
    ("organisation", "language", &["语言"]),
    ("organisation", "timezone", &["时区"]),
    ("organisation", "hotline", &["热线", "服务热线"]),
    ("organisation", "as-of", &["截至", "截至日期"]),
    ("waivers", "rule", &["规则"]),
    ("waivers", "record", &["记录"]),
    ("waivers", "reason", &["理由", "原因"]),
    ("waivers", "until", &["截止", "截止日期", "有效期至"]),
];

/// The name that a section or a key of `rollbook.toml` has.
pub fn code_of(section: &str, called: &str) -> Option<&'static str> {
    let own = CALLED.iter().find(|(of, _, names)| *of == section && names.contains(&called)).map(|(_, code, _)| *code);
    let of_words = || vocabulary::ALL.iter().find(|(_, title)| title.zh == called).map(|(code, _)| *code);
    own.or_else(|| if section == "vocabulary" { of_words() } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_they_are_called_means_a_key_that_there_is() {
        for (section, code, names) in CALLED {
            let of = super::super::ALL.iter().find(|outline| outline.name == *section);
            let is_key = of.is_some_and(|outline| outline.keys.iter().any(|key| key.name == *code));
            let is_section = section.is_empty() && super::super::ALL.iter().any(|outline| outline.name == *code);
            assert!(is_key || is_section, "{section}.{code}");
            assert!(names.iter().all(|name| code_of(section, name) == Some(*code)), "{section}.{code}");
        }
        assert_eq!(code_of("vocabulary", "服务队类型"), Some("team-kinds"));
        assert_eq!(code_of("organisation", "服务队类型"), None);
    }
}
