//! The commands and their specifications.
//! Generated from specs/*.json by examples/generate-command-table: change those
//! and run it.

use crate::generated_docs::DOCS;
use crate::key_specs::{
    Begin, Find, KeyCode, KeyFlags, KeyPlan, KeySpec, LegacyRange,
};
use crate::spec::{AclCategories, Flags, Reach, Spec};

/// A command or a subcommand, ordered by full name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u16)]
pub enum CommandId {
    Acl,
    AclCat,
    AclDeluser,
    AclDryrun,
    AclGenpass,
    AclGetuser,
    AclHelp,
    AclList,
    AclLoad,
    AclLog,
    AclSave,
    AclSetuser,
    AclUsers,
    AclWhoami,
    Append,
    Asking,
    Auth,
    Bgrewriteaof,
    Bgsave,
    Bitcount,
    Bitfield,
    BitfieldRo,
    Bitop,
    Bitpos,
    Blmove,
    Blmpop,
    Blpop,
    Brpop,
    Brpoplpush,
    Bzmpop,
    Bzpopmax,
    Bzpopmin,
    Client,
    ClientCaching,
    ClientCapa,
    ClientGetname,
    ClientGetredir,
    ClientHelp,
    ClientId,
    ClientImportSource,
    ClientInfo,
    ClientKill,
    ClientList,
    ClientNoEvict,
    ClientNoTouch,
    ClientPause,
    ClientReply,
    ClientSetinfo,
    ClientSetname,
    ClientTracking,
    ClientTrackinginfo,
    ClientUnblock,
    ClientUnpause,
    Cluster,
    Clusterscan,
    ClusterAddslots,
    ClusterAddslotsrange,
    ClusterBumpepoch,
    ClusterCancelslotmigrations,
    ClusterCountFailureReports,
    ClusterCountkeysinslot,
    ClusterDelslots,
    ClusterDelslotsrange,
    ClusterFailover,
    ClusterFlushslot,
    ClusterFlushslots,
    ClusterForget,
    ClusterGetkeysinslot,
    ClusterGetslotmigrations,
    ClusterHelp,
    ClusterInfo,
    ClusterKeyslot,
    ClusterLinks,
    ClusterMeet,
    ClusterMigrateslots,
    ClusterMyid,
    ClusterMyshardid,
    ClusterNodes,
    ClusterReplicas,
    ClusterReplicate,
    ClusterReset,
    ClusterSaveconfig,
    ClusterSetConfigEpoch,
    ClusterSetslot,
    ClusterShards,
    ClusterSlaves,
    ClusterSlotStats,
    ClusterSlots,
    ClusterSyncslots,
    Command,
    Commandlog,
    CommandlogGet,
    CommandlogHelp,
    CommandlogLen,
    CommandlogReset,
    CommandCount,
    CommandDocs,
    CommandGetkeys,
    CommandGetkeysandflags,
    CommandHelp,
    CommandInfo,
    CommandList,
    Config,
    ConfigGet,
    ConfigHelp,
    ConfigResetstat,
    ConfigRewrite,
    ConfigSet,
    Copy,
    Dbsize,
    Debug,
    Decr,
    Decrby,
    Del,
    Delifeq,
    Discard,
    Dump,
    Echo,
    Eval,
    EvalRo,
    Evalsha,
    EvalshaRo,
    Exec,
    Exists,
    Expire,
    Expireat,
    Expiretime,
    Failover,
    Fcall,
    FcallRo,
    Flushall,
    Flushdb,
    Function,
    FunctionDelete,
    FunctionDump,
    FunctionFlush,
    FunctionHelp,
    FunctionKill,
    FunctionList,
    FunctionLoad,
    FunctionRestore,
    FunctionStats,
    Geoadd,
    Geodist,
    Geohash,
    Geopos,
    Georadius,
    GeoradiusRo,
    Georadiusbymember,
    GeoradiusbymemberRo,
    Geosearch,
    Geosearchstore,
    Get,
    Getbit,
    Getdel,
    Getex,
    Getrange,
    Getset,
    Hdel,
    Hello,
    Hexists,
    Hexpire,
    Hexpireat,
    Hexpiretime,
    Hget,
    Hgetall,
    Hgetdel,
    Hgetex,
    Hincrby,
    Hincrbyfloat,
    Hkeys,
    Hlen,
    Hmget,
    Hmset,
    Hpersist,
    Hpexpire,
    Hpexpireat,
    Hpexpiretime,
    Hpttl,
    Hrandfield,
    Hscan,
    Hset,
    Hsetex,
    Hsetnx,
    Hstrlen,
    Httl,
    Hvals,
    Incr,
    Incrby,
    Incrbyfloat,
    Info,
    Keys,
    Lastsave,
    Latency,
    LatencyDoctor,
    LatencyGraph,
    LatencyHelp,
    LatencyHistogram,
    LatencyHistory,
    LatencyLatest,
    LatencyReset,
    Lcs,
    Lindex,
    Linsert,
    Llen,
    Lmove,
    Lmpop,
    Lolwut,
    Lpop,
    Lpos,
    Lpush,
    Lpushx,
    Lrange,
    Lrem,
    Lset,
    Ltrim,
    Memory,
    MemoryDoctor,
    MemoryHelp,
    MemoryMallocStats,
    MemoryPurge,
    MemoryStats,
    MemoryUsage,
    Mget,
    Migrate,
    Module,
    ModuleHelp,
    ModuleList,
    ModuleLoad,
    ModuleLoadex,
    ModuleUnload,
    Monitor,
    Move,
    Mset,
    Msetex,
    Msetnx,
    Multi,
    Object,
    ObjectEncoding,
    ObjectFreq,
    ObjectHelp,
    ObjectIdletime,
    ObjectRefcount,
    Persist,
    Pexpire,
    Pexpireat,
    Pexpiretime,
    Pfadd,
    Pfcount,
    Pfdebug,
    Pfmerge,
    Pfselftest,
    Ping,
    Psetex,
    Psubscribe,
    Psync,
    Pttl,
    Publish,
    Pubsub,
    PubsubChannels,
    PubsubHelp,
    PubsubNumpat,
    PubsubNumsub,
    PubsubShardchannels,
    PubsubShardnumsub,
    Punsubscribe,
    Quit,
    Randomkey,
    Readonly,
    Readwrite,
    Rename,
    Renamenx,
    Replconf,
    Replicaof,
    Reset,
    Restore,
    RestoreAsking,
    Ringkey,
    RingkeyClientMove,
    RingkeyCores,
    RingkeyHelp,
    RingkeyLoad,
    RingkeyMove,
    RingkeyMoves,
    RingkeySlots,
    Role,
    Rpop,
    Rpoplpush,
    Rpush,
    Rpushx,
    Sadd,
    Save,
    Scan,
    Scard,
    Script,
    ScriptDebug,
    ScriptExists,
    ScriptFlush,
    ScriptHelp,
    ScriptKill,
    ScriptLoad,
    ScriptShow,
    Sdiff,
    Sdiffstore,
    Select,
    Set,
    Setbit,
    Setex,
    Setnx,
    Setrange,
    Shutdown,
    Sinter,
    Sintercard,
    Sinterstore,
    Sismember,
    Slaveof,
    Slowlog,
    SlowlogGet,
    SlowlogHelp,
    SlowlogLen,
    SlowlogReset,
    Smembers,
    Smismember,
    Smove,
    Sort,
    SortRo,
    Spop,
    Spublish,
    Srandmember,
    Srem,
    Sscan,
    Ssubscribe,
    Strlen,
    Subscribe,
    Substr,
    Sunion,
    Sunionstore,
    Sunsubscribe,
    Swapdb,
    Sync,
    Time,
    Touch,
    Ttl,
    Type,
    Unlink,
    Unsubscribe,
    Unwatch,
    Wait,
    Waitaof,
    Watch,
    Xack,
    Xadd,
    Xautoclaim,
    Xclaim,
    Xdel,
    Xgroup,
    XgroupCreate,
    XgroupCreateconsumer,
    XgroupDelconsumer,
    XgroupDestroy,
    XgroupHelp,
    XgroupSetid,
    Xinfo,
    XinfoConsumers,
    XinfoGroups,
    XinfoHelp,
    XinfoStream,
    Xlen,
    Xpending,
    Xrange,
    Xread,
    Xreadgroup,
    Xrevrange,
    Xsetid,
    Xtrim,
    Zadd,
    Zcard,
    Zcount,
    Zdiff,
    Zdiffstore,
    Zincrby,
    Zinter,
    Zintercard,
    Zinterstore,
    Zlexcount,
    Zmpop,
    Zmscore,
    Zpopmax,
    Zpopmin,
    Zrandmember,
    Zrange,
    Zrangebylex,
    Zrangebyscore,
    Zrangestore,
    Zrank,
    Zrem,
    Zremrangebylex,
    Zremrangebyrank,
    Zremrangebyscore,
    Zrevrange,
    Zrevrangebylex,
    Zrevrangebyscore,
    Zrevrank,
    Zscan,
    Zscore,
    Zunion,
    Zunionstore,
}

impl CommandId {
    pub(crate) const FIRST: Self = Self::Acl;

