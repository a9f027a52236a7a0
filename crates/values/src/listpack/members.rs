//! Runs searched by element.
//!
//! It knows nothing of what the elements mean.

use super::encoding::{entry_len, item_at};
use super::{Item, Listpack};

/// A text that elements are compared with, looked at once for all of them.
#[derive(Clone, Copy, Debug)]
pub struct Probe<'a> {
    text: &'a [u8],
    /// An integer is kept as one exactly if its text is the shortest.
    number: Option<i64>,
}

impl<'a> Probe<'a> {
    /// To compare with `text`.
    #[inline]
    pub fn new(text: &'a [u8]) -> Self {
        Self {
            text,
            number: stdx::num::parse_i64(text),
        }
    }

    /// Whether the element's text is this one.
    #[inline]
    pub fn is(&self, item: Item<'_>) -> bool {
        match item {
            Item::Int(number) => self.number == Some(number),
            Item::Bytes(bytes) => bytes == self.text,
        }
    }
}

impl Listpack<'_> {
    /// Whether `text` is among the elements.
    pub fn contains(&self, text: &[u8]) -> bool {
        self.find(text).is_some()
    }

    /// Removes the first element whose text is `text`; false if there is none.
    pub fn remove_member(&mut self, text: &[u8]) -> bool {
        let Some(at) = self.find(text) else {
            return false;
        };
        if self.count == 1 {
            *self = Self::new();
            return true;
        }
        let end = at + entry_len(&self.bytes, at);
        self.count -= 1;
        if at == self.start as usize {
            self.drop_front_bytes(end - at);
        } else {
            self.buffer(0).drain(at..end);
            self.give_back();
        }
        true
    }

    /// Removes up to `count` elements that are `wanted`, from the front or from the back on;
    /// returns how many they were.
    pub fn remove_where(&mut self, wanted: &Probe<'_>, count: usize, back: bool) -> usize {
        let found = self.iter_from(0).filter(|item| wanted.is(*item)).count();
        let gone = found.min(count);
        if gone == 0 {
            return 0;
        }
        // From the back on, the first ones stay.
        let stays = if back { found - gone } else { 0 };
        let (mut rest, mut met, mut buffer) = (Self::new(), 0, [0; 20]);
        for item in self.iter_from(0) {
            if wanted.is(item) {
                met += 1;
                if met > stays && met <= stays + gone {
                    continue;
                }
            }
            rest.push_back(item.text(&mut buffer));
        }
        *self = rest;
        gone
    }

    fn find(&self, text: &[u8]) -> Option<usize> {
        let probe = Probe::new(text);
        let (mut at, bytes) = (self.start as usize, &*self.bytes);
        while at < bytes.len() {
            if probe.is(item_at(bytes, at)) {
                return Some(at);
            }
            at += entry_len(bytes, at);
        }
        None
    }
}
