//! Values as the types that the server works with.
//!
//! The getters by [`Param`] panic if they are asked for a type that the parameter's kind does not
//! have: which kind that is depends on the table alone, never on input.

use crate::definition::Kind;
use crate::events::Events;
use crate::store::Settings;
use crate::table::Param;
use crate::value::{ClientClass, OutputLimit, Value};

/// An address to listen on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// A host name or number; `*` and `::*` stand for all of a family.
    pub host: String,
    /// Go on without it if it cannot be had.
    pub optional: bool,
}

impl Settings {
    /// A yes or no.
    pub fn flag(&self, param: Param) -> bool {
        match self.value(param) {
            Value::Bool(on) => *on,
            other => wrong_kind(param, other),
        }
    }

    /// A number.
    pub fn int(&self, param: Param) -> i64 {
        match self.value(param) {
            Value::Int(number) | Value::Octal(number) => *number,
            other => wrong_kind(param, other),
        }
    }

    /// A number of bytes.
    pub fn bytes(&self, param: Param) -> u64 {
        match self.value(param) {
            Value::Memory(bytes) => *bytes,
            other => wrong_kind(param, other),
        }
    }

    /// One of the words of the parameter's kind.
    pub fn word(&self, param: Param) -> &'static str {
        match (self.value(param), param.definition().kind) {
            (Value::Word(index), Kind::Word(words)) => words[*index],
            (other, _) => wrong_kind(param, other),
        }
    }

    /// Whether `word` is among the words chosen.
    pub fn has_word(&self, param: Param, word: &str) -> bool {
        let (Value::Words(bits), Kind::Words(words)) = (self.value(param), param.definition().kind)
        else {
            wrong_kind(param, self.value(param))
        };
        match words.iter().position(|known| *known == word) {
            Some(0) => *bits == 0,
            Some(index) => bits & (1 << (index - 1)) != 0,
            None => false,
        }
    }

    /// Text, empty for none.
    pub fn text(&self, param: Param) -> &[u8] {
        match self.value(param) {
            Value::Text(text) => text,
            other => wrong_kind(param, other),
        }
    }

    /// Text as a path or name for the operating system, `None` for none; bytes that are not UTF-8
    /// are replaced.
    pub fn name(&self, param: Param) -> Option<String> {
        let text = self.text(param);
        (!text.is_empty()).then(|| String::from_utf8_lossy(text).into_owned())
    }

    /// Addresses to listen on with TCP; none: do not listen with TCP at all.
    pub fn bind(&self) -> Vec<Address> {
        let Value::List(list) = self.value(Param::Bind) else {
            wrong_kind(Param::Bind, self.value(Param::Bind))
        };
        let given = list.iter().filter(|text| !text.is_empty());
        given
            .map(|text| {
                let (optional, host) = match text.strip_prefix(b"-") {
                    Some(host) => (true, host),
                    None => (false, text.as_slice()),
                };
                Address {
                    host: String::from_utf8_lossy(host).into_owned(),
                    optional,
                }
            })
            .collect()
    }

    /// What clients of `class` may leave unread.
    pub fn client_output_buffer_limit(&self, class: ClientClass) -> OutputLimit {
        match self.value(Param::ClientOutputBufferLimit) {
            Value::OutputLimits(limits) => limits[class as usize],
            other => wrong_kind(Param::ClientOutputBufferLimit, other),
        }
    }

    /// Classes of keyspace events to publish.
    pub fn notify_keyspace_events(&self) -> Events {
        match self.value(Param::NotifyKeyspaceEvents) {
            Value::Events(events) => *events,
            other => wrong_kind(Param::NotifyKeyspaceEvents, other),
        }
    }

    /// Percentiles that INFO shows, in the order given, each with its text.
    pub fn latency_percentiles(&self) -> Vec<(f64, String)> {
        match self.value(Param::LatencyTrackingInfoPercentiles) {
            Value::Percentiles(list) => list
                .iter()
                .map(|percentile| (*percentile, crate::value::percentile_text(*percentile)))
                .collect(),
            other => wrong_kind(Param::LatencyTrackingInfoPercentiles, other),
        }
    }

    /// The password that clients must give, if any.
    pub fn requirepass(&self) -> Option<&[u8]> {
        Some(self.text(Param::RequirePass)).filter(|password| !password.is_empty())
    }

    pub fn port(&self) -> u16 {
        bounded(self.int(Param::Port))
    }

    pub fn tcp_backlog(&self) -> i32 {
        bounded(self.int(Param::TcpBacklog))
    }

    /// Seconds between TCP probes; `None` for no probes.
    pub fn tcp_keepalive_s(&self) -> Option<u32> {
        Some(bounded(self.int(Param::TcpKeepalive))).filter(|seconds| *seconds > 0)
    }

    /// Seconds after which an idle client is closed; `None` for never.
    pub fn timeout_s(&self) -> Option<u32> {
        Some(bounded(self.int(Param::Timeout))).filter(|seconds| *seconds > 0)
    }

    pub fn maxclients(&self) -> u32 {
        bounded(self.int(Param::MaxClients))
    }

    /// Numbered databases, in cluster mode those of `cluster-databases`.
    pub fn databases(&self) -> u32 {
        let cluster = self.cluster_enabled();
        bounded(self.int(if cluster {
            Param::ClusterDatabases
        } else {
            Param::Databases
        }))
    }

    /// The first core port, if there are any.
    pub fn core_ports_base(&self) -> Option<u16> {
        Some(bounded(self.int(Param::ClusterCorePortsBase))).filter(|base| *base != 0)
    }

    pub fn cluster_enabled(&self) -> bool {
        self.flag(Param::ClusterEnabled)
    }

    pub fn hz(&self) -> u32 {
        bounded(self.int(Param::Hz))
    }

    /// Permission bits of the Unix socket; `None` leaves them to the umask.
    pub fn unixsocketperm(&self) -> Option<u32> {
        Some(bounded(self.int(Param::UnixSocketPerm))).filter(|bits| *bits != 0)
    }

    /// Bytes.
    pub fn proto_max_bulk_len(&self) -> u64 {
        self.bytes(Param::ProtoMaxBulkLen)
    }

    /// Bytes.
    pub fn client_query_buffer_limit(&self) -> u64 {
        self.bytes(Param::ClientQueryBufferLimit)
    }

    /// Bytes.
    pub fn hll_sparse_max_bytes(&self) -> u64 {
        self.bytes(Param::HllSparseMaxBytes)
    }

    pub fn list_max_listpack_size(&self) -> i32 {
        bounded(self.int(Param::ListMaxListpackSize))
    }

    pub fn hash_max_listpack_entries(&self) -> usize {
        usize::try_from(self.int(Param::HashMaxListpackEntries)).unwrap_or_default()
    }

    /// Bytes.
    pub fn hash_max_listpack_value(&self) -> usize {
        usize::try_from(self.bytes(Param::HashMaxListpackValue)).unwrap_or(usize::MAX)
    }

    pub fn zset_max_listpack_entries(&self) -> usize {
        usize::try_from(self.int(Param::ZsetMaxListpackEntries)).unwrap_or_default()
    }

    /// Bytes.
    pub fn zset_max_listpack_value(&self) -> usize {
        usize::try_from(self.bytes(Param::ZsetMaxListpackValue)).unwrap_or(usize::MAX)
    }

    pub fn set_max_intset_entries(&self) -> usize {
        usize::try_from(self.int(Param::SetMaxIntsetEntries)).unwrap_or_default()
    }

    pub fn set_max_listpack_entries(&self) -> usize {
        usize::try_from(self.int(Param::SetMaxListpackEntries)).unwrap_or_default()
    }

    /// Bytes.
    pub fn set_max_listpack_value(&self) -> usize {
        usize::try_from(self.int(Param::SetMaxListpackValue)).unwrap_or_default()
    }

    /// Bytes, 0 for any number.
    pub fn stream_node_max_bytes(&self) -> usize {
        usize::try_from(self.bytes(Param::StreamNodeMaxBytes)).unwrap_or(usize::MAX)
    }

    /// Entries, 0 for any number.
    pub fn stream_node_max_entries(&self) -> u64 {
        u64::try_from(self.int(Param::StreamNodeMaxEntries)).unwrap_or_default()
    }

    pub fn cores_min(&self) -> u16 {
        bounded(self.int(Param::CoresMin))
    }

    pub fn cores_max(&self) -> u16 {
        bounded(self.int(Param::CoresMax))
    }

    pub fn busy_poll_us(&self) -> u32 {
        bounded(self.int(Param::BusyPollUs))
    }
}

/// The parameter's range keeps the number within `T`; a test holds the table to that.
fn bounded<T: TryFrom<i64> + Default>(number: i64) -> T {
    T::try_from(number).unwrap_or_default()
}

fn wrong_kind(param: Param, value: &Value) -> ! {
    panic!(
        "parameter {} is {value:?}, asked for as something else",
        param.name()
    )
}
