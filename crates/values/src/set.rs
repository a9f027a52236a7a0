//! Sets: a sorted run of integers or a compact run of members while small, buckets of members when
//! large.
//!
//! The changes between them follow Valkey's rules, so that the names of encodings agree; there is
//! no way back but [`Set::make_intset`]. It knows no commands.

mod intset;
#[cfg(test)]
mod tests;

use crate::digest::{DIGEST_BYTES, Digest, combine};
use crate::hash::large::{self, Large};
use crate::hash::{Field, FieldText, Rules};
use crate::limits::EncodingLimits;
use crate::listpack::{Forward, Item, Listpack};
use intset::Intset;
use stdx::hash::KeyHasher;
use stdx::num::{I64_TEXT_BYTES_MAX, parse_i64};
use stdx::rng::Rng;

/// Integers of an integer set at most, whatever the settings say.
const INTSET_LEN_MAX: usize = 1 << 30;
/// Bytes of a compact set at most, whatever the settings say.
const PACKED_BYTES_MAX: usize = 1 << 30;

/// A set of strings.
#[derive(Clone, Debug)]
pub struct Set<'a> {
    repr: Repr<'a>,
}

#[derive(Clone, Debug)]
enum Repr<'a> {
    Ints(Intset<'a>),
    Packed(Listpack<'a>),
    Large(Box<Large>),
}

impl Default for Set<'_> {
    fn default() -> Self {
        Self::new()
    }
}

/// Making sets.
impl<'a> Set<'a> {
    /// An empty set of integers, as whatever is added first wants it; allocates nothing.
    pub const fn new() -> Self {
        Self {
            repr: Repr::Ints(Intset::new()),
        }
    }

    /// An empty compact set; allocates nothing.
    pub const fn new_packed() -> Self {
        Self {
            repr: Repr::Packed(Listpack::new()),
        }
    }

    /// The integer set of the bytes that [`Self::as_intset_bytes`] gave.
    #[inline]
    pub(crate) fn of_ints(bytes: &'a [u8]) -> Self {
        Self {
            repr: Repr::Ints(Intset::lent(bytes)),
        }
    }

    /// Whether it is in somebody else's memory, as it was there.
    #[inline]
    pub(crate) fn is_lent(&self) -> bool {
        match &self.repr {
            Repr::Ints(ints) => ints.is_lent(),
            Repr::Packed(run) => run.is_lent(),
            Repr::Large(_) => false,
        }
    }

    /// The same set in memory of its own.
    pub fn into_owned(self) -> Set<'static> {
        Set {
            repr: match self.repr {
                Repr::Ints(ints) => Repr::Ints(ints.into_owned()),
                Repr::Packed(run) => Repr::Packed(run.into_owned()),
                Repr::Large(large) => Repr::Large(large),
            },
        }
    }

    /// An empty set for about `count` members, of which `first` is one.
    pub fn for_members(first: &[u8], count: usize, rules: &Rules<'_>) -> Self {
        let limits = rules.limits;
        if count <= limits.set_max_intset_entries && parse_i64(first).is_some() {
            return Self::new();
        }
        let mut set = Self::new_packed();
        if count > limits.set_max_listpack_entries {
            set.make_large(rules.hasher);
        }
        set
    }

    /// A set of the members of a compact run, which must all be different.
    pub fn from_packed(members: Listpack<'a>) -> Self {
        Self {
            repr: Repr::Packed(members),
        }
    }

    /// A set of integers from the bytes of Valkey's format (width, number, integers in rising
    /// order); none if they are not exactly that.
    pub fn from_intset_bytes(bytes: &[u8]) -> Option<Self> {
        let ints = Intset::from_bytes(bytes)?;
        Some(Self {
            repr: Repr::Ints(ints),
        })
    }

    /// Makes room for `count` members more: the set becomes large if that alone is too many.
    pub fn expect(&mut self, count: usize, rules: &Rules<'_>) {
        let limits = rules.limits;
        let max = match &self.repr {
            Repr::Ints(_) => limits.set_max_intset_entries,
            Repr::Packed(_) => limits.set_max_listpack_entries,
            Repr::Large(_) => return,
        };
        if count > max {
            self.make_large(rules.hasher);
        }
    }

    /// Makes a set of integers an integer set, unless it has too many. Every member must be an
    /// integer in its shortest form.
    pub fn make_intset(&mut self, limits: &EncodingLimits) {
        if matches!(self.repr, Repr::Ints(_)) || self.len() > intset_len_max(limits) {
            return;
        }
        let mut ints = Intset::new();
        let mut buffer = [0; I64_TEXT_BYTES_MAX];
        for member in self.iter() {
            match parse_i64(member.text(&mut buffer)) {
                Some(number) => ints.add(number),
                None => return,
            };
        }
        self.repr = Repr::Ints(ints);
    }
}

