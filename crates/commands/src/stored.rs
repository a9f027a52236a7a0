//! A computed sorted set put where a request wants it.
//!
//! Never knows how it was computed.

use resp::ReplyError;
use stdx::num::{F64_TEXT_BYTES_MAX, format_f64};
use values::SortedSet;

use crate::context::CommandContext;
use crate::events::EventClass;

/// Elements told in one command.
const TOLD_TOGETHER: usize = 64;

/// Stores the set at `key`, or removes what is there if the set is empty, and replies with the
/// number of elements. Tells onwards what it came to: who follows one slot does not know the
/// others that it was made from.
pub(crate) fn store(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    set: SortedSet<'static>,
    event: &'static str,
) -> Result<(), ReplyError> {
    let len = set.len();
    if ctx.effects.wanted() {
        tell(ctx, key, &set);
    }
    let mut place = ctx.peek(key)?;
    if set.is_empty() {
        if place.remove() {
            place.event(EventClass::GENERIC, "del");
        }
    } else {
        // As on Valkey nobody is told of a value in place of another.
        let is_new = !place.exists();
        place.put_sorted_set(set);
        place.event(EventClass::ZSET, event);
        if is_new {
            place.ready();
        }
    }
    place.reply.int(len as i64);
    Ok(())
}

fn tell(ctx: &mut CommandContext<'_>, key: &[u8], set: &SortedSet) {
    if ctx.peek(key).is_ok_and(|place| place.exists()) {
        ctx.effects.command(ctx.db, &[b"DEL", key]);
    }
    let mut elements = set.iter().peekable();
    while elements.peek().is_some() {
        let mut words = vec![b"ZADD".to_vec(), key.to_vec()];
        for element in elements.by_ref().take(TOLD_TOGETHER) {
            let mut text = [0; F64_TEXT_BYTES_MAX];
            words.push(format_f64(element.score, &mut text).to_vec());
            words.push(element.member.to_vec());
        }
        let words: Vec<&[u8]> = words.iter().map(Vec::as_slice).collect();
        ctx.effects.command(ctx.db, &words);
    }
}
