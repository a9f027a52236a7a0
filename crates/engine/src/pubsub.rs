//! Publish and subscribe.
//!
//! How many subscribers of a channel each core has is part of the channel's slot, so that PUBLISH
//! is an ordinary command on one slot and visits only cores that have some. Patterns are known to
//! every core. Must never write a push into the middle of a reply.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use command_table::CommandId;
use keyspace::SlotView;
use mesh::CoreId;
use resp::{Args, OutBuf, Proto, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::key_events::{EventSubscribers, is_event_channel};
use crate::marks::Mark;
use crate::message::{Caller, Delivery, Message, SessionId, SlotNote};
use crate::relays::Resubscription;
use crate::session::{Session, State};

/// What a session is subscribed to, in order of name.
#[derive(Debug, Default)]
pub(crate) struct Subscriptions {
    pub(crate) channels: BTreeSet<Box<[u8]>>,
    pub(crate) patterns: BTreeSet<Box<[u8]>>,
}

impl Subscriptions {
    pub(crate) fn count(&self) -> usize {
        self.channels.len() + self.patterns.len()
    }
}

/// A core's subscribers of what every core knows, with their numbers.
#[derive(Debug)]
pub struct Hello {
    patterns: Vec<(Box<[u8]>, i32)>,
    event_channels: Vec<(Box<[u8]>, i32)>,
    /// Somebody has subscribed to something, once.
    were_used: bool,
}

impl Hello {
    /// One session's.
    pub(crate) fn of(session: &Resubscription) -> Self {
        let once = |names: &[Box<[u8]>]| names.iter().map(|name| (name.clone(), 1)).collect();
        Self {
            patterns: once(&session.patterns),
            event_channels: once(&session.event_channels),
            were_used: true,
        }
    }
}

/// What a core knows of subscriptions: its own sessions' channels, and all patterns.
#[derive(Default)]
pub(crate) struct Channels {
    channels: BTreeMap<Box<[u8]>, BTreeSet<SessionId>>,
    patterns: BTreeMap<Box<[u8]>, Pattern>,
    /// This core has known of somebody who may hear what is published elsewhere.
    pub(crate) were_used: bool,
    /// Of all cores, as the patterns are.
    pub(crate) event_subscribers: EventSubscribers,
}

#[derive(Default)]
struct Pattern {
    /// Subscribers by core. Of a core that has not greeted a new one, the new one may hear first
    /// that there are fewer.
    counts: BTreeMap<CoreId, i32>,
    /// Subscribers among this core's sessions, in order of subscription.
    sessions: Vec<PatternSession>,
}

/// A session's subscription of a pattern. Until a core has acknowledged that it begins, or ends,
/// what comes from that core was published before.
struct PatternSession {
    id: SessionId,
    ends: bool,
    unaware: Vec<CoreId>,
}

impl PatternSession {
    /// Whether a message that `from` has sent is for it.
    fn hears(&self, from: CoreId) -> bool {
        self.unaware.contains(&from) == self.ends
    }
}

/// A session that gets a message, and by which pattern if by one.
struct Receiver {
    id: SessionId,
    pattern: Option<Box<[u8]>>,
    /// The subscription ends, and is not confirmed to have ended.
    ends: bool,
    /// It comes from the session's old core.
    relayed: bool,
}

impl Channels {
    /// A core's number of subscribers of a pattern changed.
    pub(crate) fn count_pattern(&mut self, pattern: &[u8], core: CoreId, delta: i32) {
        self.were_used = true;
        let entry = self.patterns.entry(pattern.into()).or_default();
        let count = entry.counts.entry(core).or_default();
        *count = count.saturating_add(delta);
        if *count == 0 {
            entry.counts.remove(&core);
        }
        self.forget_if_unused(pattern);
    }

    fn forget_if_unused(&mut self, pattern: &[u8]) {
        let unused = |entry: &Pattern| entry.counts.is_empty() && entry.sessions.is_empty();
        if self.patterns.get(pattern).is_some_and(unused) {
            self.patterns.remove(pattern);
        }
    }

    /// Cores with sessions that an event's channel concerns.
    pub(crate) fn event_listeners(&self, channel: &[u8]) -> BTreeSet<CoreId> {
        let mut cores: BTreeSet<CoreId> = self.event_subscribers.cores(channel).collect();
        for (pattern, entry) in &self.patterns {
            if stdx::glob::matches(pattern, channel, false) {
                cores.extend(entry.counts.keys());
            }
        }
        cores
    }

    /// Number of different patterns.
    pub(crate) fn pattern_count(&self) -> usize {
        self.patterns
            .values()
            .filter(|entry| !entry.counts.is_empty())
            .count()
    }

    /// A session with these subscriptions leaves. The counts stay until they are changed.
    pub(crate) fn part_with(&mut self, id: SessionId, subscriptions: &Subscriptions) {
        for channel in &subscriptions.channels {
            self.forget_subscriber(id, channel);
        }
        for pattern in &subscriptions.patterns {
            if let Some(entry) = self.patterns.get_mut(pattern) {
                entry.sessions.retain(|session| session.id != id);
            }
        }
    }

    /// A session with these subscriptions has come; the counts are changed apart.
    pub(crate) fn take_over(
        &mut self,
        id: SessionId,
        subscriptions: &Subscriptions,
        unaware: &BTreeSet<CoreId>,
    ) {
        for channel in &subscriptions.channels {
            let sessions = self.channels.entry(channel.clone()).or_default();
            sessions.insert(id);
        }
        for pattern in &subscriptions.patterns {
            let entry = self.patterns.entry(pattern.clone()).or_default();
            entry.sessions.push(PatternSession {
                id,
                ends: false,
                unaware: unaware.iter().copied().collect(),
            });
        }
    }

    /// Subscriptions that every core knows are another core's now.
    pub(crate) fn change_core(&mut self, changed: &Resubscription) {
        for (core, delta) in [(changed.to, 1), (changed.from, -1)] {
            for pattern in &changed.patterns {
                self.count_pattern(pattern, core, delta);
            }
            for channel in &changed.event_channels {
                self.event_subscribers.count(channel, core, delta);
            }
        }
    }

    /// A core sends here what it publishes for a session.
    pub(crate) fn aware(&mut self, core: CoreId, id: SessionId) {
        let entries = self.patterns.values_mut();
        let sessions = entries.flat_map(|entry| entry.sessions.iter_mut());
        for session in sessions.filter(|session| session.id == id && !session.ends) {
            session.unaware.retain(|&unaware| unaware != core);
        }
    }

    /// What a new core is to know of the subscribers of this one.
    pub(crate) fn hello(&self, core: CoreId, owed: &[Hello]) -> Hello {
        let patterns = self.patterns.iter();
        let own = patterns.filter_map(|(pattern, entry)| {
            let count = *entry.counts.get(&core)?;
            Some((pattern.clone(), count))
        });
        let events = self.event_subscribers.of(core).into_iter();
        let owed_patterns = owed.iter().flat_map(|owed| owed.patterns.iter().cloned());
        let owed_events = owed
            .iter()
            .flat_map(|owed| owed.event_channels.iter().cloned());
        Hello {
            patterns: own.chain(owed_patterns).collect(),
            event_channels: events.chain(owed_events).collect(),
            were_used: self.were_used,
        }
    }

    /// Another core has told what is to be known of its subscribers.
    pub(crate) fn greeted(&mut self, core: CoreId, hello: &Hello) {
        self.were_used |= hello.were_used;
        self.count_all(core, hello, 1);
    }

    /// Some of them were not that core's any more.
    pub(crate) fn uncount(&mut self, core: CoreId, gone: &Hello) {
        self.count_all(core, gone, -1);
    }

    fn count_all(&mut self, core: CoreId, hello: &Hello, sign: i32) {
        for (pattern, count) in &hello.patterns {
            self.count_pattern(pattern, core, sign.saturating_mul(*count));
        }
        for (channel, count) in &hello.event_channels {
            let delta = sign.saturating_mul(*count);
            self.event_subscribers.count(channel, core, delta);
        }
    }

    fn forget_subscriber(&mut self, id: SessionId, channel: &[u8]) {
        if let Some(sessions) = self.channels.get_mut(channel) {
            sessions.remove(&id);
            if sessions.is_empty() {
                self.channels.remove(channel);
            }
        }
    }

    /// Channels that sessions of this core are subscribed to.
    pub(crate) fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.channels.keys().map(|name| &**name)
    }
}

