//! CLUSTER, ASKING, READONLY and READWRITE, for a node that is alone and has all slots; CLUSTER's
//! commands in one slot are in `named_slot`.
//!
//! There is no cluster bus yet: what needs one says so. Must never pretend that there is another
//! node.

mod nodes;

use command_table::CommandId;
use commands::slots::parse_slot;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::slot::slot_of;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::session::Session;
use crate::session_commands::server::{self, told};

/// What everything of a cluster answers on a server outside of one.
pub(crate) const WITHOUT_CLUSTER: &str = "ERR This instance has cluster support disabled";

/// Whether a command is about nodes and who has which slots, as CLUSTER is but for some of its
/// subcommands.
pub(crate) const fn is_of_nodes(command: CommandId) -> bool {
    needs_bus(command)
        || matches!(
            command,
            CommandId::Asking
                | CommandId::ClusterCountFailureReports
                | CommandId::ClusterGetslotmigrations
                | CommandId::ClusterHelp
                | CommandId::ClusterInfo
                | CommandId::ClusterLinks
                | CommandId::ClusterMyid
                | CommandId::ClusterMyshardid
                | CommandId::ClusterNodes
                | CommandId::ClusterReplicas
                | CommandId::ClusterShards
                | CommandId::ClusterSlaves
                | CommandId::ClusterSlots
        )
}

/// Whether a command changes the cluster, which a node that is alone can only refuse.
pub(crate) const fn needs_bus(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::ClusterAddslots
            | CommandId::ClusterAddslotsrange
            | CommandId::ClusterBumpepoch
            | CommandId::ClusterCancelslotmigrations
            | CommandId::ClusterDelslots
            | CommandId::ClusterDelslotsrange
            | CommandId::ClusterFailover
            | CommandId::ClusterFlushslots
            | CommandId::ClusterForget
            | CommandId::ClusterMeet
            | CommandId::ClusterMigrateslots
            | CommandId::ClusterReplicate
            | CommandId::ClusterReset
            | CommandId::ClusterSaveconfig
            | CommandId::ClusterSetConfigEpoch
            | CommandId::ClusterSetslot
            | CommandId::ClusterSyncslots
    )
}

/// ASKING, and CLUSTER but for what is done in one slot.
pub(crate) fn cluster(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    if let Err(error) = answer(core, session, args) {
        core.fail(session, &error);
    }
    Flow::Done
}

fn answer(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<(), ReplyError> {
    core.needs_cluster()?;
    let sub = args.try_get(1).unwrap_or(b"asking").to_ascii_lowercase();
    match sub.as_slice() {
        b"help" => {
            server::help(core, session, args);
        }
        b"myid" => {
            let id = core.own_node(session).id;
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).bulk(id.as_bytes());
            });
        }
        b"myshardid" => {
            let shard = core.own_node(session).shard;
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).bulk(shard.as_bytes());
            });
        }
        b"slots" => core.write_slots(session),
        b"shards" => core.write_shards(session),
        b"nodes" => core.write_nodes(session),
        b"info" => {
            let text = core.cluster_info(session);
            core.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
            });
        }
        b"links" | b"getslotmigrations" => write_none(core, session),
        b"replicas" | b"slaves" => {
            core.known_node(session, args.get(2))?;
            write_none(core, session);
        }
        b"count-failure-reports" => {
            core.known_node(session, args.get(2))?;
            core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).int(0));
        }
        b"asking" => {
            core.excuse(session);
            core.ok(session);
        }
        _ => return change(core, session, &sub, args),
    }
    Ok(())
}

