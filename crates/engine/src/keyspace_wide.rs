//! Commands over all keys: FLUSHALL, FLUSHDB, SWAPDB, KEYS, DBSIZE, RANDOMKEY; and PUBLISH, which
//! is no plain body either.
//!
//! Must never take a lent slot for an empty one.

use command_table::CommandId;
use commands::slots::{self, Filter};
use keyspace::{Slot, SlotView};
use resp::{Args, OutBuf, ReplyError, ReplyWriter};

use crate::call::{Bodies, Call};
use crate::core::Core;
use crate::dispatch::{Binding, Flow, binding};
use crate::gather::Question;
use crate::history::{Event, plain};
use crate::message::{Caller, Scope};
use crate::replication::Wrap;
use crate::run::SlotRequest;
use crate::session::Session;

/// KEYS.
pub(crate) fn keys(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let question = Question::Keys {
        db: session.db,
        pattern: args.get(1).to_vec(),
        sees_expired: core.bodies.sees_expired(session.habits()),
    };
    core.ask(session, CommandId::Keys, question, Vec::new())
}

/// DBSIZE.
pub(crate) fn dbsize(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let question = Question::Count { db: session.db };
    core.ask(session, CommandId::Dbsize, question, Vec::new())
}

/// RANDOMKEY.
pub(crate) fn randomkey(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let question = Question::Random {
        db: session.db,
        sees_expired: core.bodies.sees_expired(session.habits()),
    };
    core.ask(session, CommandId::Randomkey, question, Vec::new())
}

impl Core {
    /// A command over all keys, or one that finds its keys while it is executed; no part of a
    /// transaction.
    pub(crate) fn call_whole_alone(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        if let Binding::Keys(body) = binding(command) {
            let call = Call::alone(command, body, view.now_ms(self.now_ms));
            self.bodies.call(call, view.reborrow(), args, caller, out);
            self.charge_one_of(view);
            return;
        }
        if !self.bodies.keeps_history() {
            self.call_whole(command, args, caller, scope, view, out);
            self.bodies.end_unit(Wrap::Never);
            return;
        }
        let now_ms = view.now_ms(self.now_ms);
        let mut reply = OutBuf::new();
        self.call_whole(command, args, caller, scope, view, &mut reply);
        self.bodies.end_unit(Wrap::Never);
        let reply = crate::call::bytes_of(&mut reply, out);
        let event = Event::Request {
            command,
            args: plain(args),
        };
        self.bodies.record(event, Some(*caller), reply, now_ms);
    }

    /// A command over all keys with every slot in the view.
    pub(crate) fn call_whole(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) {
        self.bodies.position += 1;
        self.bodies.wrote = true;
        let timing = self.bodies.begin(command);
        let mut scratch = OutBuf::new();
        let result = self.whole_body(command, args, caller, scope, view, &mut scratch);
        self.bodies.end(timing, args, caller);
        self.bodies
            .note_reply(scratch.len_bytes(), command, args, caller);
        if let Err(error) = result {
            self.bodies.command_stats.failed(command);
            self.bodies.command_stats.error(error.text());
            ReplyWriter::new(&mut scratch, caller.proto).fail(&error);
        }
        out.append_all(&mut scratch);
    }

    fn whole_body(
        &mut self,
        command: CommandId,
        args: Args<'_>,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
        out: &mut OutBuf,
    ) -> Result<(), ReplyError> {
        let mut reply = ReplyWriter::new(out, caller.proto);
        match command {
            CommandId::Flushall | CommandId::Flushdb => {
                slots::parse_flush(args)?;
                let db = (command == CommandId::Flushdb).then_some(caller.db);
                if scope == Scope::ALL {
                    view.for_each(&mut |slot| slot.flush(db));
                    self.bodies.effects.request(caller.db, args);
                } else {
                    self.flush_part(db, scope, view);
                }
                reply.ok();
            }
            CommandId::Swapdb if self.control.settings.cluster_enabled() => {
                let text = "ERR SWAPDB is not allowed in cluster mode";
                return Err(ReplyError::fixed(text));
            }
            CommandId::Swapdb => {
                let (first, second) = slots::parse_swapdb(args, self.bodies.settings.databases)?;
                let now_ms = self.now_ms;
                view.for_each(&mut |slot| {
                    slot.now_ms(now_ms);
                    slot.swap_databases(first, second);
                });
                self.bodies.effects.request(caller.db, args);
                reply.ok();
            }
            CommandId::Keys => {
                let mut found = Vec::new();
                let now_ms = view.now_ms(self.now_ms);
                let (db, now_ms) = (caller.db, self.bodies.seen_ms(caller.habits, now_ms));
                let filter = Filter::matching(args.get(1));
                view.for_each(&mut |slot| {
                    if !scope.contains(slot.number()) {
                        return;
                    }
                    slots::keys_slot(slot, db, now_ms, &filter, &mut |key| {
                        found.push(key.to_vec());
                    });
                });
                reply.array(found.len());
                found.iter().for_each(|key| reply.bulk(key));
            }
            CommandId::Dbsize => {
                let mut count = 0;
                view.for_each(&mut |slot| {
                    if scope.contains(slot.number()) {
                        count += slot.keys(caller.db) as i64;
                    }
                });
                reply.int(count);
            }
            CommandId::Randomkey => match self.random_of_view(caller, scope, view) {
                Some(key) => reply.bulk(&key),
                None => reply.null(),
            },
            CommandId::Debug => return self.debug_body(args, caller, view, out),
            _ => return self.named_slot_body(command, args, caller, scope, view, out),
        }
        Ok(())
    }

