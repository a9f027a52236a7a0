//! Transcripts: conversations with a server, as text, with the replies of a real Valkey.
//!
//! `docs/testing.md` describes the format. A file is parsed (`script`), played against a target
//! (`play`) through connections (`target`), and its replies are compared (`expect`).

mod expect;
mod frame;
mod play;
mod quote;
mod script;
mod server;
mod target;

#[cfg(test)]
mod tests;

pub use frame::Frame;
pub use play::{Failure, Played, play, record};
pub use script::Script;
pub use server::{ServerPlan, ServerProcess};
pub use target::{Connection, Received, SocketTarget, Target};
