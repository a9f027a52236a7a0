//! SORT and SORT_RO: the elements of a list, a set or a sorted set in order, by themselves or by
//! what other keys hold.
//!
//! Patterns name keys that no argument names. Whoever gives slots to these bodies asks
//! [`sort_reaches_everywhere`] first.

use std::cmp::Ordering;
use std::ops::Range;

use keyspace::{Expire, NewValue, Value};
use resp::{Args, ReplyError};
use stdx::num::{I64_TEXT_BYTES_MAX, parse_f64};
use stdx::slot::slot_of;
use values::{List, Object, SortedSet};

use crate::context::CommandContext;
use crate::events::EventClass;
use crate::parse::integer;
use crate::text::Text;

/// Elements told in one command.
const TOLD_TOGETHER: usize = 64;

const NOT_NUMBERS: ReplyError =
    ReplyError::fixed("ERR One or more scores can't be converted into double");

/// SORT key [BY pattern] [LIMIT offset count] [GET pattern [GET pattern ...]] [ASC | DESC] [ALPHA]
/// [STORE destination]
pub fn sort(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    run(ctx, args, true)
}

/// SORT_RO: SORT without STORE.
pub fn sort_ro(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    run(ctx, args, false)
}

/// Whether a request reads keys that its elements name, which may be in any slot.
#[must_use]
pub fn sort_reaches_everywhere(args: Args<'_>) -> bool {
    let mut words = args.tail(2).iter();
    while let Some(word) = words.next() {
        let names = word.eq_ignore_ascii_case(b"by") || word.eq_ignore_ascii_case(b"get");
        if names && words.next().is_some_and(|pattern| pattern.contains(&b'*')) {
            return true;
        }
    }
    false
}

/// What a request asks for.
struct Sort<'a> {
    by: Option<&'a [u8]>,
    /// The elements stay in the order in which the value has them.
    keeps_order: bool,
    gets: Vec<&'a [u8]>,
    offset: i64,
    /// All of them if negative.
    count: i64,
    descending: bool,
    alpha: bool,
    store: Option<&'a [u8]>,
}

impl<'a> Sort<'a> {
    fn parse(args: Args<'a>, may_store: bool, cluster: bool) -> Result<Self, ReplyError> {
        let mut sort = Self {
            by: None,
            keeps_order: false,
            gets: Vec::new(),
            offset: 0,
            count: -1,
            descending: false,
            alpha: false,
            store: None,
        };
        let slot = slot_of(args.get(1));
        let may_name = |pattern: &[u8]| !cluster || slot_of_pattern(pattern) == Some(slot);
        let mut words = args.tail(2).iter();
        while let Some(word) = words.next() {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            let mut value = || words.next().ok_or(ReplyError::SYNTAX);
            if is("asc") {
                sort.descending = false;
            } else if is("desc") {
                sort.descending = true;
            } else if is("alpha") {
                sort.alpha = true;
            } else if is("limit") {
                let (offset, count) = (value()?, value()?);
                (sort.offset, sort.count) = (integer(offset)?, integer(count)?);
            } else if is("store") && may_store {
                sort.store = Some(value()?);
            } else if is("by") {
                sort.order_by(value()?, may_name)?;
            } else if is("get") {
                let pattern = value()?;
                if pattern != b"#" && !may_name(pattern) {
                    return Err(ReplyError::fixed(
                        "ERR GET option of SORT denied in Cluster mode when keys formed by the \
                         pattern may be in different slots.",
                    ));
                }
                sort.gets.push(pattern);
            } else {
                return Err(ReplyError::SYNTAX);
            }
        }
        Ok(sort)
    }

    fn order_by(
        &mut self,
        pattern: &'a [u8],
        may_name: impl Fn(&[u8]) -> bool,
    ) -> Result<(), ReplyError> {
        self.by = Some(pattern);
        if !pattern.contains(&b'*') {
            self.keeps_order = true;
        } else if !may_name(pattern) {
            return Err(ReplyError::fixed(
                "ERR BY option of SORT denied in Cluster mode when keys formed by the pattern may \
                 be in different slots.",
            ));
        }
        Ok(())
    }

    /// Which of `len` elements are asked for.
    fn range(&self, len: usize) -> Range<usize> {
        let start = usize::try_from(self.offset.max(0)).unwrap_or(usize::MAX);
        let start = start.min(len);
        let end = match usize::try_from(self.count) {
            Ok(count) => start.saturating_add(count).min(len),
            Err(_) => len,
        };
        start..end
    }
}

