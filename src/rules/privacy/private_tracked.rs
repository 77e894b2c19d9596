//! P003: git keeps nothing that is private.

use std::collections::HashMap;

use crate::findings::{Finding, Found, Level};
use crate::rules::by_hand::shell;
use crate::rules::{Check, Cx, Kind, Needs, Rule, SpeaksOf};
use crate::say;
use crate::say::t;
use crate::text::{At, FileId};

/// P003.
pub static RULE: Rule = Rule {
    code: "P003",
    name: "private-tracked",
    level: Level::Error,
    kind: Kind::Contradiction,
    says: t("git tracks a file under private/.", "git 跟踪了 private/ 下的文件。"),
    why: t(
        "What stands under private/ is nobody's business but the organisation's: phones, birth dates, the names of people in need. What git tracks goes wherever the repository goes, and stays in its history.",
        "private/ 下的电话、出生日期、求助人姓名等只归本组织自己用。被 git 跟踪的文件会随仓库传到各处，并留在历史里。",
    ),
    mend: t(
        "Take the file out of git and leave it on the disk: git rm --cached. Write a line /private/ into .gitignore, so that it is not taken up again, and commit both. \
         What was committed before stays in the history: before the repository goes to anybody else, have it taken out (git filter-repo).",
        "让 git 不再跟踪，文件仍留在磁盘上：git rm --cached。在 .gitignore 里写一行 /private/，以免再次加入，然后一起提交。\
         以前提交过的仍在历史里：在把仓库交给别人以前，从历史中清除（git filter-repo）。",
    ),
    thresholds: &[],
    reads: Needs::NONE,
    speaks_of: SpeaksOf::Book,
    example: "
-- volunteers.csv
id,name,track,joined
v1,Ann Reed,community,2020
-- private/people.csv (tracked)
volunteer,sex
v1,female
",
    check: Check::Book(check),
};

fn check(cx: &Cx<'_>, found: &mut Found) {
    let book = cx.book;
    if book.tracked().is_empty() {
        return;
    }
    let files: HashMap<&str, FileId> = book.sources.iter().map(|(file, source)| (source.path.as_str(), file)).collect();
    for path in book.tracked() {
        // What git still tracks may be no longer on the disk, or lie deeper than the book looks.
        let Some(file) = files.get(path.as_str()).copied().or(book.settings.file) else { continue };
        let message = say!("git tracks {path}, and what is private must not enter git", "git 跟踪了 {path}，私密内容不应进入 git", path = path);
        let help = say!(
            "in the folder of the book run: git rm --cached {path}; write /private/ into .gitignore; then commit. What was committed stays in git's history until it is taken out of it",
            "在台账文件夹中运行：git rm --cached {path}；在 .gitignore 里写 /private/；然后提交。已提交的内容仍在 git 的历史里，要另行清除",
            path = shell(path)
        );
        found.add(Finding::new(None, At::File(file), message).help(help).cause(format!("tracked {path}")));
    }
}
