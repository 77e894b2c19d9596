//! What is wrong with TOML, in plain words: the slips that are understood, and what the parser says of the others.

use crate::rules::mend::toml::Wrong;
use crate::say;
use crate::say::{T, Text, t};

/// A sign as people call it.
fn called(c: char) -> T {
    match c {
        '，' => t("a full-width comma", "全角逗号"),
        '、' => t("an enumeration comma", "顿号"),
        '；' => t("a full-width semicolon", "全角分号"),
        ';' => t("a semicolon", "分号"),
        '＝' => t("a full-width equals sign", "全角等号"),
        '［' | '］' => t("a full-width bracket", "全角方括号"),
        '【' | '】' => t("a lenticular bracket", "方头括号"),
        '｛' | '｝' => t("a full-width brace", "全角花括号"),
        '＃' => t("a full-width number sign", "全角井号"),
        '。' | '．' => t("a full-width point", "全角句点"),
        ',' => t("a comma", "逗号"),
        _ => t("another sign", "别的符号"),
    }
}

/// What is wrong.
pub fn wrong(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::Sign(c, right) => say!(
            "this is {what} '{c}', and must be a plain '{right}'",
            "这里是{what}“{c}”，要用半角“{right}”",
            what = called(*c),
            c = c,
            right = right
        ),
        Wrong::Blank => say!(
            "this blank is none that may stand here: it is a full-width one, or one that cannot be seen",
            "这里的空格是全角的或看不见的，要用半角空格"
        ),
        Wrong::Quotes => say!("these quotes are no plain ones: a text stands between \" and \"", "这里的引号不是半角双引号"),
        Wrong::OpenQuote => say!("a quote is opened here and never closed", "这里的引号没有配对的另一个"),
        Wrong::StrayQuote => say!("a quote stands behind this text and none before it", "这段文字只有后引号，没有前引号"),
        Wrong::InnerQuotes => say!("quotes stand inside a text between quotes", "引号里面的文字又有引号"),
        Wrong::BareKey(key) => say!("the key {key} must stand between double quotes", "键“{key}”要放进半角双引号", key = key),
        Wrong::Key(key, code) => say!("'{key}' is written {code} here", "“{key}”在这里要写作“{code}”", key = key, code = code),
        Wrong::Date(said, day) => say!("a date is written {day}, not {said}", "日期写作 {day}，不写“{said}”", said = said, day = day),
        Wrong::Part => say!("a year and month without a day must stand between double quotes", "只写到年月的日期要放进半角双引号"),
        Wrong::Digits => say!("these digits are full-width ones, and must be plain ones", "这里的数字是全角的，要用半角"),
        Wrong::Truth(said, right) => say!("'{said}' is written {right}", "“{said}”要写作 {right}", said = said, right = right),
        Wrong::Unquoted => say!("a text must stand between double quotes", "文字要放进半角双引号"),
        Wrong::Zero => say!("a number does not begin with 0", "数字不能以 0 开头"),
        Wrong::Unclosed(c) => say!("the closing '{c}' is missing", "缺少后面的“{c}”", c = c),
        Wrong::NoComma => say!("a comma is missing behind this", "这后面缺少半角逗号"),
        Wrong::Surplus(c) => say!("{what} too many stands here", "这里多了一个{what}", what = called(*c)),
        Wrong::NoEquals => say!("'=' must stand between a key and its value", "键和值之间要用“=”"),
        Wrong::NoValue => say!("no value stands behind this '='", "等号后面没有值"),
        Wrong::Behind => say!("this stands behind the value, where only a comment may stand", "值的后面多了内容，这里只能写注释"),
        Wrong::OpenLines => say!("three quotes are opened here and never closed", "这里的三个引号没有配对"),
    }
}

/// What to do, where no line can be proposed.
pub fn help(wrong: Option<&Wrong>) -> Text {
    match wrong {
        Some(Wrong::NoValue) => say!("write a value behind it, or delete the line", "在等号后面写上值，或删去这一行"),
        Some(Wrong::Behind) => say!("begin a new line here, or put # before it to make it a comment", "在这里换行，或在前面加 # 作为注释"),
        Some(Wrong::OpenLines) => say!("put three quotes at the end of the text", "在文字末尾补上三个引号"),
        Some(Wrong::Zero) => {
            say!("put it between double quotes if it is an id; else take the 0 away", "如果是编号，放进半角双引号；否则删去前面的 0")
        }
        _ => say!(
            "write it as key = value, with texts between plain double quotes, such as name = \"Patrol\"",
            "写作 键 = 值，文字放进半角双引号，如 name = \"巡逻队\""
        ),
    }
}

