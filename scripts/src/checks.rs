//! `cargo x check` and `cargo x test`: lists of steps, all run, then one summary line.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::compat;
use crate::docs;
use crate::licences;
use crate::nightly::compare;
use crate::run::{Counting, Tally, run, works};
use crate::tidy;
use crate::tools::{DIFFERENTIAL, SIMULATOR, own_server};
use crate::workspace::Workspace;

/// Longest time of one step; the whole of `test` is meant to take under 25 minutes on 2 cores.
const STEP_LIMIT: Duration = Duration::from_secs(20 * 60);

/// Seeds of the simulator in every `cargo x test`.
const SEEDS: &str = "500";

/// Commands that one core and several answer alike, and flipped bytes that must be noticed.
const COMMANDS_COMPARED: &str = "100000";
const COMMANDS_WITH_FLIPS: &str = "20000";
const FLIPS: &str = "3";

/// Folder for builds with other compiler flags, so that they do not undo the usual ones.
const LOOM_TARGET: &str = "loom";

struct Step {
    name: &'static str,
    /// `None` means that what it needs is not there.
    work: fn(&Workspace) -> Outcome<Option<Tally>>,
}

const CHECK: &[Step] = &[
    Step {
        name: "format",
        work: format,
    },
    Step {
        name: "tidy",
        work: run_tidy,
    },
    Step {
        name: "clippy",
        work: clippy,
    },
    Step {
        name: "unit tests",
        work: unit_tests,
    },
];

const TEST: &[Step] = &[
    Step {
        name: "tidy",
        work: run_tidy,
    },
    Step {
        name: "licences",
        work: run_licences,
    },
    Step {
        name: "format",
        work: format,
    },
    Step {
        name: "clippy",
        work: clippy,
    },
    Step {
        name: "tests",
        work: all_tests,
    },
    Step {
        name: "loom",
        work: loom,
    },
    Step {
        name: "pages",
        work: pages,
    },
    Step {
        name: "transcripts",
        work: transcripts,
    },
    Step {
        name: "simulator",
        work: simulator,
    },
    Step {
        name: "differential",
        work: differential,
    },
];

/// The quick gate.
pub fn check(workspace: &Workspace) -> Outcome<bool> {
    run_steps(workspace, CHECK.iter())
}

/// The full gate, or those of its steps whose name contains a word of `only`.
pub fn test(workspace: &Workspace, only: &[String], list: bool) -> Outcome<bool> {
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|word| step.name.contains(word));
    if list {
        TEST.iter().for_each(|step| println!("{}", step.name));
        return Ok(true);
    }
    if !TEST.iter().any(|step| wanted(&step)) {
        return Err(format!(
            "no step is named like {only:?}; see `cargo x test --list`"
        ));
    }
    run_steps(workspace, TEST.iter().filter(wanted))
}

