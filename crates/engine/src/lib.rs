//! One core of the server, sans IO: sessions, routing, tickets, loans, barriers, blocking,
//! publish and subscribe, and the turn that binds them.
//!
//! This crate is glue: algorithms live below it. It must never see a socket, a file, a thread or a
//! clock; `server` drives it with completions of a ring, `simulator` with an invented world.

// A slot's box is what moves between places and cores: lists of slots are lists of boxes.
#![allow(clippy::vec_box)]

mod advance;
mod ahead;
mod arrival;
mod balance;
mod blocking;
mod call;
mod client_pause;
mod command_log;
mod conductor;
mod control;
mod core;
mod core_ports;
mod crew;
mod departure;
mod dispatch;
mod eviction;
mod expiry;
mod gather;
mod hand_off;
mod hand_off_stages;
mod history;
mod key_events;
mod keyspace_wide;
mod latency;
mod legacy;
mod lifetime;
mod loan;
mod marks;
mod memory;
mod message;
mod named_slot;
mod owner;
mod paused;
mod place;
mod pubsub;
mod quiet;
mod rates;
mod relays;
mod replication;
mod report;
mod route;
mod run;
mod session;
mod session_commands;
mod shared;
mod slot_load;
mod stats;
mod steady;
mod stopwatch;
mod ticket;
mod timers;
mod transaction;
mod turn;
mod upkeep;

pub use crate::core::{Action, Core, CoreConfig, Outputs};
pub use crate::crew::CoreStage;
pub use crate::departure::Baggage;
pub use crate::dispatch::has_body;
pub use crate::hand_off::PastMove;
pub use crate::hand_off_stages::hand_off_diagram;
pub use crate::history::{Event, PlainArgs, Record};
pub use crate::marks::{Mark, Marks};
pub use crate::memory::{MemoryFigures, ProcessMemory};
pub use crate::message::{Caller, OwnedArgs, Packet, SessionId};
pub use crate::place::SlotMap;
pub use crate::report::ProcessUsage;
pub use crate::session::SessionInfo;
pub use crate::shared::{ControlState, ProcessFacts, SessionMoveCounts, Shared, Surroundings};
pub use crate::turn::TURN_REQUESTS_MAX;
