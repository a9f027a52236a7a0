//! Measures servers in turns. `bench --help`, `bench --list`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use load::bench::contender::launch;
use load::bench::dataset::{Dataset, Large};
use load::bench::{Contender, Kind, Operation, Options, Rate, Role, Scenario, Skew, run, scenario};

/// Starts the servers, loads the same keys into them, and measures them in turns: server CPU
/// time per request, throughput, p50, p99, p99.9 and resident memory. A scenario names a whole
/// measurement; every flag overrides its part of it.
#[derive(Parser, Debug)]
#[command(name = "bench")]
struct Arguments {
    /// What is measured, by name.
    #[arg(default_value = "custom")]
    scenario: String,
    /// Print the scenarios and stop.
    #[arg(long)]
    list: bool,
    /// Program of the server to be judged.
    #[arg(long, required_unless_present = "list")]
    ours: Option<PathBuf>,
    /// Programs of servers to compare with; the first is the baseline of rates.
    #[arg(long)]
    peer: Vec<PathBuf>,
    /// Program with `serve reactor-echo`, measured as the floor.
    #[arg(long)]
    floor: Option<PathBuf>,
    /// Measure without the floor.
    #[arg(long)]
    no_floor: bool,
    /// Measure with so many of the peers at most.
    #[arg(long, default_value_t = usize::MAX, hide_default_value = true)]
    peers: usize,
    /// Measure ours a second time, with these arguments in addition: what a parameter changes.
    #[arg(long, allow_hyphen_values = true)]
    twin: Option<String>,
    /// More arguments for ours, separated by spaces.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    ours_args: String,
    /// More arguments for every peer, separated by spaces.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    peer_args: String,
    /// Turns of each server per row.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1000))]
    rounds: Option<u32>,
    /// Length of a turn.
    #[arg(long)]
    seconds: Option<f64>,
    /// Unmeasured start of a turn.
    #[arg(long, default_value_t = 0.4)]
    warmup_seconds: f64,
    /// Keys loaded, and asked for.
    #[arg(long, value_delimiter = ',', value_parser = clap::value_parser!(u64).range(1..))]
    keys: Vec<u64>,
    #[arg(long, value_delimiter = ',')]
    value_bytes: Vec<usize>,
    /// Requests per batch.
    #[arg(long, value_delimiter = ',')]
    depth: Vec<usize>,
    /// get, set, mix90 for 90 % GET and 10 % SET, bitcount, pfcount.
    #[arg(long, value_delimiter = ',')]
    ops: Vec<Operation>,
    /// uniform, zipf:EXPONENT, or hot:KEYS:PERCENT.
    #[arg(long)]
    skew: Option<Skew>,
    /// Open loop: so many requests a second, or 70% of the first peer's closed-loop peak.
    #[arg(long)]
    rate: Option<Rate>,
    /// Cores of the server: --cores-min and --cores-max for ours, --io-threads for Valkey.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1024))]
    cores: Option<u32>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    clients: Option<u32>,
    /// Further clients that GET large values in a closed loop, or MSET keys of their own if there
    /// are none; and the length of the large values.
    #[arg(long)]
    beside_clients: Option<u32>,
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=512 << 20))]
    large_value_bytes: Option<u64>,
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
    /// Where to write the medians as a chart.
    #[arg(long)]
    svg: Option<PathBuf>,
}

