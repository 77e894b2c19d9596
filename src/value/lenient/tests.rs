//! What is certain, what is likely, what is a guess, and what nobody can tell.

use super::*;

#[test]
fn what_can_only_mean_one_thing_is_certain() {
    let cases = [
        (Kind::Day, "2026-7-1", "2026-07-01"),
        (Kind::Day, "2026/7/1", "2026-07-01"),
        (Kind::Day, "2026年7月1日", "2026-07-01"),
        (Kind::Day, "2026 年 7 月 1 日", "2026-07-01"),
        (Kind::Day, "２０２６．０７．０１", "2026-07-01"),
        (Kind::Day, "20260701", "2026-07-01"),
        (Kind::Day, "\u{200e}2026-07-01\u{a0}", "2026-07-01"),
        (Kind::Day, "2026-07-01 00:00:00", "2026-07-01"),
        (Kind::PartialDay, "2009年", "2009"),
        (Kind::PartialDay, "2009年5月", "2009-05"),
        (Kind::PartialDay, "2009/5", "2009-05"),
        (Kind::PartialDay, "2011-03-01T00:00:00", "2011-03-01"),
        (Kind::PartialDay, "2026年7月1号", "2026-07-01"),
        (Kind::Time, "8:30", "08:30"),
        (Kind::Time, "８：３０", "08:30"),
        (Kind::Time, "08:30:00", "08:30"),
        (Kind::Period, "2026年第三季度", "2026Q3"),
        (Kind::Period, "2026-q3", "2026Q3"),
        (Kind::Period, "2026/7/1 ~ 2026/9/30", "2026-07-01..2026-09-30"),
        (Kind::Period, "2026年7月", "2026-07"),
        (Kind::Amount, "１．５", "1.5"),
        (Kind::Amount, " 2 ", "2"),
        (Kind::Amount, "1.50000", "1.5"),
        (Kind::Count, "12.0", "12"),
        (Kind::Count, "３", "3"),
        (Kind::Rating, "5\u{200b}", "5"),
    ];
    for (kind, text, sure) in cases {
        assert_eq!(certain(text, kind).as_deref(), Some(sure), "{text}");
    }
}

#[test]
fn what_may_mean_another_is_not_certain() {
    let cases = [
        (Kind::Day, "03/04/2026"),
        (Kind::Day, "26-7-1"),
        (Kind::Day, "2026-02-30"),
        (Kind::Day, "2026-7"),
        (Kind::Day, "46204"),
        (Kind::Day, "2026-07-01 15:30"),
        (Kind::Day, "2026//7/1"),
        (Kind::Day, "\u{202e}2026-07-01"),
        (Kind::Day, "二〇二六年七月一日"),
        (Kind::PartialDay, "2020.1"),
        (Kind::PartialDay, "2020.10"),
        (Kind::PartialDay, "202005"),
        (Kind::Time, "8.30"),
        (Kind::Time, "8:3"),
        (Kind::Time, "7点"),
        (Kind::Time, "24:00"),
        (Kind::Period, "2026Q5"),
        (Kind::Amount, "１．０００"),
        (Kind::Amount, " 2.500 "),
        (Kind::Count, "12.000 "),
        (Kind::Amount, "1,5"),
        (Kind::Amount, "1,200"),
        (Kind::Amount, "2小时"),
        (Kind::Amount, "-2"),
        (Kind::Amount, ".5"),
        (Kind::Amount, "2."),
        (Kind::Amount, "5²"),
        (Kind::Amount, "1 200"),
        (Kind::Amount, "1.00001"),
        (Kind::Count, "1.5"),
        (Kind::Count, "三"),
        (Kind::Count, "1.000"),
        (Kind::Count, "12.000"),
        (Kind::Rating, "6"),
        (Kind::Text, "2026/7/1"),
    ];
    for (kind, text) in cases {
        assert_eq!(certain(text, kind), None, "{text}");
    }
}

#[test]
fn what_is_likely_is_proposed() {
    let cases = [
        (Kind::Day, "2026-07-01 15:30", "2026-07-01"),
        (Kind::Day, "2026-07-01（星期三）", "2026-07-01"),
        (Kind::Day, "二〇一三年五月十一日", "2013-05-11"),
        (Kind::Day, "23/04/2026", "2026-04-23"),
        (Kind::Day, "4.23.2026", "2026-04-23"),
        (Kind::Day, "５-５-2026", "2026-05-05"),
        (Kind::Day, "23/4/2026 19:30", "2026-04-23"),
        (Kind::Day, "4 July 2026", "2026-07-04"),
        (Kind::Day, "Sept. 4th, 2026", "2026-09-04"),
        (Kind::Day, "04-FEB-2026", "2026-02-04"),
        (Kind::PartialDay, "30-12-2019", "2019-12-30"),
        (Kind::PartialDay, "2009.5", "2009-05"),
        (Kind::PartialDay, "二〇一三年五月", "2013-05"),
        (Kind::Time, "8：30", "08:30"),
        (Kind::Time, "19点", "19:00"),
        (Kind::Time, "下午2点半", "14:30"),
        (Kind::Time, "14时30分", "14:30"),
        (Kind::Time, "上午八点一刻", "08:15"),
        (Kind::Time, "8.30", "08:30"),
        (Kind::Period, "2026-07-01至2026-09-30", "2026-07-01..2026-09-30"),
        (Kind::Amount, "2小时", "2"),
        (Kind::Amount, "两小时", "2"),
        (Kind::Amount, "两个半小时", "2.5"),
        (Kind::Amount, "一个半小时", "1.5"),
        (Kind::Amount, "半小时", "0.5"),
        (Kind::Amount, "2小时半", "2.5"),
        (Kind::Amount, "2小时30分", "2.5"),
        (Kind::Amount, "1h30", "1.5"),
        (Kind::Amount, "2:30", "2.5"),
        (Kind::Amount, "1.2万", "12000"),
        (Kind::Amount, "1,200.50", "1200.5"),
        (Kind::Amount, "90分钟", "1.5"),
        (Kind::Amount, ".5", "0.5"),
        (Kind::Count, "12人", "12"),
        (Kind::Count, "三户", "3"),
        (Kind::Count, "一百", "100"),
        (Kind::Count, "两百零五人次", "205"),
        (Kind::Count, "2万", "20000"),
        (Kind::Count, "二万五", "25000"),
        (Kind::Count, "1,250", "1250"),
        (Kind::Count, "1.250", "1250"),
        (Kind::Count, "三十五", "35"),
        (Kind::Rating, "5星", "5"),
        (Kind::Rating, "五星", "5"),
    ];
    for (kind, text, meant) in cases {
        assert_eq!(likely(text, kind).as_deref(), Some(meant), "{text}");
    }
    assert_eq!(read("46204", Kind::Day), Meant::Value("2026-07-01".into(), Sureness::Guess));
    assert_eq!(read("1,5", Kind::Amount), Meant::Value("1.5".into(), Sureness::Guess));
    assert_eq!(read("1.000", Kind::Count), Meant::Either("1000".into(), "1".into()));
    assert_eq!(read("1,200", Kind::Amount), Meant::Either("1200".into(), "1.2".into()));
    assert_eq!(read("2020.1", Kind::PartialDay), Meant::Either("2020-10".into(), "2020-01".into()));
}

