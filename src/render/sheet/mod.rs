//! Sheets to text.
