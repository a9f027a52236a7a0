//! The turn: everything that arrived is one batch. `intake` parses, routes and prefetches, and
//! sends what goes to other cores on its way; `run` executes what belongs here.
//!
//! Must never know how input came, nor wait for anything. A turn is bounded, and whatever leaves
//! the core leaves after the turn has its stamp.

use command_table::Flags;
use mesh::CoreId;
use resp::OutBuf;

use crate::ahead::Announced;
use crate::core::{Core, RESUME_INPUT_BYTES, SPARES_MAX};
use crate::message::{Message, Packet, SessionId, Travel};
use crate::route::{Route, Router};
use crate::session::{Session, State};

/// Output below this is never above a limit worth setting.
const OUTPUT_CHECK_BYTES: usize = 16 * 1024;

/// Requests that one turn executes for its own sessions, about.
pub const TURN_REQUESTS_MAX: usize = 512;

/// Requests whose memory is asked for together, about: what they touch stays in the nearest caches
/// until they are executed.
const GROUP_REQUESTS: usize = 64;

impl Core {
    /// First half of a turn. The time must not go backwards.
    pub fn intake(&mut self, now_ms: i64) {
        // A transaction sees one time from its beginning to its end.
        if self.whole_jobs.paused.is_none() {
            self.now_ms = self.now_ms.max(now_ms);
        }
        self.memory.look();
        self.stats.turns += 1;
        self.turn_started_ns = self.bodies.stopwatch.now_ns();
        if self.held() {
            return;
        }
        self.announce_runs();
        let mut budget = TURN_REQUESTS_MAX;
        for position in 0..self.ready.len() {
            if budget == 0 {
                break;
            }
            let id = self.ready[position];
            let Some(mut session) = self.sessions.take(id) else {
                continue;
            };
            self.parse(&mut session);
            budget = budget.saturating_sub(session.queue.len());
            self.sessions.put_back(session);
        }
    }

    /// Parses what a session has sent, as far as it may.
    pub(crate) fn parse(&mut self, session: &mut Session) {
        let mut router = Router {
            hasher: &self.bodies.hasher,
            forms: &mut self.forms,
            scope: session.scope,
        };
        session.fill(&mut router, self.bodies.settings.string_bytes_max);
    }

    /// Second half of a turn.
    pub fn run(&mut self) {
        self.bodies.position = 0;
        self.bodies.wrote = false;
        self.take_packets();
        self.between_units();
        self.run_timers();
        self.run_tasks();
        self.run_sessions();
        self.expire_due();
        self.keep_within_limit();
        self.reclaim();
        self.advance_replication();
        self.between_units();
        self.advance_crew();
        self.advance_departures();
        self.finish_log(None);
        self.close_turn();
        let active_ns = self
            .bodies
            .stopwatch
            .now_ns()
            .saturating_sub(self.turn_started_ns);
        self.stats.active_ns += active_ns;
        self.stats.most_in_turn = self.stats.most_in_turn.max(u64::from(self.bodies.position));
        self.stats.longest_turn_ns = self.stats.longest_turn_ns.max(active_ns);
    }

    /// Asks for the memory that the requests sent by other cores will touch.
    fn announce_runs(&mut self) {
        if !self.prefetch {
            return;
        }
        for (_, packet) in &self.incoming {
            for message in &packet.messages {
                let Message::Run(run) = message else {
                    continue;
                };
                let first = run.first as usize;
                for request in &packet.requests[first..first + run.count as usize] {
                    let announced = Announced {
                        slot: request.slot,
                        writes: request.command.spec().flags.contains(Flags::WRITE),
                        db: run.caller.db,
                        hash: request.hash,
                    };
                    self.ahead.announce(announced, &self.directory);
                }
            }
        }
        self.ahead.finish(&self.directory);
    }

