//! What all cores of one process share, and the immutable control state that each of them adopts
//! version by version.
//!
//! Must never hold anything of a slot or a session.

use std::sync::Arc;

use commands::BodySettings;
use mesh::{StampCounter, Versioned};
use settings::{ConfigSetError, Param, Settings};

use crate::client_pause::ClientPause;
use crate::place::SlotMap;

/// Facts about the process that INFO, HELLO and the like show. Gathered by the driver, since the
/// engine reads no clock and no file.
#[derive(Clone, Debug, Default)]
pub struct ProcessFacts {
    /// 40 hexadecimal digits, another at every start.
    pub run_id: String,
    /// 40 hexadecimal digits each, of this process as a node of a cluster and of its shard.
    pub node_id: String,
    pub shard_id: String,
    pub process_id: u32,
    pub executable: String,
    pub config_file: String,
    /// `Linux 6.1.0 x86_64`.
    pub os: String,
    /// INFO's `process_supervised`: `no`, `systemd` or `upstart`.
    pub supervised: String,
    /// Unix milliseconds at which the process started.
    pub started_ms: i64,
    /// How connections are served, for INFO's `multiplexing_api`.
    pub multiplexing: String,
    /// Total memory of the machine, in bytes.
    pub system_memory_bytes: u64,
    /// For INFO's `mem_allocator`.
    pub allocator: String,
}

/// What settings concern outside of the engine. Handed in by the driver.
pub trait Surroundings: Send + Sync {
    /// Puts the changes from `now` to `next` into effect, all or none.
    fn change(&self, now: &Settings, next: &mut Settings) -> Result<(), ConfigSetError>;

    /// Brings the configuration file at `path` up to date; `all` states defaults too. An error is
    /// the operating system's words.
    fn rewrite(&self, path: &str, settings: &Settings, all: bool) -> Result<(), String>;
}

/// How many sessions have left a core for another, and how many of them have come. Who asks every
/// core about sessions learns from it whether one may have been between two of them.
#[derive(Debug, Default)]
pub struct SessionMoveCounts {
    pub(crate) begun: StampCounter,
    pub(crate) ended: StampCounter,
}

/// Shared by all cores for the life of the process.
pub struct Shared {
    /// Order of history.
    pub stamps: StampCounter,
    /// Source of CLIENT IDs.
    pub client_ids: StampCounter,
    /// Sources of the numbers of log entries, one for each of COMMANDLOG's logs.
    pub log_ids: [StampCounter; 3],
    /// Sessions that have moved from core to core.
    pub session_moves: SessionMoveCounts,
    /// Which core owns which slot.
    pub map: Arc<SlotMap>,
    pub facts: ProcessFacts,
    /// Settings and the like, version by version.
    pub control: Versioned<ControlState>,
}

/// One version of everything that CONFIG SET and its like change.
#[derive(Clone, Debug)]
pub struct ControlState {
    pub version: u64,
    pub settings: Arc<Settings>,
    /// What command bodies need of the settings.
    pub bodies: Arc<BodySettings>,
    /// DEBUG SET-ACTIVE-EXPIRE.
    pub active_expire: bool,
    /// DEBUG PAUSE-CRON: buffers are not given back meanwhile.
    pub cron_paused: bool,
    /// CLIENT PAUSE.
    pub pause: ClientPause,
    /// How often statistics were reset; each core clears its own when it adopts a higher number.
    pub resets: u64,
}

impl ControlState {
    /// Memory is asked for ahead (`prefetch-batch-max-size`).
    pub(crate) fn wants_prefetch(&self) -> bool {
        self.settings.int(Param::PrefetchBatchMaxSize) > 1
    }

    /// `extended-redis-compatibility`: in HELLO, INFO and LOLWUT.
    pub(crate) fn presents_itself_as_redis(&self) -> bool {
        self.settings.flag(Param::ExtendedRedisCompatibility)
    }

    /// How the server calls what it is.
    pub(crate) fn mode(&self) -> &'static str {
        if self.settings.cluster_enabled() {
            "cluster"
        } else {
            "standalone"
        }
    }

    /// The first version.
    pub fn new(settings: Settings) -> Self {
        let bodies = Arc::new(body_settings(&settings));
        Self {
            version: 1,
            settings: Arc::new(settings),
            bodies,
            active_expire: true,
            cron_paused: false,
            pause: ClientPause::default(),
            resets: 0,
        }
    }

    /// The next version, as it is.
    pub(crate) fn next(&self) -> Self {
        Self {
            version: self.version + 1,
            ..self.clone()
        }
    }

    /// The next version, with other settings.
    pub(crate) fn with_settings(&self, settings: Settings) -> Self {
        let bodies = body_settings(&settings);
        let settings = Arc::new(settings);
        Self {
            settings,
            bodies: Arc::new(BodySettings {
                rdb_unchecked: self.bodies.rdb_unchecked,
                ..bodies
            }),
            ..self.next()
        }
    }
}

/// What bodies need of the settings, in the form in which they need it.
fn body_settings(settings: &Settings) -> BodySettings {
    BodySettings {
        string_bytes_max: settings.proto_max_bulk_len() as usize,
        databases: settings.databases(),
        counts_accesses: settings.word(Param::MaxMemoryPolicy).contains("lfu"),
        lfu_log_factor: settings.int(Param::LfuLogFactor) as u32,
        lfu_decay_minutes: settings.int(Param::LfuDecayTime) as u32,
        hll_sparse_bytes_max: settings.hll_sparse_max_bytes() as usize,
        lazy_expire: settings.flag(Param::LazyfreeLazyExpire),
        lazy_eviction: settings.flag(Param::LazyfreeLazyEviction),
        keeps_expired: settings.flag(Param::ImportMode),
        cluster: settings.cluster_enabled(),
        rdb_compression: settings.flag(Param::RdbCompression),
        rdb_unchecked: false,
        rdb_any_version: settings.word(Param::RdbVersionCheck) == "relaxed",
        lazy_server_del: settings.flag(Param::LazyfreeLazyServerDel),
        encoding: values::EncodingLimits {
            list_max_listpack_size: settings.list_max_listpack_size(),
            hash_max_listpack_entries: settings.hash_max_listpack_entries(),
            hash_max_listpack_value: settings.hash_max_listpack_value(),
            zset_max_listpack_entries: settings.zset_max_listpack_entries(),
            zset_max_listpack_value: settings.zset_max_listpack_value(),
            set_max_intset_entries: settings.set_max_intset_entries(),
            set_max_listpack_entries: settings.set_max_listpack_entries(),
            set_max_listpack_value: settings.set_max_listpack_value(),
            stream_node_max_bytes: settings.stream_node_max_bytes(),
            stream_node_max_entries: settings.stream_node_max_entries(),
        },
    }
}
