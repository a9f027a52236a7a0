//! Sockets of one core thread, on one io_uring.
//!
//! A [`Reactor`] accepts, receives, sends and closes; it turns completions into plain [`Event`]s
//! and takes owned [`Segment`]s to send. One call, [`Reactor::turn`], submits everything queued
//! since the last one and waits for what comes next: one system call a turn.
//!
//! It must never know a protocol, a session or an engine: bytes, descriptors and connection names
//! only. Nothing here says "ring" in its types except [`RingHandle`], so that a reactor on poll
//! can stand behind the same calls.

mod config;
mod connection;
mod error;
mod event;
mod fill;
mod inline_check;
pub mod net;
mod pins;
mod reactor;
mod recv_pool;
mod ring;
mod segment;
mod send;
mod setup;
mod token;
mod wake;
mod zero_copy;

pub use config::ReactorConfig;
pub use error::{SetupError, SetupStep, TurnError, words};
pub use event::{ConnId, Event, ListenerId, Received, RecvEnd};
pub use reactor::{CloseMode, Parcel, Reactor, ReactorStats};
pub use segment::Segment;
pub use wake::RingHandle;
pub use zero_copy::ZeroCopy;
