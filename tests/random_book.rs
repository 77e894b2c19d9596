//! Small books made up from a seed, as plain rows: to be written down in many ways, and counted a second time.

use std::collections::BTreeMap;

/// A generator of numbers that anyone can repeat (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for n in (1..all.len()).rev() {
            all.swap(n, self.below(n + 1));
        }
    }
}

/// A table: its header and its rows.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    pub header: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Plain {
    pub fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let n = self.header.iter().position(|h| *h == column).unwrap();
        &row[n]
    }
}

/// A book: its tables by name, and its teams.
#[derive(Clone, Debug)]
pub struct RandomBook {
    pub tables: BTreeMap<&'static str, Plain>,
    pub teams: Vec<(String, String)>,
}

pub const SETTINGS: &str = r#"format = 1
[organisation]
name = "Random"
as-of = 2026-06-30
[vocabulary]
place-kinds = ["town", ["village", "school"], "grid"]
tracks = ["community", "rural", "school"]
[metrics]
waste = { unit = "t", track = "community" }
ideas = "ideas"
"#;

impl RandomBook {
    /// Makes a book up. Broken cells, repeated keys and dangling references are in it, but no two rows with one key.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut tables = BTreeMap::new();
        let places = ["town,town,", "v1,village,town", "v2,village,town", "s1,school,town", "g1,grid,v1", "g2,grid,v2"];
        let rows = places
            .iter()
            .map(|p| p.split(',').map(str::to_owned).collect::<Vec<_>>())
            .map(|p| vec![p[0].clone(), format!("Place {}", p[0]), p[1].clone(), p[2].clone()]);
        tables.insert("places", Plain { header: vec!["id", "name", "kind", "parent"], rows: rows.collect() });
        let team_count = 1 + dice.below(4);
        let place_ids = ["town", "v1", "v2", "s1", "g1", "g2"];
        let teams: Vec<(String, String)> = (0..team_count)
            .map(|n| {
                let parent = if n > 0 && dice.below(3) == 0 { format!("parent = \"t{}\"\n", n - 1) } else { String::new() };
                let place = dice.pick(&place_ids);
                (format!("t{n}"), format!("name = \"Team {n}\"\nkind = \"k\"\nplace = \"{place}\"\nfounded = \"2020\"\n{parent}"))
            })
            .collect();
        let people = 1 + dice.below(12);
        let mut volunteers = Plain { header: vec!["id", "name", "track", "branch", "joined"], rows: Vec::new() };
        let mut memberships = Plain { header: vec!["volunteer", "team", "role", "from", "to"], rows: Vec::new() };
        for n in 0..people {
            let id = format!("p{n}");
            let track = *dice.pick(&["community", "rural", "school", "teapot"]);
            volunteers.rows.push(vec![
                id.clone(),
                format!("Name, {n}"),
                track.to_owned(),
                (*dice.pick(&["", "b1", "b2"])).to_owned(),
                "2020".to_owned(),
            ]);
            for spell in 0..dice.below(4) {
                let dangling = usize::from(dice.below(8) == 0);
                let team = format!("t{}", dice.below(team_count + dangling));
                let from = format!("2026-{:02}-01", 1 + spell + dice.below(2));
                let to = (*dice.pick(&["", "2026-03-15", "2026-05-31"])).to_owned();
                if memberships.rows.iter().any(|r| r[0] == id && r[1] == team && r[3] == from) {
                    continue;
                }
                memberships.rows.push(vec![id.clone(), team, (*dice.pick(&["member", "backbone", "successor"])).to_owned(), from, to]);
            }
        }
        let branches = Plain { header: vec!["id", "name", "parent"], rows: vec![words("b1,One,"), words("b2,Two,b1")] };
        let mut activities =
            Plain { header: vec!["id", "date", "hours", "team", "kind", "place", "title", "beneficiaries", "headcount", "status"], rows: Vec::new() };
        let mut participations = Plain { header: vec!["activity", "volunteer", "hours", "status"], rows: Vec::new() };
        let mut outcomes = Plain { header: vec!["activity", "metric", "quantity"], rows: Vec::new() };
        for n in 0..dice.below(14) {
            let id = format!("a{n}");
            activities.rows.push(vec![
                id.clone(),
                (*dice.pick(&["2025-12-31", "2026-01-10", "2026-03-15", "2026-03-16", "2026-04-02", "2026-06-30", "2026-07-01", "2026-13-01"]))
                    .to_owned(),
                (*dice.pick(&["1", "2.5", "0.25", "x"])).to_owned(),
                format!("t{}", dice.below(team_count)),
                (*dice.pick(&["cleaning", "care"])).to_owned(),
                (*dice.pick(&["", "town", "v1", "s1", "g1", "g2"])).to_owned(),
                (*dice.pick(&["Cleaning", "\"Tea\", and talk", "扫雪"])).to_owned(),
                format!("{}", dice.below(50)),
                (*dice.pick(&["", "3"])).to_owned(),
                (*dice.pick(&["held", "held", "held", "planned", "cancelled"])).to_owned(),
            ]);
            for person in 0..people + 1 {
                if dice.below(3) == 0 {
                    let hours = *dice.pick(&["1", "0.5", "2.25", "1.0000", "-1"]);
                    participations.rows.push(vec![
                        id.clone(),
                        format!("p{person}"),
                        hours.to_owned(),
                        (*dice.pick(&["", "", "attended", "absent", "signed-up"])).to_owned(),
                    ]);
                }
            }
            for metric in ["waste", "ideas"] {
                if dice.below(3) == 0 {
                    outcomes.rows.push(vec![id.clone(), metric.to_owned(), (*dice.pick(&["1", "0.1", "12.75"])).to_owned()]);
                }
            }
        }
        for (name, table) in [
            ("volunteers", volunteers),
            ("memberships", memberships),
            ("branches", branches),
            ("activities", activities),
            ("participations", participations),
            ("outcomes", outcomes),
        ] {
            tables.insert(name, table);
        }
        Self { tables, teams }
    }

    /// The files of the book, written plainly.
    pub fn files(&self) -> Vec<(String, String)> {
        let tables = self.tables.iter().map(|(name, table)| (format!("{name}.csv"), csv(&table.header, &table.rows)));
        self.other_files().into_iter().chain(tables).collect()
    }

    /// The files of the same book, rows, columns and part files in another order.
    pub fn shuffled(&self, seed: u64) -> Vec<(String, String)> {
        let mut dice = Dice::new(seed);
        let mut files = self.other_files();
        for (name, table) in &self.tables {
            let mut order: Vec<usize> = (0..table.header.len()).collect();
            let mut rows = table.rows.clone();
            dice.shuffle(&mut rows);
            let parts = dice.below(3);
            let mut shares: Vec<Vec<Vec<String>>> = vec![Vec::new(); parts.max(1)];
            for row in rows {
                let n = dice.below(shares.len());
                shares[n].push(row);
            }
            for (n, share) in shares.iter().enumerate() {
                dice.shuffle(&mut order);
                let header: Vec<&str> = order.iter().map(|n| table.header[*n]).collect();
                let rows: Vec<Vec<String>> = share.iter().map(|row| order.iter().map(|n| row[*n].clone()).collect()).collect();
                let path = if parts == 0 { format!("{name}.csv") } else { format!("{name}/part-{n}.csv") };
                files.push((path, csv(&header, &rows)));
            }
        }
        files
    }

    fn other_files(&self) -> Vec<(String, String)> {
        let teams = self.teams.iter().map(|(id, text)| (format!("teams/{id}.toml"), text.clone()));
        std::iter::once(("rollbook.toml".to_owned(), SETTINGS.to_owned())).chain(teams).collect()
    }
}

fn words(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

fn csv(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A book in memory from its files.
pub fn read(files: &[(String, String)]) -> rollbook::book::Book {
    rollbook::book::Book::read(rollbook::book::Snapshot::of(files.iter().cloned()))
}
