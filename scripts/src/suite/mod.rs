//! Valkey's own Tcl suite in its external mode: what passes, and what the rest waits for.

mod harness;
mod missing;
mod page;
mod recorder;
mod report;
mod tally;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::Outcome;
use crate::docs::write_part;
use crate::tools::{own_server, peer_server, peers_folder};
use crate::workspace::Workspace;
use harness::{Harness, Selection};
use page::Results;
use tally::{FileTally, tally};

/// Files whose subject is served so far.
const UNITS: &[&str] = &[
    "unit/quit",
    "unit/protocol",
    "unit/querybuf",
    "unit/info-command",
    "unit/type/string",
    "unit/type/incr",
    "unit/type/list",
    "unit/type/list-2",
    "unit/type/list-3",
    "unit/type/hash",
    "unit/type/set",
    "unit/type/zset",
    "unit/type/stream",
    "unit/type/stream-cgroups",
    "unit/hashexpire",
    "unit/expire",
    "unit/sort",
    "unit/scan",
    "unit/bitops",
    "unit/bitfield",
    "unit/hyperloglog",
    "unit/geo",
    "unit/dump",
    "unit/keyspace",
    "unit/lazyfree",
    "unit/other",
    "unit/slowlog",
    "unit/commandlog",
    "unit/latency-monitor",
    "unit/introspection-2",
    "unit/multi",
    "unit/pubsub",
    "unit/pause",
];

/// Folder of Valkey's sources inside the peers' folder.
const TREE: &str = "valkey-tests";

const PAGE: &str = "docs/suite.md";
const PART: &str = "valkey-suite";

const CORES: &[u16] = &[1, 4];

/// Files run beside each other.
const FILES_AT_ONCE: usize = 3;

/// Runs the files on a real Valkey and on ours, writes the page; `false` if a case fails that
/// waits for nothing.
pub fn run(workspace: &Workspace) -> Outcome<bool> {
    let harness = Harness::new(peers_folder()?.join(TREE))?;
    let valkey = peer_server()?;
    let own = own_server(workspace, "quick")?;
    let expected = each(UNITS, |_, unit| {
        let report = harness.run(unit, &valkey, Selection::Without(&[]))?.report;
        let passed: Vec<String> = report.passed().map(ToString::to_string).collect();
        println!("Valkey: {unit}: {} passed", passed.len());
        Ok(passed)
    })?;
    let mut results = Results {
        expected: UNITS
            .iter()
            .zip(&expected)
            .map(|(unit, cases)| (unit.to_string(), cases.len()))
            .collect(),
        tallies: Vec::new(),
    };
    for cores in CORES {
        let plan = own(*cores);
        let files = each(UNITS, |place, unit| {
            let file = tally(unit, &expected[place], |selection| {
                harness.run(unit, &plan, selection)
            })?;
            say(*cores, &file);
            Ok(file)
        })?;
        results.tallies.push((*cores, files));
    }
    write_part(workspace, PAGE, PART, &results.markdown())?;
    Ok(results.good())
}

/// Some files at once, most of whose time is waiting. The results are in the order of the files.
fn each<T: Send>(
    units: &[&str],
    work: impl Fn(usize, &str) -> Outcome<T> + Sync,
) -> Outcome<Vec<T>> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..FILES_AT_ONCE {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(unit) = units.get(place) else {
                        return;
                    };
                    let result = work(place, unit);
                    let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
                    results.insert(place, result);
                }
            });
        }
    });
    let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.into_values().collect()
}

fn say(cores: u16, file: &FileTally) {
    println!(
        "{cores} cores: {}: {} passed ({} when all are run), {} wait, {} failed",
        file.unit,
        file.passed,
        file.passed_at_first,
        file.waiting.len(),
        file.failed.len()
    );
    for open in &file.failed {
        println!("    {}: {}", open.case, open.reason);
    }
}
