//! The shape of one command's specification: what is true of a command before any request is
//! seen. It holds facts only and knows no request, key or reply.

use crate::CommandId;
use crate::key_specs::{KeyPlan, KeySpec, LegacyRange};

/// Everything known about one command or subcommand. The fields that routing reads come first,
/// so that they share the first cache line.
#[repr(C, align(64))]
#[derive(Debug)]
pub struct Spec {
    /// The command itself.
    pub id: CommandId,
    /// Number of arguments including the name(s): exact when positive, a minimum when negative.
    pub arity: i16,
    pub reach: Reach,
    /// How keys are found without walking `key_specs`.
    pub key_plan: KeyPlan,
    pub flags: Flags,
    pub acl: AclCategories,
    /// The first/last/step triple that COMMAND INFO shows; all 0 where there is none.
    pub range: LegacyRange,
    /// The container, for a subcommand.
    pub parent: Option<CommandId>,
    /// Lower-case name; for a subcommand without its container (`list`).
    pub name: &'static str,
    /// `get`, or `client|list` for a subcommand.
    pub full_name: &'static str,
    /// Ordered by name; empty unless the command is a container.
    pub subcommands: &'static [CommandId],
    pub key_specs: &'static [KeySpec],
    pub tips: &'static [&'static str],
    pub docs: &'static Docs,
}

impl Spec {
    /// The generated table names only what differs from this.
    pub(crate) const EMPTY: Self = Self {
        id: CommandId::FIRST,
        arity: 0,
        reach: Reach::Session,
        key_plan: KeyPlan::None,
        flags: Flags(0),
        acl: AclCategories(0),
        range: LegacyRange {
            first: 0,
            last: 0,
            step: 0,
        },
        parent: None,
        name: "",
        full_name: "",
        subcommands: &[],
        key_specs: &[],
        tips: &[],
        docs: &Docs::EMPTY,
    };

    /// Whether `argc` arguments (the name included) are as many as the command takes.
    pub fn accepts_argc(&self, argc: usize) -> bool {
        let arity = usize::from(self.arity.unsigned_abs());
        if self.arity < 0 {
            argc >= arity
        } else {
            argc == arity
        }
    }

    pub fn is_container(&self) -> bool {
        !self.subcommands.is_empty()
    }
}

/// Where a command happens: which cores a request concerns and how they meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Reach {
    /// The slots of its keys (or of its channels): one core, or a loan between several.
    Slots,
    /// All slots at one moment: a barrier.
    EverySlotOneMoment,
    /// All slots, each core for itself and in its own time.
    EverySlotEachCore,
    /// A new version of something that every core adopts before the reply leaves.
    Control,
    /// Sessions and counters of all cores.
    Sessions,
    /// This connection alone, or what the core knows by itself.
    Session,
}

impl Reach {
    pub const ALL: [Self; 6] = [
        Self::Slots,
        Self::EverySlotOneMoment,
        Self::EverySlotEachCore,
        Self::Control,
        Self::Sessions,
        Self::Session,
    ];

    /// The name used in the specification files and on the coverage page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slots => "slots",
            Self::EverySlotOneMoment => "every-slot-one-moment",
            Self::EverySlotEachCore => "every-slot-each-core",
            Self::Control => "control",
            Self::Sessions => "sessions",
            Self::Session => "session",
        }
    }
}

