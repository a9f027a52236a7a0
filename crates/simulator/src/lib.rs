//! Several cores of the server in one deterministic process, and the oracle that judges them.
//!
//! A seed says everything: how many cores and clients, what they send, how long each byte and each
//! packet travels, when a core takes its turn, how its clock lags. The cores are the compiled
//! engine that the server drives; the world around them is invented here. Afterwards the stamped
//! history of all cores is replayed on a naive model that shares no code with the commands. Must
//! never see the operating system.

mod client;
mod connection;
mod dice;
mod end;
mod model;
mod oracle;
mod pressure;
mod profile;
mod run;
mod seat;
#[cfg(test)]
mod tests;
mod wire;
mod workload;
mod world;

pub use run::{Report, run_seed};