impl Core {
    /// PUBLISH: counts the receivers and sends the message to the cores that have some.
    pub(crate) fn publish(
        &mut self,
        args: Args<'_>,
        caller: &Caller,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        let (channel, payload) = (args.get(1), args.get(2));
        let timing = self.bodies.begin(CommandId::Publish);
        self.bodies.position += 1;
        self.bodies.wrote = true;
        let mut receivers = 0_i64;
        let mut cores: BTreeSet<CoreId> = BTreeSet::new();
        if let Some(slot) = view.slot(slot_of(channel)) {
            for &(core, count) in slot.subscribers(channel) {
                receivers += i64::from(count);
                cores.insert(core);
            }
        }
        for (pattern, entry) in &self.channels.patterns {
            if stdx::glob::matches(pattern, channel, false) {
                for (&core, &count) in &entry.counts {
                    receivers += i64::from(count);
                    cores.insert(core);
                }
            }
        }
        ReplyWriter::new(out, caller.proto).int(receivers);
        if !self.control.settings.cluster_enabled() {
            self.bodies.effects.request(caller.db, args);
        }
        self.bodies.end(timing, args, caller);
        if cores.is_empty() {
            return;
        }
        let payload = args
            .shared(2)
            .unwrap_or_else(|| Bytes::copy_from_slice(payload));
        let delivery = Delivery {
            channel: Bytes::copy_from_slice(channel),
            payload,
        };
        self.published.push((cores.into_iter().collect(), delivery));
    }

