//! Which body a command has. One exhaustive match: a command without a body is an arm that says
//! so, and that the coverage page counts.
//!
//! Must never do anything but bind.

use command_table::CommandId;
use commands::{Body, bitmap, generic, geo, hash, hyperloglog, list, set, stream, string, zset};
use keyspace::SlotView;
use resp::Args;

use crate::core::Core;
use crate::session::Session;
use crate::session_commands::{
    client, cluster, command, config, connection, debug, info, logs, memory, module, replicas,
    replication, ringkey, server, slot_stats,
};
use crate::{keyspace_wide, pubsub, transaction};

/// A body that works on a session. It writes its reply itself.
pub(crate) type SessionBody = fn(&mut Core, &mut Session, Args<'_>) -> Flow;

/// As `SessionBody`, with the slots of the request's keys or channels in hand.
pub(crate) type SlotSessionBody = fn(&mut Core, &mut Session, Args<'_>, &mut SlotView<'_>);

/// Whether a session body has replied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// It has.
    Done,
    /// The session's state says what it waits for.
    Wait,
}

/// How a command is executed.
#[derive(Clone, Copy)]
pub(crate) enum Binding {
    /// A plain body over the slots of its keys.
    Keys(Body),
    /// PUBLISH: one slot, and the patterns that every core knows.
    Publish,
    /// In a slot that a number or a cursor names; SCAN goes on to the next ones of the same core.
    InSlot,
    /// On the session's core.
    Session(SessionBody),
    /// On the session's core, which asks the others, or tells them and waits until they know.
    Asking(SessionBody),
    /// On the session's core, with slots.
    SlotSession(SlotSessionBody),
    /// Over every slot at one moment.
    Whole,
    /// Every core for itself; at one moment inside a transaction.
    EachCore(SessionBody),
    /// No body yet.
    Missing,
}

/// Whether a command does what it is for. As there is no cluster bus, some only say so.
pub fn has_body(command: CommandId) -> bool {
    let missing = matches!(binding(command), Binding::Missing) || cluster::needs_bus(command);
    command.spec().is_container() || !missing
}

/// The body of a command.
#[inline]
pub(crate) fn binding(command: CommandId) -> Binding {
    BINDINGS[command as usize]
}

/// The match, evaluated once for each command at compile time.
static BINDINGS: [Binding; CommandId::ALL.len()] = {
    let mut bindings = [Binding::Missing; CommandId::ALL.len()];
    let mut i = 0;
    while i < CommandId::ALL.len() {
        bindings[i] = bind(CommandId::ALL[i]);
        i += 1;
    }
    bindings
};

const fn bind(command: CommandId) -> Binding {
    match bind_keys(command) {
        Some(body) => Binding::Keys(body),
        None => bind_others(command),
    }
}

const fn bind_keys(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Get => string::get,
        CommandId::Set => string::set,
        CommandId::Setnx => string::setnx,
        CommandId::Setex => string::setex,
        CommandId::Psetex => string::psetex,
        CommandId::Getex => string::getex,
        CommandId::Getdel => string::getdel,
        CommandId::Getset => string::getset,
        CommandId::Append => string::append,
        CommandId::Strlen => string::strlen,
        CommandId::Setrange => string::setrange,
        CommandId::Getrange => string::getrange,
        CommandId::Substr => string::getrange,
        CommandId::Incr => string::incr,
        CommandId::Incrby => string::incrby,
        CommandId::Incrbyfloat => string::incrbyfloat,
        CommandId::Decr => string::decr,
        CommandId::Decrby => string::decrby,
        CommandId::Mset => string::mset,
        CommandId::Mget => string::mget,
        CommandId::Msetnx => string::msetnx,
        CommandId::Msetex => string::msetex,
        CommandId::Delifeq => string::delifeq,
        CommandId::Lcs => string::lcs,
        _ => return bind_generic(command),
    };
    Some(body)
}

