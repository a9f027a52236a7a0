//! What a command body is given, and what it may leave behind.
//!
//! Never knows which core it runs on, nor whether the slots are at home or on loan.

use keyspace::{KeyspaceStats, SlotView};
use resp::{Args, ReplyError, ReplyWriter};
use stdx::hash::KeyHasher;
use stdx::rng::Rng;
use values::EncodingLimits;

use crate::effects::Effects;

/// A command: reads its arguments (whose number the command table has checked), touches the slots
/// it may touch, writes exactly one reply or returns an error, or says what it waits for.
pub type Body = fn(&mut CommandContext<'_>, Args<'_>) -> Result<(), ReplyError>;

/// Everything that a body works with. Made anew for each request, so it only borrows.
pub struct CommandContext<'a> {
    /// The slots that the body may touch: all that its keys are in.
    pub keys: SlotView<'a>,
    /// Number of the database that the session has selected.
    pub db: u32,
    /// The time of the request, Unix time in milliseconds; no slot here has seen a greater one.
    pub now_ms: i64,
    pub hasher: KeyHasher,
    /// The hash of the request's key, where it has but one: it need not be computed again.
    pub hash: Option<u64>,
    pub reply: ReplyWriter<'a>,
    pub effects: &'a mut Effects,
    pub stats: &'a mut KeyspaceStats,
    pub settings: &'a BodySettings,
    pub rng: &'a mut Rng,
    pub session: SessionFacts,
    /// Set by a body that found nothing and may wait. It has written no reply then.
    pub block: Option<BlockOn>,
}

/// What bodies need to know of the session.
#[derive(Clone, Copy, Debug, Default)]
pub struct SessionFacts {
    /// CLIENT NO-TOUCH: access leaves no trace in idle times.
    pub no_touch: bool,
    /// A key whose time is over is there still (CLIENT IMPORT-SOURCE in import mode).
    pub sees_expired: bool,
    /// Nothing may wait here: inside EXEC, or on behalf of one that waited.
    pub deny_blocking: bool,
}

/// The time for a session that looks at whether keys are there: for one that sees those whose time
/// is over, it is never over.
#[must_use]
pub fn seen_ms(sees_expired: bool, now_ms: i64) -> i64 {
    if sees_expired { i64::MIN } else { now_ms }
}

/// The settings that bodies look at.
#[derive(Clone, Debug)]
pub struct BodySettings {
    pub encoding: EncodingLimits,
    /// Largest string (`proto-max-bulk-len`).
    pub string_bytes_max: usize,
    /// Number of databases (`databases`).
    pub databases: u32,
    /// Accesses are counted instead of being dated (a `maxmemory-policy` of the LFU kind).
    pub counts_accesses: bool,
    /// `lfu-log-factor`
    pub lfu_log_factor: u32,
    /// `lfu-decay-time`
    pub lfu_decay_minutes: u32,
    /// Bytes up to which a HyperLogLog is sparse (`hll-sparse-max-bytes`).
    pub hll_sparse_bytes_max: usize,
    /// Expired keys are said to be gone by UNLINK instead of DEL (`lazyfree-lazy-expire`).
    pub lazy_expire: bool,
    /// Evicted keys are said to be gone by UNLINK instead of DEL (`lazyfree-lazy-eviction`).
    pub lazy_eviction: bool,
    /// Nothing is deleted because its time is over (`import-mode`, CLIENT PAUSE).
    pub keeps_expired: bool,
    /// The server is a node of a cluster (`cluster-enabled`).
    pub cluster: bool,
    /// Long strings are compressed in what DUMP answers (`rdbcompression`).
    pub rdb_compression: bool,
    /// RESTORE takes payloads of other versions too (`rdb-version-check`).
    pub rdb_any_version: bool,
    /// RESTORE takes payloads with a wrong checksum (DEBUG SET-SKIP-CHECKSUM-VALIDATION).
    pub rdb_unchecked: bool,
    /// What commands remove on their own is said to be gone by UNLINK (`lazyfree-lazy-server-del`).
    pub lazy_server_del: bool,
}

impl Default for BodySettings {
    fn default() -> Self {
        Self {
            encoding: EncodingLimits::default(),
            string_bytes_max: 512 << 20,
            databases: 16,
            counts_accesses: false,
            lfu_log_factor: 10,
            lfu_decay_minutes: 1,
            hll_sparse_bytes_max: 3000,
            lazy_expire: true,
            lazy_eviction: true,
            keeps_expired: false,
            cluster: false,
            rdb_compression: true,
            rdb_any_version: false,
            rdb_unchecked: false,
            lazy_server_del: true,
        }
    }
}

/// What a request waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockOn {
    /// Numbers of the arguments that are the keys waited for.
    pub keys: Vec<usize>,
    /// When waiting ends, Unix time in milliseconds; never if absent.
    pub deadline_ms: Option<i64>,
    pub on_timeout: OnTimeout,
}

/// The reply of a request that waited in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnTimeout {
    NullArray,
    Null,
}

impl OnTimeout {
    pub fn write(self, reply: &mut ReplyWriter<'_>) {
        match self {
            Self::NullArray => reply.null_array(),
            Self::Null => reply.null(),
        }
    }
}