/// Looking.
impl<'a> Set<'a> {
    /// Number of members.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.repr {
            Repr::Ints(ints) => ints.len(),
            Repr::Packed(run) => run.len(),
            Repr::Large(large) => large.len(),
        }
    }

    /// Whether there is no member.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// "intset", "listpack" or "hashtable".
    pub fn encoding(&self) -> &'static str {
        match &self.repr {
            Repr::Ints(_) => "intset",
            Repr::Packed(_) => "listpack",
            Repr::Large(_) => "hashtable",
        }
    }

    /// The bytes of an integer set, in Valkey's format.
    pub fn as_intset_bytes(&self) -> Option<&[u8]> {
        match &self.repr {
            Repr::Ints(ints) => Some(ints.as_bytes()),
            Repr::Packed(_) | Repr::Large(_) => None,
        }
    }

    /// The run of members of a compact set.
    pub fn as_packed(&self) -> Option<&Listpack<'a>> {
        match &self.repr {
            Repr::Packed(run) => Some(run),
            Repr::Ints(_) | Repr::Large(_) => None,
        }
    }

    /// Bytes of heap in use, in constant time.
    pub fn bytes(&self) -> usize {
        match &self.repr {
            Repr::Ints(ints) => ints.heap_bytes(),
            Repr::Packed(run) => run.heap_bytes(),
            Repr::Large(large) => large.bytes(),
        }
    }

    /// Whether `member` is in the set.
    #[inline]
    pub fn contains(&self, member: &[u8]) -> bool {
        match &self.repr {
            Repr::Ints(ints) => parse_i64(member).is_some_and(|number| ints.contains(number)),
            Repr::Packed(run) => run.contains(member),
            Repr::Large(large) => large.contains(member),
        }
    }

    /// As [`Self::contains`], for a member of another set.
    #[inline]
    pub fn contains_item(&self, member: Item<'_>) -> bool {
        match (&self.repr, member) {
            (Repr::Ints(ints), Item::Int(number)) => ints.contains(number),
            _ => self.contains(member.text(&mut [0; I64_TEXT_BYTES_MAX])),
        }
    }

    /// All members, in no order that means anything. Those of large sets are never
    /// [`Item::Int`].
    pub fn iter(&self) -> Iter<'_> {
        Iter(match &self.repr {
            Repr::Ints(ints) => IterRepr::Ints(ints, 0),
            Repr::Packed(run) => IterRepr::Packed(run.iter_from(0)),
            Repr::Large(large) => IterRepr::Large(large.iter()),
        })
    }

    /// Shows about `count` members from `cursor` on (0: from the start) and returns the cursor of
    /// the next call, 0 at the end. A member that is there from the beginning to the end of a walk
    /// is shown; a set that is not large is shown whole.
    pub fn scan<'s>(&'s self, cursor: u64, count: usize, visit: &mut dyn FnMut(Item<'s>)) -> u64 {
        match &self.repr {
            Repr::Ints(_) | Repr::Packed(_) => {
                self.iter().for_each(visit);
                0
            }
            Repr::Large(large) => large.scan(cursor, count, &mut |field| visit(name_of(&field))),
        }
    }

    /// A member chosen at random, evenly.
    pub fn random(&self, rng: &mut Rng) -> Option<Item<'_>> {
        match &self.repr {
            Repr::Ints(ints) if ints.len() > 0 => {
                let index = rng.below(ints.len() as u64) as usize;
                ints.get(index).map(Item::Int)
            }
            Repr::Packed(run) if !run.is_empty() => run.get(rng.below(run.len() as u64) as usize),
            Repr::Ints(_) | Repr::Packed(_) => None,
            Repr::Large(large) => large.random(rng).map(|field| name_of(&field)),
        }
    }

    /// Mixes all members into `digest`, in no order.
    pub fn digest(&self, digest: &mut Digest) {
        let mut total = [0; DIGEST_BYTES];
        let mut buffer = [0; I64_TEXT_BYTES_MAX];
        for member in self.iter() {
            let mut one = Digest::new();
            one.string(member.text(&mut buffer));
            combine(&mut total, &one.finish());
        }
        digest.string(&total);
    }
}