    /// Sends on what was published, once the command that did is answered. All messages of a
    /// channel leave from the owner of its slot, in the order of the slot, and before the slot goes
    /// to anybody who may subscribe.
    fn send_published(&mut self) {
        for (cores, delivery) in std::mem::take(&mut self.published) {
            let owner = self.map.owner(slot_of(&delivery.channel));
            if owner == self.id {
                self.spread(cores, &delivery);
            } else {
                let delivery = Box::new(delivery);
                self.send(owner, Message::Spread { cores, delivery });
            }
        }
    }

    /// Sends a message of a channel of this core's to the cores that have subscribers.
    pub(crate) fn spread(&mut self, cores: impl IntoIterator<Item = CoreId>, delivery: &Delivery) {
        for core in cores {
            if core == self.id {
                self.deliveries.push_back((core, delivery.clone()));
            } else {
                self.channels.were_used = true;
                self.send(core, Message::Deliver(Box::new(delivery.clone())));
            }
        }
    }

    /// Whether something was published, or is to be written to sessions of this core.
    #[inline]
    pub(crate) fn has_deliveries(&self) -> bool {
        !(self.published.is_empty()
            && self.deliveries.is_empty()
            && self.bodies.effects.events.is_empty())
    }

    /// Writes published messages to the sessions of this core. `current` is the session whose
    /// request is being executed, which is not in the table.
    #[inline]
    pub(crate) fn deliver(&mut self, current: Option<&mut Session>) {
        if self.has_deliveries() {
            self.deliver_now(current);
        }
    }

    fn deliver_now(&mut self, mut current: Option<&mut Session>) {
        if self.whole_jobs.paused.is_some() {
            // What a transaction publishes leaves when it is over.
            return;
        }
        self.publish_events();
        self.send_published();
        while let Some((from, delivery)) = self.deliveries.pop_front() {
            for receiver in self.receivers(from, &delivery.channel) {
                match &mut current {
                    Some(session) if session.id == receiver.id => {
                        self.push_message(session, &receiver, &delivery);
                    }
                    _ => {
                        let Some(mut session) = self.sessions.take(receiver.id) else {
                            continue;
                        };
                        if receiver.pattern.is_none() && is_relayed(&session, from, &delivery) {
                            self.sessions.put_back(session);
                            continue;
                        }
                        self.push_message(&mut session, &receiver, &delivery);
                        self.sessions.put_back(session);
                    }
                }
            }
            if !self.session_moves.relays.is_empty() {
                self.relay(from, &delivery);
            }
        }
    }

