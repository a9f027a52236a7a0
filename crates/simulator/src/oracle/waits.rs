//! Waiting: who waits for which key, who is served, whose wait ends otherwise.

use engine::Record;
use mesh::ClaimWinner;
use stdx::slot::slot_of;

use super::session::{Expected, Waiting};
use super::{At, Judge};
use crate::model::{Circumstances, Done, Place};
use crate::wire::{self, Words};

/// A wait ends at most so long after its deadline: the word that it waits has to come home, the
/// core there may be slow, and its time stands still while a transaction asks others, but all of
/// that does not take so long.
const LATE_MS_MAX: i64 = 800;

impl Judge<'_> {
    /// A request found nothing and waits.
    pub(super) fn blocked(&mut self, at: At<'_>, index: usize, args: &Words) {
        if !self.is_next(at, index, args) {
            return;
        }
        let with = self.circumstances(at, index, false);
        let (keys, deadline_ms) = match self.model.execute(&with, args) {
            Done::Waits { keys, deadline_ms } => (keys, deadline_ms),
            Done::Reply(reply) => {
                let text = format!("it should not wait but reply {}", wire::shown(&reply));
                self.violation(at, &text);
                return;
            }
            Done::Unknown => {
                self.violation(at, "the model does not know it");
                return;
            }
        };
        let places: Vec<Place> = keys.into_iter().map(|key| (with.db, key)).collect();
        if !self.sessions[index].gone {
            for place in &places {
                let queue = self.queues.entry(place.clone()).or_default();
                if !queue.contains(&index) {
                    queue.push(index);
                }
            }
        }
        let waiting = Waiting {
            args: args.clone(),
            places,
            deadline_ms,
        };
        self.sessions[index].waiting = Some(waiting);
    }

    /// A request that waited is served because `key` holds something.
    pub(super) fn served(&mut self, at: At<'_>, index: usize, args: &Words, key: &[u8]) {
        let with = self.circumstances(at, index, true);
        let place = (with.db, key.to_vec());
        match &self.sessions[index].waiting {
            Some(waiting) if waiting.args == *args && waiting.places.contains(&place) => {}
            _ => {
                self.violation(at, "it does not wait for that");
                return;
            }
        }
        if self.queues.get(&place).and_then(|queue| queue.first()) != Some(&index) {
            let first = self.queues.get(&place).and_then(|queue| queue.first());
            let first = first.map(|&first| self.client_id(first));
            let text = format!("not its turn: {first:?} has waited longer for that key");
            self.violation(at, &text);
        }
        let record = &at.placed.record;
        let at_hand = self.at_hand(&with, index, args, key, record);
        match self.model.execute(&with, &at_hand) {
            Done::Reply(reply) if reply != record.reply => {
                let (expected, got) = (wire::shown(&reply), wire::shown(&record.reply));
                self.violation(at, &format!("expected {expected}, got {got}"));
            }
            Done::Reply(_) => {}
            _ => self.violation(at, "the model cannot serve it"),
        }
        self.leave_queues(index);
        self.answered(at, index, vec![Expected::Bytes(record.reply.clone())]);
    }

    /// The request with the keys that it may be served from. It takes from the first one that
    /// holds a list, also if somebody else has waited longer for that one, as on Valkey; but the
    /// slot of that key may be away to serve them (or one whose wait has ended meanwhile), and then
    /// it is passed over. A key of another slot that meanwhile holds another type is an error on
    /// Valkey; the server does not fetch that slot and passes it over too.
    fn at_hand(
        &self,
        with: &Circumstances,
        index: usize,
        args: &Words,
        key: &[u8],
        record: &Record,
    ) -> Words {
        if args[0].eq_ignore_ascii_case(b"blmove") {
            return args.clone();
        }
        let fails = record.reply.first() == Some(&b'-');
        let last = args.len() - 1;
        let lists = |other: &&Vec<u8>| self.model.holds_list(with.db, other, with.now_ms);
        let first = args[1..last].iter().find(lists);
        let taken = wire::members(&record.reply)
            .first()
            .and_then(|member| wire::content(member));
        let from_first = first.is_some_and(|first| taken == Some(first.as_slice()));
        let mut kept = vec![args[0].clone()];
        for other in &args[1..last] {
            let place = (with.db, other.clone());
            let mine = self.queues.get(&place).and_then(|queue| queue.first()) == Some(&index);
            let list = self.model.holds_list(with.db, other, with.now_ms);
            let elsewhere = slot_of(other) != slot_of(key);
            let another_type = elsewhere && !list && !fails;
            let away = !mine || elsewhere && self.pending.contains(&place);
            let passed_over = list && away && !from_first;
            if !passed_over && !another_type {
                kept.push(other.clone());
            }
        }
        kept.push(args[last].clone());
        kept
    }

    /// A wait ended without having been served.
    pub(super) fn ended(&mut self, at: At<'_>, index: usize, by: ClaimWinner) {
        let resp3 = self.sessions[index].resp3;
        let nothing = wire::null_array(resp3);
        let Some(waiting) = &self.sessions[index].waiting else {
            self.sessions[index].gone = true;
            if by != ClaimWinner::Closed {
                self.violation(at, "it does not wait");
            }
            return;
        };
        let reply = match by {
            ClaimWinner::Served => {
                self.violation(at, "served without a reply");
                return;
            }
            ClaimWinner::TimedOut => {
                let now_ms = at.placed.record.now_ms;
                let late_ms = waiting.deadline_ms.map(|deadline_ms| now_ms - deadline_ms);
                if !late_ms.is_some_and(|late_ms| (0..LATE_MS_MAX).contains(&late_ms)) {
                    let text = format!("{late_ms:?} ms after its deadline");
                    self.violation(at, &text);
                }
                Expected::Bytes(nothing)
            }
            ClaimWinner::Unblocked => {
                *self.unblocked.entry(self.client_id(index)).or_default() += 1;
                let error = wire::error("UNBLOCKED client unblocked via CLIENT UNBLOCK");
                Expected::OneOf(vec![nothing, error])
            }
            ClaimWinner::Closed => {
                self.leave_queues(index);
                self.sessions[index].gone = true;
                return;
            }
        };
        self.leave_queues(index);
        self.answered(at, index, vec![reply]);
    }

    fn leave_queues(&mut self, index: usize) {
        self.sessions[index].waiting = None;
        for queue in self.queues.values_mut() {
            queue.retain(|&waiting| waiting != index);
        }
        self.queues.retain(|_, queue| !queue.is_empty());
    }

    pub(super) fn client_id(&self, index: usize) -> u64 {
        self.evidence.connections[index]
            .session
            .map_or(0, |(_, client_id)| client_id)
    }
}
