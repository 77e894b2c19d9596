//! One cause is told once, in however many places it shows: 300 rows, one finding.

use std::fmt::Write;

use serde_json::Value;

use crate::harness::{book, rollbook_on};

/// So many rows have the same cause.
const ROWS: usize = 300;

/// A book in which one thing is wrong in 300 rows: how it is called, its rule, and its files.
struct Wrong {
    rule: &'static str,
    text: String,
    /// What the help must say, so that doing it once mends them all.
    mend: &'static str,
}

/// Files of three tables: so many activities, each attended by one volunteer.
fn attended(volunteers: &str, extra: &str, team: impl Fn(usize) -> &'static str) -> String {
    let mut text = format!("-- volunteers.csv\n{volunteers}{extra}");
    text.push_str("-- activities.csv\nid,date,hours,team,kind,title,beneficiaries,status\n");
    for n in 0..ROWS {
        // Not in the order of days: the first in the file is neither the earliest nor the latest.
        let day = 1 + (n + 100) % ROWS;
        let date = rollbook::value::Day::new(2025, 1, 1).unwrap().plus(i64::try_from(day).unwrap());
        writeln!(text, "a{n},{date},2,{},security,Night patrol,10,held", team(n)).unwrap();
    }
    text.push_str("-- participations.csv\nactivity,volunteer,hours\n");
    (0..ROWS).for_each(|n| writeln!(text, "a{n},v1,2").unwrap());
    text
}

fn wrongs() -> Vec<Wrong> {
    const ANN: &str = "id,name,track,joined\nv1,Ann Reed,community,2020\n";
    const TEAM: &str = "-- teams/patrol.toml\nname = \"Patrol\"\nkind = \"security\"\nplace = \"east\"\nfounded = \"2020\"\n";
    let leave = "-- leaves.csv\nvolunteer,from,to\nv1,2024-12-01,2025-12-31\n";
    let member = "-- memberships.csv\nvolunteer,team,role,from,to\nv1,patrol,backbone,2025-12-01,\n";
    let vocabulary = "-- rollbook.toml\nformat = 1\n[vocabulary]\nactivity-kinds = [\"safety\"]\n";
    let trained = "-- rollbook.toml\nformat = 1\n[organisation]\nas-of = 2026-06-30\n[vocabulary]\nactivity-kinds = [\"security\"]\nskills = [\"first-aid\"]\n[rules]\nrequired-trainings = { security = \"first-aid\" }\n";
    let trainings = "-- trainings.csv\nid,volunteer,date,title,hours,organiser,skill,expires\n";
    let closed = format!("{TEAM}closed = 2024-06-30\n");
    let opening = "-- openings.csv\nvolunteer,team,until,services,hours,beneficiaries,source\nv1,,2025-12-31,40,96,0,paper\n";
    let campaign = "-- campaigns.csv\nid,name,from,to\nc1,Kindness,2024-01-01,2024-12-31\n";
    let mut of_campaign = attended(ANN, campaign, |_| "patrol").replace(",status\n", ",status,campaign\n");
    of_campaign = of_campaign.replace(",held\n", ",held,c1\n");
    let many = |head: &str, row: &dyn Fn(usize) -> String| (0..ROWS).fold(head.to_owned(), |text, n| text + &row(n) + "\n");
    let members =
        many(&format!("-- volunteers.csv\nid,name,track,joined\n{}", many("", &|n| format!("v{n},A{n},community,2020"))), &|_| String::new());
    let of_closed =
        many(&format!("{members}{closed}-- memberships.csv\nvolunteer,team,role,from,to\n"), &|n| format!("v{n},patrol,member,2021-01-01,"));
    let unheld = many(
        &format!(
            "{members}-- activities.csv\nid,date,hours,team,kind,title,status\na1,2026-03-05,2,patrol,security,Patrol,cancelled\n-- participations.csv\nactivity,volunteer,hours\n"
        ),
        &|n| format!("a1,v{n},2"),
    );
    let over = unheld.replace("status\n", "beneficiaries,status\n").replace("cancelled", "9,held").replace(",2\n", ",3\n");
    let files = (0..ROWS).fold(String::new(), |text, n| text + &TEAM.replace("patrol", &format!("t{n}")).replace("founded", "since = 1\nfounded"));
    let w = |rule, text, mend| Wrong { rule, text, mend };
    vec![
        w("R001", attended(ANN, TEAM, |_| "patroll"), "patrol"),
        w("F013", format!("{vocabulary}{}", attended(ANN, "", |_| "patrol")), "safety"),
        w("F010", attended(ANN, "", |_| "patrol").replace("2025-", "25-"), ""),
        w("F015", format!("-- volunteers.csv\n{ANN}{files}"), "delete"),
        w("A001", attended(ANN, &format!("{TEAM}{member}"), |_| "patrol"), "2025-01-02 or earlier"),
        w("A002", attended(ANN, leave, |_| "patrol"), "write 2025-01-01 under 'to'"),
        w("A004", over, "3 or more"),
        w("A010", attended(ANN, &closed, |_| "patrol"), "closed = 2025-10-28"),
        w("A012", format!("{trained}{}", attended(ANN, trainings, |_| "patrol")), "2025-01-02 or an earlier day"),
        w("A013", unheld, "a1"),
        w("A014", of_campaign, "2025-10-28, or a later day"),
        w("A015", attended(ANN, opening, |_| "patrol"), "write 2025-01-01, or an earlier day"),
        w("M012", of_closed, "2024-06-30"),
    ]
}

