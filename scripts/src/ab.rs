//! Two revisions compared: the current tree and an older one, both built here and run in turns.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::run::hand_over;
use crate::tools::{AB, TURN_BENCH, built};
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
    let new = built(workspace, &TURN_BENCH, "release")?;
    let base = match &options.revision {
        Some(revision) if !options.prove => build_old(workspace, revision, options.own_bench)?,
        _ => new.clone(),
    };
    let [base, new] = [base, new].map(|path| path.to_string_lossy().into_owned());
    let mut arguments = vec!["--base", &base, "--new", &new];
    if options.prove {
        arguments.push("--prove");
    }
    arguments.extend(options.rest.iter().map(String::as_str));
    hand_over(AB.command(workspace, &arguments)?)
}

/// Checks the revision out beside the target folder's other content and builds its bench there.
fn build_old(workspace: &Workspace, revision: &str, own_bench: bool) -> Outcome<PathBuf> {
    let commit = format!("{revision}^{{commit}}");
    let hash = git(
        &workspace.root,
        &["rev-parse", "--verify", "--short=12", &commit],
    )?;
    let folder = workspace.target_directory.join("ab");
    let tree = folder.join(&hash);
    let tree_text = tree.to_string_lossy().into_owned();
    if tree.exists() {
        git(
            &tree,
            &["checkout", "--quiet", "--force", "--detach", &hash],
        )?;
    } else {
        git(&workspace.root, &["worktree", "prune"])?;
        let add = ["worktree", "add", "--quiet", "--detach", &tree_text, &hash];
        git(&workspace.root, &add)?;
    }
    if !own_bench {
        copy(&workspace.path(BENCH_FOLDER), &tree.join(BENCH_FOLDER))?;
    }
    // One folder for all revisions, so that outside crates are built once.
    let target = folder.join("build");
    let mut build = workspace.cargo(&["build", "--quiet", "--release", "--package"]);
    build
        .arg(TURN_BENCH.package)
        .current_dir(&tree)
        .env("CARGO_TARGET_DIR", &target);
    if !hand_over(build)? {
        return Err(format!(
            "{hash} does not build; if its engine has another interface, try --own-bench"
        ));
    }
    // The next revision's would take its place.
    let program = folder.join(format!("{}-{hash}", TURN_BENCH.program));
    let from = target.join("release").join(TURN_BENCH.program);
    fs::copy(&from, &program)
        .map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    Ok(program)
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

/// Copies files and folders over what is there.
fn copy(from: &Path, to: &Path) -> Outcome<()> {
    let failed = |error: std::io::Error| format!("cannot copy {}: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).map_err(failed)?;
        }
    }
    Ok(())
}
