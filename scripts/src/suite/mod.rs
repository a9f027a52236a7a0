//! Valkey's own Tcl suite in its external mode: what passes, and what the rest waits for.

mod harness;
mod missing;
mod page;
mod recorder;
mod report;
mod tally;
#[cfg(test)]
mod tests;

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
    "unit/expire",
    "unit/keyspace",
    "unit/scan",
    "unit/multi",
    "unit/pubsub",
];

/// Folder of Valkey's sources inside the peers' folder.
const TREE: &str = "valkey-tests";

const PAGE: &str = "docs/suite.md";
const PART: &str = "valkey-suite";

const CORES: &[u16] = &[1, 4];

/// Runs the files on a real Valkey and on ours, writes the page; `false` if a case fails that
/// waits for nothing.
pub fn run(workspace: &Workspace) -> Outcome<bool> {
    let harness = Harness::new(peers_folder()?.join(TREE))?;
    let valkey = peer_server()?;
    let own = own_server(workspace, "quick")?;
    let mut expected = Vec::new();
    for unit in UNITS {
        let report = harness.run(unit, &valkey, Selection::Without(&[]))?.report;
        let passed: Vec<String> = report.passed().map(ToString::to_string).collect();
        println!("Valkey: {unit}: {} passed", passed.len());
        expected.push(passed);
    }
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
        let mut files = Vec::new();
        for (unit, expected) in UNITS.iter().zip(&expected) {
            let file = tally(unit, expected, |selection| {
                harness.run(unit, &plan, selection)
            })?;
            say(*cores, &file);
            files.push(file);
        }
        results.tallies.push((*cores, files));
    }
    write_part(workspace, PAGE, PART, &results.markdown())?;
    Ok(results.good())
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
