//! Hashes: one compact run of names and values while small, buckets of fields when large or when
//! a field expires.
//!
//! The change from one to the other follows Valkey's rules, so that the names of encodings agree;
//! there is no way back. Fields whose time is over stay until somebody removes them: what that
//! means to a command is not known here.

mod blob;
pub(crate) mod large;
mod outside;
#[cfg(test)]
mod tests;

use crate::digest::{DIGEST_BYTES, Digest, combine};
use crate::limits::EncodingLimits;
use crate::listpack::{Item, Listpack, Pairs};
use bytes::Bytes;
use large::{Large, NEVER};
use stdx::hash::KeyHasher;
use stdx::rng::Rng;

/// A hash: names of fields with their values.
#[derive(Clone, Debug)]
pub struct Hash<'a> {
    repr: Repr<'a>,
}

#[derive(Clone, Debug)]
enum Repr<'a> {
    Packed(Listpack<'a>),
    Large(Box<Large>),
}

/// What changes of a hash go by.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// When it becomes large.
    pub limits: &'a EncodingLimits,
    /// What its fields are hashed with then.
    pub hasher: KeyHasher,
}

/// A name or a value as it is kept.
#[derive(Clone, Copy, Debug)]
pub enum FieldText<'a> {
    /// An integer in its shortest form.
    Int(i64),
    /// Any other string, or a short one.
    Bytes(&'a [u8]),
    /// A long string, which replies can borrow.
    Shared(&'a Bytes),
}

impl<'a> FieldText<'a> {
    /// The bytes; `buffer` holds those of an integer.
    #[inline]
    pub fn text<'b>(&self, buffer: &'b mut [u8; 20]) -> &'b [u8]
    where
        'a: 'b,
    {
        match *self {
            Self::Int(number) => stdx::num::format_i64(number, buffer),
            Self::Bytes(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }

    /// The bytes as an owned string.
    pub fn to_vec(&self) -> Vec<u8> {
        self.text(&mut [0; 20]).to_vec()
    }
}

impl<'a> From<Item<'a>> for FieldText<'a> {
    #[inline]
    fn from(item: Item<'a>) -> Self {
        match item {
            Item::Int(number) => Self::Int(number),
            Item::Bytes(bytes) => Self::Bytes(bytes),
        }
    }
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its name.
    pub name: FieldText<'a>,
    /// Its value.
    pub value: FieldText<'a>,
    /// When it expires, in unix ms.
    pub expire_at_ms: Option<i64>,
}

impl Field<'_> {
    /// Whether its time is not over: it lives through the very millisecond.
    #[inline]
    pub fn is_live(&self, now_ms: i64) -> bool {
        self.expire_at_ms.is_none_or(|at_ms| now_ms <= at_ms)
    }
}

/// What becomes of a field's expire time when a value is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// An existing one stays.
    Keep,
    /// The field does not expire.
    None,
    /// The field expires after this time, in unix ms.
    At(i64),
}

