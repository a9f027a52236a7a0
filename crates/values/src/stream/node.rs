//! A block of entries: one listpack, byte for byte as Valkey's files have it.
//!
//! First the block's own head: entries that live, entries that were deleted, the number of names
//! of its first entry and the names, a zero. Then each entry: flags, its id less the block's, the
//! number of its names unless they are the block's, names and values (or values alone), and how
//! many elements that was, so that it can be read from its end. It knows no limits.

use super::id::StreamId;
use crate::Item;
use crate::listpack::encoding::{Encoded, checked_entry_len, entry_len, entry_len_before, item_at};
use crate::size_class::{reserve_class, size_class};

/// Bytes before the first element: all bytes, and the number of elements.
const FRAME_HEAD: usize = 6;
/// The byte after the last element.
const END: u8 = 0xff;
/// Numbers of elements from here on are not stated.
const COUNT_UNSTATED: u16 = u16::MAX;

/// The entry was deleted.
const DELETED: i64 = 1;
/// The entry has the names of the block.
const SAME_NAMES: i64 = 2;

/// A block. Its id is kept by whoever keeps the block.
#[derive(Clone, Debug)]
pub(super) struct Node {
    bytes: Vec<u8>,
}

/// An entry of a stream.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: StreamId,
    fields: Fields<'a>,
}

impl<'a> Entry<'a> {
    /// Names and values, in the order in which they were given.
    #[inline]
    pub fn fields(&self) -> Fields<'a> {
        self.fields.clone()
    }
}

