//! The commands as COMMAND DOCS describes them, in the order of their ids.
//! Generated from specs/*.json by examples/generate-command-table: change those
//! and run it.

use crate::spec::{Argument, ArgumentFlags as Often, ArgumentKind as Kind, DocFlags, Docs};

const NONE: Argument = Argument::EMPTY;

pub(crate) static DOCS: [Docs; 407] = [
    // acl
    Docs {
        summary: "Groups the subcommands that manage users and their rights.",
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|cat
    Docs {
        summary: "Names the command categories, or the commands that belong to one.",
        since: "6.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "category",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // acl|deluser
    Docs {
        summary: "Removes users and closes the connections that were logged in as them.",
        since: "6.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "username",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // acl|dryrun
    Docs {
        summary: "Tells whether a user could run a command, without running it.",
        since: "7.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "username", kind: Kind::String, ..NONE },
            Argument { name: "command", kind: Kind::String, ..NONE },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // acl|genpass
    Docs {
        summary: "Makes up a random password in hexadecimal digits.",
        since: "6.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "bits", kind: Kind::Integer, flags: Often(Often::OPTIONAL.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // acl|getuser
    Docs {
        summary: "Shows one user's rights in detail.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Shows patterns of channels."),
            ("7.0.0", "Shows selectors; keys and channels appear as rules."),
            ("9.1.0", "Shows rules about databases."),
        ],
        arguments: &[
            Argument { name: "username", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // acl|help
    Docs {
        summary: "Explains the ACL subcommands.",
        since: "6.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // acl|list
    Docs {
        summary: "Shows all users as rules, the way an ACL file states them.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // acl|load
    Docs {
        summary: "Replaces all users by those in the ACL file.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // acl|log
    Docs {
        summary: "Shows or empties the record of refused logins, commands, keys and channels.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("7.2.0", "Entries have an id and times of creation and last change."),
        ],
        arguments: &[
            Argument {
                name: "operation",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                    Argument { name: "reset", kind: Kind::PureToken, token: Some("RESET"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // acl|save
    Docs {
        summary: "Writes all users to the ACL file.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // acl|setuser
    Docs {
        summary: "Creates a user or changes one, rule by rule.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Takes patterns of channels."),
            ("7.0.0", "Takes selectors and rights by key."),
            ("9.1.0", "Takes rules about databases."),
        ],
        arguments: &[
            Argument { name: "username", kind: Kind::String, ..NONE },
            Argument {
                name: "rule",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // acl|users
    Docs {
        summary: "Names all users.",
        since: "6.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // acl|whoami
    Docs {
        summary: "Names the user that this connection is logged in as.",
        since: "6.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // append
    Docs {
        summary: "Adds bytes at the end of a string, creating it if needed.",
        since: "2.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // asking
    Docs {
        summary: "Lets the next command use a slot that this node is importing.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // auth
    Docs {
        summary: "Logs this connection in.",
        since: "1.0.0",
        group: "connection",
        complexity: "O(N)",
        history: &[
            ("6.0.0", "Takes a user name before the password."),
        ],
        arguments: &[
            Argument {
                name: "username",
                kind: Kind::String,
                since: "6.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument { name: "password", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // bgrewriteaof
    Docs {
        summary: "Starts writing a compact append-only file in the background.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // bgsave
    Docs {
        summary: "Starts writing a snapshot to disk in the background.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        history: &[
            ("3.2.2", "New option SCHEDULE."),
            ("8.1.0", "New option CANCEL."),
        ],
        arguments: &[
            Argument {
                name: "operation",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "schedule",
                        kind: Kind::PureToken,
                        token: Some("SCHEDULE"),
                        since: "3.2.2",
                        ..NONE
                    },
                    Argument {
                        name: "cancel",
                        kind: Kind::PureToken,
                        token: Some("CANCEL"),
                        since: "8.1.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bitcount
    Docs {
        summary: "Counts the bits that are 1, in all of a string or a part.",
        since: "2.6.0",
        group: "bitmap",
        complexity: "O(N)",
        history: &[
            ("7.0.0", "Ranges may count in BYTE or BIT."),
            ("8.0.0", "The end of the range may be left out."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "range",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "start", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "end-unit-block",
                        kind: Kind::Block,
                        flags: Often(Often::OPTIONAL.0),
                        arguments: &[
                            Argument { name: "end", kind: Kind::Integer, ..NONE },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                since: "7.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "byte",
                                        kind: Kind::PureToken,
                                        token: Some("BYTE"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "bit",
                                        kind: Kind::PureToken,
                                        token: Some("BIT"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bitfield
    Docs {
        summary: "Reads, writes and counts integers of any width within a string.",
        since: "3.2.0",
        group: "bitmap",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "operation",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "get-block",
                        kind: Kind::Block,
                        token: Some("GET"),
                        arguments: &[
                            Argument { name: "encoding", kind: Kind::String, ..NONE },
                            Argument { name: "offset", kind: Kind::Integer, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "write",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "overflow-block",
                                kind: Kind::OneOf,
                                token: Some("OVERFLOW"),
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "wrap",
                                        kind: Kind::PureToken,
                                        token: Some("WRAP"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "sat",
                                        kind: Kind::PureToken,
                                        token: Some("SAT"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "fail",
                                        kind: Kind::PureToken,
                                        token: Some("FAIL"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                            Argument {
                                name: "write-operation",
                                kind: Kind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "set-block",
                                        kind: Kind::Block,
                                        token: Some("SET"),
                                        arguments: &[
                                            Argument {
                                                name: "encoding",
                                                kind: Kind::String,
                                                ..NONE
                                            },
                                            Argument {
                                                name: "offset",
                                                kind: Kind::Integer,
                                                ..NONE
                                            },
                                            Argument { name: "value", kind: Kind::Integer, ..NONE },
                                        ],
                                        ..NONE
                                    },
                                    Argument {
                                        name: "incrby-block",
                                        kind: Kind::Block,
                                        token: Some("INCRBY"),
                                        arguments: &[
                                            Argument {
                                                name: "encoding",
                                                kind: Kind::String,
                                                ..NONE
                                            },
                                            Argument {
                                                name: "offset",
                                                kind: Kind::Integer,
                                                ..NONE
                                            },
                                            Argument {
                                                name: "increment",
                                                kind: Kind::Integer,
                                                ..NONE
                                            },
                                        ],
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bitfield_ro
    Docs {
        summary: "Reads integers of any width within a string.",
        since: "6.0.0",
        group: "bitmap",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "get-block",
                kind: Kind::Block,
                token: Some("GET"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0 | Often::MULTIPLE_TOKEN.0),
                arguments: &[
                    Argument { name: "encoding", kind: Kind::String, ..NONE },
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bitop
    Docs {
        summary: "Combines strings bit by bit and stores the outcome.",
        since: "2.6.0",
        group: "bitmap",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "operation",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "and", kind: Kind::PureToken, token: Some("AND"), ..NONE },
                    Argument { name: "or", kind: Kind::PureToken, token: Some("OR"), ..NONE },
                    Argument { name: "xor", kind: Kind::PureToken, token: Some("XOR"), ..NONE },
                    Argument { name: "not", kind: Kind::PureToken, token: Some("NOT"), ..NONE },
                ],
                ..NONE
            },
            Argument { name: "destkey", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bitpos
    Docs {
        summary: "Finds the first bit with the given value.",
        since: "2.8.7",
        group: "bitmap",
        complexity: "O(N)",
        history: &[
            ("7.0.0", "Ranges may count in BYTE or BIT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "bit", kind: Kind::Integer, ..NONE },
            Argument {
                name: "range",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "start", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "end-unit-block",
                        kind: Kind::Block,
                        flags: Often(Often::OPTIONAL.0),
                        arguments: &[
                            Argument { name: "end", kind: Kind::Integer, ..NONE },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                since: "7.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "byte",
                                        kind: Kind::PureToken,
                                        token: Some("BYTE"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "bit",
                                        kind: Kind::PureToken,
                                        token: Some("BIT"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // blmove
    Docs {
        summary: "Moves an element from one list's end to another's, waiting for one if needed.",
        since: "6.2.0",
        group: "list",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument {
                name: "wherefrom",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "whereto",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // blmpop
    Docs {
        summary: "Takes elements from the first list that has any, waiting if none has.",
        since: "7.0.0",
        group: "list",
        complexity: "O(N+M)",
        arguments: &[
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "where",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // blpop
    Docs {
        summary: "Takes the head of the first list that has elements, waiting if none has.",
        since: "2.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("6.0.0", "The timeout may have a fraction."),
        ],
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // brpop
    Docs {
        summary: "Takes the tail of the first list that has elements, waiting if none has.",
        since: "2.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("6.0.0", "The timeout may have a fraction."),
        ],
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // brpoplpush
    Docs {
        summary: "Moves a list's tail to another list's head, waiting for one if there is none.",
        since: "2.2.0",
        group: "list",
        complexity: "O(1)",
        history: &[
            ("6.0.0", "The timeout may have a fraction."),
        ],
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // bzmpop
    Docs {
        summary: "Takes members by score from the first sorted set that has any, or waits.",
        since: "7.0.0",
        group: "sorted-set",
        complexity: "O(K) + O(M*log(N))",
        arguments: &[
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "where",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // bzpopmax
    Docs {
        summary: "Takes the highest member of the first sorted set that has any, or waits.",
        since: "5.0.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        history: &[
            ("6.0.0", "The timeout may have a fraction."),
        ],
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // bzpopmin
    Docs {
        summary: "Takes the lowest member of the first sorted set that has any, or waits.",
        since: "5.0.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        history: &[
            ("6.0.0", "The timeout may have a fraction."),
        ],
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // client
    Docs {
        summary: "Groups the subcommands about connections.",
        since: "2.4.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|caching
    Docs {
        summary: "Says whether the keys of the next command are to be tracked.",
        since: "6.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "mode",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "yes", kind: Kind::PureToken, token: Some("YES"), ..NONE },
                    Argument { name: "no", kind: Kind::PureToken, token: Some("NO"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|capa
    Docs {
        summary: "Announces what the client can handle beyond the basics.",
        since: "8.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "capability",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|getname
    Docs {
        summary: "Tells the name of this connection.",
        since: "2.6.9",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|getredir
    Docs {
        summary: "Tells which connection receives this one's invalidation messages.",
        since: "6.0.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|help
    Docs {
        summary: "Explains the CLIENT subcommands.",
        since: "5.0.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|id
    Docs {
        summary: "Tells the number of this connection.",
        since: "5.0.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|import-source
    Docs {
        summary: "Marks this connection as one that brings data in from elsewhere.",
        since: "8.1.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "enabled",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "on", kind: Kind::PureToken, token: Some("ON"), ..NONE },
                    Argument { name: "off", kind: Kind::PureToken, token: Some("OFF"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|info
    Docs {
        summary: "Describes this connection.",
        since: "6.2.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|kill
    Docs {
        summary: "Closes the connections that match all of the filters.",
        since: "2.4.0",
        group: "connection",
        complexity: "O(N)",
        history: &[
            ("2.8.12", "Takes filters by name."),
            ("2.8.12", "New filter ID."),
            ("3.2.0", "TYPE knows master."),
            ("5.0.0", "TYPE knows replica, still taking slave."),
            ("6.2.0", "New filter LADDR."),
            ("8.0.0", "New filter MAXAGE."),
            ("8.0.0", "TYPE knows primary, still taking master."),
            ("8.1.0", "ID takes several numbers."),
            ("9.0.0", "New filters NAME, IDLE, FLAGS, LIB-NAME, LIB-VER, DB, CAPA, IP; NOT- forms."),
        ],
        arguments: &[
            Argument {
                name: "filter",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "old-format",
                        kind: Kind::String,
                        display: "ip:port",
                        deprecated_since: "2.8.12",
                        ..NONE
                    },
                    Argument {
                        name: "new-format",
                        kind: Kind::OneOf,
                        flags: Often(Often::MULTIPLE.0),
                        arguments: &[
                            Argument {
                                name: "client-id",
                                kind: Kind::Integer,
                                token: Some("ID"),
                                since: "2.8.12",
                                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                                ..NONE
                            },
                            Argument {
                                name: "client-type",
                                kind: Kind::OneOf,
                                token: Some("TYPE"),
                                since: "2.8.12",
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "normal",
                                        kind: Kind::PureToken,
                                        token: Some("NORMAL"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "master",
                                        kind: Kind::PureToken,
                                        token: Some("MASTER"),
                                        since: "3.2.0",
                                        ..NONE
                                    },
                                    Argument {
                                        name: "primary",
                                        kind: Kind::PureToken,
                                        token: Some("PRIMARY"),
                                        since: "8.0.0",
                                        ..NONE
                                    },
                                    Argument {
                                        name: "slave",
                                        kind: Kind::PureToken,
                                        token: Some("SLAVE"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "replica",
                                        kind: Kind::PureToken,
                                        token: Some("REPLICA"),
                                        since: "5.0.0",
                                        ..NONE
                                    },
                                    Argument {
                                        name: "pubsub",
                                        kind: Kind::PureToken,
                                        token: Some("PUBSUB"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                            Argument {
                                name: "username",
                                kind: Kind::String,
                                token: Some("USER"),
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "addr",
                                kind: Kind::String,
                                display: "ip:port",
                                token: Some("ADDR"),
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "laddr",
                                kind: Kind::String,
                                display: "ip:port",
                                token: Some("LADDR"),
                                since: "6.2.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "skipme",
                                kind: Kind::OneOf,
                                token: Some("SKIPME"),
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "yes",
                                        kind: Kind::PureToken,
                                        token: Some("YES"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "no",
                                        kind: Kind::PureToken,
                                        token: Some("NO"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                            Argument {
                                name: "maxage",
                                kind: Kind::Integer,
                                token: Some("MAXAGE"),
                                since: "8.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "name",
                                kind: Kind::String,
                                token: Some("NAME"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "idle",
                                kind: Kind::Integer,
                                token: Some("IDLE"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "flags",
                                kind: Kind::String,
                                token: Some("FLAGS"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "lib-name",
                                kind: Kind::String,
                                token: Some("LIB-NAME"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "lib-ver",
                                kind: Kind::String,
                                token: Some("LIB-VER"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "db",
                                kind: Kind::Integer,
                                token: Some("DB"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "capa",
                                kind: Kind::String,
                                token: Some("CAPA"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "ip",
                                kind: Kind::String,
                                token: Some("IP"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-client-type",
                                kind: Kind::OneOf,
                                token: Some("NOT-TYPE"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "normal",
                                        kind: Kind::PureToken,
                                        token: Some("NORMAL"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "master",
                                        kind: Kind::PureToken,
                                        token: Some("MASTER"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "primary",
                                        kind: Kind::PureToken,
                                        token: Some("PRIMARY"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "slave",
                                        kind: Kind::PureToken,
                                        token: Some("SLAVE"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "replica",
                                        kind: Kind::PureToken,
                                        token: Some("REPLICA"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "pubsub",
                                        kind: Kind::PureToken,
                                        token: Some("PUBSUB"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                            Argument {
                                name: "not-client-id",
                                kind: Kind::Integer,
                                token: Some("NOT-ID"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-username",
                                kind: Kind::String,
                                token: Some("NOT-USER"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-addr",
                                kind: Kind::String,
                                display: "ip:port",
                                token: Some("NOT-ADDR"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-laddr",
                                kind: Kind::String,
                                display: "ip:port",
                                token: Some("NOT-LADDR"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-name",
                                kind: Kind::String,
                                token: Some("NOT-NAME"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-flags",
                                kind: Kind::String,
                                token: Some("NOT-FLAGS"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-lib-name",
                                kind: Kind::String,
                                token: Some("NOT-LIB-NAME"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-lib-ver",
                                kind: Kind::String,
                                token: Some("NOT-LIB-VER"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-db",
                                kind: Kind::Integer,
                                token: Some("NOT-DB"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-capa",
                                kind: Kind::String,
                                token: Some("NOT-CAPA"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "not-ip",
                                kind: Kind::String,
                                token: Some("NOT-IP"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|list
    Docs {
        summary: "Describes all connections, or those that match all of the filters.",
        since: "2.4.0",
        group: "connection",
        complexity: "O(N)",
        history: &[
            ("2.8.12", "Shows id."),
            ("5.0.0", "New filter TYPE."),
            ("6.0.0", "Shows user."),
            ("6.2.0", "Shows argv-mem, tot-mem, laddr and redir; new filter ID."),
            ("7.0.0", "Shows resp, multi-mem, rbs and rbp."),
            ("7.0.3", "Shows ssub."),
            ("8.0.0", "TYPE knows primary, still taking master."),
            ("8.1.0", "New filters USER, ADDR, LADDR, SKIPME and MAXAGE."),
            ("9.0.0", "New filters NAME, IDLE, FLAGS, LIB-NAME, LIB-VER, DB, CAPA, IP; NOT- forms."),
        ],
        arguments: &[
            Argument {
                name: "client-type",
                kind: Kind::OneOf,
                token: Some("TYPE"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "normal",
                        kind: Kind::PureToken,
                        token: Some("NORMAL"),
                        ..NONE
                    },
                    Argument {
                        name: "master",
                        kind: Kind::PureToken,
                        token: Some("MASTER"),
                        ..NONE
                    },
                    Argument {
                        name: "replica",
                        kind: Kind::PureToken,
                        token: Some("REPLICA"),
                        ..NONE
                    },
                    Argument {
                        name: "pubsub",
                        kind: Kind::PureToken,
                        token: Some("PUBSUB"),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "client-id",
                kind: Kind::Integer,
                token: Some("ID"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "username",
                kind: Kind::String,
                token: Some("USER"),
                since: "8.1.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "addr",
                kind: Kind::String,
                display: "ip:port",
                token: Some("ADDR"),
                since: "8.1.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "laddr",
                kind: Kind::String,
                display: "ip:port",
                token: Some("LADDR"),
                since: "8.1.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "skipme",
                kind: Kind::OneOf,
                token: Some("SKIPME"),
                since: "8.1.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "yes", kind: Kind::PureToken, token: Some("YES"), ..NONE },
                    Argument { name: "no", kind: Kind::PureToken, token: Some("NO"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "maxage",
                kind: Kind::Integer,
                token: Some("MAXAGE"),
                since: "8.1.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "name",
                kind: Kind::String,
                token: Some("NAME"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "idle",
                kind: Kind::Integer,
                token: Some("IDLE"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "flags",
                kind: Kind::String,
                token: Some("FLAGS"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "lib-name",
                kind: Kind::String,
                token: Some("LIB-NAME"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "lib-ver",
                kind: Kind::String,
                token: Some("LIB-VER"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "db",
                kind: Kind::Integer,
                token: Some("DB"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "capa",
                kind: Kind::String,
                token: Some("CAPA"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "ip",
                kind: Kind::String,
                token: Some("IP"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-client-type",
                kind: Kind::OneOf,
                token: Some("NOT-TYPE"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "normal",
                        kind: Kind::PureToken,
                        token: Some("NORMAL"),
                        ..NONE
                    },
                    Argument {
                        name: "master",
                        kind: Kind::PureToken,
                        token: Some("MASTER"),
                        ..NONE
                    },
                    Argument {
                        name: "replica",
                        kind: Kind::PureToken,
                        token: Some("REPLICA"),
                        ..NONE
                    },
                    Argument {
                        name: "pubsub",
                        kind: Kind::PureToken,
                        token: Some("PUBSUB"),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "not-client-id",
                kind: Kind::Integer,
                token: Some("NOT-ID"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "not-username",
                kind: Kind::String,
                token: Some("NOT-USER"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-addr",
                kind: Kind::String,
                display: "ip:port",
                token: Some("NOT-ADDR"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-laddr",
                kind: Kind::String,
                display: "ip:port",
                token: Some("NOT-LADDR"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-name",
                kind: Kind::String,
                token: Some("NOT-NAME"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-flags",
                kind: Kind::String,
                token: Some("NOT-FLAGS"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-lib-name",
                kind: Kind::String,
                token: Some("NOT-LIB-NAME"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-lib-ver",
                kind: Kind::String,
                token: Some("NOT-LIB-VER"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-db",
                kind: Kind::Integer,
                token: Some("NOT-DB"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-capa",
                kind: Kind::String,
                token: Some("NOT-CAPA"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "not-ip",
                kind: Kind::String,
                token: Some("NOT-IP"),
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|no-evict
    Docs {
        summary: "Exempts this connection from being closed to save memory.",
        since: "7.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "enabled",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "on", kind: Kind::PureToken, token: Some("ON"), ..NONE },
                    Argument { name: "off", kind: Kind::PureToken, token: Some("OFF"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|no-touch
    Docs {
        summary: "Keeps this connection's commands from refreshing the idle time of keys.",
        since: "7.2.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "enabled",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "on", kind: Kind::PureToken, token: Some("ON"), ..NONE },
                    Argument { name: "off", kind: Kind::PureToken, token: Some("OFF"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|pause
    Docs {
        summary: "Holds back commands of all clients, or their writes, for some time.",
        since: "3.0.0",
        group: "connection",
        complexity: "O(1)",
        history: &[
            ("6.2.0", "New mode WRITE."),
        ],
        arguments: &[
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
            Argument {
                name: "mode",
                kind: Kind::OneOf,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "write", kind: Kind::PureToken, token: Some("WRITE"), ..NONE },
                    Argument { name: "all", kind: Kind::PureToken, token: Some("ALL"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|reply
    Docs {
        summary: "Turns the replies of this connection off, on, or off once.",
        since: "3.2.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "action",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "on", kind: Kind::PureToken, token: Some("ON"), ..NONE },
                    Argument { name: "off", kind: Kind::PureToken, token: Some("OFF"), ..NONE },
                    Argument { name: "skip", kind: Kind::PureToken, token: Some("SKIP"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|setinfo
    Docs {
        summary: "Records name or version of the client library.",
        since: "7.2.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "attr",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "libname",
                        kind: Kind::String,
                        token: Some("LIB-NAME"),
                        ..NONE
                    },
                    Argument { name: "libver", kind: Kind::String, token: Some("LIB-VER"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|setname
    Docs {
        summary: "Names this connection.",
        since: "2.6.9",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "connection-name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // client|tracking
    Docs {
        summary: "Turns invalidation messages for client-side caches on or off.",
        since: "6.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "status",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "on", kind: Kind::PureToken, token: Some("ON"), ..NONE },
                    Argument { name: "off", kind: Kind::PureToken, token: Some("OFF"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "client-id",
                kind: Kind::Integer,
                token: Some("REDIRECT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "prefix",
                kind: Kind::String,
                token: Some("PREFIX"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0 | Often::MULTIPLE_TOKEN.0),
                ..NONE
            },
            Argument {
                name: "bcast",
                kind: Kind::PureToken,
                token: Some("BCAST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "optin",
                kind: Kind::PureToken,
                token: Some("OPTIN"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "optout",
                kind: Kind::PureToken,
                token: Some("OPTOUT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "noloop",
                kind: Kind::PureToken,
                token: Some("NOLOOP"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|trackinginfo
    Docs {
        summary: "Shows how tracking is set up on this connection.",
        since: "6.2.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // client|unblock
    Docs {
        summary: "Ends the wait of a blocked connection.",
        since: "5.0.0",
        group: "connection",
        complexity: "O(log(N))",
        arguments: &[
            Argument { name: "client-id", kind: Kind::Integer, ..NONE },
            Argument {
                name: "unblock-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "timeout",
                        kind: Kind::PureToken,
                        token: Some("TIMEOUT"),
                        ..NONE
                    },
                    Argument { name: "error", kind: Kind::PureToken, token: Some("ERROR"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // client|unpause
    Docs {
        summary: "Lets held-back commands run again.",
        since: "6.2.0",
        group: "connection",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // cluster
    Docs {
        summary: "Groups the subcommands that inspect and manage the cluster.",
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // clusterscan
    Docs {
        summary: "Walks over the keys of the whole cluster, slot by slot.",
        since: "9.1.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "cursor", kind: Kind::String, ..NONE },
            Argument {
                name: "match-pattern",
                kind: Kind::Pattern,
                token: Some("MATCH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "type",
                kind: Kind::String,
                token: Some("TYPE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "slot",
                kind: Kind::Integer,
                token: Some("SLOT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|addslots
    Docs {
        summary: "Makes this node responsible for the given slots.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|addslotsrange
    Docs {
        summary: "Makes this node responsible for ranges of slots.",
        since: "7.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "range",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "start-slot", kind: Kind::Integer, ..NONE },
                    Argument { name: "end-slot", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|bumpepoch
    Docs {
        summary: "Raises the cluster's configuration epoch.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|cancelslotmigrations
    Docs {
        summary: "Calls off the slot migrations that this node is sending.",
        since: "9.0.0",
        group: "cluster",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // cluster|count-failure-reports
    Docs {
        summary: "Counts how many nodes currently report a node as failing.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        history: &[
            ("9.0.0", "Reports about a node already marked as failed no longer count."),
        ],
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|countkeysinslot
    Docs {
        summary: "Counts this node's keys in a slot.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|delslots
    Docs {
        summary: "Makes this node forget who owns the given slots.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|delslotsrange
    Docs {
        summary: "Makes this node forget who owns ranges of slots.",
        since: "7.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "range",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "start-slot", kind: Kind::Integer, ..NONE },
                    Argument { name: "end-slot", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|failover
    Docs {
        summary: "Makes this replica take its primary's place.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "options",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "force", kind: Kind::PureToken, token: Some("FORCE"), ..NONE },
                    Argument {
                        name: "takeover",
                        kind: Kind::PureToken,
                        token: Some("TAKEOVER"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|flushslot
    Docs {
        summary: "Deletes every key of one slot.",
        since: "9.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
            Argument {
                name: "flush-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "async", kind: Kind::PureToken, token: Some("ASYNC"), ..NONE },
                    Argument { name: "sync", kind: Kind::PureToken, token: Some("SYNC"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|flushslots
    Docs {
        summary: "Makes this node forget all of its slots.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|forget
    Docs {
        summary: "Drops a node from this node's view of the cluster.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|getkeysinslot
    Docs {
        summary: "Names some of this node's keys in a slot.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
            Argument { name: "count", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|getslotmigrations
    Docs {
        summary: "Reports the running and recent slot migrations of this node.",
        since: "9.0.0",
        group: "cluster",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // cluster|help
    Docs {
        summary: "Explains the CLUSTER subcommands.",
        since: "5.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|info
    Docs {
        summary: "Reports this node's view of the cluster's health.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|keyslot
    Docs {
        summary: "Tells the slot that a key belongs to.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|links
    Docs {
        summary: "Lists this node's connections on the cluster bus.",
        since: "7.0.0",
        group: "cluster",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // cluster|meet
    Docs {
        summary: "Introduces another node to this one, to form or extend a cluster.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        history: &[
            ("4.0.0", "Takes the port of the cluster bus."),
        ],
        arguments: &[
            Argument { name: "ip", kind: Kind::String, ..NONE },
            Argument { name: "port", kind: Kind::Integer, ..NONE },
            Argument {
                name: "cluster-bus-port",
                kind: Kind::Integer,
                since: "4.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|migrateslots
    Docs {
        summary: "Moves ranges of slots with all their keys to other nodes.",
        since: "9.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "migration-group",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "slotsrange-token",
                        kind: Kind::PureToken,
                        token: Some("SLOTSRANGE"),
                        ..NONE
                    },
                    Argument {
                        name: "range",
                        kind: Kind::Block,
                        flags: Often(Often::MULTIPLE.0),
                        arguments: &[
                            Argument { name: "start-slot", kind: Kind::Integer, ..NONE },
                            Argument { name: "end-slot", kind: Kind::Integer, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "node-token",
                        kind: Kind::PureToken,
                        token: Some("NODE"),
                        ..NONE
                    },
                    Argument { name: "node-id", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|myid
    Docs {
        summary: "Tells this node's identifier.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|myshardid
    Docs {
        summary: "Tells the identifier of this node's shard.",
        since: "7.2.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|nodes
    Docs {
        summary: "Shows this node's view of all nodes, in the format of the cluster's file.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // cluster|replicas
    Docs {
        summary: "Lists the replicas of a primary.",
        since: "5.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|replicate
    Docs {
        summary: "Makes this node a replica of another, or detaches it.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        history: &[
            ("9.0.0", "NO ONE detaches a replica from its primary."),
        ],
        arguments: &[
            Argument {
                name: "args",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "node-id", kind: Kind::String, ..NONE },
                    Argument {
                        name: "no-one",
                        kind: Kind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: Kind::PureToken,
                                token: Some("NO"),
                                ..NONE
                            },
                            Argument {
                                name: "one",
                                kind: Kind::PureToken,
                                token: Some("ONE"),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|reset
    Docs {
        summary: "Makes this node forget the cluster it was part of.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "reset-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "hard", kind: Kind::PureToken, token: Some("HARD"), ..NONE },
                    Argument { name: "soft", kind: Kind::PureToken, token: Some("SOFT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|saveconfig
    Docs {
        summary: "Writes this node's view of the cluster to its file.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // cluster|set-config-epoch
    Docs {
        summary: "Gives a fresh node its configuration epoch.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "config-epoch", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|setslot
    Docs {
        summary: "Changes who owns a slot, or marks it as moving.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        history: &[
            ("8.0.0", "New option TIMEOUT."),
        ],
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
            Argument {
                name: "subcommand",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "importing",
                        kind: Kind::String,
                        display: "node-id",
                        token: Some("IMPORTING"),
                        ..NONE
                    },
                    Argument {
                        name: "migrating",
                        kind: Kind::String,
                        display: "node-id",
                        token: Some("MIGRATING"),
                        ..NONE
                    },
                    Argument {
                        name: "node",
                        kind: Kind::String,
                        display: "node-id",
                        token: Some("NODE"),
                        ..NONE
                    },
                    Argument {
                        name: "stable",
                        kind: Kind::PureToken,
                        token: Some("STABLE"),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "timeout",
                kind: Kind::Integer,
                token: Some("TIMEOUT"),
                since: "8.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|shards
    Docs {
        summary: "Describes the cluster shard by shard: slots and nodes.",
        since: "7.0.0",
        group: "cluster",
        complexity: "O(N)",
        history: &[
            ("9.1.0", "Shows an id for each shard and availability-zone for each node."),
        ],
        ..Docs::EMPTY
    },
    // cluster|slaves
    Docs {
        summary: "Older name of CLUSTER REPLICAS.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        deprecated_since: "5.0.0",
        replaced_by: "`CLUSTER REPLICAS`",
        doc_flags: DocFlags(DocFlags::DEPRECATED.0),
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|slot-stats
    Docs {
        summary: "Reports usage statistics of slots.",
        since: "8.0.0",
        group: "cluster",
        complexity: "O(N), O(N*log(N)) if ordered",
        arguments: &[
            Argument {
                name: "filter",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "slotsrange",
                        kind: Kind::Block,
                        token: Some("SLOTSRANGE"),
                        arguments: &[
                            Argument { name: "start-slot", kind: Kind::Integer, ..NONE },
                            Argument { name: "end-slot", kind: Kind::Integer, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "orderby",
                        kind: Kind::Block,
                        token: Some("ORDERBY"),
                        arguments: &[
                            Argument { name: "metric", kind: Kind::String, ..NONE },
                            Argument {
                                name: "limit",
                                kind: Kind::Integer,
                                token: Some("LIMIT"),
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "order",
                                kind: Kind::OneOf,
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "asc",
                                        kind: Kind::PureToken,
                                        token: Some("ASC"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "desc",
                                        kind: Kind::PureToken,
                                        token: Some("DESC"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|slots
    Docs {
        summary: "Maps ranges of slots to the nodes that serve them.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "Shows ids of nodes."),
            ("7.0.0", "Shows more ways to reach a node."),
            ("9.1.0", "Shows availability-zone among them."),
        ],
        ..Docs::EMPTY
    },
    // cluster|syncslots
    Docs {
        summary: "Carries the messages with which nodes hand slots over.",
        since: "9.0.0",
        group: "cluster",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // command
    Docs {
        summary: "Describes every command the server knows.",
        since: "2.8.13",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // commandlog
    Docs {
        summary: "Groups the subcommands about commands that were slow or large.",
        since: "8.1.0",
        group: "server",
        ..Docs::EMPTY
    },
    // commandlog|get
    Docs {
        summary: "Shows the latest entries of one kind of command log.",
        since: "8.1.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "count", kind: Kind::Integer, ..NONE },
            Argument {
                name: "type",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "slow", kind: Kind::PureToken, token: Some("SLOW"), ..NONE },
                    Argument {
                        name: "large-request",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REQUEST"),
                        ..NONE
                    },
                    Argument {
                        name: "large-reply",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REPLY"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // commandlog|help
    Docs {
        summary: "Explains the COMMANDLOG subcommands.",
        since: "8.1.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // commandlog|len
    Docs {
        summary: "Counts the entries of one kind of command log.",
        since: "8.1.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "type",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "slow", kind: Kind::PureToken, token: Some("SLOW"), ..NONE },
                    Argument {
                        name: "large-request",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REQUEST"),
                        ..NONE
                    },
                    Argument {
                        name: "large-reply",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REPLY"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // commandlog|reset
    Docs {
        summary: "Empties one kind of command log.",
        since: "8.1.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "type",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "slow", kind: Kind::PureToken, token: Some("SLOW"), ..NONE },
                    Argument {
                        name: "large-request",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REQUEST"),
                        ..NONE
                    },
                    Argument {
                        name: "large-reply",
                        kind: Kind::PureToken,
                        token: Some("LARGE-REPLY"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // command|count
    Docs {
        summary: "Counts the commands the server knows.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // command|docs
    Docs {
        summary: "Documents the given commands, or all of them.",
        since: "7.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "command-name",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // command|getkeys
    Docs {
        summary: "Picks the keys out of a complete command line.",
        since: "2.8.13",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "command", kind: Kind::String, ..NONE },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // command|getkeysandflags
    Docs {
        summary: "Picks the keys out of a complete command line and says what is done to each.",
        since: "7.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "command", kind: Kind::String, ..NONE },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // command|help
    Docs {
        summary: "Explains the COMMAND subcommands.",
        since: "5.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // command|info
    Docs {
        summary: "Describes the given commands, or all of them, for client libraries.",
        since: "2.8.13",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("7.0.0", "Describes all commands when none is named."),
        ],
        arguments: &[
            Argument {
                name: "command-name",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // command|list
    Docs {
        summary: "Names all commands, or those that a filter lets through.",
        since: "7.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "filterby",
                kind: Kind::OneOf,
                token: Some("FILTERBY"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "module-name",
                        kind: Kind::String,
                        token: Some("MODULE"),
                        ..NONE
                    },
                    Argument {
                        name: "category",
                        kind: Kind::String,
                        token: Some("ACLCAT"),
                        ..NONE
                    },
                    Argument {
                        name: "pattern",
                        kind: Kind::Pattern,
                        token: Some("PATTERN"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // config
    Docs {
        summary: "Groups the subcommands for the server's parameters.",
        since: "2.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // config|get
    Docs {
        summary: "Shows the parameters whose names match the given patterns.",
        since: "2.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("7.0.0", "Takes several patterns in one call."),
        ],
        arguments: &[
            Argument {
                name: "parameter",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // config|help
    Docs {
        summary: "Explains the CONFIG subcommands.",
        since: "5.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // config|resetstat
    Docs {
        summary: "Sets the statistics shown by INFO back to zero.",
        since: "2.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // config|rewrite
    Docs {
        summary: "Brings the configuration file up to date with the parameters in force.",
        since: "2.8.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // config|set
    Docs {
        summary: "Changes one or more parameters at run time, all or none.",
        since: "2.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("7.0.0", "Takes several parameters in one call."),
        ],
        arguments: &[
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "parameter", kind: Kind::String, ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // copy
    Docs {
        summary: "Duplicates a key's value under another key.",
        since: "6.2.0",
        group: "generic",
        complexity: "O(1) to O(N)",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument {
                name: "destination-db",
                kind: Kind::Integer,
                token: Some("DB"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "replace",
                kind: Kind::PureToken,
                token: Some("REPLACE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // dbsize
    Docs {
        summary: "Counts the keys of the selected database.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // debug
    Docs {
        summary: "Offers tools for testing and diagnosing the server itself.",
        since: "1.0.0",
        group: "server",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // decr
    Docs {
        summary: "Takes one from the integer at a key, a missing key being 0.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // decrby
    Docs {
        summary: "Takes a number from the integer at a key, a missing key being 0.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "decrement", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // del
    Docs {
        summary: "Deletes the given keys and counts those that existed.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(N), O(M) more for each collection of M elements",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // delifeq
    Docs {
        summary: "Deletes a key if its string equals the given one.",
        since: "9.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // discard
    Docs {
        summary: "Drops the queued commands and ends the transaction.",
        since: "2.0.0",
        group: "transactions",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // dump
    Docs {
        summary: "Serializes a key's value.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(N*M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // echo
    Docs {
        summary: "Sends the given text back.",
        since: "1.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // eval
    Docs {
        summary: "Runs a script on the server.",
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument { name: "script", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // eval_ro
    Docs {
        summary: "Runs a script on the server that writes nothing.",
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "script", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // evalsha
    Docs {
        summary: "Runs a script that the server knows by its SHA-1 digest.",
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // evalsha_ro
    Docs {
        summary: "Runs a script, known by its SHA-1 digest, that writes nothing.",
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // exec
    Docs {
        summary: "Runs the queued commands as one.",
        since: "1.2.0",
        group: "transactions",
        ..Docs::EMPTY
    },
    // exists
    Docs {
        summary: "Counts how many of the given keys exist.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(N)",
        history: &[
            ("3.0.3", "Takes several keys in one call."),
        ],
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // expire
    Docs {
        summary: "Lets a key expire after some seconds.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New options NX, XX, GT and LT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "seconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // expireat
    Docs {
        summary: "Lets a key expire at a Unix time in seconds.",
        since: "1.2.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New options NX, XX, GT and LT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "unix-time-seconds", kind: Kind::UnixTime, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // expiretime
    Docs {
        summary: "Tells when a key expires, as Unix time in seconds.",
        since: "7.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // failover
    Docs {
        summary: "Hands the primary's role over to one of its replicas without losing writes.",
        since: "6.2.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "target",
                kind: Kind::Block,
                token: Some("TO"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "host", kind: Kind::String, ..NONE },
                    Argument { name: "port", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "force",
                        kind: Kind::PureToken,
                        token: Some("FORCE"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "abort",
                kind: Kind::PureToken,
                token: Some("ABORT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "milliseconds",
                kind: Kind::Integer,
                token: Some("TIMEOUT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // fcall
    Docs {
        summary: "Calls a function of a loaded library.",
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "function", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // fcall_ro
    Docs {
        summary: "Calls a function of a loaded library that writes nothing.",
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "function", kind: Kind::String, ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // flushall
    Docs {
        summary: "Deletes every key of every database.",
        since: "1.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "New option ASYNC."),
            ("6.2.0", "New option SYNC."),
        ],
        arguments: &[
            Argument {
                name: "flush-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: Kind::PureToken,
                        token: Some("ASYNC"),
                        since: "4.0.0",
                        ..NONE
                    },
                    Argument {
                        name: "sync",
                        kind: Kind::PureToken,
                        token: Some("SYNC"),
                        since: "6.2.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // flushdb
    Docs {
        summary: "Deletes every key of the selected database.",
        since: "1.0.0",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "New option ASYNC."),
            ("6.2.0", "New option SYNC."),
        ],
        arguments: &[
            Argument {
                name: "flush-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: Kind::PureToken,
                        token: Some("ASYNC"),
                        since: "4.0.0",
                        ..NONE
                    },
                    Argument {
                        name: "sync",
                        kind: Kind::PureToken,
                        token: Some("SYNC"),
                        since: "6.2.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // function
    Docs {
        summary: "Groups the subcommands for libraries of functions.",
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // function|delete
    Docs {
        summary: "Removes a library with its functions.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "library-name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // function|dump
    Docs {
        summary: "Serializes all libraries.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // function|flush
    Docs {
        summary: "Removes all libraries.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "flush-type",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "async", kind: Kind::PureToken, token: Some("ASYNC"), ..NONE },
                    Argument { name: "sync", kind: Kind::PureToken, token: Some("SYNC"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // function|help
    Docs {
        summary: "Explains the FUNCTION subcommands.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // function|kill
    Docs {
        summary: "Stops the running function, unless it has written.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // function|list
    Docs {
        summary: "Describes the loaded libraries and their functions.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "library-name-pattern",
                kind: Kind::String,
                token: Some("LIBRARYNAME"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withcode",
                kind: Kind::PureToken,
                token: Some("WITHCODE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // function|load
    Docs {
        summary: "Loads a library of functions.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "replace",
                kind: Kind::PureToken,
                token: Some("REPLACE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument { name: "function-code", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // function|restore
    Docs {
        summary: "Brings back libraries from their serialized form.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "serialized-value", kind: Kind::String, ..NONE },
            Argument {
                name: "policy",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "flush", kind: Kind::PureToken, token: Some("FLUSH"), ..NONE },
                    Argument {
                        name: "append",
                        kind: Kind::PureToken,
                        token: Some("APPEND"),
                        ..NONE
                    },
                    Argument {
                        name: "replace",
                        kind: Kind::PureToken,
                        token: Some("REPLACE"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // function|stats
    Docs {
        summary: "Tells which function runs now and which engines there are.",
        since: "7.0.0",
        group: "scripting",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // geoadd
    Docs {
        summary: "Adds places with longitude and latitude to an index, or moves them.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(N*log(M))",
        history: &[
            ("6.2.0", "New options CH, NX and XX."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "change",
                kind: Kind::PureToken,
                token: Some("CH"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "longitude", kind: Kind::Double, ..NONE },
                    Argument { name: "latitude", kind: Kind::Double, ..NONE },
                    Argument { name: "member", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // geodist
    Docs {
        summary: "Tells how far two places are apart.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member1", kind: Kind::String, ..NONE },
            Argument { name: "member2", kind: Kind::String, ..NONE },
            Argument {
                name: "unit",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "m", kind: Kind::PureToken, token: Some("M"), ..NONE },
                    Argument { name: "km", kind: Kind::PureToken, token: Some("KM"), ..NONE },
                    Argument { name: "ft", kind: Kind::PureToken, token: Some("FT"), ..NONE },
                    Argument { name: "mi", kind: Kind::PureToken, token: Some("MI"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // geohash
    Docs {
        summary: "Tells the geohash text of places.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // geopos
    Docs {
        summary: "Tells longitude and latitude of places.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // georadius
    Docs {
        summary: "Finds the places within a distance of a point, optionally storing them.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("6.2.0", "New option ANY beside COUNT."),
            ("7.0.0", "Units may be in upper case."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "longitude", kind: Kind::Double, ..NONE },
            Argument { name: "latitude", kind: Kind::Double, ..NONE },
            Argument { name: "radius", kind: Kind::Double, ..NONE },
            Argument {
                name: "unit",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "m", kind: Kind::PureToken, token: Some("M"), ..NONE },
                    Argument { name: "km", kind: Kind::PureToken, token: Some("KM"), ..NONE },
                    Argument { name: "ft", kind: Kind::PureToken, token: Some("FT"), ..NONE },
                    Argument { name: "mi", kind: Kind::PureToken, token: Some("MI"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withcoord",
                kind: Kind::PureToken,
                token: Some("WITHCOORD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withdist",
                kind: Kind::PureToken,
                token: Some("WITHDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withhash",
                kind: Kind::PureToken,
                token: Some("WITHHASH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        since: "6.2.0",
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "store",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "storekey",
                        kind: Kind::Key,
                        display: "key",
                        token: Some("STORE"),
                        key_spec: Some(1),
                        ..NONE
                    },
                    Argument {
                        name: "storedistkey",
                        kind: Kind::Key,
                        display: "key",
                        token: Some("STOREDIST"),
                        key_spec: Some(2),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // georadius_ro
    Docs {
        summary: "Finds the places within a distance of a point.",
        since: "3.2.10",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("6.2.0", "New option ANY beside COUNT."),
            ("7.0.0", "Units may be in upper case."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "longitude", kind: Kind::Double, ..NONE },
            Argument { name: "latitude", kind: Kind::Double, ..NONE },
            Argument { name: "radius", kind: Kind::Double, ..NONE },
            Argument {
                name: "unit",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "m", kind: Kind::PureToken, token: Some("M"), ..NONE },
                    Argument { name: "km", kind: Kind::PureToken, token: Some("KM"), ..NONE },
                    Argument { name: "ft", kind: Kind::PureToken, token: Some("FT"), ..NONE },
                    Argument { name: "mi", kind: Kind::PureToken, token: Some("MI"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withcoord",
                kind: Kind::PureToken,
                token: Some("WITHCOORD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withdist",
                kind: Kind::PureToken,
                token: Some("WITHDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withhash",
                kind: Kind::PureToken,
                token: Some("WITHHASH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        since: "6.2.0",
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // georadiusbymember
    Docs {
        summary: "Finds the places within a distance of another place, optionally storing them.",
        since: "3.2.0",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("6.2.0", "New option ANY beside COUNT."),
            ("7.0.0", "Units may be in upper case."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
            Argument { name: "radius", kind: Kind::Double, ..NONE },
            Argument {
                name: "unit",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "m", kind: Kind::PureToken, token: Some("M"), ..NONE },
                    Argument { name: "km", kind: Kind::PureToken, token: Some("KM"), ..NONE },
                    Argument { name: "ft", kind: Kind::PureToken, token: Some("FT"), ..NONE },
                    Argument { name: "mi", kind: Kind::PureToken, token: Some("MI"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withcoord",
                kind: Kind::PureToken,
                token: Some("WITHCOORD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withdist",
                kind: Kind::PureToken,
                token: Some("WITHDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withhash",
                kind: Kind::PureToken,
                token: Some("WITHHASH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "store",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "storekey",
                        kind: Kind::Key,
                        display: "key",
                        token: Some("STORE"),
                        key_spec: Some(1),
                        ..NONE
                    },
                    Argument {
                        name: "storedistkey",
                        kind: Kind::Key,
                        display: "key",
                        token: Some("STOREDIST"),
                        key_spec: Some(2),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // georadiusbymember_ro
    Docs {
        summary: "Finds the places within a distance of another place.",
        since: "3.2.10",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("6.2.0", "New option ANY beside COUNT."),
            ("7.0.0", "Units may be in upper case."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
            Argument { name: "radius", kind: Kind::Double, ..NONE },
            Argument {
                name: "unit",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "m", kind: Kind::PureToken, token: Some("M"), ..NONE },
                    Argument { name: "km", kind: Kind::PureToken, token: Some("KM"), ..NONE },
                    Argument { name: "ft", kind: Kind::PureToken, token: Some("FT"), ..NONE },
                    Argument { name: "mi", kind: Kind::PureToken, token: Some("MI"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withcoord",
                kind: Kind::PureToken,
                token: Some("WITHCOORD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withdist",
                kind: Kind::PureToken,
                token: Some("WITHDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withhash",
                kind: Kind::PureToken,
                token: Some("WITHHASH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // geosearch
    Docs {
        summary: "Finds the places within a circle, box or polygon.",
        since: "6.2.0",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("7.0.0", "Units may be in upper case."),
            ("9.0.0", "New shape BYPOLYGON."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "from",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "member",
                        kind: Kind::String,
                        token: Some("FROMMEMBER"),
                        ..NONE
                    },
                    Argument {
                        name: "fromlonlat",
                        kind: Kind::Block,
                        token: Some("FROMLONLAT"),
                        arguments: &[
                            Argument { name: "longitude", kind: Kind::Double, ..NONE },
                            Argument { name: "latitude", kind: Kind::Double, ..NONE },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "by",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "circle",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "radius",
                                kind: Kind::Double,
                                token: Some("BYRADIUS"),
                                ..NONE
                            },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: Kind::PureToken,
                                        token: Some("M"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "km",
                                        kind: Kind::PureToken,
                                        token: Some("KM"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: Kind::PureToken,
                                        token: Some("FT"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: Kind::PureToken,
                                        token: Some("MI"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "box",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "width",
                                kind: Kind::Double,
                                token: Some("BYBOX"),
                                ..NONE
                            },
                            Argument { name: "height", kind: Kind::Double, ..NONE },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: Kind::PureToken,
                                        token: Some("M"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "km",
                                        kind: Kind::PureToken,
                                        token: Some("KM"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: Kind::PureToken,
                                        token: Some("FT"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: Kind::PureToken,
                                        token: Some("MI"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "polygon",
                        kind: Kind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "num-vertices",
                                kind: Kind::Integer,
                                token: Some("BYPOLYGON"),
                                ..NONE
                            },
                            Argument {
                                name: "vertices",
                                kind: Kind::Block,
                                flags: Often(Often::MULTIPLE.0),
                                arguments: &[
                                    Argument { name: "longitude", kind: Kind::Double, ..NONE },
                                    Argument { name: "latitude", kind: Kind::Double, ..NONE },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "withcoord",
                kind: Kind::PureToken,
                token: Some("WITHCOORD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withdist",
                kind: Kind::PureToken,
                token: Some("WITHDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withhash",
                kind: Kind::PureToken,
                token: Some("WITHHASH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // geosearchstore
    Docs {
        summary: "Stores the places within a circle, box or polygon at another key.",
        since: "6.2.0",
        group: "geo",
        complexity: "O(N+log(M))",
        history: &[
            ("7.0.0", "Units may be in upper case."),
            ("9.0.0", "New shape BYPOLYGON."),
        ],
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "source", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument {
                name: "from",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "member",
                        kind: Kind::String,
                        token: Some("FROMMEMBER"),
                        ..NONE
                    },
                    Argument {
                        name: "fromlonlat",
                        kind: Kind::Block,
                        token: Some("FROMLONLAT"),
                        arguments: &[
                            Argument { name: "longitude", kind: Kind::Double, ..NONE },
                            Argument { name: "latitude", kind: Kind::Double, ..NONE },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "by",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "circle",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "radius",
                                kind: Kind::Double,
                                token: Some("BYRADIUS"),
                                ..NONE
                            },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: Kind::PureToken,
                                        token: Some("M"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "km",
                                        kind: Kind::PureToken,
                                        token: Some("KM"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: Kind::PureToken,
                                        token: Some("FT"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: Kind::PureToken,
                                        token: Some("MI"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "box",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "width",
                                kind: Kind::Double,
                                token: Some("BYBOX"),
                                ..NONE
                            },
                            Argument { name: "height", kind: Kind::Double, ..NONE },
                            Argument {
                                name: "unit",
                                kind: Kind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: Kind::PureToken,
                                        token: Some("M"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "km",
                                        kind: Kind::PureToken,
                                        token: Some("KM"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: Kind::PureToken,
                                        token: Some("FT"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: Kind::PureToken,
                                        token: Some("MI"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "polygon",
                        kind: Kind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "num-vertices",
                                kind: Kind::Integer,
                                token: Some("BYPOLYGON"),
                                ..NONE
                            },
                            Argument {
                                name: "vertices",
                                kind: Kind::Block,
                                flags: Often(Often::MULTIPLE.0),
                                arguments: &[
                                    Argument { name: "longitude", kind: Kind::Double, ..NONE },
                                    Argument { name: "latitude", kind: Kind::Double, ..NONE },
                                ],
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, token: Some("COUNT"), ..NONE },
                    Argument {
                        name: "any",
                        kind: Kind::PureToken,
                        token: Some("ANY"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "storedist",
                kind: Kind::PureToken,
                token: Some("STOREDIST"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // get
    Docs {
        summary: "Fetches the string at a key.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getbit
    Docs {
        summary: "Tells the bit at an offset.",
        since: "2.2.0",
        group: "bitmap",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getdel
    Docs {
        summary: "Fetches the string at a key and deletes the key.",
        since: "6.2.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getex
    Docs {
        summary: "Fetches the string at a key and sets or lifts its expiration.",
        since: "6.2.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "expiration",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "seconds", kind: Kind::Integer, token: Some("EX"), ..NONE },
                    Argument {
                        name: "milliseconds",
                        kind: Kind::Integer,
                        token: Some("PX"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: Kind::UnixTime,
                        token: Some("EXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: Kind::UnixTime,
                        token: Some("PXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "persist",
                        kind: Kind::PureToken,
                        token: Some("PERSIST"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // getrange
    Docs {
        summary: "Fetches the part of a string between two offsets.",
        since: "2.4.0",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "end", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getset
    Docs {
        summary: "Stores a string and answers with what was there before.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hdel
    Docs {
        summary: "Removes fields from a hash, and the hash with its last field.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        history: &[
            ("2.4.0", "Takes several fields in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hello
    Docs {
        summary: "Agrees on the protocol version, optionally logging in and naming the connection.",
        since: "6.0.0",
        group: "connection",
        complexity: "O(1)",
        history: &[
            ("8.1.0", "Shows availability_zone if that parameter is set."),
            ("6.2.0", "The version may be left out, to see the present state."),
        ],
        arguments: &[
            Argument {
                name: "arguments",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "protover", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "auth",
                        kind: Kind::Block,
                        token: Some("AUTH"),
                        flags: Often(Often::OPTIONAL.0),
                        arguments: &[
                            Argument { name: "username", kind: Kind::String, ..NONE },
                            Argument { name: "password", kind: Kind::String, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "clientname",
                        kind: Kind::String,
                        token: Some("SETNAME"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hexists
    Docs {
        summary: "Tells whether a hash has a field.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hexpire
    Docs {
        summary: "Lets fields of a hash expire after some seconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "seconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hexpireat
    Docs {
        summary: "Lets fields of a hash expire at a Unix time in seconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "unix-time-seconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hexpiretime
    Docs {
        summary: "Tells when fields of a hash expire, as Unix time in seconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hget
    Docs {
        summary: "Fetches the value of a hash's field.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hgetall
    Docs {
        summary: "Fetches all fields and values of a hash.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hgetdel
    Docs {
        summary: "Fetches fields of a hash and removes them.",
        since: "9.1.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hgetex
    Docs {
        summary: "Fetches fields of a hash and sets or lifts their expiration.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "expiration",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "seconds", kind: Kind::Integer, token: Some("EX"), ..NONE },
                    Argument {
                        name: "milliseconds",
                        kind: Kind::Integer,
                        token: Some("PX"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: Kind::UnixTime,
                        token: Some("EXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: Kind::UnixTime,
                        token: Some("PXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "persist",
                        kind: Kind::PureToken,
                        token: Some("PERSIST"),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hincrby
    Docs {
        summary: "Adds a number to the integer in a field, a missing field being 0.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hincrbyfloat
    Docs {
        summary: "Adds a fractional number to the number in a field, a missing field being 0.",
        since: "2.6.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "increment", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hkeys
    Docs {
        summary: "Names all fields of a hash.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hlen
    Docs {
        summary: "Counts the fields of a hash.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hmget
    Docs {
        summary: "Fetches the values of several fields.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hmset
    Docs {
        summary: "Stores several fields of a hash.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "field", kind: Kind::String, ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hpersist
    Docs {
        summary: "Keeps fields of a hash from expiring.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpire
    Docs {
        summary: "Lets fields of a hash expire after some milliseconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "milliseconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpireat
    Docs {
        summary: "Lets fields of a hash expire at a Unix time in milliseconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "unix-time-milliseconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "9.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpiretime
    Docs {
        summary: "Tells when fields of a hash expire, as Unix time in milliseconds.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hpttl
    Docs {
        summary: "Tells how many milliseconds fields of a hash have left.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hrandfield
    Docs {
        summary: "Draws fields of a hash at random.",
        since: "6.2.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "options",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "withvalues",
                        kind: Kind::PureToken,
                        token: Some("WITHVALUES"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hscan
    Docs {
        summary: "Walks over the fields and values of a hash.",
        since: "2.8.0",
        group: "hash",
        complexity: "O(1) to O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "cursor", kind: Kind::Integer, ..NONE },
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                token: Some("MATCH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "novalues",
                kind: Kind::PureToken,
                token: Some("NOVALUES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hset
    Docs {
        summary: "Stores fields of a hash and counts the new ones.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "Takes several fields and values in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "field", kind: Kind::String, ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hsetex
    Docs {
        summary: "Stores fields of a hash with an expiration, optionally on a condition.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "key-condition",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "fields-condition",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "fnx", kind: Kind::PureToken, token: Some("FNX"), ..NONE },
                    Argument { name: "fxx", kind: Kind::PureToken, token: Some("FXX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "expiration",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "seconds", kind: Kind::Integer, token: Some("EX"), ..NONE },
                    Argument {
                        name: "milliseconds",
                        kind: Kind::Integer,
                        token: Some("PX"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: Kind::UnixTime,
                        token: Some("EXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: Kind::UnixTime,
                        token: Some("PXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "keepttl",
                        kind: Kind::PureToken,
                        token: Some("KEEPTTL"),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "data",
                        kind: Kind::Block,
                        flags: Often(Often::MULTIPLE.0),
                        arguments: &[
                            Argument { name: "field", kind: Kind::String, ..NONE },
                            Argument { name: "value", kind: Kind::String, ..NONE },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hsetnx
    Docs {
        summary: "Stores a field that the hash does not have yet.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hstrlen
    Docs {
        summary: "Tells the length of a field's value in bytes.",
        since: "3.2.0",
        group: "hash",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // httl
    Docs {
        summary: "Tells how many seconds fields of a hash have left.",
        since: "9.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "fields",
                kind: Kind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument { name: "numfields", kind: Kind::Integer, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "field",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // hvals
    Docs {
        summary: "Fetches all values of a hash.",
        since: "2.0.0",
        group: "hash",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incr
    Docs {
        summary: "Adds one to the integer at a key, a missing key being 0.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incrby
    Docs {
        summary: "Adds a number to the integer at a key, a missing key being 0.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incrbyfloat
    Docs {
        summary: "Adds a fractional number to the number at a key, a missing key being 0.",
        since: "2.6.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // info
    Docs {
        summary: "Reports the server's state and statistics, by sections.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "Takes several sections in one call."),
        ],
        arguments: &[
            Argument {
                name: "section",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // keys
    Docs {
        summary: "Names all keys that match a pattern.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "pattern", kind: Kind::Pattern, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lastsave
    Docs {
        summary: "Tells when the latest snapshot reached the disk, in Unix time.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // latency
    Docs {
        summary: "Groups the subcommands about latency.",
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // latency|doctor
    Docs {
        summary: "Comments on the latency spikes seen so far.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // latency|graph
    Docs {
        summary: "Draws an event's latency over time with characters.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "event", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // latency|help
    Docs {
        summary: "Explains the LATENCY subcommands.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // latency|histogram
    Docs {
        summary: "Shows how the run times of commands are distributed.",
        since: "7.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "command",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // latency|history
    Docs {
        summary: "Lists the samples of one latency event.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "event", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // latency|latest
    Docs {
        summary: "Shows the newest sample and the maximum of every latency event.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // latency|reset
    Docs {
        summary: "Forgets the samples of some or all latency events.",
        since: "2.8.13",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "event",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lcs
    Docs {
        summary: "Finds the longest subsequence that two strings share.",
        since: "7.0.0",
        group: "string",
        complexity: "O(N*M)",
        arguments: &[
            Argument { name: "key1", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "key2", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "len",
                kind: Kind::PureToken,
                token: Some("LEN"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "idx",
                kind: Kind::PureToken,
                token: Some("IDX"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "min-match-len",
                kind: Kind::Integer,
                token: Some("MINMATCHLEN"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "withmatchlen",
                kind: Kind::PureToken,
                token: Some("WITHMATCHLEN"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lindex
    Docs {
        summary: "Fetches the element at a position of a list.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "index", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // linsert
    Docs {
        summary: "Puts an element before or after another one of a list.",
        since: "2.2.0",
        group: "list",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "where",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "before",
                        kind: Kind::PureToken,
                        token: Some("BEFORE"),
                        ..NONE
                    },
                    Argument { name: "after", kind: Kind::PureToken, token: Some("AFTER"), ..NONE },
                ],
                ..NONE
            },
            Argument { name: "pivot", kind: Kind::String, ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // llen
    Docs {
        summary: "Counts the elements of a list.",
        since: "1.0.0",
        group: "list",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lmove
    Docs {
        summary: "Moves an element from one list's end to another's.",
        since: "6.2.0",
        group: "list",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument {
                name: "wherefrom",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "whereto",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lmpop
    Docs {
        summary: "Takes elements from the first list that has any.",
        since: "7.0.0",
        group: "list",
        complexity: "O(N+M)",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "where",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "left", kind: Kind::PureToken, token: Some("LEFT"), ..NONE },
                    Argument { name: "right", kind: Kind::PureToken, token: Some("RIGHT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lolwut
    Docs {
        summary: "Paints a piece of computer art and tells the version.",
        since: "5.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "version",
                kind: Kind::Integer,
                token: Some("VERSION"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lpop
    Docs {
        summary: "Takes elements from a list's head.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Takes a count."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lpos
    Docs {
        summary: "Finds where an element occurs in a list.",
        since: "6.0.6",
        group: "list",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
            Argument {
                name: "rank",
                kind: Kind::Integer,
                token: Some("RANK"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "num-matches",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "len",
                kind: Kind::Integer,
                token: Some("MAXLEN"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lpush
    Docs {
        summary: "Puts elements at a list's head, creating the list if needed.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("2.4.0", "Takes several elements in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "element",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lpushx
    Docs {
        summary: "Puts elements at the head of a list that exists.",
        since: "2.2.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "Takes several elements in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "element",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // lrange
    Docs {
        summary: "Fetches the elements of a list between two positions.",
        since: "1.0.0",
        group: "list",
        complexity: "O(S+N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lrem
    Docs {
        summary: "Removes occurrences of an element from a list.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "count", kind: Kind::Integer, ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lset
    Docs {
        summary: "Replaces the element at a position of a list.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "index", kind: Kind::Integer, ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // ltrim
    Docs {
        summary: "Keeps only the elements of a list between two positions.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // memory
    Docs {
        summary: "Groups the subcommands about memory.",
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|doctor
    Docs {
        summary: "Comments on how memory is being used.",
        since: "4.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // memory|help
    Docs {
        summary: "Explains the MEMORY subcommands.",
        since: "4.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // memory|malloc-stats
    Docs {
        summary: "Passes on what the allocator reports about itself.",
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|purge
    Docs {
        summary: "Gives unused pages of the allocator back to the system.",
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|stats
    Docs {
        summary: "Breaks down what memory is used for.",
        since: "4.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // memory|usage
    Docs {
        summary: "Estimates how many bytes a key and its value take.",
        since: "4.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("SAMPLES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // mget
    Docs {
        summary: "Fetches the strings at several keys at one moment.",
        since: "1.0.0",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // migrate
    Docs {
        summary: "Moves keys to another server in one step.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(N)",
        history: &[
            ("3.0.0", "New options COPY and REPLACE."),
            ("3.0.6", "New option KEYS."),
            ("4.0.7", "New option AUTH."),
            ("6.0.0", "New option AUTH2."),
        ],
        arguments: &[
            Argument { name: "host", kind: Kind::String, ..NONE },
            Argument { name: "port", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key-selector",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
                    Argument {
                        name: "empty-string",
                        kind: Kind::PureToken,
                        token: Some(""),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument { name: "destination-db", kind: Kind::Integer, ..NONE },
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
            Argument {
                name: "copy",
                kind: Kind::PureToken,
                token: Some("COPY"),
                since: "3.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "replace",
                kind: Kind::PureToken,
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "authentication",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "auth",
                        kind: Kind::String,
                        display: "password",
                        token: Some("AUTH"),
                        since: "4.0.7",
                        ..NONE
                    },
                    Argument {
                        name: "auth2",
                        kind: Kind::Block,
                        token: Some("AUTH2"),
                        since: "6.0.0",
                        arguments: &[
                            Argument { name: "username", kind: Kind::String, ..NONE },
                            Argument { name: "password", kind: Kind::String, ..NONE },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "keys",
                kind: Kind::Key,
                display: "key",
                token: Some("KEYS"),
                since: "3.0.6",
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // module
    Docs {
        summary: "Groups the subcommands for loadable modules.",
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // module|help
    Docs {
        summary: "Explains the MODULE subcommands.",
        since: "5.0.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // module|list
    Docs {
        summary: "Names the loaded modules.",
        since: "4.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // module|load
    Docs {
        summary: "Loads a module from a file.",
        since: "4.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "path", kind: Kind::String, ..NONE },
            Argument {
                name: "arg",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // module|loadex
    Docs {
        summary: "Loads a module from a file, with parameters set for it.",
        since: "7.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "path", kind: Kind::String, ..NONE },
            Argument {
                name: "configs",
                kind: Kind::Block,
                token: Some("CONFIG"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0 | Often::MULTIPLE_TOKEN.0),
                arguments: &[
                    Argument { name: "name", kind: Kind::String, ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "args",
                kind: Kind::String,
                token: Some("ARGS"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // module|unload
    Docs {
        summary: "Removes a loaded module from the server.",
        since: "4.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // monitor
    Docs {
        summary: "Streams every command the server runs to this connection.",
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // move
    Docs {
        summary: "Takes a key over to another database.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "db", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // mset
    Docs {
        summary: "Stores strings at several keys at one moment.",
        since: "1.0.1",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // msetex
    Docs {
        summary: "Stores strings at several keys at one moment, with a shared expiration.",
        since: "9.1.0",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "expiration",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "seconds", kind: Kind::Integer, token: Some("EX"), ..NONE },
                    Argument {
                        name: "milliseconds",
                        kind: Kind::Integer,
                        token: Some("PX"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: Kind::UnixTime,
                        token: Some("EXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: Kind::UnixTime,
                        token: Some("PXAT"),
                        ..NONE
                    },
                    Argument {
                        name: "keepttl",
                        kind: Kind::PureToken,
                        token: Some("KEEPTTL"),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // msetnx
    Docs {
        summary: "Stores strings at several keys, but only if none of them exists.",
        since: "1.0.1",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // multi
    Docs {
        summary: "Begins a transaction: further commands are queued.",
        since: "1.2.0",
        group: "transactions",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // object
    Docs {
        summary: "Groups the subcommands that look inside stored values.",
        since: "2.2.3",
        group: "generic",
        ..Docs::EMPTY
    },
    // object|encoding
    Docs {
        summary: "Tells how a value is represented in memory.",
        since: "2.2.3",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|freq
    Docs {
        summary: "Tells how often a key is used, on a logarithmic scale.",
        since: "4.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|help
    Docs {
        summary: "Explains the OBJECT subcommands.",
        since: "6.2.0",
        group: "generic",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // object|idletime
    Docs {
        summary: "Tells for how many seconds a key has not been used.",
        since: "2.2.3",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|refcount
    Docs {
        summary: "Tells how many references to a value there are.",
        since: "2.2.3",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // persist
    Docs {
        summary: "Keeps a key from expiring.",
        since: "2.2.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pexpire
    Docs {
        summary: "Lets a key expire after some milliseconds.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New options NX, XX, GT and LT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "milliseconds", kind: Kind::Integer, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pexpireat
    Docs {
        summary: "Lets a key expire at a Unix time in milliseconds.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New options NX, XX, GT and LT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "unix-time-milliseconds", kind: Kind::UnixTime, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pexpiretime
    Docs {
        summary: "Tells when a key expires, as Unix time in milliseconds.",
        since: "7.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pfadd
    Docs {
        summary: "Counts elements in, for a later estimate of how many differ.",
        since: "2.8.9",
        group: "hyperloglog",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "element",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pfcount
    Docs {
        summary: "Estimates how many different elements one or more HyperLogLogs have seen.",
        since: "2.8.9",
        group: "hyperloglog",
        complexity: "O(1) for one key, O(N) for several",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pfdebug
    Docs {
        summary: "Shows the inside of a HyperLogLog, for the server's own tests.",
        since: "2.8.9",
        group: "hyperloglog",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        arguments: &[
            Argument { name: "subcommand", kind: Kind::String, ..NONE },
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pfmerge
    Docs {
        summary: "Joins HyperLogLogs into one that has seen what they all have.",
        since: "2.8.9",
        group: "hyperloglog",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "destkey", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "sourcekey",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pfselftest
    Docs {
        summary: "Makes the HyperLogLog code test itself.",
        since: "2.8.9",
        group: "hyperloglog",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // ping
    Docs {
        summary: "Answers PONG or the given text, to show that the server lives.",
        since: "1.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "message",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // psetex
    Docs {
        summary: "Stores a string that expires after some milliseconds.",
        since: "2.6.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "milliseconds", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // psubscribe
    Docs {
        summary: "Subscribes this connection to all channels that match the patterns.",
        since: "2.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // psync
    Docs {
        summary: "Asks a primary for its stream of writes from an offset on, as replicas do.",
        since: "2.8.0",
        group: "server",
        arguments: &[
            Argument { name: "replicationid", kind: Kind::String, ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pttl
    Docs {
        summary: "Tells how many milliseconds a key has left.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("2.8.0", "Answers -2 for a missing key."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // publish
    Docs {
        summary: "Sends a message to everyone subscribed to a channel.",
        since: "2.0.0",
        group: "pubsub",
        complexity: "O(N+M)",
        arguments: &[
            Argument { name: "channel", kind: Kind::String, ..NONE },
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pubsub
    Docs {
        summary: "Groups the subcommands that look at subscriptions.",
        since: "2.8.0",
        group: "pubsub",
        ..Docs::EMPTY
    },
    // pubsub|channels
    Docs {
        summary: "Names the channels that have subscribers.",
        since: "2.8.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pubsub|help
    Docs {
        summary: "Explains the PUBSUB subcommands.",
        since: "6.2.0",
        group: "pubsub",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // pubsub|numpat
    Docs {
        summary: "Counts the different patterns subscribed to.",
        since: "2.8.0",
        group: "pubsub",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // pubsub|numsub
    Docs {
        summary: "Counts the subscribers of the given channels.",
        since: "2.8.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "channel",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pubsub|shardchannels
    Docs {
        summary: "Names the shard channels that have subscribers.",
        since: "7.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // pubsub|shardnumsub
    Docs {
        summary: "Counts the subscribers of the given shard channels.",
        since: "7.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "shardchannel",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // punsubscribe
    Docs {
        summary: "Ends this connection's subscriptions to patterns, all or some.",
        since: "2.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // quit
    Docs {
        summary: "Closes this connection after an OK.",
        since: "1.0.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // randomkey
    Docs {
        summary: "Names any one key of the selected database.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // readonly
    Docs {
        summary: "Lets this connection read from a replica of the cluster.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // readwrite
    Docs {
        summary: "Ends what READONLY began.",
        since: "3.0.0",
        group: "cluster",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // rename
    Docs {
        summary: "Gives a key another name, replacing what that name held.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "newkey", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // renamenx
    Docs {
        summary: "Gives a key another name unless that name is taken.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("3.2.0", "Both names may be the same."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "newkey", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // replconf
    Docs {
        summary: "Tells a primary about the replica that speaks, or a replica about its progress.",
        since: "3.0.0",
        group: "server",
        complexity: "O(1)",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // replicaof
    Docs {
        summary: "Makes the server follow another one, or makes it a primary.",
        since: "5.0.0",
        group: "server",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "args",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "host-port",
                        kind: Kind::Block,
                        arguments: &[
                            Argument { name: "host", kind: Kind::String, ..NONE },
                            Argument { name: "port", kind: Kind::Integer, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "no-one",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: Kind::PureToken,
                                token: Some("NO"),
                                ..NONE
                            },
                            Argument {
                                name: "one",
                                kind: Kind::PureToken,
                                token: Some("ONE"),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // reset
    Docs {
        summary: "Puts this connection into the state of a new one.",
        since: "6.2.0",
        group: "connection",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // restore
    Docs {
        summary: "Creates a key from its serialized form.",
        since: "2.6.0",
        group: "generic",
        complexity: "O(N*M), O(N*M*log(N)) for sorted sets",
        history: &[
            ("3.0.0", "New option REPLACE."),
            ("5.0.0", "New option ABSTTL."),
            ("5.0.0", "New options IDLETIME and FREQ."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "ttl", kind: Kind::Integer, ..NONE },
            Argument { name: "serialized-value", kind: Kind::String, ..NONE },
            Argument {
                name: "replace",
                kind: Kind::PureToken,
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "absttl",
                kind: Kind::PureToken,
                token: Some("ABSTTL"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "seconds",
                kind: Kind::Integer,
                token: Some("IDLETIME"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "frequency",
                kind: Kind::Integer,
                token: Some("FREQ"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // restore-asking
    Docs {
        summary: "Creates a key from its serialized form while its slot is being imported.",
        since: "3.0.0",
        group: "server",
        complexity: "O(N*M), O(N*M*log(N)) for sorted sets",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        history: &[
            ("3.0.0", "New option REPLACE."),
            ("5.0.0", "New option ABSTTL."),
            ("5.0.0", "New options IDLETIME and FREQ."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "ttl", kind: Kind::Integer, ..NONE },
            Argument { name: "serialized-value", kind: Kind::String, ..NONE },
            Argument {
                name: "replace",
                kind: Kind::PureToken,
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "absttl",
                kind: Kind::PureToken,
                token: Some("ABSTTL"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "seconds",
                kind: Kind::Integer,
                token: Some("IDLETIME"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "frequency",
                kind: Kind::Integer,
                token: Some("FREQ"),
                since: "5.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // ringkey
    Docs {
        summary: "Groups the subcommands about cores and slots, which are Ringkey's own.",
        since: "0.1.0",
        group: "ringkey",
        ..Docs::EMPTY
    },
    // ringkey|client-move
    Docs {
        summary: "Has the connection of a client go to a core, as soon as it can.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(N) with N clients",
        arguments: &[
            Argument { name: "client-id", kind: Kind::Integer, ..NONE },
            Argument { name: "core", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // ringkey|cores
    Docs {
        summary: "Tells what each core has and has done.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(N) with N cores",
        ..Docs::EMPTY
    },
    // ringkey|help
    Docs {
        summary: "Explains the RINGKEY subcommands.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // ringkey|load
    Docs {
        summary: "Lists the slots that cost most, with owner and rates.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(N) with N slots",
        arguments: &[
            Argument {
                name: "count",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // ringkey|move
    Docs {
        summary: "Hands a slot to a core, and waits until it is there.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
            Argument { name: "core", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // ringkey|moves
    Docs {
        summary: "Lists the latest slots that were handed from core to core, with times.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(N) with N moves",
        arguments: &[
            Argument {
                name: "count",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // ringkey|slots
    Docs {
        summary: "Tells which core owns which slots, as ranges.",
        since: "0.1.0",
        group: "ringkey",
        complexity: "O(N) with N slots",
        arguments: &[
            Argument {
                name: "first",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument { name: "last", kind: Kind::Integer, flags: Often(Often::OPTIONAL.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // role
    Docs {
        summary: "Tells whether the server is primary or replica, and how replication stands.",
        since: "2.8.12",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // rpop
    Docs {
        summary: "Takes elements from a list's tail.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Takes a count."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // rpoplpush
    Docs {
        summary: "Moves a list's tail to another list's head.",
        since: "1.2.0",
        group: "list",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // rpush
    Docs {
        summary: "Puts elements at a list's tail, creating the list if needed.",
        since: "1.0.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("2.4.0", "Takes several elements in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "element",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // rpushx
    Docs {
        summary: "Puts elements at the tail of a list that exists.",
        since: "2.2.0",
        group: "list",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "Takes several elements in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "element",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sadd
    Docs {
        summary: "Adds members to a set, creating it if needed.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        history: &[
            ("2.4.0", "Takes several members in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // save
    Docs {
        summary: "Writes a snapshot to disk and answers when that is done.",
        since: "1.0.0",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // scan
    Docs {
        summary: "Walks over the keys of the selected database.",
        since: "2.8.0",
        group: "generic",
        complexity: "O(1) to O(N)",
        history: &[
            ("6.0.0", "New option TYPE."),
        ],
        arguments: &[
            Argument { name: "cursor", kind: Kind::Integer, ..NONE },
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                token: Some("MATCH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "type",
                kind: Kind::String,
                token: Some("TYPE"),
                since: "6.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // scard
    Docs {
        summary: "Counts the members of a set.",
        since: "1.0.0",
        group: "set",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script
    Docs {
        summary: "Groups the subcommands for scripts.",
        since: "2.6.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // script|debug
    Docs {
        summary: "Chooses how the next scripts are debugged.",
        since: "3.2.0",
        group: "scripting",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "mode",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "yes", kind: Kind::PureToken, token: Some("YES"), ..NONE },
                    Argument { name: "sync", kind: Kind::PureToken, token: Some("SYNC"), ..NONE },
                    Argument { name: "no", kind: Kind::PureToken, token: Some("NO"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "engine",
                kind: Kind::String,
                since: "9.1.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // script|exists
    Docs {
        summary: "Tells which digests belong to known scripts.",
        since: "2.6.0",
        group: "scripting",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script|flush
    Docs {
        summary: "Makes the server forget all scripts.",
        since: "2.6.0",
        group: "scripting",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "New options ASYNC and SYNC."),
        ],
        arguments: &[
            Argument {
                name: "flush-type",
                kind: Kind::OneOf,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "async", kind: Kind::PureToken, token: Some("ASYNC"), ..NONE },
                    Argument { name: "sync", kind: Kind::PureToken, token: Some("SYNC"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // script|help
    Docs {
        summary: "Explains the SCRIPT subcommands.",
        since: "5.0.0",
        group: "scripting",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // script|kill
    Docs {
        summary: "Stops the running script, unless it has written.",
        since: "2.6.0",
        group: "scripting",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // script|load
    Docs {
        summary: "Makes a script known to the server without running it.",
        since: "2.6.0",
        group: "scripting",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "script", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script|show
    Docs {
        summary: "Shows the source of a known script.",
        since: "8.0.0",
        group: "scripting",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sdiff
    Docs {
        summary: "Computes which members of the first set are in none of the others.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sdiffstore
    Docs {
        summary: "Stores the members of the first set that are in none of the others.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // select
    Docs {
        summary: "Chooses the database this connection works on.",
        since: "1.0.0",
        group: "connection",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "index", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // set
    Docs {
        summary: "Stores a string at a key, optionally on a condition and with an expiration.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        history: &[
            ("2.6.12", "New options EX, PX, NX and XX."),
            ("6.0.0", "New option KEEPTTL."),
            ("6.2.0", "New options GET, EXAT and PXAT."),
            ("7.0.0", "NX and GET go together."),
            ("8.1.0", "New option IFEQ."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: Kind::PureToken,
                        token: Some("NX"),
                        since: "2.6.12",
                        ..NONE
                    },
                    Argument {
                        name: "xx",
                        kind: Kind::PureToken,
                        token: Some("XX"),
                        since: "2.6.12",
                        ..NONE
                    },
                    Argument {
                        name: "comparison-value",
                        kind: Kind::String,
                        token: Some("IFEQ"),
                        summary: "Stores only if the key holds exactly this string.",
                        since: "8.1.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "get",
                kind: Kind::PureToken,
                token: Some("GET"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "expiration",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: Kind::Integer,
                        token: Some("EX"),
                        since: "2.6.12",
                        ..NONE
                    },
                    Argument {
                        name: "milliseconds",
                        kind: Kind::Integer,
                        token: Some("PX"),
                        since: "2.6.12",
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: Kind::UnixTime,
                        token: Some("EXAT"),
                        since: "6.2.0",
                        ..NONE
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: Kind::UnixTime,
                        token: Some("PXAT"),
                        since: "6.2.0",
                        ..NONE
                    },
                    Argument {
                        name: "keepttl",
                        kind: Kind::PureToken,
                        token: Some("KEEPTTL"),
                        since: "6.0.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // setbit
    Docs {
        summary: "Changes the bit at an offset and answers with the old one.",
        since: "2.2.0",
        group: "bitmap",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setex
    Docs {
        summary: "Stores a string that expires after some seconds.",
        since: "2.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "seconds", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setnx
    Docs {
        summary: "Stores a string at a key that does not exist yet.",
        since: "1.0.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setrange
    Docs {
        summary: "Overwrites a string from an offset on, filling any gap with zero bytes.",
        since: "2.2.0",
        group: "string",
        complexity: "O(M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // shutdown
    Docs {
        summary: "Stops the server, saving the data first if it should be saved.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1) to O(N)",
        history: &[
            ("7.0.0", "New options NOW, FORCE and ABORT."),
            ("9.0.0", "New options SAFE and FAILOVER."),
        ],
        arguments: &[
            Argument {
                name: "abort-selector",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "save-selector-block",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "save-selector",
                                kind: Kind::OneOf,
                                flags: Often(Often::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "nosave",
                                        kind: Kind::PureToken,
                                        token: Some("NOSAVE"),
                                        ..NONE
                                    },
                                    Argument {
                                        name: "save",
                                        kind: Kind::PureToken,
                                        token: Some("SAVE"),
                                        ..NONE
                                    },
                                ],
                                ..NONE
                            },
                            Argument {
                                name: "now",
                                kind: Kind::PureToken,
                                token: Some("NOW"),
                                since: "7.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "force",
                                kind: Kind::PureToken,
                                token: Some("FORCE"),
                                since: "7.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "safe",
                                kind: Kind::PureToken,
                                token: Some("SAFE"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                            Argument {
                                name: "failover",
                                kind: Kind::PureToken,
                                token: Some("FAILOVER"),
                                since: "9.0.0",
                                flags: Often(Often::OPTIONAL.0),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "abort",
                        kind: Kind::PureToken,
                        token: Some("ABORT"),
                        since: "7.0.0",
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sinter
    Docs {
        summary: "Computes which members all sets share.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N*M)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sintercard
    Docs {
        summary: "Counts the members that all sets share.",
        since: "7.0.0",
        group: "set",
        complexity: "O(N*M)",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Integer,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sinterstore
    Docs {
        summary: "Stores the members that all sets share.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N*M)",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sismember
    Docs {
        summary: "Tells whether a set has a member.",
        since: "1.0.0",
        group: "set",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // slaveof
    Docs {
        summary: "Older name of REPLICAOF.",
        since: "1.0.0",
        group: "server",
        complexity: "O(1)",
        deprecated_since: "5.0.0",
        replaced_by: "`REPLICAOF`",
        doc_flags: DocFlags(DocFlags::DEPRECATED.0),
        arguments: &[
            Argument {
                name: "args",
                kind: Kind::OneOf,
                arguments: &[
                    Argument {
                        name: "host-port",
                        kind: Kind::Block,
                        arguments: &[
                            Argument { name: "host", kind: Kind::String, ..NONE },
                            Argument { name: "port", kind: Kind::Integer, ..NONE },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "no-one",
                        kind: Kind::Block,
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: Kind::PureToken,
                                token: Some("NO"),
                                ..NONE
                            },
                            Argument {
                                name: "one",
                                kind: Kind::PureToken,
                                token: Some("ONE"),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // slowlog
    Docs {
        summary: "Groups the subcommands about slow commands.",
        since: "2.2.12",
        group: "server",
        ..Docs::EMPTY
    },
    // slowlog|get
    Docs {
        summary: "Shows the latest commands that took too long.",
        since: "2.2.12",
        group: "server",
        complexity: "O(N)",
        history: &[
            ("4.0.0", "Shows address and name of the client."),
        ],
        arguments: &[
            Argument {
                name: "count",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // slowlog|help
    Docs {
        summary: "Explains the SLOWLOG subcommands.",
        since: "6.2.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // slowlog|len
    Docs {
        summary: "Counts the entries of the log of slow commands.",
        since: "2.2.12",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // slowlog|reset
    Docs {
        summary: "Empties the log of slow commands.",
        since: "2.2.12",
        group: "server",
        complexity: "O(N)",
        ..Docs::EMPTY
    },
    // smembers
    Docs {
        summary: "Fetches all members of a set.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // smismember
    Docs {
        summary: "Tells which of several members a set has.",
        since: "6.2.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // smove
    Docs {
        summary: "Takes a member out of one set and puts it into another.",
        since: "1.0.0",
        group: "set",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sort
    Docs {
        summary: "Sorts a list, set or sorted set, optionally by other keys or into another.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(N+M*log(M))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "by-pattern",
                kind: Kind::Pattern,
                display: "pattern",
                token: Some("BY"),
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "get-pattern",
                kind: Kind::Pattern,
                display: "pattern",
                token: Some("GET"),
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0 | Often::MULTIPLE_TOKEN.0),
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "sorting",
                kind: Kind::PureToken,
                token: Some("ALPHA"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "destination",
                kind: Kind::Key,
                token: Some("STORE"),
                key_spec: Some(2),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sort_ro
    Docs {
        summary: "Sorts a list, set or sorted set, optionally by other keys.",
        since: "7.0.0",
        group: "generic",
        complexity: "O(N+M*log(M))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "by-pattern",
                kind: Kind::Pattern,
                display: "pattern",
                token: Some("BY"),
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "get-pattern",
                kind: Kind::Pattern,
                display: "pattern",
                token: Some("GET"),
                key_spec: Some(1),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0 | Often::MULTIPLE_TOKEN.0),
                ..NONE
            },
            Argument {
                name: "order",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "asc", kind: Kind::PureToken, token: Some("ASC"), ..NONE },
                    Argument { name: "desc", kind: Kind::PureToken, token: Some("DESC"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "sorting",
                kind: Kind::PureToken,
                token: Some("ALPHA"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // spop
    Docs {
        summary: "Takes members out of a set at random.",
        since: "1.0.0",
        group: "set",
        complexity: "O(1) to O(N)",
        history: &[
            ("3.2.0", "Takes a count."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                since: "3.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // spublish
    Docs {
        summary: "Sends a message to everyone subscribed to a shard channel.",
        since: "7.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "shardchannel", kind: Kind::String, ..NONE },
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // srandmember
    Docs {
        summary: "Draws members of a set at random.",
        since: "1.0.0",
        group: "set",
        complexity: "O(1) to O(N)",
        history: &[
            ("2.6.0", "Takes a count."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                since: "2.6.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // srem
    Docs {
        summary: "Removes members from a set, and the set with its last member.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        history: &[
            ("2.4.0", "Takes several members in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sscan
    Docs {
        summary: "Walks over the members of a set.",
        since: "2.8.0",
        group: "set",
        complexity: "O(1) to O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "cursor", kind: Kind::Integer, ..NONE },
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                token: Some("MATCH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // ssubscribe
    Docs {
        summary: "Subscribes this connection to shard channels.",
        since: "7.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "shardchannel",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // strlen
    Docs {
        summary: "Tells the length of a string in bytes.",
        since: "2.2.0",
        group: "string",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // subscribe
    Docs {
        summary: "Subscribes this connection to channels.",
        since: "2.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "channel",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // substr
    Docs {
        summary: "Older name of GETRANGE.",
        since: "1.0.0",
        group: "string",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "end", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sunion
    Docs {
        summary: "Computes the members of all sets together.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sunionstore
    Docs {
        summary: "Stores the members of all sets together.",
        since: "1.0.0",
        group: "set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // sunsubscribe
    Docs {
        summary: "Ends this connection's subscriptions to shard channels, all or some.",
        since: "7.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "shardchannel",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // swapdb
    Docs {
        summary: "Exchanges the contents of two databases.",
        since: "4.0.0",
        group: "server",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "index1", kind: Kind::Integer, ..NONE },
            Argument { name: "index2", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sync
    Docs {
        summary: "Asks a primary for a full copy of its data, the old way.",
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // time
    Docs {
        summary: "Tells the server's clock in seconds and microseconds.",
        since: "2.6.0",
        group: "server",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // touch
    Docs {
        summary: "Marks keys as just used and counts those that exist.",
        since: "3.2.1",
        group: "generic",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // ttl
    Docs {
        summary: "Tells how many seconds a key has left.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        history: &[
            ("2.8.0", "Answers -2 for a missing key."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // type
    Docs {
        summary: "Tells what kind of value a key holds.",
        since: "1.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // unlink
    Docs {
        summary: "Deletes the given keys, freeing their memory later.",
        since: "4.0.0",
        group: "generic",
        complexity: "O(1) for each key, O(N) later",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // unsubscribe
    Docs {
        summary: "Ends this connection's subscriptions to channels, all or some.",
        since: "2.0.0",
        group: "pubsub",
        complexity: "O(N)",
        arguments: &[
            Argument {
                name: "channel",
                kind: Kind::String,
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // unwatch
    Docs {
        summary: "Stops watching all keys.",
        since: "2.2.0",
        group: "transactions",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // wait
    Docs {
        summary: "Waits until enough replicas have this connection's writes.",
        since: "3.0.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "numreplicas", kind: Kind::Integer, ..NONE },
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // waitaof
    Docs {
        summary: "Waits until this connection's writes are on enough disks, here and on replicas.",
        since: "7.2.0",
        group: "generic",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "numlocal", kind: Kind::Integer, ..NONE },
            Argument { name: "numreplicas", kind: Kind::Integer, ..NONE },
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // watch
    Docs {
        summary: "Makes the next transaction depend on these keys staying as they are.",
        since: "2.2.0",
        group: "transactions",
        complexity: "O(1)",
        arguments: &[
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xack
    Docs {
        summary: "Marks messages as processed by a consumer group.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "id", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xadd
    Docs {
        summary: "Adds a message to a stream, optionally trimming it.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1), O(N) more if N messages are trimmed",
        history: &[
            ("6.2.0", "New options NOMKSTREAM, MINID and LIMIT."),
            ("7.0.0", "Takes ids of the form ms-*."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "nomkstream",
                kind: Kind::PureToken,
                token: Some("NOMKSTREAM"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "trim",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "strategy",
                        kind: Kind::OneOf,
                        arguments: &[
                            Argument {
                                name: "maxlen",
                                kind: Kind::PureToken,
                                token: Some("MAXLEN"),
                                ..NONE
                            },
                            Argument {
                                name: "minid",
                                kind: Kind::PureToken,
                                token: Some("MINID"),
                                since: "6.2.0",
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "operator",
                        kind: Kind::OneOf,
                        flags: Often(Often::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "equal",
                                kind: Kind::PureToken,
                                token: Some("="),
                                ..NONE
                            },
                            Argument {
                                name: "approximately",
                                kind: Kind::PureToken,
                                token: Some("~"),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument { name: "threshold", kind: Kind::String, ..NONE },
                    Argument {
                        name: "count",
                        kind: Kind::Integer,
                        token: Some("LIMIT"),
                        since: "6.2.0",
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
            Argument {
                name: "id-selector",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "auto-id", kind: Kind::PureToken, token: Some("*"), ..NONE },
                    Argument { name: "id", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "field", kind: Kind::String, ..NONE },
                    Argument { name: "value", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xautoclaim
    Docs {
        summary: "Walks over messages unprocessed for long and hands them to a consumer.",
        since: "6.2.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "Answers also with the ids of deleted messages it met."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
            Argument { name: "min-idle-time", kind: Kind::String, ..NONE },
            Argument { name: "start", kind: Kind::String, ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "justid",
                kind: Kind::PureToken,
                token: Some("JUSTID"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xclaim
    Docs {
        summary: "Hands the given unprocessed messages to another consumer.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(log(N))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
            Argument { name: "min-idle-time", kind: Kind::String, ..NONE },
            Argument { name: "id", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
            Argument {
                name: "ms",
                kind: Kind::Integer,
                token: Some("IDLE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "unix-time-milliseconds",
                kind: Kind::UnixTime,
                token: Some("TIME"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("RETRYCOUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "force",
                kind: Kind::PureToken,
                token: Some("FORCE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "justid",
                kind: Kind::PureToken,
                token: Some("JUSTID"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "lastid",
                kind: Kind::String,
                token: Some("LASTID"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xdel
    Docs {
        summary: "Deletes messages of a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "id", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup
    Docs {
        summary: "Groups the subcommands for consumer groups.",
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xgroup|create
    Docs {
        summary: "Sets up a consumer group on a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New option ENTRIESREAD."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument {
                name: "id-selector",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "id", kind: Kind::String, ..NONE },
                    Argument { name: "new-id", kind: Kind::PureToken, token: Some("$"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "mkstream",
                kind: Kind::PureToken,
                token: Some("MKSTREAM"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "entriesread",
                kind: Kind::Integer,
                display: "entries-read",
                token: Some("ENTRIESREAD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xgroup|createconsumer
    Docs {
        summary: "Creates a consumer in a group.",
        since: "6.2.0",
        group: "stream",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|delconsumer
    Docs {
        summary: "Removes a consumer from its group.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|destroy
    Docs {
        summary: "Removes a consumer group.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|help
    Docs {
        summary: "Explains the XGROUP subcommands.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // xgroup|setid
    Docs {
        summary: "Sets which message a consumer group has reached.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New option ENTRIESREAD."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument {
                name: "id-selector",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "id", kind: Kind::String, ..NONE },
                    Argument { name: "new-id", kind: Kind::PureToken, token: Some("$"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "entriesread",
                kind: Kind::Integer,
                display: "entries-read",
                token: Some("ENTRIESREAD"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xinfo
    Docs {
        summary: "Groups the subcommands that describe streams.",
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xinfo|consumers
    Docs {
        summary: "Describes the consumers of a group.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.2.0", "Shows inactive; idle has another meaning."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xinfo|groups
    Docs {
        summary: "Describes the consumer groups of a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "Shows entries-read and lag."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xinfo|help
    Docs {
        summary: "Explains the XINFO subcommands.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        ..Docs::EMPTY
    },
    // xinfo|stream
    Docs {
        summary: "Describes a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("6.0.0", "New option FULL."),
            ("7.0.0", "Shows more ids and counters of the stream and its groups."),
            ("7.2.0", "Shows active-time; seen-time has another meaning."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "full-block",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "full", kind: Kind::PureToken, token: Some("FULL"), ..NONE },
                    Argument {
                        name: "count",
                        kind: Kind::Integer,
                        token: Some("COUNT"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xlen
    Docs {
        summary: "Counts the messages of a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xpending
    Docs {
        summary: "Shows which messages a group has delivered but not seen acknowledged.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "New option IDLE; ranges may exclude their ends."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument {
                name: "filters",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "min-idle-time",
                        kind: Kind::Integer,
                        token: Some("IDLE"),
                        since: "6.2.0",
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                    Argument { name: "start", kind: Kind::String, ..NONE },
                    Argument { name: "end", kind: Kind::String, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "consumer",
                        kind: Kind::String,
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xrange
    Docs {
        summary: "Fetches the messages of a stream between two ids.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Ranges may exclude their ends."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::String, ..NONE },
            Argument { name: "end", kind: Kind::String, ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xread
    Docs {
        summary: "Fetches newer messages from streams, waiting for some if asked to.",
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "milliseconds",
                kind: Kind::Integer,
                token: Some("BLOCK"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "streams",
                kind: Kind::Block,
                token: Some("STREAMS"),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: Kind::Key,
                        key_spec: Some(0),
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                    Argument {
                        name: "id",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xreadgroup
    Docs {
        summary: "Fetches messages from streams for a consumer of a group, waiting if asked to.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(M) for each stream",
        arguments: &[
            Argument {
                name: "group-block",
                kind: Kind::Block,
                token: Some("GROUP"),
                arguments: &[
                    Argument { name: "group", kind: Kind::String, ..NONE },
                    Argument { name: "consumer", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "milliseconds",
                kind: Kind::Integer,
                token: Some("BLOCK"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "noack",
                kind: Kind::PureToken,
                token: Some("NOACK"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "streams",
                kind: Kind::Block,
                token: Some("STREAMS"),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: Kind::Key,
                        key_spec: Some(0),
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                    Argument {
                        name: "id",
                        kind: Kind::String,
                        flags: Often(Often::MULTIPLE.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xrevrange
    Docs {
        summary: "Fetches the messages of a stream between two ids, newest first.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "Ranges may exclude their ends."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "end", kind: Kind::String, ..NONE },
            Argument { name: "start", kind: Kind::String, ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xsetid
    Docs {
        summary: "Sets a stream's last id and counters, as replication needs it.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(1)",
        history: &[
            ("7.0.0", "New options ENTRIESADDED and MAXDELETEDID."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "last-id", kind: Kind::String, ..NONE },
            Argument {
                name: "entries-added",
                kind: Kind::Integer,
                token: Some("ENTRIESADDED"),
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "max-deleted-id",
                kind: Kind::String,
                token: Some("MAXDELETEDID"),
                since: "7.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // xtrim
    Docs {
        summary: "Cuts old messages off a stream.",
        since: "5.0.0",
        group: "stream",
        complexity: "O(N)",
        history: &[
            ("6.2.0", "New options MINID and LIMIT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "trim",
                kind: Kind::Block,
                arguments: &[
                    Argument {
                        name: "strategy",
                        kind: Kind::OneOf,
                        arguments: &[
                            Argument {
                                name: "maxlen",
                                kind: Kind::PureToken,
                                token: Some("MAXLEN"),
                                ..NONE
                            },
                            Argument {
                                name: "minid",
                                kind: Kind::PureToken,
                                token: Some("MINID"),
                                since: "6.2.0",
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument {
                        name: "operator",
                        kind: Kind::OneOf,
                        flags: Often(Often::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "equal",
                                kind: Kind::PureToken,
                                token: Some("="),
                                ..NONE
                            },
                            Argument {
                                name: "approximately",
                                kind: Kind::PureToken,
                                token: Some("~"),
                                ..NONE
                            },
                        ],
                        ..NONE
                    },
                    Argument { name: "threshold", kind: Kind::String, ..NONE },
                    Argument {
                        name: "count",
                        kind: Kind::Integer,
                        token: Some("LIMIT"),
                        since: "6.2.0",
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zadd
    Docs {
        summary: "Adds members with scores to a sorted set, or changes their scores.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(N*log(M))",
        history: &[
            ("2.4.0", "Takes several members in one call."),
            ("3.0.2", "New options XX, NX, CH and INCR."),
            ("6.2.0", "New options GT and LT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "condition",
                kind: Kind::OneOf,
                since: "3.0.2",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "nx", kind: Kind::PureToken, token: Some("NX"), ..NONE },
                    Argument { name: "xx", kind: Kind::PureToken, token: Some("XX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "comparison",
                kind: Kind::OneOf,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "gt", kind: Kind::PureToken, token: Some("GT"), ..NONE },
                    Argument { name: "lt", kind: Kind::PureToken, token: Some("LT"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "change",
                kind: Kind::PureToken,
                token: Some("CH"),
                since: "3.0.2",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "increment",
                kind: Kind::PureToken,
                token: Some("INCR"),
                since: "3.0.2",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "data",
                kind: Kind::Block,
                flags: Often(Often::MULTIPLE.0),
                arguments: &[
                    Argument { name: "score", kind: Kind::Double, ..NONE },
                    Argument { name: "member", kind: Kind::String, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zcard
    Docs {
        summary: "Counts the members of a sorted set.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zcount
    Docs {
        summary: "Counts the members whose score lies in a range.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zdiff
    Docs {
        summary: "Computes which members of the first sorted set are in none of the others.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(L + (N-K)*log(N))",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zdiffstore
    Docs {
        summary: "Stores the members of the first sorted set that are in none of the others.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(L + (N-K)*log(N))",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zincrby
    Docs {
        summary: "Adds to a member's score, a missing member's being 0.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zinter
    Docs {
        summary: "Computes which members all sorted sets share.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(N*K) + O(M*log(M))",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "weight",
                kind: Kind::Integer,
                token: Some("WEIGHTS"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "aggregate",
                kind: Kind::OneOf,
                token: Some("AGGREGATE"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "sum", kind: Kind::PureToken, token: Some("SUM"), ..NONE },
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zintercard
    Docs {
        summary: "Counts the members that all sorted sets share.",
        since: "7.0.0",
        group: "sorted-set",
        complexity: "O(N*K)",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Integer,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zinterstore
    Docs {
        summary: "Stores the members that all sorted sets share.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(N*K) + O(M*log(M))",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "weight",
                kind: Kind::Integer,
                token: Some("WEIGHTS"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "aggregate",
                kind: Kind::OneOf,
                token: Some("AGGREGATE"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "sum", kind: Kind::PureToken, token: Some("SUM"), ..NONE },
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zlexcount
    Docs {
        summary: "Counts the members that lie in a range of names.",
        since: "2.8.9",
        group: "sorted-set",
        complexity: "O(log(N))",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zmpop
    Docs {
        summary: "Takes members by score from the first sorted set that has any.",
        since: "7.0.0",
        group: "sorted-set",
        complexity: "O(K) + O(M*log(N))",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "where",
                kind: Kind::OneOf,
                arguments: &[
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zmscore
    Docs {
        summary: "Tells the scores of several members.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zpopmax
    Docs {
        summary: "Takes the members with the highest scores.",
        since: "5.0.0",
        group: "sorted-set",
        complexity: "O(log(N)*M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zpopmin
    Docs {
        summary: "Takes the members with the lowest scores.",
        since: "5.0.0",
        group: "sorted-set",
        complexity: "O(log(N)*M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "count",
                kind: Kind::Integer,
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrandmember
    Docs {
        summary: "Draws members of a sorted set at random.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(N)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "options",
                kind: Kind::Block,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                    Argument {
                        name: "withscores",
                        kind: Kind::PureToken,
                        token: Some("WITHSCORES"),
                        flags: Often(Often::OPTIONAL.0),
                        ..NONE
                    },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrange
    Docs {
        summary: "Fetches members of a sorted set by rank, score or name.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        history: &[
            ("6.2.0", "New options REV, BYSCORE, BYLEX and LIMIT."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::String, ..NONE },
            Argument { name: "stop", kind: Kind::String, ..NONE },
            Argument {
                name: "sortby",
                kind: Kind::OneOf,
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "byscore",
                        kind: Kind::PureToken,
                        token: Some("BYSCORE"),
                        ..NONE
                    },
                    Argument { name: "bylex", kind: Kind::PureToken, token: Some("BYLEX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "rev",
                kind: Kind::PureToken,
                token: Some("REV"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                since: "6.2.0",
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrangebylex
    Docs {
        summary: "Fetches the members that lie in a range of names.",
        since: "2.8.9",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrangebyscore
    Docs {
        summary: "Fetches the members whose score lies in a range.",
        since: "1.0.5",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        history: &[
            ("2.0.0", "New option WITHSCORES."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                since: "2.0.0",
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrangestore
    Docs {
        summary: "Stores members of a sorted set, chosen by rank, score or name, at another key.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "dst", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "src", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
            Argument {
                name: "sortby",
                kind: Kind::OneOf,
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "byscore",
                        kind: Kind::PureToken,
                        token: Some("BYSCORE"),
                        ..NONE
                    },
                    Argument { name: "bylex", kind: Kind::PureToken, token: Some("BYLEX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "rev",
                kind: Kind::PureToken,
                token: Some("REV"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrank
    Docs {
        summary: "Tells a member's place when sorted by rising score.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        history: &[
            ("7.2.0", "New option WITHSCORE."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
            Argument {
                name: "withscore",
                kind: Kind::PureToken,
                token: Some("WITHSCORE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrem
    Docs {
        summary: "Removes members from a sorted set.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(M*log(N))",
        history: &[
            ("2.4.0", "Takes several members in one call."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument {
                name: "member",
                kind: Kind::String,
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zremrangebylex
    Docs {
        summary: "Removes the members that lie in a range of names.",
        since: "2.8.9",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyrank
    Docs {
        summary: "Removes the members whose place lies in a range.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyscore
    Docs {
        summary: "Removes the members whose score lies in a range.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zrevrange
    Docs {
        summary: "Fetches members by place, highest score first.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrangebylex
    Docs {
        summary: "Fetches the members that lie in a range of names, last name first.",
        since: "2.8.9",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrangebyscore
    Docs {
        summary: "Fetches the members whose score lies in a range, highest score first.",
        since: "2.2.0",
        group: "sorted-set",
        complexity: "O(log(N)+M)",
        history: &[
            ("2.1.6", "Ranges may exclude their ends."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "limit",
                kind: Kind::Block,
                token: Some("LIMIT"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "offset", kind: Kind::Integer, ..NONE },
                    Argument { name: "count", kind: Kind::Integer, ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrank
    Docs {
        summary: "Tells a member's place when sorted by falling score.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(log(N))",
        history: &[
            ("7.2.0", "New option WITHSCORE."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
            Argument {
                name: "withscore",
                kind: Kind::PureToken,
                token: Some("WITHSCORE"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zscan
    Docs {
        summary: "Walks over the members and scores of a sorted set.",
        since: "2.8.0",
        group: "sorted-set",
        complexity: "O(1) to O(N)",
        history: &[
            ("8.0.0", "New option NOSCORES."),
        ],
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "cursor", kind: Kind::Integer, ..NONE },
            Argument {
                name: "pattern",
                kind: Kind::Pattern,
                token: Some("MATCH"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "count",
                kind: Kind::Integer,
                token: Some("COUNT"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
            Argument {
                name: "noscores",
                kind: Kind::PureToken,
                token: Some("NOSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zscore
    Docs {
        summary: "Tells a member's score.",
        since: "1.2.0",
        group: "sorted-set",
        complexity: "O(1)",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zunion
    Docs {
        summary: "Computes the members of all sorted sets together.",
        since: "6.2.0",
        group: "sorted-set",
        complexity: "O(N) + O(M*log(M))",
        arguments: &[
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(0),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "weight",
                kind: Kind::Integer,
                token: Some("WEIGHTS"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "aggregate",
                kind: Kind::OneOf,
                token: Some("AGGREGATE"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "sum", kind: Kind::PureToken, token: Some("SUM"), ..NONE },
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
            Argument {
                name: "withscores",
                kind: Kind::PureToken,
                token: Some("WITHSCORES"),
                flags: Often(Often::OPTIONAL.0),
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
    // zunionstore
    Docs {
        summary: "Stores the members of all sorted sets together.",
        since: "2.0.0",
        group: "sorted-set",
        complexity: "O(N) + O(M*log(M))",
        arguments: &[
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "numkeys", kind: Kind::Integer, ..NONE },
            Argument {
                name: "key",
                kind: Kind::Key,
                key_spec: Some(1),
                flags: Often(Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "weight",
                kind: Kind::Integer,
                token: Some("WEIGHTS"),
                flags: Often(Often::OPTIONAL.0 | Often::MULTIPLE.0),
                ..NONE
            },
            Argument {
                name: "aggregate",
                kind: Kind::OneOf,
                token: Some("AGGREGATE"),
                flags: Often(Often::OPTIONAL.0),
                arguments: &[
                    Argument { name: "sum", kind: Kind::PureToken, token: Some("SUM"), ..NONE },
                    Argument { name: "min", kind: Kind::PureToken, token: Some("MIN"), ..NONE },
                    Argument { name: "max", kind: Kind::PureToken, token: Some("MAX"), ..NONE },
                ],
                ..NONE
            },
        ],
        ..Docs::EMPTY
    },
];
