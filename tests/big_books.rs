//! The two large example books: they are what their generator writes, nothing is wrong with them, and the totals that the two organisations
//! published come out exactly. Each total is named by the sentence that it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use rollbook::book::Book;
use rollbook::tables::memberships::Role;
use rollbook::tables::pairings::PairingKind;
use rollbook::tables::requests::RequestStatus;
use rollbook::tables::teams::Team;
use rollbook::tables::volunteers::{Consent, Volunteer};
use rollbook::value::{Day, Row, Target, Vocabulary, Word};

use crate::generate::{Files, MODELS, Model, SEED};
use crate::harness::{example_book, rollbook_on};

fn read(name: &str) -> Book {
    Book::read(rollbook::disk::read(&example_book(name)))
}

static CHENGDONG: LazyLock<Book> = LazyLock::new(|| read("chengdong"));
static WUCHENG: LazyLock<Book> = LazyLock::new(|| read("wucheng"));

fn written(model: &Model) -> Files {
    (model.files)(model.size, SEED)
}

/// All files of a folder but hidden ones, by path.
fn on_disk(root: &Path, under: &Path, into: &mut Files) {
    for entry in std::fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_str().unwrap().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            on_disk(root, &path, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            into.insert(name, String::from_utf8(std::fs::read(&path).unwrap()).unwrap());
        }
    }
}

#[test]
fn the_books_are_what_the_generator_writes() {
    for model in MODELS {
        let (mut committed, written) = (Files::new(), written(model));
        on_disk(&example_book(model.name), &example_book(model.name), &mut committed);
        let paths: BTreeSet<&String> = committed.keys().chain(written.keys()).collect();
        let other: Vec<_> = paths.into_iter().filter(|path| committed.get(*path) != written.get(*path)).collect();
        assert!(other.is_empty(), "examples/{} differs in {other:?}: cargo run --release --example generate", model.name);
    }
}

