//! Values as bytes, in the format of Valkey's RDB files: version 80 is written, older ones are
//! read.
//!
//! What is read may come from anyone. It gives a value or [`Malformed`], never a panic, and takes
//! no more memory than [`EXPANDED_BYTES_MAX`] allows for. It never knows keys, databases, files or
//! sockets; the time comes as an argument.

mod checksum;
pub mod file;
mod hash;
mod kind;
mod list;
mod lzf;
mod payload;
mod reader;
mod set;
mod stream;
#[cfg(test)]
mod tests;
mod value;
mod writer;
mod ziplist;
mod zipmap;
mod zset;

pub use checksum::Checksum;
pub use kind::Kind;
pub use payload::{PayloadError, Versions, open, seal};
pub use reader::{EXPANDED_BYTES_MAX, Malformed, Reader};
pub use value::{LoadRules, Loaded, Stored, load, save};
pub use writer::Writer;

/// The version that is written.
pub const VERSION: u16 = 80;
