//! What is published while a subscribed connection changes its core.
//!
//! The old core sends on what comes for it. With the slots of its channels in hand, the new core
//! takes over its subscriptions: from this moment on the slots know the new core, and so do the
//! other cores, of patterns and of channels of events, as soon as they have heard of it. Each core
//! that has heard leaves a mark with the old one, behind everything it had sent there. When all
//! marks are there the old core tells the new one, behind everything that it has sent on. What came
//! to the new core directly meanwhile is younger, and is written then.
//!
//! Must never write a message twice, lose one, or change their order on a channel.

use std::collections::BTreeSet;

use keyspace::SlotView;
use mesh::CoreId;
use stdx::slot::slot_of;

use crate::core::Core;
use crate::key_events::is_event_channel;
use crate::marks::Mark;
use crate::message::{Delivery, SessionId, Travel};
use crate::session::Session;

/// A session's subscriptions at its old core, after it has left.
pub(crate) struct Relay {
    to: CoreId,
    pub(crate) channels: BTreeSet<Box<[u8]>>,
    patterns: BTreeSet<Box<[u8]>>,
    /// Cores that have left their mark: what comes from them is not for this session any more.
    marks: BTreeSet<CoreId>,
    /// The cores whose marks are awaited, once the new core has said so.
    awaited: Option<BTreeSet<CoreId>>,
}

/// The new core has a session's subscriptions.
#[derive(Debug)]
pub struct Resubscription {
    pub(crate) client_id: u64,
    pub(crate) from: CoreId,
    pub(crate) to: CoreId,
    pub(crate) session: SessionId,
    pub(crate) patterns: Vec<Box<[u8]>>,
    pub(crate) event_channels: Vec<Box<[u8]>>,
    /// All cores, when it was sent, and how often their number had changed.
    pub(crate) cores: CoreId,
    pub(crate) resizes: u64,
}

impl Core {
    /// A subscribed session leaves: takes it out of the registries, and sends on what comes.
    pub(crate) fn begin_relay(&mut self, session: &Session, to: CoreId) {
        let Some(subscriptions) = &session.subscriptions else {
            return;
        };
        if subscriptions.count() == 0 {
            return;
        }
        self.channels.part_with(session.id, subscriptions);
        let relay = Relay {
            to,
            channels: subscriptions.channels.clone(),
            patterns: subscriptions.patterns.clone(),
            marks: BTreeSet::new(),
            awaited: None,
        };
        self.session_moves.relays.insert(session.client_id, relay);
    }

    /// Sends on a message that came from a core.
    pub(crate) fn relay(&mut self, from: CoreId, delivery: &Delivery) {
        let mut messages = Vec::new();
        for (&client_id, relay) in &self.session_moves.relays {
            if relay.marks.contains(&from) {
                continue;
            }
            let channel = &delivery.channel;
            let direct = relay.channels.contains(&**channel).then_some(None);
            let patterns = relay.patterns.iter();
            let fitting = patterns
                .filter(|pattern| stdx::glob::matches(pattern, channel, false))
                .map(|pattern| Some(pattern.clone()));
            for pattern in direct.into_iter().chain(fitting) {
                let delivery = Box::new(delivery.clone());
                messages.push((
                    relay.to,
                    Travel::Relayed {
                        client_id,
                        pattern,
                        delivery,
                    },
                ));
            }
        }
        for (to, message) in messages {
            self.marks.hit(Mark::MessageRelayed);
            self.tell(to, message);
        }
    }

