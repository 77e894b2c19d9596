//! What a cell may hold: days, times, amounts, counts, ids, words, texts, lists. Strict reading, compact keeping.
//!
//! Every type here is a [`Cell`]: it reads itself from a cell's text and refuses with a reason.
//! Nothing here knows which column it stands in.

pub mod amount;
pub mod cell;
pub mod count;
pub mod day;
pub mod desk;
mod elapsed;
pub mod end;
pub mod fixed;
pub mod id;
pub mod keys;
pub mod lenient;
pub mod list;
pub mod numbered;
pub mod pen;
pub mod period;
mod said;
pub mod show;
pub mod string;
pub mod time;
pub mod word;
pub mod workdays;

pub use amount::Amount;
pub use cell::{Cell, Field, Kind, Loose, Refusal};
pub use count::{Count, Rating};
pub use day::{Day, PartialDay};
pub use desk::{Desk, Gathered, Shift};
pub use end::End;
pub use id::Id;
pub use keys::{Keys, Row, TableId, Target};
pub use list::List;
pub use pen::Pen;
pub use period::Period;
pub use show::{Named, Shelf, Value};
pub use string::Str;
pub use time::Time;
pub use word::{Vocabulary, Word, WordList, Words};
pub use workdays::Workdays;
