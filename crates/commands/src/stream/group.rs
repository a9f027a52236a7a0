//! Groups made, moved and removed: XGROUP.

use resp::{Args, ReplyError};
use values::StreamId;
use values::stream::{ENTRIES_READ_UNKNOWN, Group, Stream};

use super::{ids, no_group_of_key, wrong_options};
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;

const NO_KEY: ReplyError = ReplyError::fixed(
    "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to \
     use the MKSTREAM option to create an empty stream automatically.",
);

/// What may follow the id.
struct Options {
    makes_stream: bool,
    entries_read: i64,
}

/// Arguments of XGROUP CREATE, and of SETID, at most. Told only once the key was looked at.
const CREATE_ARGS_MAX: usize = 8;
const SETID_ARGS_MAX: usize = 7;

fn check_len(args: Args<'_>, max: usize) -> Result<(), ReplyError> {
    if args.len() > max {
        return Err(wrong_options("XGROUP", args.get(1)));
    }
    Ok(())
}

fn parse_options(args: Args<'_>, creates: bool) -> Result<Options, ReplyError> {
    let mut options = Options {
        makes_stream: false,
        entries_read: ENTRIES_READ_UNKNOWN,
    };
    let mut words = args.tail(5).iter();
    while let Some(word) = words.next() {
        if creates && word.eq_ignore_ascii_case(b"mkstream") {
            options.makes_stream = true;
            continue;
        }
        let value = words
            .next()
            .filter(|_| word.eq_ignore_ascii_case(b"entriesread"));
        let Some(value) = value else {
            return Err(wrong_options("XGROUP", args.get(1)));
        };
        options.entries_read = integer(value)?;
        if options.entries_read < ENTRIES_READ_UNKNOWN {
            return Err(ReplyError::fixed(
                "ERR value for ENTRIESREAD must be positive or -1",
            ));
        }
    }
    Ok(options)
}

/// The id after which a group goes on; `$` is the stream's last.
fn parse_place(
    text: &[u8],
    stream: Option<&Stream>,
    parse: fn(&[u8], u64) -> Result<StreamId, ReplyError>,
) -> Result<StreamId, ReplyError> {
    if text == b"$" {
        return Ok(stream.map_or(StreamId::ZERO, Stream::last_id));
    }
    parse(text, 0)
}

/// XGROUP CREATE key group id | $ [MKSTREAM] [ENTRIESREAD entries-read]
pub fn xgroup_create(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let options = parse_options(args, true)?;
    let mut place = ctx.write(args.get(2))?;
    let stream = place.stream()?;
    if stream.is_none() && !options.makes_stream {
        return Err(NO_KEY);
    }
    check_len(args, CREATE_ARGS_MAX)?;
    let id = parse_place(args.get(4), stream, ids::parse)?;
    let name = args.get(3);
    let group = Group::new(id, options.entries_read);
    let is_new = if place.exists() {
        place
            .edit_stream(|stream, _, _| stream.add_group(name, group))?
            .unwrap_or(false)
    } else {
        let mut stream = Stream::new();
        stream.add_group(name, group);
        place.put_stream(stream);
        true
    };
    if !is_new {
        return Err(ReplyError::fixed(
            "BUSYGROUP Consumer Group name already exists",
        ));
    }
    place.reply.ok();
    place.event(EventClass::STREAM, "xgroup-create");
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// XGROUP SETID key group id | $ [ENTRIESREAD entries-read]
pub fn xgroup_setid(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let options = parse_options(args, false)?;
    let (key, name) = (args.get(2), args.get(3));
    let mut place = ctx.write(key)?;
    let stream = place.stream()?.ok_or(NO_KEY)?;
    if stream.group(name).is_none() {
        return Err(no_group_of_key(key, name));
    }
    check_len(args, SETID_ARGS_MAX)?;
    let id = parse_place(args.get(4), Some(stream), ids::parse_bound)?;
    place.edit_stream(|stream, reply, _| {
        stream.edit_group(name, |group, _| {
            group.last_id = id;
            group.entries_read = options.entries_read;
        });
        reply.ok();
    })?;
    place.event(EventClass::STREAM, "xgroup-setid");
    ctx.effects.request(ctx.db, args);
    Ok(())
}

/// XGROUP DESTROY key group
pub fn xgroup_destroy(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(2))?;
    place.stream()?.ok_or(NO_KEY)?;
    let removed = place.edit_stream(|stream, _, _| stream.remove_group(args.get(3)).is_some())?;
    let removed = removed == Some(true);
    place.reply.int(i64::from(removed));
    if removed {
        place.event(EventClass::STREAM, "xgroup-destroy");
        // Who waits for the group waits in vain.
        place.ready();
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// XGROUP CREATECONSUMER key group consumer
pub fn xgroup_createconsumer(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    edit(ctx, args, "xgroup-createconsumer", |group| {
        let (_, is_new) = group.add_consumer(args.get(4), now_ms);
        (i64::from(is_new), is_new)
    })
}

/// XGROUP DELCONSUMER key group consumer
pub fn xgroup_delconsumer(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    edit(ctx, args, "xgroup-delconsumer", |group| {
        let pending = group.remove_consumer(args.get(4));
        (pending.unwrap_or(0) as i64, pending.is_some())
    })
}

/// Changes the consumers of a group: the reply, and whether anything changed.
fn edit(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    event: &'static str,
    change: impl FnOnce(&mut Group) -> (i64, bool),
) -> Result<(), ReplyError> {
    let (key, name) = (args.get(2), args.get(3));
    let mut place = ctx.write(key)?;
    place.stream()?.ok_or(NO_KEY)?;
    let edited =
        place.edit_stream(|stream, _, _| stream.edit_group(name, |group, _| change(group)))?;
    let Some((reply, changed)) = edited.flatten() else {
        return Err(no_group_of_key(key, name));
    };
    place.reply.int(reply);
    if changed {
        place.event(EventClass::STREAM, event);
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}