/// Keys whatever they hold.
const fn bind_generic(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Del => generic::del,
        CommandId::Unlink => generic::unlink,
        CommandId::Exists => generic::exists,
        CommandId::Touch => generic::touch,
        CommandId::Type => generic::key_type,
        CommandId::Sort => generic::sort,
        CommandId::SortRo => generic::sort_ro,
        CommandId::Expire => generic::expire,
        CommandId::Pexpire => generic::pexpire,
        CommandId::Expireat => generic::expireat,
        CommandId::Pexpireat => generic::pexpireat,
        CommandId::Ttl => generic::ttl,
        CommandId::Pttl => generic::pttl,
        CommandId::Expiretime => generic::expiretime,
        CommandId::Pexpiretime => generic::pexpiretime,
        CommandId::Persist => generic::persist,
        CommandId::Rename => generic::rename,
        CommandId::Renamenx => generic::renamenx,
        CommandId::Copy => generic::copy,
        CommandId::Move => generic::move_key,
        CommandId::ObjectEncoding => generic::object_encoding,
        CommandId::ObjectFreq => generic::object_freq,
        CommandId::ObjectIdletime => generic::object_idletime,
        CommandId::ObjectRefcount => generic::object_refcount,
        CommandId::MemoryUsage => generic::memory_usage,
        CommandId::Dump => generic::dump,
        CommandId::Restore | CommandId::RestoreAsking => generic::restore,
        _ => return bind_lists(command),
    };
    Some(body)
}

const fn bind_lists(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Lpush => list::lpush,
        CommandId::Rpush => list::rpush,
        CommandId::Lpushx => list::lpushx,
        CommandId::Rpushx => list::rpushx,
        CommandId::Lpop => list::lpop,
        CommandId::Rpop => list::rpop,
        CommandId::Llen => list::llen,
        CommandId::Lindex => list::lindex,
        CommandId::Lrange => list::lrange,
        CommandId::Lmove => list::lmove,
        CommandId::Rpoplpush => list::rpoplpush,
        CommandId::Blpop => list::blpop,
        CommandId::Brpop => list::brpop,
        CommandId::Blmove => list::blmove,
        CommandId::Brpoplpush => list::brpoplpush,
        CommandId::Linsert => list::linsert,
        CommandId::Lmpop => list::lmpop,
        CommandId::Blmpop => list::blmpop,
        CommandId::Lpos => list::lpos,
        CommandId::Lrem => list::lrem,
        CommandId::Lset => list::lset,
        CommandId::Ltrim => list::ltrim,
        _ => return bind_hashes(command),
    };
    Some(body)
}

const fn bind_hashes(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Hset => hash::hset,
        CommandId::Hmset => hash::hmset,
        CommandId::Hsetnx => hash::hsetnx,
        CommandId::Hget => hash::hget,
        CommandId::Hmget => hash::hmget,
        CommandId::Hgetall => hash::hgetall,
        CommandId::Hkeys => hash::hkeys,
        CommandId::Hvals => hash::hvals,
        CommandId::Hlen => hash::hlen,
        CommandId::Hstrlen => hash::hstrlen,
        CommandId::Hexists => hash::hexists,
        CommandId::Hdel => hash::hdel,
        CommandId::Hincrby => hash::hincrby,
        CommandId::Hincrbyfloat => hash::hincrbyfloat,
        CommandId::Hrandfield => hash::hrandfield,
        CommandId::Hscan => hash::hscan,
        CommandId::Hexpire => hash::hexpire,
        CommandId::Hexpireat => hash::hexpireat,
        CommandId::Hexpiretime => hash::hexpiretime,
        CommandId::Hgetdel => hash::hgetdel,
        CommandId::Hgetex => hash::hgetex,
        CommandId::Hpersist => hash::hpersist,
        CommandId::Hpexpire => hash::hpexpire,
        CommandId::Hpexpireat => hash::hpexpireat,
        CommandId::Hpexpiretime => hash::hpexpiretime,
        CommandId::Hpttl => hash::hpttl,
        CommandId::Hsetex => hash::hsetex,
        CommandId::Httl => hash::httl,
        _ => return bind_sets(command),
    };
    Some(body)
}

