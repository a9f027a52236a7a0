//! ZPOPMIN, ZPOPMAX, ZMPOP.

use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::parse_i64;
use values::SortedSet;
use values::zset::{Element, Ranks};

use super::{is_paired, reply_member, reply_score};
use crate::context::CommandContext;
use crate::decimal::Decimal;
use crate::events::EventClass;
use crate::keys::KeyPlace;

/// The end that elements are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Min,
    Max,
}

impl End {
    /// `MIN` or `MAX`.
    fn parse(word: &[u8]) -> Result<Self, ReplyError> {
        if word.eq_ignore_ascii_case(b"min") {
            Ok(Self::Min)
        } else if word.eq_ignore_ascii_case(b"max") {
            Ok(Self::Max)
        } else {
            Err(ReplyError::SYNTAX)
        }
    }

    fn event(self) -> &'static str {
        match self {
            Self::Min => "zpopmin",
            Self::Max => "zpopmax",
        }
    }

    pub(super) fn command(self) -> &'static [u8] {
        match self {
            Self::Min => b"ZPOPMIN",
            Self::Max => b"ZPOPMAX",
        }
    }

    /// The first `count` elements seen from this end; at most as many as there are.
    fn elements<'s>(
        self,
        set: &'s SortedSet<'_>,
        count: usize,
    ) -> impl Iterator<Item = Element<'s>> {
        let elements = match self {
            Self::Min => set.iter(),
            Self::Max => set.iter_back_from(set.len().saturating_sub(1)),
        };
        elements.take(count)
    }

    fn ranks(self, set: &SortedSet, count: usize) -> Ranks {
        let from = match self {
            Self::Min => 0,
            Self::Max => set.len() - count,
        };
        Ranks { from, count }
    }
}

/// ZPOPMIN key [count]
pub fn zpopmin(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop(ctx, args, End::Min)
}

/// ZPOPMAX key [count]
pub fn zpopmax(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    pop(ctx, args, End::Max)
}

fn pop(ctx: &mut CommandContext<'_>, args: Args<'_>, end: End) -> Result<(), ReplyError> {
    if args.len() > 3 {
        return Err(ReplyError::SYNTAX);
    }
    let wanted = match args.try_get(2) {
        None => 1,
        Some(text) => parse_i64(text)
            .and_then(|count| usize::try_from(count).ok())
            .ok_or(ReplyError::NOT_POSITIVE)?,
    };
    let mut place = ctx.write(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let Some(set) = set else {
        reply.array(0);
        return Ok(());
    };
    let count = wanted.min(set.len());
    let paired = args.len() == 3 && is_paired(reply);
    reply.array(if paired { count } else { 2 * count });
    reply_popped(reply, end.elements(&set, count), paired);
    if take(&mut place, end, count) {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// Elements with their scores, each an array of its own if `paired`.
pub(super) fn reply_popped<'e>(
    reply: &mut ReplyWriter<'_>,
    elements: impl Iterator<Item = Element<'e>>,
    paired: bool,
) {
    for element in elements {
        if paired {
            reply.array(2);
        }
        reply_member(reply, element.member);
        reply_score(reply, element.score);
    }
}

/// Removes `count` elements, at most as many as there are; false if that is none.
pub(super) fn take(place: &mut KeyPlace<'_, '_>, end: End, count: usize) -> bool {
    if count == 0 {
        return false;
    }
    place.edit_sorted_set(|set, _| {
        set.remove_ranks(end.ranks(set, count));
        (true, ())
    });
    place.event_of_removal(EventClass::ZSET, end.event());
    true
}

/// ZMPOP numkeys key [key ...] MIN | MAX [COUNT count]
pub fn zmpop(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let request = Several::parse(args, 1)?;
    if !request.pop_first(ctx, args)? {
        ctx.reply.null_array();
    }
    Ok(())
}

/// What ZMPOP and BZMPOP ask for.
pub(super) struct Several {
    /// Numbers of the arguments that are keys.
    pub(super) keys: std::ops::Range<usize>,
    end: End,
    count: usize,
}

impl Several {
    /// The number of keys being the argument `at`.
    pub(super) fn parse(args: Args<'_>, at: usize) -> Result<Self, ReplyError> {
        let positive = |text, error: &'static str| {
            let number = parse_i64(text).and_then(|number| usize::try_from(number).ok());
            number
                .filter(|&number| number > 0)
                .ok_or(ReplyError::fixed(error))
        };
        let keys = positive(args.get(at), "ERR numkeys should be greater than 0")?;
        let behind = keys.saturating_add(at + 1);
        let end = End::parse(args.try_get(behind).ok_or(ReplyError::SYNTAX)?)?;
        let mut count = None;
        let mut words = args.tail(behind + 1).iter();
        while let Some(word) = words.next() {
            if count.is_some() || !word.eq_ignore_ascii_case(b"count") {
                return Err(ReplyError::SYNTAX);
            }
            let text = words.next().ok_or(ReplyError::SYNTAX)?;
            count = Some(positive(text, "ERR count should be greater than 0")?);
        }
        Ok(Self {
            keys: at + 1..behind,
            end,
            count: count.unwrap_or(1),
        })
    }

    /// Pops from the first key that holds something; false if none does.
    pub(super) fn pop_first(
        &self,
        ctx: &mut CommandContext<'_>,
        args: Args<'_>,
    ) -> Result<bool, ReplyError> {
        for i in self.keys.clone() {
            let key = args.get(i);
            let mut place = ctx.write(key)?;
            let (set, reply) = place.sorted_set_and_reply()?;
            let Some(set) = set else { continue };
            let count = self.count.min(set.len());
            reply.array(2);
            reply.bulk(key);
            reply.array(count);
            reply_popped(reply, self.end.elements(&set, count), true);
            take(&mut place, self.end, count);
            let told = Decimal::of(count as i64);
            let words = [self.end.command(), key, told.text()];
            ctx.effects.command(ctx.db, &words);
            return Ok(true);
        }
        Ok(false)
    }
}

/// Pops one element of `key` and replies with key, member and score; false if nothing is there.
pub(super) fn pop_one(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    end: End,
) -> Result<bool, ReplyError> {
    let mut place = ctx.write(key)?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let Some(set) = set else { return Ok(false) };
    reply.array(3);
    reply.bulk(key);
    reply_popped(reply, end.elements(&set, 1), false);
    take(&mut place, end, 1);
    ctx.effects.command(ctx.db, &[end.command(), key]);
    Ok(true)
}
