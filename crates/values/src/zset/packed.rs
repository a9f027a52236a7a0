//! The compact form of a sorted set: a run of members, each with its score behind it, in order.
//!
//! Scores are kept as the integers or texts that Valkey's files hold. It knows no limits.

use super::{LexBound, Ranks};
use crate::listpack::{Item, Listpack};
use stdx::num::{F64_TEXT_BYTES_MAX, format_f64, parse_f64};

/// The number that stands behind a member.
#[inline]
pub(super) fn score_of(item: Item<'_>) -> f64 {
    match item {
        Item::Int(number) => number as f64,
        Item::Bytes(text) => parse_f64(text).unwrap_or(0.0),
    }
}

/// Puts in a member that is not there.
pub(super) fn insert(run: &mut Listpack<'_>, member: &[u8], score: f64) {
    let mut buffer = [0; 20];
    let place = run.position_pair(|other, other_score| {
        let other_score = score_of(other_score);
        other_score > score || (other_score == score && other.text(&mut buffer) > member)
    });
    let mut text = [0; F64_TEXT_BYTES_MAX];
    // As there, a zero loses its sign.
    run.insert_pair(place, member, format_f64(score + 0.0, &mut text));
}

/// The rank of a member, and its score.
pub(super) fn rank(run: &Listpack<'_>, member: &[u8]) -> Option<(usize, f64)> {
    let mut rank = 0;
    let number = stdx::num::parse_i64(member);
    let place = run.position_pair(|other, _| {
        let found = match other {
            Item::Int(other) => number == Some(other),
            Item::Bytes(other) => other == member,
        };
        rank += usize::from(!found);
        found
    })?;
    Some((rank, score_of(run.pair_value(place))))
}

/// How many elements are of a first part that is told by their scores.
pub(super) fn count(run: &Listpack<'_>, is_before: impl Fn(f64) -> bool) -> usize {
    let scores = run.pairs().map(|(_, score)| score_of(score));
    scores.take_while(|&score| is_before(score)).count()
}

/// See [`super::SortedSet::members_within`].
pub(super) fn members_within(
    run: &Listpack<'_>,
    low: LexBound<'_>,
    high: LexBound<'_>,
    back: bool,
) -> Ranks {
    let mut buffer = [0; 20];
    let mut above = |member: Item<'_>| low.admits_above(member.text(&mut buffer));
    let mut buffer = [0; 20];
    let mut below = |member: Item<'_>| high.admits_below(member.text(&mut buffer));
    let last = run.iter_back_from(run.len().saturating_sub(1)).nth(1);
    let any = last.is_some_and(&mut above) && run.front().is_some_and(&mut below);
    if !any || is_empty_range(low, high) {
        return Ranks::default();
    }
    if !back {
        let members = || run.pairs().map(|(member, _)| member);
        let Some(from) = members().position(&mut above) else {
            return Ranks::default();
        };
        let count = members().skip(from).take_while(|&member| below(member));
        return Ranks {
            from,
            count: count.count(),
        };
    }
    let members = || run.iter_back_from(run.len() - 1).skip(1).step_by(2);
    let Some(skipped) = members().position(&mut below) else {
        return Ranks::default();
    };
    let found = members().skip(skipped).take_while(|&member| above(member));
    let count = found.count();
    Ranks {
        from: run.len() / 2 - skipped - count,
        count,
    }
}

/// Whether no member at all can be inside.
fn is_empty_range(low: LexBound<'_>, high: LexBound<'_>) -> bool {
    use LexBound::{Excluded, Highest, Included, Lowest};
    match (low, high) {
        (Highest, _) | (_, Lowest) => true,
        (Lowest, _) | (_, Highest) => false,
        (Included(low), Included(high)) => low > high,
        (Included(low) | Excluded(low), Included(high) | Excluded(high)) => low >= high,
    }
}

/// Whether a run read from elsewhere is the compact form of a sorted set.
pub(super) fn is_valid(run: &Listpack<'_>) -> bool {
    if !run.len().is_multiple_of(2) {
        return false;
    }
    let is_score = |item: Item<'_>| match item {
        Item::Int(_) => true,
        Item::Bytes(text) => parse_f64(text).is_some(),
    };
    let mut members: Vec<Vec<u8>> = Vec::new();
    let mut before = None;
    for (member, score) in run.pairs() {
        let here = (score_of(score), member.to_vec());
        let in_order = before.as_ref().is_none_or(|before| *before < here);
        if !is_score(score) || !in_order {
            return false;
        }
        members.push(here.1.clone());
        before = Some(here);
    }
    members.sort_unstable();
    members.windows(2).all(|pair| pair[0] != pair[1])
}
