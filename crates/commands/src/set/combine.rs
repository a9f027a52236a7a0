//! Several sets together: SINTER, SINTERCARD, SUNION, SDIFF, and with STORE the result kept.

use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::{I64_TEXT_BYTES_MAX, parse_i64};
use values::hash::Rules;
use values::{Item, Set};

use super::reply_member;
use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::numkeys;

/// Up to so many sets, a member of a union is looked for in those before; with more, the members
/// met are kept in a set of their own.
const ASKED_MAX: usize = 4;

/// What becomes of several sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operation {
    Inter,
    Union,
    Diff,
}

impl Operation {
    /// Name of the event that a result was stored.
    fn stored(self) -> &'static str {
        match self {
            Self::Inter => "sinterstore",
            Self::Union => "sunionstore",
            Self::Diff => "sdiffstore",
        }
    }
}

/// SINTER key [key ...]
pub fn sinter(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, Operation::Inter)
}

/// SUNION key [key ...]
pub fn sunion(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, Operation::Union)
}

/// SDIFF key [key ...]
pub fn sdiff(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    tell(ctx, args, Operation::Diff)
}

/// SINTERSTORE destination key [key ...]
pub fn sinterstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store(ctx, args, Operation::Inter)
}

/// SUNIONSTORE destination key [key ...]
pub fn sunionstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store(ctx, args, Operation::Union)
}

/// SDIFFSTORE destination key [key ...]
pub fn sdiffstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store(ctx, args, Operation::Diff)
}

/// SINTERCARD numkeys key [key ...] [LIMIT limit]
pub fn sintercard(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (count, limit) = parse_counted(args)?;
    let keys = look_up(ctx, args.iter().skip(2).take(count))?;
    let sets = CommandContext::sets_at_hand(&ctx.keys, (ctx.db, ctx.now_ms), &keys);
    let sets: Vec<_> = sets.iter().map(Option::as_deref).collect();
    let mut found = 0;
    intersect(&sets, |_| {
        found += 1;
        found < limit
    });
    ctx.reply.int(found as i64);
    Ok(())
}

/// How many keys there are, and at how many members to stop.
fn parse_counted(args: Args<'_>) -> Result<(usize, usize), ReplyError> {
    let count = numkeys(args.get(1))?;
    if count > args.len() - 2 {
        return Err(ReplyError::fixed(
            "ERR Number of keys can't be greater than number of args",
        ));
    }
    let mut limit = usize::MAX;
    let mut words = args.tail(2 + count).iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or(ReplyError::SYNTAX)?;
        if !word.eq_ignore_ascii_case(b"limit") {
            return Err(ReplyError::SYNTAX);
        }
        let number = parse_i64(value).and_then(|number| usize::try_from(number).ok());
        limit = match number.ok_or(ReplyError::fixed("ERR LIMIT can't be negative"))? {
            0 => usize::MAX,
            limit => limit,
        };
    }
    Ok((count, limit))
}

/// Looks keys up one after the other, with all that this leaves behind; all are sets or nothing.
fn look_up<'k>(
    ctx: &mut CommandContext<'_>,
    keys: impl Iterator<Item = &'k [u8]>,
) -> Result<Vec<(&'k [u8], u64)>, ReplyError> {
    keys.map(|key| {
        ctx.read(key)?.set_value()?;
        Ok((key, ctx.hasher.hash(key)))
    })
    .collect()
}

fn tell(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    operation: Operation,
) -> Result<(), ReplyError> {
    let keys = look_up(ctx, args.tail(1).iter())?;
    let sets = CommandContext::sets_at_hand(&ctx.keys, (ctx.db, ctx.now_ms), &keys);
    let sets: Vec<_> = sets.iter().map(Option::as_deref).collect();
    let rules = Rules {
        limits: &ctx.settings.encoding,
        hasher: ctx.hasher,
    };
    let mark = ctx.reply.begin();
    let mut shown = 0;
    let reply: &mut ReplyWriter<'_> = &mut ctx.reply;
    let mut show = |member| {
        reply_member(reply, member);
        shown += 1;
    };
    match operation {
        Operation::Inter => intersect(&sets, |member| {
            show(member);
            true
        }),
        Operation::Union if sets.len() <= ASKED_MAX => {
            for (number, set) in sets.iter().enumerate() {
                let known = |member: &Item<'_>| is_in_any(&sets[..number], *member);
                members(*set)
                    .filter(|member| !known(member))
                    .for_each(&mut show);
            }
        }
        Operation::Union => {
            let mut known = Set::new();
            let all = sets.iter().flat_map(|set| members(*set));
            all.filter(|member| known.add_item(*member, &rules))
                .for_each(&mut show);
        }
        Operation::Diff => differ(&keys, &sets).for_each(&mut show),
    }
    ctx.reply.end_set(mark, shown);
    Ok(())
}