/// Bytes of all large values that `--large-value-bytes` loads.
const LARGE_BYTES: u64 = 256 << 20;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.list {
        for scenario in scenario::all() {
            println!("{}", scenario.line());
        }
        return ExitCode::SUCCESS;
    }
    match measure(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure(arguments: &Arguments) -> Result<(), String> {
    let options = options(arguments)?;
    // What cannot be written is better known before than after.
    for path in [&arguments.json, &arguments.svg].into_iter().flatten() {
        write(path, "")?;
    }
    let report = run(&options, |line| eprintln!("{line}"))?;
    print!("{}", report.table());
    if let Some(path) = &arguments.json {
        write(path, &format!("{:#}\n", report.json()))?;
    }
    if let Some(path) = &arguments.svg {
        write(path, &report.svg())?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn options(arguments: &Arguments) -> Result<Options, String> {
    let scenario = overridden(scenario::named(&arguments.scenario)?, arguments);
    check(&scenario, arguments)?;
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let cores = scenario.cores;
    let or = |given: &[usize], default: Vec<usize>| {
        if given.is_empty() {
            default
        } else {
            given.to_vec()
        }
    };
    let server_cpus = or(&arguments.server_cpus, (0..cores.min(processors)).collect());
    let load_cpus = or(&arguments.load_cpus, vec![cores.min(processors - 1)]);
    let server = |role, program: &Path, more: &str| {
        Contender::server(role, launch(program, &server_cpus, more), cores)
    };
    let ours = arguments.ours.as_deref().ok_or("--ours names no program")?;
    let mut contenders = vec![server(Role::Ours, ours, &arguments.ours_args)];
    for peer in arguments.peer.iter().take(arguments.peers) {
        contenders.push(server(Role::Peer, peer, &arguments.peer_args));
    }
    if let Some(more) = &arguments.twin {
        let all = format!("{} {more}", arguments.ours_args);
        contenders.push(server(Role::Peer, ours, &all).named("twin"));
    }
    if let (Some(floor), false) = (&arguments.floor, arguments.no_floor) {
        contenders.push(Contender::floor(launch(floor, &server_cpus, "")));
    }
    let words: Vec<String> = std::env::args().collect();
    Ok(Options {
        contenders,
        scenario,
        load_cpus,
        warmup_seconds: arguments.warmup_seconds,
        command_line: words.join(" "),
    })
}

/// The scenario with what the flags say instead.
fn overridden(mut scenario: Scenario, arguments: &Arguments) -> Scenario {
    if !arguments.keys.is_empty() || !arguments.value_bytes.is_empty() {
        let of = |datasets: &[Dataset]| datasets.first().copied();
        let first = of(&scenario.datasets).unwrap_or(Dataset::plain(0, 64));
        let mut keys = arguments.keys.clone();
        if keys.is_empty() {
            keys.push(first.keys);
        }
        let mut lengths = arguments.value_bytes.clone();
        if lengths.is_empty() {
            lengths.push(first.value_bytes);
        }
        scenario.datasets = lengths
            .iter()
            .flat_map(|value_bytes| keys.iter().map(move |keys| (*keys, *value_bytes)))
            .map(|(keys, value_bytes)| Dataset {
                keys,
                value_bytes,
                ..first
            })
            .collect();
    }
    if let Some(value_bytes) = arguments.large_value_bytes {
        let large = Large {
            keys: (LARGE_BYTES / value_bytes).max(1),
            value_bytes: value_bytes as usize,
        };
        scenario.datasets.truncate(1);
        scenario.datasets[0].large = Some(large);
    }
    let fixed = arguments.ops.iter().any(|op| op.fixed_request().is_some());
    for dataset in &mut scenario.datasets {
        dataset.bits |= fixed;
    }
    let instead = |given: Option<u32>, field: &mut usize| {
        if let Some(given) = given {
            *field = given as usize;
        }
    };
    instead(arguments.rounds, &mut scenario.rounds);
    instead(arguments.cores, &mut scenario.cores);
    instead(arguments.clients, &mut scenario.clients);
    instead(arguments.beside_clients, &mut scenario.beside_clients);
    if !arguments.depth.is_empty() {
        scenario.depths.clone_from(&arguments.depth);
    }
    if !arguments.ops.is_empty() {
        scenario.operations.clone_from(&arguments.ops);
    }
    scenario.skew = arguments.skew.unwrap_or(scenario.skew);
    scenario.rate = arguments.rate.or(scenario.rate);
    scenario.seconds = arguments.seconds.unwrap_or(scenario.seconds);
    scenario
}

fn check(scenario: &Scenario, arguments: &Arguments) -> Result<(), String> {
    let positive = scenario.seconds > 0.0 && arguments.warmup_seconds >= 0.0;
    if scenario.depths.contains(&0) || !positive {
        return Err("--depth, --seconds: use numbers greater than 0".to_string());
    }
    if scenario.rate.is_some() && scenario.beside_clients > 0 {
        return Err("--rate and --beside-clients do not go together".to_string());
    }
    let keyed = |operation: &Operation| operation.fixed_request().is_none();
    let keyless = |dataset: &Dataset| dataset.keys == 0;
    let asks_keys = scenario.kind == Kind::Requests && scenario.operations.iter().any(keyed);
    if asks_keys && scenario.datasets.iter().any(keyless) {
        return Err("--ops asks for keys and there are none: add --keys".to_string());
    }
    Ok(())
}
