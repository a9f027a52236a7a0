//! CLIENT and its subcommands.
//!
//! Must never reach a session of another core but by asking that core.

use command_table::CommandId;
use resp::{Args, Proto, ReplyError, ReplyWriter};

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::session::{ReplyMode, Session, State};

/// Which clients CLIENT LIST and CLIENT KILL mean; all conditions hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub ids: Vec<u64>,
    pub not_ids: Vec<u64>,
    /// Other conditions, each to be met or not.
    pub conditions: Vec<(Condition, bool)>,
    /// The asking client, if it is left out.
    pub skip: Option<u64>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    Addr(Vec<u8>),
    Laddr(Vec<u8>),
    Ip(Vec<u8>),
    User(Vec<u8>),
    Name(Vec<u8>),
    LibName(Vec<u8>),
    LibVer(Vec<u8>),
    Flags(Vec<u8>),
    Capa(Vec<u8>),
    Type(ClientType),
    MaxageSeconds(i64),
    IdleSeconds(i64),
    Db(i64),
}

/// CLIENT LIST TYPE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientType {
    Normal,
    Pubsub,
    /// Replicas and primaries: there are none yet.
    Other,
}

/// CLIENT KILL.
pub type KillFilter = Filter;

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
                if name.is_empty() { reply.null() } else { reply.bulk(&name) }
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
        b"unblock" => return unblock(core, session, args),
        b"list" => {
            let filter = Filter::parse(args.tail(2), session.client_id, false)?;
            return Ok(core.ask(session, CommandId::ClientList, Question::Clients(filter), vec![]));
        }
        _ => return kill(core, session, args),
    }
    Ok(Flow::Done)
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
    if args.len() > 4 {
        return Err(super::server::wrong_subcommand("unblock", "CLIENT"));
    }
    let with_error = match args.try_get(3) {
        None => false,
        Some(reason) if reason.eq_ignore_ascii_case(b"timeout") => false,
        Some(reason) if reason.eq_ignore_ascii_case(b"error") => true,
        Some(_) => {
            let text = "ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR";
            return Err(ReplyError::fixed(text));
        }
    };
    let client = stdx::num::parse_i64(args.get(2)).ok_or(ReplyError::NOT_INTEGER)?;
    let question = Question::Unblock { client: client as u64, with_error };
    Ok(core.ask(session, CommandId::ClientUnblock, question, Vec::new()))
}

fn kill(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<Flow, ReplyError> {
    // The old form names an address and kills the asking client as well.
    let (filter, rest) = if args.len() == 3 {
        let condition = (Condition::Addr(args.get(2).to_vec()), true);
        (Filter { conditions: vec![condition], ..Filter::default() }, vec![])
    } else {
        let filter = Filter::parse(args.tail(2), session.client_id, true)?;
        (filter, vec![b"new".to_vec()])
    };
    Ok(core.ask(session, CommandId::ClientKill, Question::Kill(filter), rest))
}

impl Filter {
    /// Parses the options of CLIENT LIST (`skipme` off by default) or CLIENT KILL (on).
    fn parse(args: Args<'_>, asker: u64, kill: bool) -> Result<Self, ReplyError> {
        let mut filter = Self { skip: kill.then_some(asker), ..Self::default() };
        let mut next = 0;
        while next < args.len() {
            let option = args.get(next).to_ascii_lowercase();
            if next + 1 >= args.len() {
                return Err(ReplyError::SYNTAX);
            }
            let (name, met) = match option.strip_prefix(b"not-") {
                Some(name) => (name, false),
                None => (option.as_slice(), true),
            };
            if name == b"id" {
                next += 1;
                let ids = if met { &mut filter.ids } else { &mut filter.not_ids };
                next += parse_ids(args.tail(next), ids)?;
                continue;
            }
            let value = args.get(next + 1);
            if name == b"skipme" && met {
                filter.skip = match value.to_ascii_lowercase().as_slice() {
                    b"yes" => Some(asker),
                    b"no" => None,
                    _ => return Err(ReplyError::SYNTAX),
                };
            } else {
                filter.conditions.push((condition(name, value)?, met));
            }
            next += 2;
        }
        Ok(filter)
    }

    fn fits(&self, core: &Core, session: &Session) -> bool {
        let id = session.client_id;
        self.skip != Some(id)
            && (self.ids.is_empty() || self.ids.contains(&id))
            && !self.not_ids.contains(&id)
            && self.conditions.iter().all(|(condition, met)| condition.fits(core, session) == *met)
    }
}

/// Numbers as long as there are some; at least one.
fn parse_ids(args: Args<'_>, ids: &mut Vec<u64>) -> Result<usize, ReplyError> {
    let mut count = 0;
    for arg in args {
        let Some(id) = stdx::num::parse_i64(arg) else { break };
        let valid = u64::try_from(id).ok().filter(|&id| id > 0);
        let error = ReplyError::fixed("ERR client-id should be greater than 0");
        ids.push(valid.ok_or(error)?);
        count += 1;
    }
    if count == 0 { Err(ReplyError::SYNTAX) } else { Ok(count) }
}

fn condition(name: &[u8], value: &[u8]) -> Result<Condition, ReplyError> {
    let text = value.to_vec();
    let number = |error: &'static str| {
        stdx::num::parse_i64(value).filter(|&n| n >= 0).ok_or(ReplyError::fixed(error))
    };
    Ok(match name {
        b"addr" => Condition::Addr(text),
        b"laddr" => Condition::Laddr(text),
        b"ip" => Condition::Ip(text),
        b"user" => Condition::User(text),
        b"name" => Condition::Name(text),
        b"lib-name" => Condition::LibName(text),
        b"lib-ver" => Condition::LibVer(text),
        b"flags" => Condition::Flags(text),
        b"capa" => Condition::Capa(text),
        b"type" => Condition::Type(client_type(value)?),
        b"maxage" => Condition::MaxageSeconds(number("ERR maxage is not an integer or out of range")?),
        b"idle" => Condition::IdleSeconds(number("ERR idle is not an integer or out of range")?),
        b"db" => Condition::Db(number("ERR DB is not an integer or out of range")?),
        _ => return Err(ReplyError::SYNTAX),
    })
}

