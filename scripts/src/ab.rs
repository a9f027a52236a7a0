//! Two revisions compared: the current tree and an older one, both built here and run in turns.
//!
//! Both are built in one folder, one after the other: the folder's name is part of what a compiler
//! makes, and the same sources built in two folders differed by 2 % in speed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::run::hand_over;
use crate::tools::{AB, TURN_BENCH};
use crate::workspace::Workspace;

/// The program that is compared, with all it brings.
const BENCH_FOLDER: &str = "benches/turn";

/// What `cargo x ab` takes.
#[derive(clap::Args)]
pub struct Options {
    /// The revision to compare the current tree with
    #[arg(required_unless_present = "prove")]
    revision: Option<String>,
    /// Check the comparison itself: a planted slow-down of 5 % is seen, and none where none is
    #[arg(long)]
    prove: bool,
    /// Run the old revision's own bench program instead of the current one on its engine
    #[arg(long)]
    own_bench: bool,
    /// Passed on, for example `-- --ops set --depth 64`
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Builds both and compares them; `false` if the current tree is slower.
pub fn run(workspace: &Workspace, options: &Options) -> Outcome<bool> {
    let place = Place::make(workspace)?;
    let base = match &options.revision {
        Some(revision) if !options.prove => Some(place.build_old(revision, options.own_bench)?),
        _ => None,
    };
    let new = place.build_current()?;
    let base = base.unwrap_or_else(|| new.clone());
    let [base, new] = [base, new].map(|path| path.to_string_lossy().into_owned());
    let mut arguments = vec!["--base", &base, "--new", &new];
    if options.prove {
        arguments.push("--prove");
    }
    arguments.extend(options.rest.iter().map(String::as_str));
    hand_over(AB.command(workspace, &arguments)?)
}

/// Where both are built: a working tree of the repository beside the target folder's content.
struct Place<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
    tree: PathBuf,
}

impl<'a> Place<'a> {
    fn make(workspace: &'a Workspace) -> Outcome<Self> {
        let folder = workspace.target_directory.join("ab");
        let tree = folder.join("tree");
        if !tree.exists() {
            git(&workspace.root, &["worktree", "prune"])?;
            let text = tree.to_string_lossy();
            git(
                &workspace.root,
                &["worktree", "add", "--quiet", "--detach", &text, "HEAD"],
            )?;
        }
        Ok(Self {
            workspace,
            folder,
            tree,
        })
    }

    fn build_old(&self, revision: &str, own_bench: bool) -> Outcome<PathBuf> {
        self.check_out(revision)?;
        if !own_bench {
            let files = self.files(BENCH_FOLDER)?;
            self.bring(&files)?;
        }
        self.build("base").map_err(|error| {
            format!("{revision}: {error}; if its engine has another interface, try --own-bench")
        })
    }

    /// The tree as it is, with what is not committed.
    fn build_current(&self) -> Outcome<PathBuf> {
        self.check_out("HEAD")?;
        let files = self.files(".")?;
        self.bring(&files)?;
        self.build("new")
    }

    fn check_out(&self, revision: &str) -> Outcome<()> {
        let commit = format!("{revision}^{{commit}}");
        let hash = git(&self.workspace.root, &["rev-parse", "--verify", &commit])?;
        git(
            &self.tree,
            &["checkout", "--quiet", "--force", "--detach", &hash],
        )?;
        git(&self.tree, &["clean", "--quiet", "--force", "-d"]).map(|_| ())
    }

    /// Files of the current tree below a folder, relative to the root.
    fn files(&self, below: &str) -> Outcome<Vec<String>> {
        let list = [
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "--",
            below,
        ];
        let listed = git(&self.workspace.root, &list)?;
        Ok(listed.lines().map(str::to_string).collect())
    }

    /// Copies what differs, so that cargo builds nothing again without need.
    fn bring(&self, files: &[String]) -> Outcome<()> {
        for file in files {
            let (from, to) = (self.workspace.path(file), self.tree.join(file));
            let failed = |error: std::io::Error| format!("cannot copy {file}: {error}");
            let Ok(bytes) = fs::read(&from) else {
                // Deleted and not committed.
                let _ = fs::remove_file(&to);
                continue;
            };
            if fs::read(&to).is_ok_and(|there| there == bytes) {
                continue;
            }
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(failed)?;
            }
            fs::write(&to, bytes).map_err(failed)?;
        }
        Ok(())
    }

    fn build(&self, name: &str) -> Outcome<PathBuf> {
        let target = self.folder.join("build");
        let arguments = [
            "build",
            "--quiet",
            "--release",
            "--package",
            TURN_BENCH.package,
        ];
        let mut build = self.workspace.cargo(&arguments);
        build
            .current_dir(&self.tree)
            .env("CARGO_TARGET_DIR", &target);
        if !hand_over(build)? {
            return Err(format!("{} does not build", TURN_BENCH.package));
        }
        // The other build would take its place.
        let built = target.join("release").join(TURN_BENCH.program);
        let program = self.folder.join(format!("{}-{name}", TURN_BENCH.program));
        fs::copy(&built, &program)
            .map_err(|error| format!("cannot copy {}: {error}", built.display()))?;
        Ok(program)
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Outcome<String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("cannot start git: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "git {} failed: {}",
            arguments.join(" "),
            said.trim()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}
