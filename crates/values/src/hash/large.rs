//! The large form of a hash, and of a set, whose members are fields without values: buckets of a
//! dozen fields in one allocation each, split and merged one at a time (linear hashing), so that
//! no step grows with the hash.
//!
//! A bucket's place is known from the low bits of a field's hash; walks go in the order of the
//! reversed hash, in which splitting a bucket divides a stretch and merging joins two, so that a
//! cursor stays good however the hash changes. Expire times lie in the entries; each bucket's
//! earliest is kept beside the buckets of its page, if there is any.

use super::blob::{self, Entry, NewEntry, NewValue};
use super::outside::{Long, Outside};
use super::{Field, FieldText, Lifetime};
use bytes::Bytes;
use stdx::hash::KeyHasher;
use stdx::rng::Rng;

/// Fields of a bucket on average: more make a split, half as many a merge.
const FIELDS_PER_BUCKET: usize = 12;
/// Buckets of a page.
const PAGE: usize = 256;
/// Longest name and value that lie in a bucket.
const INSIDE_MAX: usize = 512;
/// Bits of a hash that cursors count in.
const POSITION_BITS: u32 = 32;
/// Empty buckets looked at for each field asked for.
const BUCKETS_PER_FIELD: usize = 10;
/// Due time of what does not expire.
pub(super) const NEVER: i64 = i64::MAX;

#[derive(Clone, Debug, Default)]
struct Bucket {
    bytes: Box<[u8]>,
    count: u32,
}

#[derive(Clone, Debug)]
struct Page {
    buckets: Vec<Bucket>,
    /// Earliest expire time of each bucket; empty if nothing here has ever expired.
    dues: Vec<i64>,
    /// At most the earliest of them.
    due_ms: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Large {
    pages: Vec<Page>,
    buckets: usize,
    len: usize,
    /// Fields with an expire time.
    expiring: usize,
    /// At most the earliest expire time.
    due_ms: i64,
    /// See [`super::Hash::noted_ms`].
    pub(super) noted_ms: i64,
    /// Most fields that a bucket has ever had.
    fullest: u32,
    /// Bytes of buckets and of their entries.
    bytes: usize,
    outside: Option<Box<Outside>>,
    hasher: KeyHasher,
}

/// Where a field lies.
#[derive(Clone, Copy)]
struct Place {
    bucket: usize,
    at: usize,
}

impl Large {
    pub(crate) fn new(hasher: KeyHasher) -> Self {
        let mut large = Self {
            pages: Vec::new(),
            buckets: 0,
            len: 0,
            expiring: 0,
            due_ms: NEVER,
            noted_ms: NEVER,
            fullest: 1,
            bytes: 0,
            outside: None,
            hasher,
        };
        large.push_bucket(Bucket::default());
        large
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn expiring(&self) -> usize {
        self.expiring
    }

    pub(super) fn due_ms(&self) -> i64 {
        self.due_ms
    }

    pub(crate) fn bytes(&self) -> usize {
        let outside = self.outside.as_ref();
        size_of::<Self>() + self.bytes + outside.map_or(0, |outside| outside.bytes())
    }

    pub(super) fn get(&self, name: &[u8]) -> Option<Field<'_>> {
        let place = self.find(name, self.hasher.hash(name))?;
        let bytes = &self.bucket(place.bucket).bytes;
        Some(self.field(bytes, &Entry::at(bytes, place.at)))
    }

    /// Stores a field; true if it is new.
    pub(super) fn set(&mut self, name: &[u8], value: &[u8], lifetime: Lifetime) -> bool {
        let hash = self.hasher.hash(name);
        let found = self.find(name, hash);
        self.put((name, hash), found, value, lifetime)
    }

    /// Stores a field without a value, unless there is one of this name; true if it is new.
    pub(crate) fn add(&mut self, name: &[u8]) -> bool {
        let hash = self.hasher.hash(name);
        let found = self.find(name, hash);
        found.is_none() && self.put((name, hash), None, &[], Lifetime::None)
    }

    /// Whether there is a field of this name.
    pub(crate) fn contains(&self, name: &[u8]) -> bool {
        self.find(name, self.hasher.hash(name)).is_some()
    }

