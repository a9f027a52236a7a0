//! What a stream, its groups and their consumers are like: XINFO.

use resp::{Args, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::{Consumer, ENTRIES_READ_UNKNOWN, Group, Stream};

use super::range::reply_entries;
use super::{no_group_of_key, reply_entry, reply_id, wrong_options};
use crate::context::CommandContext;
use crate::parse::integer;

/// Entries, and pending ones, that FULL shows if it is not told how many.
const COUNT_DEFAULT: usize = 10;

/// XINFO STREAM key [FULL [COUNT count]]
pub fn xinfo_stream(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(2))?;
    if place.stream()?.is_none() {
        return Err(ReplyError::NO_SUCH_KEY);
    }
    let count = match args.len() {
        3 => None,
        4 | 6 => Some(parse_full(args)?),
        _ => return Err(wrong_options("XINFO", args.get(1))),
    };
    let (stream, reply) = place.stream_and_reply()?;
    if let Some(stream) = stream {
        match count {
            None => brief(reply, stream),
            Some(count) => full(reply, stream, count),
        }
    }
    Ok(())
}

fn parse_full(args: Args<'_>) -> Result<usize, ReplyError> {
    let wrong = wrong_options("XINFO", args.get(1));
    if !args.get(3).eq_ignore_ascii_case(b"full") {
        return Err(wrong);
    }
    let Some(word) = args.try_get(4) else {
        return Ok(COUNT_DEFAULT);
    };
    if !word.eq_ignore_ascii_case(b"count") {
        return Err(wrong);
    }
    let count = integer(args.get(5))?;
    Ok(match usize::try_from(count) {
        Ok(0) => usize::MAX,
        Ok(count) => count,
        Err(_) => COUNT_DEFAULT,
    })
}

/// What both forms begin with: seven pairs.
fn figures(reply: &mut ReplyWriter<'_>, stream: &Stream) {
    reply.bulk(b"length");
    reply.int(stream.len() as i64);
    reply.bulk(b"radix-tree-keys");
    reply.int(stream.blocks_len() as i64);
    reply.bulk(b"radix-tree-nodes");
    reply.int(stream.tree_nodes() as i64);
    reply.bulk(b"last-generated-id");
    reply_id(reply, stream.last_id());
    reply.bulk(b"max-deleted-entry-id");
    reply_id(reply, stream.max_deleted_id());
    reply.bulk(b"entries-added");
    reply.int(stream.entries_added() as i64);
    reply.bulk(b"recorded-first-entry-id");
    reply_id(reply, stream.first_id());
}

fn brief(reply: &mut ReplyWriter<'_>, stream: &Stream) {
    let (least, greatest) = (StreamId::ZERO, StreamId::MAX);
    reply.map(10);
    figures(reply, stream);
    reply.bulk(b"groups");
    reply.int(stream.groups_len() as i64);
    reply.bulk(b"first-entry");
    match stream.range(least, greatest).next() {
        Some(entry) => reply_entry(reply, &entry),
        None => reply.null(),
    }
    reply.bulk(b"last-entry");
    match stream.range_back(least, greatest).next() {
        Some(entry) => reply_entry(reply, &entry),
        None => reply.null(),
    }
}

fn full(reply: &mut ReplyWriter<'_>, stream: &Stream, count: usize) {
    reply.map(9);
    figures(reply, stream);
    reply.bulk(b"entries");
    reply_entries(reply, stream.range(StreamId::ZERO, StreamId::MAX), count);
    reply.bulk(b"groups");
    reply.array(stream.groups_len());
    for (name, group) in stream.groups() {
        reply.map(7);
        reply.bulk(b"name");
        reply.bulk(name);
        reply.bulk(b"last-delivered-id");
        reply_id(reply, group.last_id);
        progress(reply, stream, group);
        reply.bulk(b"pel-count");
        reply.int(group.pending_len() as i64);
        reply.bulk(b"pending");
        reply.array(group.pending_len().min(count));
        for (id, pending) in group.pending_from(StreamId::ZERO).take(count) {
            reply.array(4);
            reply_id(reply, id);
            let consumer = group.consumer(pending.consumer);
            reply.bulk(consumer.map_or(b"", |consumer| consumer.name()));
            reply.int(pending.delivered_ms);
            reply.int(pending.count as i64);
        }
        reply.bulk(b"consumers");
        reply.array(group.consumers_len());
        for (_, consumer) in group.consumers() {
            full_consumer(reply, group, consumer, count);
        }
    }
}

fn full_consumer(reply: &mut ReplyWriter<'_>, group: &Group, consumer: &Consumer, count: usize) {
    reply.map(5);
    reply.bulk(b"name");
    reply.bulk(consumer.name());
    reply.bulk(b"seen-time");
    reply.int(consumer.seen_ms);
    reply.bulk(b"active-time");
    reply.int(consumer.active_ms);
    reply.bulk(b"pel-count");
    reply.int(consumer.pending_len() as i64);
    reply.bulk(b"pending");
    reply.array(consumer.pending_len().min(count));
    for id in consumer.pending_from(StreamId::ZERO).take(count) {
        let pending = group.pending(id);
        reply.array(3);
        reply_id(reply, id);
        reply.int(pending.map_or(0, |pending| pending.delivered_ms));
        reply.int(pending.map_or(0, |pending| pending.count as i64));
    }
}

/// How much a group has read, and how much it has not: two pairs.
fn progress(reply: &mut ReplyWriter<'_>, stream: &Stream, group: &Group) {
    let number = |reply: &mut ReplyWriter<'_>, number: Option<i64>| match number {
        Some(number) => reply.int(number),
        None => reply.null(),
    };
    reply.bulk(b"entries-read");
    let read = Some(group.entries_read).filter(|read| *read != ENTRIES_READ_UNKNOWN);
    number(reply, read);
    reply.bulk(b"lag");
    number(reply, stream.lag(group));
}

/// XINFO GROUPS key
pub fn xinfo_groups(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.read(args.get(2))?;
    let (stream, reply) = place.stream_and_reply()?;
    let stream = stream.ok_or(ReplyError::NO_SUCH_KEY)?;
    reply.array(stream.groups_len());
    for (name, group) in stream.groups() {
        reply.map(6);
        reply.bulk(b"name");
        reply.bulk(name);
        reply.bulk(b"consumers");
        reply.int(group.consumers_len() as i64);
        reply.bulk(b"pending");
        reply.int(group.pending_len() as i64);
        reply.bulk(b"last-delivered-id");
        reply_id(reply, group.last_id);
        progress(reply, stream, group);
    }
    Ok(())
}

/// XINFO CONSUMERS key group
pub fn xinfo_consumers(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (key, name, now_ms) = (args.get(2), args.get(3), ctx.now_ms);
    let mut place = ctx.read(key)?;
    let (stream, reply) = place.stream_and_reply()?;
    let stream = stream.ok_or(ReplyError::NO_SUCH_KEY)?;
    let group = stream
        .group(name)
        .ok_or_else(|| no_group_of_key(key, name))?;
    reply.array(group.consumers_len());
    for (_, consumer) in group.consumers() {
        let since = |at_ms: i64| now_ms.saturating_sub(at_ms).max(0);
        reply.map(4);
        reply.bulk(b"name");
        reply.bulk(consumer.name());
        reply.bulk(b"pending");
        reply.int(consumer.pending_len() as i64);
        reply.bulk(b"idle");
        reply.int(since(consumer.seen_ms));
        reply.bulk(b"inactive");
        reply.int(match consumer.active_ms {
            -1 => -1,
            active_ms => since(active_ms),
        });
    }
    Ok(())
}
