//! What holds for the headers and words of all tables together, tested: the machinery in `schema` knows none of them.

use std::collections::HashMap;

use super::activities::DESCRIPTION as ACTIVITIES;
use super::{ALL, Settings, centres, participations, people, places, teams, volunteers};
use crate::schema::known::KnownWords;
use crate::schema::names::{Found, fold};
use crate::schema::secret::{Secret, secret, secret_cells};
use crate::value::Kind;

#[test]
fn headers_are_read_kindly_but_not_carelessly() {
    let found = |header: &str| match ACTIVITIES.names().find(&ACTIVITIES, header) {
        Found::Column(n) => ACTIVITIES.columns[usize::from(n)].code,
        Found::OtherUnit(_) => "?",
        Found::Nothing => "",
    };
    let cases = [
        ("hours", "hours"),
        ("服务时长", "hours"),
        (" 时长（小时）*", "hours"),
        ("时长【小时】", "hours"),
        ("时长(分钟)", "?"),
        ("Hours [days]", "?"),
        ("时长(必填)", "hours"),
        ("受益人次（户）", "?"),
        ("BENEFICIARIES", "beneficiaries"),
        ("活动\n日期：", "date"),
        ("日期(年-月-日)", "date"),
        ("ＳＴＡＲＴ  ＴＩＭＥ", "start"),
        ("天气(晴)", ""),
    ];
    for (header, code) in cases {
        assert_eq!(found(header), code, "{header}");
    }
}

#[test]
fn no_header_means_two_columns() {
    for table in ALL {
        let mut seen = HashMap::new();
        for column in table.columns {
            for name in [column.code, column.title.en, column.title.zh].iter().chain(column.aliases) {
                let other = seen.insert(fold(name), column.code);
                assert!(other.is_none_or(|o| o == column.code), "{}: {name} means {} and {:?}", table.name, column.code, other);
            }
        }
    }
}

#[test]
fn no_alias_is_said_twice() {
    for table in ALL {
        for column in table.columns {
            let mut seen: Vec<String> = [column.code, column.title.en, column.title.zh].iter().map(|name| fold(name)).collect();
            for alias in column.aliases {
                assert!(!seen.contains(&fold(alias)), "{}.{}: {alias}", table.name, column.code);
                seen.push(fold(alias));
            }
        }
    }
}

#[test]
fn no_fixed_word_is_written_as_another() {
    let all = ALL.iter().flat_map(|table| table.columns);
    for column in all {
        let (Kind::Fixed(words) | Kind::FixedWords(words)) = column.kind else { continue };
        for word in words {
            for name in [word.code, word.title.en, word.title.zh].iter().chain(word.aliases) {
                let of: Vec<_> = words.iter().filter(|other| other.is(name)).map(|other| other.code).collect();
                assert_eq!(of, [word.code], "{}: {name}", column.code);
            }
        }
    }
}

#[test]
fn words_of_presence_mean_what_people_mean_by_them() {
    let status = participations::DESCRIPTION.columns.iter().find(|column| column.code == "status").unwrap();
    let Kind::Fixed(words) = status.kind else { panic!() };
    let found = |text: &str| words.iter().find(|word| word.is(text)).map_or("", |word| word.code);
    let cases = [("签到", "attended"), ("到场", "attended"), ("出席", "attended"), ("Ｐｒｅｓｅｎｔ", "attended"), ("YES", "attended")];
    let others = [("未到", "absent"), ("缺勤", "absent"), ("No-Show", "absent"), ("请假", "excused"), ("报名", "signed-up")];
    // Who came late or left early gave other hours; who is written in later came or did not.
    let none = [("迟到", ""), ("早退", ""), ("补签", ""), ("未定", "")];
    for (text, code) in cases.iter().chain(&others).chain(&none) {
        assert_eq!(found(text), *code, "{text}");
    }
}

