//! HRANDFIELD.

use std::collections::BTreeSet;

use resp::{Args, Proto, ReplyError, ReplyWriter};
use stdx::rng::Rng;
use values::Hash;
use values::hash::Field;

use super::reply_text;
use crate::context::CommandContext;
use crate::draw;
use crate::parse::integer;

/// Draws that may hit a field whose time is over before all fields are looked through.
const TRIES_MAX: usize = 100;

/// HRANDFIELD key [count [WITHVALUES]]
pub fn hrandfield(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let Some(count) = args.try_get(2) else {
        return one(ctx, args);
    };
    integer(count)?;
    let values = match args.try_get(3) {
        None => false,
        Some(word) if args.len() == 4 && word.eq_ignore_ascii_case(b"withvalues") => true,
        Some(_) => return Err(ReplyError::SYNTAX),
    };
    let count = draw::parse_count(count)?;
    if values && count.unsigned_abs() > i64::MAX as u64 / 2 {
        return Err(ReplyError::OUT_OF_RANGE);
    }
    several(ctx, args, count, values)
}

fn one(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (now_ms, mut rng) = (ctx.now_ms, ctx.rng.clone());
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    match hash
        .as_deref()
        .and_then(|hash| one_of(hash, now_ms, &mut rng))
    {
        Some(field) => reply_text(reply, field.name),
        None => reply.null(),
    }
    *ctx.rng = rng;
    Ok(())
}

fn several(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    count: i64,
    values: bool,
) -> Result<(), ReplyError> {
    let (now_ms, mut rng) = (ctx.now_ms, ctx.rng.clone());
    let mut place = ctx.read(args.get(1))?;
    let (hash, reply) = place.hash_and_reply()?;
    let fields = match hash.as_deref() {
        Some(hash) if count < 0 => repeated(hash, count.unsigned_abs(), now_ms, &mut rng)?,
        Some(hash) => {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            distinct(hash, count, now_ms, &mut rng)
        }
        None => Vec::new(),
    };
    write(reply, &fields, values);
    *ctx.rng = rng;
    Ok(())
}

fn write(reply: &mut ReplyWriter<'_>, fields: &[Field<'_>], values: bool) {
    let paired = values && reply.proto() == Proto::Resp3;
    reply.array(fields.len() * if values && !paired { 2 } else { 1 });
    for field in fields {
        if paired {
            reply.array(2);
        }
        reply_text(reply, field.name);
        if values {
            reply_text(reply, field.value);
        }
    }
}

/// A field that is there, drawn evenly.
fn one_of<'h>(hash: &'h Hash, now_ms: i64, rng: &mut Rng) -> Option<Field<'h>> {
    for _ in 0..TRIES_MAX {
        let field = hash.random(rng)?;
        if field.is_live(now_ms) {
            return Some(field);
        }
    }
    sample(hash, 1, now_ms, rng).pop()
}

/// `count` draws, each from all fields.
fn repeated<'h>(
    hash: &'h Hash,
    count: u64,
    now_ms: i64,
    rng: &mut Rng,
) -> Result<Vec<Field<'h>>, ReplyError> {
    let live = hash.iter().filter(|field| field.is_live(now_ms));
    draw::repeated(count, hash.len(), live, rng, |rng| {
        one_of(hash, now_ms, rng)
    })
}

/// `count` different fields, or all.
fn distinct<'h>(hash: &'h Hash, count: usize, now_ms: i64, rng: &mut Rng) -> Vec<Field<'h>> {
    if !draw::is_few(count, hash.len()) || hash.expiring() > 0 {
        return sample(hash, count, now_ms, rng);
    }
    let (mut fields, mut names) = (Vec::new(), BTreeSet::new());
    while fields.len() < count {
        let Some(field) = hash.random(rng) else { break };
        if names.insert(field.name.to_vec()) {
            fields.push(field);
        }
    }
    fields
}

/// A sample of `count` of the fields that are there, or all of them, by one walk.
fn sample<'h>(hash: &'h Hash, count: usize, now_ms: i64, rng: &mut Rng) -> Vec<Field<'h>> {
    let live = hash.iter().filter(|field| field.is_live(now_ms));
    draw::sample(live, count, rng)
}