/// The slot of all keys that a pattern may name, if it is one.
fn slot_of_pattern(pattern: &[u8]) -> Option<u16> {
    let open = pattern.iter().position(|byte| *byte == b'{')?;
    let tag = &pattern[open + 1..];
    let tag = &tag[..tag.iter().position(|byte| *byte == b'}')?];
    let fixed = !pattern[..open].contains(&b'*') && !tag.contains(&b'*');
    (fixed && !tag.is_empty()).then(|| slot_of(pattern))
}

fn run(ctx: &mut CommandContext<'_>, args: Args<'_>, may_store: bool) -> Result<(), ReplyError> {
    let mut sort = Sort::parse(args, may_store, ctx.settings.cluster)?;
    let elements = elements_of(ctx, args.get(1), &mut sort)?;
    let elements = if sort.keeps_order {
        elements
    } else {
        in_order(ctx, elements, &sort)?
    };
    let mut found: Vec<Option<Vec<u8>>> = Vec::with_capacity(elements.len());
    for element in elements {
        for pattern in &sort.gets {
            found.push(look(ctx, pattern, &element)?);
        }
        if sort.gets.is_empty() {
            found.push(Some(element));
        }
    }
    if let Some(key) = sort.store {
        return store(ctx, key, &found);
    }
    ctx.reply.array(found.len());
    for value in &found {
        match value {
            Some(value) => ctx.reply.bulk(value),
            None => ctx.reply.null(),
        }
    }
    Ok(())
}

/// The elements of a value: those asked for, if they keep their order, else all of them.
fn elements_of(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    sort: &mut Sort<'_>,
) -> Result<Vec<Vec<u8>>, ReplyError> {
    let mut place = ctx.read(key)?;
    // As on Valkey a sorted set is large from then on, whatever comes of it; its encoding tells.
    place.edit_sorted_set(|set, rules| (false, set.expect(usize::MAX, 0, rules)));
    match place.value() {
        None => Ok(Vec::new()),
        Some(Value::Object(object)) => elements_of_object(object, sort),
        Some(Value::Packed(packed)) => elements_of_object(&packed.object(), sort),
        Some(_) => Err(ReplyError::WRONGTYPE),
    }
}

fn elements_of_object(
    object: &Object<'_>,
    sort: &mut Sort<'_>,
) -> Result<Vec<Vec<u8>>, ReplyError> {
    let elements: Vec<Vec<u8>> = match object {
        Object::List(list) => list.iter().map(|item| item.to_vec()).collect(),
        Object::Set(set) => {
            if sort.keeps_order && sort.store.is_some() {
                // A set has no order to keep, and what is stored must be the same everywhere.
                (sort.keeps_order, sort.alpha, sort.by) = (false, true, None);
            }
            set.iter().map(|item| item.to_vec()).collect()
        }
        Object::SortedSet(set) => return Ok(elements_of_sorted(set, sort)),
        _ => return Err(ReplyError::WRONGTYPE),
    };
    if !sort.keeps_order {
        return Ok(elements);
    }
    let range = sort.range(elements.len());
    let asked = range.len();
    Ok(if sort.descending {
        elements
            .into_iter()
            .rev()
            .skip(range.start)
            .take(asked)
            .collect()
    } else {
        elements.into_iter().skip(range.start).take(asked).collect()
    })
}

fn elements_of_sorted(set: &SortedSet, sort: &Sort<'_>) -> Vec<Vec<u8>> {
    let range = if sort.keeps_order {
        sort.range(set.len())
    } else {
        0..set.len()
    };
    if range.is_empty() {
        return Vec::new();
    }
    let elements = if sort.keeps_order && sort.descending {
        set.iter_back_from(set.len() - 1 - range.start)
    } else {
        set.iter_from(range.start)
    };
    elements
        .take(range.len())
        .map(|element| element.member.to_vec())
        .collect()
}

/// What an element is ordered by.
enum Rank {
    Number(f64),
    /// What the pattern has led to.
    Text(Option<Vec<u8>>),
    /// The element itself.
    Itself,
}