    /// Every command and subcommand; its place is its number.
    pub const ALL: [Self; 407] = [
        Self::Acl,
        Self::AclCat,
        Self::AclDeluser,
        Self::AclDryrun,
        Self::AclGenpass,
        Self::AclGetuser,
        Self::AclHelp,
        Self::AclList,
        Self::AclLoad,
        Self::AclLog,
        Self::AclSave,
        Self::AclSetuser,
        Self::AclUsers,
        Self::AclWhoami,
        Self::Append,
        Self::Asking,
        Self::Auth,
        Self::Bgrewriteaof,
        Self::Bgsave,
        Self::Bitcount,
        Self::Bitfield,
        Self::BitfieldRo,
        Self::Bitop,
        Self::Bitpos,
        Self::Blmove,
        Self::Blmpop,
        Self::Blpop,
        Self::Brpop,
        Self::Brpoplpush,
        Self::Bzmpop,
        Self::Bzpopmax,
        Self::Bzpopmin,
        Self::Client,
        Self::ClientCaching,
        Self::ClientCapa,
        Self::ClientGetname,
        Self::ClientGetredir,
        Self::ClientHelp,
        Self::ClientId,
        Self::ClientImportSource,
        Self::ClientInfo,
        Self::ClientKill,
        Self::ClientList,
        Self::ClientNoEvict,
        Self::ClientNoTouch,
        Self::ClientPause,
        Self::ClientReply,
        Self::ClientSetinfo,
        Self::ClientSetname,
        Self::ClientTracking,
        Self::ClientTrackinginfo,
        Self::ClientUnblock,
        Self::ClientUnpause,
        Self::Cluster,
        Self::Clusterscan,
        Self::ClusterAddslots,
        Self::ClusterAddslotsrange,
        Self::ClusterBumpepoch,
        Self::ClusterCancelslotmigrations,
        Self::ClusterCountFailureReports,
        Self::ClusterCountkeysinslot,
        Self::ClusterDelslots,
        Self::ClusterDelslotsrange,
        Self::ClusterFailover,
        Self::ClusterFlushslot,
        Self::ClusterFlushslots,
        Self::ClusterForget,
        Self::ClusterGetkeysinslot,
        Self::ClusterGetslotmigrations,
        Self::ClusterHelp,
        Self::ClusterInfo,
        Self::ClusterKeyslot,
        Self::ClusterLinks,
        Self::ClusterMeet,
        Self::ClusterMigrateslots,
        Self::ClusterMyid,
        Self::ClusterMyshardid,
        Self::ClusterNodes,
        Self::ClusterReplicas,
        Self::ClusterReplicate,
        Self::ClusterReset,
        Self::ClusterSaveconfig,
        Self::ClusterSetConfigEpoch,
        Self::ClusterSetslot,
        Self::ClusterShards,
        Self::ClusterSlaves,
        Self::ClusterSlotStats,
        Self::ClusterSlots,
        Self::ClusterSyncslots,
        Self::Command,
        Self::Commandlog,
        Self::CommandlogGet,
        Self::CommandlogHelp,
        Self::CommandlogLen,
        Self::CommandlogReset,
        Self::CommandCount,
        Self::CommandDocs,
        Self::CommandGetkeys,
        Self::CommandGetkeysandflags,
        Self::CommandHelp,
        Self::CommandInfo,
        Self::CommandList,
        Self::Config,
        Self::ConfigGet,
        Self::ConfigHelp,
        Self::ConfigResetstat,
        Self::ConfigRewrite,
        Self::ConfigSet,
        Self::Copy,
        Self::Dbsize,
        Self::Debug,
        Self::Decr,
        Self::Decrby,
        Self::Del,
        Self::Delifeq,
        Self::Discard,
        Self::Dump,
        Self::Echo,
        Self::Eval,
        Self::EvalRo,
        Self::Evalsha,
        Self::EvalshaRo,
        Self::Exec,
        Self::Exists,
        Self::Expire,
        Self::Expireat,
        Self::Expiretime,
        Self::Failover,
        Self::Fcall,
        Self::FcallRo,
        Self::Flushall,
        Self::Flushdb,
        Self::Function,
        Self::FunctionDelete,
        Self::FunctionDump,
        Self::FunctionFlush,
        Self::FunctionHelp,
        Self::FunctionKill,
        Self::FunctionList,
        Self::FunctionLoad,
        Self::FunctionRestore,
        Self::FunctionStats,
        Self::Geoadd,
        Self::Geodist,
        Self::Geohash,
        Self::Geopos,
        Self::Georadius,
        Self::GeoradiusRo,
        Self::Georadiusbymember,
        Self::GeoradiusbymemberRo,
        Self::Geosearch,
        Self::Geosearchstore,
        Self::Get,
        Self::Getbit,
        Self::Getdel,
        Self::Getex,
        Self::Getrange,
        Self::Getset,
        Self::Hdel,
        Self::Hello,
        Self::Hexists,
        Self::Hexpire,
        Self::Hexpireat,
        Self::Hexpiretime,
        Self::Hget,
        Self::Hgetall,
        Self::Hgetdel,
        Self::Hgetex,
        Self::Hincrby,
        Self::Hincrbyfloat,
        Self::Hkeys,
        Self::Hlen,
        Self::Hmget,
        Self::Hmset,
        Self::Hpersist,
        Self::Hpexpire,
        Self::Hpexpireat,
        Self::Hpexpiretime,
        Self::Hpttl,
        Self::Hrandfield,
        Self::Hscan,
        Self::Hset,
        Self::Hsetex,
        Self::Hsetnx,
        Self::Hstrlen,
        Self::Httl,
        Self::Hvals,
        Self::Incr,
        Self::Incrby,
        Self::Incrbyfloat,
        Self::Info,
        Self::Keys,
        Self::Lastsave,
        Self::Latency,
        Self::LatencyDoctor,
        Self::LatencyGraph,
        Self::LatencyHelp,
        Self::LatencyHistogram,
        Self::LatencyHistory,
        Self::LatencyLatest,
        Self::LatencyReset,
        Self::Lcs,
        Self::Lindex,
        Self::Linsert,
        Self::Llen,
        Self::Lmove,
        Self::Lmpop,
        Self::Lolwut,
        Self::Lpop,
        Self::Lpos,
        Self::Lpush,
        Self::Lpushx,
        Self::Lrange,
        Self::Lrem,
        Self::Lset,
        Self::Ltrim,
        Self::Memory,
        Self::MemoryDoctor,
        Self::MemoryHelp,
        Self::MemoryMallocStats,
        Self::MemoryPurge,
        Self::MemoryStats,
        Self::MemoryUsage,
        Self::Mget,
        Self::Migrate,
        Self::Module,
        Self::ModuleHelp,
        Self::ModuleList,
        Self::ModuleLoad,
        Self::ModuleLoadex,
        Self::ModuleUnload,
        Self::Monitor,
        Self::Move,
        Self::Mset,
        Self::Msetex,
        Self::Msetnx,
        Self::Multi,
        Self::Object,
        Self::ObjectEncoding,
        Self::ObjectFreq,
        Self::ObjectHelp,
        Self::ObjectIdletime,
        Self::ObjectRefcount,
        Self::Persist,
        Self::Pexpire,
        Self::Pexpireat,
        Self::Pexpiretime,
        Self::Pfadd,
        Self::Pfcount,
        Self::Pfdebug,
        Self::Pfmerge,
        Self::Pfselftest,
        Self::Ping,
        Self::Psetex,
        Self::Psubscribe,
        Self::Psync,
        Self::Pttl,
        Self::Publish,
        Self::Pubsub,
        Self::PubsubChannels,
        Self::PubsubHelp,
        Self::PubsubNumpat,
        Self::PubsubNumsub,
        Self::PubsubShardchannels,
        Self::PubsubShardnumsub,
        Self::Punsubscribe,
        Self::Quit,
        Self::Randomkey,
        Self::Readonly,
        Self::Readwrite,
        Self::Rename,
        Self::Renamenx,
        Self::Replconf,
        Self::Replicaof,
        Self::Reset,
        Self::Restore,
        Self::RestoreAsking,
        Self::Ringkey,
        Self::RingkeyClientMove,
        Self::RingkeyCores,
        Self::RingkeyHelp,
        Self::RingkeyLoad,
        Self::RingkeyMove,
        Self::RingkeyMoves,
        Self::RingkeySlots,
        Self::Role,
        Self::Rpop,
        Self::Rpoplpush,
        Self::Rpush,
        Self::Rpushx,
        Self::Sadd,
        Self::Save,
        Self::Scan,
        Self::Scard,
        Self::Script,
        Self::ScriptDebug,
        Self::ScriptExists,
        Self::ScriptFlush,
        Self::ScriptHelp,
        Self::ScriptKill,
        Self::ScriptLoad,
        Self::ScriptShow,
        Self::Sdiff,
        Self::Sdiffstore,
        Self::Select,
        Self::Set,
        Self::Setbit,
        Self::Setex,
        Self::Setnx,
        Self::Setrange,
        Self::Shutdown,
        Self::Sinter,
        Self::Sintercard,
        Self::Sinterstore,
        Self::Sismember,
        Self::Slaveof,
        Self::Slowlog,
        Self::SlowlogGet,
        Self::SlowlogHelp,
        Self::SlowlogLen,
        Self::SlowlogReset,
        Self::Smembers,
        Self::Smismember,
        Self::Smove,
        Self::Sort,
        Self::SortRo,
        Self::Spop,
        Self::Spublish,
        Self::Srandmember,
        Self::Srem,
        Self::Sscan,
        Self::Ssubscribe,
        Self::Strlen,
        Self::Subscribe,
        Self::Substr,
        Self::Sunion,
        Self::Sunionstore,
        Self::Sunsubscribe,
        Self::Swapdb,
        Self::Sync,
        Self::Time,
        Self::Touch,
        Self::Ttl,
        Self::Type,
        Self::Unlink,
        Self::Unsubscribe,
        Self::Unwatch,
        Self::Wait,
        Self::Waitaof,
        Self::Watch,
        Self::Xack,
        Self::Xadd,
        Self::Xautoclaim,
        Self::Xclaim,
        Self::Xdel,
        Self::Xgroup,
        Self::XgroupCreate,
        Self::XgroupCreateconsumer,
        Self::XgroupDelconsumer,
        Self::XgroupDestroy,
        Self::XgroupHelp,
        Self::XgroupSetid,
        Self::Xinfo,
        Self::XinfoConsumers,
        Self::XinfoGroups,
        Self::XinfoHelp,
        Self::XinfoStream,
        Self::Xlen,
        Self::Xpending,
        Self::Xrange,
        Self::Xread,
        Self::Xreadgroup,
        Self::Xrevrange,
        Self::Xsetid,
        Self::Xtrim,
        Self::Zadd,
        Self::Zcard,
        Self::Zcount,
        Self::Zdiff,
        Self::Zdiffstore,
        Self::Zincrby,
        Self::Zinter,
        Self::Zintercard,
        Self::Zinterstore,
        Self::Zlexcount,
        Self::Zmpop,
        Self::Zmscore,
        Self::Zpopmax,
        Self::Zpopmin,
        Self::Zrandmember,
        Self::Zrange,
        Self::Zrangebylex,
        Self::Zrangebyscore,
        Self::Zrangestore,
        Self::Zrank,
        Self::Zrem,
        Self::Zremrangebylex,
        Self::Zremrangebyrank,
        Self::Zremrangebyscore,
        Self::Zrevrange,
        Self::Zrevrangebylex,
        Self::Zrevrangebyscore,
        Self::Zrevrank,
        Self::Zscan,
        Self::Zscore,
        Self::Zunion,
        Self::Zunionstore,
    ];
}

