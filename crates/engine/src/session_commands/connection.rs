//! AUTH, HELLO, PING, ECHO, SELECT, RESET, QUIT, TIME, WATCH, and what PUBSUB says without slots.
//!
//! Must never answer for another session than the one it was given.

use command_table::CommandId;
use keyspace::SlotView;
use resp::{Args, Proto, ReplyError, ReplyWriter};

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::Question;
use crate::session::{ReplyMode, Session};
use crate::session_commands::server::{told, wrong_subcommand};

/// The Valkey version that Ringkey answers like.
/// The version of Redis whose commands it has.
pub(crate) const REDIS_VERSION: &str = "7.2.4";
pub(crate) const VALKEY_VERSION: &str = "9.1.2";

/// PING. A RESP2 subscriber gets it as a push-like array.
pub(crate) fn ping(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if args.len() > 2 {
        let error = ReplyError::new(command_table::arity_error(CommandId::Ping));
        core.fail(session, &error);
        return Flow::Done;
    }
    let subscribed = session.subscription_count() > 0 && session.proto == Proto::Resp2;
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        match (subscribed, args.try_get(1)) {
            (true, message) => {
                reply.array(2);
                reply.bulk(b"pong");
                reply.bulk(message.unwrap_or_default());
            }
            (false, Some(message)) => reply.bulk(message),
            (false, None) => reply.simple("PONG"),
        }
    });
    Flow::Done
}

/// ECHO.
pub(crate) fn echo(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        match args.shared(1) {
            Some(shared) => reply.shared(shared),
            None => reply.bulk(args.get(1)),
        }
    });
    Flow::Done
}

/// SELECT.
pub(crate) fn select(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match core.database(args.get(1)) {
        Ok(db) => {
            session.db = db;
            core.ok(session);
        }
        Err(error) => core.fail(session, &error),
    }
    Flow::Done
}

/// AUTH.
pub(crate) fn auth(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if args.len() > 3 {
        core.fail(session, &ReplyError::SYNTAX);
        return Flow::Done;
    }
    let open = core.control.settings.requirepass().is_none();
    if args.len() == 2 && open {
        let text = "ERR AUTH <password> called without any password configured for the default \
                    user. Are you sure your configuration is correct?";
        core.fail(session, &ReplyError::new(text));
        return Flow::Done;
    }
    let (user, password) = match args.len() {
        2 => (b"default".as_slice(), args.get(1)),
        _ => (args.get(1), args.get(2)),
    };
    match core.authenticate(session, user, password) {
        Ok(()) => core.ok(session),
        Err(error) => core.fail(session, &error),
    }
    Flow::Done
}

/// HELLO.
pub(crate) fn hello(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if let Err(error) = core.say_hello(session, args) {
        core.fail(session, &error);
        return Flow::Done;
    }
    let client_id = session.client_id as i64;
    let mode = core.control.mode();
    let (server, version) = if core.control.presents_itself_as_redis() {
        ("redis", REDIS_VERSION)
    } else {
        ("valkey", VALKEY_VERSION)
    };
    let zone = core
        .control
        .settings
        .get(b"availability-zone")
        .unwrap_or_default();
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        reply.map(if zone.is_empty() { 7 } else { 8 });
        let text = |reply: &mut ReplyWriter<'_>, name: &str, value: &str| {
            reply.bulk(name.as_bytes());
            reply.bulk(value.as_bytes());
        };
        text(&mut reply, "server", server);
        text(&mut reply, "version", version);
        reply.bulk(b"proto");
        reply.int(if proto == Proto::Resp3 { 3 } else { 2 });
        reply.bulk(b"id");
        reply.int(client_id);
        text(&mut reply, "mode", mode);
        text(&mut reply, "role", "master");
        reply.bulk(b"modules");
        reply.array(0);
        if !zone.is_empty() {
            reply.bulk(b"availability_zone");
            reply.bulk(&zone);
        }
    });
    Flow::Done
}

/// RESET.
pub(crate) fn reset(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    session.multi = None;
    core.unwatch_all(session);
    core.unsubscribe_all(session);
    session.db = 0;
    session.proto = Proto::Resp2;
    session.reply_mode = ReplyMode::On;
    session.name.clear();
    session.no_touch = false;
    session.imports = false;
    session.readonly = false;
    session.no_evict = false;
    session.user = "default".to_owned();
    session.authenticated = core.control.settings.requirepass().is_none();
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).simple("RESET")
    });
    Flow::Done
}

/// QUIT.
pub(crate) fn quit(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.ok(session);
    session.closing = true;
    Flow::Done
}

/// TIME.
pub(crate) fn time(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let (seconds, micros) = (
        core.now_ms.div_euclid(1000),
        core.now_ms.rem_euclid(1000) * 1000,
    );
    core.reply_to(session, |out, proto| {
        let mut reply = ReplyWriter::new(out, proto);
        reply.array(2);
        reply.bulk_int(seconds);
        reply.bulk_int(micros);
    });
    Flow::Done
}

/// WATCH, with the slots of its keys.
pub(crate) fn watch(
    core: &mut Core,
    session: &mut Session,
    args: Args<'_>,
    view: &mut SlotView<'_>,
) {
    core.watch(session, args, view);
}