fn in_order(
    ctx: &mut CommandContext<'_>,
    elements: Vec<Vec<u8>>,
    sort: &Sort<'_>,
) -> Result<Vec<Vec<u8>>, ReplyError> {
    let mut ranked = Vec::with_capacity(elements.len());
    let mut wrong = false;
    for element in elements {
        let rank = match sort.by {
            None if sort.alpha => Rank::Itself,
            None => Rank::Number(number(&element, &mut wrong)),
            Some(pattern) => {
                let value = look(ctx, pattern, &element)?;
                if sort.alpha {
                    Rank::Text(value)
                } else {
                    Rank::Number(value.map_or(0.0, |value| number(&value, &mut wrong)))
                }
            }
        };
        ranked.push((rank, element));
    }
    if wrong {
        return Err(NOT_NUMBERS);
    }
    ranked.sort_by(|a, b| {
        let order = match (&a.0, &b.0) {
            (Rank::Number(ours), Rank::Number(theirs)) => ours
                .partial_cmp(theirs)
                .unwrap_or(Ordering::Equal)
                .then_with(|| a.1.cmp(&b.1)),
            (Rank::Text(ours), Rank::Text(theirs)) => ours.cmp(theirs),
            _ => a.1.cmp(&b.1),
        };
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    });
    let range = sort.range(ranked.len());
    let asked = ranked.into_iter().skip(range.start).take(range.len());
    Ok(asked.map(|(_, element)| element).collect())
}

/// The number that a text spells, up to its first zero byte as in Valkey.
fn number(text: &[u8], wrong: &mut bool) -> f64 {
    let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
    parse_f64(text).unwrap_or_else(|| {
        *wrong = true;
        0.0
    })
}

/// What a pattern leads to for an element: a string, or a field of a hash.
fn look(
    ctx: &mut CommandContext<'_>,
    pattern: &[u8],
    element: &[u8],
) -> Result<Option<Vec<u8>>, ReplyError> {
    if pattern == b"#" {
        return Ok(Some(element.to_vec()));
    }
    let Some(star) = pattern.iter().position(|byte| *byte == b'*') else {
        return Ok(None);
    };
    let rest = &pattern[star + 1..];
    let arrow = rest.windows(2).position(|pair| pair == b"->");
    let (behind, field) = match arrow.filter(|arrow| arrow + 2 < rest.len()) {
        Some(arrow) => (&rest[..arrow], Some(&rest[arrow + 2..])),
        None => (rest, None),
    };
    let key = [&pattern[..star], element, behind].concat();
    let now_ms = ctx.now_ms;
    let place = ctx.read(&key)?;
    let mut digits = [0; I64_TEXT_BYTES_MAX];
    Ok(match field {
        // Another type than the pattern asks for counts as nothing.
        None => place
            .text()
            .ok()
            .flatten()
            .map(|text| text.bytes(&mut digits).to_vec()),
        Some(name) => {
            let hash = place.hash().ok().flatten();
            let field = hash.as_deref().and_then(|hash| hash.get_live(name, now_ms));
            field.map(|field| Text::from(field.value).bytes(&mut digits).to_vec())
        }
    })
}

/// Stores the outcome as a list, nothing being the empty string there, and replies with its length.
fn store(
    ctx: &mut CommandContext<'_>,
    key: &[u8],
    found: &[Option<Vec<u8>>],
) -> Result<(), ReplyError> {
    if ctx.effects.wanted() {
        tell(ctx, key, found);
    }
    let mut place = ctx.write(key)?;
    if found.is_empty() {
        if place.remove() {
            place.event(EventClass::GENERIC, "del");
        }
    } else {
        let mut list = List::new();
        for value in found {
            list.push_back(
                value.as_deref().unwrap_or_default(),
                &place.settings.encoding,
            );
        }
        // As on Valkey nobody is told of a value in place of another.
        let is_new = !place.exists();
        place.set(NewValue::Object(Object::List(list)), Expire::None);
        place.event(EventClass::LIST, "sortstore");
        if is_new {
            place.ready();
        }
    }
    place.reply.int(found.len() as i64);
    Ok(())
}

/// Tells onwards what it came to: who follows one slot does not know the others that were read.
fn tell(ctx: &mut CommandContext<'_>, key: &[u8], found: &[Option<Vec<u8>>]) {
    if ctx.peek(key).is_ok_and(|place| place.exists()) {
        ctx.effects.command(ctx.db, &[b"DEL", key]);
    }
    for values in found.chunks(TOLD_TOGETHER) {
        let mut words = vec![b"RPUSH".as_slice(), key];
        words.extend(
            values
                .iter()
                .map(|value| value.as_deref().unwrap_or_default()),
        );
        ctx.effects.command(ctx.db, &words);
    }
}