#[test]
fn the_generator_writes_other_sizes_and_the_same_bytes_every_time() {
    for model in MODELS {
        for (volunteers, participations) in [(10, 10), (60, 100), (300, 900)] {
            let size = crate::generate::Size { volunteers, participations };
            let files = (model.files)(size, 7);
            assert!(files == (model.files)(size, 7), "{}", model.name);
            let folder = tempfile::tempdir().unwrap();
            for (path, text) in &files {
                let path = folder.path().join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            nothing_is_wrong(folder.path());
        }
    }
}

#[test]
fn nothing_is_wrong_with_the_books() {
    for model in MODELS {
        nothing_is_wrong(&example_book(model.name));
    }
}

/// Nothing at error or warning level: notes may be.
fn nothing_is_wrong(folder: &Path) {
    let said = rollbook_on(folder, "check --format json", None, &[]);
    let said: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let told: Vec<_> = said["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] != "note").collect();
    assert!(told.is_empty(), "{}: {} findings, the first is {:#?}", folder.display(), told.len(), told[0]);
    assert_eq!((&said["summary"]["errors"], &said["summary"]["warnings"]), (&0.into(), &0.into()));
}

/// The total of `stats`.
fn total(name: &str) -> serde_json::Value {
    let said = rollbook_on(&example_book(name), "stats --format json", None, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let said: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said["left_out"], serde_json::json!({}));
    said["total"].clone()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn is<V: Vocabulary>(book: &Book, word: Option<Word<V>>, code: &str) -> bool {
    word.is_some_and(|word| book.words.code(word) == code)
}

fn places(book: &Book, kinds: &[&str]) -> usize {
    book.places.iter().filter(|(_, place)| kinds.iter().any(|kind| is(book, place.kind.get(), kind))).count()
}

fn centres(book: &Book, kind: &str) -> usize {
    book.centres.iter().filter(|(_, centre)| is(book, centre.kind.get(), kind)).count()
}

fn id<T: Target>(book: &Book, row: Row<T>) -> &str {
    book.keys(T::TARGET).unwrap().id(row.number)
}

fn strength(book: &Book, team: Row<Team>, on: Day) -> usize {
    book.history().members(team, on).count()
}

fn has_ladder(book: &Book, team: Row<Team>, on: Day) -> bool {
    let roles: Vec<Role> = book.history().members(team, on).filter_map(|stay| stay.role).collect();
    [Role::Backbone, Role::Successor].iter().all(|role| roles.contains(role)) && book.history().leaders(team, on).next().is_some()
}

/// Where the summaries of a quarter were fed back to.
fn fed_back(name: &str, quarter: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(example_book(name).join(format!("summaries/{quarter}.md"))).unwrap();
    let front: toml::Table = text.split("+++").nth(1).unwrap().parse().unwrap();
    front["fed-back"].as_array().unwrap().iter().map(|entry| entry["to"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn chengdong_has_about_1800_volunteers_in_79_teams_and_9_sub_centres_on_a_grid_of_neighbourhoods() {
    let (book, total) = (&*CHENGDONG, total("chengdong"));
    assert_eq!((&total["teams"], &total["active_volunteers"]), (&79.into(), &1806.into()));
    assert_eq!(book.teams.len(), 79);
    assert_eq!(centres(book, "分中心"), 9);
    assert!(places(book, &["网格"]) >= 70);
    let grids = book.volunteers.iter().filter_map(|(_, v)| v.residence.get()).filter(|p| is(book, book.places.get(*p).unwrap().kind.get(), "网格"));
    assert_eq!(grids.count(), book.volunteers.len(), "everybody lives in a grid");
}

#[test]
fn chengdongs_volunteers_belong_to_exactly_one_team_and_serve_with_any() {
    let (book, end) = (&*CHENGDONG, day("2012-12-31"));
    let teams: usize = book.teams.iter().map(|(team, _)| strength(book, team, end)).sum();
    assert_eq!(teams, 1806);
    for (volunteer, _) in book.volunteers.iter() {
        let mut stays: Vec<_> = book.history().of_volunteer(volunteer).collect();
        stays.sort_by_key(|stay| stay.from);
        assert!(stays.windows(2).all(|pair| pair[0].to < pair[1].from), "never two at once");
    }
    assert!(total("chengdong")["cross_team"].as_u64().unwrap() > 100);
}

#[test]
fn every_team_of_chengdong_has_at_least_5_to_7_members_a_secretary_who_leads_and_a_ladder() {
    let (book, end) = (&*CHENGDONG, day("2012-12-31"));
    let mut sizes = BTreeMap::new();
    let mut led: BTreeMap<u32, usize> = BTreeMap::new();
    for (team, record) in book.teams.iter() {
        *sizes.entry(strength(book, team, end)).or_insert(0) += 1;
        assert!(has_ladder(book, team, end));
        let secretary = book.branches.get(record.branch.get().unwrap()).unwrap().secretary.get().unwrap();
        assert!(book.history().leaders(team, end).any(|term| term.volunteer == secretary));
        *led.entry(secretary.number).or_default() += 1;
    }
    assert!([5, 6, 7].iter().all(|n| sizes[n] > 0) && *sizes.keys().next().unwrap() == 5, "{sizes:?}");
    assert!(led.values().any(|n| *n > 1), "one secretary may lead several teams");
}

#[test]
fn everybody_of_chengdong_declares_a_post_and_looks_after_the_households_of_a_service_point_some_one_to_one() {
    let book = &*CHENGDONG;
    let active: BTreeSet<u32> = book.volunteers.iter().filter(|(_, v)| v.left.get().is_none()).map(|(v, _)| v.number).collect();
    assert_eq!(active.len(), 1806);
    assert!(book.volunteers.iter().all(|(_, v)| v.post.get().is_some()));
    let of = |kind: PairingKind| -> BTreeSet<u32> {
        book.pairings.iter().filter(|(_, p)| p.kind.get() == Some(kind)).filter_map(|(_, p)| Some(p.volunteer.get()?.number)).collect()
    };
    assert_eq!(of(PairingKind::ServicePoint), active);
    assert!(of(PairingKind::OneToOne).len() > 50 && of(PairingKind::Support).len() > 50);
}

#[test]
fn people_apply_to_chengdong_through_a_grid_a_village_a_team_a_centre_or_the_hotline_and_are_answered() {
    let book = &*CHENGDONG;
    let channels: BTreeSet<&str> = book.requests.iter().filter_map(|(_, r)| Some(book.words.code(r.channel.get()?))).collect();
    assert_eq!(channels, BTreeSet::from(["网格", "村居", "服务队", "分中心", "热线"]));
    let of = |kind: &str| book.requests.iter().filter(|(_, r)| is(book, r.kind.get(), kind)).count();
    assert!(of("志愿者困难") > 20 && of("意见建议") > 20, "the volunteers' own difficulties and suggestions");
    let (mut answered, mut passed_on, mut late) = (0, 0, 0);
    for (_, request) in book.requests.iter() {
        passed_on += usize::from(request.handler.get().is_some());
        match request.status.get().unwrap() {
            RequestStatus::Answered | RequestStatus::Declined => {
                let days = request.answered.get().unwrap().since(request.received.get().unwrap());
                assert!(request.answer.get().is_some() && days <= 14);
                answered += 1;
            }
            _ => late += usize::from(day("2012-12-31").since(request.received.get().unwrap()) > 14),
        }
    }
    assert!(answered > 350 && passed_on > 30 && late == 0);
}

#[test]
fn chengdong_announces_in_group_chats_and_sums_up_every_quarter_for_branches_and_grids() {
    let book = &*CHENGDONG;
    assert!(book.publicity.iter().filter(|(_, p)| is(book, p.channel.get(), "群聊")).count() > 100);
    assert!(book.teams.iter().all(|(_, team)| team.chat.get().is_some()));
    let branches = book.teams.iter().map(|(_, team)| format!("branches:{}", id(book, team.branch.get().unwrap())));
    let grids = book.places.iter().filter(|(_, place)| is(book, place.kind.get(), "网格")).map(|(row, _)| format!("places:{}", id(book, row)));
    let all: BTreeSet<String> = branches.chain(grids).collect();
    for quarter in ["2012Q1", "2012Q2", "2012Q3"] {
        assert_eq!(fed_back("chengdong", quarter), all, "{quarter}");
    }
    // Good work is made known, and the layout of teams is adjusted.
    assert_eq!(honoured(book), 36);
    assert!(book.teams.iter().any(|(_, team)| team.founded.get().unwrap().0 > day("2012-01-01")));
}

#[test]
fn the_figures_of_every_summary_are_those_that_stats_counts() {
    for name in ["chengdong", "wucheng"] {
        let book = if name == "chengdong" { &*CHENGDONG } else { &*WUCHENG };
        assert_eq!(book.summaries().len(), 3, "{name}: the fourth quarter is not over when the book is closed");
        for summary in book.summaries() {
            let (quarter, written) = (summary.quarter().unwrap(), summary.written.get().unwrap());
            let text = book.sources.text(summary.file);
            let filled = summary.figures.unwrap().of(text);
            let arguments = format!("stats --period {quarter} --as-of {written} --format md --lang zh-CN");
            let said = rollbook_on(&example_book(name), &arguments, None, &[]).out;
            let table: String = said.split_inclusive('\n').filter(|line| line.starts_with('|')).collect();
            assert_eq!(filled, table, "{name} {quarter}");
            let services = table.lines().find_map(|line| line.strip_prefix("| 服务次数 | ")?.strip_suffix(" |")).unwrap();
            assert!(name == "wucheng" || text.contains(&format!("本季开展活动 {services} 次")), "{name} {quarter}: the words say something else");
        }
    }
}

#[test]
fn chengdongs_activities_are_small_scattered_and_flexible() {
    let (book, total) = (&*CHENGDONG, total("chengdong"));
    let services = total["services"].as_u64().unwrap();
    assert_eq!((services, &total["participations"]), (1130, &5000.into()));
    assert!(total["participations"].as_u64().unwrap() <= services * 5, "small");
    assert!(book.activities.iter().filter_map(|(_, a)| Some(a.place.get()?.number)).collect::<BTreeSet<_>>().len() > 80, "scattered");
    assert!(book.activities.iter().filter_map(|(_, a)| a.start.get()).collect::<BTreeSet<_>>().len() > 10, "flexible");
}

#[test]
fn wucheng_has_346_teams_2292_volunteers_22_townships_with_two_centres_each_and_603_villages_with_a_room() {
    let (book, total) = (&*WUCHENG, total("wucheng"));
    assert_eq!((&total["teams"], &total["active_volunteers"]), (&346.into(), &2292.into()));
    assert_eq!((book.teams.len(), book.volunteers.len()), (346, 2292));
    assert_eq!((places(book, &["township"]), centres(book, "convenience"), centres(book, "members")), (22, 22, 22));
    assert_eq!((places(book, &["village", "community"]), centres(book, "room")), (603, 603));
    let at: BTreeSet<(&str, u32)> =
        book.centres.iter().map(|(_, centre)| (book.words.code(centre.kind.get().unwrap()), centre.place.get().unwrap().number)).collect();
    assert_eq!(at.len(), 603 + 2 * 22, "no place has two of a kind");
    let end = day("2013-12-31");
    assert!(book.teams.iter().all(|(team, _)| strength(book, team, end) >= 5 && has_ladder(book, team, end)));
}

#[test]
fn wuchengs_teams_are_formed_by_nearness_and_like_speciality_out_of_five_tracks() {
    let (book, end) = (&*WUCHENG, day("2013-12-31"));
    let tracks: BTreeSet<&str> = book.volunteers.iter().filter_map(|(_, v)| Some(book.words.code(v.track.get()?))).collect();
    assert_eq!(tracks, BTreeSet::from(["community", "rural", "enterprise", "school", "floating"]));
    let township = |place: Row<rollbook::tables::places::Place>| {
        book.places_below().up(place.number).map(Row::new).find(|up| is(book, book.places.get(*up).unwrap().kind.get(), "township"))
    };
    for (team, record) in book.teams.iter() {
        let mut skills: BTreeMap<&str, usize> = BTreeMap::new();
        for stay in book.history().members(team, end) {
            let person = book.volunteers.get(stay.volunteer).unwrap();
            assert_eq!(township(person.residence.get().unwrap()), township(record.place.get().unwrap()), "near");
            for skill in book.volunteers.items(person.skills.get().unwrap()) {
                *skills.entry(book.words.code(skill)).or_default() += 1;
            }
        }
        let like = *skills.values().max().unwrap();
        assert!(like * 4 >= strength(book, team, end), "like: {} {skills:?}", id(book, team));
    }
}

#[test]
fn each_township_of_wucheng_has_a_campaign_of_its_own_with_numbered_goals() {
    let book = &*WUCHENG;
    let places: BTreeSet<u32> = book.campaigns.iter().filter_map(|(_, campaign)| Some(campaign.place.get()?.number)).collect();
    assert_eq!((book.campaigns.len(), places.len()), (22, 22));
    let goals = |name: &str| {
        let named = |(_, c): &(_, rollbook::tables::campaigns::Campaign)| book.campaigns.text(c.name.get().unwrap()) == name;
        let (_, campaign) = book.campaigns.iter().find(named).unwrap_or_else(|| panic!("{name}"));
        book.campaigns.text(campaign.goals.get().unwrap().0).split(';').count()
    };
    assert_eq!((goals("八小献爱心"), goals("五个一")), (8, 5), "eight small kindnesses, five ones");
    assert!(goals("互利换工") > 1 && book.exchanges.len() > 100, "labour exchange");
    let with_goal = book.activities.iter().filter(|(_, a)| a.campaign.get().is_some() && a.goal.get().is_some()).count();
    assert!(with_goal > 500);
}

#[test]
fn wucheng_held_1250_services_with_4000_beneficiaries() {
    let total = total("wucheng");
    assert_eq!((&total["services"], &total["beneficiaries"]), (&1256.into(), &4328.into()));
}

#[test]
fn every_one_of_the_2292_made_a_public_commitment_of_a_kind_that_fits_the_track() {
    let (book, total) = (&*WUCHENG, total("wucheng"));
    assert_eq!((&total["commitments"], &total["commitments_published"]), (&2292.into(), &2292.into()));
    let made: BTreeSet<u32> = book.commitments.iter().filter_map(|(_, c)| Some(c.volunteer.get()?.number)).collect();
    assert_eq!((made.len(), book.commitments.len()), (2292, 2292));
    for (_, commitment) in book.commitments.iter() {
        let track = book.volunteers.get(commitment.volunteer.get().unwrap()).unwrap().track.get().unwrap();
        let fits = |(of, categories): &(Word<_>, Vec<Word<_>>)| *of == track && categories.contains(&commitment.category.get().unwrap());
        assert!(book.settings.vocabularies.categories.iter().any(fits));
        assert!(commitment.published.get().unwrap() <= day("2013-12-31"));
    }
}

#[test]
fn four_tracks_of_wucheng_count_their_outcomes() {
    let total = total("wucheng");
    let outcome = |metric: &str| total[format!("outcomes.{metric}")].as_str().unwrap().to_owned();
    // Community: 30 t of waste cleared, 1250 dissuasions, 320 patrols.
    assert_eq!((outcome("waste").as_str(), outcome("dissuasions").as_str(), outcome("patrols").as_str()), ("30.42", "1250", "320"));
    // Rural: 220 capable members paired, 500 households raised (these are counted from pairings).
    assert_eq!(outcome("members-paired"), "220");
    let raised = |(_, p): (_, rollbook::tables::pairings::Pairing)| {
        p.raised.get().is_some_and(|on| on <= day("2013-12-31")).then(|| p.households.get().unwrap().0)
    };
    assert_eq!(WUCHENG.pairings.iter().filter_map(raised).sum::<u32>(), 500);
    assert_eq!(total["households_raised"], 500);
    // Enterprise: 130 ideas, 35 technical problems solved.
    assert_eq!((outcome("ideas").as_str(), outcome("problems-solved").as_str()), ("130", "35"));
    // School: programmes and campus patrols.
    assert_eq!((outcome("programmes").as_str(), outcome("campus-patrols").as_str()), ("64", "260"));
    let of = |code: &str| {
        let metric = WUCHENG.settings.vocabularies.metrics.iter().find(|metric| WUCHENG.words.code(metric.word) == code).unwrap();
        WUCHENG.words.code(metric.track.unwrap())
    };
    assert_eq!((of("waste"), of("members-paired"), of("ideas"), of("campus-patrols")), ("community", "rural", "enterprise", "school"));
}

#[test]
fn exemplary_people_of_wucheng_are_made_known() {
    let book = &*WUCHENG;
    assert_eq!(honoured(book), 44);
    let about: BTreeSet<&str> = book.publicity.iter().filter_map(|(_, p)| Some(book.publicity.text(p.about.get()?))).collect();
    assert!(book.recognitions.iter().all(|(row, _)| about.contains(id(book, row))), "each of them");
}

/// How many volunteers were honoured, all of whom agreed to be named.
fn honoured(book: &Book) -> usize {
    let people: Vec<Row<Volunteer>> = book.recognitions.iter().filter_map(|(_, r)| r.volunteer.get()).collect();
    for person in &people {
        let consent = book.volunteers.get(*person).unwrap().consent.get().unwrap();
        assert!(book.volunteers.items(consent).any(|item| item.0 == Consent::Name));
    }
    people.len()
}
