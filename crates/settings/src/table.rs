//! The one table of parameters: every name that the server knows, each defined once.
//!
//! File, command line, CONFIG and the documentation are all made from these rows. Defaults are
//! Valkey 9.1's except where `deviations` gives a reason. Nothing here reads or keeps a value.

use crate::check;
use crate::definition::{Definition, Group, Kind, boolean, int, memory, special, text, word};

const I32: i64 = i32::MAX as i64;
const I64: i64 = i64::MAX;
const U32: i64 = u32::MAX as i64;
const BYTES: u64 = u64::MAX;
const SIGNED_BYTES: u64 = i64::MAX as u64;
const MIB: u64 = 1 << 20;
const PORT: i64 = 65_535;
/// Identifiers of cores have 16 bits; more than this many cores in one process is not planned for.
const CORES: i64 = 1_024;
const BUSY_POLL_US: i64 = 1_000_000;

const LOCAL_WORDS: &[&str] = &["no", "yes", "local"];
const SHUTDOWN_WORDS: &[&str] = &[
    "default", "save", "nosave", "now", "force", "safe", "failover",
];
const POLICIES: &[&str] = &[
    "volatile-lru",
    "volatile-lfu",
    "volatile-random",
    "volatile-ttl",
    "allkeys-lru",
    "allkeys-lfu",
    "allkeys-random",
    "noeviction",
];
const FACILITIES: &[&str] = &[
    "user", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
];

const NO_LOG: &str = "Ringkey does not write an append-only file yet: a restart would lose what \
    it acknowledged";
const NO_SAVE: &str = "Ringkey does not write snapshots yet: use save \"\"";
const NO_GOODBYE: &str = "Ringkey neither saves nor hands over to a replica when it ends: leave \
    save and failover out";
const NO_TLS: &str = "Ringkey does not speak TLS yet: put a TLS proxy in front, or use a private \
    network";
const NO_ACL: &str = "Ringkey has no access control lists yet: only requirepass is enforced";
const NO_REPLICAS: &str = "Ringkey does not replicate yet: its data exists once";
const NO_LIMIT: &str = "Ringkey does not limit the memory of clients yet: only 0 (no limit) would \
    be true";
const NO_RDMA: &str = "No RDMA building support.";
const NO_OVERLAP: &str = "Ringkey keeps the order of a pipeline also between cores: only strict \
    is available yet";

/// Defines `Param`, one variant for each row, and the rows in the same order.
macro_rules! parameters {
    ($( $group:ident { $( $param:ident = $definition:expr; )* } )*) => {
        /// A parameter that the server knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Param { $( $( $param, )* )* }

        impl Param {
            /// Every parameter, in the order of the table.
            pub const ALL: &'static [Self] = &[ $( $( Self::$param, )* )* ];
        }

        static DEFINITIONS: [Definition; Param::ALL.len()] =
            [ $( $( $definition.in_group(Group::$group), )* )* ];
    };
}

impl Param {
    pub fn definition(self) -> &'static Definition {
        &DEFINITIONS[self as usize]
    }

    pub fn name(self) -> &'static str {
        self.definition().name
    }
}

/// More slots than there are could not move in any useful way.
const MOVES: i64 = 100_000;

