//! CLIENT PAUSE: requests that wait at their session until its end.
//!
//! Every core has adopted the pause before its OK leaves, so that nothing it holds back is begun
//! anywhere afterwards. Must never hold back what has begun: a transaction or a wait goes on.

use std::sync::Arc;

use command_table::{CommandId, Flags};
use resp::{Args, ReplyError};
use settings::Param;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::message::SessionId;
use crate::session::{Session, State};
use crate::timers::Timer;

/// What CLIENT PAUSE asked for last, and until when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClientPause {
    /// Unix time; what lies in the past is no pause.
    until_ms: i64,
    /// Reads wait as well.
    all: bool,
}

impl ClientPause {
    pub(crate) fn is_on(self, now_ms: i64) -> bool {
        now_ms < self.until_ms
    }

    /// What INFO tells: the reason, the actions, the milliseconds left.
    pub(crate) fn described(self, now_ms: i64) -> (&'static str, &'static str, u64) {
        if !self.is_on(now_ms) {
            return ("none", "none", 0);
        }
        let actions = if self.all { "all" } else { "write" };
        let left_ms = self.until_ms.saturating_sub(now_ms);
        ("client_pause", actions, left_ms.unsigned_abs())
    }

    /// One more pause on top of this one: the longer time and the stricter kind are in force.
    fn with(self, other: Self, now_ms: i64) -> Self {
        if !self.is_on(now_ms) {
            return other;
        }
        Self {
            until_ms: self.until_ms.max(other.until_ms),
            all: self.all || other.all,
        }
    }
}

/// A core's part of it.
#[derive(Debug, Default)]
pub(crate) struct Pausing {
    pause: ClientPause,
    /// Looked at by every request: a pause is in force.
    pub(crate) on: bool,
    /// Sessions of which a request waits.
    postponed: Vec<SessionId>,
}

impl Pausing {
    /// Requests of sessions that wait, or will when their turn comes.
    fn holds_back(&self, session: &Session, command: CommandId) -> bool {
        if self.pause.all {
            return true;
        }
        let writes = |command: CommandId| {
            let flags = command.spec().flags;
            flags.contains(Flags::WRITE) || flags.contains(Flags::MAY_REPLICATE)
        };
        let queued = || {
            session
                .multi
                .as_ref()
                .is_some_and(|multi| multi.any(writes))
        };
        writes(command) || command == CommandId::Exec && queued()
    }
}

/// CLIENT PAUSE timeout [WRITE | ALL] and CLIENT UNPAUSE.
pub(crate) fn client_pause(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let now_ms = core.now_ms;
    let unpause = args.get(1).eq_ignore_ascii_case(b"unpause");
    let asked = if unpause {
        Ok(ClientPause::default())
    } else {
        parse(args, now_ms)
    };
    let asked = match asked {
        Ok(asked) => asked,
        Err(error) => {
            core.fail(session, &error);
            return Flow::Done;
        }
    };
    let result = core.publish_control(session, b"+OK\r\n".to_vec(), |state| {
        let mut next = state.next();
        next.pause = if unpause {
            asked
        } else {
            state.pause.with(asked, now_ms)
        };
        Ok::<_, std::convert::Infallible>(next)
    });
    result.unwrap_or_else(|never| match never {});
    if session.is_idle() {
        Flow::Done
    } else {
        Flow::Wait
    }
}

fn parse(args: Args<'_>, now_ms: i64) -> Result<ClientPause, ReplyError> {
    let all = match args.try_get(3) {
        None => true,
        Some(word) if word.eq_ignore_ascii_case(b"all") => true,
        Some(word) if word.eq_ignore_ascii_case(b"write") => false,
        Some(_) => {
            return Err(ReplyError::fixed(
                "ERR CLIENT PAUSE mode must be WRITE or ALL",
            ));
        }
    };
    let timeout_ms = stdx::num::parse_i64(args.get(2)).ok_or(ReplyError::fixed(
        "ERR timeout is not an integer or out of range",
    ))?;
    if timeout_ms < 0 {
        return Err(ReplyError::fixed("ERR timeout is negative"));
    }
    let until_ms = timeout_ms
        .checked_add(now_ms)
        .ok_or(ReplyError::fixed("ERR timeout is out of range"))?;
    Ok(ClientPause { until_ms, all })
}

impl Core {
    /// The head of the session's queue waits until the pause ends, if the pause concerns it.
    #[cold]
    pub(crate) fn postpones(&mut self, session: &mut Session, command: CommandId) -> bool {
        if !self.pausing.holds_back(session, command) {
            return false;
        }
        session.state = State::Postponed;
        self.pausing.postponed.push(session.id);
        true
    }

    /// Takes over what a control version says about the pause.
    pub(crate) fn adopt_pause(&mut self, pause: ClientPause) {
        if pause == self.pausing.pause {
            self.settle_expired();
            return;
        }
        self.pausing.pause = pause;
        self.pausing.on = pause.is_on(self.now_ms);
        self.settle_expired();
        if self.pausing.on {
            self.timers.add(pause.until_ms, Timer::PauseEnds);
        }
        self.resume_postponed();
    }

    /// The time of a pause may be over.
    pub(crate) fn end_pause(&mut self) {
        if !self.pausing.pause.is_on(self.now_ms) {
            self.pausing.on = false;
            self.settle_expired();
            self.resume_postponed();
        }
    }

    /// Sessions look again at their next request. What still has to wait does so again.
    fn resume_postponed(&mut self) {
        for id in std::mem::take(&mut self.pausing.postponed) {
            let Some(mut session) = self.sessions.take(id) else {
                continue;
            };
            if matches!(session.state, State::Postponed) {
                session.state = State::Idle;
                self.enlist(&mut session);
            }
            self.put_back(session);
        }
    }

    /// Expired keys stay while writes wait, and while data is imported.
    pub(crate) fn keeps_expired(&self) -> bool {
        self.pausing.on || self.control.settings.flag(Param::ImportMode)
    }

    /// Has bodies know of it.
    fn settle_expired(&mut self) {
        let keeps = self.keeps_expired();
        if self.bodies.settings.keeps_expired != keeps {
            Arc::make_mut(&mut self.bodies.settings).keeps_expired = keeps;
        }
    }
}
