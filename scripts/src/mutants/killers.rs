//! The killing set: what must notice a fault, the fastest first, and what it said.

use std::fs::{self, File};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::run::{End, watch};

use super::scratch::Scratch;

struct Killer {
    name: &'static str,
    /// Arguments of the cargo that builds it, and of the one that runs it.
    build: &'static [&'static str],
    run: &'static [&'static str],
}

const KILLERS: &[Killer] = &[
    Killer {
        name: "keyspace tests",
        build: &[
            "test",
            "--quiet",
            "--lib",
            "--no-run",
            "--package",
            "ringkey-keyspace",
        ],
        run: &["test", "--quiet", "--lib", "--package", "ringkey-keyspace"],
    },
    Killer {
        name: "engine tests",
        build: &[
            "test",
            "--quiet",
            "--tests",
            "--no-run",
            "--package",
            "ringkey-engine",
        ],
        run: &["test", "--quiet", "--tests", "--package", "ringkey-engine"],
    },
    Killer {
        name: "transcripts",
        build: &[
            "test",
            "--quiet",
            "--tests",
            "--no-run",
            "--package",
            "ringkey-engine-transcripts",
        ],
        run: &[
            "test",
            "--quiet",
            "--tests",
            "--package",
            "ringkey-engine-transcripts",
        ],
    },
    Killer {
        name: "simulator",
        build: &["build", "--quiet", "--package", "ringkey-simulator"],
        run: &[
            "run",
            "--quiet",
            "--package",
            "ringkey-simulator",
            "--",
            "--fail-fast",
            "--seeds",
            "0..1200",
        ],
    },
];

/// Time in which the whole set runs, building apart. What is longer is a hang, and noticed.
const RUN_LIMIT: Duration = Duration::from_secs(180);

/// A build that takes longer has gone wrong in itself.
const BUILD_LIMIT: Duration = Duration::from_secs(30 * 60);

/// Address space of what runs, in KiB: a fault may ask for memory without end.
const MEMORY_MAX_KIB: u64 = 8 << 20;

/// What came of one mutant.
pub(super) enum Verdict {
    Killed(Killed),
    Missed,
    /// It does not build, so it is no fault that could be made.
    Unviable,
    /// The user wants to end.
    Stopped,
}

pub(super) struct Killed {
    pub(super) by: &'static str,
    pub(super) how: String,
}

/// Lets the tree as it is meet the killing set; the time is that of the runs.
pub(super) fn meet(
    scratch: &Scratch,
    stop: &AtomicBool,
    verbose: bool,
) -> Outcome<(Verdict, Duration)> {
    let mut ran = Duration::ZERO;
    for killer in KILLERS {
        let verdict = match step(scratch, stop, killer.build, BUILD_LIMIT)? {
            End::Good => None,
            End::Bad => {
                printed(scratch, verbose);
                Some(Verdict::Unviable)
            }
            End::Late => return Err(format!("{}: the build hangs", killer.name)),
            End::Stopped => Some(Verdict::Stopped),
        };
        if let Some(verdict) = verdict {
            return Ok((verdict, ran));
        }
        let started = Instant::now();
        let end = step(scratch, stop, killer.run, RUN_LIMIT.saturating_sub(ran))?;
        ran += started.elapsed();
        let how = match end {
            End::Good => continue,
            End::Bad => evidence(&printed(scratch, verbose)),
            End::Late => "a hang".to_string(),
            End::Stopped => return Ok((Verdict::Stopped, ran)),
        };
        let by = killer.name;
        return Ok((Verdict::Killed(Killed { by, how }), ran));
    }
    Ok((Verdict::Missed, ran))
}

fn step(scratch: &Scratch, stop: &AtomicBool, arguments: &[&str], limit: Duration) -> Outcome<End> {
    let name = |error| format!("{}: {error}", scratch.output.display());
    let output = File::create(&scratch.output).map_err(name)?;
    let errors = output.try_clone().map_err(name)?;
    let limited = arguments.first() != Some(&"build") && !arguments.contains(&"--no-run");
    let mut command = scratch.command("sh");
    let script = match limited {
        true => format!("ulimit -v {MEMORY_MAX_KIB}; exec cargo \"$@\""),
        false => "exec cargo \"$@\"".to_string(),
    };
    // A compiler that is killed leaves a cache that no longer builds: a build goes to its end.
    let stops = || limited && stop.load(Ordering::Relaxed);
    command
        .args(["-c", &script, "cargo"])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(errors);
    let end = watch(command, limit, stops)?;
    Ok(match stop.load(Ordering::Relaxed) {
        true => End::Stopped,
        false => end,
    })
}

fn printed(scratch: &Scratch, verbose: bool) -> String {
    let output = fs::read(&scratch.output).unwrap_or_default();
    let output = String::from_utf8_lossy(&output).into_owned();
    if verbose {
        println!("{}", output.trim_end());
    }
    output
}

/// Longest text taken from a failing check.
const EVIDENCE_MAX: usize = 160;

/// The first line that says what a failing check found.
pub(super) fn evidence(output: &str) -> String {
    let test = output.lines().find_map(|line| {
        let name = line.strip_prefix("---- ")?.strip_suffix(" stdout ----")?;
        Some(name.to_string())
    });
    let seed = || {
        let mut lines = output.lines();
        let line = lines.find(|line| line.starts_with("seed "))?;
        let panic = line.ends_with(": a panic");
        let message =
            lines.find(|line| panic && !line.trim().is_empty() && !line.contains("panicked at"));
        Some(message.map_or(line.to_string(), |message| format!("{line}: {message}")))
    };
    let last = || {
        output
            .lines()
            .rfind(|line| !line.trim().is_empty())
            .map(str::to_string)
    };
    let found = test.or_else(seed).or_else(last).unwrap_or_default();
    match found.char_indices().nth(EVIDENCE_MAX) {
        Some((end, _)) => format!("{}...", &found[..end]),
        None => found,
    }
}
