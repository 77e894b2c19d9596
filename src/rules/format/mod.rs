//! Family F: files, tables, rows and cells as they are written.

use super::Rule;

mod bad_bytes;
mod bad_date;
mod bad_header;
mod bad_id;
mod bad_number;
mod bad_word;
mod conflict_marker;
mod csv_syntax;
mod empty_cell;
mod ends_before_start;
mod hidden_character;
mod implied_ids;
mod lenient_help;
mod likely_words;
mod look_alike_id;
mod look_alike_word;
mod misplaced_mark;
mod missing_column;
mod misspelt_column;
mod not_utf8;
mod office_for_role;
mod one_of_two;
mod ragged_row;
mod repeated_column;
mod repeated_key;
mod stray_file;
pub mod table_absent;
mod table_twice;
mod title_is_code;
mod toml_syntax;
mod toml_words;
mod unknown_column;
mod unknown_key;
mod unread_table;
mod unreadable;
mod waiver_past;
mod waiver_unused;
mod wrong_type;

pub use lenient_help::lost_digits;

/// The rules of the family, by code.
pub static RULES: &[&Rule] = &[
    &unreadable::RULE,        // F001
    &not_utf8::RULE,          // F002
    &csv_syntax::RULE,        // F003
    &toml_syntax::RULE,       // F004
    &conflict_marker::RULE,   // F005
    &missing_column::RULE,    // F006
    &repeated_column::RULE,   // F007
    &ragged_row::RULE,        // F008
    &empty_cell::RULE,        // F009
    &bad_date::RULE,          // F010
    &bad_number::RULE,        // F011
    &bad_id::RULE,            // F012
    &bad_word::RULE,          // F013
    &repeated_key::RULE,      // F014
    &unknown_key::RULE,       // F015
    &stray_file::RULE,        // F016
    &misspelt_column::RULE,   // F017
    &table_twice::RULE,       // F018
    &look_alike_id::RULE,     // F019
    &hidden_character::RULE,  // F020
    &one_of_two::RULE,        // F021
    &ends_before_start::RULE, // F022
    &waiver_unused::RULE,     // F023
    &waiver_past::RULE,       // F024
    &wrong_type::RULE,        // F025
    &misplaced_mark::RULE,    // F026
    &unknown_column::RULE,    // F027
    &look_alike_word::RULE,   // F028
    &unread_table::RULE,      // F029
    &table_absent::RULE,      // F030
    &bad_header::RULE,        // F031
    &title_is_code::RULE,     // F032
];
