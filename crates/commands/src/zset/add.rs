//! ZADD, ZINCRBY.

use resp::{Args, ReplyError};
use stdx::num::parse_f64;
use values::SortedSet;
use values::hash::Rules;

use super::reply_score;
use crate::context::CommandContext;
use crate::events::EventClass;

const NOT_A_NUMBER: ReplyError = ReplyError::fixed("ERR resulting score is not a number (NaN)");

/// Under which conditions ZADD does what.
#[derive(Clone, Copy, Debug, Default)]
struct Flags {
    absent: bool,
    present: bool,
    greater: bool,
    less: bool,
    changed: bool,
    increment: bool,
}

/// What became of one element.
enum Outcome {
    /// A condition was not met.
    Left,
    Same(f64),
    Updated(f64),
    Added(f64),
}

/// ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member ...]
pub fn zadd(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (flags, first) = parse_flags(args, Flags::default());
    add(ctx, args, flags, first)
}

/// ZINCRBY key increment member
pub fn zincrby(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let flags = Flags {
        increment: true,
        ..Flags::default()
    };
    // A word that is a flag of ZADD's leaves no pair.
    let (flags, first) = parse_flags(args, flags);
    add(ctx, args, flags, first)
}

/// The flags, and where the first score is.
fn parse_flags(args: Args<'_>, mut flags: Flags) -> (Flags, usize) {
    let mut first = 2;
    while let Some(word) = args.try_get(first) {
        let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
        let flag = match word.len() {
            2 if is(b"nx") => &mut flags.absent,
            2 if is(b"xx") => &mut flags.present,
            2 if is(b"gt") => &mut flags.greater,
            2 if is(b"lt") => &mut flags.less,
            2 if is(b"ch") => &mut flags.changed,
            4 if is(b"incr") => &mut flags.increment,
            _ => break,
        };
        *flag = true;
        first += 1;
    }
    (flags, first)
}

impl Flags {
    fn check(self, pairs: usize) -> Result<(), ReplyError> {
        if self.absent && self.present {
            return Err(ReplyError::fixed(
                "ERR XX and NX options at the same time are not compatible",
            ));
        }
        let compared = self.greater || self.less;
        if (compared && self.absent) || (self.greater && self.less) {
            return Err(ReplyError::fixed(
                "ERR GT, LT, and/or NX options at the same time are not compatible",
            ));
        }
        if self.increment && pairs > 1 {
            return Err(ReplyError::fixed(
                "ERR INCR option supports a single increment-element pair",
            ));
        }
        Ok(())
    }
}

fn add(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    flags: Flags,
    first: usize,
) -> Result<(), ReplyError> {
    let words = args.tail(first);
    if words.is_empty() || !words.len().is_multiple_of(2) {
        return Err(ReplyError::SYNTAX);
    }
    flags.check(words.len() / 2)?;
    let mut scores = Scores::default();
    for text in words.iter().step_by(2) {
        scores.push(parse_f64(text).ok_or(ReplyError::NOT_FLOAT)?);
    }
    let mut place = ctx.write(args.get(1))?;
    let missing = place.sorted_set()?.is_none();
    let total = if missing && flags.present {
        Ok(Total::default())
    } else if missing {
        let mut set = SortedSet::new();
        let total = add_all(&mut set, &scores, words, flags, &place.rules());
        if !set.is_empty() {
            place.put_sorted_set(set);
        }
        total
    } else {
        let total = place.edit_sorted_set(|set, rules| {
            let total = add_all(set, &scores, words, flags, rules);
            (
                total
                    .as_ref()
                    .is_ok_and(|total| total.added + total.updated > 0),
                total,
            )
        });
        total.unwrap_or(Err(ReplyError::WRONGTYPE))
    }?;
    let changed = total.added + total.updated > 0;
    if changed {
        let name = if flags.increment { "zincr" } else { "zadd" };
        place.event(EventClass::ZSET, name);
        place.ready();
    }
    match total.score {
        _ if !flags.increment => {
            let updated = if flags.changed { total.updated } else { 0 };
            place.reply.int(total.added + updated);
        }
        Some(score) => reply_score(place.reply, score),
        None => place.reply.null(),
    }
    if changed {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// The scores of a request; the first one needs no allocation.
#[derive(Default)]
struct Scores {
    first: f64,
    rest: Vec<f64>,
    len: usize,
}

impl Scores {
    fn push(&mut self, score: f64) {
        if self.len == 0 {
            self.first = score;
        } else {
            self.rest.push(score);
        }
        self.len += 1;
    }

    fn iter(&self) -> impl Iterator<Item = f64> + '_ {
        let first = (self.len > 0).then_some(self.first);
        first.into_iter().chain(self.rest.iter().copied())
    }
}

/// What became of all elements.
#[derive(Clone, Copy, Debug, Default)]
struct Total {
    added: i64,
    updated: i64,
    /// The score of the last one, if its conditions were met.
    score: Option<f64>,
}

fn add_all(
    set: &mut SortedSet,
    scores: &Scores,
    words: Args<'_>,
    flags: Flags,
    rules: &Rules<'_>,
) -> Result<Total, ReplyError> {
    let members = || words.iter().skip(1).step_by(2);
    let longest = members().map(<[u8]>::len).max().unwrap_or(0);
    set.expect(scores.len, longest, rules);
    let mut total = Total::default();
    for (score, member) in scores.iter().zip(members()) {
        let score = match add_one(set, score, member, flags, rules)? {
            Outcome::Left => None,
            Outcome::Same(score) => Some(score),
            Outcome::Updated(score) => {
                total.updated += 1;
                Some(score)
            }
            Outcome::Added(score) => {
                total.added += 1;
                Some(score)
            }
        };
        total.score = score;
    }
    Ok(total)
}

#[inline]
fn add_one(
    set: &mut SortedSet,
    score: f64,
    member: &[u8],
    flags: Flags,
    rules: &Rules<'_>,
) -> Result<Outcome, ReplyError> {
    let Flags {
        absent,
        present,
        greater,
        less,
        increment,
        ..
    } = flags;
    if !(absent || present || greater || less || increment) {
        return Ok(match set.set(member, score, rules) {
            None => Outcome::Added(score),
            Some(old) if old == score => Outcome::Same(old),
            Some(_) => Outcome::Updated(score),
        });
    }
    let Some(old) = set.score(member) else {
        if present {
            return Ok(Outcome::Left);
        }
        set.set(member, score, rules);
        return Ok(Outcome::Added(score));
    };
    if absent {
        return Ok(Outcome::Left);
    }
    let new = if increment { old + score } else { score };
    if new.is_nan() {
        return Err(NOT_A_NUMBER);
    }
    if (greater && new <= old) || (less && new >= old) {
        return Ok(Outcome::Left);
    }
    if new == old {
        return Ok(Outcome::Same(new));
    }
    set.set(member, new, rules);
    Ok(Outcome::Updated(new))
}
