//! XREAD, and what XREADGROUP shares with it.

use resp::{Args, Proto, ReplyError, ReplyWriter};
use values::StreamId;
use values::stream::Stream;

use super::ids;
use super::range::reply_entries;
use crate::context::{BlockOn, CommandContext, OnTimeout};
use crate::parse::integer;

/// The options of XREAD and XREADGROUP.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    /// Entries of a stream at most.
    pub(super) count: usize,
    /// Until when to wait, unix ms, or for ever; does not wait if absent.
    pub(super) waits: Option<Option<i64>>,
    pub(super) group: Option<(&'a [u8], &'a [u8])>,
    pub(super) no_ack: bool,
    /// Number of the argument that is the first key.
    pub(super) keys_at: usize,
    /// Number of keys; as many ids follow.
    pub(super) keys: usize,
}

impl<'a> Reading<'a> {
    /// Reads the options up to the keys; not the ids.
    pub(super) fn parse(args: Args<'a>, for_group: bool, now_ms: i64) -> Result<Self, ReplyError> {
        let mut reading = Self {
            count: usize::MAX,
            waits: None,
            group: None,
            no_ack: false,
            keys_at: 0,
            keys: 0,
        };
        let mut at = 1;
        while at < args.len() && reading.keys_at == 0 {
            let more = args.len() - at - 1;
            let is = |name: &[u8]| args.get(at).eq_ignore_ascii_case(name);
            if is(b"block") && more >= 1 {
                reading.waits = Some(parse_timeout(args.get(at + 1), now_ms)?);
                at += 2;
            } else if is(b"count") && more >= 1 {
                let count = usize::try_from(integer(args.get(at + 1))?).unwrap_or(0);
                reading.count = if count == 0 { usize::MAX } else { count };
                at += 2;
            } else if is(b"streams") && more >= 1 {
                reading.set_keys(args, at + 1, for_group)?;
            } else if is(b"group") && more >= 2 {
                if !for_group {
                    return Err(ReplyError::fixed(
                        "ERR The GROUP option is only supported by XREADGROUP. You called XREAD \
                         instead.",
                    ));
                }
                reading.group = Some((args.get(at + 1), args.get(at + 2)));
                at += 3;
            } else if is(b"noack") {
                if !for_group {
                    return Err(ReplyError::fixed(
                        "ERR The NOACK option is only supported by XREADGROUP. You called XREAD \
                         instead.",
                    ));
                }
                reading.no_ack = true;
                at += 1;
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        if reading.keys_at == 0 {
            return Err(ReplyError::SYNTAX);
        }
        if for_group && reading.group.is_none() {
            return Err(ReplyError::fixed("ERR Missing GROUP option for XREADGROUP"));
        }
        Ok(reading)
    }

    fn set_keys(&mut self, args: Args<'_>, at: usize, for_group: bool) -> Result<(), ReplyError> {
        let words = args.len() - at;
        if !words.is_multiple_of(2) {
            return Err(ReplyError::fixed(if for_group {
                "ERR Unbalanced 'xreadgroup' list of streams: for each stream key an ID or '>' \
                 must be specified."
            } else {
                "ERR Unbalanced 'xread' list of streams: for each stream key an ID or '$' must be \
                 specified."
            }));
        }
        self.keys_at = at;
        self.keys = words / 2;
        Ok(())
    }

    /// The key numbered `i`.
    pub(super) fn key(&self, args: Args<'a>, i: usize) -> &'a [u8] {
        args.get(self.keys_at + i)
    }

    /// Number of the argument that is the id of key `i`.
    pub(super) fn id_at(&self, i: usize) -> usize {
        self.keys_at + self.keys + i
    }

    /// Waits for all keys, or tells that there is nothing.
    pub(super) fn nothing(&self, ctx: &mut CommandContext<'_>) {
        match self.waits {
            Some(deadline_ms) if !ctx.session.deny_blocking => {
                ctx.block = Some(BlockOn {
                    keys: (self.keys_at..self.keys_at + self.keys).collect(),
                    deadline_ms,
                    on_timeout: OnTimeout::NullArray,
                });
            }
            _ => ctx.reply.null_array(),
        }
    }

    /// The header of a reply about `n` streams.
    pub(super) fn begin(reply: &mut ReplyWriter<'_>, n: usize) {
        match reply.proto() {
            Proto::Resp2 => reply.array(n),
            Proto::Resp3 => reply.map(n),
        }
    }

    /// What precedes the entries of a stream.
    pub(super) fn begin_stream(reply: &mut ReplyWriter<'_>, key: &[u8]) {
        if reply.proto() == Proto::Resp2 {
            reply.array(2);
        }
        reply.bulk(key);
    }
}

/// When a wait of so many milliseconds ends; never if it is zero.
fn parse_timeout(text: &[u8], now_ms: i64) -> Result<Option<i64>, ReplyError> {
    let invalid = ReplyError::fixed("ERR timeout is not an integer or out of range");
    let timeout_ms = integer(text).map_err(|_| invalid)?;
    match timeout_ms {
        0 => Ok(None),
        ..0 => Err(ReplyError::TIMEOUT_NEGATIVE),
        _ => now_ms
            .checked_add(timeout_ms)
            .map(Some)
            .ok_or(ReplyError::TIMEOUT_OUT_OF_RANGE),
    }
}

/// After which entry XREAD begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// `$`: whatever is there.
    Present,
    /// `+`: whatever is there but the last.
    BeforeLast,
    Id(StreamId),
}

impl After {
    pub(super) fn parse(text: &[u8]) -> Result<Self, ReplyError> {
        match text {
            b"$" => Ok(Self::Present),
            b"+" => Ok(Self::BeforeLast),
            b">" => Err(ReplyError::fixed(
                "ERR The > ID can be specified only when calling XREADGROUP using the GROUP \
                 <group> <consumer> option.",
            )),
            _ => ids::parse(text, 0).map(Self::Id),
        }
    }

    /// The id in a stream.
    pub(super) fn id(self, stream: Option<&Stream>) -> StreamId {
        let last = stream.map_or(StreamId::ZERO, Stream::last_id);
        match self {
            Self::Id(id) => id,
            Self::Present => last,
            Self::BeforeLast if stream.is_some_and(|stream| !stream.is_empty()) => {
                last.previous().unwrap_or(StreamId::ZERO)
            }
            Self::BeforeLast => last,
        }
    }
}

/// Whether a stream has an entry after `id`.
pub(super) fn has_after(stream: &Stream, id: StreamId) -> bool {
    stream.last_id() > id && !stream.is_empty() && stream.last_live_id() > id
}

/// XREAD [COUNT count] [BLOCK milliseconds] STREAMS key [key ...] id [id ...]
pub fn xread(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let reading = Reading::parse(args, false, ctx.now_ms)?;
    let mut after = Vec::with_capacity(reading.keys);
    for i in 0..reading.keys {
        let place = ctx.read(reading.key(args, i))?;
        let stream = place.stream()?;
        after.push(After::parse(args.get(reading.id_at(i)))?.id(stream));
    }
    // As on Valkey, whose counters of hits and misses tell, each key is looked up again.
    let mut ready = Vec::new();
    for (i, &after) in after.iter().enumerate() {
        let place = ctx.read(reading.key(args, i))?;
        if place
            .stream()?
            .is_some_and(|stream| has_after(stream, after))
        {
            ready.push((i, after));
        }
    }
    if ready.is_empty() {
        reading.nothing(ctx);
        return Ok(());
    }
    Reading::begin(&mut ctx.reply, ready.len());
    for (i, after) in ready {
        let key = reading.key(args, i);
        let mut place = ctx.peek(key)?;
        let (stream, reply) = place.stream_and_reply()?;
        Reading::begin_stream(reply, key);
        match (stream, after.next()) {
            (Some(stream), Some(start)) => {
                reply_entries(reply, stream.range(start, StreamId::MAX), reading.count);
            }
            _ => reply.array(0),
        }
    }
    Ok(())
}
