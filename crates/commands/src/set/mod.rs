//! Sets: members added, removed, asked for and drawn; several sets joined, cut and told apart.
//!
//! Never knows another family.

mod change;
mod combine;
mod draw;
mod moves;
mod read;
mod scan;

pub use change::{sadd, srem};
pub use combine::{sdiff, sdiffstore, sinter, sintercard, sinterstore, sunion, sunionstore};
pub use draw::{spop, srandmember};
pub use moves::smove;
pub use read::{scard, sismember, smembers, smismember};
pub use scan::sscan;

use resp::ReplyWriter;
use values::Item;

#[inline]
fn reply_member(reply: &mut ReplyWriter<'_>, member: Item<'_>) {
    match member {
        Item::Int(number) => reply.bulk_int(number),
        Item::Bytes(bytes) => reply.bulk(bytes),
    }
}