const fn bind_sorted_sets(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Zadd => zset::zadd,
        CommandId::Zcard => zset::zcard,
        CommandId::Zcount => zset::zcount,
        CommandId::Zdiff => zset::zdiff,
        CommandId::Zdiffstore => zset::zdiffstore,
        CommandId::Zincrby => zset::zincrby,
        CommandId::Zinter => zset::zinter,
        CommandId::Zintercard => zset::zintercard,
        CommandId::Zinterstore => zset::zinterstore,
        CommandId::Zlexcount => zset::zlexcount,
        CommandId::Zmpop => zset::zmpop,
        CommandId::Zmscore => zset::zmscore,
        CommandId::Zpopmax => zset::zpopmax,
        CommandId::Zpopmin => zset::zpopmin,
        CommandId::Zrandmember => zset::zrandmember,
        CommandId::Zrange => zset::zrange,
        CommandId::Zrangebylex => zset::zrangebylex,
        CommandId::Zrangebyscore => zset::zrangebyscore,
        CommandId::Zrangestore => zset::zrangestore,
        CommandId::Zrank => zset::zrank,
        CommandId::Zrem => zset::zrem,
        CommandId::Zremrangebylex => zset::zremrangebylex,
        CommandId::Zremrangebyrank => zset::zremrangebyrank,
        CommandId::Zremrangebyscore => zset::zremrangebyscore,
        CommandId::Zrevrange => zset::zrevrange,
        CommandId::Zrevrangebylex => zset::zrevrangebylex,
        CommandId::Zrevrangebyscore => zset::zrevrangebyscore,
        CommandId::Zrevrank => zset::zrevrank,
        CommandId::Zscan => zset::zscan,
        CommandId::Zscore => zset::zscore,
        CommandId::Zunion => zset::zunion,
        CommandId::Zunionstore => zset::zunionstore,
        CommandId::Bzmpop => zset::bzmpop,
        CommandId::Bzpopmax => zset::bzpopmax,
        CommandId::Bzpopmin => zset::bzpopmin,
        _ => return bind_places(command),
    };
    Some(body)
}

const fn bind_places(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Geoadd => geo::geoadd,
        CommandId::Geodist => geo::geodist,
        CommandId::Geohash => geo::geohash,
        CommandId::Geopos => geo::geopos,
        CommandId::Georadius => geo::georadius,
        CommandId::GeoradiusRo => geo::georadius_ro,
        CommandId::Georadiusbymember => geo::georadiusbymember,
        CommandId::GeoradiusbymemberRo => geo::georadiusbymember_ro,
        CommandId::Geosearch => geo::geosearch,
        CommandId::Geosearchstore => geo::geosearchstore,
        _ => return bind_in_strings(command),
    };
    Some(body)
}

const fn bind_sets(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Sadd => set::sadd,
        CommandId::Scard => set::scard,
        CommandId::Sdiff => set::sdiff,
        CommandId::Sdiffstore => set::sdiffstore,
        CommandId::Sinter => set::sinter,
        CommandId::Sintercard => set::sintercard,
        CommandId::Sinterstore => set::sinterstore,
        CommandId::Sismember => set::sismember,
        CommandId::Smembers => set::smembers,
        CommandId::Smismember => set::smismember,
        CommandId::Smove => set::smove,
        CommandId::Spop => set::spop,
        CommandId::Srandmember => set::srandmember,
        CommandId::Srem => set::srem,
        CommandId::Sscan => set::sscan,
        CommandId::Sunion => set::sunion,
        CommandId::Sunionstore => set::sunionstore,
        _ => return bind_sorted_sets(command),
    };
    Some(body)
}

