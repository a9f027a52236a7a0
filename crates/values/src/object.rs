//! The values that a table keeps outside of its entries: long strings and structures.
//!
//! It never knows the key that a value belongs to.

use crate::digest::Digest;
use crate::hash::Hash;
use crate::limits::EncodingLimits;
use crate::list::List;
use crate::set::Set;
use crate::stream::Stream;
use crate::zset::SortedSet;
use bytes::Bytes;

/// One owned value that does not lie inside its entry.
#[derive(Debug)]
pub enum Object<'a> {
    /// A string too large for the arena; reference-counted, so that replies borrow it.
    Raw(Bytes),
    /// A list.
    List(List<'a>),
    /// A hash.
    Hash(Hash<'a>),
    /// A sorted set.
    SortedSet(SortedSet<'a>),
    /// A set.
    Set(Set<'a>),
    /// A stream.
    Stream(Box<Stream>),
}

impl<'a> Object<'a> {
    /// Valkey's name of the type: what TYPE answers.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Raw(_) => "string",
            Self::List(_) => "list",
            Self::Hash(_) => "hash",
            Self::SortedSet(_) => "zset",
            Self::Set(_) => "set",
            Self::Stream(_) => "stream",
        }
    }

    /// Valkey's name of the encoding: what OBJECT ENCODING answers.
    pub fn encoding(&self, _limits: &EncodingLimits) -> &'static str {
        match self {
            Self::Raw(_) => "raw",
            Self::List(list) => list.encoding(),
            Self::Hash(hash) => hash.encoding(),
            Self::SortedSet(set) => set.encoding(),
            Self::Set(set) => set.encoding(),
            Self::Stream(stream) => stream.encoding(),
        }
    }

    /// Approximate heap use in bytes, in constant time.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Raw(bytes) => bytes.len(),
            Self::List(list) => list.bytes(),
            Self::Hash(hash) => hash.bytes(),
            Self::SortedSet(set) => set.bytes(),
            Self::Set(set) => set.bytes(),
            Self::Stream(stream) => stream.bytes(),
        }
    }

    /// The list, if it is one.
    pub fn as_list(&self) -> Option<&List<'a>> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub fn as_list_mut(&mut self) -> Option<&mut List<'a>> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The hash, if it is one.
    pub fn as_hash(&self) -> Option<&Hash<'a>> {
        match self {
            Self::Hash(hash) => Some(hash),
            _ => None,
        }
    }

    /// The hash, if it is one.
    pub fn as_hash_mut(&mut self) -> Option<&mut Hash<'a>> {
        match self {
            Self::Hash(hash) => Some(hash),
            _ => None,
        }
    }

    /// The sorted set, if it is one.
    pub fn as_sorted_set(&self) -> Option<&SortedSet<'a>> {
        match self {
            Self::SortedSet(set) => Some(set),
            _ => None,
        }
    }

    /// The stream, if it is one.
    pub fn as_stream(&self) -> Option<&Stream> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// The set, if it is one.
    pub fn as_set(&self) -> Option<&Set<'a>> {
        match self {
            Self::Set(set) => Some(set),
            _ => None,
        }
    }

    /// The sorted set, if it is one.
    pub fn as_sorted_set_mut(&mut self) -> Option<&mut SortedSet<'a>> {
        match self {
            Self::SortedSet(set) => Some(set),
            _ => None,
        }
    }

    /// The set, if it is one.
    pub fn as_set_mut(&mut self) -> Option<&mut Set<'a>> {
        match self {
            Self::Set(set) => Some(set),
            _ => None,
        }
    }

    /// The stream, if it is one.
    pub fn as_stream_mut(&mut self) -> Option<&mut Stream> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// The string, if it is one.
    pub fn as_raw(&self) -> Option<&Bytes> {
        match self {
            Self::Raw(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Mixes the content, whatever its encoding, into `digest`.
    pub fn digest(&self, digest: &mut Digest) {
        match self {
            Self::Raw(bytes) => digest.string(bytes),
            Self::List(list) => list.digest(digest),
            Self::Hash(hash) => hash.digest(digest),
            Self::SortedSet(set) => set.digest(digest),
            Self::Set(set) => set.digest(digest),
            Self::Stream(stream) => stream.digest(digest),
        }
    }

    /// Whether it is in somebody else's memory, as it was there.
    #[inline]
    pub fn is_lent(&self) -> bool {
        match self {
            Self::Raw(_) | Self::Stream(_) => false,
            Self::List(list) => list.is_lent(),
            Self::Hash(hash) => hash.is_lent(),
            Self::SortedSet(set) => set.is_lent(),
            Self::Set(set) => set.is_lent(),
        }
    }

    /// The same value in memory of its own.
    pub fn into_owned(self) -> Object<'static> {
        match self {
            Self::Raw(bytes) => Object::Raw(bytes),
            Self::List(list) => Object::List(list.into_owned()),
            Self::Hash(hash) => Object::Hash(hash.into_owned()),
            Self::SortedSet(set) => Object::SortedSet(set.into_owned()),
            Self::Set(set) => Object::Set(set.into_owned()),
            Self::Stream(stream) => Object::Stream(stream),
        }
    }

    /// An independent copy, as COPY makes it.
    pub fn duplicate(&self) -> Object<'static> {
        match self {
            Self::Raw(bytes) => Object::Raw(bytes.clone()),
            Self::List(list) => Object::List(list.clone().into_owned()),
            Self::Hash(hash) => Object::Hash(hash.duplicate()),
            Self::SortedSet(set) => Object::SortedSet(set.clone().into_owned()),
            Self::Set(set) => Object::Set(set.clone().into_owned()),
            Self::Stream(stream) => Object::Stream(stream.clone()),
        }
    }

    /// Frees at most about `steps` allocations and says whether nothing worth a further step is
    /// left, so that dropping a huge value can be spread over several turns.
    pub fn free_some(&mut self, steps: usize) -> bool {
        match self {
            Self::Raw(_) => true,
            Self::List(list) => list.free_some(steps),
            Self::Hash(hash) => hash.free_some(steps),
            Self::SortedSet(set) => set.free_some(steps),
            Self::Set(set) => set.free_some(steps),
            Self::Stream(stream) => stream.free_some(steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_protocol() {
        let limits = EncodingLimits::default();
        let raw = Object::Raw(Bytes::from_static(b"text"));
        assert_eq!((raw.type_name(), raw.encoding(&limits)), ("string", "raw"));
        let list = Object::List(List::new());
        assert_eq!(
            (list.type_name(), list.encoding(&limits)),
            ("list", "listpack")
        );
        assert!(raw.as_list().is_none() && list.as_raw().is_none());
    }

    #[test]
    fn an_object_stays_small_enough_for_the_slab() {
        assert!(size_of::<Object>() <= 40, "{}", size_of::<Object>());
    }

    #[test]
    fn a_duplicate_does_not_follow_its_original() {
        let limits = EncodingLimits::default();
        let mut original = Object::List(List::new());
        let list = original.as_list_mut().unwrap();
        list.push_back(b"one", &limits);
        let copy = original.duplicate();
        original.as_list_mut().unwrap().push_back(b"two", &limits);
        assert_eq!(copy.as_list().unwrap().len(), 1);
    }
}
