//! OBJECT: what is known about a key beside its value.

use resp::{Args, ReplyError};

use crate::access;
use crate::context::CommandContext;

/// OBJECT ENCODING key
pub fn object_encoding(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let place = ctx.examine(args.get(2))?;
    match place.encoding() {
        Some(name) => place.reply.bulk(name.as_bytes()),
        None => place.reply.null(),
    }
    Ok(())
}

/// OBJECT REFCOUNT key
pub fn object_refcount(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let place = ctx.examine(args.get(2))?;
    if place.exists() {
        place.reply.int(1)
    } else {
        place.reply.null()
    }
    Ok(())
}

/// OBJECT IDLETIME key
pub fn object_idletime(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let place = ctx.examine(args.get(2))?;
    let Some(field) = place.access_field() else {
        place.reply.null();
        return Ok(());
    };
    if place.settings.counts_accesses {
        return Err(ReplyError::fixed(concat!(
            "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when",
            " switching between policies at runtime LRU and LFU data will take some time to adjust."
        )));
    }
    place.reply.int(access::idle_seconds(field, now_ms));
    Ok(())
}

/// OBJECT FREQ key
pub fn object_freq(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let now_ms = ctx.now_ms;
    let place = ctx.examine(args.get(2))?;
    let Some(field) = place.access_field() else {
        place.reply.null();
        return Ok(());
    };
    if !place.settings.counts_accesses {
        return Err(ReplyError::fixed(concat!(
            "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please",
            " note that when switching between policies at runtime LRU and LFU data will take",
            " some time to adjust."
        )));
    }
    place
        .reply
        .int(i64::from(access::frequency(field, now_ms, place.settings)));
    Ok(())
}

/// OBJECT HELP
pub fn object_help(ctx: &mut CommandContext<'_>, _args: Args<'_>) -> Result<(), ReplyError> {
    const LINES: [&str; 11] = [
        "OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
        "ENCODING <key>",
        "    Name of the form in which the value of <key> is kept.",
        "FREQ <key>",
        "    Logarithmic counter of accesses to <key>; needs an LFU maxmemory-policy.",
        "IDLETIME <key>",
        "    Seconds since <key> was last read or written.",
        "REFCOUNT <key>",
        "    Number of references to the value of <key>.",
        "HELP",
        "    Print this help.",
    ];
    ctx.reply.array(LINES.len());
    LINES.iter().for_each(|line| ctx.reply.simple(line));
    Ok(())
}
