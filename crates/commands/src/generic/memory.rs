//! MEMORY USAGE.

use resp::{Args, ReplyError};

use crate::context::CommandContext;
use crate::parse::integer;

/// MEMORY USAGE key [SAMPLES count]
pub fn memory_usage(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    // The account of a value is exact, so nothing is estimated from samples.
    let mut words = args.tail(3).iter();
    while let Some(word) = words.next() {
        let samples = word
            .eq_ignore_ascii_case(b"samples")
            .then(|| words.next())
            .flatten();
        if integer(samples.ok_or(ReplyError::SYNTAX)?)? < 0 {
            return Err(ReplyError::SYNTAX);
        }
    }
    let place = ctx.look(args.get(2))?;
    match place.memory_bytes() {
        Some(bytes) => place.reply.int(bytes as i64),
        None => place.reply.null(),
    }
    Ok(())
}
