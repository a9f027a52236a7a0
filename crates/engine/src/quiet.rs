//! What a core still holds or waits for, in words, for whoever wants to know that nothing is left.
//!
//! Must never change anything.

use crate::core::Core;
use crate::session::State;
use keyspace::Table;

impl Core {
    /// Everything that is under way on this core: nothing of it may be left when no session waits
    /// and no packet travels. One line each.
    pub fn unfinished(&self) -> Vec<String> {
        let mut left = Vec::new();
        let mut note = |count: usize, what: &str| {
            if count > 0 {
                left.push(format!("core {}: {count} {what}", self.id));
            }
        };
        note(self.directory.lent_slots().count(), "slots lent");
        note(self.loans.len(), "loans");
        let (going, coming) = self.hand_offs.pending();
        note(going, "hand-offs to other cores");
        note(coming, "hand-offs from other cores");
        note(self.queues.len(), "slots with something in their queues");
        note(
            self.came_home.len(),
            "slots that came home and were not looked at",
        );
        note(self.complete.len(), "tickets that have all their slots");
        note(usize::from(self.fence.is_some()), "barriers");
        note(self.conductor.pending(), "barriers to be conducted");
        note(self.whole_jobs.pending(), "bodies over all slots");
        note(self.held_runs.len(), "runs held by a barrier");
        note(self.tasks.len(), "answers over slots");
        note(self.new_jobs.len(), "jobs not begun");
        note(self.served.len(), "replies of serves not delivered");
        note(
            self.deliveries.len() + self.published.len(),
            "messages not delivered",
        );
        note(self.session_moves.pending(), "sessions on their way");
        note(self.crew.pending(), "changes of the number of cores");
        note(self.incoming.len(), "packets not read");
        note(self.ready.len(), "sessions with something to do");
        note(self.blocked_clients, "blocked clients");
        note(
            self.unanswered.iter().map(|&count| count as usize).sum(),
            "runs and jobs unanswered",
        );
        note(self.outputs.packets.len(), "packets not sent");
        left.extend(
            self.loans
                .iter()
                .map(|(ticket, loan)| format!("core {}: loan {ticket:?} {loan}", self.id)),
        );
        left.extend(
            self.directory
                .lent()
                .map(|(slot, lent)| format!("core {}: slot {slot} is lent: {lent:?}", self.id)),
        );
        left.extend(self.queues.iter().map(|(slot, queue)| {
            let (tickets, parked) = (&queue.tickets, queue.parked.len());
            format!(
                "core {}: {parked} parked and {tickets:?} wait for slot {slot}",
                self.id
            )
        }));
        left.extend(
            self.sessions
                .iter()
                .filter(|s| !matches!(s.state, State::Idle))
                .map(|session| {
                    format!(
                        "core {}: client {} is {:?}",
                        self.id, session.client_id, session.state
                    )
                }),
        );
        left
    }

    /// Nothing is under way here, and nobody has a session.
    pub(crate) fn is_quiet(&self) -> bool {
        let queues =
            self.queues.is_empty() && self.came_home.is_empty() && self.complete.is_empty();
        let barriers = self.fence.is_none() && self.whole_jobs.pending() == 0;
        let moves = self.hand_offs.pending() == (0, 0) && !self.hand_offs.has_work();
        let work = self.tasks.is_empty() && self.new_jobs.is_empty() && self.served.is_empty();
        let sessions = self.sessions.len() == 0 && self.session_moves.pending() == 0;
        let runs = self.held_runs.is_empty() && self.unanswered.iter().all(|&count| count == 0);
        let slots = self.loans.is_empty() && self.directory.owned().next().is_none();
        queues && barriers && moves && work && sessions && runs && slots && !self.has_deliveries()
    }

    /// Slots that this core owns.
    pub fn owned_slots(&self) -> Vec<u16> {
        self.directory.owned().collect()
    }

    /// Accounts of slots that differ from what is counted anew, and slots with keys to expire that
    /// nothing reminds this core of. One line each.
    pub fn recount(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for slot in self.directory.contents() {
            for db in slot.databases() {
                let (mut keys, mut expires) = (0, 0);
                if let Some(table) = slot.table(db) {
                    table.scan(0, usize::MAX, &mut |entry| {
                        keys += 1;
                        expires += usize::from(table.expire_at_ms(entry).is_some());
                    });
                }
                if let Some(fault) = slot.table(db).and_then(Table::recount) {
                    let number = slot.number();
                    wrong.push(format!("core {}: slot {number}: {fault}", self.id));
                }
                let counted = (slot.keys(db), slot.expires(db));
                if counted != (keys, expires) {
                    wrong.push(format!(
                        "core {}: slot {} has {keys} keys, {expires} with a time, not {counted:?}",
                        self.id,
                        slot.number()
                    ));
                }
            }
            if !self.expiry.reminds_of(slot) {
                wrong.push(format!(
                    "core {}: nothing reminds of keys to expire in slot {}",
                    self.id,
                    slot.number()
                ));
            }
        }
        wrong
    }

    /// What is left in slots and registries of this core besides keys: must be nothing when all
    /// sessions are gone, not even the boxes of slots that are empty. One line each.
    pub fn left_behind(&self) -> Vec<String> {
        let mut left: Vec<String> = self
            .directory
            .contents()
            .filter(|slot| slot.databases().next().is_none())
            .map(|slot| {
                format!(
                    "core {}: slot {} without keys: {slot:?}",
                    self.id,
                    slot.number()
                )
            })
            .collect();
        let (channels, patterns) = (self.channels.names().count(), self.channels.pattern_count());
        if channels + patterns > 0 {
            left.push(format!(
                "core {}: {channels} channels, {patterns} patterns",
                self.id
            ));
        }
        if self.sessions.len() > 0 {
            left.push(format!(
                "core {}: {} sessions",
                self.id,
                self.sessions.len()
            ));
        }
        left
    }
}
