//! A connection leaves for another core: the old core's side.
//!
//! A session that is to go executes nothing more as soon as it has nothing under way at other
//! cores; one that waits for a key goes as it is. The driver lets go of the connection (what it
//! receives until then is still the session's) and hands it in; then session and connection travel
//! together in one message. What others still send to the old core for it is sent on:
//!
//! | what | how |
//! |---|---|
//! | requests not executed, output not sent, transaction, watches, names | in the session |
//! | the reply of a wait that was served meanwhile | sent on; the slots hear where the waiter is |
//! | published messages | sent on, until every core is known to send them to the new one |
//!
//! `arrival.rs` has the new core's side, `relays.rs` what is published. Must never know what a
//! connection is, nor let a session execute anything between the two cores.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};

use mesh::CoreId;

use crate::core::Core;
use crate::marks::Mark;
use crate::message::{SessionId, Travel};
use crate::relays::Relay;
use crate::session::{Session, State};

/// What the driver has of a connection. It travels with the session.
pub type Baggage = Box<dyn Any + Send>;

/// A session on its way to another core.
pub struct Traveller {
    pub(crate) session: Box<Session>,
    pub(crate) baggage: Baggage,
}

/// How far a session is with leaving.
#[derive(Default)]
pub(crate) enum Leaving {
    #[default]
    Stays,
    /// It is to go to that core as soon as it can.
    Asked(CoreId),
    /// The driver was told to let go of its connection.
    LettingGo(CoreId),
    /// The driver has handed in the connection.
    Packed(CoreId, Baggage),
}

impl Leaving {
    /// Its output goes along instead of being sent.
    pub(crate) fn is_packed(&self) -> bool {
        matches!(self, Self::Packed(..))
    }
}

/// What a core knows of sessions that have left or come.
#[derive(Default)]
pub(crate) struct SessionMoves {
    /// Sessions of this core that are to leave.
    wanted: Vec<SessionId>,
    /// Sessions that have left and are not known to have come.
    pub(crate) under_way: u32,
    /// Waits of sessions that have left, whose slots may not know it yet: where they have gone.
    pub(crate) waits_gone: BTreeMap<u64, CoreId>,
    /// Waits of sessions that have come back here by way of others, before the word that their
    /// slots know where they went first.
    pub(crate) waits_back: BTreeSet<u64>,
    /// Waits of sessions that have come, until their old core need not know of them any more:
    /// where the session is now, and its old core.
    pub(crate) waits_here: BTreeMap<u64, (SessionId, CoreId)>,
    /// By client: published messages for sessions that have left.
    pub(crate) relays: BTreeMap<u64, Relay>,
    /// By client: sessions that have come and are not settled.
    pub(crate) arriving: BTreeMap<u64, SessionId>,
}

impl SessionMoves {
    /// Everything in progress.
    pub(crate) fn pending(&self) -> usize {
        let waits = self.waits_gone.len() + self.waits_back.len() + self.waits_here.len();
        let sessions = self.wanted.len() + self.under_way as usize + self.arriving.len();
        sessions + waits + self.relays.len()
    }
}

impl Core {
    /// Has a session of this core go to core `to` as soon as it can; its connection notices
    /// nothing. Tells whether there are both.
    pub fn move_session(&mut self, id: SessionId, to: CoreId) -> bool {
        if to >= self.cores {
            return false;
        }
        match self.sessions.get_mut(id) {
            Some(session) => {
                if ask_to_leave(session, self.id, to) {
                    self.session_moves.wanted.push(id);
                }
                true
            }
            None => false,
        }
    }

    /// As `move_session`, for a session that is in hand or in the table.
    pub(crate) fn move_client(
        &mut self,
        client_id: u64,
        to: CoreId,
        asker: Option<&mut Session>,
    ) -> bool {
        if let Some(session) = asker.filter(|session| session.client_id == client_id) {
            if ask_to_leave(session, self.id, to) {
                self.session_moves.wanted.push(session.id);
            }
            return true;
        }
        let mut ids = self.sessions.iter().map(|s| (s.client_id, s.id));
        let found = ids.find(|&(client, _)| client == client_id);
        let found = found.map(|(_, id)| id);
        drop(ids);
        match found {
            Some(id) => self.move_session(id, to),
            None => false,
        }
    }

    /// Sessions that can leave now do. Called once in a turn, when nothing is in hand.
    pub(crate) fn advance_departures(&mut self) {
        if self.session_moves.wanted.is_empty() || self.whole_jobs.paused.is_some() {
            return;
        }
        for id in std::mem::take(&mut self.session_moves.wanted) {
            let Some(mut session) = self.sessions.take(id) else {
                continue;
            };
            if may_leave(&session) && !self.waits_for_word(&session) {
                match std::mem::take(&mut session.leaving) {
                    Leaving::Stays => {
                        self.sessions.put_back(session);
                        continue;
                    }
                    Leaving::Asked(to) => {
                        session.pauses = true;
                        session.leaving = Leaving::LettingGo(to);
                        self.outputs.departures.push(id);
                    }
                    Leaving::Packed(to, baggage) if self.fence.is_none() => {
                        self.ship_session(session, to, baggage);
                        continue;
                    }
                    other => session.leaving = other,
                }
            }
            self.session_moves.wanted.push(id);
            self.sessions.put_back(session);
        }
    }

