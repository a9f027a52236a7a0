//! XADD.

use resp::{Args, ReplyError};
use values::stream::{ENTRY_BYTES_MAX, ID_TEXT_BYTES_MAX, Stream};
use values::{EncodingLimits, StreamId};

use super::ids::{self, NewId};
use super::reply_id;
use super::trim::{Exactly, TrimOption, TrimParser};
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::wrong_arity;

const TOO_SMALL: ReplyError = ReplyError::fixed(
    "ERR The ID specified in XADD is equal or smaller than the target stream top item",
);
const EXHAUSTED: ReplyError = ReplyError::fixed(
    "ERR The stream has exhausted the last possible ID, unable to add more items",
);

/// A request as understood.
struct Addition {
    id: NewId,
    /// Number of the argument that is the id; the fields follow.
    id_at: usize,
    creates: bool,
    trim: Option<TrimOption>,
}

/// What came of it.
struct Added {
    id: StreamId,
    trimmed: u64,
    exactly: Option<Exactly>,
}

/// XADD key [NOMKSTREAM] [MAXLEN | MINID [= | ~] threshold [LIMIT count]] * | id field value ...
pub fn xadd(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let addition = parse(ctx, args)?;
    let now_ms = ctx.now_ms;
    let mut place = ctx.write(args.get(1))?;
    let added = place.edit_stream(|stream, reply, limits| {
        let added = add(stream, &addition, args, (now_ms, limits))?;
        reply_id(reply, added.id);
        Ok(added)
    })?;
    let added = match added {
        Some(added) => added?,
        None if !addition.creates => {
            place.reply.null();
            return Ok(());
        }
        None => {
            let mut stream = Stream::new();
            let limits = &place.settings.encoding;
            let added = add(&mut stream, &addition, args, (now_ms, limits))?;
            place.put_stream(stream);
            reply_id(place.reply, added.id);
            added
        }
    };
    place.modified();
    place.event(EventClass::STREAM, "xadd");
    if added.trimmed > 0 {
        place.event(EventClass::STREAM, "xtrim");
    }
    place.ready();
    if ctx.effects.wanted() {
        tell(ctx, args, &addition, &added);
    }
    Ok(())
}

fn parse(ctx: &CommandContext<'_>, args: Args<'_>) -> Result<Addition, ReplyError> {
    let mut parser = TrimParser::default();
    let mut creates = true;
    let mut id = None;
    let mut at = 2;
    while at < args.len() && id.is_none() {
        let word = args.get(at);
        if word == b"*" {
            id = Some(NewId::Next);
        } else if let Some(taken) = parser.option(args, at)? {
            at += taken;
        } else if word.eq_ignore_ascii_case(b"nomkstream") {
            creates = false;
            at += 1;
        } else {
            id = Some(ids::parse_new(word)?);
        }
    }
    let trim = parser.end(ctx.settings, false)?;
    let fields = args.len().saturating_sub(at + 1);
    let Some(id) = id.filter(|_| fields >= 2 && fields.is_multiple_of(2)) else {
        return Err(wrong_arity("xadd"));
    };
    if id == NewId::Given(StreamId::ZERO) {
        return Err(ReplyError::fixed(
            "ERR The ID specified in XADD must be greater than 0-0",
        ));
    }
    Ok(Addition {
        id,
        id_at: at,
        creates,
        trim,
    })
}

fn add(
    stream: &mut Stream,
    addition: &Addition,
    args: Args<'_>,
    (now_ms, limits): (i64, &EncodingLimits),
) -> Result<Added, ReplyError> {
    let id = new_id(stream.last_id(), addition.id, now_ms)?;
    let fields = args.tail(addition.id_at + 1);
    let bytes = fields
        .iter()
        .try_fold(0usize, |sum, text| sum.checked_add(text.len()));
    if bytes.is_none_or(|bytes| bytes > ENTRY_BYTES_MAX) {
        return Err(ReplyError::fixed("ERR Elements are too large to be stored"));
    }
    stream.append(id, fields.iter(), fields.len() / 2, limits);
    let trimmed = addition.trim.map_or(0, |option| stream.trim(&option.trim));
    let exactly = addition
        .trim
        .and_then(|option| Exactly::of(&option, stream.len(), stream.first_id()));
    Ok(Added {
        id,
        trimmed,
        exactly,
    })
}

fn new_id(last: StreamId, wanted: NewId, now_ms: i64) -> Result<StreamId, ReplyError> {
    if last == StreamId::MAX {
        return Err(EXHAUSTED);
    }
    match wanted {
        NewId::Next => {
            let now = StreamId::new(now_ms.unsigned_abs(), 0);
            if now.ms > last.ms {
                return Ok(now);
            }
            last.next().ok_or(EXHAUSTED)
        }
        NewId::NextOf(ms) if ms == last.ms => {
            let seq = last.seq.checked_add(1).ok_or(TOO_SMALL)?;
            Ok(StreamId::new(ms, seq))
        }
        NewId::NextOf(ms) => Some(StreamId::new(ms, 0))
            .filter(|id| *id > last)
            .ok_or(TOO_SMALL),
        NewId::Given(id) => Some(id).filter(|id| *id > last).ok_or(TOO_SMALL),
    }
}

fn tell(ctx: &mut CommandContext<'_>, args: Args<'_>, addition: &Addition, added: &Added) {
    let mut replaced: Vec<(usize, &[u8])> = Vec::new();
    let words = added.exactly.as_ref().map(Exactly::words);
    replaced.extend(words.iter().flatten());
    let mut text = [0; ID_TEXT_BYTES_MAX];
    if !matches!(addition.id, NewId::Given(_)) {
        replaced.push((addition.id_at, added.id.text(&mut text)));
    }
    ctx.effects.request_with(ctx.db, args, &replaced);
}
