//! ZUNION, ZINTER, ZDIFF, their forms that store, and ZINTERCARD.
//!
//! Keys are looked at one after the other, as each may be in another slot; what is found so far
//! is kept aside.

use hashbrown::HashTable;
use resp::{Args, ReplyError};
use stdx::hash::KeyHasher;
use stdx::num::parse_i64;
use values::hash::Rules;
use values::zset::Element;
use values::{Item, SortedSet};

use super::reply_elements;
use super::sources::Source;
use crate::context::CommandContext;
use crate::parse::integer;
use crate::stored::store;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operation {
    Union,
    Inter,
    Diff,
}

/// How the scores of one member in several sets become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aggregate {
    Sum,
    Min,
    Max,
}

impl Aggregate {
    fn parse(word: &[u8]) -> Result<Self, ReplyError> {
        let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
        match () {
            () if is(b"sum") => Ok(Self::Sum),
            () if is(b"min") => Ok(Self::Min),
            () if is(b"max") => Ok(Self::Max),
            () => Err(ReplyError::SYNTAX),
        }
    }

    fn of(self, score: f64, other: f64) -> f64 {
        match self {
            Self::Sum => number_or_zero(score + other),
            Self::Min if other < score => other,
            Self::Max if other > score => other,
            Self::Min | Self::Max => score,
        }
    }
}

/// Infinities may cancel each other.
fn number_or_zero(score: f64) -> f64 {
    if score.is_nan() { 0.0 } else { score }
}

/// ZUNION numkeys key [key ...] [WEIGHTS weight ...] [AGGREGATE SUM | MIN | MAX] [WITHSCORES]
pub fn zunion(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    show(ctx, args, Operation::Union, "zunion")
}

/// ZINTER numkeys key [key ...] [WEIGHTS weight ...] [AGGREGATE SUM | MIN | MAX] [WITHSCORES]
pub fn zinter(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    show(ctx, args, Operation::Inter, "zinter")
}

/// ZDIFF numkeys key [key ...] [WITHSCORES]
pub fn zdiff(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    show(ctx, args, Operation::Diff, "zdiff")
}

/// ZUNIONSTORE destination numkeys key [key ...] [WEIGHTS weight ...] [AGGREGATE SUM | MIN | MAX]
pub fn zunionstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store_result(ctx, args, Operation::Union, "zunionstore")
}

/// ZINTERSTORE destination numkeys key [key ...] [WEIGHTS weight ...] [AGGREGATE SUM | MIN | MAX]
pub fn zinterstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store_result(ctx, args, Operation::Inter, "zinterstore")
}

/// ZDIFFSTORE destination numkeys key [key ...]
pub fn zdiffstore(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    store_result(ctx, args, Operation::Diff, "zdiffstore")
}

fn show(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    operation: Operation,
    command: &str,
) -> Result<(), ReplyError> {
    let request = Request::parse(ctx, args, Form::Shown(operation), command)?;
    let mut found = request.found(ctx)?;
    found.sort();
    let count = found.elements.len();
    reply_elements(&mut ctx.reply, found.iter(), count, request.with_scores);
    Ok(())
}

fn store_result(
    ctx: &mut CommandContext<'_>,
    args: Args<'_>,
    operation: Operation,
    command: &'static str,
) -> Result<(), ReplyError> {
    let request = Request::parse(ctx, args, Form::Stored(operation), command)?;
    let mut found = request.found(ctx)?;
    found.sort();
    let rules = Rules {
        limits: &ctx.settings.encoding,
        hasher: ctx.hasher,
    };
    let longest = found.elements.iter().map(|element| element.len);
    let longest = longest.max().unwrap_or(0);
    let mut set = SortedSet::for_members(found.elements.len(), longest, &rules);
    for element in &found.elements {
        set.set(found.member(element), element.score, &rules);
    }
    store(ctx, args.get(1), set, command)
}