#[test]
fn three_hundred_rows_with_one_cause_are_one_finding() {
    for wrong in wrongs() {
        // Dates that cannot be read are of 300 different texts: 300 causes.
        let causes = if wrong.rule == "F010" { ROWS } else { 1 };
        let folder = book(&wrong.text);
        let run = |arguments: &str| rollbook_on(folder.path(), &format!("check --lang en --select {} {arguments}", wrong.rule), None, &[]);
        let json: Value = serde_json::from_str(&run("--format json").out).unwrap();
        let findings = json["findings"].as_array().unwrap();
        assert_eq!(findings.len(), causes, "{}: {}", wrong.rule, run("--format short").out);
        let first = &findings[0];
        let again = first["related"].as_array().unwrap().iter().filter(|r| r["file"] != first["file"] || r["line"].as_u64() > first["line"].as_u64());
        assert!(again.count() >= ROWS - causes, "{}: every place is in json", wrong.rule);
        assert!(first["help"].as_str().unwrap().contains(wrong.mend), "{}: {}", wrong.rule, first["help"]);
        let summary = &json["summary"];
        let counted: u64 = ["errors", "warnings", "notes"].iter().map(|level| summary[level].as_u64().unwrap()).sum();
        assert_eq!(counted, causes as u64, "a cause counts once");

        let short = run("--format short").out;
        assert_eq!(short.lines().count(), causes);
        assert!(causes > 1 || short.contains("and 299 more places: "), "{short}");
        let full = run("").out;
        assert!(causes > 1 || full.matches("and 299 more places: ").count() == 1, "{full}");
        let rows: Value = serde_json::from_str(&run("--statistics --format json").out).unwrap();
        assert_eq!((&rows["rows"][0]["findings"], &rows["rows"][0]["places"]), (&causes.into(), &ROWS.into()), "{}", wrong.rule);
        assert_eq!((&rows["total"]["findings"], &rows["total"]["places"]), (&causes.into(), &ROWS.into()));
    }
}

#[test]
fn a_waiver_takes_one_place_away_and_show_finds_every_record() {
    let text = wrongs().into_iter().find(|wrong| wrong.rule == "A010").unwrap().text;
    let waiver = "-- rollbook.toml\nformat = 1\n[organisation]\nas-of = 2026-06-30\n[[waivers]]\nrule = \"A010\"\nrecord = \"activities:a0\"\nreason = \"agreed\"\n";
    let folder = book(&format!("{waiver}{text}"));
    let said = rollbook_on(folder.path(), "check --lang en --select A010 --format short", None, &[]).out;
    assert!(said.starts_with("activities.csv:3:") && said.contains("and 298 more places: lines 4-301"), "{said}");
    // A finding is told with each of the records it is about, not only with the first.
    for (id, is_told) in [("a0", false), ("a1", true), ("a299", true)] {
        let said = rollbook_on(folder.path(), &format!("activity show {id} --lang en"), None, &[]).out;
        assert_eq!(said.contains("A010 outside-dates"), is_told, "{id}: {said}");
    }
}
