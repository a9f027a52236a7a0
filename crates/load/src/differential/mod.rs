//! The differential runner: random commands go to a reference server and to a subject, and every
//! reply must be the same, byte by byte, or differ in one of a few explained ways.
//!
//! Several sessions take turns, one pipeline at a time, so that the order of commands over all
//! sessions is the same on both servers, with blocking, transactions and pushes between them.

pub mod batch;
pub mod command;
pub mod content;
pub mod crossing;
pub mod flips;
pub mod follower;
pub mod forms_control;
pub mod forms_data;
pub mod forms_geo;
pub mod forms_hash;
pub mod forms_set;
pub mod forms_sort;
pub mod forms_stream;
pub mod forms_zset;
pub mod grammar;
pub mod pool;
pub mod report;
pub mod rules;
pub mod rules_server;
#[cfg(test)]
mod rules_tests;
pub mod runner;
pub mod session;
pub mod special;
pub mod waiting;
pub mod walker;

use std::net::SocketAddr;
use std::time::Duration;

pub use report::Report;
pub use runner::Runner;

/// What to run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The reference's and the subject's address.
    pub addrs: [SocketAddr; 2],
    pub commands: u64,
    pub seed: u64,
    pub sessions: usize,
    /// Whole contents are compared after so many commands.
    pub content_every: u64,
    /// How long one server may take longer than the other.
    pub patience: Duration,
    /// Replies of the subject to be corrupted by one byte, each of which must be noticed.
    pub flips: u64,
    /// Differences printed in full.
    pub shown_max: u64,
    /// A Valkey that is to follow the subject, and must come to hold the same.
    pub follower: Option<SocketAddr>,
}