fn gb(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn only_what_has_two_known_words_is_gb18030_for_certain() {
    let words = Settings::read(crate::text::FileId(0), "format = 1\n[vocabulary]\ntracks = [\"社区\", \"农村\"]\n").1;
    let known = KnownWords::of(ALL, &words);
    let is_sure = |text: &str| known.surely_gb18030(&gb(text), Some(&volunteers::DESCRIPTION)).is_some();
    assert!(is_sure("编号,姓名,track\nv1,王芳,x\n"));
    assert!(is_sure("id,name,track\nv1,王芳,社区\nv2,李强,农村\n"), "words of a vocabulary");
    assert!(is_sure("id,姓名,track\nv1,王芳,社区\n"), "a header and a word");
    assert!(!is_sure("id,name,track\nv1,王芳,社区\nv2,李强,社区\n"), "one word may be chance, however often");
    assert!(!is_sure("id,name,track\nv1,王芳,community\n"), "names are no words");
    let team = |text: &str| known.surely_gb18030(&gb(text), Some(&teams::DESCRIPTION)).is_some();
    assert!(team("\"名称\" = \"东门队\"\n\"类型\" = \"治安\"\n"), "keys are headers");
    assert!(!team("name = \"东门队\"\n"));
}

#[test]
fn headers_of_what_is_nobodys_business_are_known() {
    for (header, kind) in [
        ("身份证", Secret::Identity),
        ("志愿者 身份证号码（18位）", Secret::Identity),
        ("有效证件号", Secret::Identity),
        ("ID number", Secret::Identity),
        ("Identity No.", Secret::Identity),
        ("Passport", Secret::Identity),
        ("ＩＤ　ｃａｒｄ", Secret::Identity),
        ("性别", Secret::Sex),
        ("Gender", Secret::Sex),
        ("出生年月", Secret::Birth),
        ("Date of birth", Secret::Birth),
        ("DOB", Secret::Birth),
        ("家庭地址", Secret::Address),
        ("Home Address", Secret::Address),
        ("本人手机号", Secret::Phone),
        ("联系电话*", Secret::Phone),
        ("Mobile number", Secret::Phone),
        ("Tel.", Secret::Phone),
    ] {
        assert_eq!(secret(&volunteers::DESCRIPTION, header), Some(kind), "{header}");
    }
    for header in ["id", "志愿者编号", "身份", "联系人", "服务热线电话", "身份证明", "志愿者", "电动车", "是否有身份证", "kid number 1", "居住地"]
    {
        assert_eq!(secret(&volunteers::DESCRIPTION, header), None, "{header}");
    }
    for header in ["电话", "手机", "性别", "生日", "地址"] {
        assert_eq!(secret(&people::DESCRIPTION, header), None, "{header}");
    }
    assert_eq!(secret(&people::DESCRIPTION, "证件号码"), Some(Secret::Identity));
    assert_eq!(secret(&centres::DESCRIPTION, "电话"), None);
    assert_eq!(secret(&places::DESCRIPTION, "地址"), None);
    assert_eq!(secret(&participations::DESCRIPTION, "地址"), Some(Secret::Address));
}

#[test]
fn no_column_of_the_format_is_one() {
    for table in ALL {
        for column in table.columns {
            for name in [column.code, column.title.en, column.title.zh].iter().chain(column.aliases) {
                assert_eq!(secret(table, name), None, "{}: {name}", table.name);
            }
        }
    }
}

#[test]
fn what_stands_under_them_is_found_wherever_it_may_have_got() {
    let cells =
        |text: &'static str| -> Vec<&str> { secret_cells(text, &[], &volunteers::DESCRIPTION).into_iter().map(|cell| cell.span.of(text)).collect() };
    assert_eq!(cells("id,身份证号,name\nv1,123456,Ann\nv2,,Ben\n\nv3,\"1\",C\n"), ["123456", "\"1\""]);
    assert_eq!(cells("id,性别\nv1,女\n"), ["女"]);
    // One cell too few or too many: it stands beside its place.
    assert_eq!(cells("id,身份证号,name\n123456,Ann\nv1,x,123456,Ann\n"), ["123456", "Ann", "x", "123456"]);
    // A quote left open, or one that swallows rows.
    assert_eq!(cells("id,name,身份证号\nv1,\"Ann,123456\nv2,Ben,7890123\n"), ["123456", "7890123"]);
    assert_eq!(cells("id,name,身份证号\nv1,\"Ann,123456\nv2,Ben\",7890123\n"), ["123456", "7890123"]);
    assert_eq!(cells("id；身份证号\nv1；123456\n"), ["123456"]);
    assert_eq!(cells("id,name\nv1,123456\n"), [""; 0]);
}
