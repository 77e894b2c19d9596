//! Writes the large example books: `cargo run --release --example generate -- [chengdong|wucheng|both] [--out DIR] [--seed N]
//! [--volunteers N] [--participations N]`. Without arguments it writes what is committed under `examples/`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a tool for developers, which reads no book and may stop at once"
)]

#[path = "mod.rs"]
mod generate;

use std::path::{Path, PathBuf};

use generate::{Files, MODELS, Model, SEED, Size};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut which, mut out, mut seed) = ("both".to_owned(), PathBuf::from("examples"), SEED);
    let (mut volunteers, mut participations) = (None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{argument} needs a value"));
        let number = |text: String| text.parse::<u64>().unwrap_or_else(|_| panic!("'{text}' is no whole number"));
        match argument.as_str() {
            "--out" => out = value().into(),
            "--seed" => seed = number(value()),
            "--volunteers" => volunteers = Some(number(value()) as usize),
            "--participations" => participations = Some(number(value()) as usize),
            _ if argument == "both" || MODELS.iter().any(|model| model.name == argument) => which = argument,
            _ => panic!("'{argument}' is neither a book ({}, both) nor an option", MODELS.iter().map(|m| m.name).collect::<Vec<_>>().join(", ")),
        }
    }
    for model in MODELS.iter().filter(|model| which == "both" || which == model.name) {
        let files = (model.files)(size(model, volunteers, participations), seed);
        let folder = out.join(model.name);
        let bytes: usize = files.values().map(String::len).sum();
        write(&folder, &files);
        println!("{}: {} files, {bytes} bytes", folder.display(), files.len());
    }
}

/// The size asked for; what is not said keeps its share.
fn size(model: &Model, volunteers: Option<usize>, participations: Option<usize>) -> Size {
    let Size { volunteers: people, participations: times } = model.size;
    let volunteers = volunteers.unwrap_or_else(|| participations.map_or(people, |n| n * people / times)).max(10);
    Size { volunteers, participations: participations.unwrap_or(volunteers * times / people).max(1) }
}

/// Puts the files in the place of the book that is there. A folder that is no book is left alone.
fn write(folder: &Path, files: &Files) {
    if folder.exists() {
        let is_book = folder.join("rollbook.toml").exists() || folder.read_dir().unwrap().next().is_none();
        assert!(is_book, "{} is there and is no book", folder.display());
        std::fs::remove_dir_all(folder).unwrap();
    }
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
