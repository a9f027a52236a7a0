//! A subscriber to all channels, directly or by pattern: every publisher's messages must come,
//! each once and in order.

use std::collections::BTreeMap;

use super::Actor;
use super::frames;
use super::world::{CHANNELS, World, key};
use crate::wire::push_command;

/// One subscriber.
#[derive(Debug)]
pub struct Subscriber {
    at: usize,
    by_pattern: bool,
    over_channels: bool,
    subscribed: usize,
    asked: bool,
    /// Per publisher: the last message, per channel and in all.
    last: BTreeMap<u32, ([u64; CHANNELS], u64)>,
    behind: bool,
}

impl Subscriber {
    /// `over_channels`: whether a publisher's order must hold over all channels too.
    pub fn new(at: usize, by_pattern: bool, over_channels: bool) -> Self {
        Self {
            at,
            by_pattern,
            over_channels,
            subscribed: 0,
            asked: false,
            last: BTreeMap::new(),
            behind: false,
        }
    }

    fn message(&mut self, channel: &[u8], message: &[u8]) -> Result<(), String> {
        let wrong = || frames::wrong("a message", b"(publisher:number:number)", message);
        let text = std::str::from_utf8(message).map_err(|_| wrong())?;
        let mut numbers = text.split(':').map(str::parse::<u64>);
        let (Some(Ok(publisher)), Some(Ok(of_channel)), Some(Ok(all)), None) = (
            numbers.next(),
            numbers.next(),
            numbers.next(),
            numbers.next(),
        ) else {
            return Err(wrong());
        };
        let at = (0..CHANNELS)
            .find(|at| key("channel", *at) == channel)
            .ok_or_else(wrong)?;
        let last = self.last.entry(publisher as u32).or_default();
        if of_channel != last.0[at] + 1 {
            return Err(format!(
                "message {of_channel} of client {publisher} on channel {at} came after {}",
                last.0[at]
            ));
        }
        if self.over_channels && all != last.1 + 1 {
            return Err(format!(
                "message {all} of client {publisher} (over all channels) came after {}",
                last.1
            ));
        }
        last.0[at] = of_channel;
        last.1 = last.1.max(all);
        Ok(())
    }
}

impl Actor for Subscriber {
    fn name(&self) -> String {
        format!("subscriber {}", self.at)
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        if !self.asked {
            self.asked = true;
            if self.by_pattern {
                push_command(out, &[b"PSUBSCRIBE", &b"soak:chan*"[..]]);
            } else {
                let mut args = vec![b"SUBSCRIBE".to_vec()];
                args.extend((0..CHANNELS).map(|at| key("channel", at)));
                push_command(out, &args);
            }
        }
        // At the end, everything that was published must have come.
        self.behind = world.stopping && self.last != world.published;
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        let items =
            frames::items(frame).ok_or_else(|| frames::wrong("a message", b"(an array)", frame))?;
        let texts: Vec<Option<&[u8]>> = items.into_iter().map(frames::text).collect();
        match texts[..] {
            [Some(b"message"), Some(channel), Some(message)]
            | [Some(b"pmessage"), Some(_), Some(channel), Some(message)] => {
                self.message(channel, message)?;
                world.held("messages received");
            }
            [Some(b"subscribe" | b"psubscribe"), ..] => {
                self.subscribed += 1;
            }
            _ => return Err(frames::wrong("a message", b"(message or pmessage)", frame)),
        }
        self.behind = world.stopping && self.last != world.published;
        Ok(())
    }

    fn pending(&self) -> usize {
        let wanted = if self.by_pattern { 1 } else { CHANNELS };
        usize::from(self.behind || self.subscribed < wanted)
    }
}
