//! Bytes and located cells, without loss: what a file says and where it says it.
//!
//! Nothing here knows what a column means.

pub mod alike;
pub mod called;
pub mod conflict;
pub mod csv;
pub mod encoding;
pub mod md;
pub mod nearest;
pub mod order;
pub mod patch;
pub mod personal;
pub mod place;
pub mod script;
pub mod source;
pub mod toml;
pub mod width;
pub mod written;

pub use patch::Patch;
pub use place::{At, FileId, Span};
pub use source::{Again, Source, Sources};

/// Whether a text is nothing but blanks.
#[inline]
pub fn is_blank(text: &str) -> bool {
    // Nearly every text begins with something to be seen, and what can be seen of ASCII takes one look.
    !matches!(text.as_bytes().first(), Some(b'!'..=b'~')) && text.trim().is_empty()
}