impl Default for Hash<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Hash<'a> {
    /// An empty hash; allocates nothing.
    pub const fn new() -> Self {
        Self {
            repr: Repr::Packed(Listpack::new()),
        }
    }

    /// The compact hash whose run is `run`.
    #[inline]
    pub(crate) fn of_run(run: Listpack<'a>) -> Self {
        Self {
            repr: Repr::Packed(run),
        }
    }

    /// Whether it is in somebody else's memory, as it was there.
    #[inline]
    pub(crate) fn is_lent(&self) -> bool {
        match &self.repr {
            Repr::Packed(run) => run.is_lent(),
            Repr::Large(_) => false,
        }
    }

    /// The same hash in memory of its own.
    pub fn into_owned(self) -> Hash<'static> {
        Hash {
            repr: match self.repr {
                Repr::Packed(run) => Repr::Packed(run.into_owned()),
                Repr::Large(large) => Repr::Large(large),
            },
        }
    }

    /// The hash whose names and values alternate in `run`, compact if there are not too many,
    /// however long they are; `None` if one is without a value or there twice.
    pub fn from_run(run: Listpack<'a>, rules: &Rules<'_>) -> Option<Self> {
        if !run.len().is_multiple_of(2) {
            return None;
        }
        if run.len() / 2 > rules.limits.hash_max_listpack_entries {
            let mut hash = Self::new();
            hash.make_large(rules.hasher);
            let (mut name, mut value) = ([0; 20], [0; 20]);
            let all_new = run.pairs().all(|pair| {
                let texts = (pair.0.text(&mut name), pair.1.text(&mut value));
                hash.set(texts.0, texts.1, Lifetime::None, rules)
            });
            return all_new.then_some(hash);
        }
        (!run.has_name_twice()).then_some(Self {
            repr: Repr::Packed(run),
        })
    }

    /// The run of names and values, if the hash is compact.
    pub fn as_run(&self) -> Option<&Listpack<'a>> {
        match &self.repr {
            Repr::Packed(run) => Some(run),
            Repr::Large(_) => None,
        }
    }

    /// Number of fields, those included whose time is over.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.len() / 2,
            Repr::Large(large) => large.len(),
        }
    }

    /// Whether there is no field.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// "listpack" or "hashtable".
    pub fn encoding(&self) -> &'static str {
        match &self.repr {
            Repr::Packed(_) => "listpack",
            Repr::Large(_) => "hashtable",
        }
    }

    /// Bytes of heap in use, in constant time.
    pub fn bytes(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.heap_bytes(),
            Repr::Large(large) => large.bytes(),
        }
    }

    /// Number of fields with an expire time, whether it is over or not.
    #[inline]
    pub fn expiring(&self) -> usize {
        match &self.repr {
            Repr::Packed(_) => 0,
            Repr::Large(large) => large.expiring(),
        }
    }

    /// A time before which no field has to be removed, in unix ms; at most the earliest expire
    /// time.
    #[inline]
    pub fn next_due_ms(&self) -> Option<i64> {
        match &self.repr {
            Repr::Packed(_) => None,
            Repr::Large(large) => Some(large.due_ms()).filter(|&due_ms| due_ms != NEVER),
        }
    }

    /// The due time under which the hash's owner has it on record.
    pub fn noted_ms(&self) -> Option<i64> {
        match &self.repr {
            Repr::Packed(_) => None,
            Repr::Large(large) => Some(large.noted_ms).filter(|&noted_ms| noted_ms != NEVER),
        }
    }

    /// Changes [`Self::noted_ms`], which copies do not inherit. A compact hash is never on record.
    pub fn set_noted(&mut self, noted_ms: Option<i64>) {
        if let Repr::Large(large) = &mut self.repr {
            large.noted_ms = noted_ms.unwrap_or(NEVER);
        }
    }

    /// An independent copy.
    pub fn duplicate(&self) -> Hash<'static> {
        let mut copy = self.clone().into_owned();
        copy.set_noted(None);
        copy
    }

    /// The field of this name, its time over or not.
    #[inline]
    pub fn get(&self, name: &[u8]) -> Option<Field<'_>> {
        match &self.repr {
            Repr::Packed(run) => {
                let place = run.find_pair(name)?;
                let pair = (run.pair_name(place), run.pair_value(place));
                Some(packed_field(pair))
            }
            Repr::Large(large) => large.get(name),
        }
    }

    /// The field of this name if its time is not over.
    #[inline]
    pub fn get_live(&self, name: &[u8], now_ms: i64) -> Option<Field<'_>> {
        self.get(name).filter(|field| field.is_live(now_ms))
    }

    /// Stores a field; true if it is new.
    pub fn set(
        &mut self,
        name: &[u8],
        value: &[u8],
        lifetime: Lifetime,
        rules: &Rules<'_>,
    ) -> bool {
        let limits = rules.limits;
        let long = name.len().max(value.len()) > limits.hash_max_listpack_value;
        if long || matches!(lifetime, Lifetime::At(_)) {
            self.make_large(rules.hasher);
        }
        let run = match &mut self.repr {
            Repr::Large(large) => return large.set(name, value, lifetime),
            Repr::Packed(run) => run,
        };
        let known = run.find_pair(name);
        if let Some(place) = known {
            run.set_pair_value(place, value);
        } else {
            run.push_back(name);
            run.push_back(value);
        }
        let count = run.len() / 2;
        self.expect(count, rules);
        known.is_none()
    }

    /// Removes a field; false if there is none.
    pub fn remove(&mut self, name: &[u8]) -> bool {
        match &mut self.repr {
            Repr::Packed(run) => {
                let place = run.find_pair(name);
                place.map(|place| run.remove_pair(place)).is_some()
            }
            Repr::Large(large) => large.remove(name),
        }
    }

    /// Changes when a field expires; false if there is none.
    pub fn set_expire(
        &mut self,
        name: &[u8],
        expire_at_ms: Option<i64>,
        rules: &Rules<'_>,
    ) -> bool {
        if expire_at_ms.is_some() {
            self.make_large(rules.hasher);
        }
        match &mut self.repr {
            Repr::Packed(run) => run.find_pair(name).is_some(),
            Repr::Large(large) => large.set_expire(name, expire_at_ms),
        }
    }

    /// All fields, their times over or not.
    pub fn iter(&self) -> Iter<'_> {
        Iter(match &self.repr {
            Repr::Packed(run) => IterRepr::Packed(run.pairs()),
            Repr::Large(large) => IterRepr::Large(large.iter()),
        })
    }

    /// Shows about `count` fields from `cursor` on (0: from the start) and returns the cursor of
    /// the next call, 0 at the end. A field that is there from the beginning to the end of a walk
    /// is shown; a compact hash is shown whole.
    pub fn scan<'s>(&'s self, cursor: u64, count: usize, visit: &mut dyn FnMut(Field<'s>)) -> u64 {
        match &self.repr {
            Repr::Packed(_) => {
                self.iter().for_each(visit);
                0
            }
            Repr::Large(large) => large.scan(cursor, count, visit),
        }
    }

    /// A field chosen at random, evenly, its time over or not.
    pub fn random(&self, rng: &mut Rng) -> Option<Field<'_>> {
        match &self.repr {
            Repr::Packed(run) => {
                let pairs = run.len() as u64 / 2;
                let index = 2 * rng.below(pairs) as usize;
                Some(packed_field((run.get(index)?, run.get(index + 1)?)))
            }
            Repr::Large(large) => large.random(rng),
        }
    }

    /// Removes fields whose time is over at `now_ms`, about `budget` at most, each shown to
    /// `on_field` before; returns how many they were.
    pub fn expire_some(
        &mut self,
        now_ms: i64,
        budget: usize,
        on_field: &mut dyn FnMut(&[u8]),
    ) -> usize {
        match &mut self.repr {
            Repr::Packed(_) => 0,
            Repr::Large(large) => large.expire_some(now_ms, budget, on_field),
        }
    }

    /// Mixes all fields into `digest`, in no order.
    pub fn digest(&self, digest: &mut Digest) {
        let mut total = [0; DIGEST_BYTES];
        let mut buffer = [0; 20];
        for field in self.iter() {
            let mut one = Digest::new();
            one.string(field.name.text(&mut buffer));
            one.string(field.value.text(&mut buffer));
            field
                .expire_at_ms
                .into_iter()
                .for_each(|at_ms| one.word(at_ms as u64));
            combine(&mut total, &one.finish());
        }
        digest.string(&total);
    }

    /// Frees about `steps` pieces; true when nothing worth a further step is left.
    pub fn free_some(&mut self, steps: usize) -> bool {
        match &mut self.repr {
            Repr::Packed(_) => true,
            Repr::Large(large) => large.free_some(steps),
        }
    }

    /// Becomes large if so many fields make it.
    pub fn expect(&mut self, count: usize, rules: &Rules<'_>) {
        if count > rules.limits.hash_max_listpack_entries {
            self.make_large(rules.hasher);
        }
    }

    /// Changes to the large encoding, for good.
    pub fn make_large(&mut self, hasher: KeyHasher) {
        let Repr::Packed(run) = &self.repr else {
            return;
        };
        let mut large = Large::new(hasher);
        let (mut name, mut value) = ([0; 20], [0; 20]);
        for pair in run.pairs() {
            large.set(
                pair.0.text(&mut name),
                pair.1.text(&mut value),
                Lifetime::None,
            );
        }
        self.repr = Repr::Large(Box::new(large));
    }
}

#[inline]
fn packed_field<'a>((name, value): (Item<'a>, Item<'a>)) -> Field<'a> {
    Field {
        name: name.into(),
        value: value.into(),
        expire_at_ms: None,
    }
}

/// Fields in no order that means anything.
#[derive(Clone, Debug)]
pub struct Iter<'a>(IterRepr<'a>);

#[derive(Clone, Debug)]
enum IterRepr<'a> {
    Packed(Pairs<'a>),
    Large(large::Iter<'a>),
}

impl<'a> Iterator for Iter<'a> {
    type Item = Field<'a>;

    #[inline]
    fn next(&mut self) -> Option<Field<'a>> {
        match &mut self.0 {
            IterRepr::Packed(pairs) => pairs.next().map(packed_field),
            IterRepr::Large(fields) => fields.next(),
        }
    }
}
