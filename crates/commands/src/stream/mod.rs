//! Streams: entries added, read in ranges or as they come, and shared out among the consumers of
//! groups.
//!
//! Never knows another family.

mod add;
mod claim;
mod group;
mod ids;
mod info;
mod pending;
mod range;
mod read;
mod read_group;
mod remove;
mod trim;
mod waiting;

pub use add::xadd;
pub use claim::{xautoclaim, xclaim};
pub use group::{
    xgroup_create, xgroup_createconsumer, xgroup_delconsumer, xgroup_destroy, xgroup_setid,
};
pub use info::{xinfo_consumers, xinfo_groups, xinfo_stream};
pub use pending::{xack, xpending};
pub use range::{xlen, xrange, xrevrange};
pub use read::xread;
pub use read_group::xreadgroup;
pub use remove::{xdel, xsetid};
pub use trim::xtrim;
pub use waiting::{at_hand, fixed_words, is_ready};

use resp::{ReplyError, ReplyWriter};
use values::stream::{Entry, ID_TEXT_BYTES_MAX};
use values::{Item, StreamId};

/// An id as a bulk string.
#[inline]
fn reply_id(reply: &mut ReplyWriter<'_>, id: StreamId) {
    reply.bulk(id.text(&mut [0; ID_TEXT_BYTES_MAX]));
}

/// An entry: its id, then names and values in one array.
#[inline]
fn reply_entry(reply: &mut ReplyWriter<'_>, entry: &Entry<'_>) {
    reply.array(2);
    reply_id(reply, entry.id);
    let fields = entry.fields();
    reply.array(2 * fields.len());
    for (name, value) in fields {
        reply_item(reply, name);
        reply_item(reply, value);
    }
}

#[inline]
fn reply_item(reply: &mut ReplyWriter<'_>, item: Item<'_>) {
    match item {
        Item::Int(number) => reply.bulk_int(number),
        Item::Bytes(bytes) => reply.bulk(bytes),
    }
}

/// `NOGROUP No such key 'k' or consumer group 'g'`, and what follows.
#[cold]
fn no_group(key: &[u8], group: &[u8], tail: &[u8]) -> ReplyError {
    let text: [&[u8]; 6] = [
        b"NOGROUP No such key '",
        shown(key),
        b"' or consumer group '",
        shown(group),
        b"'",
        tail,
    ];
    ReplyError::from_bytes(text.concat())
}

/// `NOGROUP No such consumer group 'g' for key name 'k'`
#[cold]
fn no_group_of_key(key: &[u8], group: &[u8]) -> ReplyError {
    let text: [&[u8]; 5] = [
        b"NOGROUP No such consumer group '",
        shown(group),
        b"' for key name '",
        shown(key),
        b"'",
    ];
    ReplyError::from_bytes(text.concat())
}

/// Text as Valkey prints it in errors: up to its first zero byte.
fn shown(text: &[u8]) -> &[u8] {
    text.split(|&byte| byte == 0).next().unwrap_or_default()
}

/// A subcommand whose options are wrong.
#[cold]
fn wrong_options(command: &str, subcommand: &[u8]) -> ReplyError {
    let text: [&[u8]; 5] = [
        b"ERR unknown subcommand or wrong number of arguments for '",
        shown(subcommand),
        b"'. Try ",
        command.as_bytes(),
        b" HELP.",
    ];
    ReplyError::from_bytes(text.concat())
}
