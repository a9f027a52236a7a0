//! The soak: many clients work on one server for long, and every reply is held to what it must
//! be. Private keys follow a model; what clients share is built so that any lost, doubled,
//! reordered or torn operation shows.
//!
//! - Append lists: each RPUSH answers a place of its own, later than all that was answered before
//!   it was sent; the list holds each element in its place.
//! - Counters: every INCR answers a number of its own, greater than all answered before it was
//!   sent.
//! - Pairs: two keys written together are never read apart.
//! - Accounts: transfers in transactions keep the sum.
//! - Optimists: with WATCH no increment is lost.
//! - Queues: blocking pops and moves keep the tokens: none lost, none twice.
//! - Channels: every subscriber gets every message of a publisher, in order.

pub mod appends;
pub mod changer;
pub mod checker;
pub mod cluster;
pub mod frames;
pub mod mixed;
pub mod model;
pub mod mover;
pub mod numbers;
pub mod optimist;
pub mod queues;
pub mod runner;
pub mod subscriber;
pub mod world;

use std::net::SocketAddr;
use std::time::Duration;

pub use runner::{Summary, run};

/// What to run.
#[derive(Clone, Debug)]
pub struct Options {
    pub addr: SocketAddr,
    /// Clients with private keys; queue workers, subscribers and others come on top.
    pub clients: usize,
    /// Greatest number of unanswered requests per client.
    pub depth: usize,
    pub duration: Duration,
    pub seed: u64,
    /// Whether a publisher's messages must keep their order over all channels, not only within
    /// each.
    pub order_over_channels: bool,
    /// Slots handed from core to core per second; Ringkey alone can do that. 0: none.
    pub moves_per_second: f64,
    /// The number of cores changes every so many seconds; Ringkey alone can do that. 0: never.
    pub core_changes_every_seconds: f64,
    /// Cores at most that are asked for; at least 1.
    pub cores_most: u64,
    /// Self test: corrupts one byte of one reply, which must be noticed.
    pub flip: bool,
}

/// One connection's behaviour. Requests are appended to `out`; replies come in order.
pub trait Actor {
    /// What it is, for reports.
    fn name(&self) -> String;
    /// Asks for more, if it wants to.
    fn ask(&mut self, world: &mut world::World, out: &mut Vec<u8>);
    /// Takes one whole reply; an error is a failure of the server.
    fn reply(&mut self, world: &mut world::World, frame: &[u8]) -> Result<(), String>;
    /// Requests without an answer so far.
    fn pending(&self) -> usize;
    /// Checks over a connection of its own, after everything has come to rest.
    fn finish(&self, _: &mut crate::link::Link) -> Result<(), String> {
        Ok(())
    }
}
