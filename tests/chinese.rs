//! What the program says in Chinese has no codes in it. A code is a name that machines read: of a table, a column, a fixed word. It may
//! stand where it is to be typed as it stands: between quotes, in a command, in the name of a file, in a line of TOML.

use std::collections::BTreeSet;

use rollbook::book::Ask;
use rollbook::findings::Chosen;
use rollbook::rules::{all, check, example};
use rollbook::tables;
use rollbook::value::Kind;

/// Every code that has a title.
fn codes() -> BTreeSet<&'static str> {
    let mut codes = BTreeSet::new();
    for table in tables::ALL {
        codes.insert(table.name);
        for column in table.columns {
            codes.insert(column.code);
            if let Kind::Fixed(words) | Kind::FixedWords(words) = column.kind {
                codes.extend(words.iter().map(|word| word.code));
            }
        }
    }
    codes
}

/// The text without what is to be typed as it stands.
fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut closing = None;
    for c in text.chars() {
        match (closing, c) {
            (Some(end), c) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '“') => closing = Some('”'),
            (None, '`') => closing = Some('`'),
            (None, '"') => closing = Some('"'),
            (None, c) => out.push(c),
        }
    }
    let is_typed = |c: char| c.is_ascii_graphic();
    let mut words: Vec<String> = Vec::new();
    for word in out.replace(" = ", "=").split(|c: char| !is_typed(c)) {
        // Behind `rollbook` all is a command, up to where Chinese goes on.
        let is_path = [".csv", ".toml", ".md"].iter().any(|ending| word.to_lowercase().contains(ending)) || word.ends_with('/');
        let is_line = word.contains(['=', '[', ']', ':', ',', '/']) || word.starts_with("--");
        words.push(if is_path || is_line { String::new() } else { word.to_owned() });
    }
    words.join(" ")
}

/// The codes in a text that should be titles.
fn strays(text: &str, codes: &BTreeSet<&'static str>) -> Vec<String> {
    // A command is its words and whatever ASCII follows.
    let mut rest = text.to_owned();
    while let Some(at) = ["rollbook ", "git "].iter().find_map(|program| rest.find(program)) {
        let end = rest[at..].find(|c: char| !c.is_ascii()).map_or(rest.len(), |end| at + end);
        rest.replace_range(at..end, "；");
    }
    let prose = prose(&rest);
    let words: Vec<&str> = prose.split(' ').collect();
    // Several English words in a row are text of the book: a name.
    let alone = words.iter().enumerate().filter(|(n, _)| {
        let at = |n: Option<usize>| n.and_then(|n| words.get(n)).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
        !at(n.checked_sub(1)) && !at(Some(n + 1))
    });
    alone.map(|(_, word)| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned()).filter(|word| codes.contains(word.as_str())).collect()
}

#[test]
fn a_code_in_a_sentence_is_seen() {
    let codes = codes();
    assert_eq!(strays("“Branches”是不是 branch？请改名", &codes), ["branch"]);
    assert_eq!(strays("在 memberships 加一行", &codes), ["memberships"]);
    for right in [
        "“所属支部”是不是“党支部”？",
        "在 memberships.csv 加一行",
        "在 teams/a.toml 写明 closed = 2026-05-01",
        "运行 rollbook team list --all，或改名",
        "在 [levels] 下写 two-teams = \"off\"",
        "写作“branches:b1”",
    ] {
        assert!(strays(right, &codes).is_empty(), "{right}: {:?}", strays(right, &codes));
    }
}

#[test]
fn no_code_stands_in_a_chinese_sentence() {
    let codes = codes();
    let mut wrong: BTreeSet<String> = BTreeSet::new();
    let mut look = |what: &str, text: &str| {
        let strays = strays(text, &codes);
        if !strays.is_empty() {
            wrong.insert(format!("{what} {strays:?}: {text}"));
        }
    };
    for rule in all() {
        for text in [rule.says.zh, rule.why.zh, rule.mend.zh] {
            look(rule.code, text);
        }
        let book = example::book(rule.example);
        let found = check(&book, Ask::on(example::day(&book)), &Chosen::default());
        for finding in found.findings.iter().filter(|finding| finding.code == rule.code) {
            look(rule.code, &finding.message.zh);
            look(rule.code, &finding.help.zh);
            finding.related.iter().for_each(|(_, said)| look(rule.code, &said.zh));
        }
    }
    for table in tables::ALL {
        look(table.name, table.about.zh);
        table.columns.iter().for_each(|column| look(table.name, column.about.zh));
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

/// What is wrong and what to do about it, in the lines that a command said in Chinese on a page of cases.
fn said_in_chinese(page: &str) -> Vec<&str> {
    let (mut is_chinese, mut said) = (false, Vec::new());
    for line in page.lines() {
        if line.starts_with("$ ") || line.starts_with("```") {
            is_chinese = line.contains("zh-CN");
        } else if is_chinese && let Some(help) = line.trim_start().strip_prefix("= 办法: ") {
            said.push(help);
        } else if is_chinese && ["错误[", "警告[", "提示["].iter().any(|level| line.contains(level)) {
            said.extend(line.split_once(']').map(|(_, message)| message.trim_start_matches(':')));
        }
    }
    said
}

#[test]
fn no_code_stands_in_what_the_cases_say_in_chinese() {
    let codes = codes();
    let (mut wrong, mut all) = (BTreeSet::new(), 0);
    for entry in std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).unwrap() {
        let path = entry.unwrap().path();
        let page = std::fs::read_to_string(&path).unwrap();
        // A copy that a synchroniser made has a blank in its name.
        for said in said_in_chinese(&page).into_iter().filter(|said| !said.contains(").csv")) {
            all += 1;
            let strays = strays(said, &codes);
            if !strays.is_empty() {
                wrong.insert(format!("{} {strays:?}: {said}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(all > 500, "{all}");
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}
