//! DEBUG of single keys: OBJECT, SDSLEN, DIGEST-VALUE.

use resp::{Args, ReplyError};
use std::fmt::Write;
use values::digest::DIGEST_BYTES;

use crate::access;
use crate::context::CommandContext;
use crate::reload::stored_bytes;
use crate::text::Text;

/// DEBUG OBJECT key [fast]
pub fn debug_object(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let fast = args
        .try_get(3)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"fast"));
    let now_ms = ctx.now_ms;
    let place = ctx.look(args.get(2))?;
    let (Some(encoding), Some(field)) = (place.encoding(), place.access_field()) else {
        return Err(ReplyError::NO_SUCH_KEY);
    };
    let mut line = format!(
        "Value at:{:#x} refcount:1 encoding:{encoding}",
        place.identity()
    );
    if !fast {
        let bytes = place
            .value()
            .map_or(0, |value| stored_bytes(value, place.settings));
        let _ = write!(line, " serializedlength:{bytes}");
    }
    let idle = access::idle_seconds(field, now_ms);
    let _ = write!(line, " lru:{field} lru_seconds_idle:{idle}");
    place.reply.simple(&line);
    Ok(())
}

/// DEBUG SDSLEN key
pub fn debug_sdslen(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let key = args.get(2);
    let place = ctx.look(key)?;
    let Some(encoding) = place.encoding() else {
        return Err(ReplyError::NO_SUCH_KEY);
    };
    let text = place.text().ok().flatten().filter(|_| encoding != "int");
    let Some(text) = text else {
        return Err(ReplyError::fixed("ERR Not an sds encoded string."));
    };
    let len = text.len();
    // A long string lies by itself, a short one with its key.
    let (entry, value) = match (place.memory_bytes().unwrap_or_default(), text) {
        (all, Text::Shared(_)) => (all - len.min(all), len),
        (all, _) => (all, 0),
    };
    let line = format!(
        "key_sds_len:{} key_sds_avail:0 obj_alloc:{entry} val_sds_len:{len} val_sds_avail:0 \
         val_alloc:{value}",
        key.len(),
    );
    place.reply.simple(&line);
    Ok(())
}

/// DEBUG DIGEST-VALUE [key ...]
pub fn debug_digest_value(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let keys = args.tail(2);
    ctx.reply.array(keys.len());
    for key in keys {
        let place = ctx.look(key)?;
        let digest = place.digest().unwrap_or([0; DIGEST_BYTES]);
        place.reply.simple(&hexadecimal(&digest));
    }
    Ok(())
}

/// Forty digits, as DEBUG DIGEST replies them.
#[must_use]
pub fn hexadecimal(digest: &[u8; DIGEST_BYTES]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