    /// Asks for the memory that the next sessions' requests will touch, of `sessions_max` sessions
    /// at most. Returns of how many: as many as have [`GROUP_REQUESTS`] together.
    fn announce_sessions(&mut self, sessions_max: usize) -> usize {
        if !self.prefetch {
            return sessions_max;
        }
        let mut requests = 0;
        let mut sessions = 0;
        while sessions < sessions_max && requests < GROUP_REQUESTS {
            let id = self.ready[sessions];
            sessions += 1;
            let Some(session) = self.sessions.get_mut(id) else {
                continue;
            };
            requests += session.queue.len();
            for request in &session.queue {
                if let (Route::Slot { slot, hash }, Some(command)) =
                    (request.route, request.command)
                {
                    let announced = Announced {
                        slot,
                        writes: command.spec().flags.contains(Flags::WRITE),
                        db: session.db,
                        hash,
                    };
                    self.ahead.announce(announced, &self.directory);
                }
            }
        }
        self.ahead.finish(&self.directory);
        sessions
    }

    fn take_packets(&mut self) {
        let mut incoming = std::mem::take(&mut self.incoming);
        for (from, mut packet) in incoming.drain(..) {
            let mut messages = std::mem::take(&mut packet.messages);
            for message in messages.drain(..) {
                self.take_message(from, message, &packet);
                self.between_units();
            }
            packet.messages = messages;
            packet.recycle();
            if self.spare_packets.len() < SPARES_MAX {
                self.spare_packets.push(packet);
            }
        }
        self.incoming = incoming;
    }

    fn take_message(&mut self, from: CoreId, message: Message, packet: &Packet) {
        match message {
            Message::Run(run) => self.start_run(&run, packet),
            Message::Done {
                session,
                executed,
                outcome,
                reply,
            } => {
                self.answered(from);
                self.finish(session, executed, outcome, |out| {
                    reply.append_to(&packet.args.bytes, out);
                });
            }
            Message::Served {
                session,
                waiter,
                reply,
            } => self.served(session, waiter, reply, &packet.args.bytes),
            Message::Job(job) => self.coordinate(*job),
            Message::Borrow { ticket, slots } => self.borrow(ticket, &slots),
            Message::Grant { ticket, boxes } => self.granted(ticket, boxes),
            Message::Recall { ticket, slot } => self.recalled(ticket, slot),
            Message::GiveBack { content, .. } => self.bring_home(content, false),
            Message::Return { boxes, .. } => self.bring_all_home(boxes),
            Message::Hold { ticket, slot } => self.change_holder(slot, ticket),
            Message::Note { slot, note } => self.note_came(slot, note),
            Message::Logged {
                session,
                kind,
                entry,
            } => self.log(session, None, kind, *entry),
            Message::Spread { cores, delivery } => self.spread(cores, &delivery),
            Message::Deliver(delivery) => self.deliveries.push_back((from, *delivery)),
            Message::Pattern { .. } | Message::EventChannel { .. } => self.hear_of(message),
            Message::PatternKnown { session, pattern } => {
                self.pattern_known(from, session, &pattern);
            }
            Message::Acknowledge { session } => self.acknowledged(session),
            Message::Gather {
                session,
                question,
                share,
                in_exec,
            } => self.gather_for(from, session, (question, share), in_exec),
            Message::Gathered { session, answer } => self.gathered(session, *answer),
            Message::Adopt {
                home,
                session,
                state,
            } => self.adopt(home, session, state),
            Message::Crew(message) => self.hear_of_crew(from, message),
            Message::Replication(message) => self.hear_of_replication(from, *message),
            Message::Travel(message) => self.hear_of_traveller(from, message),
            Message::Move(errand) => self.run_errand(errand),
            Message::HandOff(shipment) => self.landed(from, *shipment),
            Message::Word { ticket, pass_to } => self.word_came(ticket, pass_to),
            Message::Confirmed { ticket } => self.confirmed(ticket),
            Message::Evict(sweep) => self.hear_of_sweep(from, sweep),
            Message::Load(_) | Message::MoveClient { .. } => self.hear_of_load(message),
            Message::WantBarrier => self.barrier_wanted(from),
            Message::Fence { ticket, cores } => self.fence(ticket, cores),
            Message::Ready => self.core_ready(),
            Message::Collect { to } => self.collect(to),
            Message::Whole { core, directory } => self.whole(core, directory),
            Message::Release { directory, cores } => self.release(directory, cores),
            Message::BarrierOver => self.barrier_over(),
        }
    }