/// ZINTERCARD numkeys key [key ...] [LIMIT limit]
pub fn zintercard(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let request = Request::parse(ctx, args, Form::Counted, "zintercard")?;
    let found = request.found(ctx)?.elements.len();
    let count = match request.limit {
        0 => found,
        limit => found.min(limit),
    };
    ctx.reply.int(count as i64);
    Ok(())
}

/// What becomes of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Shown(Operation),
    Stored(Operation),
    Counted,
}

struct Request<'a> {
    operation: Operation,
    /// The keys with their weights; the smallest first, unless the order matters.
    sources: Vec<(&'a [u8], f64)>,
    aggregate: Aggregate,
    with_scores: bool,
    /// 0: none.
    limit: usize,
}

impl<'a> Request<'a> {
    /// Keys of a wrong type are told before wrong options.
    fn parse(
        ctx: &mut CommandContext<'_>,
        args: Args<'a>,
        form: Form,
        command: &str,
    ) -> Result<Self, ReplyError> {
        let (operation, at) = match form {
            Form::Shown(operation) => (operation, 1),
            Form::Stored(operation) => (operation, 2),
            Form::Counted => (Operation::Inter, 1),
        };
        let keys = integer(args.get(at))?;
        let keys = usize::try_from(keys).ok().filter(|&keys| keys > 0);
        let keys = keys.ok_or_else(|| {
            ReplyError::new(format!(
                "ERR at least 1 input key is needed for '{command}' command"
            ))
        })?;
        if keys > args.len() - (at + 1) {
            return Err(ReplyError::SYNTAX);
        }
        let mut sizes = Vec::with_capacity(keys);
        for key in args.tail(at + 1).iter().take(keys) {
            let place = ctx.read(key)?;
            sizes.push((Source::of(place.value())?.len(), key));
        }
        let mut request = Self {
            operation,
            sources: Vec::with_capacity(keys),
            aggregate: Aggregate::Sum,
            with_scores: false,
            limit: 0,
        };
        let weights = request.parse_options(args.tail(at + 1 + keys), form, keys)?;
        let weights = weights.into_iter().chain(std::iter::repeat(1.0));
        let mut sources: Vec<_> = sizes.into_iter().zip(weights).collect();
        if operation != Operation::Diff {
            sources.sort_by_key(|((len, _), _)| *len);
        }
        let sources = sources.into_iter();
        request.sources = sources.map(|((_, key), weight)| (key, weight)).collect();
        Ok(request)
    }

    /// The weights, if there are any.
    fn parse_options(
        &mut self,
        words: Args<'_>,
        form: Form,
        keys: usize,
    ) -> Result<Vec<f64>, ReplyError> {
        let mut weights = Vec::new();
        let combines = self.operation != Operation::Diff && form != Form::Counted;
        let mut at = 0;
        while let Some(word) = words.try_get(at) {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let left = words.len() - at - 1;
            if combines && left >= keys && is("weights") {
                weights.clear();
                for text in words.tail(at + 1).iter().take(keys) {
                    let weight = stdx::num::parse_f64(text);
                    weights
                        .push(weight.ok_or(ReplyError::fixed("ERR weight value is not a float"))?);
                }
                at += keys;
            } else if combines && left >= 1 && is("aggregate") {
                self.aggregate = Aggregate::parse(words.get(at + 1))?;
                at += 1;
            } else if matches!(form, Form::Shown(_)) && is("withscores") {
                self.with_scores = true;
            } else if form == Form::Counted && left >= 1 && is("limit") {
                let limit = parse_i64(words.get(at + 1));
                let limit = limit.and_then(|limit| usize::try_from(limit).ok());
                self.limit = limit.ok_or(ReplyError::fixed("ERR LIMIT can't be negative"))?;
                at += 1;
            } else {
                return Err(ReplyError::SYNTAX);
            }
            at += 1;
        }
        Ok(weights)
    }

