//! What is known about a parameter: its name, shape, default, flags and what Ringkey does with it.
//!
//! The rows themselves are in `table`. Nothing here knows of files, sockets, or of a value's text.

use crate::value::Value;

/// One parameter, as the table defines it.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    pub name: &'static str,
    /// The one older name under which Valkey knows it too.
    pub alias: Option<&'static str>,
    pub kind: Kind,
    /// The default, as CONFIG GET prints it.
    pub default: &'static str,
    pub group: Group,
    /// May only be set before the start.
    pub immutable: bool,
    /// Not among the answers to a CONFIG GET pattern, only to its exact name.
    pub hidden: bool,
    /// CONFIG SET needs `enable-protected-configs`.
    pub protected: bool,
    /// Must not be shown in logs or error texts of our own.
    pub sensitive: bool,
    pub support: Support,
    /// Values that stop the start and that CONFIG SET refuses, and why.
    pub refusal: Option<Refusal>,
    /// One line for people who operate the server.
    pub doc: &'static str,
    pub(crate) check: Option<Check>,
    pub(crate) adjust: Option<Adjust>,
}

/// A rule beyond the kind's own: the text of the error, or nothing.
pub(crate) type Check = fn(&Value) -> Result<(), &'static str>;
/// Turns what was given into what is kept (a bounded rate, a synonym's main word).
pub(crate) type Adjust = fn(Value) -> Value;

/// The shape of a parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `yes` or `no`.
    Bool,
    /// One word of a list.
    Word(&'static [&'static str]),
    /// Any set of words of a list; the first one stands for the empty set.
    Words(&'static [&'static str]),
    /// A decimal integer, bounds inclusive.
    Int { min: i64, max: i64 },
    /// Permission bits written in octal, bounds inclusive.
    Octal { min: i64, max: i64 },
    /// Bytes, with an optional unit (`k` = 1000, `kb` = 1024, ...), bounds inclusive.
    Memory { min: u64, max: u64 },
    /// As `Memory`, or exactly `-1` for "no limit".
    MemoryOrUnlimited,
    /// As `Memory`, or a percentage of `maxmemory`.
    MemoryOrPercent,
    /// Any bytes, taken as they are.
    Text,
    /// A directory that the server works in.
    Directory,
    /// Listening addresses; a leading `-` makes one optional.
    Addresses,
    /// Pairs of seconds and changes.
    Save,
    /// Three limits for each class of clients.
    OutputLimits,
    /// Letters naming classes of keyspace events.
    Events,
    /// Scores of the primary, of replicas and of background children.
    OomScores,
    /// Percentiles between 0 and 100.
    Percentiles,
    /// Host and port of the primary to follow, or nothing.
    Primary,
}

impl Kind {
    /// Whether a line of a configuration file may give several arguments.
    pub fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Words(_)
                | Self::Addresses
                | Self::Save
                | Self::OutputLimits
                | Self::OomScores
                | Self::Percentiles
                | Self::Primary
        )
    }
}

/// What Ringkey does with a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The server behaves as the value says.
    ActedUpon,
    /// Accepted for compatibility and without effect; said once when it is set to something else
    /// than its default.
    Harmless,
    /// Promises durability, security, redundancy or a limit that is not kept yet: whoever asks for
    /// it must not be led to believe that they have it.
    Refused,
}

/// Values that are refused because of what they promise.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    pub why: &'static str,
    /// Whether this value is one of them; without it, every value but the default is.
    pub(crate) when: Option<fn(&Value) -> bool>,
}

/// Headings of the documentation's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Cores,
    Network,
    Process,
    Security,
    Memory,
    Encodings,
    Monitoring,
    Persistence,
    Replication,
    Cluster,
    Scripting,
    Tls,
    Rdma,
}

impl Group {
    pub fn title(self) -> &'static str {
        match self {
            Self::Cores => "Cores (Ringkey's own)",
            Self::Network => "Network and clients",
            Self::Process => "Process and logging",
            Self::Security => "Security",
            Self::Memory => "Memory, expiry and eviction",
            Self::Encodings => "Encodings",
            Self::Monitoring => "Monitoring",
            Self::Persistence => "Persistence",
            Self::Replication => "Replication",
            Self::Cluster => "Cluster",
            Self::Scripting => "Scripting",
            Self::Tls => "TLS",
            Self::Rdma => "RDMA",
        }
    }
}

const fn definition(name: &'static str, kind: Kind, default: &'static str) -> Definition {
    Definition {
        name,
        alias: None,
        kind,
        default,
        group: Group::Network,
        immutable: false,
        hidden: false,
        protected: false,
        sensitive: false,
        support: Support::Harmless,
        refusal: None,
        doc: "",
        check: None,
        adjust: None,
    }
}

pub(crate) const fn boolean(name: &'static str, default: &'static str) -> Definition {
    definition(name, Kind::Bool, default)
}

pub(crate) const fn word(
    name: &'static str,
    words: &'static [&'static str],
    default: &'static str,
) -> Definition {
    definition(name, Kind::Word(words), default)
}

pub(crate) const fn int(
    name: &'static str,
    min: i64,
    max: i64,
    default: &'static str,
) -> Definition {
    definition(name, Kind::Int { min, max }, default)
}

pub(crate) const fn memory(
    name: &'static str,
    min: u64,
    max: u64,
    default: &'static str,
) -> Definition {
    definition(name, Kind::Memory { min, max }, default)
}

pub(crate) const fn text(name: &'static str, default: &'static str) -> Definition {
    definition(name, Kind::Text, default)
}

pub(crate) const fn special(name: &'static str, kind: Kind, default: &'static str) -> Definition {
    definition(name, kind, default)
}

/// The table's rows are written with these, one after the other.
impl Definition {
    pub(crate) const fn alias(mut self, alias: &'static str) -> Self {
        self.alias = Some(alias);
        self
    }

    pub(crate) const fn immutable(mut self) -> Self {
        self.immutable = true;
        self
    }

    pub(crate) const fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    pub(crate) const fn protected(mut self) -> Self {
        self.protected = true;
        self
    }

    pub(crate) const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    pub(crate) const fn acted_upon(mut self) -> Self {
        self.support = Support::ActedUpon;
        self
    }

    pub(crate) const fn refused(mut self, why: &'static str) -> Self {
        self.support = Support::Refused;
        self.refusal = Some(Refusal { why, when: None });
        self
    }

    pub(crate) const fn refused_when(
        mut self,
        when: fn(&Value) -> bool,
        why: &'static str,
    ) -> Self {
        self.refusal = Some(Refusal {
            why,
            when: Some(when),
        });
        self
    }

    pub(crate) const fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
        self
    }

    pub(crate) const fn adjust(mut self, adjust: Adjust) -> Self {
        self.adjust = Some(adjust);
        self
    }

    pub(crate) const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }

    pub(crate) const fn in_group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }
}
