//! Judges a run: sorts the stamped history of all cores, replays it on the model, and compares
//! every reply, the order of every session, and real time.
//!
//! One pass, linear in the length of the history. Never runs the engine.

mod events;
mod exec;
mod last;
mod pubsub;
mod session;
#[cfg(test)]
mod tests;
mod waits;
mod windows;

use std::collections::{BTreeMap, BTreeSet};

use engine::Event;

use crate::connection::{Connection, Moment};
use crate::model::{Model, Place};
use crate::wire;
use crate::world::{Placed, World};
use pubsub::PubSub;
use session::Session;
use windows::Windows;

/// Everything that is known of a run.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) connections: Vec<Connection>,
    pub(crate) records: Vec<Placed>,
    pub(crate) keys: Vec<Vec<u8>>,
    pub(crate) cores: u16,
    /// Slots were handed from core to core.
    pub(crate) slots_move: bool,
    /// When everybody was told to go; what was asked for before must be answered.
    pub(crate) farewell: Moment,
    pub(crate) active_expire: bool,
}

impl World {
    /// What the oracle needs; the world has it no more.
    pub(crate) fn evidence(&mut self) -> Evidence {
        Evidence {
            connections: std::mem::take(&mut self.connections),
            records: std::mem::take(&mut self.records),
            keys: self.names.keys.clone(),
            cores: self.profile.cores,
            slots_move: self.profile.move_us > 0 || self.profile.core_change_us > 0,
            farewell: self.farewell,
            active_expire: self.profile.active_expire,
        }
    }
}

/// What was wrong, in words; empty if nothing was.
pub(crate) fn judge(evidence: &Evidence) -> Vec<String> {
    let mut judge = Judge::new(evidence);
    judge.replay();
    judge.judge_the_end();
    judge.violations
}

/// Violations after which the rest tells nothing new.
const VIOLATIONS_MAX: usize = 20;

/// So long after its time a key may still be there: what the clock of a core lags, a stall, and
/// the grain of the expiry.
const OVERDUE_MS_MAX: i64 = 200;

struct Judge<'a> {
    evidence: &'a Evidence,
    model: Model,
    sessions: Vec<Session>,
    by_client: BTreeMap<u64, usize>,
    /// Who waits for each key, longest wait first.
    queues: BTreeMap<Place, Vec<usize>>,
    /// Keys that hold something for who waits for them: nobody else may touch them.
    pending: BTreeSet<Place>,
    windows: Windows,
    /// Something has changed that the windows have not seen.
    observe: bool,
    pubsub: PubSub,
    /// The latest moment at which a request was sent that stands before this place of the history.
    latest: (u64, String),
    /// Waits that CLIENT UNBLOCK has ended, by CLIENT ID.
    unblocked: BTreeMap<u64, u64>,
    /// Those of which a transaction was told.
    told_in_exec: BTreeMap<u64, u64>,
    /// What the transaction in hand has set `hz` to.
    set_in_exec: Option<Vec<u8>>,
    violations: Vec<String>,
}

/// A place in the sorted history.
#[derive(Clone, Copy, Debug)]
struct At<'a> {
    place: usize,
    placed: &'a Placed,
}

impl<'a> Judge<'a> {
    fn new(evidence: &'a Evidence) -> Self {
        let mut by_client = BTreeMap::new();
        for (index, connection) in evidence.connections.iter().enumerate() {
            if let Some((_, client_id)) = connection.session {
                by_client.insert(client_id, index);
            }
        }
        Self {
            evidence,
            model: Model::default(),
            sessions: evidence
                .connections
                .iter()
                .map(|_| Session::default())
                .collect(),
            by_client,
            queues: BTreeMap::new(),
            pending: BTreeSet::new(),
            windows: Windows::new(&evidence.keys),
            observe: false,
            pubsub: PubSub::default(),
            latest: (0, String::new()),
            unblocked: BTreeMap::new(),
            told_in_exec: BTreeMap::new(),
            set_in_exec: None,
            violations: Vec::new(),
        }
    }

    fn replay(&mut self) {
        let evidence = self.evidence;
        let mut order: Vec<&Placed> = evidence.records.iter().collect();
        // Turns of one core that only read may have one stamp; so may turns of several cores, and
        // what they read is the same but for keys that expire meanwhile.
        order.sort_by_key(|placed| (placed.record.stamp, placed.record.reads_only, placed.turn));
        for index in 0..self.sessions.len() {
            self.advance(index);
        }
        let mut before = true;
        for (place, placed) in order.into_iter().enumerate() {
            let at = At { place, placed };
            if before && placed.record.stamp > evidence.farewell.stamp {
                before = false;
                self.look_for_overdue();
            }
            self.windows.reach(&self.model, &placed.record);
            self.event(at);
            self.look_around(at);
            if self.violations.len() >= VIOLATIONS_MAX {
                return;
            }
        }
        self.windows.end(&self.model);
    }

