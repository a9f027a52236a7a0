//! Client-side tools that judge any server speaking the Valkey protocol: `differential` compares
//! two servers reply by reply, `exchange` carries values between them, `bench` measures several in
//! turns, `moving` watches one whose slots move, `soak` holds one to a model, `ab` compares two
//! builds.
//!
//! They know the wire and nothing else: not the engine, not its parser, not its tables, so that
//! an error there cannot hide from them.

pub mod ab;
pub mod bench;
pub mod cluster_link;
pub mod differential;
pub mod exchange;
pub mod link;
pub mod moving;
pub mod process;
pub mod soak;
pub mod statistics;
pub mod wire;
