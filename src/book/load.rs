//! Bytes of files to a book.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::schema::known::KnownWords;
use crate::schema::meant::Own;
use crate::schema::read::{Sheet, open};
use crate::tables::extent::Extent;
use crate::tables::summaries::{self, Known};
use crate::tables::{ALL, Description, Fault, FaultKind, Form, Layout, Settings, TableSet, Tables, Unreadable, layout};
use crate::text::encoding::Encoding;
use crate::text::{At, FileId, Source, Sources, encoding};
use crate::value::TableId;

use super::{Book, Needs, Snapshot, SnapshotFile, absent, personal};

/// So many files or pieces one thread takes at a time: thousands of small ones may stand beside a few that are large.
pub(super) const UNEQUAL: usize = 8;

impl Book {
    /// Makes a book of the bytes of its files, all of it. It cannot fail: what could not be read is in [`Book::faults`].
    pub fn read(snapshot: Snapshot) -> Self {
        Self::load(snapshot, Needs::ALL)
    }

    /// Makes a book of the bytes of its files, as much of it as a question needs.
    pub fn load(snapshot: Snapshot, needs: Needs) -> Self {
        // On one of the threads that share the work: else this one would wait for them anew at each of a hundred small steps.
        rayon::scope(|_| Self::of(snapshot, needs))
    }

    fn of(mut read: Snapshot, needs: Needs) -> Self {
        read.files.sort_by(|a, b| a.path.cmp(&b.path));
        let strays = strays(&mut read);
        let decoded: Vec<(Source, Option<FaultKind>)> = read.files.into_par_iter().with_max_len(UNEQUAL).map(decode).collect();
        let (mut sources, mut faults, mut readable) = (Sources::default(), Vec::new(), Vec::new());
        for (source, wrong) in decoded {
            let file = sources.push(source);
            readable.push(!matches!(wrong, Some(FaultKind::Unreadable(_) | FaultKind::NotUtf8(_))));
            faults.extend(wrong.map(|kind| Fault::new(At::File(file), kind)));
        }
        sources.set_again(read.again);
        let (mut layout, wrong) = Layout::of(&sources, &read.folders);
        faults.extend(wrong);
        layout.take_strays(strays, &mut faults);

        let is_whole = |file: FileId, faults: &[Fault]| !faults.iter().any(|fault| fault.at == At::File(file) && is_of_bytes(&fault.kind));
        let (settings, mut words, wrong) = match layout.settings {
            // Everything else rests on it: what it says must be certain.
            Some(file) if is_whole(file, &faults) => Settings::read(file, sources.text(file)),
            file => (Settings { file, ..Settings::default() }, Settings::no_words(), Vec::new()),
        };
        faults.extend(wrong);
        judge(&mut sources, &layout, &words, &mut faults, &mut readable);
        let is_readable = |file: FileId| readable.get(file.0 as usize).copied().unwrap_or_default();

        let own = Own::of(&settings.files.extra);
        let opened = needs.files(layout.tables());
        let mut sheets: Vec<Vec<Sheet>> = ALL
            .par_iter()
            .zip(&layout.files)
            .enumerate()
            .map(|(number, (table, files))| {
                let open = |file: &FileId| open(sources.text(*file), sources.bad(*file), *file, table, is_readable(*file), &own);
                let files = if opened.has(number_at(number)) { files.as_slice() } else { &[] };
                files.par_iter().with_max_len(UNEQUAL).map(open).collect()
            })
            .collect();
        for fault in faults.iter().filter(|fault| matches!(fault.kind, FaultKind::Unfinished(_))) {
            let cut = sheets.iter_mut().flatten().filter(|sheet| At::File(sheet.file) == fault.at);
            cut.for_each(Sheet::cut_short);
        }
        let mut headers = vec![None; sources.iter().count()];
        for (number, (files, sheets)) in layout.files.iter().zip(&sheets).enumerate() {
            // Each file has its sheet, or none has.
            for (n, file) in files.iter().enumerate() {
                if let Some(slot) = headers.get_mut(file.0 as usize) {
                    *slot = Some((number_at(number), sheets.get(n).and_then(|sheet| sheet.header.clone())));
                }
            }
        }
        // Before the tables are read: what a large file says is forgotten then.
        let absent = if needs.rows == TableSet::ALL { absent::find(&sources, &layout, &sheets) } else { Vec::new() };
        let (personal, secrets) = personal::find(&sources, &layout, &sheets, needs.numbers);
        let asked = Extent { rows: needs.rows, ids: needs.ids(), quotes: quoted(&sources, &layout, needs.unread.without(needs.rows)) };
        let (tables, keys, wrong) = Tables::read(sheets, &mut sources, &layout, &mut words, &asked);
        faults.extend(wrong);
        let known = Known { keys: &keys, places: &tables.places, words: &words };
        let mut summaries = Vec::new();
        let are_asked = needs.rows.has(TableId::SUMMARIES);
        for (file, source) in layout.summaries.iter().filter(|_| are_asked).filter_map(|file| Some((*file, sources.get(*file)?))) {
            let (summary, wrong) = summaries::read(file, source, (sources.text(file), sources.bad(file)), is_readable(file), &known);
            summaries.push(summary);
            faults.extend(wrong);
        }
        faults.sort_by_key(|fault| fault.at);
        Self {
            sources,
            layout,
            settings,
            words,
            tables,
            summaries,
            faults,
            personal,
            absent,
            secrets,
            tracked: Default::default(),
            needs,
            ids: asked.ids,
            folders: read.folders,
            keys,
            headers,
            history: Default::default(),
            facts: Default::default(),
            attendances: Default::default(),
            doubtful: Default::default(),
            tree: Default::default(),
            implied: Default::default(),
            meant: Default::default(),
            unsure: Default::default(),
            wider: Default::default(),
            causes: Default::default(),
        }
    }
}

