//! Entries taken over from other consumers: XCLAIM, XAUTOCLAIM.

use resp::{Args, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::{ConsumerId, Group, ID_TEXT_BYTES_MAX, Pending, Reader};

use super::read_group::tell_place;
use super::{ids, no_group, reply_entry, reply_id};
use crate::context::CommandContext;
use crate::decimal::{Decimal, unsigned};
use crate::events::EventClass;
use crate::parse::integer;

/// Entries that XAUTOCLAIM claims if it is not told how many.
const COUNT_DEFAULT: usize = 100;
/// Entries that it looks at for each that it may claim.
const ATTEMPTS: usize = 10;

/// How entries are claimed.
#[derive(Clone, Copy, Debug)]
struct Claiming {
    idle_min_ms: i64,
    now_ms: i64,
    /// The time of delivery that is noted.
    delivered_ms: i64,
    /// The count that is noted; one more if absent and fields are shown.
    count: Option<u64>,
    ids_only: bool,
    force: bool,
}

/// An entry whose state changed, as it is told onwards.
struct Change {
    /// As the client wrote it, or in full.
    id: Vec<u8>,
    consumer: Vec<u8>,
    pending: Pending,
}

/// What claiming did to a group.
#[derive(Default)]
struct Outcome {
    changes: Vec<Change>,
    made_consumer: bool,
    last_id: StreamId,
    entries_read: i64,
    moved: bool,
}

/// The options of XCLAIM.
struct Request {
    claiming: Claiming,
    /// The arguments before this one, from 5 on, are ids.
    ids_end: usize,
    last_id: StreamId,
}

/// XCLAIM key group consumer min-idle-time id [id ...] [IDLE ms] [TIME unix-time-ms]
/// [RETRYCOUNT count] [FORCE] [JUSTID] [LASTID id]
pub fn xclaim(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (key, name, consumer) = (args.get(1), args.get(2), args.get(3));
    let now_ms = ctx.now_ms;
    check_group(ctx, key, name)?;
    let request = parse_claim(args, now_ms)?;
    let wanted = ctx.effects.wanted();
    let mut place = ctx.peek(key)?;
    let done = place.edit_stream(|stream, reply, _| {
        stream.edit_group(name, |group, reader| {
            let mut outcome = Outcome::default();
            if request.last_id > group.last_id {
                group.last_id = request.last_id;
                outcome.moved = true;
            }
            let (consumer, is_new) = meet(group, consumer, now_ms);
            outcome.made_consumer = is_new;
            let mut claimer = Claimer {
                group,
                reader,
                consumer,
                claiming: request.claiming,
                wanted,
                outcome: &mut outcome,
            };
            let mark = reply.begin();
            let mut len = 0;
            for word in (5..request.ids_end).map(|at| args.get(at)) {
                let Ok(id) = ids::parse(word, 0) else {
                    continue;
                };
                len += usize::from(claimer.claim_given(reply, id, word));
            }
            reply.end_array(mark, len);
            (outcome.last_id, outcome.entries_read) = (group.last_id, group.entries_read);
            outcome
        })
    })?;
    tell(ctx, key, name, done.flatten().unwrap_or_default());
    Ok(())
}

fn check_group(ctx: &mut CommandContext<'_>, key: &[u8], name: &[u8]) -> Result<(), ReplyError> {
    let place = ctx.read(key)?;
    match place.stream()?.and_then(|stream| stream.group(name)) {
        Some(_) => Ok(()),
        None => Err(no_group(key, name, b"")),
    }
}

fn parse_idle(text: &[u8], command: &str) -> Result<i64, ReplyError> {
    let idle_ms = integer(text).map_err(|_| {
        ReplyError::new(format!("ERR Invalid min-idle-time argument for {command}"))
    })?;
    Ok(idle_ms.max(0))
}

fn parse_claim(args: Args<'_>, now_ms: i64) -> Result<Request, ReplyError> {
    let mut claiming = Claiming {
        idle_min_ms: parse_idle(args.get(4), "XCLAIM")?,
        now_ms,
        delivered_ms: now_ms,
        count: None,
        ids_only: false,
        force: false,
    };
    let mut at = 5;
    while at < args.len() && ids::parse(args.get(at), 0).is_ok() {
        at += 1;
    }
    let ids_end = at;
    let mut last_id = StreamId::ZERO;
    while at < args.len() {
        let word = args.get(at);
        let more = args.len() - at - 1;
        let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
        let number = |name: &str| {
            let invalid =
                |_| ReplyError::new(format!("ERR Invalid {name} option argument for XCLAIM"));
            integer(args.get(at + 1)).map_err(invalid)
        };
        let mut taken = 2;
        if is(b"force") {
            claiming.force = true;
            taken = 1;
        } else if is(b"justid") {
            claiming.ids_only = true;
            taken = 1;
        } else if is(b"idle") && more > 0 {
            claiming.delivered_ms = now_ms.saturating_sub(number("IDLE")?);
        } else if is(b"time") && more > 0 {
            claiming.delivered_ms = number("TIME")?;
        } else if is(b"retrycount") && more > 0 {
            claiming.count = u64::try_from(number("RETRYCOUNT")?).ok();
        } else if is(b"lastid") && more > 0 {
            last_id = ids::parse(args.get(at + 1), 0)?;
        } else {
            let text: [&[u8]; 3] = [
                b"ERR Unrecognized XCLAIM option '",
                super::shown(word),
                b"'",
            ];
            return Err(ReplyError::from_bytes(text.concat()));
        }
        at += taken;
    }
    // No delivery lies in the future.
    if !(0..=now_ms).contains(&claiming.delivered_ms) {
        claiming.delivered_ms = now_ms;
    }
    Ok(Request {
        claiming,
        ids_end,
        last_id,
    })
}

/// XAUTOCLAIM key group consumer min-idle-time start [COUNT count] [JUSTID]
pub fn xautoclaim(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (key, name, consumer) = (args.get(1), args.get(2), args.get(3));
    let now_ms = ctx.now_ms;
    // What is wrong with the group is told after what is wrong with the request.
    let checked = check_group(ctx, key, name);
    let idle_min_ms = parse_idle(args.get(4), "XAUTOCLAIM")?;
    let start = ids::parse_start(args.get(5))?;
    let (count, ids_only) = parse_autoclaim_options(args)?;
    checked?;
    let claiming = Claiming {
        idle_min_ms,
        now_ms,
        delivered_ms: now_ms,
        count: None,
        ids_only,
        force: false,
    };
    let wanted = ctx.effects.wanted();
    let mut place = ctx.peek(key)?;
    let done = place.edit_stream(|stream, reply, _| {
        stream.edit_group(name, |group, reader| {
            let mut outcome = Outcome::default();
            let (consumer, is_new) = meet(group, consumer, now_ms);
            outcome.made_consumer = is_new;
            let mut claimer = Claimer {
                group,
                reader,
                consumer,
                claiming,
                wanted,
                outcome: &mut outcome,
            };
            claimer.claim_from(reply, start, count);
            (outcome.last_id, outcome.entries_read) = (group.last_id, group.entries_read);
            outcome
        })
    })?;
    tell(ctx, key, name, done.flatten().unwrap_or_default());
    Ok(())
}

fn parse_autoclaim_options(args: Args<'_>) -> Result<(usize, bool), ReplyError> {
    const COUNT_MAX: i64 = i64::MAX / size_of::<StreamId>() as i64;
    let (mut count, mut ids_only) = (COUNT_DEFAULT, false);
    let mut words = args.tail(6).iter();
    while let Some(word) = words.next() {
        if word.eq_ignore_ascii_case(b"justid") {
            ids_only = true;
            continue;
        }
        let value = words
            .next()
            .filter(|_| word.eq_ignore_ascii_case(b"count"))
            .ok_or(ReplyError::SYNTAX)?;
        let number = integer(value).ok().filter(|n| (1..=COUNT_MAX).contains(n));
        count = number.ok_or(ReplyError::fixed("ERR COUNT must be > 0"))? as usize;
    }
    Ok((count, ids_only))
}

/// The consumer, made if need be, and noted to be alive.
fn meet(group: &mut Group, name: &[u8], now_ms: i64) -> (ConsumerId, bool) {
    let (id, is_new) = group.add_consumer(name, now_ms);
    if let Some(consumer) = group.consumer_mut(id) {
        consumer.seen_ms = now_ms;
    }
    (id, is_new)
}

struct Claimer<'g, 's> {
    group: &'g mut Group,
    reader: Reader<'s>,
    consumer: ConsumerId,
    claiming: Claiming,
    /// Whether changes are to be told.
    wanted: bool,
    outcome: &'g mut Outcome,
}

impl Claimer<'_, '_> {
    /// Claims an entry that the client named; whether it was, in which case the reply tells of it.
    fn claim_given(&mut self, reply: &mut ReplyWriter<'_>, id: StreamId, word: &[u8]) -> bool {
        let before = self.group.pending(id).copied();
        if !self.reader.stream().contains(id) {
            if let Some(before) = before {
                self.forget(id, before, word);
            }
            return false;
        }
        let before = match before {
            Some(before) if self.is_too_young(&before) => return false,
            Some(before) => before,
            None if self.claiming.force => Pending {
                delivered_ms: self.claiming.now_ms,
                count: 1,
                consumer: self.consumer,
            },
            None => return false,
        };
        self.take_over(id, before, word);
        self.show(reply, id);
        true
    }

    /// Claims up to `count` entries from `start` on; replies with where it ended, with what was
    /// claimed, and with ids of entries that are no more.
    fn claim_from(&mut self, reply: &mut ReplyWriter<'_>, start: StreamId, count: usize) {
        let attempts = count.saturating_mul(ATTEMPTS);
        let candidates = self
            .group
            .pending_from(start)
            .take(attempts.saturating_add(1));
        let candidates: Vec<(StreamId, Pending)> =
            candidates.map(|(id, pending)| (id, *pending)).collect();
        let (mut taken, mut gone, mut left) = (Vec::new(), Vec::new(), count);
        let mut next = StreamId::ZERO;
        for (looked, (id, before)) in candidates.into_iter().enumerate() {
            if left == 0 || looked == attempts {
                next = id;
                break;
            }
            if !self.reader.stream().contains(id) {
                self.forget(id, before, &id.to_vec());
                gone.push(id);
                left -= 1;
            } else if !self.is_too_young(&before) {
                self.take_over(id, before, &id.to_vec());
                taken.push(id);
                left -= 1;
            }
        }
        reply.array(3);
        reply_id(reply, next);
        reply.array(taken.len());
        taken.into_iter().for_each(|id| self.show(reply, id));
        reply.array(gone.len());
        gone.into_iter().for_each(|id| reply_id(reply, id));
    }

    fn is_too_young(&self, before: &Pending) -> bool {
        let idle_ms = self.claiming.now_ms.saturating_sub(before.delivered_ms);
        self.claiming.idle_min_ms > 0 && idle_ms < self.claiming.idle_min_ms
    }

    /// An entry that is no more cannot be claimed, nor acknowledged.
    fn forget(&mut self, id: StreamId, before: Pending, word: &[u8]) {
        self.note(word, before);
        self.group.acknowledge(id);
    }

    fn take_over(&mut self, id: StreamId, before: Pending, word: &[u8]) {
        let counted = before
            .count
            .saturating_add(u64::from(!self.claiming.ids_only));
        let pending = Pending {
            delivered_ms: self.claiming.delivered_ms,
            count: self.claiming.count.unwrap_or(counted),
            consumer: self.consumer,
        };
        self.group.give(id, pending);
        if let Some(consumer) = self.group.consumer_mut(self.consumer) {
            consumer.active_ms = self.claiming.now_ms;
        }
        self.note(word, pending);
    }

    fn show(&self, reply: &mut ReplyWriter<'_>, id: StreamId) {
        match self.reader.stream().get(id) {
            Some(entry) if !self.claiming.ids_only => reply_entry(reply, &entry),
            _ => reply_id(reply, id),
        }
    }

    fn note(&mut self, word: &[u8], pending: Pending) {
        // The first change tells where the group is as well.
        self.outcome.moved = false;
        if !self.wanted {
            return;
        }
        let consumer = self.group.consumer(pending.consumer);
        self.outcome.changes.push(Change {
            id: word.to_vec(),
            consumer: consumer.map_or(Vec::new(), |consumer| consumer.name().to_vec()),
            pending,
        });
    }
}

fn tell(ctx: &mut CommandContext<'_>, key: &[u8], group: &[u8], outcome: Outcome) {
    if outcome.made_consumer {
        ctx.event(EventClass::STREAM, "xgroup-createconsumer", key);
    }
    if outcome.moved {
        tell_place(ctx, key, group, (outcome.last_id, outcome.entries_read));
    }
    let mut text = [0; ID_TEXT_BYTES_MAX];
    let last_id = outcome.last_id.text(&mut text);
    for change in &outcome.changes {
        let delivered = Decimal::of(change.pending.delivered_ms);
        let count = unsigned(change.pending.count);
        let words: [&[u8]; 14] = [
            b"XCLAIM",
            key,
            group,
            &change.consumer,
            b"0",
            &change.id,
            b"TIME",
            delivered.text(),
            b"RETRYCOUNT",
            &count,
            b"FORCE",
            b"JUSTID",
            b"LASTID",
            last_id,
        ];
        ctx.effects.command(ctx.db, &words);
    }
}