    fn put(
        &mut self,
        (name, hash): (&[u8], u64),
        found: Option<Place>,
        value: &[u8],
        lifetime: Lifetime,
    ) -> bool {
        let (bucket, old) = match found {
            None => (self.bucket_of(hash), None),
            Some(place) => {
                let bytes = &self.bucket(place.bucket).bytes;
                (place.bucket, Some(Entry::at(bytes, place.at)))
            }
        };
        let bytes = &self.bucket(bucket).bytes;
        let end = bytes.len();
        let old_at_ms = old.as_ref().and_then(|old| old.expire_at_ms(bytes));
        let range = old.as_ref().map_or(end..end, Entry::range);
        let expire_at_ms = match lifetime {
            Lifetime::Keep => old_at_ms,
            Lifetime::None => None,
            Lifetime::At(at_ms) => Some(at_ms),
        };
        if let Some((number, _)) = old.and_then(|old| old.outside(bytes)) {
            self.remove_outside(number);
        }
        let entry = self.new_entry(blob::tag_of(hash), name, value, expire_at_ms);
        self.write(bucket, &entry, range);
        self.count_expiry(bucket, old_at_ms, expire_at_ms);
        if found.is_none() {
            self.added(bucket);
        }
        found.is_none()
    }

    /// Removes a field; false if there is none.
    pub(crate) fn remove(&mut self, name: &[u8]) -> bool {
        let Some(place) = self.find(name, self.hasher.hash(name)) else {
            return false;
        };
        self.remove_at(place);
        self.merge_if_sparse();
        true
    }

    /// Changes when a field expires; false if there is none.
    pub(super) fn set_expire(&mut self, name: &[u8], expire_at_ms: Option<i64>) -> bool {
        let hash = self.hasher.hash(name);
        let Some(place) = self.find(name, hash) else {
            return false;
        };
        let bytes = &self.bucket(place.bucket).bytes;
        let old = Entry::at(bytes, place.at);
        let old_at_ms = old.expire_at_ms(bytes);
        let (name, value) = (
            bytes[old.name.clone()].to_vec(),
            bytes[old.value.clone()].to_vec(),
        );
        let entry = NewEntry {
            tag: blob::tag_of(hash),
            expire_at_ms,
            name: &name,
            value: match old.outside(bytes) {
                None => NewValue::Inside(&value),
                Some((number, false)) => NewValue::Outside(number),
                Some((number, true)) => NewValue::BothOutside(number),
            },
        };
        self.write(place.bucket, &entry, old.range());
        self.count_expiry(place.bucket, old_at_ms, expire_at_ms);
        true
    }

    /// A field chosen at random, evenly.
    pub(crate) fn random(&self, rng: &mut Rng) -> Option<Field<'_>> {
        if self.len == 0 {
            return None;
        }
        loop {
            let bucket = self.bucket(rng.below(self.buckets as u64) as usize);
            let number = rng.below(u64::from(self.fullest)) as u32;
            if number < bucket.count {
                let mut at = 0;
                for _ in 0..number {
                    at = Entry::at(&bucket.bytes, at).end();
                }
                return Some(self.field(&bucket.bytes, &Entry::at(&bucket.bytes, at)));
            }
        }
    }

    /// Shows about `count` fields from `cursor` on (0: from the start), and returns the cursor of
    /// the next call, 0 at the end.
    pub(crate) fn scan<'a>(
        &'a self,
        cursor: u64,
        count: usize,
        visit: &mut dyn FnMut(Field<'a>),
    ) -> u64 {
        let mut position = cursor % (1 << POSITION_BITS);
        let (mut found, mut looked) = (0, 0);
        while found < count && looked < count.saturating_mul(BUCKETS_PER_FIELD) {
            let number = self.bucket_of(u64::from((position as u32).reverse_bits()));
            let bytes = &self.bucket(number).bytes;
            for entry in entries(bytes) {
                let field = self.field(bytes, &entry);
                if position_of(self.hash_of(&field)) >= position {
                    visit(field);
                    found += 1;
                }
            }
            looked += 1;
            let width = 1u64 << (POSITION_BITS - self.depth_of(number));
            position = (position & !(width - 1)) + width;
            if position >> POSITION_BITS != 0 {
                return 0;
            }
        }
        position
    }