/// The table of that place in the list.
fn number_at(place: usize) -> TableId {
    TableId(u8::try_from(place).unwrap_or(u8::MAX))
}

/// The tables in whose files a quote stands: only such a one, left open, swallows rows.
fn quoted(sources: &Sources, layout: &Layout, among: TableSet) -> TableSet {
    let has_quote = |file: &FileId| memchr::memchr(b'"', sources.text(*file).as_bytes()).is_some();
    let tables = among.iter().filter(|table| table.description().is_some_and(|table| table.form() == Form::Csv));
    tables.filter(|table| layout.files(*table).iter().any(has_quote)).collect()
}

/// Whether a fault is about the bytes of a file.
fn is_of_bytes(kind: &FaultKind) -> bool {
    matches!(kind, FaultKind::Unreadable(_) | FaultKind::NotUtf8(_) | FaultKind::BadBytes | FaultKind::Unfinished(_))
}

/// Says of files with bytes that are no UTF-8 which are certainly GB18030, as a whole, and of which nothing can be read.
fn judge(sources: &mut Sources, layout: &Layout, words: &crate::value::Words, faults: &mut [Fault], readable: &mut [bool]) {
    if !faults.iter().any(|fault| is_of_bytes(&fault.kind)) {
        return;
    }
    let known = KnownWords::of(ALL, words);
    let mut tables: HashMap<FileId, &'static Description> = layout.summaries.iter().map(|file| (*file, &summaries::DESCRIPTION)).collect();
    for (table, files) in ALL.iter().zip(&layout.files) {
        tables.extend(files.iter().map(|file| (*file, *table)));
    }
    for fault in faults {
        let file = fault.at.file();
        let table = tables.get(&file).copied();
        let is_lost = match fault.kind {
            FaultKind::BadBytes if known.surely_gb18030(sources.bytes(file), table).is_some() => {
                fault.kind = FaultKind::NotUtf8(Encoding::Gb18030);
                sources.take_away_text(file);
                true
            }
            // Of a table the rows before its end are read. Of another file that breaks off nothing is certain.
            FaultKind::Unfinished(_) => sources.text(file).is_empty() || table.is_none_or(|table| table.form() != Form::Csv),
            _ => false,
        };
        if let Some(slot) = readable.get_mut(file.0 as usize).filter(|_| is_lost) {
            *slot = false;
        }
    }
}

/// A file's text, or why it has none, or not all.
fn decode(file: SnapshotFile) -> (Source, Option<FaultKind>) {
    let bytes = match file.bytes {
        None => return (Source::new(file.path, String::new()), None),
        Some(Err(why)) => return (Source::new(file.path, String::new()), Some(FaultKind::Unreadable(why))),
        Some(Ok(bytes)) if u32::try_from(bytes.len()).is_err() => {
            return (Source::new(file.path, String::new()), Some(FaultKind::Unreadable(Unreadable::TooLarge)));
        }
        Some(Ok(bytes)) => bytes,
    };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.ends_with('\0') && !encoding::is_wide(text.as_bytes()) => return (Source::new(file.path, text), None),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = encoding::whole(&bytes) {
        return (Source::undecoded(file.path, bytes), Some(FaultKind::NotUtf8(encoding)));
    }
    let zeros = bytes.len() - encoding::written(&bytes).len();
    let wrong = if zeros > 0 { FaultKind::Unfinished(zeros) } else { FaultKind::BadBytes };
    (Source::damaged(file.path, bytes), Some(wrong))
}

/// Finds the files that belong to no table and look as if they did, and takes out those that are nobody's business. What stands in either
/// is forgotten.
fn strays(read: &mut Snapshot) -> Vec<(FileId, FaultKind)> {
    let starts: Vec<(&str, &[u8])> = read
        .files
        .iter()
        .map(|file| (file.path.as_str(), if let Some(Ok(bytes)) = &file.bytes { bytes.get(..layout::START).unwrap_or(bytes) } else { &[] }))
        .collect();
    let kinds = layout::strays(&starts, &read.folders);
    drop(starts);
    let mut strays = Vec::new();
    let mut kept = Vec::with_capacity(read.files.len());
    for (mut file, kind) in read.files.drain(..).zip(kinds) {
        if !layout::is_read(&file.path) {
            let is_broken = matches!(file.bytes, Some(Err(_)));
            // What is private and tracked by git is told where it lies, but for what lies deep.
            let is_private = layout::is_private(&file.path) && file.path.matches('/').count() == 1;
            if kind.is_none() && !is_broken && !is_private {
                continue;
            }
            file.bytes = file.bytes.filter(Result::is_err);
        }
        strays.extend(kind.map(|kind| (FileId(u32::try_from(kept.len()).unwrap_or(u32::MAX)), kind)));
        kept.push(file);
    }
    read.files = kept;
    strays
}