    /// Writes a message that came to a session's old core.
    pub(crate) fn push_relayed(
        &mut self,
        session: &mut Session,
        pattern: Option<Box<[u8]>>,
        message: &Delivery,
    ) {
        let receiver = Receiver {
            id: session.id,
            pattern,
            ends: false,
            relayed: true,
        };
        self.push_message(session, &receiver, message);
    }

    /// Sessions of this core that get a message: subscribers of the channel, then of patterns.
    fn receivers(&self, from: CoreId, channel: &[u8]) -> Vec<Receiver> {
        let direct = self.channels.channels.get(channel).into_iter().flatten();
        let mut receivers: Vec<Receiver> = direct
            .map(|&id| Receiver {
                id,
                pattern: None,
                ends: false,
                relayed: false,
            })
            .collect();
        for (pattern, entry) in &self.channels.patterns {
            if !entry.sessions.is_empty() && stdx::glob::matches(pattern, channel, false) {
                let hear = entry.sessions.iter().filter(|session| session.hears(from));
                receivers.extend(hear.map(|session| Receiver {
                    id: session.id,
                    pattern: Some(pattern.clone()),
                    ends: session.ends,
                    relayed: false,
                }));
            }
        }
        receivers
    }

    fn push_message(&mut self, session: &mut Session, receiver: &Receiver, message: &Delivery) {
        // What confirms the subscription comes first, what confirms its end last.
        let mut held = OutBuf::new();
        let waits = matches!(session.state, State::Awaiting { .. }) && !receiver.ends;
        let settles = session.settling.is_some() && !receiver.relayed;
        let out = if waits || settles {
            &mut held
        } else {
            &mut session.out
        };
        let mut reply = ReplyWriter::new(out, session.proto);
        match receiver.pattern.as_deref() {
            None => {
                reply.push(3);
                reply.bulk(b"message");
            }
            Some(pattern) => {
                reply.push(4);
                reply.bulk(b"pmessage");
                reply.bulk(pattern);
            }
        }
        reply.bulk(&message.channel);
        reply.shared(message.payload.clone());
        if let State::Awaiting { reply, .. } = &mut session.state {
            for segment in held.take_segments() {
                reply.extend_from_slice(segment.as_slice());
            }
        } else if let Some(settling) = &mut session.settling {
            for segment in held.take_segments() {
                self.marks.hit(Mark::MessageHeld);
                settling.held.extend_from_slice(segment.as_slice());
            }
        }
        self.mark_dirty(session);
        self.check_output_limit(session);
    }

    /// What a transaction does is recorded with it.
    fn record_subscription(&mut self, command: CommandId, session: &Session, args: Args<'_>) {
        if !session.in_exec {
            self.bodies
                .record_request(command, args, session.caller(self.id), self.now_ms);
        }
    }

    fn confirm(&mut self, session: &mut Session, kind: &str, name: Option<&[u8]>) {
        let count = session.subscription_count() as i64;
        let mut reply = ReplyWriter::new(&mut session.out, session.proto);
        reply.push(3);
        reply.bulk(kind.as_bytes());
        match name {
            Some(name) => reply.bulk(name),
            None => reply.null(),
        }
        reply.int(count);
        self.mark_dirty(session);
    }

    /// Tells the other cores of a pattern, and makes the session wait until they know.
    /// Returns the cores that do not know yet.
    fn announce_pattern(
        &mut self,
        session: &mut Session,
        pattern: &[u8],
        delta: i32,
    ) -> Vec<CoreId> {
        self.channels.count_pattern(pattern, self.id, delta);
        let (core, id) = (self.id, session.id);
        self.tell_others(session, || Message::Pattern {
            pattern: pattern.into(),
            core,
            delta,
            session: id,
        })
    }

    /// Tells the other cores of something, and makes the session wait until they have
    /// acknowledged it. Returns those cores; none if the session does not wait.
    pub(crate) fn tell_others(
        &mut self,
        session: &mut Session,
        message: impl Fn() -> Message,
    ) -> Vec<CoreId> {
        for core in 0..self.cores {
            if core != self.id {
                self.send(core, message());
            }
        }
        if session.gone || self.cores == 1 {
            return Vec::new();
        }
        let others = u32::from(self.cores) - 1;
        match &mut session.state {
            State::Awaiting {
                acknowledgements, ..
            } => *acknowledgements += others,
            state => {
                *state = State::Awaiting {
                    acknowledgements: others,
                    reply: Vec::new(),
                }
            }
        }
        (0..self.cores).filter(|&core| core != self.id).collect()
    }

