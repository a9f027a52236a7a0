//! One hash slot: everything that belongs to its keys, as one owned value.
//!
//! The tables of all numbered databases, who watches a key, who waits for one, who subscribed to
//! a channel, and the greatest time used here. It moves between cores as a box; it never knows
//! where it is.

mod attachments;
mod channels;
mod evict;
#[cfg(test)]
mod tests;
mod waiters;
mod watches;

pub use attachments::SlotLoad;
pub use waiters::{ReadyKey, Waiter};

use crate::stats::KeyspaceStats;
use crate::table::{ExpiredFields, Table, TableMemory};
use attachments::Attachments;
use stdx::hash::KeyHasher;
use values::digest::DIGEST_BYTES;

/// What all slots of a process have in common.
#[derive(Clone, Copy, Debug)]
pub struct SlotConfig {
    /// The hasher of keys.
    pub hasher: KeyHasher,
}

/// Tables of databases above 0, in the order of their numbers.
#[derive(Debug, Default)]
struct Others {
    tables: Vec<(u32, Table)>,
}

/// The content of one hash slot. In this order one cache line holds all that finding a key of
/// database 0 needs: an allocator keeps pieces of this size 192 bytes apart. To ask for the
/// alignment as well makes it look for more than it then gives.
#[derive(Debug)]
#[repr(C)]
pub struct Slot {
    now_ms: i64,
    /// Database 0: most slots have no other.
    first: Table,
    /// The other databases, by number.
    others: Option<Box<Others>>,
    /// What few slots have.
    attachments: Option<Box<Attachments>>,
    number: u16,
    /// The last snapshot that has what the slot held at its moment; 0: none.
    saved_in: u32,
}

impl Slot {
    /// An empty slot; allocates nothing.
    pub fn new(number: u16, config: &SlotConfig) -> Self {
        Self {
            first: Table::new(config.hasher),
            others: None,
            attachments: None,
            now_ms: i64::MIN,
            number,
            saved_in: 0,
        }
    }

    /// Whether this snapshot has what it wants of the slot.
    #[inline]
    pub fn is_saved_in(&self, snapshot: u32) -> bool {
        self.saved_in == snapshot
    }

    /// This snapshot has it.
    pub fn note_saved_in(&mut self, snapshot: u32) {
        self.saved_in = snapshot;
    }

    /// Number of the slot.
    #[inline]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// The hash of a key, for the methods of tables that want it.
    #[inline]
    pub fn hash(&self, key: &[u8]) -> u64 {
        self.first.hash(key)
    }

    /// The hasher of keys, and of what their values hash.
    pub fn hasher(&self) -> KeyHasher {
        self.first.hasher()
    }

