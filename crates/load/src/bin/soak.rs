//! Works on one server for long and checks every reply. `soak --help`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use load::soak::{Options, Summary, run, world::World};

/// Many clients with deep pipelines; every reply is checked against a model or an invariant.
///
/// The server is emptied first. Exit code 0: everything held; 1: a reply was wrong.
#[derive(Parser, Debug)]
#[command(name = "soak")]
struct Arguments {
    /// Address of the server.
    #[arg(long)]
    addr: SocketAddr,
    /// Clients with private keys; 25 others come on top.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    clients: u32,
    /// Unanswered requests per client.
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    depth: u32,
    #[arg(long, default_value_t = 600.0)]
    seconds: f64,
    #[arg(long, default_value_t = 20_261_123)]
    seed: u64,
    /// Hold a publisher's messages to their order within each channel only.
    #[arg(long)]
    order_per_channel: bool,
    /// Hands so many slots per second from core to core (RINGKEY MOVE).
    #[arg(long, default_value_t = 0.0)]
    moves_per_second: f64,
    /// The address is a node's of a cluster: clients follow its map and its redirections. They are
    /// threads; 8 clients of depth 32 are many.
    #[arg(long, conflicts_with = "flip_one_byte")]
    cluster: bool,
    /// Changes the number of cores every so many seconds (CONFIG SET).
    #[arg(long, default_value_t = 0.0)]
    core_changes_every_seconds: f64,
    /// Cores at most that are asked for.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u64).range(1..=64))]
    cores_most: u64,
    /// Self test: corrupts one byte of one reply; then exit code 0 means that it was noticed.
    #[arg(long)]
    flip_one_byte: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let options = Options {
        addr: arguments.addr,
        clients: arguments.clients as usize,
        depth: arguments.depth as usize,
        duration: Duration::from_secs_f64(arguments.seconds.max(0.0)),
        seed: arguments.seed,
        order_over_channels: !arguments.order_per_channel,
        moves_per_second: arguments.moves_per_second,
        core_changes_every_seconds: arguments.core_changes_every_seconds,
        cores_most: arguments.cores_most,
        flip: arguments.flip_one_byte,
    };
    let progress = |world: &World, seconds: f64| {
        let rate = world.requests as f64 / seconds;
        eprintln!(
            "{seconds:7.1} s: {} replies checked, {rate:.0}/s",
            world.requests
        );
    };
    let result = if arguments.cluster {
        load::soak::cluster::run(&options)
    } else {
        run(&options, progress)
    };
    match result {
        Ok(_) if options.flip => {
            println!("soak: the flipped byte was not noticed");
            ExitCode::from(1)
        }
        Ok(summary) => {
            print_summary(&summary);
            ExitCode::SUCCESS
        }
        Err(error) if options.flip => {
            println!("soak: the flipped byte was noticed: {error}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("soak: wrong: {error}");
            ExitCode::from(1)
        }
    }
}

fn print_summary(summary: &Summary) {
    println!(
        "soak: all held: {} replies in {:.1} s ({:.0}/s)",
        summary.requests,
        summary.seconds,
        summary.requests as f64 / summary.seconds
    );
    for (what, count) in &summary.checks {
        println!("  {what:40} {count:12}");
    }
}
