//! From a wish to the bytes of files: worked out in memory, written by `disk`.
//!
//! Nothing here opens a file; what stands in the others stays as it is.

pub mod fix;
pub mod fmt;
pub mod verify;

use crate::text::FileId;

/// What a file is to say from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The file.
    pub file: FileId,
    /// All of its text.
    pub text: String,
}