fn client_type(value: &[u8]) -> Result<ClientType, ReplyError> {
    match value.to_ascii_lowercase().as_slice() {
        b"normal" => Ok(ClientType::Normal),
        b"pubsub" => Ok(ClientType::Pubsub),
        b"primary" | b"master" | b"replica" | b"slave" => Ok(ClientType::Other),
        _ => {
            let mut text = b"ERR Unknown client type '".to_vec();
            text.extend_from_slice(value);
            text.push(b'\'');
            Err(ReplyError::from_bytes(text))
        }
    }
}

impl Condition {
    fn fits(&self, core: &Core, session: &Session) -> bool {
        let age = |since_ms: i64| (core.now_ms - since_ms) / 1000;
        match self {
            Self::Addr(addr) => session.info.addr.as_bytes() == addr,
            Self::Laddr(addr) => session.info.laddr.as_bytes() == addr,
            Self::Ip(ip) => {
                session.info.addr.rsplit_once(':').is_some_and(|(host, _)| host.as_bytes() == ip)
            }
            Self::User(user) => session.user.as_bytes() == user,
            Self::Name(name) => session.name == *name,
            Self::LibName(name) => session.lib_name == *name,
            Self::LibVer(version) => session.lib_ver == *version,
            Self::Flags(flags) => {
                let has = flags_of(session);
                flags.iter().all(|flag| has.as_bytes().contains(flag))
            }
            Self::Capa(_) => false,
            Self::Type(ClientType::Normal) => session.subscription_count() == 0,
            Self::Type(ClientType::Pubsub) => session.subscription_count() > 0,
            Self::Type(ClientType::Other) => false,
            Self::MaxageSeconds(seconds) => age(session.created_ms) >= *seconds,
            Self::IdleSeconds(seconds) => age(session.active_ms) >= *seconds,
            Self::Db(db) => i64::from(session.db) == *db,
        }
    }
}

fn flags_of(session: &Session) -> String {
    let mut flags = String::new();
    let mut flag = |set: bool, letter: char| {
        if set {
            flags.push(letter);
        }
    };
    flag(session.subscription_count() > 0, 'P');
    flag(session.multi.is_some(), 'x');
    flag(matches!(session.state, State::Blocked(_)), 'b');
    flag(session.closing, 'c');
    flag(session.info.unix, 'U');
    flag(session.no_evict, 'e');
    flag(session.no_touch, 'T');
    if flags.is_empty() {
        flags.push('N');
    }
    flags
}

impl Core {
    /// One line of CLIENT LIST, with its line end.
    pub(crate) fn client_line(&self, session: &Session) -> Vec<u8> {
        let seconds = |since_ms: i64| (self.now_ms - since_ms).max(0) / 1000;
        let subscriptions = session.subscriptions.as_deref();
        let command = match (&session.state, session.queue.front()) {
            (State::Blocked(blocked), _) => Some(blocked.command),
            (_, Some(request)) => request.command.or(session.last_command),
            _ => session.last_command,
        };
        let input = session.input.capacity();
        let output = session.out.len_bytes() + session.unsent_bytes;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let line = format!(
            "id={} addr={} laddr={} fd={} name={} age={} idle={} flags={} capa= db={} sub={} \
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
            session.db,
            subscriptions.map_or(0, |s| s.channels.len()),
            subscriptions.map_or(0, |s| s.patterns.len()),
            session.multi.as_ref().map_or(-1, |multi| multi.len() as i64),
            session.watched.len(),
            session.unparsed_bytes(),
            input - session.input.len(),
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
        if let Some(session) = asker {
            if filter.fits(self, session) {
                session.closing = true;
                killed += 1;
            }
        }
        killed
    }

    pub(crate) fn write_client_list(&mut self, session: &mut Session, parts: Vec<Part>) {
        let mut lines: Vec<(u64, Vec<u8>)> = parts
            .into_iter()
            .filter_map(|part| if let Part::Clients(lines) = part { Some(lines) } else { None })
            .flatten()
            .collect();
        lines.sort_unstable_by_key(|(id, _)| *id);
        let text: Vec<u8> = lines.into_iter().flat_map(|(_, line)| line).collect();
        self.reply_to(session, |out, proto| ReplyWriter::new(out, proto).verbatim("txt", &text));
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
