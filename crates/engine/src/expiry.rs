//! Active expiry: which slots have keys whose time has come, without sampling.
//!
//! Must never delete anything by itself; it names slots, and the slots know their due keys.

use std::collections::BTreeMap;

use commands::EventClass;
use keyspace::Slot;
use stdx::steps::{Step, timed};

use crate::core::Core;
use crate::history::Event;
use crate::latency::LatencyEvent;
use crate::marks::Mark;
use crate::replication::Wrap;

/// Slots are noted under the time of their first due key, rounded up to this: due keys are gone
/// at most this much late, and one slot with many due times is noted seldom.
const GRAIN_MS: i64 = 16;

/// Keys deleted in one turn: few, so that requests hardly wait for them, but more the later they
/// are, so that they cannot fall behind for long. What is left keeps the core awake for the next
/// turn.
const TURN_KEYS_MIN: usize = 16;
const TURN_KEYS_MAX: usize = 128;
/// One more for every so many milliseconds.
const LATE_MS_PER_KEY: i64 = 4;

/// Due times of one core's slots.
#[derive(Debug, Default)]
pub(crate) struct ExpiryClock {
    due: BTreeMap<i64, Vec<u16>>,
    /// Earliest due time under which each slot is noted; `i64::MAX`: not at all.
    noted: Vec<i64>,
}

impl ExpiryClock {
    /// Notes a slot under its first due key, if it is not noted so early already.
    #[inline]
    pub(crate) fn note(&mut self, slot: &Slot) {
        if let Some(due_ms) = slot.next_due_ms() {
            self.note_at(slot.number(), due_ms);
        }
    }

    fn note_at(&mut self, slot: u16, due_ms: i64) {
        if self.noted.is_empty() {
            self.noted = vec![i64::MAX; stdx::slot::SLOTS];
        }
        let grain = due_ms.saturating_add(GRAIN_MS - 1).div_euclid(GRAIN_MS) * GRAIN_MS;
        let noted = &mut self.noted[usize::from(slot)];
        if grain < *noted {
            *noted = grain;
            self.due.entry(grain).or_default().push(slot);
        }
    }

    /// The slot is noted under its first due key or before, if it has one.
    pub(crate) fn reminds_of(&self, slot: &Slot) -> bool {
        slot.next_due_ms().is_none_or(|due_ms| {
            let noted = self.noted.get(usize::from(slot.number()));
            noted.is_some_and(|&noted| noted <= due_ms.saturating_add(GRAIN_MS))
        })
    }

    /// The slot may have keys or fields that expire.
    #[inline]
    pub(crate) fn is_noted(&self, slot: u16) -> bool {
        let noted = self.noted.get(usize::from(slot));
        noted.is_some_and(|&noted| noted != i64::MAX)
    }

    pub(crate) fn next_due_ms(&self) -> Option<i64> {
        self.due.first_key_value().map(|(&due_ms, _)| due_ms)
    }

    /// A slot that is noted under a time that has come.
    fn pop(&mut self, now_ms: i64) -> Option<u16> {
        let mut entry = self.due.first_entry()?;
        let due_ms = *entry.key();
        if due_ms > now_ms {
            return None;
        }
        let slot = entry.get_mut().pop();
        if entry.get().is_empty() {
            entry.remove();
        }
        let slot = slot?;
        let noted = &mut self.noted[usize::from(slot)];
        if *noted == due_ms {
            *noted = i64::MAX;
        }
        Some(slot)
    }

    /// Starts again from the slots' content, after all of them were elsewhere.
    pub(crate) fn rebuild<'a>(&mut self, slots: impl Iterator<Item = &'a Slot>) {
        self.due.clear();
        self.noted.clear();
        for slot in slots {
            self.note(slot);
        }
    }
}

impl Core {
    /// Deletes keys whose time has come, a bounded number.
    pub(crate) fn expire_due(&mut self) {
        let due = self
            .expiry
            .next_due_ms()
            .is_some_and(|due_ms| due_ms <= self.now_ms);
        if !due || !self.control.active_expire || self.keeps_expired() || self.held() {
            return;
        }
        let started_ns = self.bodies.stopwatch.now_ns();
        timed(Step::Expiry, || self.expire_slots());
        let ns = self.bodies.stopwatch.now_ns().saturating_sub(started_ns);
        self.stats.expire_ns += ns;
        self.bodies.latency.note(LatencyEvent::ExpireCycle, ns);
    }

    fn expire_slots(&mut self) {
        let late_ms = self
            .expiry
            .next_due_ms()
            .map_or(0, |due_ms| self.now_ms.saturating_sub(due_ms));
        let more = usize::try_from(late_ms / LATE_MS_PER_KEY).unwrap_or(0);
        let mut budget = TURN_KEYS_MIN.saturating_add(more).min(TURN_KEYS_MAX);
        while budget > 0 {
            let Some(slot) = self.expiry.pop(self.now_ms) else {
                return;
            };
            let Some(content) = self.directory.peek_mut(slot) else {
                // A lent slot is noted again when it comes home.
                continue;
            };
            let now_ms = content.now_ms(self.now_ms);
            let keeps_history = self.bodies.keeps_history();
            let mut recorded: Vec<(u32, Vec<u8>)> = Vec::new();
            let mut expired = 0;
            let settings = std::sync::Arc::clone(&self.bodies.settings);
            let (stats, effects) = (&mut self.bodies.keyspace_stats, &mut self.bodies.effects);
            content.expire_due(now_ms, budget, stats, &mut |db, key| {
                expired += 1;
                effects.events.note(db, EventClass::EXPIRED, "expired", key);
                effects.command(db, &[commands::removal(&settings), key]);
                if keeps_history {
                    recorded.push((db, key.to_vec()));
                }
            });
            let left = budget.saturating_sub(expired);
            let mut fields = 0;
            content.expire_fields(now_ms, left, stats, &mut |db, gone| {
                fields += gone.names.len();
                commands::note_expired_fields(effects, db, &gone);
            });
            expired += fields;
            self.bodies.end_unit(Wrap::Never);
            self.expiry.note(content);
            self.reclaiming.note(content, 0);
            let awaited = content.has_ready();
            self.directory.settle(slot);
            if awaited {
                self.serve_expired(slot);
            }
            budget = budget.saturating_sub(expired.max(1));
            if expired > 0 {
                self.bodies.position += 1;
                self.bodies.wrote = true;
                self.marks.hit(Mark::ExpiredActively);
            }
            for (db, key) in recorded {
                self.bodies.position += 1;
                self.bodies
                    .record(Event::Expired { db, key }, None, Vec::new(), now_ms);
            }
        }
    }
}
