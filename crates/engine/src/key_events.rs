//! Keyspace events on their way to subscribers.
//!
//! Who listens to an event's channel is known to every core, by pattern or by name, so that events
//! nobody listens to cost nothing. Must never answer anybody.

use std::collections::BTreeMap;

use bytes::Bytes;
use commands::{EventClass, KeyEvent};
use mesh::CoreId;
use settings::{Events, Settings};

use crate::core::Core;
use crate::message::{Delivery, Message};
use crate::session::Session;

/// Which channels events are published to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EventChannels {
    /// `__keyspace@<db>__:<key>`
    keyspace: bool,
    /// `__keyevent@<db>__:<event>`
    keyevent: bool,
}

impl EventChannels {
    pub(crate) fn of(settings: &Settings) -> Self {
        let events = settings.notify_keyspace_events();
        Self {
            keyspace: events.contains(Events::KEYSPACE),
            keyevent: events.contains(Events::KEYEVENT),
        }
    }
}

/// The classes of events that the settings ask for; none if they name no channel.
pub(crate) fn wanted_classes(settings: &Settings) -> EventClass {
    const CLASSES: [(Events, EventClass); 11] = [
        (Events::GENERIC, EventClass::GENERIC),
        (Events::STRING, EventClass::STRING),
        (Events::LIST, EventClass::LIST),
        (Events::HASH, EventClass::HASH),
        (Events::ZSET, EventClass::ZSET),
        (Events::SET, EventClass::SET),
        (Events::STREAM, EventClass::STREAM),
        (Events::EXPIRED, EventClass::EXPIRED),
        (Events::EVICTED, EventClass::EVICTED),
        (Events::NEW, EventClass::NEW),
        (Events::KEY_MISS, EventClass::KEY_MISS),
    ];
    let events = settings.notify_keyspace_events();
    if EventChannels::of(settings) == EventChannels::default() {
        return EventClass::default();
    }
    CLASSES
        .iter()
        .filter(|(event, _)| events.contains(*event))
        .fold(EventClass::default(), |all, &(_, class)| all | class)
}

/// Whether a channel is one that events are published to: all cores know its subscribers.
pub(crate) fn is_event_channel(channel: &[u8]) -> bool {
    channel.starts_with(b"__keyspace@") || channel.starts_with(b"__keyevent@")
}

/// How many sessions of each core are subscribed to event channels by their names.
#[derive(Default)]
pub(crate) struct EventSubscribers {
    channels: BTreeMap<Box<[u8]>, BTreeMap<CoreId, i32>>,
}

impl EventSubscribers {
    /// A core's number of subscribers of a channel changed.
    pub(crate) fn count(&mut self, channel: &[u8], core: CoreId, delta: i32) {
        let counts = self.channels.entry(channel.into()).or_default();
        let count = counts.entry(core).or_default();
        *count = count.saturating_add(delta);
        if *count == 0 {
            counts.remove(&core);
        }
        if counts.is_empty() {
            self.channels.remove(channel);
        }
    }

    /// Channels that sessions of a core are subscribed to, with their numbers.
    pub(crate) fn of(&self, core: CoreId) -> Vec<(Box<[u8]>, i32)> {
        let channels = self.channels.iter();
        let own = channels.filter_map(|(name, counts)| Some((name.clone(), *counts.get(&core)?)));
        own.collect()
    }

    /// Cores with subscribers of a channel.
    pub(crate) fn cores(&self, channel: &[u8]) -> impl Iterator<Item = CoreId> + '_ {
        self.channels
            .get(channel)
            .into_iter()
            .flat_map(|counts| counts.keys().copied())
    }
}

impl Core {
    /// Publishes the events that were noted since the last call.
    #[inline]
    pub(crate) fn publish_events(&mut self) {
        if !self.bodies.effects.events.is_empty() {
            self.publish_noted();
        }
    }

    #[cold]
    fn publish_noted(&mut self) {
        let channels = EventChannels::of(&self.control.settings);
        for KeyEvent { db, name, key } in self.bodies.effects.events.take() {
            if channels.keyspace {
                let channel = [format!("__keyspace@{db}__:").as_bytes(), &key].concat();
                self.publish_event(channel, Bytes::from_static(name.as_bytes()));
            }
            if channels.keyevent {
                let channel = format!("__keyevent@{db}__:{name}").into_bytes();
                self.publish_event(channel, Bytes::from(key));
            }
        }
    }

    fn publish_event(&mut self, channel: Vec<u8>, payload: Bytes) {
        let cores = self.channels.event_listeners(&channel);
        let delivery = Delivery {
            channel: Bytes::from(channel),
            payload,
        };
        self.spread(cores, &delivery);
    }

    /// Tells the other cores of a subscriber of an event channel, and makes the session wait until
    /// they know.
    pub(crate) fn announce_event_channel(
        &mut self,
        session: &mut Session,
        channel: &[u8],
        delta: i32,
    ) {
        self.channels
            .event_subscribers
            .count(channel, self.id, delta);
        let (core, id) = (self.id, session.id);
        self.tell_others(session, || Message::EventChannel {
            channel: channel.into(),
            core,
            delta,
            session: id,
        });
    }
}
