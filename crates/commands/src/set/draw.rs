//! Members at random: SPOP, SRANDMEMBER.

use std::collections::BTreeSet;

use resp::{Args, ReplyError};
use stdx::num::parse_i64;
use stdx::rng::Rng;
use values::hash::Rules;
use values::{Item, Set};

use super::reply_member;
use crate::context::CommandContext;
use crate::draw;
use crate::events::EventClass;
use crate::keys::removal_by_server;

/// With so many times as many members left as are taken, they are taken one by one; else those
/// that stay become a set of their own, as in Valkey, which shows in its encoding.
const TAKEN_FACTOR: usize = 5;
/// Members that one SREM tells onwards.
const TOLD_AT_ONCE: usize = 1024;

/// SPOP key [count]
pub fn spop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let key = args.get(1);
    match args.len() {
        2 => pop_one(ctx, key),
        3 => pop_several(ctx, key, args.get(2)),
        _ => Err(ReplyError::SYNTAX),
    }
}

fn pop_one(ctx: &mut CommandContext<'_>, key: &[u8]) -> Result<(), ReplyError> {
    let mut rng = ctx.rng.clone();
    let mut place = ctx.write(key)?;
    let (set, reply) = place.set_and_reply()?;
    let Some(member) = set.as_deref().and_then(|set| set.random(&mut rng)) else {
        reply.null();
        return Ok(());
    };
    reply_member(reply, member);
    let member = member.to_vec();
    place.edit_set(|set, _| set.remove(&member));
    place.event_of_removal(EventClass::SET, "spop");
    *ctx.rng = rng;
    ctx.effects.command(ctx.db, &[b"SREM", key, &member]);
    Ok(())
}

fn pop_several(ctx: &mut CommandContext<'_>, key: &[u8], count: &[u8]) -> Result<(), ReplyError> {
    let count = parse_i64(count)
        .and_then(|count| usize::try_from(count).ok())
        .ok_or(ReplyError::NOT_POSITIVE)?;
    let (mut rng, told) = (ctx.rng.clone(), ctx.effects.wanted());
    let mut place = ctx.write(key)?;
    let (set, reply) = place.set_and_reply()?;
    let Some(set) = set.filter(|_| count > 0) else {
        reply.set(0);
        return Ok(());
    };
    let len = set.len();
    reply.set(count.min(len));
    if count >= len {
        set.iter().for_each(|member| reply_member(reply, member));
        place.remove();
        place.event_of_removal(EventClass::SET, "spop");
        // As in Valkey, where such a request reads the set before it removes it.
        ctx.stats.hits += 1;
        let removal = removal_by_server(ctx.settings);
        ctx.effects.command(ctx.db, &[removal, key]);
        return Ok(());
    }
    let mut popped: Vec<Vec<u8>> = Vec::new();
    if (len - count).saturating_mul(TAKEN_FACTOR) > count {
        popped = choose(&set, count, &mut rng);
        popped.iter().for_each(|member| reply.bulk(member));
        place.edit_set(|set, _| {
            popped.iter().for_each(|member| {
                set.remove(member);
            })
        });
    } else {
        let stays = draw::sample(set.iter(), len - count, &mut rng);
        let stays: Vec<Vec<u8>> = stays.into_iter().map(|member| member.to_vec()).collect();
        let gone = {
            let stays: BTreeSet<&[u8]> = stays.iter().map(Vec::as_slice).collect();
            move |member: &Item<'_>| !stays.contains(member.text(&mut [0; 20]))
        };
        for member in set.iter().filter(gone) {
            reply_member(reply, member);
            if told {
                popped.push(member.to_vec());
            }
        }
        place.edit_set(|set, rules| *set = rest_of(set, &stays, rules));
    }
    place.event_of_removal(EventClass::SET, "spop");
    *ctx.rng = rng;
    for members in popped.chunks(TOLD_AT_ONCE) {
        let mut words = vec![b"SREM".as_slice(), key];
        words.extend(members.iter().map(Vec::as_slice));
        ctx.effects.command(ctx.db, &words);
    }
    Ok(())
}

/// `count` different members.
fn choose(set: &Set, count: usize, rng: &mut Rng) -> Vec<Vec<u8>> {
    if !draw::is_few(count, set.len()) {
        let members = draw::sample(set.iter(), count, rng);
        return members.into_iter().map(|member| member.to_vec()).collect();
    }
    let mut chosen = BTreeSet::new();
    while chosen.len() < count {
        let Some(member) = set.random(rng) else { break };
        chosen.insert(member.to_vec());
    }
    chosen.into_iter().collect()
}

/// The set that is left when most are popped.
fn rest_of(set: &Set, stays: &[Vec<u8>], rules: &Rules<'_>) -> Set<'static> {
    let mut rest = match set.encoding() {
        "intset" => Set::new(),
        _ => Set::new_packed(),
    };
    for member in stays {
        rest.add(member, rules);
    }
    rest
}

/// SRANDMEMBER key [count]
pub fn srandmember(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    if args.len() > 3 {
        return Err(ReplyError::SYNTAX);
    }
    let count = args.try_get(2).map(draw::parse_count).transpose()?;
    let mut rng = ctx.rng.clone();
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.set_and_reply()?;
    let Some(count) = count else {
        match set.as_deref().and_then(|set| set.random(&mut rng)) {
            Some(member) => reply_member(reply, member),
            None => reply.null(),
        }
        *ctx.rng = rng;
        return Ok(());
    };
    let size = count.unsigned_abs();
    let members = match set.as_deref() {
        None => Vec::new(),
        Some(set) if count < 0 => {
            let draw = |rng: &mut Rng| set.random(rng);
            draw::repeated(size, set.len(), set.iter(), &mut rng, draw)?
        }
        Some(set) => distinct(set, usize::try_from(size).unwrap_or(usize::MAX), &mut rng),
    };
    reply.array(members.len());
    for member in members {
        reply_member(reply, member);
    }
    *ctx.rng = rng;
    Ok(())
}

/// `count` different members, or all.
fn distinct<'s>(set: &'s Set, count: usize, rng: &mut Rng) -> Vec<Item<'s>> {
    if !draw::is_few(count, set.len()) {
        return draw::sample(set.iter(), count, rng);
    }
    let (mut members, mut known) = (Vec::new(), BTreeSet::new());
    while members.len() < count {
        let Some(member) = set.random(rng) else { break };
        if known.insert(member.to_vec()) {
            members.push(member);
        }
    }
    members
}
