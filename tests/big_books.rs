//! `examples/wucheng`: as the generator writes it, without a finding at error or warning level, and with the totals that were published.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rollbook::findings::Level;

use crate::generate;
use crate::program::rollbook_on;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// What a command says as JSON.
fn json(name: &str, arguments: &str) -> serde_json::Value {
    let said = rollbook_on(&folder(name), arguments, None, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments}");
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn the_committed_book_is_what_the_generator_writes() {
    for model in generate::MODELS {
        for (path, text) in (model.files)(model.size, generate::SEED) {
            let committed = std::fs::read_to_string(folder(model.name).join(&path)).unwrap_or_default();
            assert!(committed == text, "examples/{}/{path}: cargo run --release --example generate", model.name);
        }
    }
}

#[test]
fn nothing_in_it_is_wrong() {
    let book = rollbook::book::Book::read(rollbook::disk::read(&folder("wucheng")));
    let ask = rollbook::book::Ask::on(book.settings.organisation.as_of.unwrap());
    let findings = rollbook::rules::check(&book, ask, &Default::default()).findings;
    let wrong: Vec<_> = findings.iter().filter(|f| f.level < Level::Note).map(|f| format!("{} {}", f.code, f.message.en)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_published_totals_come_out() {
    let total = &json("wucheng", "stats --format json")["total"];
    let count = |key: &str| total[key].as_u64().unwrap_or_else(|| panic!("{key}: {total}"));
    assert_eq!((count("teams"), count("active_volunteers")), (346, 2292));
    assert!((1250..1270).contains(&count("services")), "1250 services and a few");
    assert!((4000..4500).contains(&count("beneficiaries")), "4000 beneficiaries and a few hundred");
    assert_eq!((count("commitments"), count("commitments_published"), count("households_raised")), (2292, 2292, 500));
    let outcomes: Vec<(&str, &str)> =
        total.as_object().unwrap().iter().filter_map(|(key, value)| Some((key.strip_prefix("outcomes.")?, value.as_str()?))).collect();
    let waste: f64 = outcomes[0].1.parse().unwrap();
    assert!((30.0..31.0).contains(&waste), "30 t of waste and a little: {waste}");
    let sums: Vec<&str> = outcomes.iter().map(|(_, sum)| *sum).collect();
    for published in ["1250", "320", "220", "130", "35"] {
        assert!(sums.contains(&published), "{published}: {outcomes:?}");
    }
}

#[test]
fn every_township_has_its_centres_and_every_village_its_room() {
    let places = json("wucheng", "place list --format json --columns id,kind");
    let centres = json("wucheng", "centre list --format json --columns id,kind,place");
    let mut kinds: HashMap<&str, usize> = HashMap::new();
    for place in places["rows"].as_array().unwrap() {
        *kinds.entry(place["kind"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!((kinds["township"], kinds["village"] + kinds["community"]), (22, 603), "{kinds:?}");
    let has = |place: &str, kind: &str| centres["rows"].as_array().unwrap().iter().any(|c| c["place"] == place && c["kind"] == kind);
    for place in places["rows"].as_array().unwrap() {
        let id = place["id"].as_str().unwrap();
        let asked: &[&str] = match place["kind"].as_str().unwrap() {
            "township" => &["convenience", "members"],
            "village" | "community" => &["room"],
            _ => &[],
        };
        assert!(asked.iter().all(|kind| has(id, kind)), "{id}");
    }
    let campaigns = json("wucheng", "campaign list --all --format json --columns id,place");
    assert_eq!(campaigns["rows"].as_array().unwrap().len(), 22, "a campaign of its own in each township");
}

#[test]
fn every_team_has_five_members_and_a_leader() {
    for team in json("wucheng", "team list --format json --columns id,members,leader,backbone,successors")["rows"].as_array().unwrap() {
        let count = |key: &str| team[key].as_u64().unwrap();
        assert!(count("members") >= 5 && count("backbone") >= 1 && count("successors") >= 1 && !team["leader"].is_null(), "{team}");
    }
}