/// Changing.
impl Set<'_> {
    /// Adds a member; false if it is there already.
    pub fn add(&mut self, member: &[u8], rules: &Rules<'_>) -> bool {
        match &mut self.repr {
            Repr::Large(large) => large.add(member),
            Repr::Packed(run) => {
                if run.contains(member) {
                    return false;
                }
                if !packs(run.len(), run.frame_bytes(), member, rules.limits) {
                    return self.make_large(rules.hasher).add(member);
                }
                run.push_back(member);
                true
            }
            Repr::Ints(ints) => match parse_i64(member) {
                Some(number) => {
                    if ints.is_full() && !ints.contains(number) {
                        return self.make_large(rules.hasher).add(member);
                    }
                    let added = ints.add(number);
                    if ints.len() > intset_len_max(rules.limits) {
                        self.make_large(rules.hasher);
                    }
                    added
                }
                None => self.add_text_to_ints(member, rules),
            },
        }
    }

    /// As [`Self::add`], for a member of another set.
    pub fn add_item(&mut self, member: Item<'_>, rules: &Rules<'_>) -> bool {
        self.add(member.text(&mut [0; I64_TEXT_BYTES_MAX]), rules)
    }

    /// Removes a member; false if there is none.
    pub fn remove(&mut self, member: &[u8]) -> bool {
        match &mut self.repr {
            Repr::Ints(ints) => parse_i64(member).is_some_and(|number| ints.remove(number)),
            Repr::Packed(run) => run.remove_member(member),
            Repr::Large(large) => large.remove(member),
        }
    }

    /// As [`Self::remove`], for a member of another set.
    pub fn remove_item(&mut self, member: Item<'_>) -> bool {
        self.remove(member.text(&mut [0; I64_TEXT_BYTES_MAX]))
    }

    /// Frees about `steps` pieces; true when nothing worth a further step is left.
    pub fn free_some(&mut self, steps: usize) -> bool {
        match &mut self.repr {
            Repr::Ints(_) | Repr::Packed(_) => true,
            Repr::Large(large) => large.free_some(steps),
        }
    }

    /// Adds what is no integer to an integer set.
    fn add_text_to_ints(&mut self, member: &[u8], rules: &Rules<'_>) -> bool {
        let Repr::Ints(ints) = &self.repr else {
            return false;
        };
        let len = ints.len();
        let ends = [ints.get(0), ints.get(len.wrapping_sub(1))];
        let longest = ends
            .iter()
            .flatten()
            .map(|&number| Item::Int(number).text(&mut [0; I64_TEXT_BYTES_MAX]).len());
        let longest = longest.max().unwrap_or(0);
        let fits = longest <= rules.limits.set_max_listpack_value
            && packs(len, len * I64_TEXT_BYTES_MAX, member, rules.limits);
        if !fits {
            return self.make_large(rules.hasher).add(member);
        }
        let mut run = Listpack::new();
        let mut buffer = [0; I64_TEXT_BYTES_MAX];
        for number in ints.iter() {
            run.push_back(Item::Int(number).text(&mut buffer));
        }
        run.push_back(member);
        self.repr = Repr::Packed(run);
        true
    }

    fn make_large(&mut self, hasher: KeyHasher) -> &mut Large {
        if !matches!(self.repr, Repr::Large(_)) {
            let mut large = Large::new(hasher);
            let mut buffer = [0; I64_TEXT_BYTES_MAX];
            for member in self.iter() {
                large.add(member.text(&mut buffer));
            }
            self.repr = Repr::Large(Box::new(large));
        }
        match &mut self.repr {
            Repr::Large(large) => large,
            Repr::Ints(_) | Repr::Packed(_) => unreachable!("it has just become large"),
        }
    }
}

/// Whether a compact set of `len` members takes one more.
fn packs(len: usize, bytes: usize, member: &[u8], limits: &EncodingLimits) -> bool {
    len < limits.set_max_listpack_entries
        && member.len() <= limits.set_max_listpack_value
        && bytes.saturating_add(member.len()) <= PACKED_BYTES_MAX
}

fn intset_len_max(limits: &EncodingLimits) -> usize {
    limits.set_max_intset_entries.min(INTSET_LEN_MAX)
}

#[inline]
fn name_of<'a>(field: &Field<'a>) -> Item<'a> {
    match field.name {
        FieldText::Int(number) => Item::Int(number),
        FieldText::Bytes(bytes) => Item::Bytes(bytes),
        FieldText::Shared(bytes) => Item::Bytes(bytes),
    }
}

/// Members in no order that means anything.
#[derive(Clone, Debug)]
pub struct Iter<'a>(IterRepr<'a>);

#[derive(Clone, Debug)]
enum IterRepr<'a> {
    Ints(&'a Intset<'a>, usize),
    Packed(Forward<'a>),
    Large(large::Iter<'a>),
}

impl<'a> Iterator for Iter<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        match &mut self.0 {
            IterRepr::Ints(ints, next) => {
                let number = ints.get(*next)?;
                *next += 1;
                Some(Item::Int(number))
            }
            IterRepr::Packed(run) => run.next(),
            IterRepr::Large(fields) => fields.next().map(|field| name_of(&field)),
        }
    }
}
