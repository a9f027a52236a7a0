//! Slow checks, each with a name: too long for every change, run by hand or at night.

use crate::Outcome;
use crate::run::hand_over;
use crate::tools::{DIFFERENTIAL, SIMULATOR, Tool};
use crate::workspace::Workspace;

struct Part {
    name: &'static str,
    about: &'static str,
    tool: &'static Tool,
    arguments: &'static [&'static str],
}

const PARTS: &[Part] = &[
    Part {
        name: "seeds",
        about: "5,000 seeds of the simulator",
        tool: &SIMULATOR,
        arguments: &["--seeds", "5000"],
    },
    Part {
        name: "differential",
        about: "1,000,000 generated commands beside Valkey, on 1 and on 4 cores",
        tool: &DIFFERENTIAL,
        arguments: &["--commands", "1000000"],
    },
];

/// Runs one part, or prints the list.
pub fn run(workspace: &Workspace, name: Option<&str>) -> Outcome<bool> {
    let Some(name) = name else {
        for part in PARTS {
            let state = if part.tool.exists(workspace) {
                ""
            } else {
                " (not there yet)"
            };
            println!("{:<14} {}{state}", part.name, part.about);
        }
        return Ok(true);
    };
    let Some(part) = PARTS.iter().find(|part| part.name == name) else {
        let names: Vec<_> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!("no part '{name}'; there are: {}", names.join(", ")));
    };
    if !part.tool.exists(workspace) {
        return Err(format!(
            "part '{name}' needs package {}, not there yet",
            part.tool.package
        ));
    }
    hand_over(part.tool.command(workspace, part.arguments))
}
