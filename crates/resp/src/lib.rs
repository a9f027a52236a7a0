//! The client protocol, RESP2, RESP3 and inline: requests out of bytes, replies into bytes.
//!
//! Knows nothing of sockets, sessions or commands. A [`Parser`] turns what a peer sent into
//! [`Args`] without copying small arguments; a [`ReplyWriter`] encodes replies into an [`OutBuf`],
//! which hands large values on by reference.

mod args;
mod error;
mod out;
mod parser;
mod reply;
#[cfg(test)]
mod tests;

pub use args::{Args, ArgsIter, Range, RequestBuf, RequestSpan};
pub use error::ReplyError;
pub use out::{CHUNK_BYTES_MAX, OutBuf, SHARED_MIN_BYTES, SPARE_CHUNKS_MAX, Segment};
pub use parser::{
    BUFFER_BYTES_MAX, Head, INLINE_BYTES_MAX, LARGE_ARG_BYTES, Limits, Opening, Parsed, Parser,
    UNAUTH_ARGS_MAX, UNAUTH_BULK_BYTES_MAX,
};
pub use reply::{Mark, Proto, ReplyWriter};