    /// Another core has a subscriber more or less of something that every core knows.
    fn hear_of(&mut self, message: Message) {
        match message {
            Message::Pattern {
                pattern,
                core,
                delta,
                session,
            } => {
                self.channels.count_pattern(&pattern, core, delta);
                self.send(core, Message::PatternKnown { session, pattern });
            }
            Message::EventChannel {
                channel,
                core,
                delta,
                session,
            } => {
                self.channels.event_subscribers.count(&channel, core, delta);
                self.send(core, Message::Acknowledge { session });
            }
            _ => {}
        }
    }

    /// Something about a session that goes from core to core.
    fn hear_of_traveller(&mut self, from: CoreId, message: Travel) {
        match message {
            Travel::Session(traveller) => self.session_came(from, *traveller),
            Travel::SessionCame => self.session_has_come(),
            Travel::Rehomed { session } => self.rehomed(session),
            Travel::WaitSettled { waiter } => self.wait_settled(waiter),
            Travel::Relayed {
                client_id,
                pattern,
                delivery,
            } => self.relayed(client_id, pattern, &delivery),
            Travel::Resubscribed(resubscription) => self.resubscribed(&resubscription),
            Travel::Aware { session } => self.aware(from, session),
            Travel::RelayMark { client_id } => self.relay_marked(from, client_id),
            Travel::RelayEnds { client_id } => self.relay_ends(client_id),
        }
    }

    /// Whatever one unit of work set off is carried on before the next one begins.
    #[inline]
    pub(crate) fn between_units(&mut self) {
        let barrier = self.fence.is_some() || self.whole_jobs.paused.is_some();
        if barrier || self.has_deliveries() || !self.has_carried_on() {
            self.carry_on();
        }
    }

    /// Nothing that a unit of work set off waits, but for what is to be delivered.
    #[inline]
    fn has_carried_on(&self) -> bool {
        self.new_jobs.is_empty()
            && self.came_home.is_empty()
            && self.complete.is_empty()
            && self.served.is_empty()
            && !self.hand_offs.has_work()
    }

    fn carry_on(&mut self) {
        loop {
            self.deliver(None);
            while let Some(job) = self.new_jobs.pop_front() {
                self.coordinate(job);
            }
            self.begin_hand_offs();
            self.settle_homecomers();
            self.deliver_served();
            self.deliver(None);
            self.advance_barrier();
            let silent = self.published.is_empty() && self.deliveries.is_empty();
            if self.has_carried_on() && (silent || self.whole_jobs.paused.is_some()) {
                return;
            }
        }
    }

    fn run_sessions(&mut self) {
        let mut budget = TURN_REQUESTS_MAX;
        // Each session has one go a turn; what is left goes to the end of the rotation.
        let mut left = self.ready.len();
        let mut announced = 0;
        while left > 0 && budget > 0 && !self.held() {
            if announced == 0 {
                announced = self.announce_sessions(left);
            }
            announced -= 1;
            left -= 1;
            let Some(id) = self.ready.pop_front() else {
                break;
            };
            let Some(mut session) = self.sessions.take(id) else {
                continue;
            };
            session.listed = false;
            let done = self.advance(&mut session);
            budget = budget.saturating_sub(done.max(1));
            self.put_back(session);
            self.between_units();
        }
    }

    /// Puts a session back after work on it: ends it, or looks after its buffers.
    pub(crate) fn put_back(&mut self, mut session: Box<Session>) {
        self.check_query_buffer(&mut session);
        if session.gone {
            self.end(session);
            return;
        }
        let hungry = session.wants_the_rest() || session.unparsed_bytes() < RESUME_INPUT_BYTES;
        if session.recv_paused && hungry {
            session.recv_paused = false;
            self.outputs.throttles.push((session.id, false));
        }
        if self.sessions.lend_input
            && !session.pauses
            && let Some((memory, bytes)) = session.lend_input()
        {
            self.outputs.lent.push((session.id, memory, bytes));
        }
        if let Some(input) = session.reclaim_input()
            && self.spare_inputs.len() < SPARES_MAX
        {
            self.spare_inputs.push(input);
        }
        self.sessions.put_back(session);
    }

