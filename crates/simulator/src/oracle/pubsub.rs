//! Publish and subscribe: who counts as a subscriber at a place of the history, and who must have
//! heard what.
//!
//! A channel's subscribers are exact. Patterns become known core by core: between the request and
//! its confirmation a pattern may count or not, and so may whatever a leaving client had.

use std::collections::BTreeMap;

use engine::{Event, SlotMap};
use stdx::slot::slot_of;

use super::session::Expected;
use super::{At, Judge};
use crate::wire::{self, Words};

/// From where to where in the history a subscription surely holds, and where it may.
#[derive(Clone, Copy, Debug)]
struct Span {
    maybe_from: Point,
    surely_from: Point,
    surely_to: Point,
    maybe_to: Point,
}

/// A stamp, then a place in the history, then the number of a command in a transaction.
type Point = (u64, usize, usize);

const NEVER: Point = (u64::MAX, usize::MAX, usize::MAX);

impl Span {
    fn may_hold(&self, point: Point) -> bool {
        self.maybe_from < point && point < self.maybe_to
    }

    fn surely_holds(&self, point: Point) -> bool {
        self.surely_from < point && point < self.surely_to
    }
}

#[derive(Clone, Debug)]
struct Published {
    point: Point,
    channel: Vec<u8>,
    /// By a transaction on another core than the owner of the channel's slot, through which it
    /// leaves: what that core knew of patterns is not known where it is delivered.
    detour: bool,
}

/// How often a connection heard a payload, and by which pattern.
type Heard = BTreeMap<(usize, Option<Vec<u8>>, Vec<u8>), usize>;

/// Where what a connection last heard by a pattern on a channel was published.
type LastHeard = BTreeMap<(Option<Vec<u8>>, Vec<u8>), Point>;

/// A connection, and a channel (`false`) or a pattern (`true`).
type Subscription = (usize, bool, Vec<u8>);

#[derive(Clone, Debug, Default)]
pub(super) struct PubSub {
    spans: BTreeMap<Subscription, Vec<Span>>,
    /// By payload; each is unlike any other.
    published: BTreeMap<Vec<u8>, Published>,
}