/// What is kept in strings without being text.
const fn bind_in_strings(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Setbit => bitmap::setbit,
        CommandId::Getbit => bitmap::getbit,
        CommandId::Bitcount => bitmap::bitcount,
        CommandId::Bitpos => bitmap::bitpos,
        CommandId::Bitop => bitmap::bitop,
        CommandId::Bitfield => bitmap::bitfield,
        CommandId::BitfieldRo => bitmap::bitfield_ro,
        CommandId::Pfadd => hyperloglog::pfadd,
        CommandId::Pfcount => hyperloglog::pfcount,
        CommandId::Pfdebug => hyperloglog::pfdebug,
        CommandId::Pfmerge => hyperloglog::pfmerge,
        _ => return bind_streams(command),
    };
    Some(body)
}

const fn bind_streams(command: CommandId) -> Option<Body> {
    let body: Body = match command {
        CommandId::Xack => stream::xack,
        CommandId::Xadd => stream::xadd,
        CommandId::Xautoclaim => stream::xautoclaim,
        CommandId::Xclaim => stream::xclaim,
        CommandId::Xdel => stream::xdel,
        CommandId::XgroupCreate => stream::xgroup_create,
        CommandId::XgroupCreateconsumer => stream::xgroup_createconsumer,
        CommandId::XgroupDelconsumer => stream::xgroup_delconsumer,
        CommandId::XgroupDestroy => stream::xgroup_destroy,
        CommandId::XgroupSetid => stream::xgroup_setid,
        CommandId::XinfoConsumers => stream::xinfo_consumers,
        CommandId::XinfoGroups => stream::xinfo_groups,
        CommandId::XinfoStream => stream::xinfo_stream,
        CommandId::Xlen => stream::xlen,
        CommandId::Xpending => stream::xpending,
        CommandId::Xrange => stream::xrange,
        CommandId::Xread => stream::xread,
        CommandId::Xreadgroup => stream::xreadgroup,
        CommandId::Xrevrange => stream::xrevrange,
        CommandId::Xsetid => stream::xsetid,
        CommandId::Xtrim => stream::xtrim,
        _ => return None,
    };
    Some(body)
}

const fn bind_others(command: CommandId) -> Binding {
    match command {
        CommandId::Publish => Binding::Publish,
        CommandId::Scan
        | CommandId::Clusterscan
        | CommandId::ClusterCountkeysinslot
        | CommandId::ClusterGetkeysinslot
        | CommandId::ClusterFlushslot => Binding::InSlot,
        CommandId::Flushall | CommandId::Flushdb | CommandId::Swapdb => Binding::Whole,
        CommandId::Keys => Binding::EachCore(keyspace_wide::keys),
        CommandId::Dbsize => Binding::EachCore(keyspace_wide::dbsize),
        CommandId::Randomkey => Binding::EachCore(keyspace_wide::randomkey),
        CommandId::Watch => Binding::SlotSession(connection::watch),
        CommandId::Exec => Binding::SlotSession(transaction::exec),
        CommandId::Subscribe => Binding::SlotSession(pubsub::subscribe),
        CommandId::Unsubscribe => Binding::SlotSession(pubsub::unsubscribe),
        CommandId::PubsubNumsub => Binding::SlotSession(pubsub::numsub),
        CommandId::Debug => Binding::SlotSession(debug::debug),
        _ => match (bind_session(command), bind_asking(command)) {
            (Some(body), _) => Binding::Session(body),
            (None, Some(body)) => Binding::Asking(body),
            (None, None) => Binding::Missing,
        },
    }
}

