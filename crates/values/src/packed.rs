//! Compact collections as plain bytes, to lie in memory of somebody else.
//!
//! It never knows where the bytes lie or how many of them are worth it.

use crate::hash::Hash;
use crate::list::List;
use crate::listpack::Listpack;
use crate::object::Object;
use crate::set::Set;
use crate::zset::SortedSet;

/// What the bytes of a compact collection mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A run of elements.
    List,
    /// A run of names and values.
    Hash,
    /// A run of members and scores.
    SortedSet,
    /// A run of members.
    Set,
    /// Integers in Valkey's format.
    Ints,
}

impl Shape {
    /// All of them; their places are their numbers in memory.
    pub const ALL: [Self; 5] = [
        Self::List,
        Self::Hash,
        Self::SortedSet,
        Self::Set,
        Self::Ints,
    ];
}

/// A compact collection as its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    /// What the bytes mean.
    pub shape: Shape,
    /// Items of a run; of integers, nothing.
    pub count: u32,
    /// The entries of the run, or the integers.
    pub bytes: &'a [u8],
}

impl<'a> Packed<'a> {
    /// Valkey's name of the type.
    #[inline]
    pub fn type_name(self) -> &'static str {
        self.object().type_name()
    }

    /// The collection, which leaves the bytes where they are until it is changed.
    #[inline]
    pub fn object(self) -> Object<'a> {
        match self.shape {
            Shape::List => Object::List(List::of_run(self.run())),
            Shape::Hash => Object::Hash(Hash::of_run(self.run())),
            Shape::SortedSet => Object::SortedSet(SortedSet::of_run(self.run())),
            Shape::Set => Object::Set(Set::from_packed(self.run())),
            Shape::Ints => Object::Set(Set::of_ints(self.bytes)),
        }
    }

    /// The list, if it is one.
    #[inline]
    pub fn list(self) -> Option<List<'a>> {
        (self.shape == Shape::List).then(|| List::of_run(self.run()))
    }

    /// The hash, if it is one.
    #[inline]
    pub fn hash(self) -> Option<Hash<'a>> {
        (self.shape == Shape::Hash).then(|| Hash::of_run(self.run()))
    }

    /// The sorted set, if it is one.
    #[inline]
    pub fn sorted_set(self) -> Option<SortedSet<'a>> {
        (self.shape == Shape::SortedSet).then(|| SortedSet::of_run(self.run()))
    }

    /// The set, if it is one.
    #[inline]
    pub fn set(self) -> Option<Set<'a>> {
        match self.shape {
            Shape::Set => Some(Set::from_packed(self.run())),
            Shape::Ints => Some(Set::of_ints(self.bytes)),
            Shape::List | Shape::Hash | Shape::SortedSet => None,
        }
    }

    #[inline]
    fn run(self) -> Listpack<'a> {
        Listpack::lent(self.bytes, self.count)
    }
}

impl Object<'_> {
    /// The bytes of a compact collection; None of anything else.
    #[inline]
    pub fn packed(&self) -> Option<Packed<'_>> {
        let (shape, run) = match self {
            Self::Raw(_) | Self::Stream(_) => return None,
            Self::List(list) => (Shape::List, list.as_run()?),
            Self::Hash(hash) => (Shape::Hash, hash.as_run()?),
            Self::SortedSet(set) => (Shape::SortedSet, set.as_listpack()?),
            Self::Set(set) => match (set.as_packed(), set.as_intset_bytes()) {
                (Some(run), _) => (Shape::Set, run),
                (None, Some(bytes)) => {
                    return Some(Packed {
                        shape: Shape::Ints,
                        count: 0,
                        bytes,
                    });
                }
                (None, None) => return None,
            },
        };
        Some(Packed {
            shape,
            count: run.len() as u32,
            bytes: run.entries(),
        })
    }
}