    /// Ends the turn: gives it its stamp, then hands everything out.
    fn close_turn(&mut self) {
        self.close_effects();
        let reads_only = !self.bodies.wrote;
        if self.bodies.wants_stamp() {
            let stamp = if reads_only {
                self.shared.stamps.load()
            } else {
                self.shared.stamps.next()
            };
            self.stamp = self.stamp.max(stamp);
            if let Some(history) = &mut self.bodies.history {
                history.close_turn(stamp, reads_only);
            }
        }
        self.send_effects(self.stamp);
        let mut dirty = std::mem::take(&mut self.dirty);
        for id in dirty.drain(..) {
            self.hand_out(id);
        }
        dirty.append(&mut self.dirty);
        self.dirty = dirty;
        for core in 0..self.outbox.len() {
            let packet = &mut self.outbox[core];
            if packet.is_empty() {
                continue;
            }
            packet.time = self.clock.time();
            let next = self.spare_packets.pop().unwrap_or_default();
            let packet = std::mem::replace(packet, next);
            self.outputs.packets.push((core as CoreId, packet));
        }
    }

    fn hand_out(&mut self, id: SessionId) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        session.dirty = false;
        if session.leaves || session.leaving.is_packed() || session.has_more_to_say() {
            return;
        }
        if !session.out.is_empty() {
            session.unsent_bytes += session.out.len_bytes();
            let sends = &mut self.outputs.sends;
            session.out.drain(|segment| sends.push((id, segment)));
            if session.unsent_bytes > OUTPUT_CHECK_BYTES
                && let Some(mut session) = self.sessions.take(id)
            {
                self.check_output_limit(&mut session);
                self.sessions.put_back(session);
            }
        }
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        if session.closing && !session.in_exec {
            self.outputs.closes.push((id, !session.kill));
        }
    }

    /// Gives back a chunk that the driver has sent, for replies to come.
    pub fn recycle_chunk(&mut self, id: SessionId, chunk: Vec<u8>) {
        if let Some(session) = self.sessions.get_mut(id) {
            session.out.recycle(chunk);
        }
    }

    /// As `send`, of a session that goes from core to core.
    pub(crate) fn tell(&mut self, core: CoreId, message: Travel) {
        self.send(core, Message::Travel(message));
    }

    /// Sends a message to another core, or to this one.
    pub(crate) fn send(&mut self, core: CoreId, message: Message) {
        self.outbox[usize::from(core)].messages.push(message);
    }

    /// Answers a run or a job, on this core or another.
    pub(crate) fn answer(
        &mut self,
        caller: &crate::message::Caller,
        executed: u32,
        outcome: crate::message::Outcome,
        out: &mut OutBuf,
    ) {
        if caller.home == self.id {
            let segments = crate::message::ReplyBytes::of(out);
            self.finish(caller.session, executed, outcome, |out| {
                segments.append_to(&[], out)
            });
            return;
        }
        let packet = &mut self.outbox[usize::from(caller.home)];
        let reply = packet.store_reply(out);
        packet.messages.push(Message::Done {
            session: caller.session,
            executed,
            outcome,
            reply,
        });
    }

    /// Lets `write` add to a session's output.
    pub(crate) fn reply_to(
        &mut self,
        session: &mut Session,
        write: impl FnOnce(&mut OutBuf, resp::Proto),
    ) {
        let proto = session.proto;
        if session.drops_reply() {
            write(&mut OutBuf::new(), proto);
        } else {
            write(&mut session.out, proto);
        }
        self.mark_dirty(session);
    }

    /// Whether the session may go on executing requests now.
    pub(crate) fn may_go_on(session: &Session) -> bool {
        let ends = session.closing || session.gone || session.pauses;
        matches!(session.state, State::Idle) && !ends
    }
}
