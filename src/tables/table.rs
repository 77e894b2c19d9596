//! The macro that makes a record type, its columns and its description from one text.

/// Declares a table: its record type, its columns and its [`Description`](crate::schema::Description).
///
/// ```text
/// table! {
///     /// A leave of a volunteer.
///     Leave in "leaves" by volunteer, from;             its file, and the columns that tell its rows apart
///     title = "Leaves", "暂离";                          what it is called
///     row = "a leave of a volunteer", "…";              what a row of it is
///     [asked = &[&asked::RETURN]]                       what is not so of most tables: fields of its description
///     must from: Day as Starts = "From", "起始日期" ["开始日期"]: "The first day.", "…";
///     may to: Day as Ends after from = "To", "结束日期": "The last day.", "…";
///     => "…", "…";                                      rows as an example
/// }
/// ```
///
/// `must` before a column says that every row has something in it, `may` that it may be empty or missing. Behind its type stand what it is for
/// ([`Role`](crate::schema::Role)), the days that its own does not come before, its titles, its aliases and what it means. The examples of
/// all tables make one book in each language.
#[macro_export]
macro_rules! table {
    (
        $(#[$about:meta])*
        $record:ident in $path:literal by $first:ident $(, $more:ident)*;
        title = $en:literal, $zh:literal;
        row = $row_en:literal, $row_zh:literal;
        $([$($property:ident = $value:expr),+])?
        $($need:ident $field:ident : $cell:ty $(as $role:ident $(after $($before:ident),+)?)? = $title_en:literal, $title_zh:literal $([$($alias:literal),*])?: $about_en:literal, $about_zh:literal;)+
        => $example_en:literal, $example_zh:literal;
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $record {
            $(#[doc = concat!($title_en, " (", $title_zh, "). ", $about_en)] pub $field: $crate::value::Field<$cell>,)+
        }

        /// The columns of the table.
        #[derive(Default)]
        pub struct Columns {
            $($field: Vec<<$cell as $crate::value::Cell>::Stored>,)+
        }

        /// The table, described.
        pub static DESCRIPTION: $crate::schema::Description = $crate::schema::Description {
            name: $crate::schema::name_of($path),
            number: <$record as $crate::value::Target>::TARGET,
            path: $path,
            title: $crate::say::t($en, $zh),
            about: $crate::say::t($row_en, $row_zh),
            example: $crate::say::t($example_en, $example_zh),
            key: &[Number::$first as u16 $(, Number::$more as u16)*],
            columns: &COLUMNS,
            names: || {
                static NAMES: std::sync::OnceLock<$crate::schema::Names> = std::sync::OnceLock::new();
                NAMES.get_or_init(|| $crate::schema::Names::of(&COLUMNS))
            },
            $($($property: $value,)+)?
            ..$crate::tables::PLAIN
        };

        static COLUMNS: [$crate::schema::Column; [$(Number::$field),+].len()] = [$($crate::schema::Column {
            number: Number::$field as u16,
            code: stringify!($field),
            title: $crate::say::t($title_en, $title_zh),
            about: $crate::say::t($about_en, $about_zh),
            aliases: &[$($($alias),*)?],
            kind: <$cell as $crate::value::Cell>::KIND,
            refers: <$cell as $crate::value::Cell>::REFERS,
            role: $crate::table!(@ role $($role)?),
            after: &[$($($(Number::$before as u16),+)?)?],
            required: $crate::table!(@ $need),
            read: $crate::schema::cells::judge::<$cell>,
            write: <$cell as $crate::value::Cell>::write,
        },)+];

        #[allow(non_upper_case_globals, clippy::indexing_slicing, reason = "a column is called in code as in a header; the compiler looks it up")]
        impl $record {
            $(#[doc = concat!("The column ", $title_en, " (", $title_zh, ").")] pub const $field: $crate::schema::Col<$record> = $crate::schema::Col::of(&COLUMNS[Number::$field as usize]);)+
        }

        /// The columns, in their order.
        #[allow(non_camel_case_types, reason = "a column is called in code as it is in a header")]
        enum Number {
            $($field,)+
        }

        impl $crate::schema::Record for $record {
            type Columns = Columns;
            const DESCRIPTION: &'static $crate::schema::Description = &DESCRIPTION;
            const TABLE: $crate::value::TableId = <$record as $crate::value::Target>::TARGET;

            fn read(cells: &mut impl $crate::schema::Cells) -> Self {
                Self { $($field: cells.cell(Number::$field as u16),)+ }
            }

            fn key(&self) -> Option<[u32; 3]> {
                $crate::schema::record::key([self.$first.bits() $(, self.$more.bits())*])
            }

            fn loose(&self, column: u16) -> $crate::value::Loose {
                $(
                    if column == Number::$field as u16 {
                        return self.$field.loose();
                    }
                )+
                $crate::value::Loose::Empty
            }

            fn shown(&self, column: u16, shelf: &$crate::value::Shelf<'_>) -> $crate::value::Value {
                $(
                    if column == Number::$field as u16 {
                        return self.$field.show(shelf);
                    }
                )+
                $crate::value::Value::Empty
            }
        }

        impl $crate::schema::record::Columns<$record> for Columns {
            fn push(&mut self, record: $record) {
                $(self.$field.push(record.$field.stored());)+
            }
            // Inlined wherever it is called: who looks at one column then loads no other, and a table has up to twenty.
            #[inline(always)]
            fn get(&self, row: usize) -> Option<$record> {
                Some($record { $($field: $crate::value::Field::kept(*self.$field.get(row)?),)+ })
            }
            fn loose(&self, row: usize, column: u16) -> Option<$crate::value::Loose> {
                $(
                    if column == Number::$field as u16 {
                        return Some($crate::value::Field::<$cell>::kept(*self.$field.get(row)?).loose());
                    }
                )+
                None
            }
            fn append<'a>(&mut self, pieces: impl Iterator<Item = &'a mut Self>, shifts: &[$crate::value::Shift]) {
                $(let mut $field = Vec::new();)+
                for piece in pieces {
                    $($field.push(&mut piece.$field);)+
                }
                rayon::scope(|scope| {
                    $({
                        let column = &mut self.$field;
                        scope.spawn(move |_| $crate::schema::record::append::<$cell>(column, $field, shifts));
                    })+
                });
            }
            fn set(&mut self, row: usize, record: $record) {
                $(if let Some(slot) = self.$field.get_mut(row) { *slot = record.$field.stored(); })+
            }
            fn reserve(&mut self, rows: usize) {
                $(self.$field.reserve_exact(rows);)+
            }
            fn remove(&mut self, rows: &[u32]) {
                $($crate::schema::record::remove(&mut self.$field, rows);)+
            }
        }
    };
    (@ role) => { $crate::schema::Role::Plain };
    (@ role $role:ident) => { $crate::schema::Role::$role };
    (@ must) => { true };
    (@ may) => { false };
}
