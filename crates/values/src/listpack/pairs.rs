//! Runs whose elements alternate between names and values, searched by name.
//!
//! It knows nothing of what the pairs mean; who uses it keeps the count even.

use super::encoding::{Encoded, entry_len, item_at};
use super::{Forward, Item, Listpack, Probe};

/// Where the pair of a name lies; good until the run is changed.
#[derive(Clone, Copy, Debug)]
pub struct PairPlace {
    name: usize,
    value: usize,
}

impl Listpack<'_> {
    /// The pair whose name is `name`.
    pub fn find_pair(&self, name: &[u8]) -> Option<PairPlace> {
        let probe = Probe::new(name);
        let (mut at, bytes) = (self.start as usize, &*self.bytes);
        while at < bytes.len() {
            let value = at + entry_len(bytes, at);
            if probe.is(item_at(bytes, at)) {
                return Some(PairPlace { name: at, value });
            }
            at = value + entry_len(bytes, value);
        }
        None
    }

    /// The name of a pair.
    pub fn pair_name(&self, place: PairPlace) -> Item<'_> {
        item_at(&self.bytes, place.name)
    }

    /// The value of a pair.
    pub fn pair_value(&self, place: PairPlace) -> Item<'_> {
        item_at(&self.bytes, place.value)
    }

    /// Replaces the value of a pair.
    pub fn set_pair_value(&mut self, place: PairPlace, value: &[u8]) {
        let old = entry_len(&self.bytes, place.value);
        self.replace_bytes(place.value, old, &Encoded::of(value));
    }

    /// Removes a pair.
    pub fn remove_pair(&mut self, place: PairPlace) {
        if self.count <= 2 {
            *self = Self::new();
            return;
        }
        let end = place.value + entry_len(&self.bytes, place.value);
        self.count -= 2;
        if place.name == self.start as usize {
            self.drop_front_bytes(end - place.name);
        } else {
            self.buffer(0).drain(place.name..end);
            self.give_back();
        }
    }

    /// Whether two pairs have the same name.
    pub fn has_name_twice(&self) -> bool {
        any_twice(self.pairs().map(|pair| pair.0))
    }

    /// Puts a pair before the one at `place`, at the end if there is none.
    pub fn insert_pair(&mut self, place: Option<PairPlace>, name: &[u8], value: &[u8]) {
        let Some(place) = place else {
            self.push_back(name);
            self.push_back(value);
            return;
        };
        self.replace_bytes(place.name, 0, &Encoded::of(value));
        self.replace_bytes(place.name, 0, &Encoded::of(name));
        self.count += 2;
    }

    /// The first pair that `wanted` is true of, which is shown each in order.
    pub fn position_pair(
        &self,
        mut wanted: impl FnMut(Item<'_>, Item<'_>) -> bool,
    ) -> Option<PairPlace> {
        let (mut name, bytes) = (self.start as usize, &*self.bytes);
        while name < bytes.len() {
            let value = name + entry_len(bytes, name);
            if wanted(item_at(bytes, name), item_at(bytes, value)) {
                return Some(PairPlace { name, value });
            }
            name = value + entry_len(bytes, value);
        }
        None
    }

    /// All pairs, front to back.
    pub fn pairs(&self) -> Pairs<'_> {
        Pairs(self.iter_from(0))
    }
}

impl Listpack<'_> {
    /// Whether an element is there twice.
    pub fn has_twice(&self) -> bool {
        any_twice(self.iter_from(0))
    }
}

fn any_twice<'a>(items: impl Iterator<Item = Item<'a>>) -> bool {
    let mut items: Vec<_> = items.collect();
    items.sort_unstable();
    items.windows(2).any(|two| two[0] == two[1])
}

/// Names with their values.
#[derive(Clone, Debug)]
pub struct Pairs<'a>(Forward<'a>);

impl<'a> Iterator for Pairs<'a> {
    type Item = (Item<'a>, Item<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.0.next()?, self.0.next()?))
    }
}