    /// A core knows of a change of a pattern's subscriptions.
    pub(crate) fn pattern_known(&mut self, from: CoreId, id: SessionId, pattern: &[u8]) {
        if let Some(entry) = self.channels.patterns.get_mut(pattern) {
            for session in entry.sessions.iter_mut().filter(|session| session.id == id) {
                session.unaware.retain(|&core| core != from);
            }
            entry
                .sessions
                .retain(|session| !(session.ends && session.unaware.is_empty()));
            self.channels.forget_if_unused(pattern);
        }
        self.acknowledged(id);
    }

    /// A core has adopted what the session waits for.
    pub(crate) fn acknowledged(&mut self, id: SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if let State::Awaiting {
            acknowledgements,
            reply,
        } = &mut session.state
        {
            *acknowledgements -= 1;
            if *acknowledgements == 0 {
                let reply = std::mem::take(reply);
                session.state = State::Idle;
                self.answer_waiting(session, |_, session| {
                    // Confirmations of subscriptions come even where replies are switched off.
                    session.out.append(&reply);
                });
                return;
            }
        }
        self.put_back(session);
    }

    /// Ends all subscriptions of a session that ends.
    pub(crate) fn unsubscribe_all(&mut self, session: &mut Session) {
        let Some(subscriptions) = session.subscriptions.take() else {
            return;
        };
        for channel in subscriptions.channels {
            self.leave_channel(session, &channel);
            let core = self.id;
            self.note(slot_of(&channel), SlotNote::Unsubscribe { channel, core });
        }
        for pattern in subscriptions.patterns {
            self.leave_pattern(session, &pattern);
        }
    }

    fn leave_channel(&mut self, session: &mut Session, channel: &[u8]) {
        self.channels.forget_subscriber(session.id, channel);
        if is_event_channel(channel) {
            self.announce_event_channel(session, channel, -1);
        }
    }

    fn leave_pattern(&mut self, session: &mut Session, pattern: &[u8]) {
        let unaware = self.announce_pattern(session, pattern, -1);
        if let Some(entry) = self.channels.patterns.get_mut(pattern) {
            entry.sessions.retain_mut(|own| {
                if own.id == session.id {
                    own.ends = true;
                    own.unaware.clone_from(&unaware);
                }
                own.id != session.id || !unaware.is_empty()
            });
            self.channels.forget_if_unused(pattern);
        }
    }
}

/// Whether a message on a channel of events comes through a session's old core as well: `from` does
/// not know yet where the session is.
fn is_relayed(session: &Session, from: CoreId, message: &Delivery) -> bool {
    let settling = session.settling.as_deref();
    settling.is_some_and(|settling| settling.unaware.contains(&from))
        && is_event_channel(&message.channel)
}

/// SUBSCRIBE, with the slots of the channels in the view.
pub(crate) fn subscribe(
    core: &mut Core,
    session: &mut Session,
    args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    core.bodies.wrote = true;
    core.record_subscription(CommandId::Subscribe, session, args);
    let before = std::mem::take(&mut session.out);
    for channel in args.tail(1) {
        let subscriptions = session.subscriptions.get_or_insert_default();
        if subscriptions.channels.insert(channel.into()) {
            core.channels
                .channels
                .entry(channel.into())
                .or_default()
                .insert(session.id);
            if let Some(slot) = view.slot(slot_of(channel)) {
                slot.subscribe(channel, core.id);
            }
            if is_event_channel(channel) {
                core.announce_event_channel(session, channel, 1);
            }
        }
        core.confirm(session, "subscribe", Some(channel));
    }
    hold_confirmations(session, before);
}

