//! Transcripts against servers: `cargo x compat` (a real Valkey), `cargo x transcripts` (ours).

use std::path::PathBuf;

use clap::Args;

use crate::Outcome;
use crate::run::Tally;
use crate::tools::{own_server, peer_server, server_at};
use crate::transcript::{Played, Script, ServerPlan, SocketTarget, play, record};
use crate::workspace::Workspace;

const FOLDER: &str = "tests/transcripts";

/// Numbers of cores that Ringkey's server is tested with.
const CORES: &[u16] = &[1, 4];

#[derive(Args, Default)]
pub struct PeerOptions {
    /// Rewrite the replies in the files with those of the real server
    #[arg(long)]
    record: bool,
    /// Program to compare with, instead of bin/valkey-server in the folder RINGKEY_PEERS
    #[arg(long)]
    server: Option<PathBuf>,
    /// Transcripts to play: words that occur in their names; none means all
    names: Vec<String>,
}

#[derive(Args, Default)]
pub struct OwnOptions {
    /// Numbers of cores to play them with
    #[arg(long, value_delimiter = ',')]
    cores: Vec<u16>,
    /// Transcripts to play: words that occur in their names; none means all
    names: Vec<String>,
}

/// Plays the transcripts against a real Valkey, or records them.
pub fn peer(workspace: &Workspace, options: &PeerOptions) -> Outcome<bool> {
    let plan = match &options.server {
        Some(program) => server_at(program.clone())?,
        None => peer_server()?,
    };
    let mut tally = Tally::default();
    for script in scripts(workspace, &options.names)? {
        tally.add(play_file(
            workspace,
            &plan,
            &script,
            options.record,
            "valkey",
        ));
    }
    summary(tally)
}

/// Plays the transcripts against Ringkey's server, built first.
pub fn own(workspace: &Workspace, options: &OwnOptions) -> Outcome<bool> {
    summary(own_report(workspace, options)?)
}

/// As [`own`]; one check per file and number of cores.
pub fn own_report(workspace: &Workspace, options: &OwnOptions) -> Outcome<Tally> {
    let scripts = scripts(workspace, &options.names)?;
    let server = own_server(workspace, "dev")?;
    let cores = if options.cores.is_empty() {
        CORES
    } else {
        &options.cores
    };
    let mut tally = Tally::default();
    for count in cores {
        let plan = server(*count);
        for script in &scripts {
            let label = format!("{count} cores");
            tally.add(play_file(workspace, &plan, script, false, &label));
        }
    }
    Ok(tally)
}

fn summary(tally: Tally) -> Outcome<bool> {
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(tally.failed == 0)
}

fn scripts(workspace: &Workspace, names: &[String]) -> Outcome<Vec<Script>> {
    let entries = std::fs::read_dir(workspace.path(FOLDER))
        .map_err(|error| format!("cannot list {FOLDER}: {error}"))?;
    let mut files: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    files.retain(|file| file.ends_with(".txt"));
    files.retain(|file| names.is_empty() || names.iter().any(|name| file.contains(name.as_str())));
    files.sort();
    if files.is_empty() {
        return Err(format!("no transcript in {FOLDER} is named like {names:?}"));
    }
    let mut scripts = Vec::new();
    for file in files {
        let path = format!("{FOLDER}/{file}");
        let text = std::fs::read_to_string(workspace.path(&path))
            .map_err(|error| format!("cannot read {path}: {error}"))?;
        scripts.push(Script::parse(&path, &text)?);
    }
    Ok(scripts)
}

/// Plays one file on a server of its own; every file starts from an empty one.
fn play_file(
    workspace: &Workspace,
    plan: &ServerPlan,
    script: &Script,
    recording: bool,
    label: &str,
) -> Tally {
    match try_file(workspace, plan, script, recording) {
        Ok(failures) => {
            for failure in &failures {
                println!("{label}: {failure}");
            }
            Tally::of(failures.is_empty())
        }
        Err(message) => {
            println!("{label}: {}: {message}", script.path);
            Tally::FAIL
        }
    }
}

fn try_file(
    workspace: &Workspace,
    plan: &ServerPlan,
    script: &Script,
    recording: bool,
) -> Outcome<Vec<String>> {
    let server = plan.start(&script.server_arguments)?;
    let mut target = SocketTarget::new(server.address());
    let run = if recording { record } else { play };
    let Played { failures, text } = run(script, &mut target);
    let mut failures: Vec<String> = failures.iter().map(ToString::to_string).collect();
    let ended = if script.server_ends {
        server.wait_for_end()
    } else {
        server.stop()
    };
    if let Err(message) = ended {
        failures.push(format!("{}: {message}", script.path));
    }
    if recording && failures.is_empty() {
        let path = workspace.path(&script.path);
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        if old != text {
            std::fs::write(&path, text)
                .map_err(|error| format!("cannot write {}: {error}", script.path))?;
            println!("recorded {}", script.path);
        }
    }
    Ok(failures)
}
