//! Whatever stops a write, and wherever: a file is the old one or the new one, whole, and nobody else's change is lost.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::Path;

use rollbook::disk::write::{Step, replace_while};
use rollbook::disk::{Change, Stopped, Trouble, replace};

use crate::harness::{book, rollbook_on};

const OLD: &[u8] = b"volunteer,from\nv1,2026-01-01\n";
const NEW: &[u8] = b"volunteer,from\nv1,2026-01-02\nv2,2026-01-03\n";

fn change() -> Change<'static> {
    Change { path: "leaves.csv", old: OLD, new: NEW }
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("leaves.csv"), OLD).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A second file, in a folder of its own.
const SECOND: &str = "activities/2026.csv";
const OLD_SECOND: &[u8] = b"id,date\na1,2026-01-01\n";
const NEW_SECOND: &[u8] = b"id,date\na1,2026-01-02\n";

fn two() -> (tempfile::TempDir, [Change<'static>; 2]) {
    let folder = folder();
    fs::create_dir(folder.path().join("activities")).unwrap();
    fs::write(folder.path().join(SECOND), OLD_SECOND).unwrap();
    (folder, [change(), Change { path: SECOND, old: OLD_SECOND, new: NEW_SECOND }])
}

fn both(folder: &Path) -> [Vec<u8>; 2] {
    ["leaves.csv", SECOND].map(|path| fs::read(folder.join(path)).unwrap())
}

fn old_or_new(texts: &[Vec<u8>; 2]) -> [bool; 2] {
    assert!(texts[0] == OLD || texts[0] == NEW, "{texts:?}");
    assert!(texts[1] == OLD_SECOND || texts[1] == NEW_SECOND, "{texts:?}");
    [texts[0] == NEW, texts[1] == NEW_SECOND]
}

#[test]
fn a_step_that_fails_leaves_both_files_old_or_both_new() {
    for stop in Step::ALL {
        for at in ["leaves.csv", SECOND] {
            let (folder, changes) = two();
            let seen = RefCell::new(Vec::new());
            let result = replace_while(folder.path(), &changes, &|step, path| {
                // What a program that is killed at this moment leaves behind.
                seen.borrow_mut().push((step, path.to_owned(), both(folder.path())));
                if step == *stop && path == at { Err(io::Error::other("stopped")) } else { Ok(()) }
            });
            let stopped = result.unwrap_err();
            assert!(matches!(stopped.why, Trouble::Failed(step, _) if step == *stop) && stopped.path == at, "{stop:?}: {stopped:?}");
            assert!(stopped.left.is_empty(), "{stop:?}: {stopped:?}");
            for (step, path, texts) in seen.borrow().iter() {
                let expected = match step {
                    Step::Renamed => [true, path == SECOND],
                    Step::FolderSynced => [true, true],
                    Step::Kept => [path == SECOND, false],
                    _ => [false, false],
                };
                assert_eq!(old_or_new(texts), expected, "{step:?} {path}");
            }
            let is_new = *stop == Step::FolderSynced;
            assert_eq!(old_or_new(&both(folder.path())), [is_new; 2], "{stop:?} {at}");
            assert_eq!(names(folder.path()), ["activities", "leaves.csv"], "{stop:?} leaves something behind");
            assert_eq!(names(&folder.path().join("activities")), ["2026.csv"], "{stop:?} leaves something behind");
        }
    }
}

#[test]
fn every_step_is_taken_for_all_files_before_the_first_is_replaced() {
    let (folder, changes) = two();
    let seen = RefCell::new(Vec::new());
    replace_while(folder.path(), &changes, &|step, path| {
        seen.borrow_mut().push((step, path.to_owned()));
        Ok(())
    })
    .unwrap();
    let seen = seen.into_inner();
    let first = seen.iter().position(|(step, _)| *step == Step::Renamed).unwrap();
    assert!(seen[..first].contains(&(Step::Synced, SECOND.to_owned())), "{seen:?}");
    assert!(Step::ALL.iter().all(|step| seen.iter().filter(|(seen, _)| seen == step).count() == 2), "{seen:?}");
    assert_eq!(old_or_new(&both(folder.path())), [true, true]);
    assert_eq!(names(folder.path()), ["activities", "leaves.csv"]);
}

#[test]
fn what_a_killed_run_left_behind_goes_with_the_next_write() {
    let (folder, changes) = two();
    let room = folder.path().join(".rollbook");
    fs::create_dir(&room).unwrap();
    // No process has so large a number.
    for path in [".rollbook/write-4194305-Ab12Cd", ".rollbook-Ab12Cd", "activities/.rollbook-Xy"] {
        fs::write(folder.path().join(path), "half").unwrap();
    }
    for path in [".rollbook/undo", ".rollbook/write-notes"] {
        fs::write(folder.path().join(path), "kept").unwrap();
    }
    replace(folder.path(), &changes).unwrap();
    assert_eq!(names(&room), ["undo", "write-notes"]);
    assert_eq!(names(folder.path()), [".rollbook", "activities", "leaves.csv"]);
    assert_eq!(names(&folder.path().join("activities")), ["2026.csv"]);
}

#[test]
fn what_lies_in_the_folder_of_the_program_is_no_part_of_the_book() {
    let folder = book("-- volunteers.csv\nid,name,track,joined\nv1,Ann,community,2020\n");
    let before = rollbook_on(folder.path(), "check --lang en", None, &[]);
    fs::create_dir(folder.path().join(".rollbook")).unwrap();
    for name in ["volunteers.csv", "memberships.csv", "write-1-x"] {
        fs::write(folder.path().join(".rollbook").join(name), "id,name\n\"").unwrap();
    }
    let after = rollbook_on(folder.path(), "check --lang en", None, &[]);
    assert_eq!((before.code, before.out), (after.code, after.out));
}

#[test]
fn a_file_that_somebody_else_changed_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("leaves.csv");
    fs::write(&path, "volunteer,from\nv9,2026-01-01\n").unwrap();
    assert!(matches!(replace(folder.path(), &[change()]), Err(Stopped { why: Trouble::Changed, .. })));
    assert_eq!(fs::read(&path).unwrap(), b"volunteer,from\nv9,2026-01-01\n");
    fs::remove_file(&path).unwrap();
    assert!(matches!(replace(folder.path(), &[change()]), Err(Stopped { why: Trouble::Unreadable(_), .. })));
    assert!(names(folder.path()).is_empty());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_are_kept_and_read_only_files_are_left_alone() {
        let folder = folder();
        let path = folder.path().join("leaves.csv");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace(folder.path(), &[change()]).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);

        fs::write(&path, OLD).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(replace(folder.path(), &[change()]), Err(Stopped { why: Trouble::ReadOnly, .. })));
        assert_eq!(fs::read(&path).unwrap(), OLD);
    }

    #[test]
    fn a_link_inside_the_book_stays_a_link_and_one_out_of_it_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("old")).unwrap();
        fs::write(folder.path().join("old/leaves.csv"), OLD).unwrap();
        symlink("old/leaves.csv", folder.path().join("leaves.csv")).unwrap();
        replace(folder.path(), &[change()]).unwrap();
        assert!(fs::symlink_metadata(folder.path().join("leaves.csv")).unwrap().is_symlink());
        assert_eq!(fs::read(folder.path().join("old/leaves.csv")).unwrap(), NEW);

        let outside = super::folder();
        let folder = tempfile::tempdir().unwrap();
        symlink(outside.path().join("leaves.csv"), folder.path().join("leaves.csv")).unwrap();
        symlink(outside.path(), folder.path().join("activities")).unwrap();
        for path in ["leaves.csv", "activities/leaves.csv"] {
            assert!(matches!(replace(folder.path(), &[Change { path, ..change() }]), Err(Stopped { why: Trouble::Unreadable(_), .. })), "{path}");
        }
        assert_eq!(fs::read(outside.path().join("leaves.csv")).unwrap(), OLD);
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_told_and_nothing_is_lost() {
        let folder = book("-- volunteers.csv\nname,id,track,joined\nAnn,v1,community,2020\n");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        let before = fs::read(folder.path().join("volunteers.csv")).unwrap();
        // Root may write everywhere.
        if fs::write(folder.path().join("probe"), "x").is_err() {
            let said = rollbook_on(folder.path(), "fmt --lang en", None, &[]);
            assert_eq!(said.code, 2, "{}", said.err);
            assert!(said.err.contains(".rollbook") && said.err.contains("Nothing was changed"), "{}", said.err);
            assert_eq!(fs::read(folder.path().join("volunteers.csv")).unwrap(), before);
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_read_only_file_is_told_and_no_other_is_written() {
        let text = "-- volunteers.csv\nname,id,track,joined\nAnn,v1,community,2020\n-- leaves.csv\nfrom,volunteer\n2026-01-01,v1\n";
        for (lang, words) in [("en", "Nothing was changed"), ("zh-CN", "所有文件都没有改动")] {
            let folder = book(text);
            let path = folder.path().join("volunteers.csv");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
            let said = rollbook_on(folder.path(), &format!("fmt --lang {lang}"), None, &[]);
            assert_eq!(said.code, 2, "{}", said.err);
            assert!(said.err.contains("chmod u+w volunteers.csv") && said.err.contains(words), "{}", said.err);
            assert!(!said.err.contains("written\n"), "{}", said.err);
            assert_eq!(fs::read_to_string(folder.path().join("leaves.csv")).unwrap(), "from,volunteer\n2026-01-01,v1\n");
        }
    }

    /// The references would be fixed and the id not: nothing is.
    #[test]
    fn a_read_only_table_of_ids_keeps_what_refers_to_it() {
        let folder = book("-- volunteers.csv\nid,name,track,joined\nv1 ,Ann,community,2020\n-- leaves.csv\nvolunteer,from\nv1 ,2026/1/1\n");
        fs::set_permissions(folder.path().join("volunteers.csv"), fs::Permissions::from_mode(0o444)).unwrap();
        let said = rollbook_on(folder.path(), "check --fix --lang en", None, &[]);
        assert_eq!(said.code, 2, "{}", said.err);
        assert_eq!(fs::read_to_string(folder.path().join("leaves.csv")).unwrap(), "volunteer,from\nv1 ,2026/1/1\n");
    }

    #[test]
    fn a_room_that_is_a_link_or_a_file_is_refused() {
        let outside = tempfile::tempdir().unwrap();
        for is_link in [true, false] {
            let (folder, changes) = two();
            let room = folder.path().join(".rollbook");
            if is_link {
                symlink(outside.path(), &room).unwrap()
            } else {
                fs::write(&room, "x").unwrap()
            }
            let stopped = replace(folder.path(), &changes).unwrap_err();
            assert!(matches!(stopped.why, Trouble::NoRoom(_)), "{stopped:?}");
            assert_eq!(old_or_new(&both(folder.path())), [false, false]);
            assert!(names(outside.path()).is_empty());
        }
    }

    /// The second folder can be read and not written: known before the first file is replaced.
    #[test]
    fn a_second_folder_that_may_not_be_written_stops_the_first_file() {
        let (folder, changes) = two();
        let second = folder.path().join("activities");
        fs::set_permissions(&second, fs::Permissions::from_mode(0o555)).unwrap();
        // Root may write everywhere.
        if fs::write(second.join("probe"), "x").is_err() {
            let stopped = replace(folder.path(), &changes).unwrap_err();
            assert!(matches!(stopped.why, Trouble::Folder(_)) && stopped.path == SECOND, "{stopped:?}");
            assert_eq!(old_or_new(&both(folder.path())), [false, false]);
        }
        fs::set_permissions(&second, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_file_that_is_put_back_is_the_very_file() {
        use std::os::unix::fs::MetadataExt;
        let (folder, changes) = two();
        let number = || fs::metadata(folder.path().join("leaves.csv")).unwrap().ino();
        let before = number();
        let stop = |step: Step, path: &str| if step == Step::Renamed && path == SECOND { Err(io::Error::other("EACCES")) } else { Ok(()) };
        replace_while(folder.path(), &changes, &stop).unwrap_err();
        assert_eq!((number(), old_or_new(&both(folder.path()))), (before, [false, false]));
    }
}
