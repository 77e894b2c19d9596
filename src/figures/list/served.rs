//! People in need, shown only where private data is asked for.

use crate::figures::Sheet;
use crate::say::t;
use crate::tables::served::Served;

use super::Asking;
use super::columns::columns;
use super::related::related;

/// What `private/served` says of somebody who stands in the book as a code; `None` unless private data is asked for.
pub(super) fn sheet(asking: &Asking<'_>, code: &str) -> Option<Sheet> {
    if !asking.private {
        return None;
    }
    let row = asking.find::<Served>(code)?;
    related::<Served>(asking, "served", t("Person served", "服务对象"), columns![Served: id, name, phone, address, notes], |this, _| this == row)
}
