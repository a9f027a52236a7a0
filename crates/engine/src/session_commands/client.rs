//! CLIENT and its subcommands.
//!
//! Must never reach a session of another core but by asking that core.

use command_table::CommandId;
use resp::{Args, OutBuf, Proto, ReplyError, ReplyWriter};
use settings::Param;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::session::{ReplyMode, Session, State};
use crate::session_commands::client_filter::{Condition, Filter};

/// CLIENT and all its subcommands.
pub(crate) fn client(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match answer(core, session, args) {
        Ok(flow) => flow,
        Err(error) => {
            core.fail(session, &error);
            Flow::Done
        }
    }
}

fn answer(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<Flow, ReplyError> {
    let sub = args.get(1).to_ascii_lowercase();
    match sub.as_slice() {
        b"id" => {
            let id = session.client_id as i64;
            core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).int(id));
        }
        b"info" => {
            let line = core.client_line(session);
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).verbatim("txt", &line);
            });
        }
        b"getname" => {
            let name = session.name.clone();
            core.reply_to(session, |out, proto| {
                let mut reply = ReplyWriter::new(out, proto);
                if name.is_empty() {
                    reply.null()
                } else {
                    reply.bulk(&name)
                }
            });
        }
        b"setname" => {
            check_name(args.get(2), "Client names")?;
            session.name = args.get(2).to_vec();
            core.ok(session);
        }
        b"setinfo" => setinfo(core, session, args)?,
        b"reply" => reply_mode(core, session, args.get(2))?,
        b"no-evict" => {
            session.no_evict = on_off(args.get(2))?;
            core.ok(session);
        }
        b"no-touch" => {
            session.no_touch = on_off(args.get(2))?;
            core.ok(session);
        }
        b"import-source" => {
            let on = on_off(args.get(2))?;
            if on && !core.control.settings.flag(Param::ImportMode) {
                return Err(ReplyError::fixed("ERR Server is not in import mode"));
            }
            session.imports = on;
            core.ok(session);
        }
        b"unblock" => return unblock(core, session, args),
        b"capa" => {
            let words = args.tail(2);
            session.takes_redirects |= words.iter().any(|w| w.eq_ignore_ascii_case(b"redirect"));
            core.ok(session);
        }
        b"getredir" => core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).int(-1)),
        b"trackinginfo" => core.reply_to(session, write_tracking_info),
        b"list" => {
            let databases = core.control.bodies.databases;
            let filter = Filter::parse(args.tail(2), session.client_id, databases, false)?;
            return Ok(core.ask(
                session,
                CommandId::ClientList,
                Question::Clients(filter),
                vec![],
            ));
        }
        _ => return kill(core, session, args),
    }
    Ok(Flow::Done)
}

/// There is no tracking yet, so it is off for every client.
fn write_tracking_info(out: &mut OutBuf, proto: Proto) {
    let mut reply = ReplyWriter::new(out, proto);
    reply.map(3);
    reply.bulk(b"flags");
    reply.set(1);
    reply.bulk(b"off");
    reply.bulk(b"redirect");
    reply.int(-1);
    reply.bulk(b"prefixes");
    reply.array(0);
}

/// Names may hold printable characters without spaces only.
pub(crate) fn check_name(name: &[u8], what: &str) -> Result<(), ReplyError> {
    if name.iter().all(|byte| (b'!'..=b'~').contains(byte)) {
        return Ok(());
    }
    Err(ReplyError::new(format!(
        "ERR {what} cannot contain spaces, newlines or special characters."
    )))
}