fn store(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    operation: Operation,
) -> Result<(), ReplyError> {
    let keys = look_up(ctx, args.tail(2).iter())?;
    let sets = CommandContext::sets_at_hand(&ctx.keys, (ctx.db, ctx.now_ms), &keys);
    let sets: Vec<_> = sets.iter().map(Option::as_deref).collect();
    let rules = Rules {
        limits: &ctx.settings.encoding,
        hasher: ctx.hasher,
    };
    let result = match operation {
        Operation::Inter => intersection(&sets, &rules),
        Operation::Union => gather(sets.iter().flat_map(|set| members(*set)), &rules),
        Operation::Diff if keeps_first_whole(&keys, &sets) => {
            // Which way it is done shows in the encoding of the result.
            let mut result = gather(members(sets[0]), &rules);
            for member in sets[1..].iter().flat_map(|set| members(*set)) {
                result.remove_item(member);
            }
            result
        }
        Operation::Diff => gather(differ(&keys, &sets), &rules),
    };
    let len = result.len();
    let mut place = ctx.write(args.get(1))?;
    let mut changed = true;
    if len > 0 {
        place.put_set(result);
        place.event(EventClass::SET, operation.stored());
    } else if place.remove() {
        place.event(EventClass::GENERIC, "del");
    } else {
        changed = false;
    }
    place.reply.int(len as i64);
    if changed {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

fn members<'s>(set: Option<&'s Set<'_>>) -> impl Iterator<Item = Item<'s>> {
    set.into_iter().flat_map(Set::iter)
}

fn gather<'s>(members: impl Iterator<Item = Item<'s>>, rules: &Rules<'_>) -> Set<'static> {
    let mut result = Set::new();
    for member in members {
        result.add_item(member, rules);
    }
    result
}

/// Shows the members that all sets have, until `show` wants no more.
fn intersect<'s>(sets: &[Option<&'s Set<'s>>], mut show: impl FnMut(Item<'s>) -> bool) {
    let Some(smallest) = by_size(sets) else {
        return;
    };
    let (first, others) = smallest.split_at(1);
    let everywhere = |member: &Item<'_>| others.iter().all(|set| set.contains_item(*member));
    for member in first[0].iter().filter(everywhere) {
        if !show(member) {
            return;
        }
    }
}

/// The sets, smaller ones first; none if one of them is missing.
fn by_size<'s>(sets: &[Option<&'s Set<'s>>]) -> Option<Vec<&'s Set<'s>>> {
    let mut sets: Vec<&Set> = sets.iter().copied().collect::<Option<_>>()?;
    sets.sort_by_key(|set| set.len());
    (!sets.is_empty()).then_some(sets)
}

fn intersection(sets: &[Option<&Set<'_>>], rules: &Rules<'_>) -> Set<'static> {
    let smallest = by_size(sets).and_then(|sets| sets.first().map(|set| set.encoding()));
    let mut result = match smallest {
        Some("intset") | None => Set::new(),
        Some(_) => Set::new_packed(),
    };
    let (mut integers, mut digits) = (true, [0; I64_TEXT_BYTES_MAX]);
    intersect(sets, |member| {
        integers = integers && parse_i64(member.text(&mut digits)).is_some();
        result.add_item(member, rules)
    });
    if integers {
        result.make_intset(rules.limits);
    }
    result
}

/// The members of the first set that no other has.
fn differ<'s>(
    keys: &'s [(&[u8], u64)],
    sets: &'s [Option<&'s Set<'s>>],
) -> impl Iterator<Item = Item<'s>> {
    let first = sets
        .first()
        .copied()
        .flatten()
        .filter(|_| !repeats_first(keys));
    let mut others: Vec<&Set> = sets.iter().skip(1).copied().flatten().collect();
    others.sort_by_key(|set| std::cmp::Reverse(set.len()));
    let nowhere = move |member: &Item<'_>| !others.iter().any(|set| set.contains_item(*member));
    members(first).filter(nowhere)
}

fn repeats_first(keys: &[(&[u8], u64)]) -> bool {
    keys.iter().skip(1).any(|key| key.0 == keys[0].0)
}

/// Whether Valkey would put together all of the first set and remove from it what the others
/// have: it does so if that is less work.
fn keeps_first_whole(keys: &[(&[u8], u64)], sets: &[Option<&Set<'_>>]) -> bool {
    let Some(first) = sets.first().copied().flatten() else {
        return false;
    };
    let there = || sets.iter().flatten();
    let asking = first.len().saturating_mul(there().count()) / 2;
    let removing: usize = there().map(|set| set.len()).sum();
    asking > removing && !repeats_first(keys)
}

fn is_in_any(sets: &[Option<&Set<'_>>], member: Item<'_>) -> bool {
    sets.iter().flatten().any(|set| set.contains_item(member))
}
