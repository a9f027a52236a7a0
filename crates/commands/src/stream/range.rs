//! Streams read without change: XLEN, XRANGE, XREVRANGE.

use resp::{Args, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::{Entry, Stream};

use super::{ids, reply_entry};
use crate::context::CommandContext;
use crate::parse::integer;

/// XLEN key
pub fn xlen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(1))?;
    let (stream, reply) = place.stream_and_reply()?;
    reply.int(stream.map_or(0, |stream| stream.len() as i64));
    Ok(())
}

/// XRANGE key start end [COUNT count]
pub fn xrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let bounds = (ids::parse_start(args.get(2))?, ids::parse_end(args.get(3))?);
    range(ctx, args, bounds, |reply, stream, (start, end), count| {
        reply_entries(reply, stream.range(start, end), count);
    })
}

/// XREVRANGE key end start [COUNT count]
pub fn xrevrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let start = ids::parse_start(args.get(3))?;
    let end = ids::parse_end(args.get(2))?;
    range(
        ctx,
        args,
        (start, end),
        |reply, stream, (start, end), count| {
            reply_entries(reply, stream.range_back(start, end), count);
        },
    )
}

fn range(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    bounds: (StreamId, StreamId),
    answer: impl FnOnce(&mut ReplyWriter<'_>, &Stream, (StreamId, StreamId), usize),
) -> Result<(), ReplyError> {
    let count = parse_count(args)?;
    let mut place = ctx.read(args.get(1))?;
    let (stream, reply) = place.stream_and_reply()?;
    match stream {
        None => reply.array(0),
        Some(_) if count == 0 => reply.null_array(),
        Some(stream) => answer(reply, stream, bounds, count),
    }
    Ok(())
}

/// How many entries are wanted; the last COUNT counts.
fn parse_count(args: Args<'_>) -> Result<usize, ReplyError> {
    let mut count = usize::MAX;
    let mut words = args.tail(4).iter();
    while let Some(word) = words.next() {
        let value = words.next().filter(|_| word.eq_ignore_ascii_case(b"count"));
        let number = integer(value.ok_or(ReplyError::SYNTAX)?)?;
        count = usize::try_from(number).unwrap_or(0);
    }
    Ok(count)
}

/// An array of up to `count` entries.
pub(super) fn reply_entries<'e>(
    reply: &mut ReplyWriter<'_>,
    entries: impl Iterator<Item = Entry<'e>>,
    count: usize,
) {
    let mark = reply.begin();
    let mut len = 0;
    for entry in entries.take(count) {
        reply_entry(reply, &entry);
        len += 1;
    }
    reply.end_array(mark, len);
}