    /// Keys whose time is over go without anybody asking for them.
    fn look_for_overdue(&mut self) {
        let limit_ms = self.evidence.farewell.now_ms - OVERDUE_MS_MAX;
        if !self.evidence.active_expire {
            return;
        }
        if let Some(place) = self.model.past_their_time(limit_ms).next() {
            let text = format!("{} was to expire and did not", key(&place));
            self.violations.push(text);
        }
    }

    /// What an event means for those who watch, wait or count.
    fn look_around(&mut self, at: At<'_>) {
        let record = &at.placed.record;
        self.tell_watchers(record.now_ms);
        let touched = self.model.take_touched();
        if !matches!(record.event, Event::Served { .. }) {
            for place in touched.intersection(&self.pending) {
                if self.is_pending_still(place, record.now_ms) {
                    let text = format!("touched {} before who waits for it was served", key(place));
                    self.violations.push(told(at, &text));
                }
            }
        }
        if self.observe {
            self.windows.observe(&self.model);
            self.observe = false;
        }
        let model = &self.model;
        self.pending = self
            .queues
            .iter()
            .filter(|(place, queue)| {
                !queue.is_empty() && model.holds_list(place.0, &place.1, record.now_ms)
            })
            .map(|(place, _)| place.clone())
            .collect();
    }

    /// Who watches a key learns that it has changed. That a key goes whose time was over when the
    /// watch began, or that SWAPDB puts one past its time where none was, is no change.
    fn tell_watchers(&mut self, now_ms: i64) {
        let changes = self.model.take_changes();
        for ((db, key), was_there) in &changes {
            let over = self.model.is_over(*db, key, now_ms);
            let there = self.model.is_there(*db, key);
            for session in &mut self.sessions {
                let watches = session.watched.iter_mut();
                for watch in watches.filter(|w| w.place.0 == *db && w.place.1 == *key) {
                    let excused = if over {
                        watch.over || !was_there
                    } else {
                        watch.over && !there
                    };
                    session.dirty |= !excused;
                    // Valkey knows of each watch that what went now was over when it came; the
                    // server counts this as a change.
                    session.perhaps_dirty |= excused && !over;
                    watch.over = over;
                }
            }
        }
        self.observe |= !changes.is_empty();
    }

    /// The element may have expired before anybody was served.
    fn is_pending_still(&self, place: &Place, now_ms: i64) -> bool {
        self.queues
            .get(place)
            .is_some_and(|queue| !queue.is_empty())
            && !self.model.is_over(place.0, &place.1, now_ms)
    }

    fn violation(&mut self, at: At<'_>, text: &str) {
        self.violations.push(told(at, text));
    }
}

fn key(place: &Place) -> String {
    format!("{} of database {}", wire::shown(&place.1), place.0)
}

/// A violation with the event at which it was found.
fn told(at: At<'_>, text: &str) -> String {
    let record = &at.placed.record;
    let client = record.caller.map_or(0, |caller| caller.client_id);
    format!(
        "at stamp {}{}, core {}, turn {}: client {client}, {} -> {}: {text}",
        record.stamp,
        if record.reads_only { "r" } else { "" },
        record.core,
        at.placed.turn,
        shown_event(&record.event),
        wire::shown(&record.reply),
    )
}

/// An event as a line that can be read.
pub(crate) fn shown_event(event: &Event) -> String {
    match event {
        Event::Request { args, .. } => wire::shown_words(args),
        Event::Exec {
            commands: Some(commands),
        } => {
            let all: Vec<String> = commands
                .iter()
                .map(|args| wire::shown_words(args))
                .collect();
            format!("EXEC [{}]", all.join("; "))
        }
        Event::Exec { commands: None } => "EXEC refused".to_owned(),
        Event::Blocked { args, .. } => format!("{} waits", wire::shown_words(args)),
        Event::Served { args, key, .. } => {
            format!(
                "{} is served by {}",
                wire::shown_words(args),
                wire::shown(key)
            )
        }
        Event::Ended { by } => format!("wait ended, {by:?}"),
        Event::Evicted { db, key } => {
            format!("{} of database {db} made room", wire::shown(key))
        }
        Event::Expired { db, key } => format!("{} of database {db} expired", wire::shown(key)),
    }
}
