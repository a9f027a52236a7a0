//! What a server that follows nobody answers about replication: REPLICAOF NO ONE, WAIT, WAITAOF,
//! FAILOVER; and LASTSAVE.
//!
//! Must never pretend that a write is anywhere but here.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::parse_i64;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::session::Session;

/// REPLICAOF, SLAVEOF, WAIT, WAITAOF, FAILOVER, LASTSAVE
pub(crate) fn replication(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let command = command_table::lookup(args.get(0));
    let result = match command {
        Some(CommandId::Lastsave) => {
            // Nothing has been saved since the start, which is what Valkey answers then.
            let started_s = core.shared.facts.started_ms / 1000;
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).int(started_s);
            });
            Ok(())
        }
        Some(CommandId::Wait) => wait(args).map(|()| {
            core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).int(0));
        }),
        Some(CommandId::Waitaof) => wait_aof(args).map(|()| {
            core.reply_to(session, |out, proto| {
                let mut reply = ReplyWriter::new(out, proto);
                reply.array(2);
                reply.int(0);
                reply.int(0);
            });
        }),
        Some(CommandId::Failover) => Err(failover(args)),
        _ => replica_of(core, args).map(|()| core.ok(session)),
    };
    if let Err(error) = result {
        core.fail(session, &error);
    }
    Flow::Done
}

fn replica_of(core: &Core, args: Args<'_>) -> Result<(), ReplyError> {
    if core.control.settings.cluster_enabled() {
        return Err(ReplyError::fixed(
            "ERR REPLICAOF not allowed in cluster mode.",
        ));
    }
    let (host, port) = (args.get(1), args.get(2));
    if host.eq_ignore_ascii_case(b"no") && port.eq_ignore_ascii_case(b"one") {
        return Ok(());
    }
    match parse_i64(port) {
        Some(0..=65_535) => Err(ReplyError::fixed(
            "ERR REPLICAOF is not available: Ringkey does not follow another server yet",
        )),
        _ => Err(ReplyError::fixed("ERR Invalid master port")),
    }
}

/// Replicas that follow with SYNC acknowledge nothing, so waiting could change nothing.
fn wait(args: Args<'_>) -> Result<(), ReplyError> {
    parse_i64(args.get(1)).ok_or(ReplyError::NOT_INTEGER)?;
    timeout(args.get(2))
}

fn wait_aof(args: Args<'_>) -> Result<(), ReplyError> {
    let out_of_range = ReplyError::fixed("ERR value is out of range, value must between 0 and 1");
    let local = parse_i64(args.get(1)).ok_or(ReplyError::NOT_INTEGER)?;
    if !(0..=1).contains(&local) {
        return Err(out_of_range);
    }
    if parse_i64(args.get(2)).is_none_or(|replicas| replicas < 0) {
        return Err(ReplyError::NOT_POSITIVE);
    }
    timeout(args.get(3))?;
    if local > 0 {
        return Err(ReplyError::fixed(
            "ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.",
        ));
    }
    Ok(())
}

fn timeout(text: &[u8]) -> Result<(), ReplyError> {
    match parse_i64(text) {
        Some(0..) => Ok(()),
        Some(_) => Err(ReplyError::TIMEOUT_NEGATIVE),
        None => Err(ReplyError::fixed(
            "ERR timeout is not an integer or out of range",
        )),
    }
}

fn failover(args: Args<'_>) -> ReplyError {
    let abort = args.len() == 2 && args.get(1).eq_ignore_ascii_case(b"abort");
    if abort {
        ReplyError::fixed("ERR No failover in progress.")
    } else if args.len() == 1 {
        ReplyError::fixed("ERR FAILOVER requires connected replicas.")
    } else {
        ReplyError::SYNTAX
    }
}