fn setinfo(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<(), ReplyError> {
    let (option, value) = (args.get(2), args.get(3));
    let field = if option.eq_ignore_ascii_case(b"lib-name") {
        check_name(value, &String::from_utf8_lossy(option))?;
        &mut session.lib_name
    } else if option.eq_ignore_ascii_case(b"lib-ver") {
        check_name(value, &String::from_utf8_lossy(option))?;
        &mut session.lib_ver
    } else {
        let mut text = b"ERR Unrecognized option '".to_vec();
        text.extend_from_slice(option);
        text.push(b'\'');
        return Err(ReplyError::from_bytes(text));
    };
    *field = value.to_vec();
    core.ok(session);
    Ok(())
}

fn reply_mode(core: &mut Core, session: &mut Session, mode: &[u8]) -> Result<(), ReplyError> {
    if mode.eq_ignore_ascii_case(b"on") {
        session.reply_mode = ReplyMode::On;
        core.ok(session);
    } else if mode.eq_ignore_ascii_case(b"off") {
        session.reply_mode = ReplyMode::Off;
    } else if mode.eq_ignore_ascii_case(b"skip") {
        if session.reply_mode != ReplyMode::Off {
            session.reply_mode = ReplyMode::SkipNext;
        }
    } else {
        return Err(ReplyError::SYNTAX);
    }
    Ok(())
}

fn on_off(arg: &[u8]) -> Result<bool, ReplyError> {
    if arg.eq_ignore_ascii_case(b"on") {
        Ok(true)
    } else if arg.eq_ignore_ascii_case(b"off") {
        Ok(false)
    } else {
        Err(ReplyError::SYNTAX)
    }
}

fn unblock(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<Flow, ReplyError> {
    // With more arguments, as Valkey, all behind the id are ignored.
    let reason = if args.len() == 4 {
        args.try_get(3)
    } else {
        None
    };
    let with_error = match reason {
        None => false,
        Some(reason) if reason.eq_ignore_ascii_case(b"timeout") => false,
        Some(reason) if reason.eq_ignore_ascii_case(b"error") => true,
        Some(_) => {
            let text = "ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR";
            return Err(ReplyError::fixed(text));
        }
    };
    let client = stdx::num::parse_i64(args.get(2)).ok_or(ReplyError::NOT_INTEGER)?;
    let question = Question::Unblock {
        client: client as u64,
        with_error,
        done: Default::default(),
    };
    Ok(core.ask(session, CommandId::ClientUnblock, question, Vec::new()))
}

fn kill(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<Flow, ReplyError> {
    // The old form names an address and kills the asking client as well.
    let (filter, rest) = if args.len() == 3 {
        (Filter::of(Condition::Addr(args.get(2).to_vec())), vec![])
    } else {
        let databases = core.control.bodies.databases;
        let filter = Filter::parse(args.tail(2), session.client_id, databases, true)?;
        (filter, vec![b"new".to_vec()])
    };
    Ok(core.ask(session, CommandId::ClientKill, Question::Kill(filter), rest))
}

pub(super) fn flags_of(session: &Session) -> String {
    let mut flags = String::new();
    let mut flag = |set: bool, letter: char| {
        if set {
            flags.push(letter);
        }
    };
    flag(session.follows, 'S');
    flag(session.subscription_count() > 0, 'P');
    flag(session.multi.is_some() || session.in_exec, 'x');
    flag(
        matches!(session.state, State::Blocked(_) | State::Postponed),
        'b',
    );
    flag(session.closing, 'c');
    flag(session.info.unix, 'U');
    flag(session.readonly, 'r');
    flag(session.no_evict, 'e');
    flag(session.no_touch, 'T');
    flag(session.imports, 'I');
    if flags.is_empty() {
        flags.push('N');
    }
    flags
}

/// What CLIENT LIST tells as `multi`.
fn queued_commands(session: &Session) -> i64 {
    let queued = session.multi.as_ref().map(|multi| multi.len());
    queued
        .or(session.exec_commands)
        .map_or(-1, |count| count as i64)
}

impl Core {
    /// One line of CLIENT LIST, with its line end.
    pub(crate) fn client_line(&self, session: &Session) -> Vec<u8> {
        let seconds = |since_ms: i64| (self.now_ms - since_ms).max(0) / 1000;
        let subscriptions = session.subscriptions.as_deref();
        let command = match (&session.state, session.queue.front()) {
            (State::Blocked(blocked), _) => Some(blocked.command),
            (State::Gathering(gathering), _) => Some(gathering.command),
            (_, Some(request)) => request.command.or(session.last_command),
            _ => session.last_command,
        };
        let (query, query_free) = session.query_buffer_bytes();
        let input = query + query_free;
        let output = session.out.len_bytes() + session.unsent_bytes;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let line = format!(
            "id={} addr={} laddr={} fd={} name={} age={} idle={} flags={} capa={} db={} sub={} \
             psub={} ssub=0 multi={} watch={} qbuf={} qbuf-free={} argv-mem=0 multi-mem=0 rbs=0 \
             rbp=0 obl={} oll=0 omem={} tot-mem={} events=r cmd={} user={} redir=-1 resp={} \
             lib-name={} lib-ver={} tot-net-in={} tot-net-out={} tot-cmds={}\n",
            session.client_id,
            session.info.addr,
            session.info.laddr,
            session.info.fd,
            text(&session.name),
            seconds(session.created_ms),
            seconds(session.active_ms),
            flags_of(session),
            if session.takes_redirects { "r" } else { "" },
            session.db,
            subscriptions.map_or(0, |s| s.channels.len()),
            subscriptions.map_or(0, |s| s.patterns.len()),
            queued_commands(session),
            session.watched.len(),
            query,
            query_free,
            session.out.len_bytes(),
            output,
            input + output + std::mem::size_of::<Session>(),
            command.map_or("NULL", CommandId::full_name),
            session.user,
            if session.proto == Proto::Resp3 { 3 } else { 2 },
            text(&session.lib_name),
            text(&session.lib_ver),
            session.input_bytes,
            session.output_bytes,
            session.commands,
        );
        line.into_bytes()
    }

    /// Lines of this core's clients that fit; `asker` is the one that is not in the table.
    pub(crate) fn client_lines(
        &self,
        filter: &Filter,
        asker: Option<&mut Session>,
    ) -> Vec<(u64, Vec<u8>)> {
        let asker = asker.map(|session| &*session);
        self.sessions
            .iter()
            .chain(asker)
            .filter(|session| filter.fits(self, session))
            .map(|session| (session.client_id, self.client_line(session)))
            .collect()
    }

    /// Closes this core's clients that fit and counts them.
    pub(crate) fn kill_clients(&mut self, filter: &Filter, asker: Option<&mut Session>) -> u64 {
        let ids: Vec<_> = self
            .sessions
            .iter()
            // Asked a second time, it has been counted.
            .filter(|s| !(s.leaves || s.closing && matches!(s.state, State::Gathering(_))))
            .filter(|session| filter.fits(self, session))
            .map(|session| (session.id, session.client_id))
            .collect();
        let mut killed = ids.len() as u64;
        for (id, _) in ids {
            let gathering = self.sessions.get_mut(id).is_some_and(|session| {
                // A client that kills itself gets its reply first.
                let asks = matches!(session.state, State::Gathering(_));
                session.closing |= asks;
                asks
            });
            if !gathering {
                self.forget(id);
            }
        }
        if let Some(session) = asker
            && filter.fits(self, session)
        {
            session.closing = true;
            killed += 1;
        }
        killed
    }

    pub(crate) fn write_client_list(&mut self, session: &mut Session, parts: Vec<Part>) {
        let mut lines: Vec<(u64, Vec<u8>)> = parts
            .into_iter()
            .filter_map(|part| {
                if let Part::Clients(lines) = part {
                    Some(lines)
                } else {
                    None
                }
            })
            .flatten()
            .collect();
        lines.sort_unstable_by_key(|(id, _)| *id);
        let text: Vec<u8> = lines.into_iter().flat_map(|(_, line)| line).collect();
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", &text)
        });
    }

    /// The old form of CLIENT KILL says OK, or that there is no such client.
    pub(crate) fn write_old_kill(&mut self, session: &mut Session, killed: u64) {
        if killed > 0 {
            self.ok(session);
        } else {
            self.fail(session, &ReplyError::fixed("ERR No such client"));
        }
    }
}
