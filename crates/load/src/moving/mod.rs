//! Measures what clients notice while slots go from core to core: the time of a move and the pause
//! in it (`slot`), how soon hot slots are shared (`skew`), how soon cores come and go (`spread`),
//! and what a client of a cluster still pays for hops (`hops`).
//!
//! It must never move what it measures to where it is measured best: slots move by the server's
//! own plan, or to and fro.

mod cores;
mod crowd;
pub mod hops;
pub mod skew;
pub mod slot;
pub mod spread;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::bench::contender::launch;
use crate::link::Link;
use crate::process::Server;
use crate::wire;

/// The server to be measured.
#[derive(Clone, Debug)]
pub struct Subject {
    pub program: PathBuf,
    /// More arguments, separated by spaces.
    pub args: String,
}

impl Subject {
    /// Starts it on all processors: its cores and the load share them.
    fn start(&self, args: &str) -> Result<Server, String> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let cpus: Vec<usize> = (0..processors).collect();
        Server::start(&launch(
            &self.program,
            &cpus,
            &format!("{args} {}", self.args),
        ))
    }
}

/// Asks for what is answered OK.
fn command(link: &mut Link, words: &[&str]) -> io::Result<()> {
    let reply = link.ask(words)?;
    if reply.first() == Some(&b'-') {
        let said = format!("{}: {}", words.join(" "), wire::shown(&reply, 200));
        return Err(io::Error::other(said));
    }
    Ok(())
}

/// The value at a share of the sorted values, 0.5 for the median; zero of none.
fn quantile(values: &mut [Duration], share: f64) -> Duration {
    values.sort_unstable();
    let last = values.len().saturating_sub(1);
    let at = (share * last as f64).round() as usize;
    values.get(at).copied().unwrap_or_default()
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn failed(error: io::Error) -> String {
    error.to_string()
}
