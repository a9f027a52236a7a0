//! BITOP.

use bytes::Bytes;
use keyspace::Expire;
use resp::{Args, ReplyError};
use stdx::bits::{BitOp, combine, inverted};
use stdx::num::I64_TEXT_BYTES_MAX;

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::text::Text;

/// BITOP AND | OR | XOR | NOT destkey key [key ...]
pub fn bitop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let op = operation(args.get(1))?;
    if op.is_none() && args.len() != 4 {
        return Err(ReplyError::fixed(
            "ERR BITOP NOT must be called with a single source key.",
        ));
    }
    let mut sources = Vec::with_capacity(args.len() - 3);
    for key in args.tail(3).iter() {
        sources.push(source(ctx, key)?);
    }
    let slices: Vec<&[u8]> = sources.iter().map(Bytes::as_ref).collect();
    let combined = match op {
        Some(op) => combine(op, &slices),
        None => inverted(slices[0]),
    };
    let len = combined.len();
    let mut place = ctx.write(args.get(2))?;
    let mut changed = true;
    if len > 0 {
        place.set_raw(combined, Expire::None);
        place.event(EventClass::STRING, "set");
    } else if place.remove() {
        place.event(EventClass::GENERIC, "del");
    } else {
        changed = false;
    }
    place.reply.int(len as i64);
    if changed {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// `None` is NOT.
fn operation(name: &[u8]) -> Result<Option<BitOp>, ReplyError> {
    let operations = [
        (&b"and"[..], Some(BitOp::And)),
        (b"or", Some(BitOp::Or)),
        (b"xor", Some(BitOp::Xor)),
        (b"not", None),
    ];
    let found = operations
        .into_iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known));
    found.map(|(_, op)| op).ok_or(ReplyError::SYNTAX)
}

/// What a source holds: long strings by reference, for the destination may lie elsewhere.
fn source(ctx: &mut CommandContext<'_>, key: &[u8]) -> Result<Bytes, ReplyError> {
    let place = ctx.read(key)?;
    Ok(match place.text()? {
        None => Bytes::new(),
        Some(Text::Shared(shared)) => shared.clone(),
        Some(text) => Bytes::copy_from_slice(text.bytes(&mut [0; I64_TEXT_BYTES_MAX])),
    })
}
