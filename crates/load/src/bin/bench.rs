//! Measures two servers in turns. `bench --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use load::bench::{Operation, Options, run};
use load::process::Launch;

/// Starts both servers, loads the same keys into them, and measures them in turns: server CPU
/// time per request, throughput, p50, p99, p99.9 and resident memory.
#[derive(Parser, Debug)]
#[command(name = "bench")]
struct Arguments {
    /// Program of the server to be judged.
    #[arg(long)]
    ours: PathBuf,
    /// Program of the server to compare with.
    #[arg(long)]
    peer: PathBuf,
    /// More arguments for ours, separated by spaces.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    ours_args: String,
    /// More arguments for the peer, separated by spaces.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    peer_args: String,
    /// Turns of each server per operation and depth.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=1000))]
    rounds: u32,
    /// Length of a turn.
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Unmeasured start of a turn.
    #[arg(long, default_value_t = 0.4)]
    warmup_seconds: f64,
    /// Keys loaded, and asked for uniformly at random.
    #[arg(long, default_value_t = 5_000_000, value_parser = clap::value_parser!(u64).range(1..))]
    keys: u64,
    #[arg(long, default_value_t = 64)]
    value_bytes: usize,
    /// Requests per batch.
    #[arg(long, value_delimiter = ',', default_value = "1,16,64")]
    depth: Vec<usize>,
    /// get, set, or mix90 for 90 % GET and 10 % SET.
    #[arg(long, value_delimiter = ',', default_value = "get,set")]
    ops: Vec<Operation>,
    /// Cores of the server: --cores-min and --cores-max for ours, --io-threads for Valkey.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1024))]
    cores: u32,
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    clients: u32,
    /// Processors of the servers; by default the first `cores`.
    #[arg(long, value_delimiter = ',')]
    server_cpus: Vec<usize>,
    /// Processors of the load, a thread each; by default the one after the servers' (or, if
    /// there is none, the last).
    #[arg(long, value_delimiter = ',')]
    load_cpus: Vec<usize>,
    /// Where to write the outcome as JSON, all rounds included.
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() -> ExitCode {
    match measure(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure(arguments: Arguments) -> Result<(), String> {
    let json = arguments.json.clone();
    let report = run(&options(arguments)?, |line| eprintln!("{line}"))?;
    print!("{}", report.table());
    if let Some(path) = json {
        std::fs::write(&path, format!("{:#}\n", report.json()))
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

fn options(arguments: Arguments) -> Result<Options, String> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let cores = arguments.cores as usize;
    let server_cpus = if arguments.server_cpus.is_empty() {
        (0..cores.min(processors)).collect()
    } else {
        arguments.server_cpus
    };
    let load_cpus = if arguments.load_cpus.is_empty() {
        vec![cores.min(processors - 1)]
    } else {
        arguments.load_cpus
    };
    let positive = arguments.seconds > 0.0 && arguments.warmup_seconds >= 0.0;
    if arguments.depth.contains(&0) || !positive {
        return Err("--depth, --seconds: use numbers greater than 0".to_string());
    }
    let launch = |program: PathBuf, more: &str| {
        let mut args = core_args(&program, cores);
        args.extend(more.split_whitespace().map(str::to_string));
        Launch {
            program,
            cpus: server_cpus.clone(),
            args,
        }
    };
    Ok(Options {
        launches: [
            launch(arguments.ours, &arguments.ours_args),
            launch(arguments.peer, &arguments.peer_args),
        ],
        load_cpus,
        rounds: arguments.rounds as usize,
        seconds: arguments.seconds,
        warmup_seconds: arguments.warmup_seconds,
        keys: arguments.keys,
        value_bytes: arguments.value_bytes,
        depths: arguments.depth,
        operations: arguments.ops,
        clients: arguments.clients as usize,
    })
}

/// How a program is told its number of cores.
fn core_args(program: &Path, cores: usize) -> Vec<String> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let count = cores.to_string();
    let words: &[&str] = if name.starts_with("valkey") || name.starts_with("redis") {
        &["--io-threads", &count]
    } else {
        &["--cores-min", &count, "--cores-max", &count]
    };
    words.iter().map(|word| (*word).to_string()).collect()
}
