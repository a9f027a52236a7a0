//! The bodies of commands: what a request does to the keys it names.
//!
//! A folder per family, one plain function per command, all of one signature ([`Body`]). A body
//! never knows which core it runs on, nor which session asks; it sees the slots it was given, its
//! arguments, and the time. Binding names to bodies is the engine's affair.

mod access;
pub mod bitmap;
pub mod cluster_scan;
mod context;
mod decimal;
mod draw;
mod effects;
mod events;
mod eviction;
pub mod generic;
pub mod geo;
pub mod hash;
pub mod hyperloglog;
mod keys;
mod lifetime;
pub mod list;
mod member_scan;
mod parse;
pub mod reload;
pub mod set;
pub mod slots;
pub mod snapshot;
mod stored;
pub mod stream;
pub mod string;
#[cfg(test)]
mod tests;
mod text;
pub mod waiting;
pub mod zset;

pub use context::{BlockOn, Body, BodySettings, CommandContext, OnTimeout, SessionFacts, seen_ms};
pub use effects::Effects;
pub use events::{EventClass, KeyEvent, KeyEvents};
pub use eviction::{EvictionPolicy, note_evicted};
pub use hash::note_expired_fields;
pub use keys::removal;
pub use list::other_key;