parameters! {
Cores {
    CoresMin = int("cores-min", 1, CORES, "1").acted_upon()
        .doc("Fewest cores that serve, and as many as serve at the start.");
    CoresMax = int("cores-max", 1, CORES, "1").acted_upon()
        .doc("Most cores that serve; not below cores-min.");
    Balance = word("balance", &["off", "manual", "auto"], "auto").acted_upon()
        .doc("Whether slots change cores: by themselves (auto), by RINGKEY MOVE, or not at all.");
    BalanceMovesPerSecond = int("balance-moves-per-second", 0, MOVES, "1000").acted_upon()
        .doc("Slots that go to another core by themselves, at most.");
    BalanceIntervalMs = int("balance-interval-ms", 10, 10_000, "250").acted_upon()
        .doc("Milliseconds between two looks at how busy cores and slots are.");
    SpreadAbovePercent = int("spread-above-percent", 1, 100, "60").acted_upon()
        .doc("Cores that are busier than this on the average get company, up to cores-max.");
    PackBelowPercent = int("pack-below-percent", 0, 50, "15").acted_upon()
        .doc("Cores that are less busy than this on the average become fewer, down to cores-min.");
    PinCores = boolean("pin-cores", "yes").immutable().acted_upon()
        .doc("Bind each serving thread to a processor of its own.");
    BusyPollUs = int("busy-poll-us", 0, BUSY_POLL_US, "0").acted_upon()
        .doc("Microseconds that an idle core keeps looking for work before it sleeps.");
    ClusterCorePortsBase = int("cluster-core-ports-base", 0, PORT, "0").immutable().acted_upon()
        .doc("First of cores-max ports, one for each core as a node of a cluster; 0: none.");
    PipelineOrder = word("pipeline-order", &["strict", "relaxed"], "strict").acted_upon()
        .refused_when(check::is_relaxed, NO_OVERLAP)
        .doc("Whether parts of one pipeline that go to several cores may overlap.");
    ZeroCopyReplies = word("zero-copy-replies", &["auto", "yes", "no"], "auto").acted_upon()
        .doc("Send large values from where they lie; auto: while the kernel reports a gain.");
}
Network {
    Bind = special("bind", Kind::Addresses, "* -::*").acted_upon()
        .doc("Addresses to listen on; '-' before one: go on if it cannot be had. Empty: none.");
    Port = int("port", 0, PORT, "6379").acted_upon()
        .doc("TCP port to listen on; 0 listens on none.");
    TcpBacklog = int("tcp-backlog", 0, I32, "511").immutable().acted_upon()
        .doc("Connections that the kernel may hold until they are accepted.");
    TcpKeepalive = int("tcp-keepalive", 0, I32, "300").acted_upon()
        .doc("Seconds between TCP probes of a silent peer; 0 sends none.");
    Timeout = int("timeout", 0, I32, "0").acted_upon()
        .doc("Seconds after which an idle client is closed; 0 never.");
    UnixSocket = text("unixsocket", "").immutable().acted_upon()
        .doc("Path of a Unix socket to listen on as well; empty for none.");
    UnixSocketGroup = text("unixsocketgroup", "").immutable().acted_upon()
        .doc("Group that the Unix socket is given to.");
    UnixSocketPerm = special("unixsocketperm", Kind::Octal { min: 0, max: 0o777 }, "0")
        .immutable().acted_upon()
        .doc("Permission bits of the Unix socket in octal; 0 leaves them to the umask.");
    MaxClients = int("maxclients", 1, U32, "10000").acted_upon()
        .doc("Connections served at once; further ones get an error and are closed.");
    Databases = int("databases", 1, I32, "16").immutable().acted_upon()
        .doc("How many numbered databases there are.");
    ProtoMaxBulkLen = memory("proto-max-bulk-len", MIB, SIGNED_BYTES, "536870912").acted_upon()
        .doc("Longest single argument or value.");
    ClientQueryBufferLimit =
        memory("client-query-buffer-limit", MIB, SIGNED_BYTES, "1073741824").acted_upon()
        .doc("Unprocessed bytes of one client beyond which it is closed.");
    ClientOutputBufferLimit = special("client-output-buffer-limit", Kind::OutputLimits,
        "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60").acted_upon()
        .doc("Per class: unsent bytes that close a client at once, and after so many seconds.");
    BindSourceAddr = text("bind-source-addr", "")
        .doc("Local address of connections that the server opens itself.");
    SocketMarkId = int("socket-mark-id", 0, U32, "0").immutable()
        .doc("Mark that the kernel's routing and packet filters see on sockets.");
    Mptcp = boolean("mptcp", "no").immutable().acted_upon()
        .doc("Listen with Multipath TCP; with plain TCP where the kernel has none.");
    MaxNewConnectionsPerCycle = int("max-new-connections-per-cycle", 1, 1000, "10")
        .doc("Connections accepted at a stretch (io_uring accepts by itself).");
    IoThreads = int("io-threads", 1, 256, "1")
        .doc("Valkey's helper threads; cores-min and cores-max take their place here.");
    IoThreadsAlwaysActive = boolean("io-threads-always-active", "no").hidden()
        .doc("Valkey's helper threads even without load.");
    PrefetchBatchMaxSize = int("prefetch-batch-max-size", 0, 128, "16").acted_upon()
        .doc("0 and 1: memory is not asked for ahead; otherwise for some 64 requests at a time.");
    MinIoThreadsAvoidCopyReply = int("min-io-threads-avoid-copy-reply", 0, I32, "7").hidden()
        .doc("Helper threads from which Valkey sends values without copying.");
    MinStringSizeAvoidCopyReply =
        int("min-string-size-avoid-copy-reply", 0, I32, "16384").hidden()
        .doc("Length from which Valkey sends values without copying.");
    MinStringSizeAvoidCopyReplyThreaded =
        int("min-string-size-avoid-copy-reply-threaded", 0, I32, "65536").hidden()
        .doc("The same length with helper threads.");
    ExtendedRedisCompatibility = boolean("extended-redis-compatibility", "no").acted_upon()
        .doc("Present itself as Redis in HELLO, INFO and LOLWUT.");
    Hz = int("hz", 0, I32, "10").adjust(check::bound_hz)
        .doc("How often per second background work runs, 1 to 500; Ringkey paces itself.");
    AvailabilityZone = text("availability-zone", "").acted_upon()
        .doc("Where the server stands, told to clients in HELLO and INFO.");
}
Process {
    Daemonize = boolean("daemonize", "no").immutable().acted_upon()
        .doc("Go on in the background after the start.");
    Supervised = word("supervised", &["upstart", "systemd", "auto", "no"], "no").immutable()
        .acted_upon()
        .doc("Tell a service manager about the start.");
    PidFile = text("pidfile", "").immutable().acted_upon()
        .doc("File that holds the process id while the server runs.");
    LogLevel = word("loglevel", &["debug", "verbose", "notice", "warning", "nothing"], "notice")
        .acted_upon()
        .doc("Least important messages that are logged.");
    LogFile = text("logfile", "").immutable().acted_upon()
        .doc("File that the log is appended to; empty for standard output.");
    LogFormat = word("log-format", &["legacy", "logfmt", "json"], "legacy").acted_upon()
        .doc("Shape of a log line.");
    LogTimestampFormat =
        word("log-timestamp-format", &["legacy", "iso8601", "milliseconds"], "legacy")
        .acted_upon()
        .doc("How a log line gives the time.");
    HideUserDataFromLog = boolean("hide-user-data-from-log", "yes")
        .doc("Keep clients' data out of logs and crash reports; Ringkey logs none either way.");
    SyslogEnabled = boolean("syslog-enabled", "no").immutable()
        .doc("Log to the system logger as well.");
    SyslogIdent = text("syslog-ident", "valkey").immutable()
        .doc("Name in the system log.");
    SyslogFacility = word("syslog-facility", FACILITIES, "local0").immutable()
        .doc("Facility in the system log.");
    ShutdownOnSigint = special("shutdown-on-sigint", Kind::Words(SHUTDOWN_WORDS), "default")
        .acted_upon().check(check::shutdown_words).refused_when(check::promises_save, NO_GOODBYE)
        .doc("How to end on SIGINT.");
    ShutdownOnSigterm = special("shutdown-on-sigterm", Kind::Words(SHUTDOWN_WORDS), "default")
        .acted_upon().check(check::shutdown_words).refused_when(check::promises_save, NO_GOODBYE)
        .doc("How to end on SIGTERM.");
    ShutdownTimeout = int("shutdown-timeout", 0, I32, "10")
        .doc("Seconds to wait for replicas before ending.");
    Dir = special("dir", Kind::Directory, ".").protected().acted_upon()
        .doc("Directory the server works in.");
    AlwaysShowLogo = boolean("always-show-logo", "no").immutable()
        .doc("Print Valkey's logo also when not on a terminal.");
    SetProcTitle = boolean("set-proc-title", "yes").immutable()
        .doc("Show addresses and mode in the process list.");
    ProcTitleTemplate = text("proc-title-template", "{title} {listen-addr} {server-mode}")
        .check(check::title_template)
        .doc("What the process list shows.");
    IgnoreWarnings = text("ignore-warnings", "")
        .doc("Names of checks of the system whose warnings do not stop the start.");
    LocaleCollate = text("locale-collate", "")
        .doc("Locale that SORT ALPHA compares with; empty takes the environment's.");
    CrashLogEnabled = boolean("crash-log-enabled", "yes")
        .doc("Write a report on a crash.");
    CrashMemcheckEnabled = boolean("crash-memcheck-enabled", "yes")
        .doc("Test the memory after a crash.");
    UseExitOnPanic = boolean("use-exit-on-panic", "no").hidden()
        .doc("Exit instead of aborting on a failed assertion.");
    ServerCpulist = text("server-cpulist", "").alias("server_cpulist").immutable()
        .doc("Processors for the serving thread; see pin-cores.");
    BioCpulist = text("bio-cpulist", "").alias("bio_cpulist").immutable()
        .doc("Processors for background threads.");
    BgsaveCpulist = text("bgsave-cpulist", "").alias("bgsave_cpulist").immutable()
        .doc("Processors for the process that saves.");
    AofRewriteCpulist = text("aof-rewrite-cpulist", "").alias("aof_rewrite_cpulist").immutable()
        .doc("Processors for the process that rewrites the append-only file.");
    DebugContext = text("debug-context", "").hidden()
        .doc("Text that crash reports carry.");
    EnableDebugAssert = boolean("enable-debug-assert", "no").immutable().hidden()
        .doc("Expensive assertions.");
    WatchdogPeriod = int("watchdog-period", 0, I32, "0").hidden()
        .doc("Milliseconds after which a stuck event loop is reported; 0 never.");
    OomScoreAdj = word("oom-score-adj", &["no", "yes", "relative", "absolute"], "no")
        .adjust(check::relative_is_yes)
        .doc("Set how likely the kernel ends this process when memory runs out.");
    OomScoreAdjValues = special("oom-score-adj-values", Kind::OomScores, "0 200 800")
        .doc("Those likelihoods for a primary, a replica and a background child.");
    DisableThp = boolean("disable-thp", "yes").immutable()
        .doc("Switch transparent huge pages off for the process.");
}
Security {
    RequirePass = text("requirepass", "").sensitive().acted_upon()
        .doc("Password that clients must AUTH with; empty for none.");
    ProtectedMode = boolean("protected-mode", "yes").acted_upon()
        .doc("Without a password, serve connections from this machine only.");
    EnableProtectedConfigs = word("enable-protected-configs", LOCAL_WORDS, "no")
        .immutable().acted_upon()
        .doc("Who may CONFIG SET protected parameters.");
    EnableDebugCommand = word("enable-debug-command", LOCAL_WORDS, "no")
        .immutable().acted_upon()
        .doc("Who may use DEBUG.");
    EnableModuleCommand = word("enable-module-command", LOCAL_WORDS, "no").immutable()
        .doc("Who may use MODULE; there are no modules.");
    AclFile = text("aclfile", "").immutable().refused(NO_ACL)
        .doc("File that defines users.");
    AclPubsubDefault =
        word("acl-pubsub-default", &["allchannels", "resetchannels"], "resetchannels")
        .doc("Whether new users may use every channel.");
    AclLogMaxLen = int("acllog-max-len", 0, I64, "128")
        .doc("Entries that ACL LOG keeps.");
}
Memory {
    MaxMemory = memory("maxmemory", 0, BYTES, "0").acted_upon()
        .doc("Bytes that the process may use before keys make room, or commands that need more \
            are refused; 0 for no limit.");
    MaxMemoryPolicy = word("maxmemory-policy", POLICIES, "noeviction").acted_upon()
        .doc("Which keys make room at maxmemory.");
    MaxMemorySamples = int("maxmemory-samples", 1, 64, "5").acted_upon()
        .doc("How well the keys that make room are chosen: of three times so many one goes.");
    MaxMemoryEvictionTenacity = int("maxmemory-eviction-tenacity", 0, 100, "10").acted_upon()
        .doc("How many keys make room at a stretch: about 17 at 0, 70 at 10, then 15 % more for \
            each, up to 1000.");
    MaxMemoryClients =
        special("maxmemory-clients", Kind::MemoryOrPercent, "0").refused(NO_LIMIT)
        .doc("Bytes, or share of maxmemory, that all clients' buffers together may take.");
    LfuLogFactor = int("lfu-log-factor", 0, I32, "10").acted_upon()
        .doc("How many hits saturate a key's frequency counter.");
    LfuDecayTime = int("lfu-decay-time", 0, I32, "1").acted_upon()
        .doc("Minutes after which a key's frequency counter falls.");
    ActiveExpireEffort = int("active-expire-effort", 1, 10, "1")
        .doc("Effort for finding expired keys; Ringkey finds all that are due.");
    LazyfreeLazyEviction = boolean("lazyfree-lazy-eviction", "yes").acted_upon()
        .doc("Free evicted values in the background.");
    LazyfreeLazyExpire = boolean("lazyfree-lazy-expire", "yes")
        .doc("Free expired values in the background.");
    LazyfreeLazyServerDel = boolean("lazyfree-lazy-server-del", "yes")
        .doc("Free overwritten values in the background.");
    LazyfreeLazyUserDel = boolean("lazyfree-lazy-user-del", "yes")
        .doc("DEL frees as UNLINK does.");
    LazyfreeLazyUserFlush = boolean("lazyfree-lazy-user-flush", "yes")
        .doc("FLUSHALL, FLUSHDB and the like free in the background unless told otherwise.");
    TrackingTableMaxKeys = int("tracking-table-max-keys", 0, I64, "1000000")
        .doc("Keys remembered for client-side caching.");
    ActiveRehashing = boolean("activerehashing", "yes")
        .doc("Grow tables also between requests; Ringkey's grow a bucket at a time.");
    ActiveDefrag = boolean("activedefrag", "no").check(check::no_defrag)
        .doc("Move values to give memory back.");
    ActiveDefragCycleMin = int("active-defrag-cycle-min", 1, 99, "1")
        .doc("Least percentage of time for moving values.");
    ActiveDefragCycleMax = int("active-defrag-cycle-max", 1, 99, "25")
        .doc("Largest percentage of time for moving values.");
    ActiveDefragCycleUs = int("active-defrag-cycle-us", 0, 100_000, "500")
        .doc("Microseconds of one step of moving values.");
    ActiveDefragIgnoreBytes =
        memory("active-defrag-ignore-bytes", 1, SIGNED_BYTES, "104857600")
        .doc("Waste below which nothing is moved.");
    ActiveDefragThresholdLower = int("active-defrag-threshold-lower", 0, 1000, "10")
        .doc("Percentage of waste at which moving starts.");
    ActiveDefragThresholdUpper = int("active-defrag-threshold-upper", 0, 1000, "100")
        .doc("Percentage of waste at which most time goes into moving.");
    ActiveDefragMaxScanFields = int("active-defrag-max-scan-fields", 1, I64, "1000")
        .doc("Elements of one collection moved in one step.");
    JemallocBgThread = boolean("jemalloc-bg-thread", "yes")
        .doc("Let jemalloc clean up in a thread of its own.");
}
Encodings {
    ListMaxListpackSize = int("list-max-listpack-size", i32::MIN as i64, I32, "-2")
        .alias("list-max-ziplist-size").acted_upon()
        .doc("Size of a list's compact blocks: elements, or -1 to -5 for 4 to 64 KiB.");
    ListCompressDepth = int("list-compress-depth", 0, I32, "0")
        .doc("Blocks at each end of a list that stay uncompressed; 0 compresses none.");
    HashMaxListpackEntries = int("hash-max-listpack-entries", 0, I64, "512")
        .alias("hash-max-ziplist-entries")
        .doc("Fields up to which a hash is compact.");
    HashMaxListpackValue = memory("hash-max-listpack-value", 0, SIGNED_BYTES, "64")
        .alias("hash-max-ziplist-value")
        .doc("Length of field or value up to which a hash is compact.");
    HashSeed = text("hash-seed", "").immutable().sensitive()
        .doc("Seed of the order in which keys are scanned; here it is random.");
    SetMaxIntsetEntries = int("set-max-intset-entries", 0, I64, "512").acted_upon()
        .doc("Members up to which a set of integers is an integer set.");
    SetMaxListpackEntries = int("set-max-listpack-entries", 0, I64, "128").acted_upon()
        .doc("Members up to which a set is compact.");
    SetMaxListpackValue = int("set-max-listpack-value", 0, I64, "64").acted_upon()
        .doc("Length of a member up to which a set is compact.");
    ZsetMaxListpackEntries = int("zset-max-listpack-entries", 0, I64, "128")
        .alias("zset-max-ziplist-entries")
        .doc("Members up to which a sorted set is compact.");
    ZsetMaxListpackValue = memory("zset-max-listpack-value", 0, SIGNED_BYTES, "64")
        .alias("zset-max-ziplist-value")
        .doc("Length of a member up to which a sorted set is compact.");
    HllSparseMaxBytes = memory("hll-sparse-max-bytes", 0, SIGNED_BYTES, "3000")
        .acted_upon()
        .doc("Length up to which a HyperLogLog is sparse.");
    StreamNodeMaxBytes = memory("stream-node-max-bytes", 0, SIGNED_BYTES, "4096").acted_upon()
        .doc("Bytes of one block of a stream; 0 for no bound.");
    StreamNodeMaxEntries = int("stream-node-max-entries", 0, I64, "100").acted_upon()
        .doc("Entries of one block of a stream; 0 for no bound.");
}
Monitoring {
    CommandlogExecutionSlowerThan =
        int("commandlog-execution-slower-than", -1, I64, "10000")
        .alias("slowlog-log-slower-than").acted_upon()
        .doc("Microseconds from which a command enters the slow log; -1 never.");
    CommandlogSlowExecutionMaxLen = int("commandlog-slow-execution-max-len", 0, I64, "128")
        .alias("slowlog-max-len").acted_upon()
        .doc("Entries that the slow log keeps.");
    CommandlogRequestLargerThan = int("commandlog-request-larger-than", -1, I64, "1048576")
        .acted_upon()
        .doc("Bytes from which a request enters the log of large requests; -1 never.");
    CommandlogLargeRequestMaxLen = int("commandlog-large-request-max-len", 0, I64, "128")
        .acted_upon()
        .doc("Entries that the log of large requests keeps.");
    CommandlogReplyLargerThan = int("commandlog-reply-larger-than", -1, I64, "1048576")
        .acted_upon()
        .doc("Bytes from which a reply enters the log of large replies; -1 never.");
    CommandlogLargeReplyMaxLen = int("commandlog-large-reply-max-len", 0, I64, "128")
        .acted_upon()
        .doc("Entries that the log of large replies keeps.");
    LatencyTracking = boolean("latency-tracking", "yes").acted_upon()
        .doc("Keep a histogram of each command's execution time.");
    LatencyTrackingInfoPercentiles =
        special("latency-tracking-info-percentiles", Kind::Percentiles, "50 99 99.9")
        .acted_upon()
        .doc("Percentiles that INFO shows of those histograms.");
    LatencyMonitorThreshold = int("latency-monitor-threshold", 0, I64, "0").acted_upon()
        .doc("Milliseconds from which an event enters LATENCY HISTORY; 0 never.");
    NotifyKeyspaceEvents = special("notify-keyspace-events", Kind::Events, "").acted_upon()
        .doc("Classes of changes that are published to channels.");
}
Persistence {
    Save = special("save", Kind::Save, "").refused(NO_SAVE)
        .doc("Save a snapshot after so many seconds with so many changes; \"\" for never.");
    DbFilename = text("dbfilename", "dump.rdb").protected().check(check::db_filename)
        .doc("Name of the snapshot in dir.");
    RdbCompression = boolean("rdbcompression", "yes")
        .doc("Compress strings in snapshots.");
    RdbChecksum = boolean("rdbchecksum", "yes").immutable()
        .doc("Protect snapshots by a checksum.");
    RdbVersionCheck = word("rdb-version-check", &["strict", "relaxed"], "strict")
        .doc("Whether snapshots of unknown versions are refused.");
    RdbSaveIncrementalFsync = boolean("rdb-save-incremental-fsync", "yes")
        .doc("Sync a snapshot piece by piece while it is written.");
    RdbDelSyncFiles = boolean("rdb-del-sync-files", "no")
        .doc("Delete snapshots that only served replication.");
    RdbKeySaveDelay = int("rdb-key-save-delay", i32::MIN as i64, I32, "0").hidden()
        .doc("For tests: microseconds of delay for each key saved.");
    KeyLoadDelay = int("key-load-delay", i32::MIN as i64, I32, "0").hidden()
        .doc("For tests: microseconds of delay for each key loaded.");
    LoadingProcessEventsIntervalBytes =
        int("loading-process-events-interval-bytes", 1024, I32, "2097152").hidden()
        .doc("Bytes loaded between two looks at clients.");
    StopWritesOnBgsaveError = boolean("stop-writes-on-bgsave-error", "yes")
        .doc("Refuse writes after a failed snapshot.");
    AppendOnly = boolean("appendonly", "no").refused(NO_LOG)
        .doc("Write every change to an append-only file.");
    AppendFilename = text("appendfilename", "appendonly.aof").immutable()
        .check(check::append_filename)
        .doc("Name of the append-only file.");
    AppendDirname = text("appenddirname", "appendonlydir").immutable()
        .check(check::append_dirname)
        .doc("Directory of the append-only file's parts.");
    AppendFsync = word("appendfsync", &["everysec", "always", "no"], "everysec")
        .doc("When the append-only file is synced.");
    NoAppendFsyncOnRewrite = boolean("no-appendfsync-on-rewrite", "no")
        .doc("Do not sync while the file is rewritten.");
    AutoAofRewritePercentage = int("auto-aof-rewrite-percentage", 0, I32, "100")
        .doc("Growth at which the file is rewritten; 0 never.");
    AutoAofRewriteMinSize =
        memory("auto-aof-rewrite-min-size", 0, SIGNED_BYTES, "67108864")
        .doc("Size below which the file is not rewritten.");
    AofLoadTruncated = boolean("aof-load-truncated", "yes")
        .doc("Load a file whose end is missing.");
    AofUseRdbPreamble = boolean("aof-use-rdb-preamble", "yes")
        .doc("Begin rewritten files with a snapshot.");
    AofTimestampEnabled = boolean("aof-timestamp-enabled", "no")
        .doc("Note the time in the file.");
    AofRewriteIncrementalFsync = boolean("aof-rewrite-incremental-fsync", "yes")
        .doc("Sync a rewritten file piece by piece.");
    AofDisableAutoGc = boolean("aof-disable-auto-gc", "no").hidden()
        .doc("Keep old parts of the file.");
}
Replication {
    ReplicaOf = special("replicaof", Kind::Primary, "").alias("slaveof").immutable()
        .refused(NO_REPLICAS)
        .doc("Host and port of the primary to follow.");
    PrimaryAuth = text("primaryauth", "").alias("masterauth").sensitive().refused(NO_REPLICAS)
        .doc("Password for the primary.");
    PrimaryUser = text("primaryuser", "").alias("masteruser")
        .doc("User for the primary.");
    ReplicaServeStaleData = boolean("replica-serve-stale-data", "yes")
        .alias("slave-serve-stale-data")
        .doc("Serve while cut off from the primary.");
    ReplicaReadOnly = boolean("replica-read-only", "yes").alias("slave-read-only")
        .doc("A replica refuses writes.");
    ReplicaLazyFlush = boolean("replica-lazy-flush", "yes").alias("slave-lazy-flush")
        .doc("Free old data in the background at a full synchronisation.");
    ReplicaPriority = int("replica-priority", 0, I32, "100").alias("slave-priority")
        .doc("Rank among replicas for promotion; 0 never.");
    ReplicaAnnounced = boolean("replica-announced", "yes")
        .doc("Be listed by sentinels.");
    ReplicaAnnounceIp = text("replica-announce-ip", "").alias("slave-announce-ip")
        .doc("Address that a replica gives as its own.");
    ReplicaAnnouncePort = int("replica-announce-port", 0, PORT, "0")
        .alias("slave-announce-port")
        .doc("Port that a replica gives as its own.");
    ReplicaIgnoreMaxmemory = boolean("replica-ignore-maxmemory", "yes")
        .alias("slave-ignore-maxmemory")
        .doc("A replica leaves eviction to its primary.");
    ReplicaIgnoreDiskWriteErrors = boolean("replica-ignore-disk-write-errors", "no")
        .doc("A replica goes on when it cannot write.");
    ReplDisklessSync = boolean("repl-diskless-sync", "yes")
        .doc("Send a full synchronisation without a file.");
    ReplDisklessSyncDelay = int("repl-diskless-sync-delay", 0, I32, "5")
        .doc("Seconds to wait for more replicas before it.");
    ReplDisklessSyncMaxReplicas = int("repl-diskless-sync-max-replicas", 0, I32, "0")
        .doc("Replicas that are enough to start it at once.");
    ReplDisklessLoad = word("repl-diskless-load",
        &["disabled", "on-empty-db", "swapdb", "flush-before-load"], "disabled")
        .doc("Load a full synchronisation without a file.");
    ReplBacklogSize = memory("repl-backlog-size", 1, SIGNED_BYTES, "10485760")
        .adjust(check::least_backlog)
        .doc("Bytes of history kept for replicas that come back.");
    ReplBacklogTtl = int("repl-backlog-ttl", 0, I64, "3600")
        .doc("Seconds that the history is kept without replicas; 0 for ever.");
    ReplTimeout = int("repl-timeout", 1, I32, "60")
        .doc("Seconds of silence that end a replication link.");
    ReplPingReplicaPeriod = int("repl-ping-replica-period", 1, I32, "10")
        .alias("repl-ping-slave-period").acted_upon()
        .doc("Seconds between pings to replicas.");
    ReplDisableTcpNodelay = boolean("repl-disable-tcp-nodelay", "no")
        .doc("Fewer, later packets to replicas.");
    ReplMptcp = boolean("repl-mptcp", "no").immutable()
        .doc("Replicate over Multipath TCP.");
    DualChannelReplication = boolean("dual-channel-replication-enabled", "no")
        .doc("A full synchronisation uses a connection of its own.");
    MinReplicasToWrite = int("min-replicas-to-write", 0, I32, "0").alias("min-slaves-to-write")
        .refused(NO_REPLICAS)
        .doc("Replicas without which writes are refused; 0 for none.");
    MinReplicasMaxLag = int("min-replicas-max-lag", 0, I32, "10").alias("min-slaves-max-lag")
        .doc("Seconds of lag up to which a replica counts for that.");
    ImportMode = boolean("import-mode", "no").acted_upon()
        .doc("Keep expired keys while data is imported.");
    PropagationErrorBehavior =
        word("propagation-error-behavior", &["ignore", "panic", "panic-on-replicas"], "ignore")
        .doc("What to do when a replicated command fails.");
}
Cluster {
    ClusterEnabled = boolean("cluster-enabled", "no").immutable().acted_upon()
        .doc("Be a node of a cluster: the only one, which serves all slots.");
    ClusterConfigFile = text("cluster-config-file", "nodes.conf").immutable()
        .check(check::cluster_config_file)
        .doc("File that the node keeps its view of the cluster in.");
    ClusterConfigSaveBehavior =
        word("cluster-config-save-behavior", &["sync", "best-effort"], "sync")
        .doc("Whether failing to write that file ends the node.");
    ClusterDatabases = int("cluster-databases", 1, I32, "1").immutable().acted_upon()
        .doc("Numbered databases in cluster mode.");
    ClusterPort = int("cluster-port", 0, PORT, "0").immutable()
        .doc("Port of the cluster bus; 0 for port + 10000.");
    ClusterNodeTimeout = int("cluster-node-timeout", 0, I64, "15000")
        .doc("Milliseconds of silence after which a node may be failing.");
    ClusterPingInterval = int("cluster-ping-interval", 0, I64, "0").hidden()
        .doc("Milliseconds between pings; 0 chooses.");
    ClusterMessageGossipPerc = int("cluster-message-gossip-perc", 1, 100, "10").hidden()
        .doc("Percentage of nodes told about in each message.");
    ClusterBlacklistTtl = int("cluster-blacklist-ttl", i64::MIN, I64, "60")
        .doc("Seconds for which a forgotten node stays forgotten.");
    ClusterManualFailoverTimeout = int("cluster-manual-failover-timeout", 1, I32, "5000")
        .doc("Milliseconds that a manual failover may take.");
    ClusterMigrationBarrier = int("cluster-migration-barrier", 0, I32, "1")
        .doc("Replicas that a primary keeps before one may move to another.");
    ClusterAllowReplicaMigration = boolean("cluster-allow-replica-migration", "yes")
        .doc("Whether replicas move at all.");
    ClusterReplicaValidityFactor = int("cluster-replica-validity-factor", 0, I32, "10")
        .alias("cluster-slave-validity-factor")
        .doc("How stale a replica may be and still be promoted.");
    ClusterReplicaNoFailover = boolean("cluster-replica-no-failover", "no")
        .alias("cluster-slave-no-failover")
        .doc("Never promote this replica by itself.");
    ClusterRequireFullCoverage = boolean("cluster-require-full-coverage", "yes")
        .doc("Serve nothing while some slot is unserved.");
    ClusterAllowReadsWhenDown = boolean("cluster-allow-reads-when-down", "no")
        .doc("Serve reads even then.");
    ClusterAllowPubsubshardWhenDown = boolean("cluster-allow-pubsubshard-when-down", "yes")
        .doc("Serve sharded channels even then.");
    ClusterLinkSendbufLimit = memory("cluster-link-sendbuf-limit", 0, BYTES, "0")
        .doc("Unsent bytes that close a link of the bus; 0 for no limit.");
    ClusterPreferredEndpointType = word("cluster-preferred-endpoint-type",
        &["ip", "hostname", "unknown-endpoint"], "ip").acted_upon()
        .doc("What clients are redirected to.");
    ClusterAnnounceIp = text("cluster-announce-ip", "").check(check::announced_ip).acted_upon()
        .doc("Address that the node gives as its own.");
    ClusterAnnounceClientIpv4 = text("cluster-announce-client-ipv4", "").check(check::ipv4)
        .acted_upon()
        .doc("IPv4 address that the node gives to clients.");
    ClusterAnnounceClientIpv6 = text("cluster-announce-client-ipv6", "").check(check::ipv6)
        .acted_upon()
        .doc("IPv6 address that the node gives to clients.");
    ClusterAnnounceHostname = text("cluster-announce-hostname", "").check(check::hostname)
        .acted_upon()
        .doc("Host name that the node gives as its own.");
    ClusterAnnounceHumanNodename = text("cluster-announce-human-nodename", "")
        .check(check::nodename)
        .doc("Name of the node in logs.");
    ClusterAnnouncePort = int("cluster-announce-port", 0, PORT, "0").acted_upon()
        .doc("Port that the node gives as its own.");
    ClusterAnnounceTlsPort = int("cluster-announce-tls-port", 0, PORT, "0")
        .doc("TLS port that the node gives as its own.");
    ClusterAnnounceBusPort = int("cluster-announce-bus-port", 0, PORT, "0").acted_upon()
        .doc("Port of the bus that the node gives as its own.");
    ClusterAnnounceClientPort = int("cluster-announce-client-port", 0, PORT, "0").acted_upon()
        .doc("Port that the node gives to clients.");
    ClusterAnnounceClientTlsPort = int("cluster-announce-client-tls-port", 0, PORT, "0")
        .doc("TLS port that the node gives to clients.");
    ClusterSlotMigrationLogMaxLen = int("cluster-slot-migration-log-max-len", 0, I64, "1000")
        .doc("Finished migrations that are remembered.");
    ClusterSlotStatsEnabled = boolean("cluster-slot-stats-enabled", "no").acted_upon()
        .doc("Time every command and count its bytes, for each slot.");
    SlotMigrationMaxFailoverReplBytes =
        special("slot-migration-max-failover-repl-bytes", Kind::MemoryOrUnlimited, "0")
        .doc("Unsent changes up to which a migrating slot may change hands; -1 for any.");
}
Scripting {
    BusyReplyThreshold = int("busy-reply-threshold", 0, I64, "5000").alias("lua-time-limit")
        .doc("Milliseconds after which a running script makes others answer BUSY.");
    LuaEnableInsecureApi = boolean("lua-enable-insecure-api", "no")
        .alias("lua-enable-deprecated-api").hidden().protected()
        .doc("Functions of Lua that escape its sandbox.");
}
Tls {
    TlsPort = int("tls-port", 0, PORT, "0").refused(NO_TLS)
        .doc("Port for TLS; 0 for none.");
    TlsReplication = boolean("tls-replication", "no").refused(NO_TLS)
        .doc("Replicate over TLS.");
    TlsCluster = boolean("tls-cluster", "no").refused(NO_TLS)
        .doc("Use TLS on the cluster bus.");
    TlsCertFile = text("tls-cert-file", "").refused(NO_TLS)
        .doc("The server's certificate.");
    TlsKeyFile = text("tls-key-file", "").refused(NO_TLS)
        .doc("The certificate's key.");
    TlsKeyFilePass = text("tls-key-file-pass", "").sensitive().refused(NO_TLS)
        .doc("Passphrase of the key.");
    TlsClientCertFile = text("tls-client-cert-file", "").refused(NO_TLS)
        .doc("Certificate for outgoing connections.");
    TlsClientKeyFile = text("tls-client-key-file", "").refused(NO_TLS)
        .doc("Its key.");
    TlsClientKeyFilePass = text("tls-client-key-file-pass", "").sensitive().refused(NO_TLS)
        .doc("Passphrase of that key.");
    TlsCaCertFile = text("tls-ca-cert-file", "").refused(NO_TLS)
        .doc("Authorities that clients' certificates are checked against.");
    TlsCaCertDir = text("tls-ca-cert-dir", "").refused(NO_TLS)
        .doc("Directory of such authorities.");
    TlsDhParamsFile = text("tls-dh-params-file", "").refused(NO_TLS)
        .doc("Diffie-Hellman parameters.");
    TlsAuthClients = word("tls-auth-clients", &["no", "yes", "optional"], "yes")
        .doc("Whether clients must show a certificate.");
    TlsAuthClientsUser = word("tls-auth-clients-user", &["CN", "URI", "off"], "off")
        .doc("Field of that certificate that names the user.");
    TlsAutoReloadInterval = int("tls-auto-reload-interval", 0, I32, "0")
        .doc("Seconds between looks for changed certificates; 0 never.");
    TlsProtocols = text("tls-protocols", "")
        .doc("TLS versions offered.");
    TlsCiphers = text("tls-ciphers", "")
        .doc("Ciphers up to TLS 1.2.");
    TlsCiphersuites = text("tls-ciphersuites", "")
        .doc("Cipher suites of TLS 1.3.");
    TlsPreferServerCiphers = boolean("tls-prefer-server-ciphers", "no")
        .doc("The server's order of ciphers counts.");
    TlsSessionCaching = boolean("tls-session-caching", "yes")
        .doc("Let clients resume sessions.");
    TlsSessionCacheSize = int("tls-session-cache-size", 0, I32, "20480")
        .doc("Sessions kept for that; 0 for no limit.");
    TlsSessionCacheTimeout = int("tls-session-cache-timeout", 0, I32, "300")
        .doc("Seconds that they are kept.");
    MaxNewTlsConnectionsPerCycle = int("max-new-tls-connections-per-cycle", 1, 1000, "1")
        .doc("TLS connections accepted at a stretch.");
}
Rdma {
    RdmaPort = int("rdma-port", 0, PORT, "0").refused(NO_RDMA)
        .doc("Port for RDMA; 0 for none.");
    RdmaBind = special("rdma-bind", Kind::Addresses, "").refused(NO_RDMA)
        .doc("Addresses for RDMA.");
    RdmaRxSize = int("rdma-rx-size", 65_536, 16_777_216, "1048576").immutable()
        .doc("Bytes of the receive buffer.");
    RdmaCompletionVector = int("rdma-completion-vector", -1, 1024, "-1").immutable()
        .doc("Completion vector; -1 chooses.");
}
}
