//! PFDEBUG: the inside of a HyperLogLog.

use resp::{Args, ReplyError};
use values::hyperloglog::{self, Form, Registers};

use super::{bytes_of, corrupted, form_of, merge, with_bytes};
use crate::context::CommandContext;
use crate::keys::KeyPlace;

const NO_KEY: ReplyError = ReplyError::fixed("ERR The specified key does not exist");

/// PFDEBUG GETREG | DECODE | ENCODING | TODENSE key, PFDEBUG SIMD ON | OFF
pub fn pfdebug(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let word = args.get(1);
    let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
    if is(b"simd") {
        return simd(ctx, args.get(2));
    }
    let mut place = ctx.write(args.get(2))?;
    let form = form_of(&place)?.ok_or(NO_KEY)?;
    place.make_raw();
    let sparse = form == Form::Sparse;
    if is(b"getreg") {
        if sparse {
            to_dense(&mut place)?;
        }
        let mut registers = Registers::default();
        merge(&mut registers, &place)?;
        place.reply.array(hyperloglog::REGISTERS);
        for value in registers.iter() {
            place.reply.int(i64::from(value));
        }
    } else if is(b"todense") {
        if sparse {
            to_dense(&mut place)?;
        }
        place.reply.int(i64::from(sparse));
    } else if is(b"decode") {
        let text = with_bytes(&place, hyperloglog::decode)?.ok_or(NO_KEY)?;
        let not_sparse = ReplyError::fixed("ERR HLL encoding is not sparse");
        let text = text.map_err(corrupted)?.ok_or(not_sparse)?;
        place.reply.bulk(text.as_bytes());
        return Ok(());
    } else if is(b"encoding") {
        place.reply.simple(if sparse { "sparse" } else { "dense" });
        return Ok(());
    } else {
        return Err(unknown(word));
    }
    if sparse {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

fn simd(ctx: &mut CommandContext<'_>, word: &[u8]) -> Result<(), ReplyError> {
    let on = word.eq_ignore_ascii_case(b"on");
    if !on && !word.eq_ignore_ascii_case(b"off") {
        return Err(ReplyError::fixed("ERR Argument must be ON or OFF"));
    }
    hyperloglog::switch_wide_instructions(on);
    ctx.reply.simple(if on { "enabled" } else { "disabled" });
    Ok(())
}

fn to_dense(place: &mut KeyPlace<'_, '_>) -> Result<(), ReplyError> {
    let dense = hyperloglog::to_dense(&bytes_of(place)?).map_err(corrupted)?;
    place.recode(dense);
    Ok(())
}

fn unknown(word: &[u8]) -> ReplyError {
    let word = word.split(|&byte| byte == 0).next().unwrap_or_default();
    ReplyError::from_bytes([b"ERR Unknown PFDEBUG subcommand '", word, b"'"].concat())
}
