//! The end of sessions, and the limits that end them.
//!
//! Must never leave anything of a session in a slot, a registry or another core.

use mesh::ClaimWinner;
use settings::ClientClass;

use crate::core::{Action, Core};
use crate::history::Event;
use crate::marks::Mark;
use crate::message::{SessionId, WaiterHandle};
use crate::rates::Counted;
use crate::session::{Session, State};
use crate::timers::{TICK_MS, Timer};

/// One warning of HTTP in so long is enough.
const BROWSER_WARNING_INTERVAL_MS: i64 = 60_000;

impl Core {
    /// A session's connection is gone.
    pub(crate) fn forget(&mut self, id: SessionId) {
        let Some(mut session) = self.sessions.take(id) else {
            return;
        };
        if session.in_exec {
            // A transaction is never executed in part, and its slots have to go home.
            session.leaves = true;
            self.marks.hit(Mark::ExecLeft);
            self.sessions.put_back(session);
            return;
        }
        self.forget_session(&mut session);
        self.put_back(session);
    }

    /// Takes everything of a session out of slots and registries.
    pub(crate) fn forget_session(&mut self, session: &mut Session) {
        if session.gone || self.ends_later(session) {
            return;
        }
        session.gone = true;
        if session.follows {
            self.end_following(session.id);
        }
        self.unpack(session);
        if session.settling.take().is_some() {
            self.session_moves.arriving.remove(&session.client_id);
        }
        self.outputs.closes.push((session.id, false));
        match std::mem::replace(&mut session.state, State::Idle) {
            State::Blocked(blocked) => {
                // Whoever served it meanwhile has served a client that is gone, as on Valkey.
                self.end_claim(session, &blocked.waiter);
                self.blocked_clients = self.blocked_clients.saturating_sub(1);
                self.unregister(&blocked);
            }
            State::Away {
                waiter: Some(waiter),
            } => {
                self.end_claim(session, &waiter);
            }
            _ => {}
        }
        session.multi = None;
        self.unwatch_all(session);
        self.unsubscribe_all(session);
    }

    fn end_claim(&mut self, session: &Session, waiter: &WaiterHandle) {
        if waiter.claim.try_win(ClaimWinner::Closed) {
            let event = Event::Ended {
                by: ClaimWinner::Closed,
            };
            let caller = session.caller(self.id);
            self.bodies
                .record(event, Some(caller), Vec::new(), self.now_ms);
        }
    }

    /// The last of a session.
    pub(crate) fn end(&mut self, session: Box<Session>) {
        self.sessions.end(session);
    }

    /// Closes a session whose output has grown beyond its limit.
    pub(crate) fn check_output_limit(&mut self, session: &mut Session) {
        if !self.has_output_limit(session) {
            return;
        }
        let class = if session.follows {
            ClientClass::Replica
        } else if session.subscription_count() > 0 {
            ClientClass::Pubsub
        } else {
            ClientClass::Normal
        };
        let limit = self.control.settings.client_output_buffer_limit(class);
        let pending = (session.unsent_bytes + session.out.len_bytes()) as u64;
        let over_soft = limit.soft_bytes > 0 && pending > limit.soft_bytes;
        let since = match session.over_soft_since_ms {
            Some(since_ms) if over_soft => since_ms,
            _ => self.now_ms,
        };
        session.over_soft_since_ms = over_soft.then_some(since);
        let soft_ms = limit.soft_seconds.saturating_mul(1000);
        let soft = over_soft && self.now_ms - since >= soft_ms;
        if (limit.hard_bytes > 0 && pending > limit.hard_bytes) || soft {
            self.stats.output_buffer_disconnections += 1;
            session.out = resp::OutBuf::new();
            session.closing = true;
            session.kill = true;
            self.mark_dirty(session);
        }
    }

    /// Timers that are due.
    pub(crate) fn run_timers(&mut self) {
        while let Some(timer) = self.timers.pop(self.now_ms) {
            match timer {
                Timer::Unblock(id, waiter) => self.time_out(id, waiter),
                Timer::PauseEnds => self.end_pause(),
                Timer::Tick => {
                    self.timers.add(self.now_ms + TICK_MS, Timer::Tick);
                    self.tick();
                }
                Timer::Balance => self.balance_tick(),
            }
        }
    }

    /// Regular work: idle clients and output limits.
    fn tick(&mut self) {
        self.settle_ports();
        let counted = Counted {
            commands: self.bodies.command_stats.total_calls,
            input_bytes: self.stats.input_bytes,
            output_bytes: self.stats.output_bytes,
            turns: self.stats.turns,
            active_us: self.stats.active_ns / 1000,
        };
        self.rates.sample(self.now_ms, counted);
        let now_ms = self.now_ms;
        if !self.control.cron_paused {
            for session in self.sessions.iter_mut() {
                session.shrink_input(now_ms - session.active_ms);
            }
        }
        let timeout_ms = self
            .control
            .settings
            .timeout_s()
            .map(|s| i64::from(s) * 1000);
        let watched: Vec<SessionId> = self
            .sessions
            .iter()
            .filter(|session| {
                let idle = timeout_ms.is_some_and(|limit_ms| {
                    session.is_idle()
                        && !session.follows
                        && session.subscription_count() == 0
                        && now_ms - session.active_ms > limit_ms
                });
                idle || session.unsent_bytes > 0
            })
            .map(|session| session.id)
            .collect();
        for id in watched {
            let Some(mut session) = self.sessions.take(id) else {
                continue;
            };
            self.check_output_limit(&mut session);
            let idle_ms = now_ms - session.active_ms;
            if session.unsent_bytes == 0 && timeout_ms.is_some_and(|limit_ms| idle_ms > limit_ms) {
                self.forget_session(&mut session);
            }
            self.put_back(session);
        }
    }

    /// Tells the log that a request began as HTTP does; seldom, whoever sends them often.
    pub(crate) fn warn_of_browser(&mut self, session: &Session) {
        if self.now_ms < self.browser_warning_due_ms {
            return;
        }
        self.browser_warning_due_ms = self.now_ms + BROWSER_WARNING_INTERVAL_MS;
        let line = format!(
            "Possible SECURITY ATTACK detected: a connection has sent POST or Host:, as a browser \
             does that was lured into talking to this server. Connection from {} aborted.",
            session.info.addr
        );
        self.outputs.actions.push(Action::Log(line));
    }

    /// A session whose request has grown beyond the limit, and is not whole yet, is closed. Whole
    /// requests that wait for their turn do not count: reading pauses for them.
    pub(crate) fn check_query_buffer(&mut self, session: &mut Session) {
        if !session.wants_the_rest() {
            return;
        }
        let limit = self.control.settings.client_query_buffer_limit();
        if session.query_buffer_bytes().0 as u64 > limit {
            self.stats.query_buffer_disconnections += 1;
            self.forget_session(session);
        }
    }
}
