//! XDEL, XSETID.

use resp::{Args, ReplyError};
use values::StreamId;

use super::ids;
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;

/// XDEL key id [id ...]
pub fn xdel(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    if place.stream()?.is_none() {
        place.reply.int(0);
        return Ok(());
    }
    // All or none: nothing is deleted if one of them is no id.
    let words = args.tail(2).iter();
    let ids: Vec<StreamId> = words
        .map(|word| ids::parse(word, 0))
        .collect::<Result<_, _>>()?;
    let deleted = place.edit_stream(|stream, _, _| {
        let deleted = ids.iter().filter(|id| stream.delete(**id));
        deleted.count()
    })?;
    let deleted = deleted.unwrap_or(0);
    place.reply.int(deleted as i64);
    if deleted > 0 {
        place.modified();
        place.event(EventClass::STREAM, "xdel");
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// XSETID key last-id [ENTRIESADDED count] [MAXDELETEDID id]
pub fn xsetid(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let id = ids::parse(args.get(2), 0)?;
    let (mut added, mut max_deleted) = (None, None);
    let mut words = args.tail(3).iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or(ReplyError::SYNTAX)?;
        if word.eq_ignore_ascii_case(b"entriesadded") {
            let count = u64::try_from(integer(value)?);
            let negative = ReplyError::fixed("ERR entries_added must be positive");
            added = Some(count.map_err(|_| negative)?);
        } else if word.eq_ignore_ascii_case(b"maxdeletedid") {
            let deleted = ids::parse(value, 0)?;
            if id < deleted {
                return Err(ReplyError::fixed(
                    "ERR The ID specified in XSETID is smaller than the provided \
                     max_deleted_entry_id",
                ));
            }
            max_deleted = Some(deleted);
        } else {
            return Err(ReplyError::SYNTAX);
        }
    }
    let mut place = ctx.write(args.get(1))?;
    let Some(stream) = place.stream()? else {
        return Err(ReplyError::NO_SUCH_KEY);
    };
    if id < stream.max_deleted_id() {
        return Err(ReplyError::fixed(
            "ERR The ID specified in XSETID is smaller than current max_deleted_entry_id",
        ));
    }
    if id < stream.last_live_id() {
        return Err(ReplyError::fixed(
            "ERR The ID specified in XSETID is smaller than the target stream top item",
        ));
    }
    if added.is_some_and(|added| stream.len() > added) {
        return Err(ReplyError::fixed(
            "ERR The entries_added specified in XSETID is smaller than the target stream length",
        ));
    }
    place.edit_stream(|stream, reply, _| {
        stream.set_last_id(id);
        if let Some(added) = added {
            stream.set_entries_added(added);
        }
        if let Some(deleted) = max_deleted.filter(|id| *id != StreamId::ZERO) {
            stream.set_max_deleted_id(deleted);
        }
        reply.ok();
    })?;
    place.event(EventClass::STREAM, "xsetid");
    ctx.effects.request(ctx.db, args);
    Ok(())
}
