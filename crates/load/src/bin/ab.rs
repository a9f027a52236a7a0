//! Compares two builds of `turn-bench` by CPU time per request. `ab --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use load::ab::{Effort, Follower, Verdict, compare};

/// Runs two builds in turns, in many short slices, and says whether the new one is slower,
/// faster, or no different as far as can be seen. Requests are served inside one core, without a
/// kernel's network.
#[derive(Parser, Debug)]
#[command(name = "ab")]
struct Arguments {
    /// turn-bench as it was.
    #[arg(long)]
    base: PathBuf,
    /// turn-bench as it is.
    #[arg(long)]
    new: PathBuf,
    /// Checks the comparison itself instead, with the new build alone: a planted slow-down must be
    /// seen in nine of ten tries, and none where there is none in nine of ten.
    #[arg(long)]
    prove: bool,
    /// The planted slow-down.
    #[arg(long, default_value_t = 5.0)]
    plant_percent: f64,
    /// Tries with and as many without it.
    #[arg(long, default_value_t = 10)]
    tries: usize,
    /// Pairs of processes.
    #[arg(long, default_value_t = 7)]
    launches: usize,
    /// Pairs of slices of each pair of processes.
    #[arg(long, default_value_t = 24)]
    slices: usize,
    /// get, set, ping: each compared for itself.
    #[arg(long, value_delimiter = ',', default_value = "get,set")]
    ops: Vec<String>,
    #[arg(long, default_value_t = 300_000)]
    keys: u64,
    #[arg(long, default_value_t = 64)]
    value_bytes: usize,
    /// Requests in each pipeline.
    #[arg(long, default_value_t = 16)]
    depth: usize,
    #[arg(long, default_value_t = 50)]
    clients: usize,
    /// Requests of each slice.
    #[arg(long, default_value_t = 40_000)]
    requests: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = if arguments.prove {
        prove(&arguments)
    } else {
        judge(&arguments)
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("ab: {error}");
            ExitCode::from(2)
        }
    }
}

/// False if anything became slower.
fn judge(arguments: &Arguments) -> Result<bool, String> {
    let mut good = true;
    for op in &arguments.ops {
        let [base, new] =
            [&arguments.base, &arguments.new].map(|program| follower(arguments, program, op, 0.0));
        let comparison = compare(&base, &new, effort(arguments))?;
        println!("{op} P{}: {comparison}", arguments.depth);
        good &= comparison.verdict != Verdict::Slower;
    }
    Ok(good)
}

/// Whether the comparison sees what is there and nothing else.
fn prove(arguments: &Arguments) -> Result<bool, String> {
    let op = arguments.ops.first().ok_or("--ops names nothing")?;
    let program = &arguments.new;
    let plain = follower(arguments, program, op, 0.0);
    let percent = arguments.plant_percent;
    let planted = follower(arguments, program, op, percent);
    let (mut seen, mut invented) = (0, 0);
    for number in 1..=arguments.tries {
        let with = compare(&plain, &planted, effort(arguments))?;
        let without = compare(&plain, &plain, effort(arguments))?;
        println!("try {number}: planted {percent} %: {with}");
        println!("try {number}: none:        {without}");
        seen += usize::from(with.verdict == Verdict::Slower);
        invented += usize::from(without.verdict != Verdict::NoDifferenceSeen);
    }
    let tries = arguments.tries;
    println!(
        "{op} P{}: a planted slow-down of {percent} % was seen in {seen} of {tries} tries, \
         a difference that is not there in {invented} of {tries}",
        arguments.depth
    );
    Ok(seen * 10 >= tries * 9 && invented * 10 <= tries)
}

fn effort(arguments: &Arguments) -> Effort {
    Effort {
        launches: arguments.launches.max(1),
        slices: arguments.slices.max(1),
    }
}

fn follower(arguments: &Arguments, program: &Path, op: &str, plant_percent: f64) -> Follower {
    let mut args = vec!["--follow".to_string(), "--ops".to_string(), op.to_string()];
    let mut flag = |name: &str, value: String| args.extend([name.to_string(), value]);
    flag("--keys", arguments.keys.to_string());
    flag("--value-bytes", arguments.value_bytes.to_string());
    flag("--depth", arguments.depth.to_string());
    flag("--clients", arguments.clients.to_string());
    flag("--requests", arguments.requests.to_string());
    // Older builds do not know the flag.
    if plant_percent > 0.0 {
        flag("--plant-percent", plant_percent.to_string());
    }
    Follower {
        program: program.to_path_buf(),
        args,
    }
}
