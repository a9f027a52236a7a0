//! DEBUG of single keys: OBJECT, SDSLEN, DIGEST-VALUE.

use resp::{Args, ReplyError};
use std::fmt::Write;
use stdx::num::I64_TEXT_BYTES_MAX;
use values::Set;
use values::digest::DIGEST_BYTES;

use crate::access;
use crate::context::CommandContext;
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
        let bytes = match (place.text(), place.list()) {
            (Ok(Some(text)), _) => stored_bytes(text),
            (_, Ok(Some(list))) => {
                let mut digits = [0; I64_TEXT_BYTES_MAX];
                list.iter()
                    .map(|item| with_length(item.text(&mut digits).len()))
                    .sum()
            }
            _ => match place.hash() {
                Ok(Some(hash)) => {
                    let mut digits = [0; I64_TEXT_BYTES_MAX];
                    hash.iter()
                        .map(|field| {
                            let name = with_length(field.name.text(&mut digits).len());
                            name + with_length(field.value.text(&mut digits).len())
                        })
                        .sum()
                }
                _ => stored_set_bytes(place.set_value().ok().flatten()),
            },
        };
        let _ = write!(line, " serializedlength:{bytes}");
    }
    let idle = access::idle_seconds(field, now_ms);
    let _ = write!(line, " lru:{field} lru_seconds_idle:{idle}");
    place.reply.simple(&line);
    Ok(())
}

/// Bytes of a set in a snapshot that does not compress.
fn stored_set_bytes(set: Option<&Set>) -> usize {
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let members = set.into_iter().flat_map(Set::iter);
    members
        .map(|member| with_length(member.text(&mut digits).len()))
        .sum()
}

/// Bytes of a string in a snapshot that does not compress.
fn stored_bytes(text: Text<'_>) -> usize {
    match text.integer() {
        Ok(number) if i8::try_from(number).is_ok() => 2,
        Ok(number) if i16::try_from(number).is_ok() => 3,
        Ok(number) if i32::try_from(number).is_ok() => 5,
        _ => with_length(text.len()),
    }
}

/// Bytes of a string of `len` bytes with its length before it.
fn with_length(len: usize) -> usize {
    len + match len {
        0..0x40 => 1,
        0x40..0x4000 => 2,
        _ => 5,
    }
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