/// UNSUBSCRIBE; without arguments from all channels (their slots are in the view).
pub(crate) fn unsubscribe(
    core: &mut Core,
    session: &mut Session,
    args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    core.bodies.wrote = true;
    core.record_subscription(CommandId::Unsubscribe, session, args);
    let channels: Vec<Box<[u8]>> = if args.len() > 1 {
        args.tail(1).iter().map(Into::into).collect()
    } else {
        session
            .subscriptions
            .iter()
            .flat_map(|s| s.channels.iter().cloned())
            .collect()
    };
    let before = std::mem::take(&mut session.out);
    for channel in &channels {
        let removed = session
            .subscriptions
            .as_mut()
            .is_some_and(|subs| subs.channels.remove(channel));
        if removed {
            core.leave_channel(session, channel);
            if let Some(slot) = view.slot(slot_of(channel)) {
                slot.unsubscribe(channel, core.id);
            }
        }
        core.confirm(session, "unsubscribe", Some(channel));
    }
    if channels.is_empty() {
        core.confirm(session, "unsubscribe", None);
    }
    hold_confirmations(session, before);
}

/// PSUBSCRIBE.
pub(crate) fn psubscribe(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    core.record_subscription(CommandId::Psubscribe, session, args);
    let before = std::mem::take(&mut session.out);
    for pattern in args.tail(1) {
        let subscriptions = session.subscriptions.get_or_insert_default();
        if subscriptions.patterns.insert(pattern.into()) {
            let unaware = core.announce_pattern(session, pattern, 1);
            let entry = core.channels.patterns.entry(pattern.into()).or_default();
            entry.sessions.push(PatternSession {
                id: session.id,
                ends: false,
                unaware,
            });
        }
        core.confirm(session, "psubscribe", Some(pattern));
    }
    hold_confirmations(session, before)
}

/// PUNSUBSCRIBE; without arguments from all patterns.
pub(crate) fn punsubscribe(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    core.record_subscription(CommandId::Punsubscribe, session, args);
    let before = std::mem::take(&mut session.out);
    let patterns: Vec<Box<[u8]>> = if args.len() > 1 {
        args.tail(1).iter().map(Into::into).collect()
    } else {
        session
            .subscriptions
            .iter()
            .flat_map(|s| s.patterns.iter().cloned())
            .collect()
    };
    for pattern in &patterns {
        let removed = session
            .subscriptions
            .as_mut()
            .is_some_and(|subs| subs.patterns.remove(pattern));
        if removed {
            core.leave_pattern(session, pattern);
        }
        core.confirm(session, "punsubscribe", Some(pattern));
    }
    if patterns.is_empty() {
        core.confirm(session, "punsubscribe", None);
    }
    hold_confirmations(session, before)
}

/// Confirmations leave when the other cores know as well.
fn hold_confirmations(session: &mut Session, mut before: OutBuf) -> Flow {
    std::mem::swap(&mut session.out, &mut before);
    let mut confirmations = before;
    if let State::Awaiting { reply, .. } = &mut session.state {
        for segment in confirmations.take_segments() {
            reply.extend_from_slice(segment.as_slice());
        }
        return Flow::Wait;
    }
    session.out.append_all(&mut confirmations);
    Flow::Done
}

/// A RESP2 connection with subscriptions may do little else.
pub(crate) fn allowed_while_subscribed(command: CommandId) -> Result<(), ReplyError> {
    let allowed = matches!(
        command,
        CommandId::Ping
            | CommandId::Subscribe
            | CommandId::Ssubscribe
            | CommandId::Unsubscribe
            | CommandId::Sunsubscribe
            | CommandId::Psubscribe
            | CommandId::Punsubscribe
            | CommandId::Quit
            | CommandId::Reset
    );
    if allowed {
        return Ok(());
    }
    Err(ReplyError::new(format!(
        "ERR Can't execute '{}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are \
         allowed in this context",
        command.full_name()
    )))
}

/// PUBSUB NUMSUB, with the slots of the channels in the view.
pub(crate) fn numsub(
    core: &mut Core,
    session: &mut Session,
    args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    let channels = args.tail(2);
    let counts: Vec<(&[u8], i64)> = channels
        .iter()
        .map(|channel| {
            let count = view.slot(slot_of(channel)).map_or(0, |slot| {
                slot.subscribers(channel)
                    .iter()
                    .map(|&(_, count)| i64::from(count))
                    .sum()
            });
            (channel, count)
        })
        .collect();
    core.reply_to(session, |out, proto: Proto| {
        let mut reply = ReplyWriter::new(out, proto);
        reply.array(counts.len() * 2);
        for (channel, count) in counts {
            reply.bulk(channel);
            reply.int(count);
        }
    });
}
