//! The steady path: requests of plain bodies whose one slot is here, of a session in which nothing
//! unusual is going on. Everything else goes through [`Core::step`], which does the same and more.
//!
//! Must never decide anything that `step` would decide otherwise.
//!
//! [`Core::step`]: crate::core::Core

use std::collections::VecDeque;

use command_table::CommandId;
use commands::Body;
use resp::{Proto, RequestSpan};

use crate::core::Core;
use crate::dispatch::{Binding, binding};
use crate::place::Place;
use crate::route::Route;
use crate::run::SlotRequest;
use crate::session::{ReplyMode, Request, SESSION_TURN_OUTPUT_BYTES_MAX, Session};

impl Core {
    /// Executes requests at the head of the queue, `requests_max` of them at most, as long as they
    /// are plain and the output has not grown too much from `output_before`. Returns how many.
    pub(crate) fn advance_steadily(
        &mut self,
        session: &mut Session,
        requests_max: usize,
        output_before: usize,
    ) -> usize {
        if !self.is_steady(session) {
            return 0;
        }
        let caller = session.caller(self.id);
        let output_bytes_max = output_before + SESSION_TURN_OUTPUT_BYTES_MAX;
        let mut done = 0;
        let mut last = session.last_command;
        while done < requests_max && session.out.len_bytes() <= output_bytes_max {
            let Session {
                queue,
                requests,
                input,
                out,
                ..
            } = &mut *session;
            let Some((head, body, span)) = self.plain_request(queue, done) else {
                break;
            };
            let args = requests.args(input, span);
            if self.bodies.log_limits.may_be_large(args) {
                break;
            }
            let block = self.execute_body(&head, body, args, &caller, out);
            last = Some(head.command);
            if let Some(block) = block {
                let blocked = self.wait_in_slot(&head, args, &caller, None, &block);
                session.queue.drain(..=done);
                self.count_steady(session, done, last);
                if let Some(blocked) = blocked {
                    self.block(session, blocked);
                }
                return done + 1;
            }
            done += 1;
            if self.has_deliveries() {
                break;
            }
        }
        if done > 0 {
            session.queue.drain(..done);
            self.count_steady(session, done, last);
            self.deliver(Some(session));
        }
        done
    }

    /// Nothing about the session makes a request anything but a body in a slot.
    pub(crate) fn is_steady(&self, session: &Session) -> bool {
        let open = session.authenticated || self.control.settings.requirepass().is_none();
        let silent = session.subscriptions.is_none() || session.proto == Proto::Resp3;
        let answers = session.reply_mode == ReplyMode::On;
        let allowed = !self.memory.is_exceeded() && !self.pausing.on;
        open && silent && answers && allowed && session.multi.is_none()
    }

    /// The request at that place of the queue, if it is a plain one and its slot is here.
    #[inline(always)]
    fn plain_request(
        &self,
        queue: &VecDeque<Request>,
        place: usize,
    ) -> Option<(SlotRequest, Body, RequestSpan)> {
        let request = queue.get(place)?;
        let (Some(command), Route::Slot { slot, hash }) = (request.command, request.route) else {
            return None;
        };
        let Binding::Keys(body) = binding(command) else {
            return None;
        };
        let (Place::Here(_) | Place::Empty) = self.directory.place(slot) else {
            return None;
        };
        let head = SlotRequest {
            command,
            slot,
            hash,
        };
        Some((head, body, request.span))
    }

    fn count_steady(&mut self, session: &mut Session, done: usize, last: Option<CommandId>) {
        session.commands += done as u64;
        session.last_command = last;
        session.active_ms = self.now_ms;
        self.mark_dirty(session);
    }
}
