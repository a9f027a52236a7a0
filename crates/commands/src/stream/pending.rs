//! Entries in hand of consumers: XACK, XPENDING.

use resp::{Args, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::{Group, Pending};

use super::{ids, no_group, reply_id};
use crate::context::CommandContext;
use crate::parse::integer;

/// XACK key group id [id ...]
pub fn xack(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let group = args.get(2);
    let mut place = ctx.read(args.get(1))?;
    if place
        .stream()?
        .and_then(|stream| stream.group(group))
        .is_none()
    {
        place.reply.int(0);
        return Ok(());
    }
    let words = args.tail(3).iter();
    let ids: Vec<StreamId> = words
        .map(|word| ids::parse(word, 0))
        .collect::<Result<_, _>>()?;
    let acknowledged = place.edit_stream(|stream, _, _| {
        stream.edit_group(group, |group, _| {
            ids.iter().filter(|id| group.acknowledge(**id)).count()
        })
    })?;
    let acknowledged = acknowledged.flatten().unwrap_or(0);
    place.reply.int(acknowledged as i64);
    if acknowledged > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// Which entries in hand are listed.
struct Listing<'a> {
    idle_ms: i64,
    start: StreamId,
    end: StreamId,
    count: usize,
    consumer: Option<&'a [u8]>,
}

/// XPENDING key group [[IDLE min-idle-time] start end count [consumer]]
pub fn xpending(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let listing = match args.len() {
        3 => None,
        6..=9 => Some(parse_listing(args)?),
        _ => return Err(ReplyError::SYNTAX),
    };
    let (key, name, now_ms) = (args.get(1), args.get(2), ctx.now_ms);
    let mut place = ctx.read(key)?;
    let (stream, reply) = place.stream_and_reply()?;
    let Some(group) = stream.and_then(|stream| stream.group(name)) else {
        return Err(no_group(key, name, b""));
    };
    match listing {
        None => summarize(reply, group),
        Some(listing) => list(reply, group, &listing, now_ms),
    }
    Ok(())
}

fn parse_listing(args: Args<'_>) -> Result<Listing<'_>, ReplyError> {
    let mut at = 3;
    let mut idle_ms = 0;
    if args.get(3).eq_ignore_ascii_case(b"idle") {
        idle_ms = integer(args.get(4))?;
        if args.len() < 8 {
            return Err(ReplyError::SYNTAX);
        }
        at += 2;
    }
    let count = integer(args.get(at + 2))?;
    Ok(Listing {
        idle_ms,
        start: ids::parse_start(args.get(at))?,
        end: ids::parse_end(args.get(at + 1))?,
        count: usize::try_from(count).unwrap_or(0),
        consumer: args.try_get(at + 3),
    })
}

/// How many, the first, the last, and how many each consumer has.
fn summarize(reply: &mut ReplyWriter<'_>, group: &Group) {
    reply.array(4);
    reply.int(group.pending_len() as i64);
    let Some((first, last)) = group.pending_edges() else {
        reply.null();
        reply.null();
        reply.null_array();
        return;
    };
    reply_id(reply, first);
    reply_id(reply, last);
    let busy = || {
        let consumers = group.consumers().map(|(_, consumer)| consumer);
        consumers.filter(|consumer| consumer.pending_len() > 0)
    };
    reply.array(busy().count());
    for consumer in busy() {
        reply.array(2);
        reply.bulk(consumer.name());
        reply.bulk_int(consumer.pending_len() as i64);
    }
}

fn list(reply: &mut ReplyWriter<'_>, group: &Group, listing: &Listing<'_>, now_ms: i64) {
    let mark = reply.begin();
    let mut len = 0;
    let show = |(id, pending): (StreamId, &Pending)| {
        let consumer = group.consumer(pending.consumer);
        reply.array(4);
        reply_id(reply, id);
        reply.bulk(consumer.map_or(b"", |consumer| consumer.name()));
        reply.int(now_ms.saturating_sub(pending.delivered_ms).max(0));
        reply.int(pending.count as i64);
        len += 1;
    };
    let wanted = |(_, pending): &(StreamId, &Pending)| {
        now_ms.saturating_sub(pending.delivered_ms).max(0) >= listing.idle_ms
    };
    let in_range = |(id, _): &(StreamId, &Pending)| *id <= listing.end;
    match listing.consumer.map(|name| group.find_consumer(name)) {
        None => group
            .pending_from(listing.start)
            .take_while(in_range)
            .filter(wanted)
            .take(listing.count)
            .for_each(show),
        Some(consumer) => consumer
            .and_then(|consumer| group.consumer(consumer))
            .into_iter()
            .flat_map(|consumer| consumer.pending_from(listing.start))
            .filter_map(|id| Some((id, group.pending(id)?)))
            .take_while(in_range)
            .filter(wanted)
            .take(listing.count)
            .for_each(show),
    }
    reply.end_array(mark, len);
}