/// PUBSUB NUMPAT.
pub(crate) fn pubsub_numpat(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let count = core.channels.pattern_count() as i64;
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).int(count)
    });
    Flow::Done
}

/// PUBSUB CHANNELS.
pub(crate) fn pubsub_channels(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if args.len() > 3 {
        core.fail(session, &wrong_subcommand(&told(args.get(1)), "PUBSUB"));
        return Flow::Done;
    }
    let question = Question::Channels(args.try_get(2).map(<[u8]>::to_vec));
    core.ask(session, CommandId::PubsubChannels, question, Vec::new())
}

impl Core {
    /// `+OK`.
    pub(crate) fn ok(&mut self, session: &mut Session) {
        self.reply_to(session, |out, proto| ReplyWriter::new(out, proto).ok());
    }

    /// An error, counted.
    pub(crate) fn fail(&mut self, session: &mut Session, error: &ReplyError) {
        self.bodies.command_stats.error(error.text());
        if let Some(command) = self.bodies.stopwatch.current {
            self.bodies.command_stats.failed(command);
        }
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).fail(error)
        });
    }

    /// The number of a database, within bounds.
    pub(crate) fn database(&self, arg: &[u8]) -> Result<u32, ReplyError> {
        let index = stdx::num::parse_i64(arg).and_then(|index| i32::try_from(index).ok());
        let index = index.ok_or(ReplyError::NOT_INTEGER)?;
        u32::try_from(index)
            .ok()
            .filter(|&db| db < self.control.bodies.databases)
            .ok_or(ReplyError::fixed("ERR DB index is out of range"))
    }

    fn authenticate(
        &mut self,
        session: &mut Session,
        user: &[u8],
        password: &[u8],
    ) -> Result<(), ReplyError> {
        let right = match self.control.settings.requirepass() {
            // Without a password, any will do, as for Valkey's default user.
            None => true,
            Some(wanted) => same_secret(wanted, password),
        };
        if user != b"default" || !right {
            return Err(ReplyError::fixed(
                "WRONGPASS invalid username-password pair or user is disabled.",
            ));
        }
        session.authenticated = true;
        session.user = "default".to_owned();
        Ok(())
    }

    /// The options of HELLO, in order; nothing changes before all of them were found right.
    fn say_hello(&mut self, session: &mut Session, args: Args<'_>) -> Result<(), ReplyError> {
        let mut proto = session.proto;
        if let Some(version) = args.try_get(1) {
            proto = match stdx::num::parse_i64(version) {
                Some(2) => Proto::Resp2,
                Some(3) => Proto::Resp3,
                Some(_) => return Err(ReplyError::fixed("NOPROTO unsupported protocol version")),
                None => {
                    return Err(ReplyError::fixed(
                        "ERR Protocol version is not an integer or out of range",
                    ));
                }
            };
        }
        let (mut login, mut name) = (None, None);
        let mut next = 2;
        while next < args.len() {
            let (option, left) = (args.get(next), args.len() - next - 1);
            if option.eq_ignore_ascii_case(b"auth") && left >= 2 {
                login = Some((args.get(next + 1), args.get(next + 2)));
                next += 3;
            } else if option.eq_ignore_ascii_case(b"setname") && left >= 1 {
                let wanted = args.get(next + 1);
                super::client::check_name(wanted, "Client names")?;
                name = Some(wanted);
                next += 2;
            } else {
                let mut text = b"ERR Syntax error in HELLO option '".to_vec();
                // As Valkey prints it: up to the first zero byte.
                text.extend(option.iter().take_while(|byte| **byte != 0));
                text.push(b'\'');
                return Err(ReplyError::from_bytes(text));
            }
        }
        if let Some((user, password)) = login {
            self.authenticate(session, user, password)?;
        }
        if !session.authenticated {
            return Err(ReplyError::fixed(
                "NOAUTH HELLO must be called with the client already authenticated, otherwise the \
                 HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client \
                 and select the RESP protocol version at the same time",
            ));
        }
        if let Some(name) = name {
            session.name = name.to_vec();
        }
        session.proto = proto;
        Ok(())
    }

    /// What a new connection hears before it has asked anything.
    pub(crate) fn greet(&mut self, session: &mut Session) {
        let settings = &self.control.settings;
        let open =
            settings.requirepass().is_none() && settings.flag(settings::Param::ProtectedMode);
        if !open || session.info.local || session.info.unix {
            return;
        }
        let text = "DENIED Ringkey is in protected mode: no password is set for the default user, \
                    so only connections from this machine are accepted. Set a password with \
                    requirepass, or switch the mode off with 'protected-mode no' if the network \
                    is to be trusted.";
        session.closing = true;
        self.stats.connections_rejected += 1;
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).error(text)
        });
    }
}

/// Compares without telling by its duration how much was right.
fn same_secret(wanted: &[u8], given: &[u8]) -> bool {
    let mut difference = wanted.len() ^ given.len();
    for (i, byte) in given.iter().enumerate() {
        let other = wanted.get(i).copied().unwrap_or(0);
        difference |= usize::from(byte ^ other);
    }
    difference == 0
}
