//! From runs of a file to what passes, what waits for what, and what fails without such a reason.
//!
//! A case that ends half-way leaves things behind (an open transaction, keys, subscribers) at which
//! later cases fail that need nothing that is missing. So a file is run again without the cases
//! that wait, until no further one is found. What fails even then is run alone.

use std::collections::BTreeSet;

use super::harness::{FileRun, Selection};
use super::missing::missing_in_text;
use super::recorder::Started;
use super::report::Entry;
use crate::Outcome;

/// A case that passes on Valkey and not here, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Open {
    pub(super) case: String,
    /// The first command or parameter that was refused; or the words of a failure.
    pub(super) reason: String,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FileTally {
    pub(super) unit: String,
    /// Cases passed when all are run.
    pub(super) passed_at_first: usize,
    /// Cases passed without those that wait, or alone.
    pub(super) passed: usize,
    /// Cases with a command or parameter that is not there yet.
    pub(super) waiting: Vec<Open>,
    /// Cases that pass alone and not after others without those that wait.
    pub(super) alone: Vec<Open>,
    /// Cases that the suite itself leaves out on such a server.
    pub(super) left_out: Vec<Open>,
    /// Cases that fail although nothing they need was refused.
    pub(super) failed: Vec<Open>,
}

/// A file in which each further run still finds new reasons has something else wrong with it.
const ROUNDS_MAX: usize = 8;

/// Cases that the suite does not run on a server like ours, and why.
const LEFT_OUT: &[(&str, &str)] = &[(
    "trim on SET with big value",
    "run only where `mem_allocator` of INFO is jemalloc",
)];

const HANGS: &str = "hangs";
const UNKNOWN: &str = "an earlier failure";

/// Runs a file until nothing more is found. `expected` are the cases that pass on Valkey, in their
/// order.
pub(super) fn tally(
    unit: &str,
    expected: &[String],
    mut run: impl FnMut(Selection) -> Outcome<FileRun>,
) -> Outcome<FileTally> {
    let mut tally = FileTally {
        unit: unit.to_string(),
        ..FileTally::default()
    };
    let mut without: Vec<String> = Vec::new();
    // Passes of names that stand for several cases, of which another one waits.
    let mut passed_before = 0;
    for round in 0..ROUNDS_MAX {
        let result = run(Selection::Without(&without))?;
        let passed = result.report.passed().count();
        if round == 0 {
            tally.passed_at_first = passed;
        }
        let found = waiting(&result);
        tally.passed = passed_before + passed;
        if found.is_empty() {
            tally.sort_failures(failures(&result), &mut run)?;
            tally.sort_lost(lost(&result, expected, &without));
            return Ok(tally);
        }
        let names: BTreeSet<&String> = found.iter().map(|open| &open.case).collect();
        passed_before += result
            .report
            .passed()
            .filter(|name| names.iter().any(|other| other == name))
            .count();
        without.extend(names.into_iter().cloned());
        tally.waiting.extend(found);
    }
    Err(format!(
        "{unit}: further cases wait after {ROUNDS_MAX} rounds"
    ))
}

impl FileTally {
    /// What passes alone has failed only at what others left behind.
    fn sort_failures(
        &mut self,
        failures: Vec<Open>,
        run: &mut impl FnMut(Selection) -> Outcome<FileRun>,
    ) -> Outcome<()> {
        for open in failures {
            let alone = run(Selection::Only(&open.case))?.report;
            let passes = alone.passed().any(|case| case == open.case);
            if passes && alone.entries.iter().all(|entry| entry.failure.is_none()) {
                self.passed += 1;
                self.alone.push(open);
            } else {
                self.failed.push(open);
            }
        }
        Ok(())
    }

    fn sort_lost(&mut self, lost: Vec<Open>) {
        for mut open in lost {
            let left_out = LEFT_OUT.iter().find(|(case, _)| *case == open.case);
            if open.reason != UNKNOWN {
                self.waiting.push(open);
            } else if let Some((_, reason)) = left_out {
                open.reason = reason.to_string();
                self.left_out.push(open);
            } else {
                self.failed.push(open);
            }
        }
    }
}

/// Failed cases during which something was refused; and the case in which the runner stopped.
fn waiting(run: &FileRun) -> Vec<Open> {
    let mut found = Vec::new();
    let mut started = run.started.iter();
    for entry in &run.report.entries {
        let Some(case) = &entry.case else { continue };
        // Cases are reported in the order in which they are announced.
        let announced = started.by_ref().find(|started| started.case == *case);
        let Some(failure) = &entry.failure else {
            continue;
        };
        let reason = announced
            .and_then(first_missing)
            .or_else(|| missing_in_text(failure));
        if let Some(reason) = reason {
            let case = case.clone();
            found.push(Open { case, reason });
        }
    }
    if !run.report.complete
        && let Some(last) = run.started.last()
        && run.report.entries.last().and_then(|e| e.case.as_ref()) != Some(&last.case)
    {
        let reason = first_missing(last).unwrap_or_else(|| HANGS.to_string());
        let case = last.case.clone();
        found.push(Open { case, reason });
    }
    found
}

fn first_missing(started: &Started) -> Option<String> {
    started.missing.first().cloned()
}

fn failures(run: &FileRun) -> Vec<Open> {
    let failed = run.report.entries.iter().filter_map(|entry| {
        let case = entry.case.clone()?;
        let failure = entry.failure.as_ref()?;
        let mut words: Vec<&str> = failure.lines().skip(1).map(str::trim).collect();
        words.truncate(3);
        let reason = words.join(" ");
        Some(Open { case, reason })
    });
    failed.collect()
}

/// Cases that never ran because the block around them had ended: each with what ended the last
/// block that did so before its place.
fn lost(run: &FileRun, expected: &[String], without: &[String]) -> Vec<Open> {
    let seen: BTreeSet<&str> = run
        .report
        .entries
        .iter()
        .filter_map(|entry| entry.case.as_deref())
        .chain(without.iter().map(String::as_str))
        .collect();
    let ends = block_ends(&run.report.entries, expected);
    let mut lost = Vec::new();
    for (place, case) in expected.iter().enumerate() {
        if seen.contains(case.as_str()) {
            continue;
        }
        let end = ends.iter().rev().find(|(at, _)| *at <= place);
        let reason = end.map_or(UNKNOWN, |(_, reason)| reason);
        lost.push(Open {
            case: case.clone(),
            reason: reason.to_string(),
        });
    }
    lost
}

/// Failures outside of cases: the place in `expected` after which they came, and the reason.
fn block_ends(entries: &[Entry], expected: &[String]) -> Vec<(usize, String)> {
    let mut place = 0;
    let mut ends = Vec::new();
    for entry in entries {
        match (&entry.case, &entry.failure) {
            (Some(case), _) => {
                let ahead = expected.iter().skip(place);
                if let Some(steps) = ahead.clone().position(|name| name == case) {
                    place += steps + 1;
                }
            }
            (None, Some(failure)) => {
                let reason = missing_in_text(failure).unwrap_or_else(|| UNKNOWN.to_string());
                ends.push((place, reason));
            }
            (None, None) => {}
        }
    }
    ends
}
