//! Whatever stops a write, and wherever: a file is the old one or the new one, whole, and nobody else's change is lost.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::Path;

use rollbook::disk::write::{Step, replace_while};
use rollbook::disk::{Change, Trouble, replace};

use crate::program::{book, rollbook_on};

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

#[test]
fn after_every_step_the_file_is_the_old_one_or_the_new_one() {
    for stop in Step::ALL {
        let folder = folder();
        let path = folder.path().join("leaves.csv");
        let seen = RefCell::new(Vec::new());
        let result = replace_while(folder.path(), change(), &|step| {
            // What a program that is killed at this moment leaves behind.
            seen.borrow_mut().push((step, fs::read(&path).unwrap()));
            if step == *stop { Err(io::Error::other("stopped")) } else { Ok(()) }
        });
        assert!(matches!(result, Err(Trouble::Failed(step, _)) if step == *stop), "{stop:?}: {result:?}");
        for (step, there) in seen.borrow().iter() {
            let is_new = matches!(step, Step::Renamed | Step::FolderSynced);
            assert_eq!(there, if is_new { NEW } else { OLD }, "{step:?}");
        }
        let stays = fs::read(&path).unwrap();
        assert_eq!(stays, if matches!(stop, Step::Renamed | Step::FolderSynced) { NEW } else { OLD }, "{stop:?}");
        assert_eq!(names(folder.path()), ["leaves.csv"], "{stop:?} leaves something behind");
    }
    let folder = folder();
    let seen = RefCell::new(Vec::new());
    replace_while(folder.path(), change(), &|step| {
        seen.borrow_mut().push(step);
        Ok(())
    })
    .unwrap();
    assert_eq!(*seen.borrow(), Step::ALL);
    assert_eq!(fs::read(folder.path().join("leaves.csv")).unwrap(), NEW);
}

#[test]
fn a_file_that_somebody_else_changed_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("leaves.csv");
    fs::write(&path, "volunteer,from\nv9,2026-01-01\n").unwrap();
    assert!(matches!(replace(folder.path(), change()), Err(Trouble::Changed)));
    assert_eq!(fs::read(&path).unwrap(), b"volunteer,from\nv9,2026-01-01\n");
    fs::remove_file(&path).unwrap();
    assert!(matches!(replace(folder.path(), change()), Err(Trouble::Unreadable(_))));
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
        replace(folder.path(), change()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);

        fs::write(&path, OLD).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(replace(folder.path(), change()), Err(Trouble::ReadOnly)));
        assert_eq!(fs::read(&path).unwrap(), OLD);
    }

    #[test]
    fn a_link_inside_the_book_stays_a_link_and_one_out_of_it_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("old")).unwrap();
        fs::write(folder.path().join("old/leaves.csv"), OLD).unwrap();
        symlink("old/leaves.csv", folder.path().join("leaves.csv")).unwrap();
        replace(folder.path(), change()).unwrap();
        assert!(fs::symlink_metadata(folder.path().join("leaves.csv")).unwrap().is_symlink());
        assert_eq!(fs::read(folder.path().join("old/leaves.csv")).unwrap(), NEW);

        let outside = super::folder();
        let folder = tempfile::tempdir().unwrap();
        symlink(outside.path().join("leaves.csv"), folder.path().join("leaves.csv")).unwrap();
        symlink(outside.path(), folder.path().join("activities")).unwrap();
        for path in ["leaves.csv", "activities/leaves.csv"] {
            assert!(matches!(replace(folder.path(), Change { path, ..change() }), Err(Trouble::Unreadable(_))), "{path}");
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
            assert!(said.err.contains("volunteers.csv could not be written"), "{}", said.err);
            assert_eq!(fs::read(folder.path().join("volunteers.csv")).unwrap(), before);
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_read_only_file_is_told_and_the_others_are_written() {
        let folder = book("-- volunteers.csv\nname,id,track,joined\nAnn,v1,community,2020\n-- leaves.csv\nfrom,volunteer\n2026-01-01,v1\n");
        let path = folder.path().join("volunteers.csv");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let said = rollbook_on(folder.path(), "fmt --lang en", None, &[]);
        assert_eq!(said.code, 2, "{}", said.err);
        assert!(said.err.contains("chmod u+w volunteers.csv") && said.err.contains("leaves.csv written"), "{}", said.err);
        assert_eq!(fs::read_to_string(folder.path().join("leaves.csv")).unwrap(), "volunteer,from\nv1,2026-01-01\n");
    }
}
