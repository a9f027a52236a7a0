//! The command line of `cargo x COMMAND`; the work is in the library beside it.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use scripts::workspace::Workspace;
use scripts::{Outcome, ab, checks, compat, docs, licences, nightly, tidy, tools};

#[derive(Parser)]
#[command(name = "cargo x", about = "Checks and tools of the Ringkey repository")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Quick gate while working: format, clippy, tidy, unit tests
    Check,
    /// Everything that must pass before a change lands
    Test {
        /// Run only the steps whose name contains one of these words
        #[arg(long = "only", value_name = "WORD")]
        only: Vec<String>,
        /// Print the names of the steps and stop
        #[arg(long)]
        list: bool,
    },
    /// House rules on the sources as text
    Tidy,
    /// Licences of every crate that is linked or used in tests
    Licences,
    /// Transcripts against Ringkey's own server, built first
    Transcripts(compat::OwnOptions),
    /// Transcripts against a real Valkey (from the folder named by RINGKEY_PEERS)
    Compat(compat::PeerOptions),
    /// Ringkey beside a real Valkey (RINGKEY_PEERS), in turns; `--list` names the scenarios
    #[command(disable_help_flag = true)]
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// What clients notice while slots move: `slot`, `skew`, `spread`, `hops`
    #[command(disable_help_flag = true)]
    Moving {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// The current tree against another revision, in turns: CPU time per request inside one core
    Ab(ab::Options),
    /// Simulator; what follows is passed to it, for example `--seed 7`
    #[command(disable_help_flag = true)]
    Simulate {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// Slow checks by name; without a name, the list of them
    Nightly {
        /// Name of a part
        part: Option<String>,
        /// What the part `mutants` takes
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        further: Vec<String>,
    },
    /// Write the generated pages of docs/
    Docs {
        /// Change nothing; fail if a page is not what its generator prints
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("cargo x: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one task; `Ok(false)` when it found something wrong and has already said what.
fn run(task: Task) -> Outcome<bool> {
    let workspace = Workspace::load()?;
    match task {
        Task::Check => checks::check(&workspace),
        Task::Test { only, list } => checks::test(&workspace, &only, list),
        Task::Tidy => Ok(tidy::report(&workspace)?.failed == 0),
        Task::Licences => Ok(licences::report(&workspace)?.failed == 0),
        Task::Transcripts(options) => compat::own(&workspace, &options),
        Task::Compat(options) => compat::peer(&workspace, &options),
        Task::Bench { rest } => tools::bench(&workspace, &rest),
        Task::Moving { rest } => tools::moving(&workspace, &rest),
        Task::Ab(options) => ab::run(&workspace, &options),
        Task::Simulate { rest } => tools::pass_through(&workspace, &tools::SIMULATOR, &rest),
        Task::Nightly { part, further } => nightly::run(&workspace, part.as_deref(), &further),
        Task::Docs { check } => docs::run(&workspace, check),
    }
}
