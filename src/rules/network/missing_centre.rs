//! N001: a place has the centres that places of its kind must have.

use std::collections::HashSet;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::{BLANK, row};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf, TableId};
use crate::say;
use crate::say::{Text, t};
use crate::tables::centres::Centre;
use crate::tables::places::Place;
use crate::tables::vocabulary::CentreKinds;
use crate::value::{Row, Target, Word};

use super::{named, unsure_below};

/// N001.
pub static RULE: Rule = Rule {
    code: "N001",
    name: "missing-centre",
    level: Level::Warning,
    kind: Kind::State,
    says: t(
        "A place has no centre of a kind that required-centres asks of places of its kind.",
        "一个地点没有 required-centres 要求这类地点设立的中心。",
    ),
    why: t(
        "Where a centre is missing, people there have nowhere to bring what they need. A centre in a place below counts, too.",
        "没有中心的地方，群众有需求没处提。设在下级地点的中心也算。",
    ),
    mend: t(
        "Add the centre to centres.csv. Which kind of place must have which centres stands under required-centres in rollbook.toml.",
        "在 centres.csv 加上中心。哪类地点要有哪些中心，写在 rollbook.toml 的 required-centres。",
    ),
    thresholds: &["required-centres"],
    reads: Needs::rows(&[TableId::PLACES, TableId::CENTRES]),
    speaks_of: SpeaksOf::records(&[TableId::PLACES]),
    example: "
-- rollbook.toml (add)
[vocabulary]
place-kinds = [\"township\", \"village\"]
centre-kinds = [\"convenience\", \"room\"]

[rules]
required-centres = { township = [\"convenience\"], village = [\"room\"] }
-- places.csv
id,name,kind,parent
t1,Northfield,township,
t1-v1,Mill End,village,t1
-- centres.csv
id,name,kind,place
c1,Northfield centre,convenience,t1
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let required = &cx.book.settings.rules.required_centres;
    if required.is_empty() || !cx.has(Place::TARGET) || !cx.has(Centre::TARGET) {
        return;
    }
    let book = cx.book;
    let mut there: Vec<HashSet<Word<CentreKinds>>> = vec![HashSet::new(); book.places.len()];
    for (_, centre) in book.centres.iter() {
        if let (Some(place), Some(kind)) = (centre.place.get(), centre.kind.get())
            && required.iter().any(|(_, kinds)| kinds.contains(&kind))
            && let Some(kinds) = there.get_mut(place.index())
        {
            kinds.insert(kind);
        }
    }
    book.places_below().roll_up(&mut there, |above, below| above.extend(below));
    let unsure = unsure_below(cx, |place| book.unsure().centres.has(place));
    for ((place, record), unsure) in book.places.iter().zip(unsure) {
        let asked = record.kind.get().and_then(|kind| required.iter().find(|(of, _)| *of == kind));
        let Some((_, kinds)) = asked.filter(|_| !unsure && !cx.id(place).is_empty()) else { continue };
        let missing: Vec<Word<CentreKinds>> =
            kinds.iter().copied().filter(|kind| there.get(place.index()).is_none_or(|there| !there.contains(kind))).collect();
        if !missing.is_empty() {
            found.add(finding(cx, place, &record, &missing));
        }
    }
}

fn finding(cx: &Cx<'_>, place: Row<Place>, record: &Place, missing: &[Word<CentreKinds>]) -> Finding {
    let words = &cx.book.words;
    let quoted = |text: Text| say!("'{text}'", "“{text}”", text = text);
    let message = say!(
        "{place} has no centre of kind {missing}, which every {kind} must have",
        "{place}没有{missing}，而每个{kind}都要有",
        place = named(cx, place),
        missing = Text::list(missing.iter().map(|kind| quoted(words.title(*kind)))),
        kind = quoted(record.kind.get().map(|kind| words.title(kind)).unwrap_or_default())
    );
    let rows = missing.iter().map(|kind| {
        row::<Centre>(cx, &[(Centre::id, BLANK), (Centre::name, BLANK), (Centre::kind, words.code(*kind)), (Centre::place, cx.id(place))])
    });
    let (paths, lines): (Vec<String>, Vec<String>) = rows.unzip();
    let help = say!(
        "add to {path}, filling in '{blank}': {lines}",
        "在 {path} 加上（填好“{blank}”处）：{lines}",
        path = paths.first().map(String::as_str).unwrap_or_default(),
        lines = lines.join(" ‖ "),
        blank = BLANK
    );
    Finding::new(cx.record(place), cx.book.places.at(place, Place::kind), message).help(help)
}
