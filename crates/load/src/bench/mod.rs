//! Measures two servers in turns, on processors of their own: CPU time per request, throughput,
//! latencies and memory, as medians of paired ratios.
//!
//! Both servers live throughout, loaded with the same keys; the one whose turn it is not is
//! stopped by a signal, so that it uses no cycle and no cache.

pub mod report;
pub mod swarm;
pub mod turn;
pub mod workload;

use std::io;
use std::path::Path;

use crate::process::{Launch, Server, pin_this_thread};
pub use report::Report;
pub use turn::Figures;
pub use workload::Operation;

/// The two servers, as indices.
pub const OURS: usize = 0;
pub const PEER: usize = 1;

/// What to measure.
#[derive(Clone, Debug)]
pub struct Options {
    pub launches: [Launch; 2],
    pub load_cpus: Vec<usize>,
    pub rounds: usize,
    pub seconds: f64,
    pub warmup_seconds: f64,
    pub keys: u64,
    pub value_bytes: usize,
    pub depths: Vec<usize>,
    pub operations: Vec<Operation>,
    pub clients: usize,
}

/// The figures of one operation and depth: per server one entry per round.
#[derive(Clone, Debug)]
pub struct Series {
    pub operation: Operation,
    pub depth: usize,
    pub figures: [Vec<Figures>; 2],
}

/// Starts and loads both servers, measures everything, stops them.
pub fn run(options: &Options, mut progress: impl FnMut(&str)) -> Result<Report, String> {
    let mut servers = Vec::new();
    for launch in &options.launches {
        let server = Server::start(launch)?;
        pin_this_thread(&options.load_cpus).map_err(|error| error.to_string())?;
        let name = launch.program.display();
        let failed = |error: io::Error| format!("loading {name}: {error}");
        let seconds = turn::load(&server, options).map_err(failed)?;
        let bytes = server.resident_bytes().map_err(failed)?;
        progress(&format!(
            "{name}: {} keys loaded in {seconds:.1} s, {:.1} bytes resident per key",
            options.keys,
            bytes as f64 / options.keys as f64
        ));
        server.freeze().map_err(failed)?;
        servers.push((server, bytes));
    }
    let mut series = Vec::new();
    for depth in &options.depths {
        for operation in &options.operations {
            series.push(measure(
                options,
                &servers,
                *operation,
                *depth,
                &mut progress,
            )?);
        }
    }
    Ok(Report {
        names: options
            .launches
            .each_ref()
            .map(|launch| name_of(&launch.program)),
        resident_bytes: [servers[OURS].1, servers[PEER].1],
        keys: options.keys,
        value_bytes: options.value_bytes,
        clients: options.clients,
        seconds: options.seconds,
        series,
    })
}

fn measure(
    options: &Options,
    servers: &[(Server, u64)],
    operation: Operation,
    depth: usize,
    progress: &mut impl FnMut(&str),
) -> Result<Series, String> {
    let mut figures = [Vec::new(), Vec::new()];
    for round in 0..options.rounds {
        // A B, B A, A B ...: whatever drifts does so for both.
        let order = if round % 2 == 0 {
            [OURS, PEER]
        } else {
            [PEER, OURS]
        };
        for which in order {
            let server = &servers[which].0;
            let seed = round as u64 * 1_000_003 + depth as u64;
            let taken = turn::take(server, options, operation, depth, seed)
                .map_err(|error| format!("measuring {}: {error}", name_of_index(options, which)))?;
            figures[which].push(taken);
        }
        let of = |which: usize| {
            figures[which]
                .last()
                .map_or_else(String::new, |taken: &Figures| {
                    format!(
                        "{:.3} us, {:.0}/s (server {:.0} %, load {:.0} %)",
                        taken.cpu_us,
                        taken.throughput,
                        100.0 * taken.server_busy,
                        100.0 * taken.load_busy
                    )
                })
        };
        progress(&format!(
            "{operation} P{depth} round {}: ours {} | peer {}",
            round + 1,
            of(OURS),
            of(PEER)
        ));
    }
    Ok(Series {
        operation,
        depth,
        figures,
    })
}

fn name_of_index(options: &Options, which: usize) -> String {
    name_of(&options.launches[which].program)
}

fn name_of(program: &Path) -> String {
    program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned()
}