/// What the parser says, in plain words.
pub fn of_parser(words: &str) -> Text {
    let said = SAID.iter().find(|(begin, _)| words.starts_with(begin)).map(|(_, said)| (*said).into());
    said.unwrap_or_else(|| say!("this is not written as TOML", "这里不符合 TOML 的写法"))
}

/// How the parser's words begin, and what they mean.
const SAID: &[(&str, T)] = &[
    ("duplicate key", t("this key is there already", "这个键重复了")),
    ("string values must be quoted", t("a text must stand between double quotes", "文字要放进半角双引号")),
    ("invalid literal string", t("a single quote is opened and never closed", "单引号没有配对")),
    ("invalid multi-line literal string", t("three single quotes are opened and never closed", "三个单引号没有配对")),
    (
        "invalid basic string",
        t("a double quote is opened and never closed, or a character stands in the text that may not", "双引号没有配对，或里面有不允许的字符"),
    ),
    (
        "invalid multi-line basic string",
        t(
            "three double quotes are opened and never closed, or a character stands in the text that may not",
            "三个双引号没有配对，或里面有不允许的字符",
        ),
    ),
    ("missing opening quote", t("the quote before the text is missing", "缺少前一个引号")),
    (
        "missing escaped value",
        t("nothing stands behind a backslash: a backslash itself is written twice", "反斜杠后面缺少字符：要写反斜杠本身，请写两个"),
    ),
    (
        "missing escape",
        t(
            "a backslash stands before a character that takes none: a backslash itself is written twice",
            "反斜杠后面的字符不对：要写反斜杠本身，请写两个",
        ),
    ),
    ("too few unicode value digits", t("too few digits stand behind \\u", "\\u 后面的数字不够")),
    ("invalid date", t("this is no date that the calendar has", "没有这个日期")),
    ("invalid time", t("this is no time", "时间的写法有误")),
    ("unclosed array table", t("the closing ]] is missing", "缺少后面的 ]]")),
    ("unclosed array", t("the closing ] is missing", "缺少后面的 ]")),
    ("unclosed table", t("the closing ] is missing", "缺少后面的 ]")),
    ("unclosed inline table", t("the closing } is missing", "缺少后面的 }")),
    ("missing table open", t("the opening [ is missing", "缺少前面的 [")),
    ("missing array opening", t("the opening [ is missing", "缺少前面的 [")),
    ("missing inline table opening", t("the opening { is missing", "缺少前面的 {")),
    ("missing comma", t("a comma is missing between two items", "两项之间缺少半角逗号")),
    ("extra comma", t("a comma too many stands here", "多了一个逗号")),
    ("missing assignment", t("'=' must stand between a key and its value", "键与值之间缺少等号")),
    ("extra assignment", t("an '=' too many stands here", "多了一个等号")),
    ("extra `=`", t("an '=' too many stands here", "多了一个等号")),
    ("unexpected `=`", t("an '=' too many stands here", "多了一个等号")),
    ("missing value", t("no value stands behind the '='", "等号后面没有值")),
    ("key with no value", t("this key has no '=' and no value", "只有键，没有等号和值")),
    ("missing key", t("the key is missing", "缺少键")),
    ("unquoted keys cannot be empty", t("no key stands before the '='", "等号前面没有键")),
    ("invalid unquoted key", t("a character stands in this key that needs double quotes around it", "键里有不加引号就不能用的字符")),
    ("unexpected key or value", t("this is too much here", "这里多了内容")),
    ("unexpected content", t("this is too much here", "这里多了内容")),
    ("unexpected leading zero", t("a number does not begin with 0", "数字前面多了 0")),
    ("integer number overflowed", t("this number is too large", "数字太大")),
    ("carriage return must be followed by newline", t("a carriage return stands here without a line feed", "换行符不完整")),
    ("invalid comment character", t("a character stands in this comment that may not", "注释里有不允许的字符")),
    ("cannot recurse further", t("brackets stand in brackets too deep", "括号嵌套太深")),
];
