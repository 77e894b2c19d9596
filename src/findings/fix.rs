//! What fixes a finding, as bytes, and how sure it is that they are what was meant.

use crate::text::{FileId, Patch};
use crate::value::lenient::Sureness;

use super::Finding;

/// Bytes of a file that fix a finding, or one of the places where its cause shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How sure it is: `check --fix` writes what is certain, `check --fix --likely` what is likely, too. A guess is told in words only.
    pub sure: Sureness,
    /// The file.
    pub file: FileId,
    /// What is to stand where.
    pub patch: Patch,
}

impl Finding {
    /// The bytes that fix it, where it can mean only one thing.
    pub fn certain(self, patches: impl IntoIterator<Item = (FileId, Patch)>) -> Self {
        self.fixes(Sureness::Certain, patches)
    }

    /// The bytes that fix it, and how sure it is that they are what was meant. Guesses are not kept.
    pub fn fixes(mut self, sure: Sureness, patches: impl IntoIterator<Item = (FileId, Patch)>) -> Self {
        if sure > Sureness::Guess {
            self.fixes.extend(patches.into_iter().map(|(file, patch)| Fix { sure, file, patch }));
        }
        self
    }

    /// Whether something that is so sure fixes it, or one of the places where its cause shows.
    pub fn is_fixed_by(&self, sure: Sureness) -> bool {
        self.fixes.iter().any(|fix| fix.sure == sure)
    }
}
