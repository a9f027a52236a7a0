//! Engine cores as a target of transcripts: several of them in one thread, with connections that
//! are calls and a clock that moves when somebody waits.
//!
//! Must never know what a transcript asks for or expects.

mod cluster;
mod target;

pub use target::EngineTarget;
