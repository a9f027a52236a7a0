//! The turn: what was queued goes out, what completed comes in.

use std::time::Duration;

use crate::error::TurnError;
use crate::event::{Event, Received};
use crate::reactor::Reactor;
use crate::ring::Completion;
use crate::token::Token;

/// Completions handled in one turn; the rest waits for the next.
const COMPLETIONS_MAX: usize = 8192;

impl Reactor {
    /// Submits everything queued, waits for something to happen and reports it in `events`, which
    /// it empties first. Waits not at all for `Some(ZERO)`, for ever for `None`; may return
    /// without events at any time. Ends the validity of all [`Received`] of the turn before.
    ///
    /// With a zero timeout, nothing queued and nothing to come, it makes no system call.
    pub fn turn(
        &mut self,
        timeout: Option<Duration>,
        events: &mut Vec<Event>,
    ) -> Result<(), TurnError> {
        events.clear();
        self.stats.turns += 1;
        self.pool.begin_turn();
        self.wake.arm(&mut self.ring);
        let timeout = self.retry_accepts(timeout);
        self.arm_receives();
        // Nothing wakes us for inline sends of which nothing was heard yet.
        let unheard = !self.inline.is_empty();
        let more = self.submit_sends() || unheard;
        let idle = !more && self.pending.is_empty() && self.to_arm.is_empty();
        let timeout = if idle { timeout } else { Some(Duration::ZERO) };
        self.ring.submit_and_wait(timeout, self.config.spin)?;
        self.take_completions();
        events.append(&mut self.pending);
        Ok(())
    }

    pub(super) fn take_completions(&mut self) {
        let mut batch = std::mem::take(&mut self.completions);
        self.ring.take_completions(&mut batch, COMPLETIONS_MAX);
        self.stats.completions += batch.len() as u64;
        for completion in batch.drain(..) {
            self.complete(completion);
        }
        self.completions = batch;
        self.take_inline_sends();
        if std::mem::take(&mut self.doorbell) {
            self.pending.push(Event::Doorbell);
        }
    }

    fn complete(&mut self, completion: Completion) {
        let data = self.take_buffer(&completion);
        match Token::unpack(completion.word) {
            Some(Token::Recv(conn)) => self.received(conn, completion, data),
            Some(Token::Send(conn)) => self.sent(conn, completion.outcome(), false),
            Some(Token::SendZero(conn, name)) => match completion.lets_go() {
                true => self.let_go(conn, name, completion.had_copied()),
                false => self.sent(conn, completion.outcome(), completion.more()),
            },
            Some(Token::Fill(conn)) => self.filled(conn, completion.outcome()),
            Some(Token::Cancel(conn)) => self.cancelled(conn),
            Some(Token::Accept(listener)) => self.accepted(listener, completion),
            Some(Token::CancelAccept(listener)) => self.accept_cancelled(listener),
            Some(Token::Doorbell) => self.doorbell = true,
            Some(Token::Rung(peer)) => self.not_rung(peer),
            Some(Token::Wake) => {
                self.wake.read();
                self.doorbell = true;
            }
            Some(Token::CancelAll) | None => {}
        }
    }

    /// Whatever becomes of a completion, the buffer that came with it must be given back.
    fn take_buffer(&mut self, completion: &Completion) -> Option<Received> {
        let buffer = completion.buffer()?;
        let len = u32::try_from(completion.result).unwrap_or(0);
        self.pool.take(buffer, len)
    }

    /// Our message did not reach the other ring (it is full, or not yet enabled): its event
    /// descriptor will do.
    fn not_rung(&mut self, peer: u32) {
        if let Some(Some(handle)) = self.peers.get(peer as usize) {
            self.stats.rung_otherwise += 1;
            handle.wake();
        }
    }
}
