//! A connection comes from another core: the new core's side.
//!
//! The session executes nothing until it is settled: until the slots in which it waits for keys
//! know where it is, and every core sends here what is published for it. A wait is served, timed
//! out and unblocked meanwhile as always. Must never lose a reply or a message, nor take one twice,
//! whichever way it came.

use std::collections::BTreeSet;

use mesh::{ClaimWinner, CoreId};

use crate::core::Core;
use crate::crew::CoreStage;
use crate::departure::{Leaving, Traveller};
use crate::marks::Mark;
use crate::message::{Job, JobBody, SessionId, SlotNote, Travel};
use crate::session::{Session, State};
use crate::timers::Timer;

/// What a session that has come waits for before it goes on.
#[derive(Debug)]
pub(crate) struct Settling {
    /// Its old core.
    pub(crate) from: CoreId,
    /// Slots that have not said that they know where it waits.
    places: usize,
    /// Its subscriptions are not this core's yet.
    pub(crate) subscribes: bool,
    /// Messages that were published before are still to come from its old core.
    pub(crate) relayed: bool,
    /// Cores that may still send to its old core.
    pub(crate) unaware: BTreeSet<CoreId>,
    /// What was published after that, to be written then.
    pub(crate) held: Vec<u8>,
}

impl Settling {
    fn is_over(&self) -> bool {
        self.places == 0 && !self.subscribes && !self.relayed && self.unaware.is_empty()
    }
}

/// A waiter's session is on another core now.
#[derive(Clone, Debug)]
pub struct Rehome {
    pub(crate) db: u32,
    pub(crate) key: Box<[u8]>,
    pub(crate) waiter: u64,
    pub(crate) home: CoreId,
    pub(crate) session: SessionId,
}

impl Core {
    /// A session came.
    pub(crate) fn session_came(&mut self, from: CoreId, traveller: Traveller) {
        let Traveller {
            mut session,
            baggage,
        } = traveller;
        self.shared.session_moves.ended.next();
        self.stats.sessions_in += 1;
        self.tell(from, Travel::SessionCame);
        let id = self.sessions.reserve();
        session.id = id;
        session.leaving = Leaving::Stays;
        session.listed = false;
        session.dirty = false;
        session.recv_paused = false;
        session.pauses = true;
        let subscribes = session.subscription_count() > 0;
        let mut settling = Settling {
            from,
            places: 0,
            subscribes,
            relayed: subscribes,
            unaware: BTreeSet::new(),
            held: Vec::new(),
        };
        self.outputs.arrivals.push((id, baggage));
        self.mark_dirty(&mut session);
        self.session_moves.arriving.insert(session.client_id, id);
        let notes = self.wait_here(&mut session, from);
        settling.places = notes.len();
        if subscribes {
            self.new_jobs.push_back(Job {
                caller: session.caller(self.id),
                slots: channel_slots(&session),
                body: JobBody::Resubscribe,
                waiter: None,
            });
        }
        session.settling = Some(Box::new(settling));
        self.sessions.put_back(session);
        for (slot, note) in notes {
            self.note(slot, note);
        }
        self.settle(id);
    }

    /// A session that waits for keys goes on waiting here. Returns what the slots are to be told.
    fn wait_here(&mut self, session: &mut Session, from: CoreId) -> Vec<(u16, SlotNote)> {
        let id = session.id;
        let State::Blocked(blocked) = &mut session.state else {
            return Vec::new();
        };
        self.blocked_clients += 1;
        let waiter = blocked.waiter.id;
        if let Some(deadline_ms) = blocked.deadline_ms {
            let timer = Timer::Unblock(id, waiter);
            blocked.timer = Some(self.timers.add(deadline_ms, timer));
        }
        // From here on its reply is for this core again. The word from where it went first comes
        // by another channel than the session, and may be later.
        if self.session_moves.waits_gone.remove(&waiter).is_some() {
            self.session_moves.waits_back.insert(waiter);
            self.marks.hit(Mark::WaitBackEarly);
        }
        self.session_moves.waits_here.insert(waiter, (id, from));
        let (db, home) = (blocked.db, self.id);
        let notes = blocked.places.iter().map(|(slot, key)| {
            let rehome = Rehome {
                db,
                key: key.clone(),
                waiter,
                home,
                session: id,
            };
            (*slot, SlotNote::Rehome(Box::new(rehome)))
        });
        notes.collect()
    }

    /// A slot of this core has noted where a waiter is, or has it no more.
    pub(crate) fn tell_rehomed(&mut self, home: CoreId, session: SessionId) {
        if home == self.id {
            self.rehomed(session);
        } else {
            self.tell(home, Travel::Rehomed { session });
        }
    }

    /// A slot knows where a waiter is.
    pub(crate) fn rehomed(&mut self, id: SessionId) {
        if let Some(settling) = self.settling(id) {
            settling.places = settling.places.saturating_sub(1);
            self.settle(id);
        }
    }

    pub(crate) fn settling(&mut self, id: SessionId) -> Option<&mut Settling> {
        self.sessions.get_mut(id)?.settling.as_deref_mut()
    }

    /// Lets a session go on that waits for nothing any more.
    pub(crate) fn settle(&mut self, id: SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        let over = session.settling.take_if(|settling| settling.is_over());
        let Some(settling) = over else {
            self.sessions.put_back(session);
            return;
        };
        self.session_moves.arriving.remove(&session.client_id);
        if !settling.held.is_empty() {
            session.out.append(&settling.held);
            self.mark_dirty(&mut session);
        }
        if let State::Blocked(blocked) = &session.state
            && blocked.waiter.claim.state() != Some(ClaimWinner::Served)
        {
            // Every slot knows: whoever serves it from now on sends the reply here.
            self.end_of_wait_elsewhere(blocked.waiter.id);
        }
        // A core that has left executes nothing more.
        session.pauses = matches!(self.crew.stage, CoreStage::Parting(_));
        if session.leaves {
            self.forget_session(&mut session);
        } else if session.is_idle() {
            self.enlist(&mut session);
        }
        self.put_back(session);
    }

    /// The old core of a session need not send on the reply of its wait, if there was an old core.
    pub(crate) fn end_of_wait_elsewhere(&mut self, waiter: u64) {
        if let Some((_, from)) = self.session_moves.waits_here.remove(&waiter) {
            self.tell(from, Travel::WaitSettled { waiter });
        }
    }

    /// Where the session of a wait is, if it has come here.
    pub(crate) fn session_of_wait(&self, waiter: u64) -> Option<SessionId> {
        let waits = &self.session_moves.waits_here;
        waits.get(&waiter).map(|&(session, _)| session)
    }

    /// A session that ends before its subscriptions are this core's ends when they are.
    pub(crate) fn ends_later(&mut self, session: &mut Session) -> bool {
        let settling = session.settling.as_deref();
        if !settling.is_some_and(|settling| settling.subscribes) {
            return false;
        }
        if !session.leaves {
            session.leaves = true;
            self.marks.hit(Mark::SessionLeftOnArrival);
            self.outputs.closes.push((session.id, false));
        }
        true
    }
}

/// The slots of the channels that a session is subscribed to.
fn channel_slots(session: &Session) -> Vec<u16> {
    let channels = session.subscriptions.iter().flat_map(|subs| &subs.channels);
    let mut slots: Vec<u16> = channels
        .map(|channel| stdx::slot::slot_of(channel))
        .collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}