/// What would change the cluster: arguments that Valkey finds wrong are, all else needs the bus.
fn change(
    core: &mut Core,
    session: &mut Session,
    sub: &[u8],
    args: Args<'_>,
) -> Result<(), ReplyError> {
    match sub {
        b"addslots" => {
            if let Some(text) = args.tail(2).iter().next() {
                return Err(busy(parse_slot(text)?));
            }
        }
        b"delslots" => {
            for text in args.tail(2) {
                parse_slot(text)?;
            }
        }
        b"addslotsrange" => return Err(busy(check_ranges(args)?)),
        b"delslotsrange" => {
            check_ranges(args)?;
        }
        b"setslot" => return set_slot(core, session, args),
        b"forget" | b"replicate" => {
            core.known_node(session, args.get(2))?;
            return Err(ReplyError::fixed(match sub {
                b"forget" => "ERR I tried hard but I can't forget myself...",
                _ => "ERR Can't replicate myself",
            }));
        }
        b"failover"
            if args
                .try_get(2)
                .is_some_and(|word| is_none_of(word, &["force", "takeover"])) =>
        {
            return Err(ReplyError::SYNTAX);
        }
        b"reset"
            if args
                .try_get(2)
                .is_some_and(|word| is_none_of(word, &["hard", "soft"])) =>
        {
            return Err(ReplyError::SYNTAX);
        }
        b"failover" => {
            let text = "ERR You should send CLUSTER FAILOVER to a replica";
            return Err(ReplyError::fixed(text));
        }
        b"cancelslotmigrations" => return Err(ReplyError::fixed("ERR No migrations ongoing")),
        _ => {}
    }
    Err(ReplyError::new(format!(
        "ERR CLUSTER {} is not available in this version of Ringkey: without a cluster bus this \
         node is alone and serves all slots",
        told(sub).to_ascii_uppercase()
    )))
}

fn is_none_of(word: &[u8], words: &[&str]) -> bool {
    !words
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
}

fn busy(slot: u16) -> ReplyError {
    ReplyError::new(format!("ERR Slot {slot} is already busy"))
}

/// Pairs of first and last slots; returns the first one.
fn check_ranges(args: Args<'_>) -> Result<u16, ReplyError> {
    let mut numbers = args.tail(2).iter();
    if !numbers.len().is_multiple_of(2) {
        let id = match args.get(1).first() {
            Some(b'a' | b'A') => CommandId::ClusterAddslotsrange,
            _ => CommandId::ClusterDelslotsrange,
        };
        return Err(ReplyError::new(command_table::arity_error(id)));
    }
    let mut lowest = None;
    while let (Some(first), Some(last)) = (numbers.next(), numbers.next()) {
        let (first, last) = (parse_slot(first)?, parse_slot(last)?);
        if first > last {
            return Err(ReplyError::new(format!(
                "ERR start slot number {first} is greater than end slot number {last}"
            )));
        }
        lowest.get_or_insert(first);
    }
    Ok(lowest.unwrap_or(0))
}

/// CLUSTER SETSLOT: the slot is this node's and stays it.
fn set_slot(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<(), ReplyError> {
    let slot = parse_slot(args.get(2))?;
    let action = args.get(3).to_ascii_lowercase();
    match (action.as_slice(), args.try_get(4)) {
        (b"stable", None) => {}
        (b"importing", Some(_)) => {
            let text = format!("ERR I'm already the owner of hash slot {slot}");
            return Err(ReplyError::new(text));
        }
        (b"node", Some(id)) => core.known_node(session, id)?,
        (b"migrating", Some(id)) if core.known_node(session, id).is_ok() => {
            return Err(ReplyError::fixed("ERR Target node is myself"));
        }
        (b"migrating", Some(id)) => {
            let text = format!("ERR I don't know about node {}", told(id));
            return Err(ReplyError::new(text));
        }
        _ => {
            let text = "ERR Invalid CLUSTER SETSLOT action or number of arguments. Try CLUSTER \
                        HELP";
            return Err(ReplyError::fixed(text));
        }
    }
    core.ok(session);
    Ok(())
}

fn write_none(core: &mut Core, session: &mut Session) {
    core.reply_to(session, |out, proto| ReplyWriter::new(out, proto).array(0));
}

/// CLUSTER KEYSLOT.
pub(crate) fn keyslot(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let slot = slot_of(args.get(2));
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).int(i64::from(slot));
    });
    Flow::Done
}

/// READONLY. Without replicas it only shows in CLIENT LIST.
pub(crate) fn readonly(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    session.readonly = true;
    core.ok(session);
    Flow::Done
}

/// READWRITE.
pub(crate) fn readwrite(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    session.readonly = false;
    core.ok(session);
    Flow::Done
}
