//! Findings and sheets to text: one file a format. Nothing here works anything out, nor prints.

pub mod check;
pub mod diff;
pub mod escape;
pub mod excerpt;
pub mod manual;
pub mod screen;
pub mod sheet;