pub(crate) static SPECS: [Spec; 407] = [
    Spec {
        id: CommandId::Acl,
        name: "acl",
        full_name: "acl",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::AclCat,
            CommandId::AclDeluser,
            CommandId::AclDryrun,
            CommandId::AclGenpass,
            CommandId::AclGetuser,
            CommandId::AclHelp,
            CommandId::AclList,
            CommandId::AclLoad,
            CommandId::AclLog,
            CommandId::AclSave,
            CommandId::AclSetuser,
            CommandId::AclUsers,
            CommandId::AclWhoami,
        ],
        docs: &DOCS[0],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclCat,
        name: "cat",
        full_name: "acl|cat",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[1],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclDeluser,
        name: "deluser",
        full_name: "acl|deluser",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[2],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclDryrun,
        name: "dryrun",
        full_name: "acl|dryrun",
        arity: -4,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[3],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclGenpass,
        name: "genpass",
        full_name: "acl|genpass",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[4],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclGetuser,
        name: "getuser",
        full_name: "acl|getuser",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[5],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclHelp,
        name: "help",
        full_name: "acl|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[6],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclList,
        name: "list",
        full_name: "acl|list",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[7],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclLoad,
        name: "load",
        full_name: "acl|load",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[8],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclLog,
        name: "log",
        full_name: "acl|log",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[9],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclSave,
        name: "save",
        full_name: "acl|save",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[10],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclSetuser,
        name: "setuser",
        full_name: "acl|setuser",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[11],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclUsers,
        name: "users",
        full_name: "acl|users",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[12],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::AclWhoami,
        name: "whoami",
        full_name: "acl|whoami",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Acl),
        docs: &DOCS[13],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Append,
        name: "append",
        full_name: "append",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[14],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Asking,
        name: "asking",
        full_name: "asking",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::FAST.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[15],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Auth,
        name: "auth",
        full_name: "auth",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_AUTH.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[16],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bgrewriteaof,
        name: "bgrewriteaof",
        full_name: "bgrewriteaof",
        arity: 1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[17],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bgsave,
        name: "bgsave",
        full_name: "bgsave",
        arity: -1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[18],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bitcount,
        name: "bitcount",
        full_name: "bitcount",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::BITMAP.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[19],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bitfield,
        name: "bitfield",
        full_name: "bitfield",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::BITMAP.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Bitfield),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "Only reads the key if all operations are GET.",
            },
        ],
        docs: &DOCS[20],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::BitfieldRo,
        name: "bitfield_ro",
        full_name: "bitfield_ro",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::BITMAP.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[21],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bitop,
        name: "bitop",
        full_name: "bitop",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::BITMAP.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 2, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(3),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[22],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bitpos,
        name: "bitpos",
        full_name: "bitpos",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::BITMAP.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[23],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Blmove,
        name: "blmove",
        full_name: "blmove",
        arity: 6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::LIST.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[24],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Blmpop,
        name: "blmpop",
        full_name: "blmpop",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::LIST.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[25],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Blpop,
        name: "blpop",
        full_name: "blpop",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::LIST.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -2, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[26],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Brpop,
        name: "brpop",
        full_name: "brpop",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::LIST.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -2, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[27],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Brpoplpush,
        name: "brpoplpush",
        full_name: "brpoplpush",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::LIST.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[28],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bzmpop,
        name: "bzmpop",
        full_name: "bzmpop",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[29],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bzpopmax,
        name: "bzpopmax",
        full_name: "bzpopmax",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -2, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[30],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Bzpopmin,
        name: "bzpopmin",
        full_name: "bzpopmin",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -2, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[31],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Client,
        name: "client",
        full_name: "client",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ClientCaching,
            CommandId::ClientCapa,
            CommandId::ClientGetname,
            CommandId::ClientGetredir,
            CommandId::ClientHelp,
            CommandId::ClientId,
            CommandId::ClientImportSource,
            CommandId::ClientInfo,
            CommandId::ClientKill,
            CommandId::ClientList,
            CommandId::ClientNoEvict,
            CommandId::ClientNoTouch,
            CommandId::ClientPause,
            CommandId::ClientReply,
            CommandId::ClientSetinfo,
            CommandId::ClientSetname,
            CommandId::ClientTracking,
            CommandId::ClientTrackinginfo,
            CommandId::ClientUnblock,
            CommandId::ClientUnpause,
        ],
        docs: &DOCS[32],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientCaching,
        name: "caching",
        full_name: "client|caching",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[33],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientCapa,
        name: "capa",
        full_name: "client|capa",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[34],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientGetname,
        name: "getname",
        full_name: "client|getname",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[35],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientGetredir,
        name: "getredir",
        full_name: "client|getredir",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[36],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientHelp,
        name: "help",
        full_name: "client|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[37],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientId,
        name: "id",
        full_name: "client|id",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[38],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientImportSource,
        name: "import-source",
        full_name: "client|import-source",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[39],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientInfo,
        name: "info",
        full_name: "client|info",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        tips: &["nondeterministic_output"],
        docs: &DOCS[40],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientKill,
        name: "kill",
        full_name: "client|kill",
        arity: -3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[41],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientList,
        name: "list",
        full_name: "client|list",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        tips: &["nondeterministic_output"],
        docs: &DOCS[42],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientNoEvict,
        name: "no-evict",
        full_name: "client|no-evict",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[43],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientNoTouch,
        name: "no-touch",
        full_name: "client|no-touch",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[44],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientPause,
        name: "pause",
        full_name: "client|pause",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[45],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientReply,
        name: "reply",
        full_name: "client|reply",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::NO_MULTI.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[46],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientSetinfo,
        name: "setinfo",
        full_name: "client|setinfo",
        arity: 4,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[47],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientSetname,
        name: "setname",
        full_name: "client|setname",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[48],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientTracking,
        name: "tracking",
        full_name: "client|tracking",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[49],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientTrackinginfo,
        name: "trackinginfo",
        full_name: "client|trackinginfo",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[50],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientUnblock,
        name: "unblock",
        full_name: "client|unblock",
        arity: -3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[51],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClientUnpause,
        name: "unpause",
        full_name: "client|unpause",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Client),
        docs: &DOCS[52],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Cluster,
        name: "cluster",
        full_name: "cluster",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ClusterAddslots,
            CommandId::ClusterAddslotsrange,
            CommandId::ClusterBumpepoch,
            CommandId::ClusterCancelslotmigrations,
            CommandId::ClusterCountFailureReports,
            CommandId::ClusterCountkeysinslot,
            CommandId::ClusterDelslots,
            CommandId::ClusterDelslotsrange,
            CommandId::ClusterFailover,
            CommandId::ClusterFlushslot,
            CommandId::ClusterFlushslots,
            CommandId::ClusterForget,
            CommandId::ClusterGetkeysinslot,
            CommandId::ClusterGetslotmigrations,
            CommandId::ClusterHelp,
            CommandId::ClusterInfo,
            CommandId::ClusterKeyslot,
            CommandId::ClusterLinks,
            CommandId::ClusterMeet,
            CommandId::ClusterMigrateslots,
            CommandId::ClusterMyid,
            CommandId::ClusterMyshardid,
            CommandId::ClusterNodes,
            CommandId::ClusterReplicas,
            CommandId::ClusterReplicate,
            CommandId::ClusterReset,
            CommandId::ClusterSaveconfig,
            CommandId::ClusterSetConfigEpoch,
            CommandId::ClusterSetslot,
            CommandId::ClusterShards,
            CommandId::ClusterSlaves,
            CommandId::ClusterSlotStats,
            CommandId::ClusterSlots,
            CommandId::ClusterSyncslots,
        ],
        docs: &DOCS[53],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Clusterscan,
        name: "clusterscan",
        full_name: "clusterscan",
        arity: -2,
        reach: Reach::EverySlotEachCore,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::NOT_KEY.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output", "request_policy:special", "response_policy:special"],
        docs: &DOCS[54],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterAddslots,
        name: "addslots",
        full_name: "cluster|addslots",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[55],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterAddslotsrange,
        name: "addslotsrange",
        full_name: "cluster|addslotsrange",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[56],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterBumpepoch,
        name: "bumpepoch",
        full_name: "cluster|bumpepoch",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[57],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterCancelslotmigrations,
        name: "cancelslotmigrations",
        full_name: "cluster|cancelslotmigrations",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[58],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterCountFailureReports,
        name: "count-failure-reports",
        full_name: "cluster|count-failure-reports",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[59],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterCountkeysinslot,
        name: "countkeysinslot",
        full_name: "cluster|countkeysinslot",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[60],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterDelslots,
        name: "delslots",
        full_name: "cluster|delslots",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[61],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterDelslotsrange,
        name: "delslotsrange",
        full_name: "cluster|delslotsrange",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[62],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterFailover,
        name: "failover",
        full_name: "cluster|failover",
        arity: -2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[63],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterFlushslot,
        name: "flushslot",
        full_name: "cluster|flushslot",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::ADMIN.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[64],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterFlushslots,
        name: "flushslots",
        full_name: "cluster|flushslots",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[65],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterForget,
        name: "forget",
        full_name: "cluster|forget",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[66],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterGetkeysinslot,
        name: "getkeysinslot",
        full_name: "cluster|getkeysinslot",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[67],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterGetslotmigrations,
        name: "getslotmigrations",
        full_name: "cluster|getslotmigrations",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[68],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterHelp,
        name: "help",
        full_name: "cluster|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[69],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterInfo,
        name: "info",
        full_name: "cluster|info",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[70],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterKeyslot,
        name: "keyslot",
        full_name: "cluster|keyslot",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[71],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterLinks,
        name: "links",
        full_name: "cluster|links",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[72],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterMeet,
        name: "meet",
        full_name: "cluster|meet",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[73],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterMigrateslots,
        name: "migrateslots",
        full_name: "cluster|migrateslots",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[74],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterMyid,
        name: "myid",
        full_name: "cluster|myid",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[75],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterMyshardid,
        name: "myshardid",
        full_name: "cluster|myshardid",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[76],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterNodes,
        name: "nodes",
        full_name: "cluster|nodes",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[77],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterReplicas,
        name: "replicas",
        full_name: "cluster|replicas",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[78],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterReplicate,
        name: "replicate",
        full_name: "cluster|replicate",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[79],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterReset,
        name: "reset",
        full_name: "cluster|reset",
        arity: -2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[80],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSaveconfig,
        name: "saveconfig",
        full_name: "cluster|saveconfig",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[81],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSetConfigEpoch,
        name: "set-config-epoch",
        full_name: "cluster|set-config-epoch",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[82],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSetslot,
        name: "setslot",
        full_name: "cluster|setslot",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[83],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterShards,
        name: "shards",
        full_name: "cluster|shards",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[84],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSlaves,
        name: "slaves",
        full_name: "cluster|slaves",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[85],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSlotStats,
        name: "slot-stats",
        full_name: "cluster|slot-stats",
        arity: -4,
        reach: Reach::EverySlotEachCore,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output", "request_policy:all_shards"],
        docs: &DOCS[86],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSlots,
        name: "slots",
        full_name: "cluster|slots",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        tips: &["nondeterministic_output"],
        docs: &DOCS[87],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ClusterSyncslots,
        name: "syncslots",
        full_name: "cluster|syncslots",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::STALE.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Cluster),
        docs: &DOCS[88],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Command,
        name: "command",
        full_name: "command",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        subcommands: &[
            CommandId::CommandCount,
            CommandId::CommandDocs,
            CommandId::CommandGetkeys,
            CommandId::CommandGetkeysandflags,
            CommandId::CommandHelp,
            CommandId::CommandInfo,
            CommandId::CommandList,
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[89],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Commandlog,
        name: "commandlog",
        full_name: "commandlog",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::CommandlogGet,
            CommandId::CommandlogHelp,
            CommandId::CommandlogLen,
            CommandId::CommandlogReset,
        ],
        docs: &DOCS[90],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandlogGet,
        name: "get",
        full_name: "commandlog|get",
        arity: 4,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Commandlog),
        tips: &["request_policy:all_nodes", "nondeterministic_output"],
        docs: &DOCS[91],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandlogHelp,
        name: "help",
        full_name: "commandlog|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Commandlog),
        docs: &DOCS[92],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandlogLen,
        name: "len",
        full_name: "commandlog|len",
        arity: 3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Commandlog),
        tips: &["request_policy:all_nodes", "response_policy:agg_sum", "nondeterministic_output"],
        docs: &DOCS[93],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandlogReset,
        name: "reset",
        full_name: "commandlog|reset",
        arity: 3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Commandlog),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[94],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandCount,
        name: "count",
        full_name: "command|count",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        docs: &DOCS[95],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandDocs,
        name: "docs",
        full_name: "command|docs",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[96],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandGetkeys,
        name: "getkeys",
        full_name: "command|getkeys",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        docs: &DOCS[97],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandGetkeysandflags,
        name: "getkeysandflags",
        full_name: "command|getkeysandflags",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        docs: &DOCS[98],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandHelp,
        name: "help",
        full_name: "command|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        docs: &DOCS[99],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandInfo,
        name: "info",
        full_name: "command|info",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[100],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::CommandList,
        name: "list",
        full_name: "command|list",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Command),
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[101],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Config,
        name: "config",
        full_name: "config",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ConfigGet,
            CommandId::ConfigHelp,
            CommandId::ConfigResetstat,
            CommandId::ConfigRewrite,
            CommandId::ConfigSet,
        ],
        docs: &DOCS[102],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ConfigGet,
        name: "get",
        full_name: "config|get",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Config),
        docs: &DOCS[103],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ConfigHelp,
        name: "help",
        full_name: "config|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Config),
        docs: &DOCS[104],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ConfigResetstat,
        name: "resetstat",
        full_name: "config|resetstat",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Config),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[105],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ConfigRewrite,
        name: "rewrite",
        full_name: "config|rewrite",
        arity: 2,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Config),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[106],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ConfigSet,
        name: "set",
        full_name: "config|set",
        arity: -4,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Config),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[107],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Copy,
        name: "copy",
        full_name: "copy",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[108],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Dbsize,
        name: "dbsize",
        full_name: "dbsize",
        arity: 1,
        reach: Reach::Sessions,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        tips: &["request_policy:all_shards", "response_policy:agg_sum"],
        docs: &DOCS[109],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Debug,
        name: "debug",
        full_name: "debug",
        arity: -2,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[110],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Decr,
        name: "decr",
        full_name: "decr",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[111],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Decrby,
        name: "decrby",
        full_name: "decrby",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[112],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Del,
        name: "del",
        full_name: "del",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RM.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:agg_sum"],
        docs: &DOCS[113],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Delifeq,
        name: "delifeq",
        full_name: "delifeq",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RM.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[114],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Discard,
        name: "discard",
        full_name: "discard",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::TRANSACTION.0 | AclCategories::FAST.0),
        docs: &DOCS[115],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Dump,
        name: "dump",
        full_name: "dump",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[116],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Echo,
        name: "echo",
        full_name: "echo",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[117],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Eval,
        name: "eval",
        full_name: "eval",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MAY_REPLICATE.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "A script may do anything to its keys.",
            },
        ],
        docs: &DOCS[118],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::EvalRo,
        name: "eval_ro",
        full_name: "eval_ro",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0
            | Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "A script may read its keys in any way.",
            },
        ],
        docs: &DOCS[119],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Evalsha,
        name: "evalsha",
        full_name: "evalsha",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MAY_REPLICATE.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[120],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::EvalshaRo,
        name: "evalsha_ro",
        full_name: "evalsha_ro",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0
            | Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[121],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Exec,
        name: "exec",
        full_name: "exec",
        arity: 1,
        reach: Reach::Slots,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::SKIP_COMMANDLOG.0),
        acl: AclCategories(AclCategories::TRANSACTION.0 | AclCategories::SLOW.0),
        docs: &DOCS[122],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Exists,
        name: "exists",
        full_name: "exists",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:agg_sum"],
        docs: &DOCS[123],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Expire,
        name: "expire",
        full_name: "expire",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[124],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Expireat,
        name: "expireat",
        full_name: "expireat",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[125],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Expiretime,
        name: "expiretime",
        full_name: "expiretime",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[126],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Failover,
        name: "failover",
        full_name: "failover",
        arity: -1,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[127],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Fcall,
        name: "fcall",
        full_name: "fcall",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MAY_REPLICATE.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "A function may do anything to its keys.",
            },
        ],
        docs: &DOCS[128],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FcallRo,
        name: "fcall_ro",
        full_name: "fcall_ro",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0
            | Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::SKIP_MONITOR.0
            | Flags::NO_MANDATORY_KEYS.0
            | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "A function may read its keys in any way.",
            },
        ],
        docs: &DOCS[129],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Flushall,
        name: "flushall",
        full_name: "flushall",
        arity: -1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[130],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Flushdb,
        name: "flushdb",
        full_name: "flushdb",
        arity: -1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[131],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Function,
        name: "function",
        full_name: "function",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::FunctionDelete,
            CommandId::FunctionDump,
            CommandId::FunctionFlush,
            CommandId::FunctionHelp,
            CommandId::FunctionKill,
            CommandId::FunctionList,
            CommandId::FunctionLoad,
            CommandId::FunctionRestore,
            CommandId::FunctionStats,
        ],
        docs: &DOCS[132],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionDelete,
        name: "delete",
        full_name: "function|delete",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::WRITE.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[133],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionDump,
        name: "dump",
        full_name: "function|dump",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        docs: &DOCS[134],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionFlush,
        name: "flush",
        full_name: "function|flush",
        arity: -2,
        reach: Reach::Control,
        flags: Flags(Flags::WRITE.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[135],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionHelp,
        name: "help",
        full_name: "function|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        docs: &DOCS[136],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionKill,
        name: "kill",
        full_name: "function|kill",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["request_policy:all_shards", "response_policy:one_succeeded"],
        docs: &DOCS[137],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionList,
        name: "list",
        full_name: "function|list",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[138],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionLoad,
        name: "load",
        full_name: "function|load",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[139],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionRestore,
        name: "restore",
        full_name: "function|restore",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[140],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::FunctionStats,
        name: "stats",
        full_name: "function|stats",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Function),
        tips: &["nondeterministic_output", "request_policy:all_shards", "response_policy:special"],
        docs: &DOCS[141],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geoadd,
        name: "geoadd",
        full_name: "geoadd",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[142],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geodist,
        name: "geodist",
        full_name: "geodist",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[143],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geohash,
        name: "geohash",
        full_name: "geohash",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[144],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geopos,
        name: "geopos",
        full_name: "geopos",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[145],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Georadius,
        name: "georadius",
        full_name: "georadius",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Georadius),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Keyword { keyword: "STORE", from: 6 },
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Keyword { keyword: "STOREDIST", from: 6 },
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "",
            },
        ],
        docs: &DOCS[146],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::GeoradiusRo,
        name: "georadius_ro",
        full_name: "georadius_ro",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[147],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Georadiusbymember,
        name: "georadiusbymember",
        full_name: "georadiusbymember",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Georadius),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Keyword { keyword: "STORE", from: 5 },
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Keyword { keyword: "STOREDIST", from: 5 },
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "",
            },
        ],
        docs: &DOCS[148],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::GeoradiusbymemberRo,
        name: "georadiusbymember_ro",
        full_name: "georadiusbymember_ro",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[149],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geosearch,
        name: "geosearch",
        full_name: "geosearch",
        arity: -7,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[150],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Geosearchstore,
        name: "geosearchstore",
        full_name: "geosearchstore",
        arity: -8,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::GEO.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[151],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Get,
        name: "get",
        full_name: "get",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[152],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Getbit,
        name: "getbit",
        full_name: "getbit",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::BITMAP.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[153],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Getdel,
        name: "getdel",
        full_name: "getdel",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[154],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Getex,
        name: "getex",
        full_name: "getex",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "Counts as an update since the expiration may change.",
            },
        ],
        docs: &DOCS[155],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Getrange,
        name: "getrange",
        full_name: "getrange",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[156],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Getset,
        name: "getset",
        full_name: "getset",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[157],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hdel,
        name: "hdel",
        full_name: "hdel",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[158],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hello,
        name: "hello",
        full_name: "hello",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_AUTH.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[159],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hexists,
        name: "hexists",
        full_name: "hexists",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[160],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hexpire,
        name: "hexpire",
        full_name: "hexpire",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[161],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hexpireat,
        name: "hexpireat",
        full_name: "hexpireat",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[162],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hexpiretime,
        name: "hexpiretime",
        full_name: "hexpiretime",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[163],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hget,
        name: "hget",
        full_name: "hget",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[164],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hgetall,
        name: "hgetall",
        full_name: "hgetall",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[165],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hgetdel,
        name: "hgetdel",
        full_name: "hgetdel",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[166],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hgetex,
        name: "hgetex",
        full_name: "hgetex",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[167],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hincrby,
        name: "hincrby",
        full_name: "hincrby",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[168],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hincrbyfloat,
        name: "hincrbyfloat",
        full_name: "hincrbyfloat",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[169],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hkeys,
        name: "hkeys",
        full_name: "hkeys",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[170],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hlen,
        name: "hlen",
        full_name: "hlen",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[171],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hmget,
        name: "hmget",
        full_name: "hmget",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[172],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hmset,
        name: "hmset",
        full_name: "hmset",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[173],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hpersist,
        name: "hpersist",
        full_name: "hpersist",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[174],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hpexpire,
        name: "hpexpire",
        full_name: "hpexpire",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[175],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hpexpireat,
        name: "hpexpireat",
        full_name: "hpexpireat",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[176],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hpexpiretime,
        name: "hpexpiretime",
        full_name: "hpexpiretime",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[177],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hpttl,
        name: "hpttl",
        full_name: "hpttl",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[178],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hrandfield,
        name: "hrandfield",
        full_name: "hrandfield",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[179],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hscan,
        name: "hscan",
        full_name: "hscan",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[180],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hset,
        name: "hset",
        full_name: "hset",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[181],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hsetex,
        name: "hsetex",
        full_name: "hsetex",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[182],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hsetnx,
        name: "hsetnx",
        full_name: "hsetnx",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[183],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hstrlen,
        name: "hstrlen",
        full_name: "hstrlen",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[184],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Httl,
        name: "httl",
        full_name: "httl",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[185],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Hvals,
        name: "hvals",
        full_name: "hvals",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::HASH.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[186],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Incr,
        name: "incr",
        full_name: "incr",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[187],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Incrby,
        name: "incrby",
        full_name: "incrby",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[188],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Incrbyfloat,
        name: "incrbyfloat",
        full_name: "incrbyfloat",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[189],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Info,
        name: "info",
        full_name: "info",
        arity: -1,
        reach: Reach::Sessions,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::DANGEROUS.0 | AclCategories::SLOW.0),
        tips: &["nondeterministic_output", "request_policy:all_shards", "response_policy:special"],
        docs: &DOCS[190],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Keys,
        name: "keys",
        full_name: "keys",
        arity: 2,
        reach: Reach::EverySlotEachCore,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "nondeterministic_output_order"],
        docs: &DOCS[191],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lastsave,
        name: "lastsave",
        full_name: "lastsave",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::FAST.0),
        tips: &["nondeterministic_output"],
        docs: &DOCS[192],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Latency,
        name: "latency",
        full_name: "latency",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::LatencyDoctor,
            CommandId::LatencyGraph,
            CommandId::LatencyHelp,
            CommandId::LatencyHistogram,
            CommandId::LatencyHistory,
            CommandId::LatencyLatest,
            CommandId::LatencyReset,
        ],
        docs: &DOCS[193],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyDoctor,
        name: "doctor",
        full_name: "latency|doctor",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["nondeterministic_output", "request_policy:all_nodes", "response_policy:special"],
        docs: &DOCS[194],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyGraph,
        name: "graph",
        full_name: "latency|graph",
        arity: 3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["nondeterministic_output", "request_policy:all_nodes", "response_policy:special"],
        docs: &DOCS[195],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyHelp,
        name: "help",
        full_name: "latency|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        docs: &DOCS[196],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyHistogram,
        name: "histogram",
        full_name: "latency|histogram",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["nondeterministic_output", "request_policy:all_nodes", "response_policy:special"],
        docs: &DOCS[197],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyHistory,
        name: "history",
        full_name: "latency|history",
        arity: 3,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["nondeterministic_output", "request_policy:all_nodes", "response_policy:special"],
        docs: &DOCS[198],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyLatest,
        name: "latest",
        full_name: "latency|latest",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["nondeterministic_output", "request_policy:all_nodes", "response_policy:special"],
        docs: &DOCS[199],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::LatencyReset,
        name: "reset",
        full_name: "latency|reset",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Latency),
        tips: &["request_policy:all_nodes", "response_policy:agg_sum"],
        docs: &DOCS[200],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lcs,
        name: "lcs",
        full_name: "lcs",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[201],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lindex,
        name: "lindex",
        full_name: "lindex",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[202],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Linsert,
        name: "linsert",
        full_name: "linsert",
        arity: 5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[203],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Llen,
        name: "llen",
        full_name: "llen",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[204],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lmove,
        name: "lmove",
        full_name: "lmove",
        arity: 5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[205],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lmpop,
        name: "lmpop",
        full_name: "lmpop",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[206],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lolwut,
        name: "lolwut",
        full_name: "lolwut",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::READ.0 | AclCategories::FAST.0),
        docs: &DOCS[207],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lpop,
        name: "lpop",
        full_name: "lpop",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[208],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lpos,
        name: "lpos",
        full_name: "lpos",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[209],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lpush,
        name: "lpush",
        full_name: "lpush",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[210],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lpushx,
        name: "lpushx",
        full_name: "lpushx",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[211],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lrange,
        name: "lrange",
        full_name: "lrange",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[212],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lrem,
        name: "lrem",
        full_name: "lrem",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[213],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Lset,
        name: "lset",
        full_name: "lset",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[214],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Ltrim,
        name: "ltrim",
        full_name: "ltrim",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[215],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Memory,
        name: "memory",
        full_name: "memory",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::MemoryDoctor,
            CommandId::MemoryHelp,
            CommandId::MemoryMallocStats,
            CommandId::MemoryPurge,
            CommandId::MemoryStats,
            CommandId::MemoryUsage,
        ],
        docs: &DOCS[216],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryDoctor,
        name: "doctor",
        full_name: "memory|doctor",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Memory),
        tips: &["nondeterministic_output", "request_policy:all_shards", "response_policy:special"],
        docs: &DOCS[217],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryHelp,
        name: "help",
        full_name: "memory|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Memory),
        docs: &DOCS[218],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryMallocStats,
        name: "malloc-stats",
        full_name: "memory|malloc-stats",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::LOADING.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Memory),
        tips: &["nondeterministic_output", "request_policy:all_shards", "response_policy:special"],
        docs: &DOCS[219],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryPurge,
        name: "purge",
        full_name: "memory|purge",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::LOADING.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Memory),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[220],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryStats,
        name: "stats",
        full_name: "memory|stats",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Memory),
        tips: &["nondeterministic_output", "request_policy:all_shards", "response_policy:special"],
        docs: &DOCS[221],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::MemoryUsage,
        name: "usage",
        full_name: "memory|usage",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Memory),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[222],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Mget,
        name: "mget",
        full_name: "mget",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard"],
        docs: &DOCS[223],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Migrate,
        name: "migrate",
        full_name: "migrate",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Migrate),
        range: LegacyRange { first: 3, last: 3, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(3),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Keyword { keyword: "KEYS", from: -2 },
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0
            | KeyFlags::INCOMPLETE.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[224],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Module,
        name: "module",
        full_name: "module",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ModuleHelp,
            CommandId::ModuleList,
            CommandId::ModuleLoad,
            CommandId::ModuleLoadex,
            CommandId::ModuleUnload,
        ],
        docs: &DOCS[225],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ModuleHelp,
        name: "help",
        full_name: "module|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Module),
        docs: &DOCS[226],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ModuleList,
        name: "list",
        full_name: "module|list",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Module),
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[227],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ModuleLoad,
        name: "load",
        full_name: "module|load",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Module),
        docs: &DOCS[228],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ModuleLoadex,
        name: "loadex",
        full_name: "module|loadex",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Module),
        docs: &DOCS[229],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ModuleUnload,
        name: "unload",
        full_name: "module|unload",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Module),
        docs: &DOCS[230],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Monitor,
        name: "monitor",
        full_name: "monitor",
        arity: 1,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[231],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Move,
        name: "move",
        full_name: "move",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[232],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Mset,
        name: "mset",
        full_name: "mset",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 2 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 2, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:all_succeeded"],
        docs: &DOCS[233],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Msetex,
        name: "msetex",
        full_name: "msetex",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 2 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:all_succeeded"],
        docs: &DOCS[234],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Msetnx,
        name: "msetnx",
        full_name: "msetnx",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 2 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 2, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[235],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Multi,
        name: "multi",
        full_name: "multi",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_MULTI.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::TRANSACTION.0 | AclCategories::FAST.0),
        docs: &DOCS[236],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Object,
        name: "object",
        full_name: "object",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ObjectEncoding,
            CommandId::ObjectFreq,
            CommandId::ObjectHelp,
            CommandId::ObjectIdletime,
            CommandId::ObjectRefcount,
        ],
        docs: &DOCS[237],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ObjectEncoding,
        name: "encoding",
        full_name: "object|encoding",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Object),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[238],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ObjectFreq,
        name: "freq",
        full_name: "object|freq",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Object),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[239],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ObjectHelp,
        name: "help",
        full_name: "object|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::KEYSPACE.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Object),
        docs: &DOCS[240],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ObjectIdletime,
        name: "idletime",
        full_name: "object|idletime",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Object),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[241],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ObjectRefcount,
        name: "refcount",
        full_name: "object|refcount",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Object),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[242],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Persist,
        name: "persist",
        full_name: "persist",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[243],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pexpire,
        name: "pexpire",
        full_name: "pexpire",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[244],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pexpireat,
        name: "pexpireat",
        full_name: "pexpireat",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[245],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pexpiretime,
        name: "pexpiretime",
        full_name: "pexpiretime",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[246],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pfadd,
        name: "pfadd",
        full_name: "pfadd",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::HYPERLOGLOG.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[247],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pfcount,
        name: "pfcount",
        full_name: "pfcount",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MAY_REPLICATE.0),
        acl: AclCategories(AclCategories::HYPERLOGLOG.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0),
                notes: "May refresh the cached estimate inside the value.",
            },
        ],
        docs: &DOCS[248],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pfdebug,
        name: "pfdebug",
        full_name: "pfdebug",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::ADMIN.0),
        acl: AclCategories(AclCategories::HYPERLOGLOG.0
            | AclCategories::WRITE.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[249],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pfmerge,
        name: "pfmerge",
        full_name: "pfmerge",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::HYPERLOGLOG.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[250],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pfselftest,
        name: "pfselftest",
        full_name: "pfselftest",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0),
        acl: AclCategories(AclCategories::HYPERLOGLOG.0
            | AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[251],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Ping,
        name: "ping",
        full_name: "ping",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::FAST.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        tips: &["request_policy:all_shards", "response_policy:all_succeeded"],
        docs: &DOCS[252],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Psetex,
        name: "psetex",
        full_name: "psetex",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[253],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Psubscribe,
        name: "psubscribe",
        full_name: "psubscribe",
        arity: -2,
        reach: Reach::Control,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        docs: &DOCS[254],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Psync,
        name: "psync",
        full_name: "psync",
        arity: -3,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::NO_ASYNC_LOADING.0
            | Flags::NO_MULTI.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[255],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pttl,
        name: "pttl",
        full_name: "pttl",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[256],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Publish,
        name: "publish",
        full_name: "publish",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::MAY_REPLICATE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::FAST.0),
        docs: &DOCS[257],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Pubsub,
        name: "pubsub",
        full_name: "pubsub",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::PubsubChannels,
            CommandId::PubsubHelp,
            CommandId::PubsubNumpat,
            CommandId::PubsubNumsub,
            CommandId::PubsubShardchannels,
            CommandId::PubsubShardnumsub,
        ],
        docs: &DOCS[258],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubChannels,
        name: "channels",
        full_name: "pubsub|channels",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::PUBSUB.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[259],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubHelp,
        name: "help",
        full_name: "pubsub|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[260],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubNumpat,
        name: "numpat",
        full_name: "pubsub|numpat",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::PUBSUB.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[261],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubNumsub,
        name: "numsub",
        full_name: "pubsub|numsub",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::PUBSUB.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[262],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubShardchannels,
        name: "shardchannels",
        full_name: "pubsub|shardchannels",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::PUBSUB.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[263],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::PubsubShardnumsub,
        name: "shardnumsub",
        full_name: "pubsub|shardnumsub",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::PUBSUB.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Pubsub),
        docs: &DOCS[264],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Punsubscribe,
        name: "punsubscribe",
        full_name: "punsubscribe",
        arity: -1,
        reach: Reach::Control,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        docs: &DOCS[265],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Quit,
        name: "quit",
        full_name: "quit",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_AUTH.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[266],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Randomkey,
        name: "randomkey",
        full_name: "randomkey",
        arity: 1,
        reach: Reach::EverySlotEachCore,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "response_policy:special", "nondeterministic_output"],
        docs: &DOCS[267],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Readonly,
        name: "readonly",
        full_name: "readonly",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[268],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Readwrite,
        name: "readwrite",
        full_name: "readwrite",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[269],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Rename,
        name: "rename",
        full_name: "rename",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[270],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Renamenx,
        name: "renamenx",
        full_name: "renamenx",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[271],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Replconf,
        name: "replconf",
        full_name: "replconf",
        arity: -1,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[272],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Replicaof,
        name: "replicaof",
        full_name: "replicaof",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[273],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Reset,
        name: "reset",
        full_name: "reset",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_AUTH.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[274],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Restore,
        name: "restore",
        full_name: "restore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[275],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RestoreAsking,
        name: "restore-asking",
        full_name: "restore-asking",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::ASKING.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[276],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Ringkey,
        name: "ringkey",
        full_name: "ringkey",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::RingkeyClientMove,
            CommandId::RingkeyCores,
            CommandId::RingkeyHelp,
            CommandId::RingkeyLoad,
            CommandId::RingkeyMove,
            CommandId::RingkeyMoves,
            CommandId::RingkeySlots,
        ],
        docs: &DOCS[277],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyClientMove,
        name: "client-move",
        full_name: "ringkey|client-move",
        arity: 4,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[278],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyCores,
        name: "cores",
        full_name: "ringkey|cores",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[279],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyHelp,
        name: "help",
        full_name: "ringkey|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[280],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyLoad,
        name: "load",
        full_name: "ringkey|load",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[281],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyMove,
        name: "move",
        full_name: "ringkey|move",
        arity: 4,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::NO_MULTI.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[282],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeyMoves,
        name: "moves",
        full_name: "ringkey|moves",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[283],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::RingkeySlots,
        name: "slots",
        full_name: "ringkey|slots",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(Flags::ADMIN.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Ringkey),
        docs: &DOCS[284],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Role,
        name: "role",
        full_name: "role",
        arity: 1,
        reach: Reach::Sessions,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::FAST.0),
        docs: &DOCS[285],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Rpop,
        name: "rpop",
        full_name: "rpop",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[286],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Rpoplpush,
        name: "rpoplpush",
        full_name: "rpoplpush",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[287],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Rpush,
        name: "rpush",
        full_name: "rpush",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[288],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Rpushx,
        name: "rpushx",
        full_name: "rpushx",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::LIST.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[289],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sadd,
        name: "sadd",
        full_name: "sadd",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[290],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Save,
        name: "save",
        full_name: "save",
        arity: 1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::NO_ASYNC_LOADING.0
            | Flags::NO_MULTI.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[291],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Scan,
        name: "scan",
        full_name: "scan",
        arity: -2,
        reach: Reach::EverySlotEachCore,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        tips: &["nondeterministic_output", "request_policy:special", "response_policy:special"],
        docs: &DOCS[292],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Scard,
        name: "scard",
        full_name: "scard",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[293],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Script,
        name: "script",
        full_name: "script",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::ScriptDebug,
            CommandId::ScriptExists,
            CommandId::ScriptFlush,
            CommandId::ScriptHelp,
            CommandId::ScriptKill,
            CommandId::ScriptLoad,
            CommandId::ScriptShow,
        ],
        docs: &DOCS[294],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptDebug,
        name: "debug",
        full_name: "script|debug",
        arity: -3,
        reach: Reach::Control,
        flags: Flags(Flags::NOSCRIPT.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        docs: &DOCS[295],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptExists,
        name: "exists",
        full_name: "script|exists",
        arity: -3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        tips: &["request_policy:all_shards", "response_policy:agg_logical_and"],
        docs: &DOCS[296],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptFlush,
        name: "flush",
        full_name: "script|flush",
        arity: -2,
        reach: Reach::Control,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[297],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptHelp,
        name: "help",
        full_name: "script|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        docs: &DOCS[298],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptKill,
        name: "kill",
        full_name: "script|kill",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        tips: &["request_policy:all_shards", "response_policy:one_succeeded"],
        docs: &DOCS[299],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptLoad,
        name: "load",
        full_name: "script|load",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[300],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::ScriptShow,
        name: "show",
        full_name: "script|show",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SCRIPTING.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Script),
        docs: &DOCS[301],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sdiff,
        name: "sdiff",
        full_name: "sdiff",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[302],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sdiffstore,
        name: "sdiffstore",
        full_name: "sdiffstore",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[303],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Select,
        name: "select",
        full_name: "select",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0 | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::CONNECTION.0 | AclCategories::FAST.0),
        docs: &DOCS[304],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Set,
        name: "set",
        full_name: "set",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Set),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0
            | KeyFlags::VARIABLE_FLAGS.0),
                notes: "Reads the key only with GET.",
            },
        ],
        docs: &DOCS[305],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Setbit,
        name: "setbit",
        full_name: "setbit",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::BITMAP.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[306],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Setex,
        name: "setex",
        full_name: "setex",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[307],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Setnx,
        name: "setnx",
        full_name: "setnx",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[308],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Setrange,
        name: "setrange",
        full_name: "setrange",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STRING.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[309],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Shutdown,
        name: "shutdown",
        full_name: "shutdown",
        arity: -1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::NO_MULTI.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[310],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sinter,
        name: "sinter",
        full_name: "sinter",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[311],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sintercard,
        name: "sintercard",
        full_name: "sintercard",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[312],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sinterstore,
        name: "sinterstore",
        full_name: "sinterstore",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[313],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sismember,
        name: "sismember",
        full_name: "sismember",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[314],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Slaveof,
        name: "slaveof",
        full_name: "slaveof",
        arity: 3,
        reach: Reach::Control,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::STALE.0
            | Flags::NO_ASYNC_LOADING.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[315],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Slowlog,
        name: "slowlog",
        full_name: "slowlog",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::SlowlogGet,
            CommandId::SlowlogHelp,
            CommandId::SlowlogLen,
            CommandId::SlowlogReset,
        ],
        docs: &DOCS[316],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::SlowlogGet,
        name: "get",
        full_name: "slowlog|get",
        arity: -2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Slowlog),
        tips: &["request_policy:all_nodes", "nondeterministic_output"],
        docs: &DOCS[317],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::SlowlogHelp,
        name: "help",
        full_name: "slowlog|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::SLOW.0),
        parent: Some(CommandId::Slowlog),
        docs: &DOCS[318],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::SlowlogLen,
        name: "len",
        full_name: "slowlog|len",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Slowlog),
        tips: &["request_policy:all_nodes", "response_policy:agg_sum", "nondeterministic_output"],
        docs: &DOCS[319],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::SlowlogReset,
        name: "reset",
        full_name: "slowlog|reset",
        arity: 2,
        reach: Reach::Sessions,
        flags: Flags(Flags::ADMIN.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        parent: Some(CommandId::Slowlog),
        tips: &["request_policy:all_nodes", "response_policy:all_succeeded"],
        docs: &DOCS[320],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Smembers,
        name: "smembers",
        full_name: "smembers",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[321],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Smismember,
        name: "smismember",
        full_name: "smismember",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[322],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Smove,
        name: "smove",
        full_name: "smove",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[323],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sort,
        name: "sort",
        full_name: "sort",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SET.0
            | AclCategories::SORTEDSET.0
            | AclCategories::LIST.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::Sort),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Unknown,
                find: Find::Unknown,
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "Keys that BY and GET reach depend on the sorted elements.",
            },
            KeySpec {
                begin: Begin::Unknown,
                find: Find::Unknown,
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "STORE may stand anywhere among the options.",
            },
        ],
        docs: &DOCS[324],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::SortRo,
        name: "sort_ro",
        full_name: "sort_ro",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SET.0
            | AclCategories::SORTEDSET.0
            | AclCategories::LIST.0
            | AclCategories::DANGEROUS.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Code(KeyCode::SortReadOnly),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Unknown,
                find: Find::Unknown,
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "Keys that BY and GET reach depend on the sorted elements.",
            },
        ],
        docs: &DOCS[325],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Spop,
        name: "spop",
        full_name: "spop",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[326],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Spublish,
        name: "spublish",
        full_name: "spublish",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::MAY_REPLICATE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::FAST.0),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::NOT_KEY.0),
                notes: "",
            },
        ],
        docs: &DOCS[327],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Srandmember,
        name: "srandmember",
        full_name: "srandmember",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[328],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Srem,
        name: "srem",
        full_name: "srem",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[329],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sscan,
        name: "sscan",
        full_name: "sscan",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[330],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Ssubscribe,
        name: "ssubscribe",
        full_name: "ssubscribe",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::NOT_KEY.0),
                notes: "",
            },
        ],
        docs: &DOCS[331],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Strlen,
        name: "strlen",
        full_name: "strlen",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[332],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Subscribe,
        name: "subscribe",
        full_name: "subscribe",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        docs: &DOCS[333],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Substr,
        name: "substr",
        full_name: "substr",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STRING.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[334],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sunion,
        name: "sunion",
        full_name: "sunion",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output_order"],
        docs: &DOCS[335],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sunionstore,
        name: "sunionstore",
        full_name: "sunionstore",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::SET.0 | AclCategories::WRITE.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[336],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sunsubscribe,
        name: "sunsubscribe",
        full_name: "sunsubscribe",
        arity: -1,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::NOT_KEY.0),
                notes: "",
            },
        ],
        docs: &DOCS[337],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Swapdb,
        name: "swapdb",
        full_name: "swapdb",
        arity: 3,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::DANGEROUS.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        docs: &DOCS[338],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Sync,
        name: "sync",
        full_name: "sync",
        arity: 1,
        reach: Reach::EverySlotOneMoment,
        flags: Flags(Flags::ADMIN.0
            | Flags::NOSCRIPT.0
            | Flags::NO_ASYNC_LOADING.0
            | Flags::NO_MULTI.0),
        acl: AclCategories(AclCategories::ADMIN.0
            | AclCategories::DANGEROUS.0
            | AclCategories::SLOW.0),
        docs: &DOCS[339],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Time,
        name: "time",
        full_name: "time",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::FAST.0),
        tips: &["nondeterministic_output"],
        docs: &DOCS[340],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Touch,
        name: "touch",
        full_name: "touch",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:agg_sum"],
        docs: &DOCS[341],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Ttl,
        name: "ttl",
        full_name: "ttl",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[342],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Type,
        name: "type",
        full_name: "type",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[343],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Unlink,
        name: "unlink",
        full_name: "unlink",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::KEYSPACE.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RM.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        tips: &["request_policy:multi_shard", "response_policy:agg_sum"],
        docs: &DOCS[344],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Unsubscribe,
        name: "unsubscribe",
        full_name: "unsubscribe",
        arity: -1,
        reach: Reach::Slots,
        flags: Flags(Flags::PUBSUB.0 | Flags::NOSCRIPT.0 | Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::PUBSUB.0 | AclCategories::SLOW.0),
        docs: &DOCS[345],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Unwatch,
        name: "unwatch",
        full_name: "unwatch",
        arity: 1,
        reach: Reach::Session,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::TRANSACTION.0 | AclCategories::FAST.0),
        docs: &DOCS[346],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Wait,
        name: "wait",
        full_name: "wait",
        arity: 3,
        reach: Reach::Session,
        flags: Flags(Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "response_policy:agg_min"],
        docs: &DOCS[347],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Waitaof,
        name: "waitaof",
        full_name: "waitaof",
        arity: 4,
        reach: Reach::Session,
        flags: Flags(Flags::BLOCKING.0),
        acl: AclCategories(AclCategories::CONNECTION.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        tips: &["request_policy:all_shards", "response_policy:agg_min"],
        docs: &DOCS[348],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Watch,
        name: "watch",
        full_name: "watch",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::NOSCRIPT.0
            | Flags::LOADING.0
            | Flags::STALE.0
            | Flags::FAST.0
            | Flags::NO_MULTI.0
            | Flags::ALLOW_BUSY.0),
        acl: AclCategories(AclCategories::TRANSACTION.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::Range,
        range: LegacyRange { first: 1, last: -1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: -1, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[349],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xack,
        name: "xack",
        full_name: "xack",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[350],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xadd,
        name: "xadd",
        full_name: "xadd",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "Counts as an update since it may trim.",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[351],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xautoclaim,
        name: "xautoclaim",
        full_name: "xautoclaim",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[352],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xclaim,
        name: "xclaim",
        full_name: "xclaim",
        arity: -6,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[353],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xdel,
        name: "xdel",
        full_name: "xdel",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[354],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xgroup,
        name: "xgroup",
        full_name: "xgroup",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::XgroupCreate,
            CommandId::XgroupCreateconsumer,
            CommandId::XgroupDelconsumer,
            CommandId::XgroupDestroy,
            CommandId::XgroupHelp,
            CommandId::XgroupSetid,
        ],
        docs: &DOCS[355],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupCreate,
        name: "create",
        full_name: "xgroup|create",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xgroup),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[356],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupCreateconsumer,
        name: "createconsumer",
        full_name: "xgroup|createconsumer",
        arity: 5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xgroup),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::INSERT.0),
                notes: "",
            },
        ],
        docs: &DOCS[357],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupDelconsumer,
        name: "delconsumer",
        full_name: "xgroup|delconsumer",
        arity: 5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xgroup),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[358],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupDestroy,
        name: "destroy",
        full_name: "xgroup|destroy",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xgroup),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[359],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupHelp,
        name: "help",
        full_name: "xgroup|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Xgroup),
        docs: &DOCS[360],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XgroupSetid,
        name: "setid",
        full_name: "xgroup|setid",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xgroup),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[361],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xinfo,
        name: "xinfo",
        full_name: "xinfo",
        arity: -2,
        reach: Reach::Session,
        flags: Flags(0),
        acl: AclCategories(AclCategories::SLOW.0),
        subcommands: &[
            CommandId::XinfoConsumers,
            CommandId::XinfoGroups,
            CommandId::XinfoHelp,
            CommandId::XinfoStream,
        ],
        docs: &DOCS[362],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XinfoConsumers,
        name: "consumers",
        full_name: "xinfo|consumers",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xinfo),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[363],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XinfoGroups,
        name: "groups",
        full_name: "xinfo|groups",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xinfo),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[364],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XinfoHelp,
        name: "help",
        full_name: "xinfo|help",
        arity: 2,
        reach: Reach::Session,
        flags: Flags(Flags::LOADING.0 | Flags::STALE.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::SLOW.0),
        parent: Some(CommandId::Xinfo),
        docs: &DOCS[365],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::XinfoStream,
        name: "stream",
        full_name: "xinfo|stream",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(2),
        range: LegacyRange { first: 2, last: 2, step: 1 },
        parent: Some(CommandId::Xinfo),
        key_specs: &[
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[366],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xlen,
        name: "xlen",
        full_name: "xlen",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[367],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xpending,
        name: "xpending",
        full_name: "xpending",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[368],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xrange,
        name: "xrange",
        full_name: "xrange",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[369],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xread,
        name: "xread",
        full_name: "xread",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::BLOCKING.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::READ.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Keyword { keyword: "STREAMS", from: 1 },
                find: Find::Range { last: -1, step: 1, limit: 2 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[370],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xreadgroup,
        name: "xreadgroup",
        full_name: "xreadgroup",
        arity: -7,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::BLOCKING.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::BLOCKING.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Keyword { keyword: "STREAMS", from: 4 },
                find: Find::Range { last: -1, step: 1, limit: 2 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[371],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xrevrange,
        name: "xrevrange",
        full_name: "xrevrange",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::STREAM.0 | AclCategories::READ.0 | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[372],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xsetid,
        name: "xsetid",
        full_name: "xsetid",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[373],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Xtrim,
        name: "xtrim",
        full_name: "xtrim",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::STREAM.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[374],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zadd,
        name: "zadd",
        full_name: "zadd",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[375],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zcard,
        name: "zcard",
        full_name: "zcard",
        arity: 2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0),
                notes: "",
            },
        ],
        docs: &DOCS[376],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zcount,
        name: "zcount",
        full_name: "zcount",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[377],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zdiff,
        name: "zdiff",
        full_name: "zdiff",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[378],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zdiffstore,
        name: "zdiffstore",
        full_name: "zdiffstore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[379],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zincrby,
        name: "zincrby",
        full_name: "zincrby",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
        ],
        docs: &DOCS[380],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zinter,
        name: "zinter",
        full_name: "zinter",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[381],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zintercard,
        name: "zintercard",
        full_name: "zintercard",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[382],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zinterstore,
        name: "zinterstore",
        full_name: "zinterstore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[383],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zlexcount,
        name: "zlexcount",
        full_name: "zlexcount",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[384],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zmpop,
        name: "zmpop",
        full_name: "zmpop",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[385],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zmscore,
        name: "zmscore",
        full_name: "zmscore",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[386],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zpopmax,
        name: "zpopmax",
        full_name: "zpopmax",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[387],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zpopmin,
        name: "zpopmin",
        full_name: "zpopmin",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::ACCESS.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[388],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrandmember,
        name: "zrandmember",
        full_name: "zrandmember",
        arity: -2,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[389],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrange,
        name: "zrange",
        full_name: "zrange",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[390],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrangebylex,
        name: "zrangebylex",
        full_name: "zrangebylex",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[391],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrangebyscore,
        name: "zrangebyscore",
        full_name: "zrangebyscore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[392],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrangestore,
        name: "zrangestore",
        full_name: "zrangestore",
        arity: -5,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 2, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[393],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrank,
        name: "zrank",
        full_name: "zrank",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[394],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrem,
        name: "zrem",
        full_name: "zrem",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[395],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zremrangebylex,
        name: "zremrangebylex",
        full_name: "zremrangebylex",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[396],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zremrangebyrank,
        name: "zremrangebyrank",
        full_name: "zremrangebyrank",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[397],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zremrangebyscore,
        name: "zremrangebyscore",
        full_name: "zremrangebyscore",
        arity: 4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RW.0
            | KeyFlags::DELETE.0),
                notes: "",
            },
        ],
        docs: &DOCS[398],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrevrange,
        name: "zrevrange",
        full_name: "zrevrange",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[399],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrevrangebylex,
        name: "zrevrangebylex",
        full_name: "zrevrangebylex",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[400],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrevrangebyscore,
        name: "zrevrangebyscore",
        full_name: "zrevrangebyscore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[401],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zrevrank,
        name: "zrevrank",
        full_name: "zrevrank",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[402],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zscan,
        name: "zscan",
        full_name: "zscan",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        tips: &["nondeterministic_output"],
        docs: &DOCS[403],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zscore,
        name: "zscore",
        full_name: "zscore",
        arity: 3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::FAST.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::FAST.0),
        key_plan: KeyPlan::One(1),
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[404],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zunion,
        name: "zunion",
        full_name: "zunion",
        arity: -3,
        reach: Reach::Slots,
        flags: Flags(Flags::READONLY.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::READ.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[405],
        ..Spec::EMPTY
    },
    Spec {
        id: CommandId::Zunionstore,
        name: "zunionstore",
        full_name: "zunionstore",
        arity: -4,
        reach: Reach::Slots,
        flags: Flags(Flags::WRITE.0 | Flags::DENYOOM.0 | Flags::MOVABLEKEYS.0),
        acl: AclCategories(AclCategories::SORTEDSET.0
            | AclCategories::WRITE.0
            | AclCategories::SLOW.0),
        key_plan: KeyPlan::Specs,
        range: LegacyRange { first: 1, last: 1, step: 1 },
        key_specs: &[
            KeySpec {
                begin: Begin::Index(1),
                find: Find::Range { last: 0, step: 1, limit: 0 },
                flags: KeyFlags(KeyFlags::OW.0
            | KeyFlags::UPDATE.0),
                notes: "",
            },
            KeySpec {
                begin: Begin::Index(2),
                find: Find::KeyNum { count_at: 0, first: 1, step: 1 },
                flags: KeyFlags(KeyFlags::RO.0
            | KeyFlags::ACCESS.0),
                notes: "",
            },
        ],
        docs: &DOCS[406],
        ..Spec::EMPTY
    },
];
