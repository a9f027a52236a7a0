//! Sorted sets: one compact run of members and scores while small; when large, a tree in the order
//! of scores beside a table of members.
//!
//! The change from one to the other follows Valkey's rules, so that the names of encodings agree.
//! Elements of equal scores are in the order of their members' bytes. A score is never NaN: who
//! stores one sees to that.

mod large;
mod members;
mod packed;
mod paged;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use crate::digest::{DIGEST_BYTES, Digest, combine};
use crate::hash::Rules;
use crate::limits::EncodingLimits;
use crate::listpack::{Item, Listpack};
use large::Large;
use packed::score_of;
use stdx::rng::Rng;

/// A sorted set: members with their scores.
#[derive(Clone, Debug)]
pub struct SortedSet<'a> {
    repr: Repr<'a>,
}

#[derive(Clone, Debug)]
enum Repr<'a> {
    Packed(Listpack<'a>),
    Large(Box<Large>),
}

/// A member and its score.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    /// The member; integers of a compact set are kept as such.
    pub member: Item<'a>,
    /// Its score.
    pub score: f64,
}

/// Neighbours in a sorted set: the first one's rank, and how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// Rank of the first.
    pub from: usize,
    /// Their number.
    pub count: usize,
}

/// Where a range of scores begins or ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreBound {
    /// The score; not NaN.
    pub score: f64,
    /// Elements with this very score are outside.
    pub excluded: bool,
}

/// Where a range of members begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexBound<'a> {
    /// Before every member.
    Lowest,
    /// Behind every member.
    Highest,
    /// This member is inside.
    Included(&'a [u8]),
    /// This member is outside.
    Excluded(&'a [u8]),
}

impl LexBound<'_> {
    /// Whether a range that begins here holds `member`.
    pub fn admits_above(&self, member: &[u8]) -> bool {
        match *self {
            Self::Lowest => true,
            Self::Highest => false,
            Self::Included(bound) => member >= bound,
            Self::Excluded(bound) => member > bound,
        }
    }

    /// Whether a range that ends here holds `member`.
    pub fn admits_below(&self, member: &[u8]) -> bool {
        match *self {
            Self::Lowest => false,
            Self::Highest => true,
            Self::Included(bound) => member <= bound,
            Self::Excluded(bound) => member < bound,
        }
    }
}

