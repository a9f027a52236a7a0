//! Runs whose elements are all different, searched by element.
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

impl Listpack {
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
            self.bytes.drain(at..end);
            self.give_back();
        }
        true
    }

    fn find(&self, text: &[u8]) -> Option<usize> {
        let probe = Probe::new(text);
        let mut at = self.start as usize;
        while at < self.bytes.len() {
            if probe.is(item_at(&self.bytes, at)) {
                return Some(at);
            }
            at += entry_len(&self.bytes, at);
        }
        None
    }
}
