//! Control versions: a change of settings or statistics leaves its OK when every core has
//! adopted it.
//!
//! Must never change a version in place: cores hold it behind an `Arc`.

use std::sync::Arc;

use mesh::CoreId;

use crate::core::{Action, Core};
use crate::message::{Message, SessionId};
use crate::session::{Session, State};
use crate::shared::ControlState;
use crate::stats::{CommandStats, SessionStats};

impl Core {
    /// Makes the next control version of the newest one, adopts it, and makes the session wait
    /// until all cores have; then `reply` leaves.
    pub(crate) fn publish_control<E>(
        &mut self,
        session: &mut Session,
        reply: Vec<u8>,
        change: impl FnOnce(&ControlState) -> Result<ControlState, E>,
    ) -> Result<(), E> {
        self.shared.control.try_update(change)?;
        let (_, state) = self.shared.control.newest();
        self.adopt_here(&state);
        for core in 0..self.cores {
            if core != self.id {
                let state = Arc::clone(&state);
                self.send(
                    core,
                    Message::Adopt {
                        home: self.id,
                        session: session.id,
                        state,
                    },
                );
            }
        }
        if self.cores == 1 {
            self.reply_to(session, |out, _| out.append(&reply));
        } else {
            let acknowledgements = u32::from(self.cores) - 1;
            let reply = if session.drops_reply() {
                Vec::new()
            } else {
                reply
            };
            session.state = State::Awaiting {
                acknowledgements,
                reply,
            };
        }
        Ok(())
    }

    /// Another core has published a version.
    pub(crate) fn adopt(&mut self, home: CoreId, session: SessionId, state: Arc<ControlState>) {
        self.adopt_here(&state);
        self.send(home, Message::Acknowledge { session });
    }

    pub(crate) fn adopt_here(&mut self, state: &Arc<ControlState>) {
        if state.version <= self.control.version {
            return;
        }
        if state.resets > self.control.resets {
            self.bodies.command_stats = CommandStats::default();
            self.bodies.keyspace_stats = keyspace::KeyspaceStats::default();
            self.stats = SessionStats::default();
            self.eviction.reset(self.now_ms);
            self.loads.reset();
            stdx::steps::reset();
            self.crew.legacy = None;
        }
        self.control = Arc::clone(state);
        self.keep_within_range();
        self.bodies.adopt(state);
        self.adopt_pause(state.pause);
        self.adopt_limit();
        self.prefetch = state.wants_prefetch();
        self.logs.trim(&state.settings);
        self.outputs
            .actions
            .push(Action::Adopted(Arc::clone(state)));
    }
}
