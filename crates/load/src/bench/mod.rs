//! Measures servers in turns, on processors of their own: CPU time per request, throughput,
//! latencies and memory, as medians of paired ratios.
//!
//! All servers live throughout, loaded with the same keys; those whose turn it is not are
//! stopped by a signal, so that they use no cycle and no cache.

pub mod cell;
mod chart;
pub mod collections;
mod connection;
pub mod contender;
pub mod dataset;
pub mod keys;
pub mod machine;
mod memory;
pub mod report;
pub mod scenario;
mod steps;
pub mod swarm;
pub mod turn;
pub mod workload;

use std::io;

use crate::link::Link;
use crate::process::{Server, pin_this_thread};
use crate::statistics::median;
pub use cell::{Cell, Rate};
pub use contender::{Contender, Role};
use dataset::Dataset;
pub use keys::Skew;
pub use report::Report;
pub use scenario::{Kind, Scenario};
pub use turn::Figures;
pub use workload::Operation;

/// Closed-loop turns whose median is the peak that an open loop's rate is a share of.
const PEAK_TURNS: u64 = 3;

/// What to measure, and on what.
#[derive(Clone, Debug)]
pub struct Options {
    /// In the order of the table; the first is ours.
    pub contenders: Vec<Contender>,
    pub scenario: Scenario,
    pub load_cpus: Vec<usize>,
    pub warmup_seconds: f64,
    /// As it was typed, for the report.
    pub command_line: String,
}

/// The figures of one cell: per contender one entry per round, none if it cannot be asked this.
#[derive(Clone, Debug)]
pub struct Series {
    pub dataset: Dataset,
    pub cell: Cell,
    /// Requests per second of an open loop.
    pub rate: Option<f64>,
    pub figures: Vec<Vec<Figures>>,
}

/// Resident bytes of each contender after loading; the floor has loaded nothing.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub dataset: Dataset,
    pub resident_bytes: Vec<Option<u64>>,
}

/// Starts and loads the servers, measures everything, stops them.
pub fn run(options: &Options, mut progress: impl FnMut(&str)) -> Result<Report, String> {
    let names: Vec<&str> = options
        .contenders
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    if let Some(name) = (1..names.len()).find(|at| names[..*at].contains(&names[*at])) {
        return Err(format!("two servers are called {}", names[name]));
    }
    let mut report = Report::new(options);
    match options.scenario.kind {
        Kind::Memory => report.memory = memory::measure(options, &mut progress)?,
        Kind::Steps => report.steps = steps::measure(options, &mut progress)?,
        Kind::Requests => {
            for dataset in &options.scenario.datasets {
                let (loaded, series) = measure_dataset(options, dataset, &mut progress)?;
                report.loaded.push(loaded);
                report.series.extend(series);
            }
        }
    }
    Ok(report)
}

/// Starts a server with a dataset in it, and gives its resident bytes.
fn start(
    options: &Options,
    contender: &Contender,
    dataset: &Dataset,
    progress: &mut impl FnMut(&str),
) -> Result<(Server, Option<u64>), String> {
    let name = &contender.name;
    let failed = |error: io::Error| format!("loading {name}: {error}");
    let server = Server::start(&contender.launch_for(dataset))?;
    pin_this_thread(&options.load_cpus).map_err(failed)?;
    if contender.role == Role::Floor {
        server.freeze().map_err(failed)?;
        return Ok((server, None));
    }
    let seconds = dataset::load(&server, dataset, &options.load_cpus).map_err(failed)?;
    let bytes = server.resident_bytes().map_err(failed)?;
    progress(&format!(
        "{name}: {dataset} loaded in {seconds:.1} s, {:.1} MB resident",
        bytes as f64 / 1e6
    ));
    server.freeze().map_err(failed)?;
    Ok((server, Some(bytes)))
}

fn measure_dataset(
    options: &Options,
    dataset: &Dataset,
    progress: &mut impl FnMut(&str),
) -> Result<(Loaded, Vec<Series>), String> {
    let mut servers = Vec::new();
    let mut resident_bytes = Vec::new();
    for contender in &options.contenders {
        let (server, bytes) = start(options, contender, dataset, progress)?;
        servers.push(server);
        resident_bytes.push(bytes);
    }
    let mut series: Vec<Series> = cells(&options.scenario)
        .into_iter()
        .map(|cell| Series {
            dataset: *dataset,
            cell,
            rate: None,
            figures: vec![Vec::new(); options.contenders.len()],
        })
        .collect();
    for series in &mut series {
        agree(options, &servers, series.cell.operation)?;
        series.rate = rate(options, &servers, series, progress)?;
    }
    for round in 0..options.scenario.rounds {
        for series in &mut series {
            take_round(options, &servers, series, round, progress)?;
        }
    }
    let loaded = Loaded {
        dataset: *dataset,
        resident_bytes,
    };
    Ok((loaded, series))
}

