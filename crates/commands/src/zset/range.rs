//! Ranges of a sorted set: ZRANGE and the commands it has replaced, and ZRANGESTORE.

use resp::{Args, ReplyError};
use values::SortedSet;
use values::zset::{Element, LexBound, Ranks, ScoreBound};

use super::{bounds, reply_elements};
use crate::context::CommandContext;
use crate::parse::integer;
use crate::stored::store;

/// What the ends of a range are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Rank,
    Score,
    Member,
}

/// ZRANGE key start stop [BYSCORE | BYLEX] [REV] [LIMIT offset count] [WITHSCORES]
pub fn zrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, None, None)
}

/// ZREVRANGE key start stop [WITHSCORES]
pub fn zrevrange(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, Some(By::Rank), Some(true))
}

/// ZRANGEBYSCORE key min max [WITHSCORES] [LIMIT offset count]
pub fn zrangebyscore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, Some(By::Score), Some(false))
}

/// ZREVRANGEBYSCORE key max min [WITHSCORES] [LIMIT offset count]
pub fn zrevrangebyscore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, Some(By::Score), Some(true))
}

/// ZRANGEBYLEX key min max [LIMIT offset count]
pub fn zrangebylex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, Some(By::Member), Some(false))
}

/// ZREVRANGEBYLEX key max min [LIMIT offset count]
pub fn zrevrangebylex(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    read(ctx, args, Some(By::Member), Some(true))
}

fn read(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    by: Option<By>,
    reversed: Option<bool>,
) -> Result<(), ReplyError> {
    let range = Range::parse(args.tail(1), by, reversed, true)?;
    let mut place = ctx.read(args.get(1))?;
    let (set, reply) = place.sorted_set_and_reply()?;
    let Some(set) = set else {
        reply.array(0);
        return Ok(());
    };
    let ranks = range.within(&set);
    range.elements(&set, ranks, |elements| {
        reply_elements(reply, elements, ranks.count, range.with_scores);
    });
    Ok(())
}

/// ZRANGESTORE dst src min max [BYSCORE | BYLEX] [REV] [LIMIT offset count]
pub fn zrangestore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let range = Range::parse(args.tail(2), None, None, false)?;
    let place = ctx.read(args.get(2))?;
    let mut result = SortedSet::new();
    if let Some(set) = place.sorted_set()? {
        let ranks = range.within(&set);
        let rules = place.rules();
        if range.by == By::Rank {
            result.expect(ranks.count, 0, &rules);
        }
        let mut buffer = [0; 20];
        range.elements(&set, ranks, |elements| {
            for Element { member, score } in elements.take(ranks.count) {
                result.set(member.text(&mut buffer), score, &rules);
            }
        });
    }
    store(ctx, args.get(1), result, "zrangestore")
}

/// The range of a request, and how it is shown.
struct Range<'a> {
    by: By,
    ends: Ends<'a>,
    reversed: bool,
    with_scores: bool,
    offset: i64,
    /// Negative: all.
    limit: i64,
}

#[derive(Clone, Copy)]
enum Ends<'a> {
    Ranks(i64, i64),
    Scores(ScoreBound, ScoreBound),
    Members(LexBound<'a>, LexBound<'a>),
}

impl<'a> Range<'a> {
    /// From the words behind the destination or name: the key, two ends, options. What `by` and
    /// `reversed` state can be no option.
    fn parse(
        words: Args<'a>,
        by: Option<By>,
        reversed: Option<bool>,
        shows_scores: bool,
    ) -> Result<Self, ReplyError> {
        let (mut by, mut reversed) = (by, reversed);
        let (mut with_scores, mut offset, mut limit) = (false, 0, -1);
        let mut at = 3;
        while let Some(word) = words.try_get(at) {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            if shows_scores && is("withscores") {
                with_scores = true;
            } else if is("limit") && words.len() > at + 2 {
                offset = integer(words.get(at + 1))?;
                limit = integer(words.get(at + 2))?;
                at += 2;
            } else if reversed.is_none() && is("rev") {
                reversed = Some(true);
            } else if by.is_none() && is("bylex") {
                by = Some(By::Member);
            } else if by.is_none() && is("byscore") {
                by = Some(By::Score);
            } else {
                return Err(ReplyError::SYNTAX);
            }
            at += 1;
        }
        let (by, reversed) = (by.unwrap_or(By::Rank), reversed.unwrap_or(false));
        if limit != -1 && by == By::Rank {
            return Err(ReplyError::fixed(
                "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or \
                 BYLEX",
            ));
        }
        if with_scores && by == By::Member {
            return Err(ReplyError::fixed(
                "ERR syntax error, WITHSCORES not supported in combination with BYLEX",
            ));
        }
        let swapped = reversed && by != By::Rank;
        let (low, high) = if swapped { (2, 1) } else { (1, 2) };
        let (low, high) = (words.get(low), words.get(high));
        let ends = match by {
            By::Rank => Ends::Ranks(integer(low)?, integer(high)?),
            By::Score => Ends::Scores(bounds::score(low)?, bounds::score(high)?),
            By::Member => Ends::Members(bounds::member(low)?, bounds::member(high)?),
        };
        Ok(Self {
            by,
            ends,
            reversed,
            with_scores,
            offset,
            limit,
        })
    }

    /// The elements of `set` that are meant.
    fn within(&self, set: &SortedSet) -> Ranks {
        let all = match self.ends {
            Ends::Ranks(start, stop) => {
                let ranks = bounds::ranks(start, stop, set.len());
                if self.reversed && ranks.count > 0 {
                    let from = set.len() - ranks.from - ranks.count;
                    return Ranks { from, ..ranks };
                }
                return ranks;
            }
            Ends::Scores(low, high) => set.scores_within(low, high),
            Ends::Members(low, high) => set.members_within(low, high, self.reversed),
        };
        // Valkey counts a negative offset from the other end, in large sets alone.
        let skipped = match usize::try_from(self.offset) {
            Ok(offset) => Some(offset),
            Err(_) if set.as_listpack().is_some() => None,
            Err(_) => all
                .count
                .checked_sub(self.offset.unsigned_abs().try_into().unwrap_or(usize::MAX)),
        };
        let Some(skipped) = skipped.filter(|&skipped| skipped < all.count) else {
            return Ranks::default();
        };
        let left = all.count - skipped;
        let count = usize::try_from(self.limit).map_or(left, |limit| limit.min(left));
        let from = if self.reversed {
            all.from + left - count
        } else {
            all.from + skipped
        };
        Ranks { from, count }
    }

    /// Shows the elements of these ranks, and perhaps more behind them, in the order asked for.
    fn elements<R>(
        &self,
        set: &SortedSet,
        ranks: Ranks,
        show: impl FnOnce(values::zset::Iter<'_>) -> R,
    ) -> R {
        match ranks.count {
            0 => show(set.iter_from(set.len())),
            count if self.reversed => show(set.iter_back_from(ranks.from + count - 1)),
            _ => show(set.iter_from(ranks.from)),
        }
    }
}
