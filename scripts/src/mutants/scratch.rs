//! A copy of the tree in which mutants are built, and its removal.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use crate::Outcome;
use crate::workspace::Workspace;

use super::list::Mutant;

/// Folder below the target directory: `tree` goes at the end, `build` is a cache as any other.
const FOLDER: &str = "mutants";

pub(super) struct Scratch {
    tree: PathBuf,
    build: PathBuf,
    /// What the last command printed.
    pub(super) output: PathBuf,
    /// Held as long as this run uses the folder.
    _lock: File,
}

impl Scratch {
    /// Copies all files that git knows or would know.
    ///
    /// Files keep their times, so that cargo does not build again what is as it was; those that
    /// mutants may have changed last time are new.
    pub(super) fn create(workspace: &Workspace, changed: &[&str]) -> Outcome<Self> {
        let folder = workspace.target_directory.join(FOLDER);
        let busy = |error| format!("is another run under way in {}? {error}", folder.display());
        fs::create_dir_all(&folder).map_err(|error| busy(error.to_string()))?;
        let lock = File::create(folder.join("lock")).map_err(|error| busy(error.to_string()))?;
        lock.try_lock().map_err(|error| busy(error.to_string()))?;
        let scratch = Self {
            _lock: lock,
            tree: folder.join("tree"),
            build: folder.join("build"),
            output: folder.join("output"),
        };
        scratch.remove();
        for path in files(workspace)? {
            let from = workspace.path(&path);
            // A file may be removed and not yet committed.
            if from.is_file() {
                scratch.copy(&from, &path, changed.contains(&&*path))?;
            }
        }
        Ok(scratch)
    }

    /// A command that runs in the copy.
    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.tree)
            .env("CARGO_TARGET_DIR", &self.build);
        command
    }

    /// Does the work while the copy has this fault.
    pub(super) fn with<T>(&self, mutant: &Mutant, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let path = self.tree.join(&mutant.file);
        let name = |error| format!("{}: {error}", mutant.file);
        let before = fs::read_to_string(&path).map_err(name)?;
        fs::write(&path, mutant.apply(&before)?).map_err(name)?;
        let result = work();
        fs::write(&path, before).map_err(name)?;
        result
    }

    fn copy(&self, from: &PathBuf, path: &str, new: bool) -> Outcome<()> {
        let name = |error| format!("cannot copy {path}: {error}");
        let to = self.tree.join(path);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(name)?;
        }
        fs::copy(from, &to).map_err(name)?;
        let time = match new {
            true => SystemTime::now(),
            false => from
                .metadata()
                .and_then(|found| found.modified())
                .map_err(name)?,
        };
        let file = File::options().write(true).open(&to).map_err(name)?;
        file.set_modified(time).map_err(name)
    }

    fn remove(&self) {
        // What is not there needs no removal.
        let _ = fs::remove_dir_all(&self.tree);
        let _ = fs::remove_file(&self.output);
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        self.remove();
    }
}

fn files(workspace: &Workspace) -> Outcome<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others"])
        .args(["--exclude-standard", "--deduplicate"])
        .current_dir(&workspace.root)
        .output()
        .map_err(|error| format!("cannot start git: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("git ls-files failed: {}", said.trim()));
    }
    let names = String::from_utf8_lossy(&output.stdout);
    Ok(names.split_terminator('\0').map(str::to_string).collect())
}