/// Small requests alone come right before those beside large ones.
fn cells(scenario: &Scenario) -> Vec<Cell> {
    let mut cells = Vec::new();
    let besides = [0, scenario.beside_clients];
    let besides = if scenario.beside_clients > 0 {
        &besides[..]
    } else {
        &besides[..1]
    };
    for depth in &scenario.depths {
        for operation in &scenario.operations {
            for beside_clients in besides {
                cells.push(Cell {
                    operation: *operation,
                    depth: *depth,
                    clients: scenario.clients,
                    skew: scenario.skew,
                    beside_clients: *beside_clients,
                });
            }
        }
    }
    cells
}

/// A request that is always the same gets the same reply everywhere.
fn agree(options: &Options, servers: &[Server], operation: Operation) -> Result<(), String> {
    let Some(words) = operation.fixed_request() else {
        return Ok(());
    };
    let mut replies = Vec::new();
    for (contender, server) in options.contenders.iter().zip(servers) {
        if contender.role == Role::Floor {
            continue;
        }
        let failed = |error: io::Error| format!("asking {}: {error}", contender.name);
        server.thaw().map_err(failed)?;
        let mut link = Link::connect(server.addr()).map_err(failed)?;
        let reply = link.ask(&words).map_err(failed)?;
        server.freeze().map_err(failed)?;
        replies.push((contender, reply));
    }
    match replies.windows(2).find(|pair| pair[0].1 != pair[1].1) {
        None => Ok(()),
        Some(pair) => Err(format!(
            "{operation} is answered {} by {} and {} by {}",
            crate::wire::shown(&pair[0].1, 80),
            pair[0].0.name,
            crate::wire::shown(&pair[1].1, 80),
            pair[1].0.name
        )),
    }
}

/// Requests per second that an open loop is to ask, if it is to be one.
fn rate(
    options: &Options,
    servers: &[Server],
    series: &Series,
    progress: &mut impl FnMut(&str),
) -> Result<Option<f64>, String> {
    let share = match options.scenario.rate {
        None => return Ok(None),
        Some(Rate::PerSecond(rate)) => return Ok(Some(rate)),
        Some(Rate::ShareOfPeak(share)) => share,
    };
    let peer = options
        .contenders
        .iter()
        .position(|contender| contender.role == Role::Peer)
        .ok_or("a rate in percent needs a peer whose peak it is a share of")?;
    let mut peaks = Vec::new();
    for turn in 0..PEAK_TURNS {
        let taken = take(options, &servers[peer], series, peer, turn)?;
        peaks.push(taken.throughput);
    }
    let peak = median(&peaks);
    progress(&format!(
        "{}: peak of {} is {peak:.0}/s, asked for are {:.0}/s",
        series.cell,
        options.contenders[peer].name,
        share * peak
    ));
    Ok(Some(share * peak))
}

fn take_round(
    options: &Options,
    servers: &[Server],
    series: &mut Series,
    round: usize,
    progress: &mut impl FnMut(&str),
) -> Result<(), String> {
    let mut order: Vec<usize> = (0..servers.len()).collect();
    // A B C, C B A, A B C ...: whatever drifts does so for all.
    if round % 2 == 1 {
        order.reverse();
    }
    order
        .retain(|which| options.contenders[*which].answers(series.cell.operation, &series.dataset));
    let mut said = String::new();
    for which in order {
        let seed = round as u64 * 1_000_003 + series.cell.depth as u64;
        let taken = take(options, &servers[which], series, which, seed)?;
        said.push_str(&format!(
            " | {} {:.3} us, {:.0}/s, p99 {:.0} us (busy {:.0} %, load {:.0} %)",
            options.contenders[which].name,
            taken.cpu_us,
            taken.throughput,
            taken.p99_us,
            100.0 * taken.server_busy,
            100.0 * taken.load_busy
        ));
        series.figures[which].push(taken);
    }
    progress(&format!("{} round {}{said}", series.cell, round + 1));
    Ok(())
}

fn take(
    options: &Options,
    server: &Server,
    series: &Series,
    which: usize,
    seed: u64,
) -> Result<Figures, String> {
    let contender = &options.contenders[which];
    let plan = turn::Plan {
        cell: &series.cell,
        dataset: &series.dataset,
        load_cpus: &options.load_cpus,
        seconds: options.scenario.seconds,
        warmup_seconds: options.warmup_seconds,
        rate: series.rate,
        trusting: contender.role == Role::Floor,
        seed,
    };
    turn::take(server, &plan).map_err(|error| format!("measuring {}: {error}", contender.name))
}
