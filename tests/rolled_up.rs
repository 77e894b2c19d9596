//! Lists of trees against `stats` asked about each place, team, branch and centre alone: the same figures, counted another way.

use serde_json::Value;

use crate::harness::{example_book, rollbook_on};

fn json(book: &str, arguments: &str) -> Value {
    let said = rollbook_on(&example_book(book), &format!("{arguments} --format json"), None, &[]);
    assert_eq!(said.code, 0, "{arguments}: {}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// Holds every `step`th row of a list against `stats` with a filter.
fn hold(book: &str, noun: &str, filter: &str, figures: &[&str], step: usize) {
    let list = json(book, &format!("{noun} list --all --columns id,{}", figures.join(",")));
    let rows = list["rows"].as_array().unwrap();
    assert!(rows.len() >= step * 3, "{noun}");
    for row in rows.iter().step_by(step) {
        let id = row["id"].as_str().unwrap();
        let total = &json(book, &format!("stats --{filter} {id}"))["total"];
        for figure in figures {
            assert_eq!(row[figure], total[figure], "{book}: {figure} of {noun} {id}");
        }
    }
}

#[test]
fn a_place_has_what_was_done_in_it_and_in_all_places_in_it() {
    hold("chengdong", "place", "place", &["services", "participations", "hours", "beneficiaries", "cross_team"], 7);
    hold("wucheng", "place", "place", &["services", "participations", "hours", "beneficiaries", "cross_team"], 61);
}

#[test]
fn a_team_has_what_it_and_its_teams_below_did() {
    hold("quickstart", "team", "team", &["services", "participations", "hours", "beneficiaries", "cross_team"], 1);
    hold("wucheng", "team", "team", &["services", "participations", "hours", "beneficiaries", "cross_team"], 43);
}

#[test]
fn a_branch_has_what_its_people_and_those_below_gave() {
    hold("chengdong", "branch", "branch", &["participations", "hours", "cross_team"], 11);
}

#[test]
fn a_centre_has_what_its_teams_did() {
    let centres = json("chengdong", "centre list --columns id,services,participations,hours,beneficiaries");
    let teams = json("chengdong", "team list --all --columns id,centre");
    for centre in centres["rows"].as_array().unwrap() {
        let of_it = teams["rows"].as_array().unwrap().iter().filter(|team| team["centre"] == centre["id"]);
        let ids: Vec<&str> = of_it.map(|team| team["id"].as_str().unwrap()).collect();
        let total = &json("chengdong", &format!("stats --team {}", ids.join(",")))["total"];
        for figure in ["services", "participations", "hours", "beneficiaries"] {
            assert_eq!(centre[figure], total[figure], "{figure} of {}", centre["id"]);
        }
    }
}

#[test]
fn a_volunteer_and_a_campaign_have_their_own() {
    hold("chengdong", "volunteer", "volunteer", &["hours", "cross_team"], 311);
    hold("chengdong", "campaign", "campaign", &["services", "participations", "hours", "beneficiaries"], 1);
}

#[test]
fn the_activities_of_a_list_have_all_participations() {
    for book in ["chengdong", "wucheng"] {
        let list = json(book, "activity list --columns participations");
        let sum: u64 = list["rows"].as_array().unwrap().iter().map(|row| row["participations"].as_u64().unwrap()).sum();
        assert_eq!(json(book, "stats")["total"]["participations"], sum, "{book}");
    }
}

#[test]
fn what_a_list_leaves_out_and_what_it_shows_are_all() {
    for (book, noun) in [("chengdong", "request"), ("chengdong", "volunteer"), ("wucheng", "commitment"), ("wucheng", "pairing")] {
        let rows = |options: &str| json(book, &format!("{noun} list --columns id {options}"))["rows"].as_array().unwrap().len();
        let text = rollbook_on(&example_book(book), &format!("{noun} list --lang en"), None, &[]).out;
        let (_, after) = text.split_once("Not listed: ").unwrap();
        let left: usize = after.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(rows("") + left, rows("--all"), "{book} {noun}");
    }
}
