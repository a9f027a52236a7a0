//! XREADGROUP: new entries given to a consumer, or those that it has in hand.

use resp::{Args, Proto, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::{ConsumerId, Group, ID_TEXT_BYTES_MAX, Pending, Reader};

use super::read::{Reading, has_after};
use super::{ids, no_group, reply_entry, reply_id};
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;

/// What a consumer asks for of one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// `>`: what nobody was given.
    New,
    /// What it has in hand after this id.
    InHand(StreamId),
}

/// What a stream had for the consumer.
#[derive(Default)]
struct Given {
    /// Ids of new entries that are to be acknowledged, if anybody wants to know.
    ids: Vec<StreamId>,
    /// The group's last id and number of entries, if they changed.
    moved: Option<(StreamId, i64)>,
}

/// XREADGROUP GROUP group consumer [COUNT count] [BLOCK milliseconds] [NOACK] STREAMS key [key ...]
/// id [id ...]
pub fn xreadgroup(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let reading = Reading::parse(args, true, ctx.now_ms)?;
    let Some((group, consumer)) = reading.group else {
        return Err(ReplyError::SYNTAX);
    };
    let mut asked = Vec::with_capacity(reading.keys);
    for i in 0..reading.keys {
        let key = reading.key(args, i);
        let place = ctx.read(key)?;
        let stream = place.stream()?;
        if stream.is_none_or(|stream| stream.group(group).is_none()) {
            return Err(no_group(key, group, b" in XREADGROUP with GROUP option"));
        }
        asked.push(parse_asked(args.get(reading.id_at(i)))?);
    }
    let mark = ctx.reply.begin();
    let mut len = 0;
    for (i, &asked) in asked.iter().enumerate() {
        let key = reading.key(args, i);
        let (wanted, now_ms) = (ctx.effects.wanted(), ctx.now_ms);
        let mut place = ctx.read(key)?;
        let met = place.edit_stream(|stream, reply, _| {
            stream.edit_group(group, |group, reader| {
                let (consumer, is_new) = group.add_consumer(consumer, now_ms);
                if let Some(consumer) = group.consumer_mut(consumer) {
                    consumer.seen_ms = now_ms;
                }
                if asked == Asked::New && !has_after(reader.stream(), group.last_id) {
                    return (is_new, None);
                }
                Reading::begin_stream(reply, key);
                let mut giving = Giving {
                    group,
                    reader,
                    consumer,
                    now_ms,
                    reading: &reading,
                    wanted,
                };
                (is_new, Some(giving.give(reply, asked)))
            })
        })?;
        let (is_new, given) = met.flatten().unwrap_or_default();
        if is_new {
            place.event(EventClass::STREAM, "xgroup-createconsumer");
            // Who acknowledges is told of with what it is given.
            if reading.no_ack {
                let words: [&[u8]; 5] = [b"XGROUP", b"CREATECONSUMER", key, group, consumer];
                ctx.effects.command(ctx.db, &words);
            }
        }
        len += usize::from(given.is_some());
        tell(ctx, key, (group, consumer), given.unwrap_or_default());
    }
    if len == 0 {
        reading.nothing(ctx);
    } else if ctx.reply.proto() == Proto::Resp2 {
        ctx.reply.end_array(mark, len);
    } else {
        ctx.reply.end_map(mark, len);
    }
    Ok(())
}

fn parse_asked(text: &[u8]) -> Result<Asked, ReplyError> {
    match text {
        b">" => Ok(Asked::New),
        b"$" => Err(ReplyError::fixed(
            "ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the \
             history of this consumer by specifying a proper ID, or use the > ID to get new \
             messages. The $ ID would just return an empty result set.",
        )),
        b"+" => Err(ReplyError::fixed(
            "ERR The + ID is meaningless in the context of XREADGROUP: you want to read the \
             history of this consumer by specifying a proper ID, or use the > ID to get new \
             messages. The + ID would just return an empty result set.",
        )),
        // The greatest id means the same as `>` in Valkey.
        _ => match ids::parse(text, 0)? {
            StreamId::MAX => Ok(Asked::New),
            id => Ok(Asked::InHand(id)),
        },
    }
}

