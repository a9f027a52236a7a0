//! HyperLogLogs: strings that count how many different elements they have seen.
//!
//! Never knows another family, nor how the strings are made up.

mod count;
mod debug;

use keyspace::Expire;
use resp::{Args, ReplyError};
use stdx::num::I64_TEXT_BYTES_MAX;
use values::hyperloglog::{self, Corrupted, EMPTY, Form, Registers};

pub use count::pfcount;
pub use debug::pfdebug;

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::keys::KeyPlace;

const INVALID: ReplyError =
    ReplyError::fixed("WRONGTYPE Key is not a valid HyperLogLog string value.");
const CORRUPTED: ReplyError = ReplyError::fixed("INVALIDOBJ Corrupted HLL object detected");

fn corrupted(_: Corrupted) -> ReplyError {
    CORRUPTED
}

/// The form of what a key holds, absent if there is no key.
fn form_of(place: &KeyPlace<'_, '_>) -> Result<Option<Form>, ReplyError> {
    with_bytes(place, |bytes| hyperloglog::form(bytes).ok_or(INVALID))?.transpose()
}

/// What `look` makes of the bytes of a key's string, absent if there is no key.
fn with_bytes<R>(
    place: &KeyPlace<'_, '_>,
    look: impl FnOnce(&[u8]) -> R,
) -> Result<Option<R>, ReplyError> {
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    let text = place.text()?;
    Ok(text.map(|text| look(text.bytes(&mut digits))))
}

/// A copy of a key's string, or of a new one if there is no key.
fn bytes_of(place: &KeyPlace<'_, '_>) -> Result<Vec<u8>, ReplyError> {
    let bytes = with_bytes(place, <[u8]>::to_vec)?;
    Ok(bytes.unwrap_or_else(|| EMPTY.to_vec()))
}

/// PFADD key [element ...]
pub fn pfadd(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut place = ctx.write(args.get(1))?;
    let changed = match form_of(&place)? {
        Some(Form::Dense) => add_dense(&mut place, args),
        form => add_sparse(&mut place, args, form.is_none())?,
    };
    place.reply.int(i64::from(changed));
    if changed {
        place.event(EventClass::STRING, "pfadd");
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

fn add_dense(place: &mut KeyPlace<'_, '_>, args: Args<'_>) -> bool {
    let changed = place.edit_text(0, |bytes| {
        let mut changed = false;
        for element in args.tail(2) {
            changed |= hyperloglog::add_dense(bytes, element);
        }
        if changed {
            hyperloglog::outdate_count(bytes);
        }
        changed
    });
    if changed {
        place.modified();
    }
    changed
}

fn add_sparse(
    place: &mut KeyPlace<'_, '_>,
    args: Args<'_>,
    is_new: bool,
) -> Result<bool, ReplyError> {
    let mut bytes = bytes_of(place)?;
    let mut changed = is_new;
    for element in args.tail(2) {
        let added = hyperloglog::add(&mut bytes, element, place.settings.hll_sparse_bytes_max);
        match added {
            Ok(added) => changed |= added,
            Err(Corrupted) => {
                // What was added before stays, as in Valkey.
                place.recode(bytes);
                return Err(CORRUPTED);
            }
        }
    }
    if changed {
        hyperloglog::outdate_count(&mut bytes);
        place.set_raw(bytes, Expire::Keep);
    } else {
        place.make_raw();
    }
    Ok(changed)
}

/// PFMERGE destkey [sourcekey ...]
pub fn pfmerge(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut registers = Registers::default();
    let mut dense = false;
    for key in args.tail(1) {
        let place = ctx.read(key)?;
        if let Some(form) = form_of(&place)? {
            dense |= form == Form::Dense;
            merge(&mut registers, &place)?;
        }
    }
    let mut place = ctx.write(args.get(1))?;
    let mut bytes = bytes_of(&place)?;
    if dense {
        bytes = hyperloglog::to_dense(&bytes).map_err(corrupted)?;
    }
    let bytes_max = place.settings.hll_sparse_bytes_max;
    registers.store(&mut bytes, bytes_max).map_err(corrupted)?;
    hyperloglog::outdate_count(&mut bytes);
    place.set_raw(bytes, Expire::Keep);
    place.event(EventClass::STRING, "pfadd");
    place.reply.ok();
    ctx.effects.request(ctx.db, args);
    Ok(())
}

fn merge(registers: &mut Registers, place: &KeyPlace<'_, '_>) -> Result<(), ReplyError> {
    let merged = with_bytes(place, |bytes| registers.merge(bytes))?;
    merged.unwrap_or(Ok(())).map_err(corrupted)
}
