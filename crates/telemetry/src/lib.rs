//! What the server tells people: log lines in Valkey's formats, messages held back when they
//! repeat, and histograms of how long things took.
//!
//! Code everywhere logs with the macros of `tracing`; only the driver opens a [`Log`]. This is the
//! logging edge: it may read the clock and write to standard output and the log file. It knows
//! nothing of commands, sessions or settings.

mod histogram;
mod level;
mod line;
mod local_time;
mod log;
mod sink;
mod throttle;

pub use histogram::Histogram;
pub use level::LogLevel;
pub use line::{LineFormat, MESSAGE_BYTES_MAX, Role, TimestampFormat};
pub use log::{AlreadyInstalled, Log};
pub use throttle::Throttle;