/// Names with their values.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    bytes: &'a [u8],
    /// Where the next name is, if not before its value.
    name_at: Option<usize>,
    at: usize,
    left: usize,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (Item<'a>, Item<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let name = match &mut self.name_at {
            Some(at) => take(self.bytes, at),
            None => take(self.bytes, &mut self.at),
        };
        Some((name, take(self.bytes, &mut self.at)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Fields<'_> {}

/// What precedes the fields of an entry.
#[derive(Clone, Copy, Debug)]
struct Head {
    flags: i64,
    id: StreamId,
    /// Where names and values begin.
    at: usize,
    names: usize,
}

/// A walk over the entries of a block, deleted ones included.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a> {
    bytes: &'a [u8],
    base: StreamId,
    names_at: usize,
    names: usize,
    at: usize,
}

impl Node {
    /// A block without entries for such fields; names and values alternate in `fields`.
    pub(super) fn new<'v>(
        fields: impl Iterator<Item = &'v [u8]> + Clone,
        pairs: usize,
        room: usize,
    ) -> Self {
        let mut node = Self { bytes: Vec::new() };
        if room > 0 {
            node.bytes.reserve_exact(size_class(room));
        }
        reserve_class(&mut node.bytes, 64);
        node.bytes.extend_from_slice(&[0; FRAME_HEAD]);
        node.push_int(0);
        node.push_int(0);
        node.push_int(pairs as i64);
        for name in fields.step_by(2) {
            node.push(&Encoded::of(name));
        }
        node.push_int(0);
        node.seal(4 + pairs);
        node
    }

    /// The listpack.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Bytes of heap.
    pub(super) fn heap_bytes(&self) -> usize {
        self.bytes.capacity()
    }

    /// Gives back what the block has room for and does not use.
    pub(super) fn shrink(&mut self) {
        let class = size_class(self.bytes.len());
        if class < self.bytes.capacity() {
            self.bytes.shrink_to(class);
        }
    }

    /// Entries that live.
    pub(super) fn live(&self) -> u64 {
        number(item_at(&self.bytes, FRAME_HEAD)) as u64
    }

    /// Entries that live or were deleted.
    pub(super) fn entries(&self) -> u64 {
        let mut at = FRAME_HEAD;
        let live = take_number(&self.bytes, &mut at);
        (live + take_number(&self.bytes, &mut at)) as u64
    }

    /// Appends an entry, whose id is not less than the block's; the fields as for [`Self::new`].
    pub(super) fn append<'v>(
        &mut self,
        base: StreamId,
        id: StreamId,
        fields: impl Iterator<Item = &'v [u8]> + Clone,
        pairs: usize,
    ) {
        let same = self.has_names(fields.clone().step_by(2), pairs);
        self.bytes.pop();
        self.push_int(if same { SAME_NAMES } else { 0 });
        self.push_int(id.ms.wrapping_sub(base.ms) as i64);
        self.push_int(id.seq.wrapping_sub(base.seq) as i64);
        let elements = if same {
            for value in fields.skip(1).step_by(2) {
                self.push(&Encoded::of(value));
            }
            pairs + 3
        } else {
            self.push_int(pairs as i64);
            for text in fields {
                self.push(&Encoded::of(text));
            }
            2 * pairs + 4
        };
        self.push_int(elements as i64);
        self.seal(elements + 1);
        self.count(1, 0);
    }

    /// Marks an entry as deleted; whether it was there. The block may be without live entries
    /// afterwards.
    pub(super) fn delete(&mut self, base: StreamId, id: StreamId) -> bool {
        let mut walk = self.walk(base);
        loop {
            let at = walk.at;
            match walk.next_head() {
                Some(head) if head.id == id && head.flags & DELETED == 0 => {
                    self.replace_int(at, head.flags | DELETED);
                    self.count(-1, 1);
                    return true;
                }
                Some(head) if head.id <= id => {}
                _ => return false,
            }
        }
    }

    /// Marks entries from the first on as deleted while `wanted` says so of the live ones'
    /// ids; how many they were.
    pub(super) fn delete_first(
        &mut self,
        base: StreamId,
        mut wanted: impl FnMut(StreamId) -> bool,
    ) -> u64 {
        let mut walk = self.walk(base);
        let mut marked = Vec::new();
        loop {
            let at = walk.at;
            match walk.next_head() {
                Some(head) if head.flags & DELETED != 0 => {}
                Some(head) if wanted(head.id) => marked.push((at, head.flags)),
                _ => break,
            }
        }
        // From the last on, so that the places of the others stay good.
        for &(at, flags) in marked.iter().rev() {
            self.replace_int(at, flags | DELETED);
        }
        let count = marked.len() as i64;
        self.count(-count, count);
        marked.len() as u64
    }

    /// The walk from the first entry on.
    #[inline]
    pub(super) fn walk(&self, base: StreamId) -> Walk<'_> {
        let mut walk = Walk {
            bytes: &self.bytes,
            base,
            names_at: 0,
            names: 0,
            at: FRAME_HEAD,
        };
        walk.skip(2);
        walk.names = walk.take_number() as usize;
        walk.names_at = walk.at;
        walk.skip(walk.names + 1);
        walk
    }

    fn has_names<'v>(&self, names: impl Iterator<Item = &'v [u8]>, count: usize) -> bool {
        let mut at = FRAME_HEAD;
        at += entry_len(&self.bytes, at);
        at += entry_len(&self.bytes, at);
        if take_number(&self.bytes, &mut at) as usize != count {
            return false;
        }
        names
            .into_iter()
            .all(|name| take(&self.bytes, &mut at).equals(name))
    }

    fn push(&mut self, element: &Encoded<'_>) {
        reserve_class(&mut self.bytes, element.len() + 1);
        element.for_each_part(|part| self.bytes.extend_from_slice(part));
    }

    fn push_int(&mut self, number: i64) {
        self.push(&Encoded::of_int(number));
    }

    /// Ends the bytes and states their number, after `elements` more were pushed.
    fn seal(&mut self, elements: usize) {
        self.bytes.push(END);
        let stated = u16::from_le_bytes([self.bytes[4], self.bytes[5]]);
        let elements = usize::from(stated) + elements;
        if stated != COUNT_UNSTATED {
            let stated = u16::try_from(elements).unwrap_or(COUNT_UNSTATED);
            self.bytes[4..6].copy_from_slice(&stated.to_le_bytes());
        }
        self.state_len();
    }

    fn state_len(&mut self) {
        let len = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        self.bytes[..4].copy_from_slice(&len.to_le_bytes());
    }

    /// Changes the counters in the head.
    fn count(&mut self, live: i64, deleted: i64) {
        let mut at = FRAME_HEAD;
        let before = take_number(&self.bytes, &mut at);
        if deleted != 0 {
            let deleted = number(item_at(&self.bytes, at)) + deleted;
            self.replace_int(at, deleted);
        }
        self.replace_int(FRAME_HEAD, before + live);
    }

    fn replace_int(&mut self, at: usize, number: i64) {
        let element = Encoded::of_int(number);
        let old = entry_len(&self.bytes, at);
        if element.len() == old {
            let mut at = at;
            element.for_each_part(|part| {
                self.bytes[at..at + part.len()].copy_from_slice(part);
                at += part.len();
            });
            return;
        }
        let mut new = Vec::with_capacity(element.len());
        element.for_each_part(|part| new.extend_from_slice(part));
        reserve_class(&mut self.bytes, new.len());
        self.bytes.splice(at..at + old, new);
        self.state_len();
    }
}

