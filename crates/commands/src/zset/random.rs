//! ZRANDMEMBER.

use std::collections::BTreeSet;

use resp::{Args, ReplyError};
use stdx::rng::Rng;
use values::SortedSet;
use values::zset::Element;

use super::{reply_elements, reply_member};
use crate::context::CommandContext;
use crate::parse::integer;

/// Members asked for with repetition: more would be a reply that nobody can hold.
const REPEATED_MAX: u64 = 1 << 24;
/// Asked for more than one of so many members, all are walked over; else they are drawn.
const WALKED_PART: usize = 3;

/// ZRANDMEMBER key [count [WITHSCORES]]
pub fn zrandmember(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let Some(count) = args.try_get(2) else {
        return one(ctx, args);
    };
    let count = integer(count)?;
    if count == i64::MIN {
        return Err(ReplyError::fixed(
            "ERR value is out of range, value must between -9223372036854775807 and \
             9223372036854775807",
        ));
    }
    let with_scores = match args.try_get(3) {
        None => false,
        Some(word) if args.len() == 4 && word.eq_ignore_ascii_case(b"withscores") => true,
        Some(_) => return Err(ReplyError::SYNTAX),
    };
    if with_scores && count.unsigned_abs() > i64::MAX as u64 / 2 {
        return Err(ReplyError::OUT_OF_RANGE);
    }
    several(ctx, args, count, with_scores)
}

fn one(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let mut rng = ctx.rng.clone();
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    match set.as_deref().and_then(|set| set.random(&mut rng)) {
        Some(element) => reply_member(reply, element.member),
        None => reply.null(),
    }
    *ctx.rng = rng;
    Ok(())
}

fn several(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    count: i64,
    with_scores: bool,
) -> Result<(), ReplyError> {
    let mut rng = ctx.rng.clone();
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let elements = match set.as_deref() {
        None => Vec::new(),
        Some(_) if count.unsigned_abs() > REPEATED_MAX && count < 0 => {
            return Err(ReplyError::OUT_OF_RANGE);
        }
        Some(set) if count < 0 => {
            let drawn = (0..count.unsigned_abs()).map_while(|_| set.random(&mut rng));
            drawn.collect()
        }
        Some(set) => distinct(set, usize::try_from(count).unwrap_or(usize::MAX), &mut rng),
    };
    let shown = elements.len();
    reply_elements(reply, elements.into_iter(), shown, with_scores);
    *ctx.rng = rng;
    Ok(())
}

/// `count` different elements, or all.
fn distinct<'s>(set: &'s SortedSet, count: usize, rng: &mut Rng) -> Vec<Element<'s>> {
    if count >= set.len() {
        return set.iter().collect();
    }
    if count > set.len() / WALKED_PART {
        return sample(set, count, rng);
    }
    let (mut elements, mut ranks) = (Vec::new(), BTreeSet::new());
    while elements.len() < count {
        let rank = rng.below(set.len() as u64) as usize;
        if ranks.insert(rank) {
            elements.extend(set.iter_from(rank).next());
        }
    }
    elements
}

/// A sample by one walk.
fn sample<'s>(set: &'s SortedSet, count: usize, rng: &mut Rng) -> Vec<Element<'s>> {
    let mut elements: Vec<Element<'s>> = set.iter().take(count).collect();
    for (number, element) in set.iter().enumerate().skip(count) {
        let place = rng.below(number as u64 + 1) as usize;
        if place < count {
            elements[place] = element;
        }
    }
    elements
}