/// A consumer being given something.
struct Giving<'g, 's> {
    group: &'g mut Group,
    reader: Reader<'s>,
    consumer: ConsumerId,
    now_ms: i64,
    reading: &'g Reading<'g>,
    /// Whether ids are to be told.
    wanted: bool,
}

impl Giving<'_, '_> {
    fn give(&mut self, reply: &mut ReplyWriter<'_>, asked: Asked) -> Given {
        match asked {
            Asked::New => self.give_new(reply),
            Asked::InHand(after) => {
                self.show_in_hand(reply, after);
                Given::default()
            }
        }
    }

    fn give_new(&mut self, reply: &mut ReplyWriter<'_>) -> Given {
        let mut given = Given::default();
        let stream = self.reader.stream();
        let mark = reply.begin();
        let mut len = 0;
        let start = self.group.last_id.next().unwrap_or(StreamId::MAX);
        let entries = stream.range(start, StreamId::MAX);
        for entry in entries.take(self.reading.count) {
            self.group.entries_read = stream.entries_read_after(self.group, entry.id);
            self.group.last_id = entry.id;
            reply_entry(reply, &entry);
            len += 1;
            if self.reading.no_ack {
                continue;
            }
            let pending = Pending {
                delivered_ms: self.now_ms,
                count: 1,
                consumer: self.consumer,
            };
            self.group.give(entry.id, pending);
            if self.wanted {
                given.ids.push(entry.id);
            }
        }
        reply.end_array(mark, len);
        if len > 0 {
            given.moved = Some((self.group.last_id, self.group.entries_read));
        }
        if len > 0
            && !self.reading.no_ack
            && let Some(consumer) = self.group.consumer_mut(self.consumer)
        {
            consumer.active_ms = self.now_ms;
        }
        given
    }

    /// Entries that were deleted since are shown without their fields.
    fn show_in_hand(&mut self, reply: &mut ReplyWriter<'_>, after: StreamId) {
        let start = after.next().unwrap_or(StreamId::MAX);
        let Some(consumer) = self.group.consumer(self.consumer) else {
            reply.array(0);
            return;
        };
        let ids = consumer.pending_from(start).take(self.reading.count);
        let ids: Vec<StreamId> = ids.collect();
        reply.array(ids.len());
        for id in ids {
            match self.reader.stream().get(id) {
                Some(entry) => {
                    reply_entry(reply, &entry);
                    self.group.note_delivery(id, self.now_ms);
                }
                None => {
                    reply.array(2);
                    reply_id(reply, id);
                    reply.null_array();
                }
            }
        }
    }
}

/// Each entry is told as claimed, then where the group is.
fn tell(ctx: &mut CommandContext<'_>, key: &[u8], (group, consumer): (&[u8], &[u8]), given: Given) {
    let Some((last_id, entries_read)) = given.moved else {
        return;
    };
    let now = Decimal::of(ctx.now_ms);
    for id in given.ids {
        let mut text = [0; ID_TEXT_BYTES_MAX];
        let id = id.text(&mut text);
        let words: [&[u8]; 14] = [
            b"XCLAIM",
            key,
            group,
            consumer,
            b"0",
            id,
            b"TIME",
            now.text(),
            b"RETRYCOUNT",
            b"1",
            b"FORCE",
            b"JUSTID",
            b"LASTID",
            id,
        ];
        ctx.effects.command(ctx.db, &words);
    }
    tell_place(ctx, key, group, (last_id, entries_read));
}

/// Tells where a group is.
pub(super) fn tell_place(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    group: &[u8],
    (last_id, entries_read): (StreamId, i64),
) {
    let mut text = [0; ID_TEXT_BYTES_MAX];
    let entries_read = Decimal::of(entries_read);
    let words: [&[u8]; 7] = [
        b"XGROUP",
        b"SETID",
        key,
        group,
        last_id.text(&mut text),
        b"ENTRIESREAD",
        entries_read.text(),
    ];
    ctx.effects.command(ctx.db, &words);
}
