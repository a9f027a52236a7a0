//! Slow checks, each with a name: too long for every change, run by hand or at night.

use crate::Outcome;
use crate::compat;
use crate::mutants;
use crate::run::hand_over;
use crate::suite;
use crate::tools::{DIFFERENTIAL, EXCHANGE, SIMULATOR, SOAK, Tool, own_server, peer_server};
use crate::transcript::ServerPlan;
use crate::workspace::Workspace;

struct Part {
    name: &'static str,
    about: &'static str,
    /// Gets the further arguments of the command line.
    work: fn(&Workspace, &[String]) -> Outcome<bool>,
}

const PARTS: &[Part] = &[
    Part {
        name: "compat",
        about: "transcripts beside a real Valkey (RINGKEY_PEERS)",
        work: |workspace, _| compat::peer(workspace, &compat::PeerOptions::default()),
    },
    Part {
        name: "differential",
        about: "1,000,000 generated commands beside a real Valkey, on 1 and on 4 cores",
        work: |workspace, _| differential(workspace),
    },
    Part {
        name: "exchange",
        about: "10,000 values of each type and encoding to a real Valkey and back, by DUMP",
        work: |workspace, _| exchange(workspace),
    },
    Part {
        name: "follower",
        about: "1,000,000 generated commands, followed by a real Valkey, on 1 and on 4 cores",
        work: |workspace, _| follower(workspace),
    },
    Part {
        name: MUTANTS,
        about: "40 faults put into the engine, one at a time; at least 34 must be noticed",
        work: mutants::run,
    },
    Part {
        name: "seeds",
        about: "5,000 seeds of the simulator",
        work: |workspace, _| hand_over(SIMULATOR.command(workspace, &["--seeds", "5000"])?),
    },
    Part {
        name: "server",
        about: "what crates/server/tests leave out: 512 MB in and out, a million keys due at once",
        work: |workspace, _| server(workspace),
    },
    Part {
        name: "soak",
        about: "10 minutes of mixed load on 2 cores, every reply checked",
        work: |workspace, _| soak(workspace),
    },
    Part {
        name: "valkey-suite",
        about: "Valkey's own Tcl suite on 1 and on 4 cores; writes docs/suite.md (RINGKEY_PEERS)",
        work: |workspace, _| suite::run(workspace),
    },
];

const COMMANDS: &str = "1000000";

/// The one part that takes arguments.
const MUTANTS: &str = "mutants";

/// Runs one part, or prints the list.
pub fn run(workspace: &Workspace, name: Option<&str>, further: &[String]) -> Outcome<bool> {
    let Some(name) = name else {
        for part in PARTS {
            println!("{:<14} {}", part.name, part.about);
        }
        return Ok(true);
    };
    let Some(part) = PARTS.iter().find(|part| part.name == name) else {
        let names: Vec<_> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!("no part '{name}'; there are: {}", names.join(", ")));
    };
    if part.name != MUTANTS && !further.is_empty() {
        return Err(format!("'{name}' takes no arguments, got {further:?}"));
    }
    (part.work)(workspace, further)
}

fn differential(workspace: &Workspace) -> Outcome<bool> {
    let valkey = peer_server()?;
    let own = own_server(workspace, "quick")?;
    let mut good = true;
    for cores in [1, 4] {
        println!("== {cores} cores");
        good &= compare(workspace, &valkey, &own(cores), &["--commands", COMMANDS])?;
    }
    Ok(good)
}

/// A real Valkey follows the subject as its replica and must come to hold the same.
fn follower(workspace: &Workspace) -> Outcome<bool> {
    let valkey = peer_server()?;
    let own = own_server(workspace, "quick")?;
    let mut good = true;
    for cores in [1, 4] {
        println!("== {cores} cores");
        let follower = valkey.start(&[])?;
        let address = follower.address().to_string();
        let further = [
            "--commands",
            COMMANDS,
            "--follower",
            &address,
            "--show",
            "0",
        ];
        let further = [further.as_slice(), &["--content-every", "20000"]].concat();
        good &= compare(workspace, &valkey, &own(cores), &further)?;
        let stopped = follower.stop();
        stopped.map_err(|message| format!("follower: {message}"))?;
    }
    Ok(good)
}

fn exchange(workspace: &Workspace) -> Outcome<bool> {
    let (valkey, own) = (peer_server()?, own_server(workspace, "quick")?);
    between(workspace, &EXCHANGE, (&valkey, &own(2)), &[])
}

/// Starts both servers and runs the differential tool on them.
pub fn compare(
    workspace: &Workspace,
    reference: &ServerPlan,
    subject: &ServerPlan,
    further: &[&str],
) -> Outcome<bool> {
    between(workspace, &DIFFERENTIAL, (reference, subject), further)
}

fn between(
    workspace: &Workspace,
    tool: &Tool,
    (reference, subject): (&ServerPlan, &ServerPlan),
    further: &[&str],
) -> Outcome<bool> {
    let (reference, subject) = (reference.start(&[])?, subject.start(&[])?);
    let addresses = [
        reference.address().to_string(),
        subject.address().to_string(),
    ];
    let mut arguments = vec!["--reference", &addresses[0], "--subject", &addresses[1]];
    arguments.extend(further);
    let good = hand_over(tool.command(workspace, &arguments)?)?;
    reference
        .stop()
        .map_err(|message| format!("reference: {message}"))?;
    subject
        .stop()
        .map_err(|message| format!("subject: {message}"))?;
    Ok(good)
}

fn server(workspace: &Workspace) -> Outcome<bool> {
    let arguments = [
        "test",
        "--profile",
        "quick",
        "--package",
        "ringkey-server",
        "--no-fail-fast",
        "--",
        "--nocapture",
    ];
    let mut command = workspace.cargo(&arguments);
    command.env("RINGKEY_NIGHTLY", "1");
    hand_over(command)
}

fn soak(workspace: &Workspace) -> Outcome<bool> {
    let server = own_server(workspace, "quick")?(2).start(&[])?;
    let address = server.address().to_string();
    let good = hand_over(SOAK.command(workspace, &["--address", &address])?)?;
    server.stop()?;
    Ok(good)
}
