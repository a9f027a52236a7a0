//! Streams: blocks of entries, counters, groups with their consumers.

use crate::Kind;
use crate::reader::{Malformed, Reader};
use crate::writer::Writer;
use values::stream::{Counters, ENTRIES_READ_UNKNOWN, Group, Stream, StreamId};

/// In place of a number of entries read that nobody knows.
const UNKNOWN: u64 = u64::MAX;

fn damaged(reason: values::stream::Malformed) -> Malformed {
    Malformed(reason.0)
}

pub(crate) fn save(stream: &Stream, writer: &mut Writer) {
    writer.kind(Kind::Stream3);
    writer.length(stream.blocks().count() as u64);
    for (base, listpack) in stream.blocks() {
        writer.text(&base.to_bytes());
        writer.text(listpack);
    }
    let counters = stream.counters();
    writer.length(counters.len);
    save_id(counters.last_id, writer);
    save_id(counters.first_id, writer);
    save_id(counters.max_deleted_id, writer);
    writer.length(counters.entries_added);
    writer.length(stream.groups_len() as u64);
    for (name, group) in stream.groups() {
        save_group(name, group, writer);
    }
}

fn save_id(id: StreamId, writer: &mut Writer) {
    writer.length(id.ms);
    writer.length(id.seq);
}

fn save_group(name: &[u8], group: &Group, writer: &mut Writer) {
    writer.string(name);
    save_id(group.last_id, writer);
    writer.length(u64::try_from(group.entries_read).unwrap_or(UNKNOWN));
    writer.length(group.pending_len() as u64);
    for (id, pending) in group.pending_from(StreamId::ZERO) {
        writer.raw(&id.to_bytes());
        writer.raw(&pending.delivered_ms.to_le_bytes());
        writer.length(pending.count);
    }
    writer.length(group.consumers_len() as u64);
    for (_, consumer) in group.consumers() {
        writer.string(consumer.name());
        writer.raw(&consumer.seen_ms.to_le_bytes());
        writer.raw(&consumer.active_ms.to_le_bytes());
        writer.length(consumer.pending_len() as u64);
        for id in consumer.pending_from(StreamId::ZERO) {
            writer.raw(&id.to_bytes());
        }
    }
}

pub(crate) fn load(kind: Kind, reader: &mut Reader<'_>) -> Result<Stream, Malformed> {
    let mut stream = Stream::new();
    for _ in 0..reader.count()? {
        let base = reader.string()?;
        let base = <[u8; 16]>::try_from(&*base).map_err(|_| Malformed("no id of a block"))?;
        let listpack = reader.string()?;
        let base = StreamId::from_bytes(base);
        stream.push_block(base, &listpack).map_err(damaged)?;
    }
    let mut counters = Counters {
        len: reader.length()?,
        last_id: id(reader)?,
        ..Counters::default()
    };
    if kind == Kind::Stream1 {
        counters.entries_added = counters.len;
    } else {
        counters.first_id = id(reader)?;
        counters.max_deleted_id = id(reader)?;
        counters.entries_added = reader.length()?;
    }
    stream.finish(&counters).map_err(damaged)?;
    for _ in 0..reader.count()? {
        let name = reader.string()?;
        let group = load_group(kind, &stream, reader)?;
        stream.push_group(&name, group).map_err(damaged)?;
    }
    Ok(stream)
}

fn id(reader: &mut Reader<'_>) -> Result<StreamId, Malformed> {
    Ok(StreamId {
        ms: reader.length()?,
        seq: reader.length()?,
    })
}

fn load_group(kind: Kind, stream: &Stream, reader: &mut Reader<'_>) -> Result<Group, Malformed> {
    let last_id = id(reader)?;
    let entries_read = match kind {
        Kind::Stream1 => stream.entries_read_at(last_id),
        _ => i64::try_from(reader.length()?).ok(),
    };
    let mut group = Group::new(last_id, entries_read.unwrap_or(ENTRIES_READ_UNKNOWN));
    for _ in 0..reader.count()? {
        let id = StreamId::from_bytes(reader.array()?);
        let delivered_ms = reader.signed()?;
        let count = reader.length()?;
        group
            .restore_pending(id, delivered_ms, count)
            .map_err(damaged)?;
    }
    for _ in 0..reader.count()? {
        load_consumer(kind, &mut group, reader)?;
    }
    Ok(group)
}

fn load_consumer(kind: Kind, group: &mut Group, reader: &mut Reader<'_>) -> Result<(), Malformed> {
    let name = reader.string()?;
    let seen_ms = reader.signed()?;
    let active_ms = match kind {
        Kind::Stream3 => reader.signed()?,
        _ => seen_ms,
    };
    let mut ids = Vec::new();
    for _ in 0..reader.count()? {
        ids.push(StreamId::from_bytes(reader.array()?));
    }
    group
        .restore_consumer(&name, (seen_ms, active_ms), ids.into_iter())
        .map_err(damaged)
}
