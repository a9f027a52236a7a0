//! Sorted sets: changed by member or by range, read by score, rank or member, popped at both ends,
//! combined, and waited for.
//!
//! Never knows another family; that plain sets can be combined too is known in [`sources`] alone.

mod add;
mod blocking;
mod bounds;
mod combine;
mod pop;
mod random;
mod range;
mod read;
mod remove;
mod scan;
mod sources;

pub use add::{zadd, zincrby};
pub use blocking::{bzmpop, bzpopmax, bzpopmin, is_ready};
pub use combine::{zdiff, zdiffstore, zinter, zintercard, zinterstore, zunion, zunionstore};
pub use pop::{zmpop, zpopmax, zpopmin};
pub use random::zrandmember;
pub use range::{
    zrange, zrangebylex, zrangebyscore, zrangestore, zrevrange, zrevrangebylex, zrevrangebyscore,
};
pub use read::{zcard, zcount, zlexcount, zmscore, zrank, zrevrank, zscore};
pub use remove::{zrem, zremrangebylex, zremrangebyrank, zremrangebyscore};
pub use scan::zscan;

use resp::{Proto, ReplyWriter};
use stdx::num::{F64_TEXT_BYTES_MAX, format_f64};
use values::Item;
use values::zset::Element;

fn reply_score(reply: &mut ReplyWriter<'_>, score: f64) {
    reply.double_text(format_f64(score, &mut [0; F64_TEXT_BYTES_MAX]));
}

#[inline]
fn reply_member(reply: &mut ReplyWriter<'_>, member: Item<'_>) {
    match member {
        Item::Int(number) => reply.bulk_int(number),
        Item::Bytes(bytes) => reply.bulk(bytes),
    }
}

/// Whether elements with their scores are arrays of their own.
fn is_paired(reply: &ReplyWriter<'_>) -> bool {
    reply.proto() == Proto::Resp3
}

/// An array of `count` elements, with or without scores.
fn reply_elements<'e>(
    reply: &mut ReplyWriter<'_>,
    elements: impl Iterator<Item = Element<'e>>,
    count: usize,
    with_scores: bool,
) {
    let paired = with_scores && is_paired(reply);
    reply.array(count * if with_scores && !paired { 2 } else { 1 });
    for Element { member, score } in elements.take(count) {
        if paired {
            reply.array(2);
        }
        reply_member(reply, member);
        if with_scores {
            reply_score(reply, score);
        }
    }
}