impl Default for SortedSet<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> SortedSet<'a> {
    /// An empty set; allocates nothing.
    pub const fn new() -> Self {
        Self {
            repr: Repr::Packed(Listpack::new()),
        }
    }

    /// The compact set whose run is `run`.
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

    /// The same set in memory of its own.
    pub fn into_owned(self) -> SortedSet<'static> {
        SortedSet {
            repr: match self.repr {
                Repr::Packed(run) => Repr::Packed(run.into_owned()),
                Repr::Large(large) => Repr::Large(large),
            },
        }
    }

    /// An empty set for about `count` members of up to `bytes_max` bytes each.
    pub fn for_members(count: usize, bytes_max: usize, rules: &Rules<'_>) -> Self {
        let mut set = Self::new();
        set.expect(count, bytes_max, rules);
        set
    }

    /// A set of these pairs, the last score of each member; large only if it has to be. For
    /// what is read from a file, or was computed. Pairs in order make the densest set.
    pub fn from_pairs<'p>(
        pairs: impl IntoIterator<Item = (&'p [u8], f64)>,
        rules: &Rules<'_>,
    ) -> Self {
        let mut set = Self::new();
        for (member, score) in pairs {
            set.set(member, score, rules);
        }
        set
    }

    /// A set whose compact form is `run`, members and scores in turn. `None` if there is not a
    /// number behind each member, if they are not in order, or if a member is there twice.
    pub fn from_listpack(run: Listpack<'a>, rules: &Rules<'_>) -> Option<Self> {
        if !packed::is_valid(&run) {
            return None;
        }
        let count = run.len() / 2;
        let mut set = Self {
            repr: Repr::Packed(run),
        };
        set.expect(count, 0, rules);
        Some(set)
    }

    /// The compact form, members and scores in turn; `None` if the set is large.
    pub fn as_listpack(&self) -> Option<&Listpack<'a>> {
        match &self.repr {
            Repr::Packed(run) => Some(run),
            Repr::Large(_) => None,
        }
    }

    /// Becomes large if so many members, the longest of so many bytes, make it.
    pub fn expect(&mut self, count: usize, bytes_max: usize, rules: &Rules<'_>) {
        if exceeds(count, bytes_max, rules.limits) {
            self.make_large(rules);
        }
    }

    /// Number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.len() / 2,
            Repr::Large(large) => large.len(),
        }
    }

    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// "listpack" or "skiplist", as Valkey calls them.
    pub fn encoding(&self) -> &'static str {
        match &self.repr {
            Repr::Packed(_) => "listpack",
            Repr::Large(_) => "skiplist",
        }
    }

    /// Bytes of heap in use, in constant time.
    pub fn bytes(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.heap_bytes(),
            Repr::Large(large) => large.bytes(),
        }
    }

    /// The score of a member.
    #[inline]
    pub fn score(&self, member: &[u8]) -> Option<f64> {
        match &self.repr {
            Repr::Packed(run) => {
                let place = run.find_pair(member)?;
                Some(score_of(run.pair_value(place)))
            }
            Repr::Large(large) => large.score(member),
        }
    }

    /// Stores a member with its score; the score it had before. Nothing happens if that is equal.
    pub fn set(&mut self, member: &[u8], score: f64, rules: &Rules<'_>) -> Option<f64> {
        let run = match &mut self.repr {
            Repr::Large(large) => return large.set(member, score),
            Repr::Packed(run) => run,
        };
        let old = run.find_pair(member);
        if let Some(place) = old {
            let old = score_of(run.pair_value(place));
            if old != score {
                run.remove_pair(place);
                packed::insert(run, member, score);
            }
            return Some(old);
        }
        if exceeds(run.len() / 2 + 1, member.len(), rules.limits) {
            self.make_large(rules);
            return self.set(member, score, rules);
        }
        packed::insert(run, member, score);
        None
    }

    /// Removes a member; its score.
    pub fn remove(&mut self, member: &[u8]) -> Option<f64> {
        match &mut self.repr {
            Repr::Packed(run) => {
                let place = run.find_pair(member)?;
                let score = score_of(run.pair_value(place));
                run.remove_pair(place);
                Some(score)
            }
            Repr::Large(large) => large.remove(member),
        }
    }

    /// Removes neighbours.
    pub fn remove_ranks(&mut self, ranks: Ranks) {
        match &mut self.repr {
            Repr::Packed(run) => {
                run.remove_range(2 * ranks.from, 2 * ranks.count);
            }
            Repr::Large(large) => large.remove_range(ranks.from, ranks.count),
        }
    }

    /// How many elements precede a member, and its score.
    pub fn rank(&self, member: &[u8]) -> Option<(usize, f64)> {
        match &self.repr {
            Repr::Packed(run) => packed::rank(run, member),
            Repr::Large(large) => {
                let score = large.score(member)?;
                Some((large.rank(score, member), score))
            }
        }
    }

    /// The elements from one score to another.
    pub fn scores_within(&self, low: ScoreBound, high: ScoreBound) -> Ranks {
        let below = |score: f64| score < low.score || (low.excluded && score == low.score);
        let upto = |score: f64| score < high.score || (!high.excluded && score == high.score);
        let (from, to) = match &self.repr {
            Repr::Packed(run) => (packed::count(run, below), packed::count(run, upto)),
            Repr::Large(large) => (large.count_scores(below), large.count_scores(upto)),
        };
        Ranks {
            from,
            count: to.saturating_sub(from),
        }
    }

    /// The elements from one member to another, in a set whose scores are all the same. What comes
    /// of other sets is, for compact ones, what Valkey finds looking from the start or, if `back`,
    /// from the end.
    pub fn members_within(&self, low: LexBound<'_>, high: LexBound<'_>, back: bool) -> Ranks {
        match &self.repr {
            Repr::Packed(run) => packed::members_within(run, low, high, back),
            Repr::Large(large) => {
                let from = large.count_members(|member| !low.admits_above(member));
                let to = large.count_members(|member| high.admits_below(member));
                Ranks {
                    from,
                    count: to.saturating_sub(from),
                }
            }
        }
    }

    /// All elements in order.
    pub fn iter(&self) -> Iter<'_> {
        self.iter_from(0)
    }

    /// The elements from a rank on, in order.
    pub fn iter_from(&self, rank: usize) -> Iter<'_> {
        Iter(match &self.repr {
            Repr::Packed(run) => IterRepr::Packed(run.iter_from(2 * rank)),
            Repr::Large(large) => IterRepr::Large(large.walk(rank, false)),
        })
    }

    /// The elements from a rank on, against the order.
    pub fn iter_back_from(&self, rank: usize) -> Iter<'_> {
        Iter(match &self.repr {
            Repr::Packed(run) if rank < run.len() / 2 => {
                IterRepr::PackedBack(run.iter_back_from(2 * rank + 1))
            }
            Repr::Packed(run) => IterRepr::Packed(run.iter_from(run.len())),
            Repr::Large(large) => IterRepr::Large(large.walk(rank, true)),
        })
    }

    /// Shows about `count` elements from `cursor` on (0: from the start) and returns the cursor of
    /// the next call, 0 at the end. An element that is there from the beginning to the end of a
    /// walk is shown; a compact set is shown whole, in order.
    pub fn scan<'s>(
        &'s self,
        cursor: u64,
        count: usize,
        visit: &mut dyn FnMut(Element<'s>),
    ) -> u64 {
        match &self.repr {
            Repr::Packed(_) => {
                self.iter().for_each(visit);
                0
            }
            Repr::Large(large) => large.scan(cursor, count, &mut |member, score| {
                visit(Element {
                    member: Item::Bytes(member),
                    score,
                });
            }),
        }
    }

    /// An element chosen at random, evenly.
    pub fn random(&self, rng: &mut Rng) -> Option<Element<'_>> {
        self.iter_from(rng.below(self.len() as u64) as usize).next()
    }

    /// Mixes all elements into `digest`, in no order.
    pub fn digest(&self, digest: &mut Digest) {
        let mut total = [0; DIGEST_BYTES];
        let mut buffer = [0; 20];
        for Element { member, score } in self.iter() {
            let mut one = Digest::new();
            one.string(member.text(&mut buffer));
            // Zero is zero, whatever its sign.
            one.word((score + 0.0).to_bits());
            combine(&mut total, &one.finish());
        }
        digest.string(&total);
    }

    /// Frees about `steps` pieces; true when nothing worth a further step is left. Nothing may be
    /// looked up afterwards.
    pub fn free_some(&mut self, steps: usize) -> bool {
        match &mut self.repr {
            Repr::Packed(_) => true,
            Repr::Large(large) => large.free_some(steps),
        }
    }

    fn make_large(&mut self, rules: &Rules<'_>) {
        let Repr::Packed(run) = &self.repr else {
            return;
        };
        let mut large = Large::new(rules.hasher);
        let mut buffer = [0; 20];
        for (member, score) in run.pairs() {
            large.set(member.text(&mut buffer), score_of(score));
        }
        self.repr = Repr::Large(Box::new(large));
    }
}

/// Whether a set of so many members, the longest of so many bytes, is large.
fn exceeds(count: usize, bytes_max: usize, limits: &EncodingLimits) -> bool {
    count > limits.zset_max_listpack_entries || bytes_max > limits.zset_max_listpack_value
}

/// Elements in order, or against it.
#[derive(Clone, Debug)]
pub struct Iter<'a>(IterRepr<'a>);

#[derive(Clone, Debug)]
enum IterRepr<'a> {
    Packed(crate::listpack::Forward<'a>),
    PackedBack(crate::listpack::Backward<'a>),
    Large(large::Elements<'a>),
}

impl<'a> Iterator for Iter<'a> {
    type Item = Element<'a>;

    #[inline]
    fn next(&mut self) -> Option<Element<'a>> {
        let (member, score) = match &mut self.0 {
            IterRepr::Packed(items) => (items.next()?, score_of(items.next()?)),
            IterRepr::PackedBack(items) => {
                let score = score_of(items.next()?);
                (items.next()?, score)
            }
            IterRepr::Large(elements) => {
                let (member, score) = elements.next()?;
                (Item::Bytes(member), score)
            }
        };
        Some(Element { member, score })
    }
}