    fn found(&self, ctx: &mut CommandContext<'_>) -> Result<Found, ReplyError> {
        let mut found = Found::default();
        match self.operation {
            Operation::Union => {
                let mut index = Index::new(ctx.hasher);
                for &(key, weight) in &self.sources {
                    let place = ctx.peek(key)?;
                    Source::of(place.value())?.for_each(|member, score| {
                        let score = number_or_zero(weight * score);
                        match index.find_or_add(&mut found, member, score) {
                            None => {}
                            Some(old) => old.score = self.aggregate.of(old.score, score),
                        }
                    });
                }
            }
            Operation::Inter | Operation::Diff => {
                let Some((&(first, weight), others)) = self.sources.split_first() else {
                    return Ok(found);
                };
                let place = ctx.peek(first)?;
                Source::of(place.value())?.for_each(|member, score| {
                    found.push(member, number_or_zero(weight * score));
                });
                for &(key, weight) in others {
                    let place = ctx.peek(key)?;
                    let source = Source::of(place.value())?;
                    let (operation, aggregate) = (self.operation, self.aggregate);
                    found.retain(|member, score| match source.score(member) {
                        None => operation == Operation::Diff,
                        Some(_) if operation == Operation::Diff => false,
                        Some(other) => {
                            *score = aggregate.of(*score, weight * other);
                            true
                        }
                    });
                }
            }
        }
        Ok(found)
    }
}

/// Members with scores, their bytes in one buffer.
#[derive(Default)]
struct Found {
    bytes: Vec<u8>,
    elements: Vec<FoundElement>,
}

#[derive(Clone, Copy)]
struct FoundElement {
    start: usize,
    len: usize,
    score: f64,
}

impl Found {
    fn push(&mut self, member: &[u8], score: f64) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(member);
        self.elements.push(FoundElement {
            start,
            len: member.len(),
            score,
        });
    }

    fn member(&self, element: &FoundElement) -> &[u8] {
        &self.bytes[element.start..element.start + element.len]
    }

    fn retain(&mut self, mut keep: impl FnMut(&[u8], &mut f64) -> bool) {
        let bytes = &self.bytes;
        self.elements.retain_mut(|element| {
            let member = &bytes[element.start..element.start + element.len];
            keep(member, &mut element.score)
        });
    }

    /// Puts the elements in order.
    fn sort(&mut self) {
        let bytes = &self.bytes;
        let member = |element: &FoundElement| &bytes[element.start..element.start + element.len];
        self.elements.sort_unstable_by(|a, b| {
            let scores = a.score.partial_cmp(&b.score);
            let scores = scores.unwrap_or(std::cmp::Ordering::Equal);
            scores.then_with(|| member(a).cmp(member(b)))
        });
    }

    fn iter(&self) -> impl Iterator<Item = Element<'_>> {
        self.elements.iter().map(|element| Element {
            member: Item::Bytes(self.member(element)),
            score: element.score,
        })
    }
}

/// Finds what was found before.
struct Index {
    places: HashTable<usize>,
    hasher: KeyHasher,
}

impl Index {
    fn new(hasher: KeyHasher) -> Self {
        Self {
            places: HashTable::new(),
            hasher,
        }
    }

    /// The element of this member; `None` if it had to be added.
    fn find_or_add<'f>(
        &mut self,
        found: &'f mut Found,
        member: &[u8],
        score: f64,
    ) -> Option<&'f mut FoundElement> {
        let hash = self.hasher.hash(member);
        let is_it = |&place: &usize| found.member(&found.elements[place]) == member;
        if let Some(&place) = self.places.find(hash, is_it) {
            return Some(&mut found.elements[place]);
        }
        let place = found.elements.len();
        found.push(member, score);
        let hasher = self.hasher;
        self.places.insert_unique(hash, place, |&other| {
            hasher.hash(found.member(&found.elements[other]))
        });
        None
    }
}
