//! Measures what clients notice while slots go from core to core. `moving --help`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use load::moving::{Subject, hops, skew, slot, spread};

/// Starts a server of its own and measures it while its slots move; the server's cores and the load
/// share all processors.
#[derive(Parser, Debug)]
#[command(name = "moving")]
struct Arguments {
    /// Program of the server.
    #[arg(long)]
    ours: PathBuf,
    /// More arguments for it, separated by spaces.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    ours_args: String,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// A slot of one key and one of many: times of moves, pauses, the second after, memory
    Slot {
        #[arg(long, default_value_t = 1_000_000)]
        keys: u64,
        /// Moves of each slot that are timed
        #[arg(long, default_value_t = 300)]
        moves: u32,
        /// Moves of each slot around which a second is measured
        #[arg(long, default_value_t = 10)]
        rounds: u32,
        #[arg(long, default_value_t = 10_000)]
        moves_for_memory: u32,
    },
    /// 90 % of requests on 16 slots of one of two cores: how soon the cores work alike
    Skew {
        #[arg(long, default_value_t = 5)]
        rounds: u32,
        #[arg(long, default_value_t = 12.0)]
        seconds: f64,
        /// Batches of 16; 0: as fast as replies come
        #[arg(long, default_value_t = 40_000.0)]
        batches_per_second: f64,
    },
    /// From idle to load for 4 cores and back: how soon the number of cores follows
    Spread {
        #[arg(long, default_value_t = 5)]
        rounds: u32,
        #[arg(long, default_value_t = 8.0)]
        seconds: f64,
    },
    /// A client of the cluster on the cores' ports: hops per request
    Hops {
        #[arg(long, default_value_t = 10.0)]
        seconds: f64,
        #[arg(long, default_value_t = 50.0)]
        moves_per_second: f64,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match measure(&arguments) {
        Ok(said) => {
            print!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("moving: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure(arguments: &Arguments) -> Result<String, String> {
    let subject = Subject {
        program: arguments.ours.clone(),
        args: arguments.ours_args.clone(),
    };
    let progress = |line: &str| eprintln!("{line}");
    match arguments.what {
        What::Slot {
            keys,
            moves,
            rounds,
            moves_for_memory,
        } => {
            let options = slot::Options {
                keys,
                moves,
                rounds,
                moves_for_memory,
            };
            slot::run(&subject, &options, progress)
        }
        What::Skew {
            rounds,
            seconds,
            batches_per_second,
        } => skew::run(&subject, rounds, seconds, batches_per_second, progress),
        What::Spread { rounds, seconds } => spread::run(&subject, rounds, seconds, progress),
        What::Hops {
            seconds,
            moves_per_second,
        } => hops::run(&subject, seconds, moves_per_second),
    }
}