fn run_steps<'a>(workspace: &Workspace, steps: impl Iterator<Item = &'a Step>) -> Outcome<bool> {
    let mut total = Tally::default();
    let mut bad = Vec::new();
    let mut skipped = Vec::new();
    for step in steps {
        println!("== {}", step.name);
        let started = Instant::now();
        let tally = match (step.work)(workspace) {
            Ok(Some(tally)) => tally,
            Ok(None) => {
                skipped.push(step.name);
                continue;
            }
            Err(message) => {
                println!("{}: {message}", step.name);
                Tally::FAIL
            }
        };
        let Tally { passed, failed } = tally;
        let seconds = started.elapsed().as_secs_f32();
        println!(
            "== {}: {passed} good, {failed} bad in {seconds:.1} s",
            step.name
        );
        total.add(tally);
        if failed > 0 {
            bad.push(step.name);
        }
    }
    if !skipped.is_empty() {
        println!("skipped: {}", skipped.join(", "));
    }
    if !bad.is_empty() {
        println!("failed: {}", bad.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

fn cargo_step(command: Command, counting: Counting) -> Outcome<Option<Tally>> {
    run(command, counting, STEP_LIMIT).map(Some)
}

/// Whether a cargo subcommand can be had; rustup is asked to bring it if it is not there.
fn component(workspace: &Workspace, subcommand: &str, component: &str) -> bool {
    if works(workspace.cargo(&[subcommand, "--version"])) {
        return true;
    }
    let mut install = Command::new("rustup");
    install.args(["component", "add", component]);
    if works(install) && works(workspace.cargo(&[subcommand, "--version"])) {
        return true;
    }
    println!("cargo {subcommand} is not installed: `rustup component add {component}`");
    false
}

fn format(workspace: &Workspace) -> Outcome<Option<Tally>> {
    if !component(workspace, "fmt", "rustfmt") {
        return Ok(None);
    }
    cargo_step(
        workspace.cargo(&["fmt", "--all", "--", "--check"]),
        Counting::Whole,
    )
}

fn clippy(workspace: &Workspace) -> Outcome<Option<Tally>> {
    if !component(workspace, "clippy", "clippy") {
        return Ok(None);
    }
    let arguments = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    cargo_step(workspace.cargo(&arguments), Counting::Whole)
}

fn run_tidy(workspace: &Workspace) -> Outcome<Option<Tally>> {
    tidy::report(workspace).map(Some)
}

fn run_licences(workspace: &Workspace) -> Outcome<Option<Tally>> {
    licences::report(workspace).map(Some)
}

fn unit_tests(workspace: &Workspace) -> Outcome<Option<Tally>> {
    let arguments = ["test", "--quiet", "--workspace", "--lib", "--no-fail-fast"];
    cargo_step(workspace.cargo(&arguments), Counting::TestHarness)
}

fn all_tests(workspace: &Workspace) -> Outcome<Option<Tally>> {
    let arguments = ["test", "--quiet", "--workspace", "--no-fail-fast"];
    cargo_step(workspace.cargo(&arguments), Counting::TestHarness)
}

/// The interleavings of what threads share; loom wants optimised code and its own flag.
fn loom(workspace: &Workspace) -> Outcome<Option<Tally>> {
    let uses_loom = workspace
        .package("ringkey-mesh")
        .is_some_and(|package| package.dependencies.iter().any(|used| used.name == "loom"));
    if !uses_loom {
        return Ok(None);
    }
    let arguments = [
        "test",
        "--quiet",
        "--profile",
        "quick",
        "--package",
        "ringkey-mesh",
        "--lib",
    ];
    let mut command = workspace.cargo(&arguments);
    command.env("RUSTFLAGS", "--cfg loom").env(
        "CARGO_TARGET_DIR",
        workspace.target_directory.join(LOOM_TARGET),
    );
    cargo_step(command, Counting::TestHarness)
}

fn pages(workspace: &Workspace) -> Outcome<Option<Tally>> {
    docs::report(workspace, true).map(|tally| (tally != Tally::default()).then_some(tally))
}

fn transcripts(workspace: &Workspace) -> Outcome<Option<Tally>> {
    compat::own_report(workspace, &compat::OwnOptions::default()).map(Some)
}

fn simulator(workspace: &Workspace) -> Outcome<Option<Tally>> {
    if !SIMULATOR.exists(workspace) {
        return Ok(None);
    }
    cargo_step(
        SIMULATOR.command(workspace, &["--seeds", SEEDS])?,
        Counting::Whole,
    )
}

/// One core against several: the same replies, and one flipped byte is noticed.
fn differential(workspace: &Workspace) -> Outcome<Option<Tally>> {
    if !DIFFERENTIAL.exists(workspace) {
        return Ok(None);
    }
    let server = own_server(workspace, "dev")?;
    let mut tally = Tally::default();
    let flips = ["--commands", COMMANDS_WITH_FLIPS, "--flips", FLIPS];
    for further in [&["--commands", COMMANDS_COMPARED][..], &flips] {
        tally.add(Tally::of(compare(
            workspace,
            &server(1),
            &server(4),
            further,
        )?));
    }
    Ok(Some(tally))
}
