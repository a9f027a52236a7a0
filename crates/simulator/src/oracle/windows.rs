//! Questions over all slots that are answered slot by slot: KEYS and DBSIZE outside of
//! transactions may see each slot at any moment between request and reply.

use std::collections::{BTreeMap, BTreeSet};

use engine::Record;
use stdx::slot::slot_of;

use crate::connection::Moment;
use crate::model::Model;
use crate::wire;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Keys,
    Count,
    /// One key.
    Any,
}

/// Keys of one slot with their expire times.
type Content = BTreeMap<Vec<u8>, Option<i64>>;

#[derive(Clone, Debug)]
struct Window {
    kind: Question,
    db: u32,
    /// The request was sent when this stamp was the last.
    sent_stamp: u64,
    /// The reply arrived.
    end: Moment,
    reply: Vec<u8>,
    /// Each state of each slot that was seen meanwhile; `None` until the window is open.
    seen: Option<BTreeMap<u16, Vec<Content>>>,
    /// What is wrong with the reply.
    fault: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Windows {
    all: Vec<Window>,
    /// Those that are not judged yet.
    active: Vec<usize>,
    /// Every slot that may hold a key.
    slots: BTreeSet<u16>,
}

impl Windows {
    pub(super) fn new(keys: &[Vec<u8>]) -> Self {
        let slots = keys.iter().map(|key| slot_of(key)).collect();
        Self {
            slots,
            ..Self::default()
        }
    }

    /// A question was asked. Without a reply there is nothing to judge.
    pub(super) fn open(
        &mut self,
        kind: Question,
        db: u32,
        sent_stamp: u64,
        reply: Option<(Moment, Vec<u8>)>,
    ) -> usize {
        let number = self.all.len();
        if reply.is_some() {
            self.active.push(number);
        }
        let (end, reply) = reply.unwrap_or_default();
        self.all.push(Window {
            kind,
            db,
            sent_stamp,
            end,
            reply,
            seen: None,
            fault: None,
        });
        number
    }

    /// The history goes on with this record: windows open and close before it.
    pub(super) fn reach(&mut self, model: &Model, record: &Record) {
        let Self { all, active, slots } = self;
        active.retain(|&number| {
            let window = &mut all[number];
            let sent = (window.sent_stamp, false);
            if window.seen.is_none() && (record.stamp, record.reads_only) > sent {
                window.look(model, slots);
            }
            let goes_on = record.stamp <= window.end.stamp;
            if !goes_on {
                window.judge();
            }
            goes_on
        });
    }

    /// Something has changed.
    pub(super) fn observe(&mut self, model: &Model) {
        for &number in &self.active {
            if self.all[number].seen.is_some() {
                self.all[number].look(model, &self.slots);
            }
        }
    }

    /// The history is over.
    pub(super) fn end(&mut self, model: &Model) {
        for number in std::mem::take(&mut self.active) {
            self.all[number].look(model, &self.slots);
            self.all[number].judge();
        }
    }

    /// What was wrong with the answer to a question.
    pub(super) fn fault(&self, number: usize) -> Option<&str> {
        self.all.get(number)?.fault.as_deref()
    }
}

impl Window {
    fn look(&mut self, model: &Model, slots: &BTreeSet<u16>) {
        let mut contents: BTreeMap<u16, Content> = BTreeMap::new();
        for (key, expire_at_ms) in model.entries(self.db) {
            contents
                .entry(slot_of(key))
                .or_default()
                .insert(key.clone(), expire_at_ms);
        }
        let seen = self.seen.get_or_insert_default();
        for &slot in slots {
            let content = contents.remove(&slot).unwrap_or_default();
            let states = seen.entry(slot).or_default();
            if !states.contains(&content) {
                states.push(content);
            }
        }
    }

    fn judge(&mut self) {
        let seen = self.seen.clone().unwrap_or_default();
        self.fault = match self.kind {
            Question::Keys => self.judge_keys(&seen),
            Question::Count => self.judge_count(&seen),
            Question::Any => self.judge_any(&seen),
        };
    }

    fn judge_keys(&self, seen: &BTreeMap<u16, Vec<Content>>) -> Option<String> {
        let mut told: BTreeMap<u16, BTreeSet<Vec<u8>>> = BTreeMap::new();
        for member in wire::members(&self.reply) {
            let Some(key) = wire::content(member) else {
                return Some("no list".to_owned());
            };
            if !told.entry(slot_of(key)).or_default().insert(key.to_vec()) {
                return Some(format!("{} is there twice", wire::shown(key)));
            }
        }
        if let Some(slot) = told.keys().find(|slot| !seen.contains_key(slot)) {
            return Some(format!("nobody has written to slot {slot}"));
        }
        let nothing = BTreeSet::new();
        for (slot, states) in seen {
            let told = told.get(slot).unwrap_or(&nothing);
            let fits = |state: &Content| {
                let lasts = |at_ms: &Option<i64>| at_ms.is_none_or(|at| at > self.end.now_ms);
                told.iter().all(|key| state.contains_key(key))
                    && state
                        .iter()
                        .all(|(key, at_ms)| told.contains(key) || !lasts(at_ms))
            };
            if !states.iter().any(fits) {
                return Some(format!("slot {slot} never was {told:?}; it was {states:?}"));
            }
        }
        None
    }

    /// A key that was there; none if each slot may have been empty.
    fn judge_any(&self, seen: &BTreeMap<u16, Vec<Content>>) -> Option<String> {
        let lasts = |at_ms: &Option<i64>| at_ms.is_none_or(|at| at > self.end.now_ms);
        let all_may_be_empty = seen
            .values()
            .all(|states| states.iter().any(|state| !state.values().any(lasts)));
        let Some(key) = wire::content(&self.reply) else {
            return (!all_may_be_empty).then(|| format!("no key, but there were {seen:?}"));
        };
        let states = seen.get(&slot_of(key)).into_iter().flatten();
        let known = states.into_iter().any(|state| state.contains_key(key));
        (!known).then(|| format!("{} was not there", wire::shown(key)))
    }

    fn judge_count(&self, seen: &BTreeMap<u16, Vec<Content>>) -> Option<String> {
        let mut sums = BTreeSet::from([0]);
        for states in seen.values() {
            let counts: BTreeSet<usize> = states.iter().map(Content::len).collect();
            sums = sums
                .iter()
                .flat_map(|sum| counts.iter().map(move |n| sum + n))
                .collect();
        }
        let told = wire::number(&self.reply)?;
        let fits = usize::try_from(told).is_ok_and(|told| sums.contains(&told));
        (!fits).then(|| format!("{told} keys, but there were {sums:?}"))
    }
}