impl<'a> Walk<'a> {
    /// The walk whose next entry backwards is the last one.
    pub(super) fn at_end(mut self) -> Self {
        self.at = self.bytes.len() - 1;
        self
    }

    /// The next live entry.
    #[inline]
    pub(super) fn next_entry(&mut self) -> Option<Entry<'a>> {
        loop {
            let head = self.next_head()?;
            if head.flags & DELETED == 0 {
                return Some(self.entry(head));
            }
        }
    }

    /// The live entry before the present place, which becomes the place.
    pub(super) fn previous_entry(&mut self) -> Option<Entry<'a>> {
        loop {
            self.step_back()?;
            let head = self.clone().next_head()?;
            if head.flags & DELETED == 0 {
                return Some(self.entry(head));
            }
        }
    }

    /// The entry before the present place, deleted or not, becomes the place, if there is one.
    fn step_back(&mut self) -> Option<()> {
        if self.at <= self.first_at() {
            return None;
        }
        let mut at = self.at - entry_len_before(self.bytes, self.at);
        let elements = number(item_at(self.bytes, at));
        for _ in 0..elements {
            at -= entry_len_before(self.bytes, at);
        }
        self.at = at;
        Some(())
    }

    /// The id of the entry before, deleted or not.
    pub(super) fn previous_id(mut self) -> Option<StreamId> {
        self.step_back()?;
        self.next_id()
    }

    /// The id of the next entry, deleted or not.
    pub(super) fn next_id(mut self) -> Option<StreamId> {
        Some(self.next_head()?.id)
    }

    /// Skips what is before `id`.
    pub(super) fn skip_before(&mut self, id: StreamId) {
        loop {
            let at = self.at;
            match self.next_head() {
                Some(head) if head.id < id => {}
                _ => {
                    self.at = at;
                    return;
                }
            }
        }
    }

    /// Where the first entry is.
    fn first_at(&self) -> usize {
        let mut walk = self.clone();
        walk.at = self.names_at;
        walk.skip(self.names + 1);
        walk.at
    }

    fn entry(&self, head: Head) -> Entry<'a> {
        let name_at = (head.flags & SAME_NAMES != 0).then_some(self.names_at);
        Entry {
            id: head.id,
            fields: Fields {
                bytes: self.bytes,
                name_at,
                at: head.at,
                left: head.names,
            },
        }
    }

    /// The next entry, deleted or not; the place is behind it afterwards.
    #[inline]
    fn next_head(&mut self) -> Option<Head> {
        if self.bytes[self.at] == END {
            return None;
        }
        let flags = self.take_number();
        let ms = self.take_number() as u64;
        let seq = self.take_number() as u64;
        let id = StreamId::new(
            self.base.ms.wrapping_add(ms),
            self.base.seq.wrapping_add(seq),
        );
        let (names, elements) = if flags & SAME_NAMES != 0 {
            (self.names, self.names)
        } else {
            let names = self.take_number() as usize;
            (names, 2 * names)
        };
        let at = self.at;
        self.skip(elements + 1);
        Some(Head {
            flags,
            id,
            at,
            names,
        })
    }

    #[inline]
    fn take_number(&mut self) -> i64 {
        take_number(self.bytes, &mut self.at)
    }

    #[inline]
    fn skip(&mut self, elements: usize) {
        for _ in 0..elements {
            self.at += entry_len(self.bytes, self.at);
        }
    }
}

