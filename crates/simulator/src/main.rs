//! The command line of the simulator.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};

use simulator::{Report, run_seed};

const USAGE: &str = "\
ringkey-simulator --seed N [--verbose]     replays one seed and prints a hash of all traffic
ringkey-simulator --seeds N | A..B         runs many, prints violations and how often each subtle
                                           path was taken
    --fail-fast                            stops at the first seed with a violation

Exit code 1: something was wrong.";

/// The seed in hand, for a panic to name.
static CURRENT: AtomicU64 = AtomicU64::new(0);

struct Options {
    seeds: std::ops::Range<u64>,
    verbose: bool,
    fail_fast: bool,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(text) => {
            eprintln!("{text}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        eprintln!("seed {}: a panic", CURRENT.load(Ordering::Relaxed));
        usual(info);
    }));
    let mut summary = Summary::default();
    for seed in options.seeds.clone() {
        CURRENT.store(seed, Ordering::Relaxed);
        let report = run_seed(seed, options.verbose);
        for violation in &report.violations {
            println!("seed {seed}: {violation}");
        }
        if options.seeds.end - options.seeds.start == 1 {
            println!(
                "seed {seed}: {} cores, {} requests, {} turns, traffic {:016x}",
                report.cores, report.requests, report.turns, report.traffic
            );
        }
        summary.add(&report);
        if options.fail_fast && !summary.violated.is_empty() {
            break;
        }
    }
    summary.print();
    if summary.violated.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn parse(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        seeds: 0..0,
        verbose: false,
        fail_fast: false,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--verbose" => options.verbose = true,
            "--fail-fast" => options.fail_fast = true,
            "--seed" => {
                let seed = number(&args.next().unwrap_or_default())?;
                options.seeds = seed..seed.saturating_add(1);
            }
            "--seeds" => {
                let text = args.next().unwrap_or_default();
                options.seeds = match text.split_once("..") {
                    Some((first, end)) => number(first)?..number(end)?,
                    None => 0..number(&text)?,
                };
            }
            _ => return Err(format!("unknown argument '{arg}'")),
        }
    }
    if options.seeds.is_empty() {
        return Err("no seeds to run: give --seed N or --seeds A..B with A below B".to_owned());
    }
    Ok(options)
}

fn number(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("'{text}' is no seed: a number from 0 to {}", u64::MAX))
}

/// Results of many seeds.
#[derive(Default)]
struct Summary {
    seeds: u64,
    requests: usize,
    violated: Vec<u64>,
    /// Seeds that took each path.
    paths: BTreeMap<&'static str, u64>,
}

impl Summary {
    fn add(&mut self, report: &Report) {
        self.seeds += 1;
        self.requests += report.requests;
        if !report.violations.is_empty() {
            self.violated.push(report.seed);
        }
        for (&name, &count) in &report.marks {
            *self.paths.entry(name).or_default() += u64::from(count > 0);
        }
    }

    fn print(&self) {
        if self.seeds > 1 {
            println!("{:<22} per cent of seeds", "path");
            for (name, count) in &self.paths {
                println!(
                    "{name:<22} {:6.1}",
                    *count as f64 * 100.0 / self.seeds as f64
                );
            }
        }
        println!(
            "{} seeds, {} requests, {} seeds with violations {:?}",
            self.seeds,
            self.requests,
            self.violated.len(),
            &self.violated[..self.violated.len().min(20)]
        );
    }
}