impl Judge<'_> {
    /// SUBSCRIBE and its relatives. Returns what confirms it.
    pub(super) fn subscription(
        &mut self,
        at: At<'_>,
        number: usize,
        index: usize,
        args: &Words,
    ) -> Vec<Expected> {
        let name = String::from_utf8_lossy(&args[0]).to_ascii_lowercase();
        let pattern = name.starts_with('p');
        let begins = !name.contains("uns");
        let here = (at.placed.record.stamp, at.place, number);
        let connection = &self.evidence.connections[index];
        let mut frames = Vec::new();
        for topic in &args[1..] {
            let reply = self.sessions[index].expected.len() + frames.len();
            let confirmed = connection.replies.get(reply).map_or(NEVER, |frame| {
                // Whatever was written when the confirmation arrived stands before.
                (frame.at.stamp, usize::MAX, usize::MAX)
            });
            let session = &mut self.sessions[index];
            let set = if pattern {
                &mut session.patterns
            } else {
                &mut session.channels
            };
            let changes = if begins {
                set.insert(topic.clone())
            } else {
                set.remove(topic.as_slice())
            };
            let spans = self
                .pubsub
                .spans
                .entry((index, pattern, topic.clone()))
                .or_default();
            let known = if pattern { confirmed } else { here };
            if changes && begins {
                spans.push(Span {
                    maybe_from: here,
                    surely_from: known,
                    surely_to: NEVER,
                    maybe_to: NEVER,
                });
            } else if let Some(span) = spans.last_mut().filter(|_| changes) {
                span.surely_to = here;
                span.maybe_to = known;
            }
            let count = wire::integer(session.subscriptions() as i64);
            let parts = [wire::bulk(name.as_bytes()), wire::bulk(topic), count];
            frames.push(Expected::Bytes(wire::push(session.resp3, &parts)));
        }
        frames
    }

    /// PUBLISH: its reply is the number of subscribers.
    pub(super) fn publish(
        &mut self,
        at: At<'_>,
        number: usize,
        channel: &[u8],
        payload: &[u8],
        reply: &[u8],
    ) {
        let point = (at.placed.record.stamp, at.place, number);
        let (mut fewest, mut most) = (0, 0);
        for ((index, pattern, topic), spans) in &self.pubsub.spans {
            if !fits(*pattern, topic, channel) {
                continue;
            }
            let leaves = self.evidence.connections[*index].leaves;
            let stays = leaves.is_none_or(|moment| point.0 <= moment.stamp);
            most += i64::from(spans.iter().any(|span| span.may_hold(point)));
            fewest += i64::from(stays && spans.iter().any(|span| span.surely_holds(point)));
        }
        let told = wire::number(reply);
        if !told.is_some_and(|told| (fewest..=most).contains(&told)) {
            let text = format!("{told:?} receivers, but there were {fewest} to {most}");
            self.violation(at, &text);
        }
        // Outside of transactions it is always the owner that publishes.
        let map = SlotMap::even(self.evidence.cores);
        let elsewhere = map.owner(slot_of(channel)) != at.placed.record.core;
        let in_exec = matches!(at.placed.record.event, Event::Exec { .. });
        let detour = in_exec && (elsewhere || self.evidence.slots_move);
        let published = Published {
            point,
            channel: channel.to_vec(),
            detour,
        };
        self.pubsub.published.insert(payload.to_vec(), published);
    }

    /// Who must have heard what, and in which order.
    pub(super) fn judge_messages(&mut self) {
        let mut heard = Heard::new();
        for (index, connection) in self.evidence.connections.iter().enumerate() {
            let mut last = LastHeard::new();
            for (frame, _) in &connection.messages {
                let Some((pattern, channel, payload)) = wire::message(&frame.bytes) else {
                    continue;
                };
                let pattern = pattern.map(<[u8]>::to_vec);
                let client = self.client_id(index);
                let told = |text: &str| {
                    format!(
                        "client {client} heard {}: {text}",
                        wire::shown(&frame.bytes)
                    )
                };
                let Some(published) = self.pubsub.published.get(payload) else {
                    self.violations.push(told("nobody has published that"));
                    continue;
                };
                let topic = pattern.clone().unwrap_or_else(|| channel.to_vec());
                let spans = self.pubsub.spans.get(&(index, pattern.is_some(), topic));
                let may = |span: &Span| span.may_hold(published.point);
                let loose = published.detour && pattern.is_some() && spans.is_some();
                let subscribed = loose || spans.into_iter().flatten().any(may);
                if published.channel != channel || !subscribed {
                    self.violations
                        .push(told("it was not subscribed when that was published"));
                }
                if frame.at.stamp < published.point.0 {
                    self.violations.push(told("before it was published"));
                }
                let order = published.point;
                let before = last.insert((pattern.clone(), channel.to_vec()), order);
                if before.is_some_and(|before| before >= order) {
                    self.violations
                        .push(told("after something that was published later"));
                }
                *heard.entry((index, pattern, payload.to_vec())).or_default() += 1;
            }
        }
        if let Some(((index, _, payload), _)) = heard.iter().find(|(_, count)| **count > 1) {
            let (client, payload) = (self.client_id(*index), wire::shown(payload));
            self.violations
                .push(format!("client {client} heard {payload} twice"));
        }
        self.judge_silence(&heard);
    }

    /// Who was subscribed and stayed must have heard everything.
    fn judge_silence(&mut self, heard: &Heard) {
        for ((index, pattern, topic), spans) in &self.pubsub.spans {
            let connection = &self.evidence.connections[*index];
            let leaves = connection.leaves.map_or(u64::MAX, |moment| moment.step);
            if leaves < self.evidence.farewell.step {
                continue;
            }
            for (payload, published) in &self.pubsub.published {
                let must = !(published.detour && *pattern)
                    && fits(*pattern, topic, &published.channel)
                    && spans.iter().any(|span| span.surely_holds(published.point));
                let key = (*index, pattern.then(|| topic.clone()), payload.clone());
                if must && !heard.contains_key(&key) {
                    let client = connection.session.map_or(0, |(_, client_id)| client_id);
                    self.violations.push(format!(
                        "client {client} never heard {}, subscribed to {} (stamp {})",
                        wire::shown(payload),
                        wire::shown(topic),
                        published.point.0
                    ));
                }
            }
        }
    }
}

/// Whether a message of this channel is for a subscription. The workload's patterns are few, and
/// known here by name.
fn fits(pattern: bool, topic: &[u8], channel: &[u8]) -> bool {
    match (pattern, topic) {
        (false, topic) => topic == channel,
        (true, b"*") => true,
        (true, b"ch*") => channel.starts_with(b"ch"),
        (true, b"ch[12]*") => channel.starts_with(b"ch1") || channel.starts_with(b"ch2"),
        (true, _) => false,
    }
}