    /// FLUSHALL or FLUSHDB of a home range. As other nodes have none, it is told by its keys.
    fn flush_part(&mut self, db: Option<u32>, scope: Scope, view: &mut SlotView<'_>) {
        let now_ms = self.now_ms;
        let effects = &mut self.bodies.effects;
        let told = effects.wanted();
        view.for_each(&mut |slot| {
            if !scope.contains(slot.number()) {
                return;
            }
            for one in slot.databases().filter(|_| told) {
                if db.is_some_and(|db| db != one) {
                    continue;
                }
                slots::keys_slot(slot, one, now_ms, &Filter::ALL, &mut |key| {
                    effects.command(one, &[b"UNLINK", key]);
                });
            }
            slot.flush(db);
        });
    }

    fn random_of_view(
        &mut self,
        caller: &Caller,
        scope: Scope,
        view: &mut SlotView<'_>,
    ) -> Option<Vec<u8>> {
        let (mut total, mut picked) = (0, None);
        let now_ms = view.now_ms(self.now_ms);
        let bodies = &mut self.bodies;
        let (db, now_ms) = (caller.db, bodies.seen_ms(caller.habits, now_ms));
        view.for_each(&mut |slot| {
            if scope.contains(slot.number()) {
                draw(bodies, slot, (db, now_ms), &mut total, &mut picked);
            }
        });
        picked
    }

    /// Commands of one slot that are no plain bodies.
    pub(crate) fn execute_special(
        &mut self,
        request: &SlotRequest,
        args: Args<'_>,
        caller: &Caller,
        out: &mut OutBuf,
    ) {
        let (command, slot) = (request.command, request.slot);
        match command {
            CommandId::Publish => {
                let Some(content) = self.directory.take_box(slot) else {
                    return;
                };
                let mut held = [content];
                let mut reply = OutBuf::new();
                self.publish(args, caller, &mut SlotView::Many(&mut held), &mut reply);
                let [content] = held;
                self.directory.put(content);
                if self.bodies.keeps_history() {
                    let reply = crate::call::bytes_of(&mut reply, out);
                    let event = Event::Request {
                        command,
                        args: plain(args),
                    };
                    self.bodies.record(event, Some(*caller), reply, self.now_ms);
                } else {
                    out.append_all(&mut reply);
                }
            }
            _ => self.call_in_slot(request, args, caller, out),
        }
        self.bodies.end_unit(Wrap::Never);
    }
}

/// Draws a key of one more slot after `total` keys of others, of which `picked` is one: each has
/// the same chance, but for those whose time is over, which count for nothing and are drawn only
/// where there is no other.
pub(crate) fn draw(
    bodies: &mut Bodies,
    slot: &mut Slot,
    (db, now_ms): (u32, i64),
    total: &mut u64,
    picked: &mut Option<Vec<u8>>,
) {
    let count = slot.keys(db) as u64;
    if count == 0 {
        return;
    }
    if *total > 0 && bodies.rng.below(*total + count) >= count {
        *total += count;
        return;
    }
    match bodies.random_key(slot, db, now_ms) {
        Some(drawn) if drawn.live => {
            *total += count;
            *picked = Some(drawn.key.into());
        }
        Some(drawn) if picked.is_none() => *picked = Some(drawn.key.into()),
        _ => {}
    }
}