#[test]
fn no_number_is_made_of_what_is_not_exact() {
    for text in [
        "100余",
        "1250余人",
        "4000多",
        "约500",
        "5-7",
        "5～7人",
        "近百",
        "数十",
        "几十",
        "十几",
        "三五个",
        "七八十",
        "500左右",
        "500+",
        ">500",
        "about 500",
        "不到一百",
        "若干",
        "several",
        "五至七人",
    ] {
        assert_eq!(read(text, Kind::Count), Meant::Inexact, "{text}");
        assert_eq!(read(text, Kind::Amount), Meant::Inexact, "{text}");
    }
    for text in ["1.38E+10", "1E+3", "1.5e8"] {
        assert_eq!(read(text, Kind::Count), Meant::LostDigits, "{text}");
    }
    for text in ["半天", "一天", "0.5天", "2 days", "一上午"] {
        assert_eq!(read(text, Kind::Amount), Meant::NoLength, "{text}");
    }
}

#[test]
fn nothing_is_said_where_it_may_mean_another() {
    let cases = [
        (Kind::Day, "1/7/2026"),
        (Kind::Day, "2026-02-30"),
        (Kind::Day, "26-7-1"),
        (Kind::Day, "12-11-2026"),
        (Kind::Day, "30/02/2026"),
        (Kind::Day, "13/13/2026"),
        (Kind::Day, "23/4/26"),
        (Kind::Day, "4-Jul-26"),
        (Kind::Day, "31 June 2026"),
        (Kind::Day, "4 Janvier 2026"),
        (Kind::Day, "soon"),
        (Kind::Day, "2026-07-01 至 2026-07-05"),
        (Kind::Day, "2026-07-01 2026-07-02"),
        (Kind::Day, "2026-07-01T23:30:00Z"),
        (Kind::Day, "2013.10.30-31"),
        (Kind::Time, "24:00"),
        (Kind::Time, "8pm"),
        (Kind::Time, "晚上12点"),
        (Kind::Time, "8:30-11:00"),
        (Kind::Amount, "-2"),
        (Kind::Amount, "1e3"),
        (Kind::Amount, "1,2,3"),
        (Kind::Amount, "5²"),
        (Kind::Amount, "1½"),
        (Kind::Amount, "2人"),
        (Kind::Amount, "8:00-11:00"),
        (Kind::Amount, "20分钟"),
        (Kind::Count, "1.5"),
        (Kind::Count, "1 hundred"),
        (Kind::Count, "2 dozen"),
        (Kind::Count, "一二三"),
        (Kind::Count, "½"),
        (Kind::Rating, "9"),
        (Kind::Text, "2026/7/1"),
    ];
    for (kind, text) in cases {
        assert_eq!(read(text, kind), Meant::Unknown, "{text}");
    }
}

#[test]
fn what_shows_nothing_goes_only_where_it_stands_for_nothing() {
    let after = |text: &str| {
        let mut kept = text.to_owned();
        plain::idle(text).into_iter().rev().for_each(|place| kept.replace_range(place, ""));
        kept
    };
    for (text, kept) in [
        ("\u{feff}Ann\u{200b} Reed\u{200b}\u{2060}", "Ann Reed"),
        ("Joe\u{200b}Lund", "Joe\u{200b}Lund"),
        ("王\u{200b}芳", "王\u{200b}芳"),
        ("Donau\u{ad}dampf\u{ad}", "Donau\u{ad}dampf"),
        ("Ann\u{200e}", "Ann"),
        ("עלי 3\u{200e}", "עלי 3\u{200e}"),
        ("แดง\u{200b}ใหญ่", "แดง\u{200b}ใหญ่"),
        ("می\u{200c}خواهم\u{200c}", "می\u{200c}خواهم\u{200c}"),
        ("\u{200b}", ""),
    ] {
        assert_eq!(after(text), kept, "{text:?}");
    }
    assert_eq!(plain::plain_text(" ｆirst-aid\u{200b} ").as_deref(), Some("first-aid"));
    assert_eq!(plain::plain_text("first\u{200b}aid"), None);
}
