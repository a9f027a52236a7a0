//! The commands as COMMAND DOCS describes them, in the order of their ids.
//! Generated from specs/*.json by examples/generate-command-table: change those and run it.

use crate::spec::{Argument, ArgumentFlags as Often, ArgumentKind as Kind, DocFlags, Docs};

const NONE: Argument = Argument::EMPTY;

pub(crate) static DOCS: [Docs; 399] = [
    // acl
    Docs {
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|cat
    Docs {
        since: "6.0.0",
        group: "server",
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
        since: "6.0.0",
        group: "server",
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
        since: "7.0.0",
        group: "server",
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
        since: "6.0.0",
        group: "server",
        arguments: &[
            Argument { name: "bits", kind: Kind::Integer, flags: Often(Often::OPTIONAL.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // acl|getuser
    Docs {
        since: "6.0.0",
        group: "server",
        arguments: &[
            Argument { name: "username", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // acl|help
    Docs {
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|list
    Docs {
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|load
    Docs {
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|log
    Docs {
        since: "6.0.0",
        group: "server",
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
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|setuser
    Docs {
        since: "6.0.0",
        group: "server",
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
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // acl|whoami
    Docs {
        since: "6.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // append
    Docs {
        since: "2.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // asking
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // auth
    Docs {
        since: "1.0.0",
        group: "connection",
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
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // bgsave
    Docs {
        since: "1.0.0",
        group: "server",
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
        since: "2.6.0",
        group: "bitmap",
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
        since: "3.2.0",
        group: "bitmap",
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
        since: "6.0.0",
        group: "bitmap",
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
        since: "2.6.0",
        group: "bitmap",
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
        since: "2.8.7",
        group: "bitmap",
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
        since: "6.2.0",
        group: "list",
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
        since: "7.0.0",
        group: "list",
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
        since: "2.0.0",
        group: "list",
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
        since: "2.0.0",
        group: "list",
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
        since: "2.2.0",
        group: "list",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument { name: "timeout", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // bzmpop
    Docs {
        since: "7.0.0",
        group: "sorted-set",
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
        since: "5.0.0",
        group: "sorted-set",
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
        since: "5.0.0",
        group: "sorted-set",
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
        since: "2.4.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|caching
    Docs {
        since: "6.0.0",
        group: "connection",
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
        since: "8.0.0",
        group: "connection",
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
        since: "2.6.9",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|getredir
    Docs {
        since: "6.0.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|help
    Docs {
        since: "5.0.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|id
    Docs {
        since: "5.0.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|import-source
    Docs {
        since: "8.1.0",
        group: "connection",
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
        since: "6.2.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|kill
    Docs {
        since: "2.4.0",
        group: "connection",
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
        since: "2.4.0",
        group: "connection",
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
        since: "7.0.0",
        group: "connection",
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
        since: "7.2.0",
        group: "connection",
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
        since: "3.0.0",
        group: "connection",
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
        since: "3.2.0",
        group: "connection",
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
        since: "7.2.0",
        group: "connection",
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
        since: "2.6.9",
        group: "connection",
        arguments: &[
            Argument { name: "connection-name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // client|tracking
    Docs {
        since: "6.0.0",
        group: "connection",
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
        since: "6.2.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // client|unblock
    Docs {
        since: "5.0.0",
        group: "connection",
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
        since: "6.2.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // cluster
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // clusterscan
    Docs {
        since: "9.1.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|addslotsrange
    Docs {
        since: "7.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|cancelslotmigrations
    Docs {
        since: "9.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|count-failure-reports
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|countkeysinslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|delslots
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|delslotsrange
    Docs {
        since: "7.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
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
        since: "9.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|forget
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|getkeysinslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "slot", kind: Kind::Integer, ..NONE },
            Argument { name: "count", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|getslotmigrations
    Docs {
        since: "9.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|help
    Docs {
        since: "5.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|info
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|keyslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "key", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|links
    Docs {
        since: "7.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|meet
    Docs {
        since: "3.0.0",
        group: "cluster",
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
        since: "9.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|myshardid
    Docs {
        since: "7.2.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|nodes
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|replicas
    Docs {
        since: "5.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "node-id", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|replicate
    Docs {
        since: "3.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|set-config-epoch
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument { name: "config-epoch", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // cluster|setslot
    Docs {
        since: "3.0.0",
        group: "cluster",
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
        since: "7.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|slaves
    Docs {
        since: "3.0.0",
        group: "cluster",
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
        since: "8.0.0",
        group: "cluster",
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
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // cluster|syncslots
    Docs {
        since: "9.0.0",
        group: "cluster",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // command
    Docs {
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // commandlog
    Docs {
        since: "8.1.0",
        group: "server",
        ..Docs::EMPTY
    },
    // commandlog|get
    Docs {
        since: "8.1.0",
        group: "server",
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
        since: "8.1.0",
        group: "server",
        ..Docs::EMPTY
    },
    // commandlog|len
    Docs {
        since: "8.1.0",
        group: "server",
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
        since: "8.1.0",
        group: "server",
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
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // command|docs
    Docs {
        since: "7.0.0",
        group: "server",
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
        since: "2.8.13",
        group: "server",
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
        since: "7.0.0",
        group: "server",
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
        since: "5.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // command|info
    Docs {
        since: "2.8.13",
        group: "server",
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
        since: "7.0.0",
        group: "server",
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
        since: "2.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // config|get
    Docs {
        since: "2.0.0",
        group: "server",
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
        since: "5.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // config|resetstat
    Docs {
        since: "2.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // config|rewrite
    Docs {
        since: "2.8.0",
        group: "server",
        ..Docs::EMPTY
    },
    // config|set
    Docs {
        since: "2.0.0",
        group: "server",
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
        since: "6.2.0",
        group: "generic",
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
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // debug
    Docs {
        since: "1.0.0",
        group: "server",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // decr
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // decrby
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "decrement", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // del
    Docs {
        since: "1.0.0",
        group: "generic",
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
        since: "9.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // discard
    Docs {
        since: "2.0.0",
        group: "transactions",
        ..Docs::EMPTY
    },
    // dump
    Docs {
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // echo
    Docs {
        since: "1.0.0",
        group: "connection",
        arguments: &[
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // eval
    Docs {
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
        since: "1.2.0",
        group: "transactions",
        ..Docs::EMPTY
    },
    // exists
    Docs {
        since: "1.0.0",
        group: "generic",
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
        since: "1.0.0",
        group: "generic",
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
        since: "1.2.0",
        group: "generic",
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
        since: "7.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // failover
    Docs {
        since: "6.2.0",
        group: "server",
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
        since: "1.0.0",
        group: "server",
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
        since: "1.0.0",
        group: "server",
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
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // function|delete
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "library-name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // function|dump
    Docs {
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // function|flush
    Docs {
        since: "7.0.0",
        group: "scripting",
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
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // function|kill
    Docs {
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // function|list
    Docs {
        since: "7.0.0",
        group: "scripting",
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
        since: "7.0.0",
        group: "scripting",
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
        since: "7.0.0",
        group: "scripting",
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
        since: "7.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // geoadd
    Docs {
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.10",
        group: "geo",
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
        since: "3.2.0",
        group: "geo",
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
        since: "3.2.10",
        group: "geo",
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
        since: "6.2.0",
        group: "geo",
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
        since: "6.2.0",
        group: "geo",
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
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getbit
    Docs {
        since: "2.2.0",
        group: "bitmap",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getdel
    Docs {
        since: "6.2.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getex
    Docs {
        since: "6.2.0",
        group: "string",
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
        since: "2.4.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "end", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // getset
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hdel
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hello
    Docs {
        since: "6.0.0",
        group: "connection",
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
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hexpire
    Docs {
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hgetall
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hgetdel
    Docs {
        since: "9.1.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hincrbyfloat
    Docs {
        since: "2.6.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "increment", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hkeys
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hlen
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hmget
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hmset
    Docs {
        since: "2.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "6.2.0",
        group: "hash",
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
        since: "2.8.0",
        group: "hash",
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
        since: "2.0.0",
        group: "hash",
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
        since: "9.0.0",
        group: "hash",
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
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // hstrlen
    Docs {
        since: "3.2.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "field", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // httl
    Docs {
        since: "9.0.0",
        group: "hash",
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
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incr
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incrby
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // incrbyfloat
    Docs {
        since: "2.6.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // info
    Docs {
        since: "1.0.0",
        group: "server",
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
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "pattern", kind: Kind::Pattern, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lastsave
    Docs {
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // latency
    Docs {
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // latency|doctor
    Docs {
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // latency|graph
    Docs {
        since: "2.8.13",
        group: "server",
        arguments: &[
            Argument { name: "event", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // latency|help
    Docs {
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // latency|histogram
    Docs {
        since: "7.0.0",
        group: "server",
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
        since: "2.8.13",
        group: "server",
        arguments: &[
            Argument { name: "event", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // latency|latest
    Docs {
        since: "2.8.13",
        group: "server",
        ..Docs::EMPTY
    },
    // latency|reset
    Docs {
        since: "2.8.13",
        group: "server",
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
        since: "7.0.0",
        group: "string",
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
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "index", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // linsert
    Docs {
        since: "2.2.0",
        group: "list",
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
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lmove
    Docs {
        since: "6.2.0",
        group: "list",
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
        since: "7.0.0",
        group: "list",
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
        since: "1.0.0",
        group: "list",
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
        since: "6.0.6",
        group: "list",
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
        since: "1.0.0",
        group: "list",
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
        since: "2.2.0",
        group: "list",
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
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lrem
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "count", kind: Kind::Integer, ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // lset
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "index", kind: Kind::Integer, ..NONE },
            Argument { name: "element", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // ltrim
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // memory
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|doctor
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|help
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|malloc-stats
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|purge
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|stats
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // memory|usage
    Docs {
        since: "4.0.0",
        group: "server",
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
        since: "1.0.0",
        group: "string",
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
        since: "2.6.0",
        group: "generic",
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
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // module|help
    Docs {
        since: "5.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // module|list
    Docs {
        since: "4.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // module|load
    Docs {
        since: "4.0.0",
        group: "server",
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
        since: "7.0.0",
        group: "server",
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
        since: "4.0.0",
        group: "server",
        arguments: &[
            Argument { name: "name", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // monitor
    Docs {
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // move
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "db", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // mset
    Docs {
        since: "1.0.1",
        group: "string",
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
        since: "9.1.0",
        group: "string",
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
        since: "1.0.1",
        group: "string",
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
        since: "1.2.0",
        group: "transactions",
        ..Docs::EMPTY
    },
    // object
    Docs {
        since: "2.2.3",
        group: "generic",
        ..Docs::EMPTY
    },
    // object|encoding
    Docs {
        since: "2.2.3",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|freq
    Docs {
        since: "4.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|help
    Docs {
        since: "6.2.0",
        group: "generic",
        ..Docs::EMPTY
    },
    // object|idletime
    Docs {
        since: "2.2.3",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // object|refcount
    Docs {
        since: "2.2.3",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // persist
    Docs {
        since: "2.2.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pexpire
    Docs {
        since: "2.6.0",
        group: "generic",
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
        since: "2.6.0",
        group: "generic",
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
        since: "7.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pfadd
    Docs {
        since: "2.8.9",
        group: "hyperloglog",
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
        since: "2.8.9",
        group: "hyperloglog",
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
        since: "2.8.9",
        group: "hyperloglog",
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
        since: "2.8.9",
        group: "hyperloglog",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // ping
    Docs {
        since: "1.0.0",
        group: "connection",
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
        since: "2.6.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "milliseconds", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // psubscribe
    Docs {
        since: "2.0.0",
        group: "pubsub",
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
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // publish
    Docs {
        since: "2.0.0",
        group: "pubsub",
        arguments: &[
            Argument { name: "channel", kind: Kind::String, ..NONE },
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // pubsub
    Docs {
        since: "2.8.0",
        group: "pubsub",
        ..Docs::EMPTY
    },
    // pubsub|channels
    Docs {
        since: "2.8.0",
        group: "pubsub",
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
        since: "6.2.0",
        group: "pubsub",
        ..Docs::EMPTY
    },
    // pubsub|numpat
    Docs {
        since: "2.8.0",
        group: "pubsub",
        ..Docs::EMPTY
    },
    // pubsub|numsub
    Docs {
        since: "2.8.0",
        group: "pubsub",
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
        since: "7.0.0",
        group: "pubsub",
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
        since: "7.0.0",
        group: "pubsub",
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
        since: "2.0.0",
        group: "pubsub",
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
        since: "1.0.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // randomkey
    Docs {
        since: "1.0.0",
        group: "generic",
        ..Docs::EMPTY
    },
    // readonly
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // readwrite
    Docs {
        since: "3.0.0",
        group: "cluster",
        ..Docs::EMPTY
    },
    // rename
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "newkey", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // renamenx
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "newkey", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // replconf
    Docs {
        since: "3.0.0",
        group: "server",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
        ..Docs::EMPTY
    },
    // replicaof
    Docs {
        since: "5.0.0",
        group: "server",
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
        since: "6.2.0",
        group: "connection",
        ..Docs::EMPTY
    },
    // restore
    Docs {
        since: "2.6.0",
        group: "generic",
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
        since: "3.0.0",
        group: "server",
        doc_flags: DocFlags(DocFlags::SYSCMD.0),
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
    // role
    Docs {
        since: "2.8.12",
        group: "server",
        ..Docs::EMPTY
    },
    // rpop
    Docs {
        since: "1.0.0",
        group: "list",
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
        since: "1.2.0",
        group: "list",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // rpush
    Docs {
        since: "1.0.0",
        group: "list",
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
        since: "2.2.0",
        group: "list",
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
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // scan
    Docs {
        since: "2.8.0",
        group: "generic",
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
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script
    Docs {
        since: "2.6.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // script|debug
    Docs {
        since: "3.2.0",
        group: "scripting",
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
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script|flush
    Docs {
        since: "2.6.0",
        group: "scripting",
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
        since: "5.0.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // script|kill
    Docs {
        since: "2.6.0",
        group: "scripting",
        ..Docs::EMPTY
    },
    // script|load
    Docs {
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument { name: "script", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // script|show
    Docs {
        since: "8.0.0",
        group: "scripting",
        arguments: &[
            Argument { name: "sha1", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sdiff
    Docs {
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "connection",
        arguments: &[
            Argument { name: "index", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // set
    Docs {
        since: "1.0.0",
        group: "string",
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
        since: "2.2.0",
        group: "bitmap",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setex
    Docs {
        since: "2.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "seconds", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setnx
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // setrange
    Docs {
        since: "2.2.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "offset", kind: Kind::Integer, ..NONE },
            Argument { name: "value", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // shutdown
    Docs {
        since: "1.0.0",
        group: "server",
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
        since: "1.0.0",
        group: "set",
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
        since: "7.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // slaveof
    Docs {
        since: "1.0.0",
        group: "server",
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
        since: "2.2.12",
        group: "server",
        ..Docs::EMPTY
    },
    // slowlog|get
    Docs {
        since: "2.2.12",
        group: "server",
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
        since: "6.2.0",
        group: "server",
        ..Docs::EMPTY
    },
    // slowlog|len
    Docs {
        since: "2.2.12",
        group: "server",
        ..Docs::EMPTY
    },
    // slowlog|reset
    Docs {
        since: "2.2.12",
        group: "server",
        ..Docs::EMPTY
    },
    // smembers
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // smismember
    Docs {
        since: "6.2.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument { name: "source", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "destination", kind: Kind::Key, key_spec: Some(1), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sort
    Docs {
        since: "1.0.0",
        group: "generic",
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
        since: "7.0.0",
        group: "generic",
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
        since: "1.0.0",
        group: "set",
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
        since: "7.0.0",
        group: "pubsub",
        arguments: &[
            Argument { name: "shardchannel", kind: Kind::String, ..NONE },
            Argument { name: "message", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // srandmember
    Docs {
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
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
        since: "2.8.0",
        group: "set",
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
        since: "7.0.0",
        group: "pubsub",
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
        since: "2.2.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // subscribe
    Docs {
        since: "2.0.0",
        group: "pubsub",
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
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "end", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sunion
    Docs {
        since: "1.0.0",
        group: "set",
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
        since: "1.0.0",
        group: "set",
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
        since: "7.0.0",
        group: "pubsub",
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
        since: "4.0.0",
        group: "server",
        arguments: &[
            Argument { name: "index1", kind: Kind::Integer, ..NONE },
            Argument { name: "index2", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // sync
    Docs {
        since: "1.0.0",
        group: "server",
        ..Docs::EMPTY
    },
    // time
    Docs {
        since: "2.6.0",
        group: "server",
        ..Docs::EMPTY
    },
    // touch
    Docs {
        since: "3.2.1",
        group: "generic",
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
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // type
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // unlink
    Docs {
        since: "4.0.0",
        group: "generic",
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
        since: "2.0.0",
        group: "pubsub",
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
        since: "2.2.0",
        group: "transactions",
        ..Docs::EMPTY
    },
    // wait
    Docs {
        since: "3.0.0",
        group: "generic",
        arguments: &[
            Argument { name: "numreplicas", kind: Kind::Integer, ..NONE },
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // waitaof
    Docs {
        since: "7.2.0",
        group: "generic",
        arguments: &[
            Argument { name: "numlocal", kind: Kind::Integer, ..NONE },
            Argument { name: "numreplicas", kind: Kind::Integer, ..NONE },
            Argument { name: "timeout", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // watch
    Docs {
        since: "2.2.0",
        group: "transactions",
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
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "id", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xadd
    Docs {
        since: "5.0.0",
        group: "stream",
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
        since: "6.2.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "id", kind: Kind::String, flags: Often(Often::MULTIPLE.0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup
    Docs {
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xgroup|create
    Docs {
        since: "5.0.0",
        group: "stream",
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
        since: "6.2.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|delconsumer
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
            Argument { name: "consumer", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|destroy
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xgroup|help
    Docs {
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xgroup|setid
    Docs {
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xinfo|consumers
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "group", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xinfo|groups
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xinfo|help
    Docs {
        since: "5.0.0",
        group: "stream",
        ..Docs::EMPTY
    },
    // xinfo|stream
    Docs {
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // xpending
    Docs {
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "5.0.0",
        group: "stream",
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
        since: "1.2.0",
        group: "sorted-set",
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
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zcount
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zdiff
    Docs {
        since: "6.2.0",
        group: "sorted-set",
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
        since: "6.2.0",
        group: "sorted-set",
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
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "increment", kind: Kind::Integer, ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zinter
    Docs {
        since: "6.2.0",
        group: "sorted-set",
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
        since: "7.0.0",
        group: "sorted-set",
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
        since: "2.0.0",
        group: "sorted-set",
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
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zmpop
    Docs {
        since: "7.0.0",
        group: "sorted-set",
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
        since: "6.2.0",
        group: "sorted-set",
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
        since: "5.0.0",
        group: "sorted-set",
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
        since: "5.0.0",
        group: "sorted-set",
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
        since: "6.2.0",
        group: "sorted-set",
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
        since: "1.2.0",
        group: "sorted-set",
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
        since: "2.8.9",
        group: "sorted-set",
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
        since: "1.0.5",
        group: "sorted-set",
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
        since: "6.2.0",
        group: "sorted-set",
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
        since: "2.0.0",
        group: "sorted-set",
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
        since: "1.2.0",
        group: "sorted-set",
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
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::String, ..NONE },
            Argument { name: "max", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyrank
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "start", kind: Kind::Integer, ..NONE },
            Argument { name: "stop", kind: Kind::Integer, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyscore
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "min", kind: Kind::Double, ..NONE },
            Argument { name: "max", kind: Kind::Double, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zrevrange
    Docs {
        since: "1.2.0",
        group: "sorted-set",
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
        since: "2.8.9",
        group: "sorted-set",
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
        since: "2.2.0",
        group: "sorted-set",
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
        since: "2.0.0",
        group: "sorted-set",
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
        since: "2.8.0",
        group: "sorted-set",
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
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument { name: "key", kind: Kind::Key, key_spec: Some(0), ..NONE },
            Argument { name: "member", kind: Kind::String, ..NONE },
        ],
        ..Docs::EMPTY
    },
    // zunion
    Docs {
        since: "6.2.0",
        group: "sorted-set",
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
        since: "2.0.0",
        group: "sorted-set",
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
