//! Walks over the entries of a stream, in both directions.

use super::Stream;
use super::id::StreamId;
use super::node::{Entry, Node, Walk};
use std::collections::btree_map;

impl Stream {
    /// Entries from `start` to `end`, both included.
    #[inline]
    pub fn range(&self, start: StreamId, end: StreamId) -> Entries<'_> {
        let tail = self.tail.as_ref();
        if let Some((base, node)) = tail.filter(|(base, _)| *base <= start) {
            return Entries::begin(node, *base, start, end);
        }
        let first = self.full.range(..=start).next_back();
        let from = first.map_or(StreamId::ZERO, |(base, _)| *base);
        let mut rest = self.full.range(from..);
        let first = rest.next().map(|(base, node)| (*base, node));
        let (first, tail) = match (first, tail) {
            (Some(first), tail) => (Some(first), tail),
            (None, Some((base, node))) => (Some((*base, node)), None),
            (None, None) => (None, None),
        };
        let mut walk = first.map(|(base, node)| node.walk(base));
        if let Some(walk) = &mut walk {
            walk.skip_before(start);
        }
        Entries {
            walk,
            rest,
            tail: tail.map(|(base, node)| (*base, node)),
            end,
        }
    }

    /// Entries from `end` back to `start`, both included.
    pub fn range_back(&self, start: StreamId, end: StreamId) -> EntriesBack<'_> {
        let mut rest = if start <= end {
            self.full.range(..=end)
        } else {
            self.full.range(..StreamId::ZERO)
        };
        let first = match &self.tail {
            Some((base, node)) if *base <= end => Some((*base, node)),
            _ => rest.next_back().map(|(base, node)| (*base, node)),
        };
        EntriesBack {
            walk: first.map(|(base, node)| node.walk(base).at_end()),
            rest,
            start,
            end,
        }
    }

    /// Whether an entry lives.
    pub fn contains(&self, id: StreamId) -> bool {
        self.get(id).is_some()
    }

    /// The entry of an id.
    pub fn get(&self, id: StreamId) -> Option<Entry<'_>> {
        self.range(id, id).next()
    }
}

/// Entries in rising order.
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    walk: Option<Walk<'a>>,
    rest: btree_map::Range<'a, StreamId, Node>,
    tail: Option<(StreamId, &'a Node)>,
    end: StreamId,
}

impl<'a> Entries<'a> {
    fn begin(node: &'a Node, base: StreamId, start: StreamId, end: StreamId) -> Self {
        let mut walk = node.walk(base);
        walk.skip_before(start);
        Self {
            walk: Some(walk),
            rest: btree_map::Range::default(),
            tail: None,
            end,
        }
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    #[inline]
    fn next(&mut self) -> Option<Entry<'a>> {
        loop {
            let walk = self.walk.as_mut()?;
            if let Some(entry) = walk.next_entry() {
                if entry.id <= self.end {
                    return Some(entry);
                }
                self.walk = None;
                return None;
            }
            let next = self.rest.next().map(|(base, node)| (*base, node));
            self.walk = next
                .or_else(|| self.tail.take())
                .map(|(base, node)| node.walk(base));
        }
    }
}

/// Entries in falling order.
#[derive(Clone, Debug)]
pub struct EntriesBack<'a> {
    walk: Option<Walk<'a>>,
    rest: btree_map::Range<'a, StreamId, Node>,
    start: StreamId,
    end: StreamId,
}

impl<'a> Iterator for EntriesBack<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        loop {
            let walk = self.walk.as_mut()?;
            match walk.previous_entry() {
                Some(entry) if entry.id > self.end => {}
                Some(entry) if entry.id >= self.start => return Some(entry),
                Some(_) => {
                    self.walk = None;
                    return None;
                }
                None => {
                    let next = self.rest.next_back();
                    self.walk = next.map(|(base, node)| node.walk(*base).at_end());
                }
            }
        }
    }
}