/// Declares a set of named bits: the constants, their names in printing order, and iteration.
macro_rules! named_bits {
    ($(#[$doc:meta])* $type:ident, $repr:ty, [
        $($(#[$item_doc:meta])* $const:ident = $text:literal),+ $(,)?
    ]) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $type(pub(crate) $repr);

        named_bits!(@consts $type, $repr, 0, $($(#[$item_doc])* $const)+);

        impl $type {
            /// Every member with its name, in the order in which Valkey prints them.
            pub const NAMES: &'static [(Self, &'static str)] = &[$((Self::$const, $text)),+];

            pub const fn contains(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            pub const fn intersects(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Names of the members in the order in which Valkey prints them.
            pub fn names(self) -> impl Iterator<Item = &'static str> + Clone {
                let members = Self::NAMES.iter().filter(move |(bit, _)| self.contains(*bit));
                members.map(|&(_, name)| name)
            }

            /// The member called `name`, whatever its case.
            pub fn by_name(name: &[u8]) -> Option<Self> {
                Self::NAMES
                    .iter()
                    .find(|(_, text)| text.as_bytes().eq_ignore_ascii_case(name))
                    .map(|&(bit, _)| bit)
            }
        }
    };
    (@consts $type:ident, $repr:ty, $at:expr, $(#[$item_doc:meta])* $const:ident $($rest:tt)*) => {
        impl $type {
            $(#[$item_doc])*
            pub const $const: Self = Self(1 << ($at));
        }
        named_bits!(@consts $type, $repr, $at + 1, $($rest)*);
    };
    (@consts $type:ident, $repr:ty, $at:expr,) => {};
}
pub(crate) use named_bits;

named_bits!(
    /// The flags of a command.
    Flags,
    u32,
    [
        WRITE = "write",
        READONLY = "readonly",
        DENYOOM = "denyoom",
        MODULE = "module",
        ADMIN = "admin",
        PUBSUB = "pubsub",
        NOSCRIPT = "noscript",
        BLOCKING = "blocking",
        LOADING = "loading",
        STALE = "stale",
        SKIP_MONITOR = "skip_monitor",
        SKIP_COMMANDLOG = "skip_commandlog",
        ASKING = "asking",
        FAST = "fast",
        NO_AUTH = "no_auth",
        NO_MANDATORY_KEYS = "no_mandatory_keys",
        NO_ASYNC_LOADING = "no_async_loading",
        NO_MULTI = "no_multi",
        MOVABLEKEYS = "movablekeys",
        ALLOW_BUSY = "allow_busy",
        /// May yield effects although it is not a write (EVAL, PUBLISH, PFCOUNT). COMMAND INFO
        /// does not show it: see [`Flags::shown`].
        MAY_REPLICATE = "may_replicate",
    ]
);

impl Flags {
    /// The flags that COMMAND INFO shows.
    pub fn shown(self) -> Self {
        Self(self.0 & !Self::MAY_REPLICATE.0)
    }
}

named_bits!(
    /// Categories of commands in access control lists, named without their `@`.
    AclCategories,
    u32,
    [
        KEYSPACE = "keyspace",
        READ = "read",
        WRITE = "write",
        SET = "set",
        SORTEDSET = "sortedset",
        LIST = "list",
        HASH = "hash",
        STRING = "string",
        BITMAP = "bitmap",
        HYPERLOGLOG = "hyperloglog",
        GEO = "geo",
        STREAM = "stream",
        PUBSUB = "pubsub",
        ADMIN = "admin",
        FAST = "fast",
        SLOW = "slow",
        BLOCKING = "blocking",
        DANGEROUS = "dangerous",
        CONNECTION = "connection",
        TRANSACTION = "transaction",
        SCRIPTING = "scripting",
    ]
);

named_bits!(
    /// What COMMAND DOCS says of a command's standing.
    DocFlags,
    u8,
    [DEPRECATED = "deprecated", SYSCMD = "syscmd"]
);

/// The part of a specification that is there to be read by people: COMMAND DOCS.
#[derive(Debug)]
pub struct Docs {
    pub summary: &'static str,
    /// The version that brought the command.
    pub since: &'static str,
    pub group: &'static str,
    /// A bound in O notation, empty where none is stated.
    pub complexity: &'static str,
    pub doc_flags: DocFlags,
    /// Empty unless deprecated.
    pub deprecated_since: &'static str,
    /// Empty unless deprecated; the replacement as one would type it.
    pub replaced_by: &'static str,
    /// Version and what changed in it.
    pub history: &'static [(&'static str, &'static str)],
    pub arguments: &'static [Argument],
}

impl Docs {
    pub(crate) const EMPTY: Self = Self {
        summary: "",
        since: "",
        group: "",
        complexity: "",
        doc_flags: DocFlags(0),
        deprecated_since: "",
        replaced_by: "",
        history: &[],
        arguments: &[],
    };
}

/// One argument of a command's grammar. Texts are empty where nothing is stated.
#[derive(Debug)]
pub struct Argument {
    pub name: &'static str,
    pub kind: ArgumentKind,
    /// What a usage line shows, where that is not the name: see [`Argument::display_text`].
    pub(crate) display: &'static str,
    /// The word that introduces the value, or that is the argument (MIGRATE has an empty one).
    pub token: Option<&'static str>,
    pub summary: &'static str,
    pub since: &'static str,
    pub deprecated_since: &'static str,
    /// Index into the command's key specifications.
    pub key_spec: Option<u8>,
    pub flags: ArgumentFlags,
    /// The alternatives of a `OneOf`, the parts of a `Block`.
    pub arguments: &'static [Self],
}

impl Argument {
    pub(crate) const EMPTY: Self = Self {
        name: "",
        kind: ArgumentKind::String,
        display: "",
        token: None,
        summary: "",
        since: "",
        deprecated_since: "",
        key_spec: None,
        flags: ArgumentFlags(0),
        arguments: &[],
    };

    /// What a usage line shows; nothing for [`ArgumentKind::OneOf`] and [`ArgumentKind::Block`].
    pub fn display_text(&self) -> Option<&'static str> {
        match self.kind {
            ArgumentKind::OneOf | ArgumentKind::Block => None,
            _ if self.display.is_empty() => Some(self.name),
            _ => Some(self.display),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    String,
    Integer,
    Double,
    Key,
    Pattern,
    UnixTime,
    PureToken,
    OneOf,
    Block,
}

impl ArgumentKind {
    /// The type's name in COMMAND DOCS.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Double => "double",
            Self::Key => "key",
            Self::Pattern => "pattern",
            Self::UnixTime => "unix-time",
            Self::PureToken => "pure-token",
            Self::OneOf => "oneof",
            Self::Block => "block",
        }
    }
}

named_bits!(
    /// How often an argument may appear.
    ArgumentFlags,
    u8,
    [OPTIONAL = "optional", MULTIPLE = "multiple", MULTIPLE_TOKEN = "multiple_token"]
);