/// Why a listpack is no block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl Node {
    /// A block of bytes from elsewhere, all of which are looked at: the block, and the id of its
    /// last entry that lives.
    pub(super) fn from_bytes(
        base: StreamId,
        bytes: &[u8],
    ) -> Result<(Self, Option<StreamId>), Malformed> {
        check_frame(bytes)?;
        let mut at = FRAME_HEAD;
        let live = checked_number(bytes, &mut at)?;
        let deleted = checked_number(bytes, &mut at)?;
        let names = checked_count(bytes, &mut at)?;
        for _ in 0..names {
            checked_skip(bytes, &mut at)?;
        }
        if checked_number(bytes, &mut at)? != 0 {
            return Err(Malformed("the names of a block do not end with zero"));
        }
        let mut found = (0, 0);
        let mut last = None;
        let mut previous = None;
        while at < bytes.len() - 1 {
            let (id, is_deleted) = check_entry(bytes, &mut at, base, names)?;
            if previous.is_some_and(|previous| previous >= id) || id < base {
                return Err(Malformed("ids of a block do not rise"));
            }
            previous = Some(id);
            if is_deleted {
                found.1 += 1;
            } else {
                found.0 += 1;
                last = Some(id);
            }
        }
        if found != (live, deleted) {
            return Err(Malformed("a block counts its entries wrong"));
        }
        let mut own = Vec::new();
        reserve_class(&mut own, bytes.len());
        own.extend_from_slice(bytes);
        Ok((Self { bytes: own }, last))
    }
}

fn check_frame(bytes: &[u8]) -> Result<(), Malformed> {
    let stated = bytes
        .first_chunk()
        .map(|len| u32::from_le_bytes(*len) as usize);
    if bytes.len() < FRAME_HEAD + 1 || stated != Some(bytes.len()) {
        return Err(Malformed("a block states another length"));
    }
    if bytes.last() != Some(&END) {
        return Err(Malformed("a block does not end"));
    }
    let mut at = FRAME_HEAD;
    let mut elements = 0usize;
    while at < bytes.len() - 1 {
        checked_skip(bytes, &mut at)?;
        elements += 1;
    }
    let stated = u16::from_le_bytes([bytes[4], bytes[5]]);
    if stated != COUNT_UNSTATED && usize::from(stated) != elements {
        return Err(Malformed("a block states another number of elements"));
    }
    Ok(())
}

/// An entry's id and whether it was deleted.
fn check_entry(
    bytes: &[u8],
    at: &mut usize,
    base: StreamId,
    names: usize,
) -> Result<(StreamId, bool), Malformed> {
    let flags = checked_number(bytes, at)?;
    if !(0..=(DELETED | SAME_NAMES)).contains(&flags) {
        return Err(Malformed("an entry has unknown flags"));
    }
    let ms = checked_number(bytes, at)? as u64;
    let seq = checked_number(bytes, at)? as u64;
    let id = StreamId::new(base.ms.wrapping_add(ms), base.seq.wrapping_add(seq));
    let (own, elements) = if flags & SAME_NAMES != 0 {
        (0, names)
    } else {
        let names = checked_count(bytes, at)?;
        (1, 2 * names)
    };
    for _ in 0..elements {
        checked_skip(bytes, at)?;
    }
    if checked_number(bytes, at)? != (elements + 3 + own) as i64 {
        return Err(Malformed("an entry counts its elements wrong"));
    }
    Ok((id, flags & DELETED != 0))
}

fn checked_skip(bytes: &[u8], at: &mut usize) -> Result<(), Malformed> {
    let len = checked_entry_len(&bytes[..bytes.len() - 1], *at)
        .ok_or(Malformed("an element of a block is cut or malformed"))?;
    *at += len;
    Ok(())
}

fn checked_number(bytes: &[u8], at: &mut usize) -> Result<i64, Malformed> {
    let here = *at;
    checked_skip(bytes, at)?;
    match item_at(bytes, here) {
        Item::Int(number) => Ok(number),
        Item::Bytes(_) => Err(Malformed("text stands for a number in a block")),
    }
}

/// A number of names, no greater than the bytes allow.
fn checked_count(bytes: &[u8], at: &mut usize) -> Result<usize, Malformed> {
    let count = checked_number(bytes, at)?;
    usize::try_from(count)
        .ok()
        .filter(|&count| count <= bytes.len())
        .ok_or(Malformed("an entry has an impossible number of fields"))
}

#[inline]
fn take<'a>(bytes: &'a [u8], at: &mut usize) -> Item<'a> {
    let item = item_at(bytes, *at);
    *at += entry_len(bytes, *at);
    item
}

#[inline]
fn take_number(bytes: &[u8], at: &mut usize) -> i64 {
    number(take(bytes, at))
}

/// Numbers of a block are integers: it is made here or was checked.
#[inline]
fn number(item: Item<'_>) -> i64 {
    match item {
        Item::Int(number) => number,
        Item::Bytes(_) => 0,
    }
}
