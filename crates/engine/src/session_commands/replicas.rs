//! What replicas say and what is said of them: SYNC, PSYNC, REPLCONF, ROLE.
//!
//! Must never know what a replica is sent.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};
use stdx::num::parse_i64;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::report::CoreReport;
use crate::session::Session;

/// The longest address that a replica may announce.
const ADDRESS_BYTES_MAX: usize = 255;

/// SYNC, PSYNC, REPLCONF
pub(crate) fn replica(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match command_table::lookup(args.get(0)) {
        Some(CommandId::Sync) => sync(core, session, args),
        Some(CommandId::Psync) => psync(core, session, args),
        _ => replconf(core, session, args),
    }
}

/// SYNC, on core 0: answered by a snapshot and the stream after it.
fn sync(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.begin_following(session);
    Flow::Done
}

/// PSYNC: refused, whereupon replicas ask with SYNC.
fn psync(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let error = match parse_i64(args.get(2)) {
        None => ReplyError::NOT_INTEGER,
        Some(_) => ReplyError::fixed("ERR PSYNC is not available in this version: use SYNC"),
    };
    core.fail(session, &error);
    Flow::Done
}

/// REPLCONF [option value ...]
fn replconf(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    match configure(core, session, args) {
        Ok(true) => core.ok(session),
        Ok(false) => {}
        Err(error) => core.fail(session, &error),
    }
    Flow::Done
}

/// Whether it is answered.
fn configure(core: &mut Core, session: &mut Session, args: Args<'_>) -> Result<bool, ReplyError> {
    if args.len().is_multiple_of(2) {
        return Err(ReplyError::SYNTAX);
    }
    for place in (1..args.len()).step_by(2) {
        let (option, value) = (args.get(place), args.get(place + 1));
        match option.to_ascii_lowercase().as_slice() {
            b"ack" => {
                if session.follows
                    && let Some(offset) = parse_i64(value).and_then(|o| u64::try_from(o).ok())
                {
                    core.acknowledged_by_replica(session.id, offset);
                }
                return Ok(false);
            }
            b"getack" => return Ok(false),
            b"listening-port" => {
                session.replica_port = parse_i64(value).ok_or(ReplyError::NOT_INTEGER)?;
            }
            b"ip-address" => session.replica_ip = address(value)?,
            b"rdb-only" | b"rdb-channel" => zero_or_one(value)?,
            b"rdb-filter-only" => filter(value)?,
            b"version" => version(value)?,
            // What a replica can do is of no account: it gets what any can take.
            b"capa" => {}
            b"set-cluster-node-id" => {
                if !core.control.settings.cluster_enabled() {
                    let text = "ERR This instance has cluster support disabled";
                    return Err(ReplyError::fixed(text));
                }
            }
            b"set-rdb-client-id" => {
                return Err(quoting("ERR Unrecognized RDB client id ", value));
            }
            _ => return Err(quoting("ERR Unrecognized REPLCONF option: ", option)),
        }
    }
    Ok(true)
}

fn quoting(text: &str, word: &[u8]) -> ReplyError {
    ReplyError::from_bytes([text.as_bytes(), word].concat())
}

fn address(value: &[u8]) -> Result<String, ReplyError> {
    if value.len() > ADDRESS_BYTES_MAX {
        return Err(ReplyError::new(format!(
            "ERR REPLCONF ip-address provided by replica instance is too long: {} bytes",
            value.len()
        )));
    }
    // It is shown in lines of INFO.
    let shown = |byte: &&u8| byte.is_ascii_graphic() && !b",=".contains(byte);
    let kept = value.iter().filter(shown).map(|&byte| char::from(byte));
    Ok(kept.collect())
}

fn zero_or_one(value: &[u8]) -> Result<(), ReplyError> {
    match parse_i64(value) {
        Some(0 | 1) => Ok(()),
        Some(_) => Err(ReplyError::fixed(
            "ERR value is out of range, value must between 0 and 1",
        )),
        None => Err(ReplyError::NOT_INTEGER),
    }
}

fn filter(value: &[u8]) -> Result<(), ReplyError> {
    if value.is_empty() || value.eq_ignore_ascii_case(b"functions") {
        return Ok(());
    }
    Err(quoting("ERR Unsupported rdb-filter-only option: ", value))
}

fn version(value: &[u8]) -> Result<(), ReplyError> {
    let mut numbers = value.split(|&byte| byte == b'.');
    let is_number = |part: &[u8]| parse_i64(part).is_some_and(|number| number >= 0);
    if value.split(|&byte| byte == b'.').count() == 3 && numbers.all(is_number) {
        return Ok(());
    }
    Err(quoting("ERR Unrecognized version format: ", value))
}

/// ROLE
pub(crate) fn role(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.ask(session, CommandId::Role, Question::Report, Vec::new())
}

impl Core {
    pub(crate) fn write_role(&mut self, session: &mut Session, parts: Vec<Part>) {
        let report = CoreReport::sum(parts);
        let replication = report.replication.unwrap_or_default();
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(3);
            reply.bulk(b"master");
            reply.int(replication.offset as i64);
            reply.array(replication.replicas.len());
            for replica in &replication.replicas {
                reply.array(3);
                reply.bulk(replica.ip.as_bytes());
                reply.bulk(replica.port.to_string().as_bytes());
                reply.bulk(replica.offset.to_string().as_bytes());
            }
        });
    }
}