    /// The slots of a session's channels are in hand: its subscriptions become this core's.
    pub(crate) fn resubscribe(&mut self, id: SessionId, view: &mut SlotView<'_>) {
        let Some(session) = self.sessions.take(id) else {
            return;
        };
        let (Some(settling), Some(subscriptions)) = (&session.settling, &session.subscriptions)
        else {
            self.sessions.put_back(session);
            return;
        };
        let (from, to) = (settling.from, self.id);
        for channel in &subscriptions.channels {
            if let Some(slot) = view.slot(slot_of(channel)) {
                slot.subscribe(channel, to);
                slot.unsubscribe(channel, from);
            }
        }
        let events = subscriptions.channels.iter();
        let resubscription = Resubscription {
            client_id: session.client_id,
            from,
            to,
            session: id,
            patterns: subscriptions.patterns.iter().cloned().collect(),
            event_channels: events
                .filter(|channel| is_event_channel(channel))
                .cloned()
                .collect(),
            cores: self.cores,
            resizes: self.crew.resizes,
        };
        let others: BTreeSet<CoreId> = (0..self.cores)
            .chain([from])
            .filter(|&core| core != to)
            .collect();
        self.channels.change_core(&resubscription);
        self.channels.take_over(id, subscriptions, &others);
        for &core in &others {
            let resubscription = Box::new(Resubscription {
                patterns: resubscription.patterns.clone(),
                event_channels: resubscription.event_channels.clone(),
                ..resubscription
            });
            self.tell(core, Travel::Resubscribed(resubscription));
        }
        self.sessions.put_back(session);
        if let Some(settling) = self.settling(id) {
            settling.subscribes = false;
            settling.unaware = others;
        }
        self.end_if_left(id);
    }

    /// The client went before its subscriptions were here.
    fn end_if_left(&mut self, id: SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if session.leaves {
            self.forget_session(&mut session);
        }
        self.put_back(session);
    }

    /// A session's subscriptions are another core's now.
    pub(crate) fn resubscribed(&mut self, resubscription: &Resubscription) {
        let &Resubscription {
            client_id,
            from,
            to,
            session,
            cores,
            ..
        } = resubscription;
        self.channels.change_core(resubscription);
        self.tell(to, Travel::Aware { session });
        if from != self.id {
            self.tell(from, Travel::RelayMark { client_id });
            return;
        }
        self.correct_greetings(resubscription);
        if let Some(relay) = self.session_moves.relays.get_mut(&client_id) {
            relay.awaited = Some((0..cores).chain([from]).collect());
            relay.marks.extend([from, to]);
        }
        self.end_relay(client_id);
    }

    /// A core has sent everything here that was for a session that has left.
    pub(crate) fn relay_marked(&mut self, core: CoreId, client_id: u64) {
        if let Some(relay) = self.session_moves.relays.get_mut(&client_id) {
            relay.marks.insert(core);
        }
        self.end_relay(client_id);
    }

    fn end_relay(&mut self, client_id: u64) {
        let relays = &mut self.session_moves.relays;
        let over = relays.get(&client_id).is_some_and(|relay| {
            let awaited = relay.awaited.as_ref();
            awaited.is_some_and(|awaited| awaited.is_subset(&relay.marks))
        });
        if over && let Some(relay) = relays.remove(&client_id) {
            self.tell(relay.to, Travel::RelayEnds { client_id });
        }
    }

    /// A core sends here from now on what is published for a session.
    pub(crate) fn aware(&mut self, core: CoreId, id: SessionId) {
        self.channels.aware(core, id);
        if let Some(settling) = self.settling(id) {
            settling.unaware.remove(&core);
            self.settle(id);
        }
    }

    /// Everything has come that the old core had to send on.
    pub(crate) fn relay_ends(&mut self, client_id: u64) {
        let Some(&id) = self.session_moves.arriving.get(&client_id) else {
            return;
        };
        if let Some(settling) = self.settling(id) {
            settling.relayed = false;
            self.settle(id);
        }
    }

    /// A message that came to a session's old core.
    pub(crate) fn relayed(
        &mut self,
        client_id: u64,
        pattern: Option<Box<[u8]>>,
        delivery: &Delivery,
    ) {
        let Some(&id) = self.session_moves.arriving.get(&client_id) else {
            return;
        };
        if let Some(mut session) = self.sessions.take(id) {
            self.push_relayed(&mut session, pattern, delivery);
            self.sessions.put_back(session);
        }
    }
}
