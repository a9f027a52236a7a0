//! Compares two servers, reply by reply, over random commands. `differential --help`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use load::differential::{Options, Report, Runner};

/// Sends the same random commands to two servers and compares every reply byte by byte.
///
/// Both servers are emptied first. Exit code 0: no unexplained difference (with --flip-one-byte:
/// every flipped byte was noticed); 1: there are some; 2: the run itself failed.
#[derive(Parser, Debug)]
#[command(name = "differential")]
struct Arguments {
    /// Address of the server that is right by definition.
    #[arg(long)]
    reference: SocketAddr,
    /// Address of the server to be judged.
    #[arg(long)]
    subject: SocketAddr,
    /// Commands to send to each.
    #[arg(long, default_value_t = 1_000_000)]
    commands: u64,
    /// The same seed sends the same commands.
    #[arg(long, default_value_t = 20_261_123)]
    seed: u64,
    /// Clients; every other one speaks RESP3.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(2..=1000))]
    sessions: u32,
    /// Whole contents are compared after so many commands.
    #[arg(long, default_value_t = 50_000)]
    content_every: u64,
    /// How much longer than the other one server may take for a pipeline.
    #[arg(long, default_value_t = 5_000)]
    patience_ms: u64,
    /// Self test: corrupts one byte of the subject's replies, which must be noticed.
    #[arg(long)]
    flip_one_byte: bool,
    /// Self test with several flipped bytes, one after the other.
    #[arg(long, default_value_t = 0)]
    flips: u64,
    /// Differences printed in full.
    #[arg(long, default_value_t = 40)]
    show: u64,
    /// A Valkey that follows the subject as its replica; the outcome is whether it comes to hold
    /// the same, whatever the replies.
    #[arg(long)]
    follower: Option<SocketAddr>,
    /// Prints how often each command was sent.
    #[arg(long)]
    coverage: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!(
                "differential: the run ended early: {error} (if a server has crashed, the last \
                 difference printed names what it was asked)"
            );
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> std::io::Result<bool> {
    let started = Instant::now();
    let flips = arguments.flips.max(u64::from(arguments.flip_one_byte));
    let mut runner = Runner::start(Options {
        addrs: [arguments.reference, arguments.subject],
        commands: arguments.commands,
        seed: arguments.seed,
        sessions: arguments.sessions as usize,
        content_every: arguments.content_every.max(1),
        patience: Duration::from_millis(arguments.patience_ms),
        flips,
        shown_max: arguments.show,
        follower: arguments.follower,
    })?;
    let outcome = runner.run(|report: &Report| {
        eprintln!(
            "{:6.1} s: {} commands, {} differences",
            started.elapsed().as_secs_f64(),
            report.commands,
            report.differences
        );
    });
    println!(
        "seed {}, {:.1} s",
        arguments.seed,
        started.elapsed().as_secs_f64()
    );
    print!("{}", runner.report().summary());
    if arguments.coverage {
        print!("{}", runner.report().coverage());
    }
    outcome
}