    pub(crate) fn iter(&self) -> Iter<'_> {
        Iter {
            large: self,
            bucket: 0,
            at: 0,
        }
    }

    /// Removes fields whose time is over at `now_ms`, about `budget` at most, each shown to
    /// `on_field` before.
    pub(super) fn expire_some(
        &mut self,
        now_ms: i64,
        budget: usize,
        on_field: &mut dyn FnMut(&[u8]),
    ) -> usize {
        let mut removed = 0;
        for number in 0..self.pages.len() {
            if removed >= budget {
                break;
            }
            if self.pages[number].due_ms >= now_ms {
                continue;
            }
            for lane in 0..self.pages[number].dues.len() {
                if self.pages[number].dues[lane] < now_ms {
                    removed += self.expire_bucket(number * PAGE + lane, now_ms, on_field);
                }
                if removed >= budget {
                    break;
                }
            }
            let page = &mut self.pages[number];
            page.due_ms = page.dues.iter().copied().min().unwrap_or(NEVER);
        }
        let dues = self.pages.iter().map(|page| page.due_ms);
        let earliest = dues.min().unwrap_or(NEVER);
        self.due_ms = if self.expiring == 0 { NEVER } else { earliest };
        for _ in 0..removed {
            self.merge_if_sparse();
        }
        removed
    }

    /// Frees up to `steps` buckets and long values; true when none is left. Nothing may be looked
    /// up afterwards.
    pub(crate) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            let Some(page) = self.pages.last_mut() else {
                break;
            };
            if page.buckets.pop().is_none() {
                self.pages.pop();
            }
        }
        self.pages.is_empty()
            && self
                .outside
                .as_mut()
                .is_none_or(|outside| outside.free_some(steps))
    }

    fn expire_bucket(
        &mut self,
        number: usize,
        now_ms: i64,
        on_field: &mut dyn FnMut(&[u8]),
    ) -> usize {
        let (mut at, mut removed) = (0, 0);
        while at < self.bucket(number).bytes.len() {
            let bytes = &self.bucket(number).bytes;
            let entry = Entry::at(bytes, at);
            if entry
                .expire_at_ms(bytes)
                .is_some_and(|at_ms| at_ms < now_ms)
            {
                let field = self.field(bytes, &entry);
                if let FieldText::Bytes(name) = field.name {
                    on_field(name);
                }
                self.remove_at(Place { bucket: number, at });
                removed += 1;
            } else {
                at = entry.end();
            }
        }
        removed
    }

    fn find(&self, name: &[u8], hash: u64) -> Option<Place> {
        let number = self.bucket_of(hash);
        let bytes = &self.bucket(number).bytes;
        let tag = blob::tag_of(hash);
        let mut at = 0;
        while at < bytes.len() {
            let entry = Entry::at(bytes, at);
            if entry.has_tag(tag) && self.name_is(bytes, &entry, name) {
                return Some(Place { bucket: number, at });
            }
            at = entry.end();
        }
        None
    }

    #[inline]
    fn name_is(&self, bytes: &[u8], entry: &Entry, name: &[u8]) -> bool {
        match self.long_of(bytes, entry) {
            Some(Long {
                name: Some(long), ..
            }) => **long == *name,
            _ => bytes[entry.name.clone()] == *name,
        }
    }

    fn long_of(&self, bytes: &[u8], entry: &Entry) -> Option<&Long> {
        let (number, _) = entry.outside(bytes)?;
        self.outside.as_ref()?.get(number)
    }

    fn field<'a>(&'a self, bytes: &'a [u8], entry: &Entry) -> Field<'a> {
        let (name, value) = match self.long_of(bytes, entry) {
            None => (
                &bytes[entry.name.clone()],
                FieldText::Bytes(&bytes[entry.value.clone()]),
            ),
            Some(Long { name, value }) => (
                name.as_deref().unwrap_or(&bytes[entry.name.clone()]),
                FieldText::Shared(value),
            ),
        };
        Field {
            name: FieldText::Bytes(name),
            value,
            expire_at_ms: entry.expire_at_ms(bytes),
        }
    }

    fn hash_of(&self, field: &Field<'_>) -> u64 {
        match field.name {
            FieldText::Bytes(name) => self.hasher.hash(name),
            _ => unreachable!("names of large hashes are bytes"),
        }
    }

    /// Puts what is long elsewhere.
    fn new_entry<'a>(
        &mut self,
        tag: u8,
        name: &'a [u8],
        value: &'a [u8],
        expire_at_ms: Option<i64>,
    ) -> NewEntry<'a> {
        let mut outside = |name: Option<&[u8]>| {
            let value = Bytes::copy_from_slice(value);
            let name = name.map(Box::from);
            self.outside().insert(Long { name, value })
        };
        let (name, value) = if name.len() > INSIDE_MAX {
            (&[][..], NewValue::BothOutside(outside(Some(name))))
        } else if value.len() > INSIDE_MAX {
            (name, NewValue::Outside(outside(None)))
        } else {
            (name, NewValue::Inside(value))
        };
        NewEntry {
            tag,
            expire_at_ms,
            name,
            value,
        }
    }

    fn outside(&mut self) -> &mut Outside {
        self.outside.get_or_insert_default()
    }

    fn remove_outside(&mut self, number: u32) {
        let outside = self.outside();
        outside.remove(number);
        if outside.is_empty() {
            self.outside = None;
        }
    }

    fn write(&mut self, number: usize, entry: &NewEntry<'_>, old: std::ops::Range<usize>) {
        let bucket = self.bucket_mut(number);
        let before = bucket.bytes.len();
        entry.write(&mut bucket.bytes, old);
        let after = bucket.bytes.len();
        self.bytes = self.bytes + after - before;
    }

    fn remove_at(&mut self, place: Place) {
        let bytes = &self.bucket(place.bucket).bytes;
        let entry = Entry::at(bytes, place.at);
        let old_at_ms = entry.expire_at_ms(bytes);
        if let Some((number, _)) = entry.outside(bytes) {
            self.remove_outside(number);
        }
        let range = entry.range();
        self.bytes -= range.len();
        self.len -= 1;
        let bucket = self.bucket_mut(place.bucket);
        blob::remove(&mut bucket.bytes, range);
        bucket.count -= 1;
        self.count_expiry(place.bucket, old_at_ms, None);
    }

    fn added(&mut self, number: usize) {
        self.len += 1;
        let bucket = self.bucket_mut(number);
        bucket.count += 1;
        let count = bucket.count;
        self.fullest = self.fullest.max(count);
        if self.len > self.buckets * FIELDS_PER_BUCKET {
            self.split();
        }
    }

    /// A field's expire time has changed: keeps the account and the earliest times.
    fn count_expiry(&mut self, number: usize, old: Option<i64>, new: Option<i64>) {
        if old == new {
            return;
        }
        self.expiring = self.expiring - usize::from(old.is_some()) + usize::from(new.is_some());
        let earliest = earliest(&self.bucket(number).bytes);
        self.note_due(number, earliest);
        if self.expiring == 0 {
            self.due_ms = NEVER;
        }
    }

    fn note_due(&mut self, number: usize, at_ms: i64) {
        let page = &mut self.pages[number / PAGE];
        if page.dues.is_empty() {
            if at_ms == NEVER {
                return;
            }
            page.dues.reserve_exact(page.buckets.capacity());
            page.dues.resize(page.buckets.len(), NEVER);
            self.bytes += page.dues.capacity() * size_of::<i64>();
        }
        page.dues[number % PAGE] = at_ms;
        page.due_ms = page.due_ms.min(at_ms);
        self.due_ms = self.due_ms.min(at_ms);
    }

    /// Divides the bucket whose turn it is.
    fn split(&mut self) {
        let new = self.buckets;
        let from = new - (1 << new.ilog2());
        let old = std::mem::take(self.bucket_mut(from));
        self.bytes -= old.bytes.len();
        self.push_bucket(Bucket::default());
        let mut halves = [(from, Vec::new(), 0), (new, Vec::new(), 0)];
        for entry in entries(&old.bytes) {
            let hash = self.hash_of(&self.field(&old.bytes, &entry));
            let half = &mut halves[usize::from(self.bucket_of(hash) == new)];
            half.1.extend_from_slice(&old.bytes[entry.range()]);
            half.2 += 1;
        }
        for (number, bytes, count) in halves {
            self.put_bucket(number, bytes, count);
        }
    }

    /// Joins the last bucket with the one it was split from, if there are few fields.
    fn merge_if_sparse(&mut self) {
        if self.buckets == 1 || self.len * 2 >= (self.buckets - 1) * FIELDS_PER_BUCKET {
            return;
        }
        let last = self.buckets - 1;
        let into = last - (1 << last.ilog2());
        let Some(gone) = self.pop_bucket() else {
            return;
        };
        let old = std::mem::take(self.bucket_mut(into));
        self.bytes -= old.bytes.len();
        let bytes = [&old.bytes[..], &gone.bytes[..]].concat();
        self.put_bucket(into, bytes, old.count + gone.count);
    }

    fn put_bucket(&mut self, number: usize, bytes: Vec<u8>, count: u32) {
        self.bytes += bytes.len();
        self.fullest = self.fullest.max(count);
        let due_ms = if self.expiring == 0 {
            NEVER
        } else {
            earliest(&bytes)
        };
        *self.bucket_mut(number) = Bucket {
            bytes: bytes.into_boxed_slice(),
            count,
        };
        self.note_due(number, due_ms);
    }

    fn push_bucket(&mut self, bucket: Bucket) {
        if self.buckets.is_multiple_of(PAGE) {
            self.pages.push(Page {
                buckets: Vec::new(),
                dues: Vec::new(),
                due_ms: NEVER,
            });
            self.bytes += size_of::<Page>();
        }
        self.buckets += 1;
        let Some(page) = self.pages.last_mut() else {
            return;
        };
        let before = page.heap_bytes();
        if page.buckets.len() == page.buckets.capacity() {
            page.buckets.reserve_exact((page.buckets.len() / 2).max(1));
        }
        page.buckets.push(bucket);
        if !page.dues.is_empty() {
            page.dues.push(NEVER);
        }
        self.bytes = self.bytes + page.heap_bytes() - before;
    }

    fn pop_bucket(&mut self) -> Option<Bucket> {
        let page = self.pages.last_mut()?;
        let bucket = page.buckets.pop()?;
        page.dues.truncate(page.buckets.len());
        self.buckets -= 1;
        self.bytes -= bucket.bytes.len();
        if page.buckets.is_empty() {
            self.bytes -= page.heap_bytes() + size_of::<Page>();
            self.pages.pop();
        }
        Some(bucket)
    }

    #[inline]
    fn bucket(&self, number: usize) -> &Bucket {
        &self.pages[number / PAGE].buckets[number % PAGE]
    }

    #[inline]
    fn bucket_mut(&mut self, number: usize) -> &mut Bucket {
        &mut self.pages[number / PAGE].buckets[number % PAGE]
    }

    /// The bucket of a field with this hash.
    #[inline]
    fn bucket_of(&self, hash: u64) -> usize {
        let half = 1usize << self.buckets.ilog2();
        let number = hash as u32 as usize & (2 * half - 1);
        if number < self.buckets {
            number
        } else {
            number & (half - 1)
        }
    }

    /// How many low bits of the hash the fields of a bucket have in common.
    fn depth_of(&self, number: usize) -> u32 {
        let level = self.buckets.ilog2();
        let half = 1usize << level;
        let divided = number >= half || number + half < self.buckets;
        level + u32::from(divided)
    }
}

