//! F032: no word of a vocabulary has the title that is another word, or another's title.

use crate::findings::{Found, Level};
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::tables::FaultKind;

/// F032.
pub static RULE: Rule = Rule {
    code: "F032",
    name: "title-is-code",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("A title of a vocabulary is another word of it.", "词表中一个词的名称又是另一个词。"),
    why: t(
        "A cell may say a word by its code or by its title. A title that is another word means both, and nobody can tell which of them a row counts for: such a cell counts for neither.",
        "单元格里可以写词的代码，也可以写名称。名称如果又是另一个词，就有两个意思，无法知道一行算哪一个：这样的单元格两个都不算。",
    ),
    mend: t("Give one of the two another title, or another code.", "给其中一个换个名称或代码。"),
    thresholds: &[],
    reads: Needs::ROWS,
    speaks_of: SpeaksOf::Book,
    example: "
-- rollbook.toml (add)
[vocabulary]
tracks = { town = \"community\", community = \"Village\" }
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,town,2020
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    for fault in &cx.book.faults {
        let FaultKind::TitleIsCode(said) = &fault.kind else { continue };
        let (list, title, [word, other]) = &**said;
        let message = if title == other {
            say!(
                "in {list} the title of '{word}' is '{title}', which is another word of it",
                "词表“{list}”中，“{word}”的名称是“{title}”，而“{title}”又是另一个词",
                list = list,
                word = word,
                title = title
            )
        } else {
            say!(
                "in {list} '{word}' and '{other}' have the same title, '{title}'",
                "词表“{list}”中，“{word}”和“{other}”的名称都是“{title}”",
                list = list,
                word = word,
                other = other,
                title = title
            )
        };
        let help = say!(
            "give one of the two another title; until then a cell that says '{title}' counts for neither",
            "给其中一个换个名称；在此之前，写着“{title}”的单元格两个都不算",
            title = title
        );
        found.add(cx.fault(fault, message).help(help));
    }
}
