//! The house as `ARCHITECTURE.md` draws it: no room uses a higher one, no file is forgotten.

use std::path::{Path, PathBuf};

/// Each room of `src` and the rooms it may use besides itself.
const FLOORS: &[(&str, &[&str])] = &[
    ("say", &[]),
    ("text", &["say"]),
    ("value", &["say", "text"]),
    ("schema", &["say", "text", "value"]),
    ("tables", &["say", "text", "value", "schema"]),
    ("findings", &["say", "text", "value", "schema", "tables"]),
    ("book", &["say", "text", "value", "schema", "tables", "findings"]),
    ("rules", &["say", "text", "value", "schema", "tables", "findings", "book"]),
    ("figures", &["say", "text", "value", "schema", "tables", "findings", "book"]),
    ("manual", &["say", "text", "value", "schema", "tables", "findings", "rules", "figures"]),
    ("render", &["say", "text", "value", "schema", "tables", "findings", "book", "rules", "figures", "manual"]),
    ("edit", &["say", "text", "value", "schema", "tables", "findings", "book", "rules", "figures"]),
    ("disk", &["text", "schema", "tables", "book"]),
    ("git", &["disk"]),
    ("commands", &["say", "text", "value", "schema", "tables", "findings", "book", "rules", "figures", "manual", "render", "edit", "disk", "git"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|x| x == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn no_room_uses_a_higher_one() {
    let src = root().join("src");
    let mut wrong = Vec::new();
    for path in rust_files(&src) {
        let inside = path.strip_prefix(&src).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if room == "main" || room == "lib" {
            continue;
        }
        let (_, may) = FLOORS.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("{room} is no room of the house"));
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_room = FLOORS.iter().any(|(name, _)| *name == used);
                if is_room && used != room && !may.contains(&used.as_str()) && !line.trim_start().starts_with("//") {
                    wrong.push(format!("{}:{}: {room} uses {used}", inside.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The files of a folder that no `mod` line beside or above them names, so that the compiler never sees them. `roots` are where it begins.
fn forgotten(folder: &Path, roots: &[&str]) -> Vec<PathBuf> {
    let is_declared = |path: &Path| {
        let is_mod = path.file_name().is_some_and(|name| name == "mod.rs");
        let named = if is_mod { path.parent().unwrap() } else { path };
        let line = format!("mod {};", named.file_stem().unwrap().to_str().unwrap());
        let above = roots.iter().chain(&["mod.rs"]).filter_map(|root| std::fs::read_to_string(named.parent().unwrap().join(root)).ok());
        above.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).any(|text| text.ends_with(&line))
    };
    rust_files(folder).into_iter().filter(|path| !roots.iter().any(|root| *path == folder.join(root)) && !is_declared(path)).collect()
}

/// A column of another table, or of none, does not compile where columns are constants; it would where they are texts.
#[test]
fn no_column_is_named_by_a_text() {
    let src = root().join("src");
    let said = [
        ".code == \"",
        ".code != \"",
        ".column(\"",
        "column: &str",
        "columns: &[&str]",
        "matches!(column.code",
        "match column.code",
        "match (column.code",
    ];
    let files = rust_files(&src).into_iter().filter(|path| !path.strip_prefix(&src).unwrap().starts_with("tables"));
    let wrong: Vec<String> = files
        .flat_map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let lines = text.lines().enumerate().filter(|(_, line)| line.contains("column") && said.iter().any(|said| line.contains(said)));
            lines.map(|(n, line)| format!("{}:{}: {}", path.strip_prefix(&src).unwrap().display(), n + 1, line.trim())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What a table is, in general, is one thing, and which tables there are is another.
#[test]
fn the_machinery_of_tables_knows_no_table_by_name() {
    let names: Vec<&str> = rollbook::manual::table::all().map(|table| table.name).collect();
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src/schema")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            // Where Chinese stands beside it, it is a word of headers: people.
            let quoted = line.split('"').skip(1).step_by(2);
            let is_named =
                line.is_ascii() && quoted.into_iter().any(|said| names.iter().any(|name| said == *name || said.starts_with(&format!("{name}/"))));
            if is_named || line.contains("crate::tables") || names.iter().any(|name| line.contains(&format!("{name}::"))) {
                wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_forgotten() {
    assert_eq!(forgotten(&root().join("src"), &["lib.rs", "main.rs"]), Vec::<PathBuf>::new());
    assert_eq!(forgotten(&root().join("tests"), &["runner.rs", "cases.rs"]), Vec::<PathBuf>::new());
}

#[test]
fn what_the_pages_name_is_there() {
    let paths: Vec<String> = ["src", "tests", "examples/generate", "benches"]
        .iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .map(|path| format!("/{}", path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")))
        .collect();
    let is_there = |name: &str| {
        root().join(name).exists() || paths.iter().any(|path| path.ends_with(&format!("/{name}")) || path.contains(&format!("/{name}/")))
    };
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/dependencies.md", "docs/performance.md"] {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        let named = text.split('`').skip(1).step_by(2).filter(|name| (name.ends_with(".rs") || name.ends_with('/')) && !name.contains(['<', ' ']));
        let missing: Vec<&str> = named.filter(|name| !is_there(name.trim_end_matches('/'))).collect();
        assert!(missing.is_empty(), "{page} names what is not there: {missing:?}");
    }
}

#[test]
fn every_dependency_says_what_it_earns() {
    let manifest: toml::Table = std::fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let page = std::fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let crates = ["dependencies", "dev-dependencies"].into_iter().flat_map(|section| manifest[section].as_table().unwrap().keys());
    let untold: Vec<_> = crates.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(untold.is_empty(), "docs/dependencies.md does not say what these earn: {untold:?}");
}

#[test]
fn every_file_says_what_lives_in_it() {
    for path in rust_files(&root().join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not begin with //!", path.display());
    }
}

#[test]
fn pages_made_from_the_code_are_up_to_date() {
    let pages = crate::manual::pages();
    for (path, now) in pages {
        let path = root().join(path);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, now).unwrap();
        } else {
            assert!(std::fs::read_to_string(&path).unwrap_or_default() == now, "{} is stale: UPDATE=1 cargo test pages", path.display());
        }
    }
}