const fn bind_asking(command: CommandId) -> Option<SessionBody> {
    let body: SessionBody = match command {
        CommandId::Psubscribe => pubsub::psubscribe,
        CommandId::Punsubscribe => pubsub::punsubscribe,
        CommandId::PubsubChannels => connection::pubsub_channels,
        CommandId::ClientList | CommandId::ClientKill | CommandId::ClientUnblock => client::client,
        CommandId::ConfigSet => config::set,
        CommandId::ConfigResetstat => config::resetstat,
        CommandId::Info => info::info,
        CommandId::Role => replicas::role,
        CommandId::MemoryStats | CommandId::MemoryDoctor => memory::report,
        CommandId::MemoryPurge => memory::purge,
        CommandId::RingkeyCores => ringkey::cores,
        CommandId::RingkeyMoves => ringkey::moves,
        CommandId::RingkeyLoad => slot_stats::load,
        CommandId::ClusterSlotStats => slot_stats::slot_stats,
        CommandId::RingkeyMove => ringkey::move_slot,
        CommandId::RingkeyClientMove => ringkey::move_client,
        CommandId::SlowlogGet
        | CommandId::SlowlogLen
        | CommandId::SlowlogReset
        | CommandId::CommandlogGet
        | CommandId::CommandlogLen
        | CommandId::CommandlogReset => logs::command_log,
        CommandId::LatencyLatest
        | CommandId::LatencyHistory
        | CommandId::LatencyGraph
        | CommandId::LatencyDoctor => logs::latency,
        CommandId::LatencyReset => logs::latency_reset,
        CommandId::LatencyHistogram => logs::latency_histogram,
        _ => return None,
    };
    Some(body)
}

const fn bind_session(command: CommandId) -> Option<SessionBody> {
    let body: SessionBody = match command {
        CommandId::Multi => transaction::multi,
        CommandId::Discard => transaction::discard,
        CommandId::Unwatch => transaction::unwatch,
        CommandId::PubsubNumpat => connection::pubsub_numpat,
        CommandId::Ping => connection::ping,
        CommandId::Echo => connection::echo,
        CommandId::Auth => connection::auth,
        CommandId::Hello => connection::hello,
        CommandId::Select => connection::select,
        CommandId::Reset => connection::reset,
        CommandId::Quit => connection::quit,
        CommandId::Time => connection::time,
        CommandId::ClientId
        | CommandId::ClientInfo
        | CommandId::ClientSetname
        | CommandId::ClientGetname
        | CommandId::ClientSetinfo
        | CommandId::ClientReply
        | CommandId::ClientCapa
        | CommandId::ClientGetredir
        | CommandId::ClientTrackinginfo
        | CommandId::ClientNoEvict
        | CommandId::ClientNoTouch => client::client,
        CommandId::ConfigGet => config::get,
        CommandId::Command
        | CommandId::CommandCount
        | CommandId::CommandInfo
        | CommandId::CommandDocs
        | CommandId::CommandList
        | CommandId::CommandGetkeys
        | CommandId::CommandGetkeysandflags => command::command,
        CommandId::MemoryMallocStats => memory::malloc_stats,
        CommandId::RingkeySlots => ringkey::slots,
        CommandId::Pfselftest => server::pfselftest,
        CommandId::FunctionFlush => server::function_flush,
        CommandId::Shutdown => server::shutdown,
        CommandId::ConfigRewrite => config::rewrite,
        CommandId::Lolwut => module::lolwut,
        CommandId::Sync | CommandId::Psync | CommandId::Replconf => replicas::replica,
        CommandId::Replicaof
        | CommandId::Slaveof
        | CommandId::Wait
        | CommandId::Waitaof
        | CommandId::Failover
        | CommandId::Lastsave => replication::replication,
        CommandId::ClientHelp
        | CommandId::ConfigHelp
        | CommandId::CommandHelp
        | CommandId::ObjectHelp
        | CommandId::PubsubHelp
        | CommandId::MemoryHelp
        | CommandId::SlowlogHelp
        | CommandId::CommandlogHelp
        | CommandId::LatencyHelp
        | CommandId::ModuleHelp
        | CommandId::XgroupHelp
        | CommandId::XinfoHelp
        | CommandId::RingkeyHelp => server::help,
        CommandId::ClusterKeyslot => cluster::keyslot,
        CommandId::Readonly => cluster::readonly,
        CommandId::Readwrite => cluster::readwrite,
        _ if cluster::is_of_nodes(command) => cluster::cluster,
        _ if module::is_of_modules(command) => module::module,
        _ => return None,
    };
    Some(body)
}