    /// The driver has let go of a connection that was among [`crate::Outputs::departures`]:
    /// nothing of it is received or sent any more. `unsent_bytes` of the output handed out are in
    /// the baggage. If the session has ended meanwhile the baggage comes back, to be dropped.
    pub fn depart(
        &mut self,
        id: SessionId,
        baggage: Baggage,
        unsent_bytes: usize,
    ) -> Result<(), Baggage> {
        let Some(session) = self.sessions.get_mut(id) else {
            return Err(baggage);
        };
        let Leaving::LettingGo(to) = session.leaving else {
            return Err(baggage);
        };
        let sent_bytes = session.unsent_bytes.saturating_sub(unsent_bytes);
        session.unsent_bytes = unsent_bytes;
        session.output_bytes += sent_bytes as u64;
        self.stats.output_bytes += sent_bytes as u64;
        session.leaving = Leaving::Packed(to, baggage);
        Ok(())
    }

    fn ship_session(&mut self, mut session: Box<Session>, to: CoreId, baggage: Baggage) {
        // The core that it was to go to may have left meanwhile.
        let to = if to < self.cores { to } else { 0 };
        if to == self.id {
            session.pauses = false;
            self.outputs.arrivals.push((session.id, baggage));
            self.mark_dirty(&mut session);
            self.enlist(&mut session);
            self.sessions.put_back(session);
            return;
        }
        self.mark_departure(&session);
        self.session_moves.under_way += 1;
        self.shared.session_moves.begun.next();
        self.stats.sessions_out += 1;
        if let State::Blocked(blocked) = &mut session.state {
            if let Some(timer) = blocked.timer.take() {
                self.timers.cancel(timer);
            }
            self.blocked_clients = self.blocked_clients.saturating_sub(1);
            self.session_moves.waits_gone.insert(blocked.waiter.id, to);
        }
        self.begin_relay(&session, to);
        self.sessions.end_place(session.id);
        let traveller = Traveller { session, baggage };
        self.tell(to, Travel::Session(Box::new(traveller)));
    }

    /// A session that left here has come.
    pub(crate) fn session_has_come(&mut self) {
        let under_way = &mut self.session_moves.under_way;
        *under_way = under_way.saturating_sub(1);
    }

    /// The old core need not know of a wait any more: nobody will send its reply here.
    pub(crate) fn wait_settled(&mut self, waiter: u64) {
        if !self.session_moves.waits_back.remove(&waiter) {
            self.session_moves.waits_gone.remove(&waiter);
        }
    }

    /// A session that is on its way out has ended: what the driver had handed in goes back to it.
    pub(crate) fn unpack(&mut self, session: &mut Session) {
        if let Leaving::Packed(_, baggage) = std::mem::take(&mut session.leaving) {
            self.outputs.discarded.push(baggage);
        }
    }

    /// The reply of its wait may still come from the core where it was before, or the word about
    /// an earlier stay here, which would be taken for one about the next departure.
    fn waits_for_word(&self, session: &Session) -> bool {
        let State::Blocked(blocked) = &session.state else {
            return false;
        };
        let (moves, waiter) = (&self.session_moves, &blocked.waiter.id);
        moves.waits_here.contains_key(waiter) || moves.waits_back.contains(waiter)
    }

    fn mark_departure(&mut self, session: &Session) {
        let subscribed = session.subscription_count() > 0;
        let (requests, bytes) = (session.queue.len(), session.unparsed_bytes());
        for (mark, has) in [
            (Mark::SessionMoved, true),
            (Mark::SessionMovedWithRequests, requests > 0),
            (Mark::SessionMovedWithBytes, bytes > 0),
            (Mark::SessionMovedSubscribed, subscribed),
            (Mark::SessionMovedBlocked, !session.is_idle()),
            (Mark::SessionMovedWatching, !session.watched.is_empty()),
            (Mark::SessionMovedInMulti, session.multi.is_some()),
            (Mark::SessionMovedUnsent, session.unsent_bytes > 0),
        ] {
            if has {
                self.marks.hit(mark);
            }
        }
    }
}

impl Session {
    /// It is on its way to another core, or has ended.
    pub(crate) fn leaves_core(&self) -> bool {
        self.gone || self.kill || self.leaves || !matches!(self.leaving, Leaving::Stays)
    }
}

/// Notes that a session is to go. Tells whether that is new.
fn ask_to_leave(session: &mut Session, home: CoreId, to: CoreId) -> bool {
    if session.follows {
        return false;
    }
    let is_new = matches!(session.leaving, Leaving::Stays);
    match &mut session.leaving {
        Leaving::Stays if to == home => return false,
        Leaving::Stays => session.leaving = Leaving::Asked(to),
        Leaving::Asked(_) if to == home => session.leaving = Leaving::Stays,
        Leaving::Asked(goal) | Leaving::LettingGo(goal) | Leaving::Packed(goal, _) => {
            if to != home {
                *goal = to;
            }
        }
    }
    is_new
}

/// Nothing of the session is under way at other cores, and it has not ended.
fn may_leave(session: &Session) -> bool {
    let rests = matches!(session.state, State::Idle | State::Blocked(_));
    let ends = session.gone || session.kill || session.leaves;
    rests && !ends && !session.in_exec && session.settling.is_none()
}
