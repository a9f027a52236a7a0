//! A snapshot: what every slot held at the end of one barrier.
//!
//! From then on each core saves the slots that it has, some in every turn; whoever is about to
//! change one that is not saved, saves it first, be it its owner or a core it was lent to. (What
//! only disappears because its time is over may be missing: replicas are told so once more.) Every
//! slot carries the number of the snapshot that has it, so that it is saved once however it moves.
//! Must never change a slot.

use std::collections::VecDeque;

use commands::snapshot::{KeysSaved, UsesTold, save_slot};
use keyspace::{Slot, SlotView};
use rdb::Writer;
use settings::Param;

use super::{HUB, ReplicationMessage};
use crate::call::Bodies;
use crate::core::Core;
use crate::place::Place;

/// A turn saves slots until it has looked at so many, or written so much.
const TURN_SLOTS_MAX: usize = 512;
const TURN_BYTES_MAX: usize = 128 * 1024;

/// What slots held.
#[derive(Debug)]
pub struct Part {
    pub(crate) snapshot: u32,
    /// Slots that are saved; some may be named more than once.
    pub(crate) slots: Vec<u16>,
    pub(crate) keys: Vec<KeysSaved>,
    /// Of all of `keys`, in their order.
    pub(crate) bytes: Vec<u8>,
}

/// One core's work on a snapshot.
#[derive(Default)]
pub(crate) struct Saver {
    snapshot: u32,
    /// Slots that may not have been saved.
    pending: VecDeque<u16>,
    /// Of these, those that were away when their turn came.
    away: Vec<u16>,
    slots: Vec<u16>,
    keys: Vec<KeysSaved>,
    writer: Option<Writer>,
}

impl Saver {
    pub(super) fn has_work(&self) -> bool {
        !self.pending.is_empty()
    }

    /// What was saved since the last call.
    pub(super) fn take_part(&mut self) -> Option<Part> {
        if self.slots.is_empty() {
            return None;
        }
        Some(Part {
            snapshot: self.snapshot,
            slots: std::mem::take(&mut self.slots),
            keys: std::mem::take(&mut self.keys),
            bytes: self.writer.as_mut().map(Writer::take).unwrap_or_default(),
        })
    }

    fn bytes(&self) -> usize {
        self.writer.as_ref().map_or(0, |w| w.as_bytes().len())
    }

    /// Saves a slot if it is not saved yet.
    fn save(&mut self, content: &mut Slot, bodies: &Bodies, uses: UsesTold, now_ms: i64) {
        if content.is_saved_in(self.snapshot) {
            return;
        }
        content.note_saved_in(self.snapshot);
        self.slots.push(content.number());
        let compress = bodies.settings.rdb_compression;
        let writer = self.writer.get_or_insert_with(|| Writer::new(compress));
        let keys = &mut self.keys;
        let how = (&*bodies.settings, uses);
        save_slot(content, now_ms, how, writer, &mut |saved| keys.push(saved));
    }
}

impl Core {
    /// A snapshot begins at this moment, or is over (0).
    pub(super) fn begin_saving(&mut self, snapshot: u32) {
        if snapshot == self.replication.saving {
            return;
        }
        self.replication.saving = snapshot;
        self.replication.saver = Saver {
            snapshot,
            ..Saver::default()
        };
        if snapshot != 0 {
            self.replication.saver.pending = self.directory.owned().collect();
        }
    }

    /// A slot has come here for good.
    pub(crate) fn note_slot_to_save(&mut self, slot: u16) {
        if self.replication.saving != 0 {
            self.replication.saver.pending.push_back(slot);
        }
    }

    /// A slot that is here is about to be changed.
    #[cold]
    pub(crate) fn save_before_change(&mut self, slot: u16) {
        let (uses, now_ms) = (self.uses_told(), self.now_ms);
        if let Some(content) = self.directory.here(slot) {
            let saver = &mut self.replication.saver;
            saver.save(content, &self.bodies, uses, now_ms);
        }
    }

    /// Slots in hand are about to be changed.
    pub(crate) fn save_held(&mut self, held: &mut [Box<Slot>]) {
        if self.replication.saving != 0 {
            let (uses, now_ms) = (self.uses_told(), self.now_ms);
            for content in held {
                let saver = &mut self.replication.saver;
                saver.save(content, &self.bodies, uses, now_ms);
            }
        }
    }

    /// Saves some slots of this core.
    pub(super) fn save_some(&mut self) {
        let nothing = self.replication.saver.pending.is_empty();
        if self.held() || nothing && self.replication.saver.away.is_empty() {
            return;
        }
        let (uses, now_ms) = (self.uses_told(), self.now_ms);
        let Self {
            replication,
            directory,
            bodies,
            ..
        } = self;
        let saver = &mut replication.saver;
        let away = std::mem::take(&mut saver.away);
        saver.pending.extend(away);
        for _ in 0..TURN_SLOTS_MAX.min(saver.pending.len()) {
            if saver.bytes() > TURN_BYTES_MAX {
                return;
            }
            let Some(slot) = saver.pending.pop_front() else {
                return;
            };
            match directory.place(slot) {
                Place::Here(_) => {
                    if let Some(content) = directory.peek_mut(slot) {
                        saver.save(content, bodies, uses, now_ms);
                        saver.slots.push(slot);
                    }
                }
                // Whatever is in it later was not there at the moment of the snapshot.
                Place::Empty => saver.slots.push(slot),
                Place::Lent(_) => saver.away.push(slot),
                // Its new owner looks at it when it comes.
                Place::Moved => {}
            }
        }
    }

    /// A body over all slots has run, and has told of what it did if `told` says so. What was not
    /// saved before it is lost for the snapshot, which has to be taken anew.
    pub(crate) fn look_for_spoiling(&mut self, told: bool, view: &mut SlotView<'_>) {
        let snapshot = self.replication.saving;
        if snapshot == 0 || !told {
            return;
        }
        let mut spoiled = false;
        view.for_each(&mut |slot| spoiled |= !slot.is_saved_in(snapshot));
        if spoiled {
            self.tell_replication(HUB, ReplicationMessage::Spoiled(snapshot));
        }
    }

    fn uses_told(&self) -> UsesTold {
        let policy = self.control.settings.word(Param::MaxMemoryPolicy);
        if policy.contains("lfu") {
            UsesTold::Frequencies
        } else if policy.contains("lru") {
            UsesTold::IdleTimes
        } else {
            UsesTold::None
        }
    }
}
