//! What a table is: its description and its columns, its header, its rows as they are kept, and how they are read. It knows no table by
//! name: the tables are in `tables`, one file each.

pub mod asked;
pub mod cells;
pub mod description;
pub mod fault;
pub mod header;
pub mod judge;
pub mod known;
pub mod meant;
pub mod names;
pub mod read;
pub mod record;
pub mod role;
pub mod secret;
mod swallowed;
pub mod table;

pub use asked::Asked;
pub use cells::cell_span;
pub use description::{Column, Description, Form, name_of};
pub use fault::{BadHeader, Fault, FaultKind, Meant, Stray, Unreadable};
pub use header::Header;
pub use names::{Names, fold};
pub use record::{Cells, Col, Record};
pub use role::Role;
pub use secret::{Secret, SecretCell, SecretColumn};
pub use table::Table;