    /// Whether nothing would be lost if the slot were dropped: no keys, watches, waiters,
    /// channels, and no freed memory that is to be returned in steps.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.is_empty_besides()
    }

    /// Whether nothing but database 0 holds anything.
    fn is_empty_besides(&self) -> bool {
        self.tables().all(|(db, table)| db == 0 || table.is_empty())
            && self.attachments.as_ref().is_none_or(|rare| rare.is_empty())
    }

    /// What the slot has besides keys.
    pub fn load(&self) -> SlotLoad {
        let attachments = self.attachments.as_ref();
        attachments.map_or_else(SlotLoad::default, |rare| rare.load())
    }

    /// The slot's clock: `now_ms`, or the greatest time used here before if that is later.
    #[inline]
    pub fn now_ms(&mut self, now_ms: i64) -> i64 {
        self.now_ms = self.now_ms.max(now_ms);
        self.now_ms
    }

    /// The table of a database; None if it was never used.
    #[inline(always)]
    pub fn table(&self, db: u32) -> Option<&Table> {
        if db == 0 {
            return Some(&self.first);
        }
        self.other_table(db)
    }

    fn other_table(&self, db: u32) -> Option<&Table> {
        let others = &self.others.as_ref()?.tables;
        let place = others.binary_search_by_key(&db, |(number, _)| *number);
        place.ok().map(|place| &others[place].1)
    }

    /// The table of a database, made if need be.
    #[inline(always)]
    pub fn table_mut(&mut self, db: u32) -> &mut Table {
        if db == 0 {
            return &mut self.first;
        }
        self.other_table_mut(db)
    }

    fn other_table_mut(&mut self, db: u32) -> &mut Table {
        let hasher = self.first.hasher();
        let others = &mut self.others.get_or_insert_default().tables;
        let place = match others.binary_search_by_key(&db, |(number, _)| *number) {
            Ok(place) => place,
            Err(place) => {
                others.insert(place, (db, Table::new(hasher)));
                place
            }
        };
        &mut others[place].1
    }

    fn tables(&self) -> impl Iterator<Item = (u32, &Table)> {
        let others = self.others.iter().flat_map(|others| &others.tables);
        std::iter::once((0, &self.first)).chain(others.map(|(db, table)| (*db, table)))
    }

    /// Keys of a database.
    pub fn keys(&self, db: u32) -> usize {
        self.table(db).map_or(0, Table::len)
    }

    /// Keys of a database that have an expiry time.
    pub fn expires(&self, db: u32) -> usize {
        self.table(db).map_or(0, Table::expires_len)
    }

    /// The databases that hold keys, by number.
    pub fn databases(&self) -> impl Iterator<Item = u32> {
        let used = self.tables().filter(|(_, table)| !table.is_empty());
        used.map(|(db, _)| db)
    }

    /// Removes all keys of one database or of all. Watches of keys that existed notice. Large
    /// tables are freed by [`Self::reclaim`].
    pub fn flush(&mut self, db: Option<u32>) {
        let flushed: Vec<u32> = match db {
            Some(db) => vec![db],
            None => self.tables().map(|(db, _)| db).collect(),
        };
        for db in flushed {
            self.touch_existing(db, db);
            self.signal_all_changed(db);
            let mut table = self.replace_table(db, Table::new(self.first.hasher()));
            if table.is_large() {
                table.dissolve();
                self.attachments.get_or_insert_default().doomed.push(table);
            }
        }
        if db.is_none() {
            self.others = None;
        }
    }

    /// Exchanges the content of two databases. Watches of keys that exist in either notice, and
    /// keys that others wait for and that now exist become ready.
    pub fn swap_databases(&mut self, a: u32, b: u32) {
        if a == b || (self.keys(a) == 0 && self.keys(b) == 0) {
            return;
        }
        self.touch_existing(a, b);
        self.touch_existing(b, a);
        let of_a = self.replace_table(a, Table::new(self.first.hasher()));
        let of_b = self.replace_table(b, of_a);
        self.replace_table(a, of_b);
        self.signal_existing(a);
        self.signal_all_changed(a);
        self.signal_all_changed(b);
        self.signal_existing(b);
    }

    fn replace_table(&mut self, db: u32, table: Table) -> Table {
        if db != 0 && self.table(db).is_none() && table.is_empty() {
            return table;
        }
        std::mem::replace(self.table_mut(db), table)
    }

    /// When the next key may have to be removed, in unix ms.
    #[inline]
    pub fn next_due_ms(&self) -> Option<i64> {
        if self.others.is_none() {
            return self.first.next_due_ms();
        }
        self.tables()
            .filter_map(|(_, table)| table.next_due_ms())
            .min()
    }

    /// Removes keys whose time is over at `now_ms`, each after `on_key` was told its database and
    /// name; watches notice. At most `budget` records are looked at. Returns whether there is
    /// more to do.
    pub fn expire_due(
        &mut self,
        now_ms: i64,
        budget: usize,
        stats: &mut KeyspaceStats,
        on_key: &mut dyn FnMut(u32, &[u8]),
    ) -> bool {
        let now_ms = self.now_ms(now_ms);
        let Self {
            first,
            others,
            attachments,
            ..
        } = self;
        let mut left = budget;
        let others = others.iter_mut().flat_map(|others| &mut others.tables);
        let tables = std::iter::once((0, first)).chain(others.map(|(db, table)| (*db, table)));
        let mut more = false;
        for (db, table) in tables {
            more |= table.expire_due(now_ms, &mut left, &mut |key| {
                if let Some(rare) = attachments.as_mut() {
                    rare.watches.touch(db, key);
                    rare.waiters.changed(db, key);
                }
                stats.expired += 1;
                stats.expired_active += 1;
                on_key(db, key);
            });
        }
        more
    }

    /// Removes fields of hashes whose time is over at `now_ms`, and hashes of which nothing is
    /// left; each hash is told to `on_fields` with its database, and watches notice. About `budget`
    /// fields at most. Returns whether there is more to do.
    pub fn expire_fields(
        &mut self,
        now_ms: i64,
        budget: usize,
        stats: &mut KeyspaceStats,
        on_fields: &mut dyn FnMut(u32, ExpiredFields<'_>),
    ) -> bool {
        let now_ms = self.now_ms(now_ms);
        let Self {
            first,
            others,
            attachments,
            ..
        } = self;
        let mut left = budget;
        let others = others.iter_mut().flat_map(|others| &mut others.tables);
        let tables = std::iter::once((0, first)).chain(others.map(|(db, table)| (*db, table)));
        let mut more = false;
        for (db, table) in tables {
            more |= table.expire_fields(now_ms, &mut left, &mut |expired| {
                if let Some(rare) = attachments.as_mut() {
                    rare.watches.touch(db, expired.key);
                }
                stats.expired_fields += expired.names.len() as u64;
                on_fields(db, expired);
            });
        }
        more
    }

    /// Keys of a database with fields that expire.
    pub fn expiring_hashes(&self, db: u32) -> usize {
        self.table(db).map_or(0, Table::expiring_hashes)
    }

    /// Frees about `steps` pieces of what was removed but is too large to be freed at once;
    /// true when nothing is left. To be called when there is time.
    pub fn reclaim(&mut self, steps: usize) -> bool {
        let mut done = self.first.reclaim(steps);
        for (_, table) in self.others.iter_mut().flat_map(|others| &mut others.tables) {
            done &= table.reclaim(steps);
        }
        if let Some(rare) = self.attachments.as_mut()
            && let Some(table) = rare.doomed.last_mut()
        {
            done = false;
            if table.dissolve_some(steps) {
                rare.doomed.pop();
                self.drop_empty_attachments();
            }
        }
        done
    }

    /// Whether [`Self::tidy`] has something to do.
    #[inline]
    pub fn is_untidy(&self) -> bool {
        self.first.is_untidy() || self.others_are_untidy()
    }

    fn others_are_untidy(&self) -> bool {
        let mut others = self.others.iter().flat_map(|others| &others.tables);
        others.any(|(_, table)| table.is_untidy())
    }

    /// Moves some entries together where much memory is unused; true when nothing is left to be
    /// done. To be called when there is time.
    pub fn tidy(&mut self) -> bool {
        let mut done = self.first.tidy();
        for (_, table) in self.others.iter_mut().flat_map(|others| &mut others.tables) {
            done &= table.tidy();
        }
        done
    }

    /// Moves memory to where it leaves less unused around it, about so many pieces of each table.
    /// Nothing else changes.
    pub fn settle(&mut self, pieces: usize) {
        self.first.settle(pieces);
        for (_, table) in self.others.iter_mut().flat_map(|others| &mut others.tables) {
            table.settle(pieces);
        }
    }

    /// Heap bytes of all tables together, and of the slot itself.
    pub fn memory(&self) -> (TableMemory, usize) {
        let mut sum = TableMemory::default();
        for (_, table) in self.tables() {
            let memory = table.memory();
            sum.arena += memory.arena;
            sum.live += memory.live;
            sum.index += memory.index;
            sum.objects += memory.objects;
            sum.expiry += memory.expiry;
        }
        let others = self.others.as_ref().map_or(0, |others| {
            size_of_val(&**others) + others.tables.capacity() * size_of::<(u32, Table)>()
        });
        let attached = self
            .attachments
            .as_ref()
            .map_or(0, |rare| size_of_val(&**rare));
        (sum, size_of::<Self>() + others + attached)
    }

    /// Combines the digests of all keys into `total`.
    pub fn digest(&self, total: &mut [u8; DIGEST_BYTES]) {
        for (db, table) in self.tables() {
            table.digest(db, total);
        }
    }

    fn drop_empty_attachments(&mut self) {
        if self
            .attachments
            .as_ref()
            .is_some_and(|rare| rare.is_empty())
        {
            self.attachments = None;
        }
    }
}
