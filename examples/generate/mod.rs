//! The two large example books, written from a seed: the same bytes every time. Files are given as text; nothing here opens one.

mod chengdong;
mod days;
mod dice;
mod exact;
mod figures;
mod names;
mod roster;
mod shares;
mod sheet;
mod words;
mod wucheng;

pub use sheet::Files;

/// How large a book is to be.
#[derive(Clone, Copy)]
pub struct Size {
    /// How many volunteers are active on the last day.
    pub volunteers: usize,
    /// How many times somebody took part in something.
    pub participations: usize,
}

/// The seed of the books that are committed.
pub const SEED: u64 = 20_131_231;

/// A book that can be written.
pub struct Model {
    /// Its name, and that of its folder.
    pub name: &'static str,
    /// The size in which it is committed.
    pub size: Size,
    /// Writes it in a size, from a seed.
    pub files: fn(Size, u64) -> Files,
}

/// The books.
pub const MODELS: &[Model] = &[
    Model { name: "chengdong", size: chengdong::PUBLISHED, files: chengdong::files },
    Model { name: "wucheng", size: wucheng::PUBLISHED, files: wucheng::files },
];