impl Page {
    fn heap_bytes(&self) -> usize {
        self.buckets.capacity() * size_of::<Bucket>() + self.dues.capacity() * size_of::<i64>()
    }
}

/// Place of a hash in the order of walks.
fn position_of(hash: u64) -> u64 {
    u64::from((hash as u32).reverse_bits())
}

fn entries(bytes: &[u8]) -> impl Iterator<Item = Entry> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        (at < bytes.len()).then(|| {
            let entry = Entry::at(bytes, at);
            at = entry.end();
            entry
        })
    })
}

fn earliest(bytes: &[u8]) -> i64 {
    let times = entries(bytes).filter_map(|entry| entry.expire_at_ms(bytes));
    times.min().unwrap_or(NEVER)
}

/// All fields, in no order.
#[derive(Clone, Debug)]
pub(crate) struct Iter<'a> {
    large: &'a Large,
    bucket: usize,
    at: usize,
}

impl<'a> Iterator for Iter<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        while self.bucket < self.large.buckets {
            let bytes = &self.large.bucket(self.bucket).bytes;
            if self.at < bytes.len() {
                let entry = Entry::at(bytes, self.at);
                self.at = entry.end();
                return Some(self.large.field(bytes, &entry));
            }
            self.bucket += 1;
            self.at = 0;
        }
        None
    }
}
