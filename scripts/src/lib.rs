//! The developers' tools behind `cargo x COMMAND`: checks, tidy, transcripts, generated pages.
//!
//! Nothing here ships. The package uses no crate of the server: it sees the server as a client
//! does, through a socket, and the sources as a reader does, as text.

pub mod ab;
pub mod checks;
pub mod compat;
pub mod docs;
pub mod licences;
pub mod mutants;
pub mod nightly;
pub mod run;
pub mod suite;
pub mod tidy;
pub mod tools;
pub mod transcript;
pub mod workspace;

/// What a tool returns: a value, or one message that says what was wrong and what would be right.
pub type Outcome<T> = Result<T, String>;
