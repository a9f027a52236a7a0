//! The commands as COMMAND DOCS describes them, in the order of their ids.
//! Generated from specs/*.json by examples/generate-command-table: change those and run it.

use crate::spec::{Argument, ArgumentFlags, ArgumentKind, DocFlags, Docs};

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
                kind: ArgumentKind::String,
                display: "category",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "username",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // acl|dryrun
    Docs {
        since: "7.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "username",
                kind: ArgumentKind::String,
                display: "username",
                ..Argument::EMPTY
            },
            Argument {
                name: "command",
                kind: ArgumentKind::String,
                display: "command",
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // acl|genpass
    Docs {
        since: "6.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "bits",
                kind: ArgumentKind::Integer,
                display: "bits",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // acl|getuser
    Docs {
        since: "6.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "username",
                kind: ArgumentKind::String,
                display: "username",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "reset",
                        kind: ArgumentKind::PureToken,
                        display: "reset",
                        token: Some("RESET"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "username",
                kind: ArgumentKind::String,
                display: "username",
                ..Argument::EMPTY
            },
            Argument {
                name: "rule",
                kind: ArgumentKind::String,
                display: "rule",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::String,
                display: "username",
                since: "6.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "password",
                kind: ArgumentKind::String,
                display: "password",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "schedule",
                        kind: ArgumentKind::PureToken,
                        display: "schedule",
                        token: Some("SCHEDULE"),
                        since: "3.2.2",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "cancel",
                        kind: ArgumentKind::PureToken,
                        display: "cancel",
                        token: Some("CANCEL"),
                        since: "8.1.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // bitcount
    Docs {
        since: "2.6.0",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "range",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "start",
                        kind: ArgumentKind::Integer,
                        display: "start",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "end-unit-block",
                        kind: ArgumentKind::Block,
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "end",
                                kind: ArgumentKind::Integer,
                                display: "end",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                since: "7.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "byte",
                                        kind: ArgumentKind::PureToken,
                                        display: "byte",
                                        token: Some("BYTE"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "bit",
                                        kind: ArgumentKind::PureToken,
                                        display: "bit",
                                        token: Some("BIT"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // bitfield
    Docs {
        since: "3.2.0",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "operation",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "get-block",
                        kind: ArgumentKind::Block,
                        token: Some("GET"),
                        arguments: &[
                            Argument {
                                name: "encoding",
                                kind: ArgumentKind::String,
                                display: "encoding",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "offset",
                                kind: ArgumentKind::Integer,
                                display: "offset",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "write",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "overflow-block",
                                kind: ArgumentKind::OneOf,
                                token: Some("OVERFLOW"),
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "wrap",
                                        kind: ArgumentKind::PureToken,
                                        display: "wrap",
                                        token: Some("WRAP"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "sat",
                                        kind: ArgumentKind::PureToken,
                                        display: "sat",
                                        token: Some("SAT"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "fail",
                                        kind: ArgumentKind::PureToken,
                                        display: "fail",
                                        token: Some("FAIL"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "write-operation",
                                kind: ArgumentKind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "set-block",
                                        kind: ArgumentKind::Block,
                                        token: Some("SET"),
                                        arguments: &[
                                            Argument {
                                                name: "encoding",
                                                kind: ArgumentKind::String,
                                                display: "encoding",
                                                ..Argument::EMPTY
                                            },
                                            Argument {
                                                name: "offset",
                                                kind: ArgumentKind::Integer,
                                                display: "offset",
                                                ..Argument::EMPTY
                                            },
                                            Argument {
                                                name: "value",
                                                kind: ArgumentKind::Integer,
                                                display: "value",
                                                ..Argument::EMPTY
                                            },
                                        ],
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "incrby-block",
                                        kind: ArgumentKind::Block,
                                        token: Some("INCRBY"),
                                        arguments: &[
                                            Argument {
                                                name: "encoding",
                                                kind: ArgumentKind::String,
                                                display: "encoding",
                                                ..Argument::EMPTY
                                            },
                                            Argument {
                                                name: "offset",
                                                kind: ArgumentKind::Integer,
                                                display: "offset",
                                                ..Argument::EMPTY
                                            },
                                            Argument {
                                                name: "increment",
                                                kind: ArgumentKind::Integer,
                                                display: "increment",
                                                ..Argument::EMPTY
                                            },
                                        ],
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // bitfield_ro
    Docs {
        since: "6.0.0",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "get-block",
                kind: ArgumentKind::Block,
                token: Some("GET"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0 | ArgumentFlags::MULTIPLE_TOKEN.0),
                arguments: &[
                    Argument {
                        name: "encoding",
                        kind: ArgumentKind::String,
                        display: "encoding",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "and",
                        kind: ArgumentKind::PureToken,
                        display: "and",
                        token: Some("AND"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "or",
                        kind: ArgumentKind::PureToken,
                        display: "or",
                        token: Some("OR"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xor",
                        kind: ArgumentKind::PureToken,
                        display: "xor",
                        token: Some("XOR"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "not",
                        kind: ArgumentKind::PureToken,
                        display: "not",
                        token: Some("NOT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "destkey",
                kind: ArgumentKind::Key,
                display: "destkey",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // bitpos
    Docs {
        since: "2.8.7",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "bit",
                kind: ArgumentKind::Integer,
                display: "bit",
                ..Argument::EMPTY
            },
            Argument {
                name: "range",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "start",
                        kind: ArgumentKind::Integer,
                        display: "start",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "end-unit-block",
                        kind: ArgumentKind::Block,
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "end",
                                kind: ArgumentKind::Integer,
                                display: "end",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                since: "7.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "byte",
                                        kind: ArgumentKind::PureToken,
                                        display: "byte",
                                        token: Some("BYTE"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "bit",
                                        kind: ArgumentKind::PureToken,
                                        display: "bit",
                                        token: Some("BIT"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // blmove
    Docs {
        since: "6.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "wherefrom",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "whereto",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // blmpop
    Docs {
        since: "7.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "where",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // brpoplpush
    Docs {
        since: "2.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // bzmpop
    Docs {
        since: "7.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "where",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Double,
                display: "timeout",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "yes",
                        kind: ArgumentKind::PureToken,
                        display: "yes",
                        token: Some("YES"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no",
                        kind: ArgumentKind::PureToken,
                        display: "no",
                        token: Some("NO"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "capability",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "on",
                        kind: ArgumentKind::PureToken,
                        display: "on",
                        token: Some("ON"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "off",
                        kind: ArgumentKind::PureToken,
                        display: "off",
                        token: Some("OFF"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "old-format",
                        kind: ArgumentKind::String,
                        display: "ip:port",
                        deprecated_since: "2.8.12",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "new-format",
                        kind: ArgumentKind::OneOf,
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        arguments: &[
                            Argument {
                                name: "client-id",
                                kind: ArgumentKind::Integer,
                                display: "client-id",
                                token: Some("ID"),
                                since: "2.8.12",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "client-type",
                                kind: ArgumentKind::OneOf,
                                token: Some("TYPE"),
                                since: "2.8.12",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "normal",
                                        kind: ArgumentKind::PureToken,
                                        display: "normal",
                                        token: Some("NORMAL"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "master",
                                        kind: ArgumentKind::PureToken,
                                        display: "master",
                                        token: Some("MASTER"),
                                        since: "3.2.0",
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "primary",
                                        kind: ArgumentKind::PureToken,
                                        display: "primary",
                                        token: Some("PRIMARY"),
                                        since: "8.0.0",
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "slave",
                                        kind: ArgumentKind::PureToken,
                                        display: "slave",
                                        token: Some("SLAVE"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "replica",
                                        kind: ArgumentKind::PureToken,
                                        display: "replica",
                                        token: Some("REPLICA"),
                                        since: "5.0.0",
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "pubsub",
                                        kind: ArgumentKind::PureToken,
                                        display: "pubsub",
                                        token: Some("PUBSUB"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "username",
                                kind: ArgumentKind::String,
                                display: "username",
                                token: Some("USER"),
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "addr",
                                kind: ArgumentKind::String,
                                display: "ip:port",
                                token: Some("ADDR"),
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "laddr",
                                kind: ArgumentKind::String,
                                display: "ip:port",
                                token: Some("LADDR"),
                                since: "6.2.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "skipme",
                                kind: ArgumentKind::OneOf,
                                token: Some("SKIPME"),
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "yes",
                                        kind: ArgumentKind::PureToken,
                                        display: "yes",
                                        token: Some("YES"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "no",
                                        kind: ArgumentKind::PureToken,
                                        display: "no",
                                        token: Some("NO"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "maxage",
                                kind: ArgumentKind::Integer,
                                display: "maxage",
                                token: Some("MAXAGE"),
                                since: "8.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "name",
                                kind: ArgumentKind::String,
                                display: "name",
                                token: Some("NAME"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "idle",
                                kind: ArgumentKind::Integer,
                                display: "idle",
                                token: Some("IDLE"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "flags",
                                kind: ArgumentKind::String,
                                display: "flags",
                                token: Some("FLAGS"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "lib-name",
                                kind: ArgumentKind::String,
                                display: "lib-name",
                                token: Some("LIB-NAME"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "lib-ver",
                                kind: ArgumentKind::String,
                                display: "lib-ver",
                                token: Some("LIB-VER"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "db",
                                kind: ArgumentKind::Integer,
                                display: "db",
                                token: Some("DB"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "capa",
                                kind: ArgumentKind::String,
                                display: "capa",
                                token: Some("CAPA"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "ip",
                                kind: ArgumentKind::String,
                                display: "ip",
                                token: Some("IP"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-client-type",
                                kind: ArgumentKind::OneOf,
                                token: Some("NOT-TYPE"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "normal",
                                        kind: ArgumentKind::PureToken,
                                        display: "normal",
                                        token: Some("NORMAL"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "master",
                                        kind: ArgumentKind::PureToken,
                                        display: "master",
                                        token: Some("MASTER"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "primary",
                                        kind: ArgumentKind::PureToken,
                                        display: "primary",
                                        token: Some("PRIMARY"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "slave",
                                        kind: ArgumentKind::PureToken,
                                        display: "slave",
                                        token: Some("SLAVE"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "replica",
                                        kind: ArgumentKind::PureToken,
                                        display: "replica",
                                        token: Some("REPLICA"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "pubsub",
                                        kind: ArgumentKind::PureToken,
                                        display: "pubsub",
                                        token: Some("PUBSUB"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-client-id",
                                kind: ArgumentKind::Integer,
                                display: "not-client-id",
                                token: Some("NOT-ID"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-username",
                                kind: ArgumentKind::String,
                                display: "not-username",
                                token: Some("NOT-USER"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-addr",
                                kind: ArgumentKind::String,
                                display: "ip:port",
                                token: Some("NOT-ADDR"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-laddr",
                                kind: ArgumentKind::String,
                                display: "ip:port",
                                token: Some("NOT-LADDR"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-name",
                                kind: ArgumentKind::String,
                                display: "not-name",
                                token: Some("NOT-NAME"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-flags",
                                kind: ArgumentKind::String,
                                display: "not-flags",
                                token: Some("NOT-FLAGS"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-lib-name",
                                kind: ArgumentKind::String,
                                display: "not-lib-name",
                                token: Some("NOT-LIB-NAME"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-lib-ver",
                                kind: ArgumentKind::String,
                                display: "not-lib-ver",
                                token: Some("NOT-LIB-VER"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-db",
                                kind: ArgumentKind::Integer,
                                display: "not-db",
                                token: Some("NOT-DB"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-capa",
                                kind: ArgumentKind::String,
                                display: "not-capa",
                                token: Some("NOT-CAPA"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "not-ip",
                                kind: ArgumentKind::String,
                                display: "not-ip",
                                token: Some("NOT-IP"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                token: Some("TYPE"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "normal",
                        kind: ArgumentKind::PureToken,
                        display: "normal",
                        token: Some("NORMAL"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "master",
                        kind: ArgumentKind::PureToken,
                        display: "master",
                        token: Some("MASTER"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "replica",
                        kind: ArgumentKind::PureToken,
                        display: "replica",
                        token: Some("REPLICA"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "pubsub",
                        kind: ArgumentKind::PureToken,
                        display: "pubsub",
                        token: Some("PUBSUB"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "client-id",
                kind: ArgumentKind::Integer,
                display: "client-id",
                token: Some("ID"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "username",
                kind: ArgumentKind::String,
                display: "username",
                token: Some("USER"),
                since: "8.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "addr",
                kind: ArgumentKind::String,
                display: "ip:port",
                token: Some("ADDR"),
                since: "8.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "laddr",
                kind: ArgumentKind::String,
                display: "ip:port",
                token: Some("LADDR"),
                since: "8.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "skipme",
                kind: ArgumentKind::OneOf,
                token: Some("SKIPME"),
                since: "8.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "yes",
                        kind: ArgumentKind::PureToken,
                        display: "yes",
                        token: Some("YES"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no",
                        kind: ArgumentKind::PureToken,
                        display: "no",
                        token: Some("NO"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "maxage",
                kind: ArgumentKind::Integer,
                display: "maxage",
                token: Some("MAXAGE"),
                since: "8.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "name",
                kind: ArgumentKind::String,
                display: "name",
                token: Some("NAME"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "idle",
                kind: ArgumentKind::Integer,
                display: "idle",
                token: Some("IDLE"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "flags",
                kind: ArgumentKind::String,
                display: "flags",
                token: Some("FLAGS"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "lib-name",
                kind: ArgumentKind::String,
                display: "lib-name",
                token: Some("LIB-NAME"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "lib-ver",
                kind: ArgumentKind::String,
                display: "lib-ver",
                token: Some("LIB-VER"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "db",
                kind: ArgumentKind::Integer,
                display: "db",
                token: Some("DB"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "capa",
                kind: ArgumentKind::String,
                display: "capa",
                token: Some("CAPA"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "ip",
                kind: ArgumentKind::String,
                display: "ip",
                token: Some("IP"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-client-type",
                kind: ArgumentKind::OneOf,
                token: Some("NOT-TYPE"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "normal",
                        kind: ArgumentKind::PureToken,
                        display: "normal",
                        token: Some("NORMAL"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "master",
                        kind: ArgumentKind::PureToken,
                        display: "master",
                        token: Some("MASTER"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "replica",
                        kind: ArgumentKind::PureToken,
                        display: "replica",
                        token: Some("REPLICA"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "pubsub",
                        kind: ArgumentKind::PureToken,
                        display: "pubsub",
                        token: Some("PUBSUB"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "not-client-id",
                kind: ArgumentKind::Integer,
                display: "not-client-id",
                token: Some("NOT-ID"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-username",
                kind: ArgumentKind::String,
                display: "not-username",
                token: Some("NOT-USER"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-addr",
                kind: ArgumentKind::String,
                display: "ip:port",
                token: Some("NOT-ADDR"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-laddr",
                kind: ArgumentKind::String,
                display: "ip:port",
                token: Some("NOT-LADDR"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-name",
                kind: ArgumentKind::String,
                display: "not-name",
                token: Some("NOT-NAME"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-flags",
                kind: ArgumentKind::String,
                display: "not-flags",
                token: Some("NOT-FLAGS"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-lib-name",
                kind: ArgumentKind::String,
                display: "not-lib-name",
                token: Some("NOT-LIB-NAME"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-lib-ver",
                kind: ArgumentKind::String,
                display: "not-lib-ver",
                token: Some("NOT-LIB-VER"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-db",
                kind: ArgumentKind::Integer,
                display: "not-db",
                token: Some("NOT-DB"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-capa",
                kind: ArgumentKind::String,
                display: "not-capa",
                token: Some("NOT-CAPA"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "not-ip",
                kind: ArgumentKind::String,
                display: "not-ip",
                token: Some("NOT-IP"),
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "on",
                        kind: ArgumentKind::PureToken,
                        display: "on",
                        token: Some("ON"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "off",
                        kind: ArgumentKind::PureToken,
                        display: "off",
                        token: Some("OFF"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "on",
                        kind: ArgumentKind::PureToken,
                        display: "on",
                        token: Some("ON"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "off",
                        kind: ArgumentKind::PureToken,
                        display: "off",
                        token: Some("OFF"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // client|pause
    Docs {
        since: "3.0.0",
        group: "connection",
        arguments: &[
            Argument {
                name: "timeout",
                kind: ArgumentKind::Integer,
                display: "timeout",
                ..Argument::EMPTY
            },
            Argument {
                name: "mode",
                kind: ArgumentKind::OneOf,
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "write",
                        kind: ArgumentKind::PureToken,
                        display: "write",
                        token: Some("WRITE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "all",
                        kind: ArgumentKind::PureToken,
                        display: "all",
                        token: Some("ALL"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "on",
                        kind: ArgumentKind::PureToken,
                        display: "on",
                        token: Some("ON"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "off",
                        kind: ArgumentKind::PureToken,
                        display: "off",
                        token: Some("OFF"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "skip",
                        kind: ArgumentKind::PureToken,
                        display: "skip",
                        token: Some("SKIP"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "libname",
                        kind: ArgumentKind::String,
                        display: "libname",
                        token: Some("LIB-NAME"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "libver",
                        kind: ArgumentKind::String,
                        display: "libver",
                        token: Some("LIB-VER"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // client|setname
    Docs {
        since: "2.6.9",
        group: "connection",
        arguments: &[
            Argument {
                name: "connection-name",
                kind: ArgumentKind::String,
                display: "connection-name",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "on",
                        kind: ArgumentKind::PureToken,
                        display: "on",
                        token: Some("ON"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "off",
                        kind: ArgumentKind::PureToken,
                        display: "off",
                        token: Some("OFF"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "client-id",
                kind: ArgumentKind::Integer,
                display: "client-id",
                token: Some("REDIRECT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "prefix",
                kind: ArgumentKind::String,
                display: "prefix",
                token: Some("PREFIX"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0 | ArgumentFlags::MULTIPLE_TOKEN.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "bcast",
                kind: ArgumentKind::PureToken,
                display: "bcast",
                token: Some("BCAST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "optin",
                kind: ArgumentKind::PureToken,
                display: "optin",
                token: Some("OPTIN"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "optout",
                kind: ArgumentKind::PureToken,
                display: "optout",
                token: Some("OPTOUT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "noloop",
                kind: ArgumentKind::PureToken,
                display: "noloop",
                token: Some("NOLOOP"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "client-id",
                kind: ArgumentKind::Integer,
                display: "client-id",
                ..Argument::EMPTY
            },
            Argument {
                name: "unblock-type",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "timeout",
                        kind: ArgumentKind::PureToken,
                        display: "timeout",
                        token: Some("TIMEOUT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "error",
                        kind: ArgumentKind::PureToken,
                        display: "error",
                        token: Some("ERROR"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "cursor",
                kind: ArgumentKind::String,
                display: "cursor",
                ..Argument::EMPTY
            },
            Argument {
                name: "match-pattern",
                kind: ArgumentKind::Pattern,
                display: "match-pattern",
                token: Some("MATCH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "type",
                kind: ArgumentKind::String,
                display: "type",
                token: Some("TYPE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                token: Some("SLOT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|addslots
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "start-slot",
                        kind: ArgumentKind::Integer,
                        display: "start-slot",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "end-slot",
                        kind: ArgumentKind::Integer,
                        display: "end-slot",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "node-id",
                kind: ArgumentKind::String,
                display: "node-id",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|countkeysinslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|delslots
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "start-slot",
                        kind: ArgumentKind::Integer,
                        display: "start-slot",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "end-slot",
                        kind: ArgumentKind::Integer,
                        display: "end-slot",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "force",
                        kind: ArgumentKind::PureToken,
                        display: "force",
                        token: Some("FORCE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "takeover",
                        kind: ArgumentKind::PureToken,
                        display: "takeover",
                        token: Some("TAKEOVER"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|flushslot
    Docs {
        since: "9.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                ..Argument::EMPTY
            },
            Argument {
                name: "flush-type",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: ArgumentKind::PureToken,
                        display: "async",
                        token: Some("ASYNC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "node-id",
                kind: ArgumentKind::String,
                display: "node-id",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|getkeysinslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                ..Argument::EMPTY
            },
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
            Argument { name: "key", kind: ArgumentKind::String, display: "key", ..Argument::EMPTY },
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
            Argument { name: "ip", kind: ArgumentKind::String, display: "ip", ..Argument::EMPTY },
            Argument {
                name: "port",
                kind: ArgumentKind::Integer,
                display: "port",
                ..Argument::EMPTY
            },
            Argument {
                name: "cluster-bus-port",
                kind: ArgumentKind::Integer,
                display: "cluster-bus-port",
                since: "4.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "slotsrange-token",
                        kind: ArgumentKind::PureToken,
                        display: "slotsrange-token",
                        token: Some("SLOTSRANGE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "range",
                        kind: ArgumentKind::Block,
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        arguments: &[
                            Argument {
                                name: "start-slot",
                                kind: ArgumentKind::Integer,
                                display: "start-slot",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "end-slot",
                                kind: ArgumentKind::Integer,
                                display: "end-slot",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "node-token",
                        kind: ArgumentKind::PureToken,
                        display: "node-token",
                        token: Some("NODE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "node-id",
                        kind: ArgumentKind::String,
                        display: "node-id",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "node-id",
                kind: ArgumentKind::String,
                display: "node-id",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "node-id",
                        kind: ArgumentKind::String,
                        display: "node-id",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no-one",
                        kind: ArgumentKind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: ArgumentKind::PureToken,
                                display: "no",
                                token: Some("NO"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "one",
                                kind: ArgumentKind::PureToken,
                                display: "one",
                                token: Some("ONE"),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "hard",
                        kind: ArgumentKind::PureToken,
                        display: "hard",
                        token: Some("HARD"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "soft",
                        kind: ArgumentKind::PureToken,
                        display: "soft",
                        token: Some("SOFT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "config-epoch",
                kind: ArgumentKind::Integer,
                display: "config-epoch",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // cluster|setslot
    Docs {
        since: "3.0.0",
        group: "cluster",
        arguments: &[
            Argument {
                name: "slot",
                kind: ArgumentKind::Integer,
                display: "slot",
                ..Argument::EMPTY
            },
            Argument {
                name: "subcommand",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "importing",
                        kind: ArgumentKind::String,
                        display: "node-id",
                        token: Some("IMPORTING"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "migrating",
                        kind: ArgumentKind::String,
                        display: "node-id",
                        token: Some("MIGRATING"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "node",
                        kind: ArgumentKind::String,
                        display: "node-id",
                        token: Some("NODE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "stable",
                        kind: ArgumentKind::PureToken,
                        display: "stable",
                        token: Some("STABLE"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Integer,
                display: "timeout",
                token: Some("TIMEOUT"),
                since: "8.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
        replaced_by: "CLUSTER REPLICAS",
        doc_flags: DocFlags(DocFlags::DEPRECATED.0),
        arguments: &[
            Argument {
                name: "node-id",
                kind: ArgumentKind::String,
                display: "node-id",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "slotsrange",
                        kind: ArgumentKind::Block,
                        token: Some("SLOTSRANGE"),
                        arguments: &[
                            Argument {
                                name: "start-slot",
                                kind: ArgumentKind::Integer,
                                display: "start-slot",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "end-slot",
                                kind: ArgumentKind::Integer,
                                display: "end-slot",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "orderby",
                        kind: ArgumentKind::Block,
                        token: Some("ORDERBY"),
                        arguments: &[
                            Argument {
                                name: "metric",
                                kind: ArgumentKind::String,
                                display: "metric",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "limit",
                                kind: ArgumentKind::Integer,
                                display: "limit",
                                token: Some("LIMIT"),
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "order",
                                kind: ArgumentKind::OneOf,
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "asc",
                                        kind: ArgumentKind::PureToken,
                                        display: "asc",
                                        token: Some("ASC"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "desc",
                                        kind: ArgumentKind::PureToken,
                                        display: "desc",
                                        token: Some("DESC"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                ..Argument::EMPTY
            },
            Argument {
                name: "type",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "slow",
                        kind: ArgumentKind::PureToken,
                        display: "slow",
                        token: Some("SLOW"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-request",
                        kind: ArgumentKind::PureToken,
                        display: "large-request",
                        token: Some("LARGE-REQUEST"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-reply",
                        kind: ArgumentKind::PureToken,
                        display: "large-reply",
                        token: Some("LARGE-REPLY"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "slow",
                        kind: ArgumentKind::PureToken,
                        display: "slow",
                        token: Some("SLOW"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-request",
                        kind: ArgumentKind::PureToken,
                        display: "large-request",
                        token: Some("LARGE-REQUEST"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-reply",
                        kind: ArgumentKind::PureToken,
                        display: "large-reply",
                        token: Some("LARGE-REPLY"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "slow",
                        kind: ArgumentKind::PureToken,
                        display: "slow",
                        token: Some("SLOW"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-request",
                        kind: ArgumentKind::PureToken,
                        display: "large-request",
                        token: Some("LARGE-REQUEST"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "large-reply",
                        kind: ArgumentKind::PureToken,
                        display: "large-reply",
                        token: Some("LARGE-REPLY"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "command-name",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // command|getkeys
    Docs {
        since: "2.8.13",
        group: "server",
        arguments: &[
            Argument {
                name: "command",
                kind: ArgumentKind::String,
                display: "command",
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // command|getkeysandflags
    Docs {
        since: "7.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "command",
                kind: ArgumentKind::String,
                display: "command",
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "command-name",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                token: Some("FILTERBY"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "module-name",
                        kind: ArgumentKind::String,
                        display: "module-name",
                        token: Some("MODULE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "category",
                        kind: ArgumentKind::String,
                        display: "category",
                        token: Some("ACLCAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "pattern",
                        kind: ArgumentKind::Pattern,
                        display: "pattern",
                        token: Some("PATTERN"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "parameter",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "parameter",
                        kind: ArgumentKind::String,
                        display: "parameter",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // copy
    Docs {
        since: "6.2.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination-db",
                kind: ArgumentKind::Integer,
                display: "destination-db",
                token: Some("DB"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "replace",
                kind: ArgumentKind::PureToken,
                display: "replace",
                token: Some("REPLACE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // decrby
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "decrement",
                kind: ArgumentKind::Integer,
                display: "decrement",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // delifeq
    Docs {
        since: "9.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // echo
    Docs {
        since: "1.0.0",
        group: "connection",
        arguments: &[
            Argument {
                name: "message",
                kind: ArgumentKind::String,
                display: "message",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // eval
    Docs {
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "script",
                kind: ArgumentKind::String,
                display: "script",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // eval_ro
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "script",
                kind: ArgumentKind::String,
                display: "script",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // evalsha
    Docs {
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "sha1",
                kind: ArgumentKind::String,
                display: "sha1",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // evalsha_ro
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "sha1",
                kind: ArgumentKind::String,
                display: "sha1",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // expire
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "seconds",
                kind: ArgumentKind::Integer,
                display: "seconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // expireat
    Docs {
        since: "1.2.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "unix-time-seconds",
                kind: ArgumentKind::UnixTime,
                display: "unix-time-seconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // expiretime
    Docs {
        since: "7.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Block,
                token: Some("TO"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "host",
                        kind: ArgumentKind::String,
                        display: "host",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "port",
                        kind: ArgumentKind::Integer,
                        display: "port",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "force",
                        kind: ArgumentKind::PureToken,
                        display: "force",
                        token: Some("FORCE"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "abort",
                kind: ArgumentKind::PureToken,
                display: "abort",
                token: Some("ABORT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                token: Some("TIMEOUT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // fcall
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "function",
                kind: ArgumentKind::String,
                display: "function",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // fcall_ro
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "function",
                kind: ArgumentKind::String,
                display: "function",
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: ArgumentKind::PureToken,
                        display: "async",
                        token: Some("ASYNC"),
                        since: "4.0.0",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        since: "6.2.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: ArgumentKind::PureToken,
                        display: "async",
                        token: Some("ASYNC"),
                        since: "4.0.0",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        since: "6.2.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "library-name",
                kind: ArgumentKind::String,
                display: "library-name",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: ArgumentKind::PureToken,
                        display: "async",
                        token: Some("ASYNC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "library-name-pattern",
                token: Some("LIBRARYNAME"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withcode",
                kind: ArgumentKind::PureToken,
                display: "withcode",
                token: Some("WITHCODE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::PureToken,
                display: "replace",
                token: Some("REPLACE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "function-code",
                kind: ArgumentKind::String,
                display: "function-code",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // function|restore
    Docs {
        since: "7.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "serialized-value",
                kind: ArgumentKind::String,
                display: "serialized-value",
                ..Argument::EMPTY
            },
            Argument {
                name: "policy",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "flush",
                        kind: ArgumentKind::PureToken,
                        display: "flush",
                        token: Some("FLUSH"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "append",
                        kind: ArgumentKind::PureToken,
                        display: "append",
                        token: Some("APPEND"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "replace",
                        kind: ArgumentKind::PureToken,
                        display: "replace",
                        token: Some("REPLACE"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "change",
                kind: ArgumentKind::PureToken,
                display: "change",
                token: Some("CH"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "longitude",
                        kind: ArgumentKind::Double,
                        display: "longitude",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "latitude",
                        kind: ArgumentKind::Double,
                        display: "latitude",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "member",
                        kind: ArgumentKind::String,
                        display: "member",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // geodist
    Docs {
        since: "3.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member1",
                kind: ArgumentKind::String,
                display: "member1",
                ..Argument::EMPTY
            },
            Argument {
                name: "member2",
                kind: ArgumentKind::String,
                display: "member2",
                ..Argument::EMPTY
            },
            Argument {
                name: "unit",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "m",
                        kind: ArgumentKind::PureToken,
                        display: "m",
                        token: Some("M"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "km",
                        kind: ArgumentKind::PureToken,
                        display: "km",
                        token: Some("KM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "ft",
                        kind: ArgumentKind::PureToken,
                        display: "ft",
                        token: Some("FT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "mi",
                        kind: ArgumentKind::PureToken,
                        display: "mi",
                        token: Some("MI"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // geohash
    Docs {
        since: "3.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // geopos
    Docs {
        since: "3.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // georadius
    Docs {
        since: "3.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "longitude",
                kind: ArgumentKind::Double,
                display: "longitude",
                ..Argument::EMPTY
            },
            Argument {
                name: "latitude",
                kind: ArgumentKind::Double,
                display: "latitude",
                ..Argument::EMPTY
            },
            Argument {
                name: "radius",
                kind: ArgumentKind::Double,
                display: "radius",
                ..Argument::EMPTY
            },
            Argument {
                name: "unit",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "m",
                        kind: ArgumentKind::PureToken,
                        display: "m",
                        token: Some("M"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "km",
                        kind: ArgumentKind::PureToken,
                        display: "km",
                        token: Some("KM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "ft",
                        kind: ArgumentKind::PureToken,
                        display: "ft",
                        token: Some("FT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "mi",
                        kind: ArgumentKind::PureToken,
                        display: "mi",
                        token: Some("MI"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withcoord",
                kind: ArgumentKind::PureToken,
                display: "withcoord",
                token: Some("WITHCOORD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withdist",
                kind: ArgumentKind::PureToken,
                display: "withdist",
                token: Some("WITHDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withhash",
                kind: ArgumentKind::PureToken,
                display: "withhash",
                token: Some("WITHHASH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        since: "6.2.0",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "store",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "storekey",
                        kind: ArgumentKind::Key,
                        display: "key",
                        token: Some("STORE"),
                        key_spec: Some(1),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "storedistkey",
                        kind: ArgumentKind::Key,
                        display: "key",
                        token: Some("STOREDIST"),
                        key_spec: Some(2),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // georadius_ro
    Docs {
        since: "3.2.10",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "longitude",
                kind: ArgumentKind::Double,
                display: "longitude",
                ..Argument::EMPTY
            },
            Argument {
                name: "latitude",
                kind: ArgumentKind::Double,
                display: "latitude",
                ..Argument::EMPTY
            },
            Argument {
                name: "radius",
                kind: ArgumentKind::Double,
                display: "radius",
                ..Argument::EMPTY
            },
            Argument {
                name: "unit",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "m",
                        kind: ArgumentKind::PureToken,
                        display: "m",
                        token: Some("M"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "km",
                        kind: ArgumentKind::PureToken,
                        display: "km",
                        token: Some("KM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "ft",
                        kind: ArgumentKind::PureToken,
                        display: "ft",
                        token: Some("FT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "mi",
                        kind: ArgumentKind::PureToken,
                        display: "mi",
                        token: Some("MI"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withcoord",
                kind: ArgumentKind::PureToken,
                display: "withcoord",
                token: Some("WITHCOORD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withdist",
                kind: ArgumentKind::PureToken,
                display: "withdist",
                token: Some("WITHDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withhash",
                kind: ArgumentKind::PureToken,
                display: "withhash",
                token: Some("WITHHASH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        since: "6.2.0",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // georadiusbymember
    Docs {
        since: "3.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
            Argument {
                name: "radius",
                kind: ArgumentKind::Double,
                display: "radius",
                ..Argument::EMPTY
            },
            Argument {
                name: "unit",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "m",
                        kind: ArgumentKind::PureToken,
                        display: "m",
                        token: Some("M"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "km",
                        kind: ArgumentKind::PureToken,
                        display: "km",
                        token: Some("KM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "ft",
                        kind: ArgumentKind::PureToken,
                        display: "ft",
                        token: Some("FT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "mi",
                        kind: ArgumentKind::PureToken,
                        display: "mi",
                        token: Some("MI"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withcoord",
                kind: ArgumentKind::PureToken,
                display: "withcoord",
                token: Some("WITHCOORD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withdist",
                kind: ArgumentKind::PureToken,
                display: "withdist",
                token: Some("WITHDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withhash",
                kind: ArgumentKind::PureToken,
                display: "withhash",
                token: Some("WITHHASH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "store",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "storekey",
                        kind: ArgumentKind::Key,
                        display: "key",
                        token: Some("STORE"),
                        key_spec: Some(1),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "storedistkey",
                        kind: ArgumentKind::Key,
                        display: "key",
                        token: Some("STOREDIST"),
                        key_spec: Some(2),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // georadiusbymember_ro
    Docs {
        since: "3.2.10",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
            Argument {
                name: "radius",
                kind: ArgumentKind::Double,
                display: "radius",
                ..Argument::EMPTY
            },
            Argument {
                name: "unit",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "m",
                        kind: ArgumentKind::PureToken,
                        display: "m",
                        token: Some("M"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "km",
                        kind: ArgumentKind::PureToken,
                        display: "km",
                        token: Some("KM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "ft",
                        kind: ArgumentKind::PureToken,
                        display: "ft",
                        token: Some("FT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "mi",
                        kind: ArgumentKind::PureToken,
                        display: "mi",
                        token: Some("MI"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withcoord",
                kind: ArgumentKind::PureToken,
                display: "withcoord",
                token: Some("WITHCOORD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withdist",
                kind: ArgumentKind::PureToken,
                display: "withdist",
                token: Some("WITHDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withhash",
                kind: ArgumentKind::PureToken,
                display: "withhash",
                token: Some("WITHHASH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // geosearch
    Docs {
        since: "6.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "from",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "member",
                        kind: ArgumentKind::String,
                        display: "member",
                        token: Some("FROMMEMBER"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "fromlonlat",
                        kind: ArgumentKind::Block,
                        token: Some("FROMLONLAT"),
                        arguments: &[
                            Argument {
                                name: "longitude",
                                kind: ArgumentKind::Double,
                                display: "longitude",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "latitude",
                                kind: ArgumentKind::Double,
                                display: "latitude",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "by",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "circle",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "radius",
                                kind: ArgumentKind::Double,
                                display: "radius",
                                token: Some("BYRADIUS"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: ArgumentKind::PureToken,
                                        display: "m",
                                        token: Some("M"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "km",
                                        kind: ArgumentKind::PureToken,
                                        display: "km",
                                        token: Some("KM"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: ArgumentKind::PureToken,
                                        display: "ft",
                                        token: Some("FT"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: ArgumentKind::PureToken,
                                        display: "mi",
                                        token: Some("MI"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "box",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "width",
                                kind: ArgumentKind::Double,
                                display: "width",
                                token: Some("BYBOX"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "height",
                                kind: ArgumentKind::Double,
                                display: "height",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: ArgumentKind::PureToken,
                                        display: "m",
                                        token: Some("M"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "km",
                                        kind: ArgumentKind::PureToken,
                                        display: "km",
                                        token: Some("KM"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: ArgumentKind::PureToken,
                                        display: "ft",
                                        token: Some("FT"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: ArgumentKind::PureToken,
                                        display: "mi",
                                        token: Some("MI"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "polygon",
                        kind: ArgumentKind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "num-vertices",
                                kind: ArgumentKind::Integer,
                                display: "num-vertices",
                                token: Some("BYPOLYGON"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "vertices",
                                kind: ArgumentKind::Block,
                                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                                arguments: &[
                                    Argument {
                                        name: "longitude",
                                        kind: ArgumentKind::Double,
                                        display: "longitude",
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "latitude",
                                        kind: ArgumentKind::Double,
                                        display: "latitude",
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withcoord",
                kind: ArgumentKind::PureToken,
                display: "withcoord",
                token: Some("WITHCOORD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withdist",
                kind: ArgumentKind::PureToken,
                display: "withdist",
                token: Some("WITHDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withhash",
                kind: ArgumentKind::PureToken,
                display: "withhash",
                token: Some("WITHHASH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // geosearchstore
    Docs {
        since: "6.2.0",
        group: "geo",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "from",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "member",
                        kind: ArgumentKind::String,
                        display: "member",
                        token: Some("FROMMEMBER"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "fromlonlat",
                        kind: ArgumentKind::Block,
                        token: Some("FROMLONLAT"),
                        arguments: &[
                            Argument {
                                name: "longitude",
                                kind: ArgumentKind::Double,
                                display: "longitude",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "latitude",
                                kind: ArgumentKind::Double,
                                display: "latitude",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "by",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "circle",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "radius",
                                kind: ArgumentKind::Double,
                                display: "radius",
                                token: Some("BYRADIUS"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: ArgumentKind::PureToken,
                                        display: "m",
                                        token: Some("M"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "km",
                                        kind: ArgumentKind::PureToken,
                                        display: "km",
                                        token: Some("KM"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: ArgumentKind::PureToken,
                                        display: "ft",
                                        token: Some("FT"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: ArgumentKind::PureToken,
                                        display: "mi",
                                        token: Some("MI"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "box",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "width",
                                kind: ArgumentKind::Double,
                                display: "width",
                                token: Some("BYBOX"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "height",
                                kind: ArgumentKind::Double,
                                display: "height",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "unit",
                                kind: ArgumentKind::OneOf,
                                arguments: &[
                                    Argument {
                                        name: "m",
                                        kind: ArgumentKind::PureToken,
                                        display: "m",
                                        token: Some("M"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "km",
                                        kind: ArgumentKind::PureToken,
                                        display: "km",
                                        token: Some("KM"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "ft",
                                        kind: ArgumentKind::PureToken,
                                        display: "ft",
                                        token: Some("FT"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "mi",
                                        kind: ArgumentKind::PureToken,
                                        display: "mi",
                                        token: Some("MI"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "polygon",
                        kind: ArgumentKind::Block,
                        since: "9.0.0",
                        arguments: &[
                            Argument {
                                name: "num-vertices",
                                kind: ArgumentKind::Integer,
                                display: "num-vertices",
                                token: Some("BYPOLYGON"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "vertices",
                                kind: ArgumentKind::Block,
                                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                                arguments: &[
                                    Argument {
                                        name: "longitude",
                                        kind: ArgumentKind::Double,
                                        display: "longitude",
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "latitude",
                                        kind: ArgumentKind::Double,
                                        display: "latitude",
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "any",
                        kind: ArgumentKind::PureToken,
                        display: "any",
                        token: Some("ANY"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "storedist",
                kind: ArgumentKind::PureToken,
                display: "storedist",
                token: Some("STOREDIST"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // get
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // getbit
    Docs {
        since: "2.2.0",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "offset",
                kind: ArgumentKind::Integer,
                display: "offset",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // getdel
    Docs {
        since: "6.2.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // getex
    Docs {
        since: "6.2.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "expiration",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: ArgumentKind::Integer,
                        display: "seconds",
                        token: Some("EX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "milliseconds",
                        kind: ArgumentKind::Integer,
                        display: "milliseconds",
                        token: Some("PX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-seconds",
                        token: Some("EXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-milliseconds",
                        token: Some("PXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "persist",
                        kind: ArgumentKind::PureToken,
                        display: "persist",
                        token: Some("PERSIST"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // getrange
    Docs {
        since: "2.4.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "end",
                kind: ArgumentKind::Integer,
                display: "end",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // getset
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hdel
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "protover",
                        kind: ArgumentKind::Integer,
                        display: "protover",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "auth",
                        kind: ArgumentKind::Block,
                        token: Some("AUTH"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "username",
                                kind: ArgumentKind::String,
                                display: "username",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "password",
                                kind: ArgumentKind::String,
                                display: "password",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "clientname",
                        kind: ArgumentKind::String,
                        display: "clientname",
                        token: Some("SETNAME"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hexists
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hexpire
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "seconds",
                kind: ArgumentKind::Integer,
                display: "seconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hexpireat
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "unix-time-seconds",
                kind: ArgumentKind::Integer,
                display: "unix-time-seconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hexpiretime
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hget
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hgetall
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hgetdel
    Docs {
        since: "9.1.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hgetex
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "expiration",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: ArgumentKind::Integer,
                        display: "seconds",
                        token: Some("EX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "milliseconds",
                        kind: ArgumentKind::Integer,
                        display: "milliseconds",
                        token: Some("PX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-seconds",
                        token: Some("EXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-milliseconds",
                        token: Some("PXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "persist",
                        kind: ArgumentKind::PureToken,
                        display: "persist",
                        token: Some("PERSIST"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hincrby
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::Integer,
                display: "increment",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hincrbyfloat
    Docs {
        since: "2.6.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::Double,
                display: "increment",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hkeys
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hlen
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hmget
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hmset
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hpersist
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpire
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpireat
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "unix-time-milliseconds",
                kind: ArgumentKind::Integer,
                display: "unix-time-milliseconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "9.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hpexpiretime
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hpttl
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hrandfield
    Docs {
        since: "6.2.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "options",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "withvalues",
                        kind: ArgumentKind::PureToken,
                        display: "withvalues",
                        token: Some("WITHVALUES"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hscan
    Docs {
        since: "2.8.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "cursor",
                kind: ArgumentKind::Integer,
                display: "cursor",
                ..Argument::EMPTY
            },
            Argument {
                name: "pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("MATCH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "novalues",
                kind: ArgumentKind::PureToken,
                display: "novalues",
                token: Some("NOVALUES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hset
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hsetex
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key-condition",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields-condition",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "fnx",
                        kind: ArgumentKind::PureToken,
                        display: "fnx",
                        token: Some("FNX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "fxx",
                        kind: ArgumentKind::PureToken,
                        display: "fxx",
                        token: Some("FXX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "expiration",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: ArgumentKind::Integer,
                        display: "seconds",
                        token: Some("EX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "milliseconds",
                        kind: ArgumentKind::Integer,
                        display: "milliseconds",
                        token: Some("PX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-seconds",
                        token: Some("EXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-milliseconds",
                        token: Some("PXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "keepttl",
                        kind: ArgumentKind::PureToken,
                        display: "keepttl",
                        token: Some("KEEPTTL"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "data",
                        kind: ArgumentKind::Block,
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        arguments: &[
                            Argument {
                                name: "field",
                                kind: ArgumentKind::String,
                                display: "field",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "value",
                                kind: ArgumentKind::String,
                                display: "value",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hsetnx
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hstrlen
    Docs {
        since: "3.2.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "field",
                kind: ArgumentKind::String,
                display: "field",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // httl
    Docs {
        since: "9.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "fields",
                kind: ArgumentKind::Block,
                token: Some("FIELDS"),
                arguments: &[
                    Argument {
                        name: "numfields",
                        kind: ArgumentKind::Integer,
                        display: "numfields",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // hvals
    Docs {
        since: "2.0.0",
        group: "hash",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // incr
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // incrby
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::Integer,
                display: "increment",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // incrbyfloat
    Docs {
        since: "2.6.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::Double,
                display: "increment",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::String,
                display: "section",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // keys
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                ..Argument::EMPTY
            },
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
            Argument {
                name: "event",
                kind: ArgumentKind::String,
                display: "event",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::String,
                display: "command",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // latency|history
    Docs {
        since: "2.8.13",
        group: "server",
        arguments: &[
            Argument {
                name: "event",
                kind: ArgumentKind::String,
                display: "event",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::String,
                display: "event",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lcs
    Docs {
        since: "7.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key1",
                kind: ArgumentKind::Key,
                display: "key1",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key2",
                kind: ArgumentKind::Key,
                display: "key2",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "len",
                kind: ArgumentKind::PureToken,
                display: "len",
                token: Some("LEN"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "idx",
                kind: ArgumentKind::PureToken,
                display: "idx",
                token: Some("IDX"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "min-match-len",
                kind: ArgumentKind::Integer,
                display: "min-match-len",
                token: Some("MINMATCHLEN"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withmatchlen",
                kind: ArgumentKind::PureToken,
                display: "withmatchlen",
                token: Some("WITHMATCHLEN"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lindex
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "index",
                kind: ArgumentKind::Integer,
                display: "index",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // linsert
    Docs {
        since: "2.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "where",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "before",
                        kind: ArgumentKind::PureToken,
                        display: "before",
                        token: Some("BEFORE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "after",
                        kind: ArgumentKind::PureToken,
                        display: "after",
                        token: Some("AFTER"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "pivot",
                kind: ArgumentKind::String,
                display: "pivot",
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // llen
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lmove
    Docs {
        since: "6.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "wherefrom",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "whereto",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lmpop
    Docs {
        since: "7.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "where",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "left",
                        kind: ArgumentKind::PureToken,
                        display: "left",
                        token: Some("LEFT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "right",
                        kind: ArgumentKind::PureToken,
                        display: "right",
                        token: Some("RIGHT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Integer,
                display: "version",
                token: Some("VERSION"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lpop
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lpos
    Docs {
        since: "6.0.6",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                ..Argument::EMPTY
            },
            Argument {
                name: "rank",
                kind: ArgumentKind::Integer,
                display: "rank",
                token: Some("RANK"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "num-matches",
                kind: ArgumentKind::Integer,
                display: "num-matches",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "len",
                kind: ArgumentKind::Integer,
                display: "len",
                token: Some("MAXLEN"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lpush
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lpushx
    Docs {
        since: "2.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lrange
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "stop",
                kind: ArgumentKind::Integer,
                display: "stop",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lrem
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // lset
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "index",
                kind: ArgumentKind::Integer,
                display: "index",
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // ltrim
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "stop",
                kind: ArgumentKind::Integer,
                display: "stop",
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("SAMPLES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // migrate
    Docs {
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "host",
                kind: ArgumentKind::String,
                display: "host",
                ..Argument::EMPTY
            },
            Argument {
                name: "port",
                kind: ArgumentKind::Integer,
                display: "port",
                ..Argument::EMPTY
            },
            Argument {
                name: "key-selector",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "empty-string",
                        kind: ArgumentKind::PureToken,
                        display: "empty-string",
                        token: Some(""),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "destination-db",
                kind: ArgumentKind::Integer,
                display: "destination-db",
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Integer,
                display: "timeout",
                ..Argument::EMPTY
            },
            Argument {
                name: "copy",
                kind: ArgumentKind::PureToken,
                display: "copy",
                token: Some("COPY"),
                since: "3.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "replace",
                kind: ArgumentKind::PureToken,
                display: "replace",
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "authentication",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "auth",
                        kind: ArgumentKind::String,
                        display: "password",
                        token: Some("AUTH"),
                        since: "4.0.7",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "auth2",
                        kind: ArgumentKind::Block,
                        token: Some("AUTH2"),
                        since: "6.0.0",
                        arguments: &[
                            Argument {
                                name: "username",
                                kind: ArgumentKind::String,
                                display: "username",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "password",
                                kind: ArgumentKind::String,
                                display: "password",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "keys",
                kind: ArgumentKind::Key,
                display: "key",
                token: Some("KEYS"),
                since: "3.0.6",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "path",
                kind: ArgumentKind::String,
                display: "path",
                ..Argument::EMPTY
            },
            Argument {
                name: "arg",
                kind: ArgumentKind::String,
                display: "arg",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // module|loadex
    Docs {
        since: "7.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "path",
                kind: ArgumentKind::String,
                display: "path",
                ..Argument::EMPTY
            },
            Argument {
                name: "configs",
                kind: ArgumentKind::Block,
                token: Some("CONFIG"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0 | ArgumentFlags::MULTIPLE_TOKEN.0),
                arguments: &[
                    Argument {
                        name: "name",
                        kind: ArgumentKind::String,
                        display: "name",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "args",
                kind: ArgumentKind::String,
                display: "args",
                token: Some("ARGS"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // module|unload
    Docs {
        since: "4.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "name",
                kind: ArgumentKind::String,
                display: "name",
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "db", kind: ArgumentKind::Integer, display: "db", ..Argument::EMPTY },
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // msetex
    Docs {
        since: "9.1.0",
        group: "string",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "expiration",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: ArgumentKind::Integer,
                        display: "seconds",
                        token: Some("EX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "milliseconds",
                        kind: ArgumentKind::Integer,
                        display: "milliseconds",
                        token: Some("PX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-seconds",
                        token: Some("EXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-milliseconds",
                        token: Some("PXAT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "keepttl",
                        kind: ArgumentKind::PureToken,
                        display: "keepttl",
                        token: Some("KEEPTTL"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // object|freq
    Docs {
        since: "4.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // object|refcount
    Docs {
        since: "2.2.3",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // persist
    Docs {
        since: "2.2.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pexpire
    Docs {
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pexpireat
    Docs {
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "unix-time-milliseconds",
                kind: ArgumentKind::UnixTime,
                display: "unix-time-milliseconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pexpiretime
    Docs {
        since: "7.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pfadd
    Docs {
        since: "2.8.9",
        group: "hyperloglog",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "subcommand",
                kind: ArgumentKind::String,
                display: "subcommand",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pfmerge
    Docs {
        since: "2.8.9",
        group: "hyperloglog",
        arguments: &[
            Argument {
                name: "destkey",
                kind: ArgumentKind::Key,
                display: "destkey",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "sourcekey",
                kind: ArgumentKind::Key,
                display: "sourcekey",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "message",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // psetex
    Docs {
        since: "2.6.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Pattern,
                display: "pattern",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // psync
    Docs {
        since: "2.8.0",
        group: "server",
        arguments: &[
            Argument {
                name: "replicationid",
                kind: ArgumentKind::String,
                display: "replicationid",
                ..Argument::EMPTY
            },
            Argument {
                name: "offset",
                kind: ArgumentKind::Integer,
                display: "offset",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // pttl
    Docs {
        since: "2.6.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // publish
    Docs {
        since: "2.0.0",
        group: "pubsub",
        arguments: &[
            Argument {
                name: "channel",
                kind: ArgumentKind::String,
                display: "channel",
                ..Argument::EMPTY
            },
            Argument {
                name: "message",
                kind: ArgumentKind::String,
                display: "message",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Pattern,
                display: "pattern",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "channel",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Pattern,
                display: "pattern",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "shardchannel",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Pattern,
                display: "pattern",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "newkey",
                kind: ArgumentKind::Key,
                display: "newkey",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // renamenx
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "newkey",
                kind: ArgumentKind::Key,
                display: "newkey",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "host-port",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "host",
                                kind: ArgumentKind::String,
                                display: "host",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "port",
                                kind: ArgumentKind::Integer,
                                display: "port",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no-one",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: ArgumentKind::PureToken,
                                display: "no",
                                token: Some("NO"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "one",
                                kind: ArgumentKind::PureToken,
                                display: "one",
                                token: Some("ONE"),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "ttl",
                kind: ArgumentKind::Integer,
                display: "ttl",
                ..Argument::EMPTY
            },
            Argument {
                name: "serialized-value",
                kind: ArgumentKind::String,
                display: "serialized-value",
                ..Argument::EMPTY
            },
            Argument {
                name: "replace",
                kind: ArgumentKind::PureToken,
                display: "replace",
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "absttl",
                kind: ArgumentKind::PureToken,
                display: "absttl",
                token: Some("ABSTTL"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "seconds",
                kind: ArgumentKind::Integer,
                display: "seconds",
                token: Some("IDLETIME"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "frequency",
                kind: ArgumentKind::Integer,
                display: "frequency",
                token: Some("FREQ"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "ttl",
                kind: ArgumentKind::Integer,
                display: "ttl",
                ..Argument::EMPTY
            },
            Argument {
                name: "serialized-value",
                kind: ArgumentKind::String,
                display: "serialized-value",
                ..Argument::EMPTY
            },
            Argument {
                name: "replace",
                kind: ArgumentKind::PureToken,
                display: "replace",
                token: Some("REPLACE"),
                since: "3.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "absttl",
                kind: ArgumentKind::PureToken,
                display: "absttl",
                token: Some("ABSTTL"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "seconds",
                kind: ArgumentKind::Integer,
                display: "seconds",
                token: Some("IDLETIME"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "frequency",
                kind: ArgumentKind::Integer,
                display: "frequency",
                token: Some("FREQ"),
                since: "5.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // rpoplpush
    Docs {
        since: "1.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // rpush
    Docs {
        since: "1.0.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // rpushx
    Docs {
        since: "2.2.0",
        group: "list",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "element",
                kind: ArgumentKind::String,
                display: "element",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sadd
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "cursor",
                kind: ArgumentKind::Integer,
                display: "cursor",
                ..Argument::EMPTY
            },
            Argument {
                name: "pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("MATCH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "type",
                kind: ArgumentKind::String,
                display: "type",
                token: Some("TYPE"),
                since: "6.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // scard
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "yes",
                        kind: ArgumentKind::PureToken,
                        display: "yes",
                        token: Some("YES"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no",
                        kind: ArgumentKind::PureToken,
                        display: "no",
                        token: Some("NO"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "engine",
                kind: ArgumentKind::String,
                display: "engine",
                since: "9.1.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // script|exists
    Docs {
        since: "2.6.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "sha1",
                kind: ArgumentKind::String,
                display: "sha1",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "async",
                        kind: ArgumentKind::PureToken,
                        display: "async",
                        token: Some("ASYNC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "sync",
                        kind: ArgumentKind::PureToken,
                        display: "sync",
                        token: Some("SYNC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
            Argument {
                name: "script",
                kind: ArgumentKind::String,
                display: "script",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // script|show
    Docs {
        since: "8.0.0",
        group: "scripting",
        arguments: &[
            Argument {
                name: "sha1",
                kind: ArgumentKind::String,
                display: "sha1",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sdiffstore
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // select
    Docs {
        since: "1.0.0",
        group: "connection",
        arguments: &[
            Argument {
                name: "index",
                kind: ArgumentKind::Integer,
                display: "index",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // set
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        since: "2.6.12",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        since: "2.6.12",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "comparison-value",
                        kind: ArgumentKind::String,
                        display: "comparison-value",
                        token: Some("IFEQ"),
                        since: "8.1.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "get",
                kind: ArgumentKind::PureToken,
                display: "get",
                token: Some("GET"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "expiration",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "seconds",
                        kind: ArgumentKind::Integer,
                        display: "seconds",
                        token: Some("EX"),
                        since: "2.6.12",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "milliseconds",
                        kind: ArgumentKind::Integer,
                        display: "milliseconds",
                        token: Some("PX"),
                        since: "2.6.12",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-seconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-seconds",
                        token: Some("EXAT"),
                        since: "6.2.0",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "unix-time-milliseconds",
                        kind: ArgumentKind::UnixTime,
                        display: "unix-time-milliseconds",
                        token: Some("PXAT"),
                        since: "6.2.0",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "keepttl",
                        kind: ArgumentKind::PureToken,
                        display: "keepttl",
                        token: Some("KEEPTTL"),
                        since: "6.0.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // setbit
    Docs {
        since: "2.2.0",
        group: "bitmap",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "offset",
                kind: ArgumentKind::Integer,
                display: "offset",
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::Integer,
                display: "value",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // setex
    Docs {
        since: "2.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "seconds",
                kind: ArgumentKind::Integer,
                display: "seconds",
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // setnx
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // setrange
    Docs {
        since: "2.2.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "offset",
                kind: ArgumentKind::Integer,
                display: "offset",
                ..Argument::EMPTY
            },
            Argument {
                name: "value",
                kind: ArgumentKind::String,
                display: "value",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "save-selector-block",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "save-selector",
                                kind: ArgumentKind::OneOf,
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                arguments: &[
                                    Argument {
                                        name: "nosave",
                                        kind: ArgumentKind::PureToken,
                                        display: "nosave",
                                        token: Some("NOSAVE"),
                                        ..Argument::EMPTY
                                    },
                                    Argument {
                                        name: "save",
                                        kind: ArgumentKind::PureToken,
                                        display: "save",
                                        token: Some("SAVE"),
                                        ..Argument::EMPTY
                                    },
                                ],
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "now",
                                kind: ArgumentKind::PureToken,
                                display: "now",
                                token: Some("NOW"),
                                since: "7.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "force",
                                kind: ArgumentKind::PureToken,
                                display: "force",
                                token: Some("FORCE"),
                                since: "7.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "safe",
                                kind: ArgumentKind::PureToken,
                                display: "safe",
                                token: Some("SAFE"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "failover",
                                kind: ArgumentKind::PureToken,
                                display: "failover",
                                token: Some("FAILOVER"),
                                since: "9.0.0",
                                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "abort",
                        kind: ArgumentKind::PureToken,
                        display: "abort",
                        token: Some("ABORT"),
                        since: "7.0.0",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sintercard
    Docs {
        since: "7.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Integer,
                display: "limit",
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sinterstore
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sismember
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // slaveof
    Docs {
        since: "1.0.0",
        group: "server",
        deprecated_since: "5.0.0",
        replaced_by: "REPLICAOF",
        doc_flags: DocFlags(DocFlags::DEPRECATED.0),
        arguments: &[
            Argument {
                name: "args",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "host-port",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "host",
                                kind: ArgumentKind::String,
                                display: "host",
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "port",
                                kind: ArgumentKind::Integer,
                                display: "port",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "no-one",
                        kind: ArgumentKind::Block,
                        arguments: &[
                            Argument {
                                name: "no",
                                kind: ArgumentKind::PureToken,
                                display: "no",
                                token: Some("NO"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "one",
                                kind: ArgumentKind::PureToken,
                                display: "one",
                                token: Some("ONE"),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::Integer,
                display: "count",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // smismember
    Docs {
        since: "6.2.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // smove
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "source",
                kind: ArgumentKind::Key,
                display: "source",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sort
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "by-pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("BY"),
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "get-pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("GET"),
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0 | ArgumentFlags::MULTIPLE_TOKEN.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "sorting",
                kind: ArgumentKind::PureToken,
                display: "sorting",
                token: Some("ALPHA"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                token: Some("STORE"),
                key_spec: Some(2),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sort_ro
    Docs {
        since: "7.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "by-pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("BY"),
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "get-pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("GET"),
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0 | ArgumentFlags::MULTIPLE_TOKEN.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "order",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "asc",
                        kind: ArgumentKind::PureToken,
                        display: "asc",
                        token: Some("ASC"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "desc",
                        kind: ArgumentKind::PureToken,
                        display: "desc",
                        token: Some("DESC"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "sorting",
                kind: ArgumentKind::PureToken,
                display: "sorting",
                token: Some("ALPHA"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // spop
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                since: "3.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // spublish
    Docs {
        since: "7.0.0",
        group: "pubsub",
        arguments: &[
            Argument {
                name: "shardchannel",
                kind: ArgumentKind::String,
                display: "shardchannel",
                ..Argument::EMPTY
            },
            Argument {
                name: "message",
                kind: ArgumentKind::String,
                display: "message",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // srandmember
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                since: "2.6.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // srem
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sscan
    Docs {
        since: "2.8.0",
        group: "set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "cursor",
                kind: ArgumentKind::Integer,
                display: "cursor",
                ..Argument::EMPTY
            },
            Argument {
                name: "pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("MATCH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "shardchannel",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // strlen
    Docs {
        since: "2.2.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::String,
                display: "channel",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // substr
    Docs {
        since: "1.0.0",
        group: "string",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "end",
                kind: ArgumentKind::Integer,
                display: "end",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // sunionstore
    Docs {
        since: "1.0.0",
        group: "set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "shardchannel",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // swapdb
    Docs {
        since: "4.0.0",
        group: "server",
        arguments: &[
            Argument {
                name: "index1",
                kind: ArgumentKind::Integer,
                display: "index1",
                ..Argument::EMPTY
            },
            Argument {
                name: "index2",
                kind: ArgumentKind::Integer,
                display: "index2",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // ttl
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // type
    Docs {
        since: "1.0.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::String,
                display: "channel",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
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
            Argument {
                name: "numreplicas",
                kind: ArgumentKind::Integer,
                display: "numreplicas",
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Integer,
                display: "timeout",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // waitaof
    Docs {
        since: "7.2.0",
        group: "generic",
        arguments: &[
            Argument {
                name: "numlocal",
                kind: ArgumentKind::Integer,
                display: "numlocal",
                ..Argument::EMPTY
            },
            Argument {
                name: "numreplicas",
                kind: ArgumentKind::Integer,
                display: "numreplicas",
                ..Argument::EMPTY
            },
            Argument {
                name: "timeout",
                kind: ArgumentKind::Integer,
                display: "timeout",
                ..Argument::EMPTY
            },
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
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xack
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "id",
                kind: ArgumentKind::String,
                display: "id",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xadd
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "nomkstream",
                kind: ArgumentKind::PureToken,
                display: "nomkstream",
                token: Some("NOMKSTREAM"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "trim",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "strategy",
                        kind: ArgumentKind::OneOf,
                        arguments: &[
                            Argument {
                                name: "maxlen",
                                kind: ArgumentKind::PureToken,
                                display: "maxlen",
                                token: Some("MAXLEN"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "minid",
                                kind: ArgumentKind::PureToken,
                                display: "minid",
                                token: Some("MINID"),
                                since: "6.2.0",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "operator",
                        kind: ArgumentKind::OneOf,
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "equal",
                                kind: ArgumentKind::PureToken,
                                display: "equal",
                                token: Some("="),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "approximately",
                                kind: ArgumentKind::PureToken,
                                display: "approximately",
                                token: Some("~"),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "threshold",
                        kind: ArgumentKind::String,
                        display: "threshold",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("LIMIT"),
                        since: "6.2.0",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "id-selector",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "auto-id",
                        kind: ArgumentKind::PureToken,
                        display: "auto-id",
                        token: Some("*"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "id",
                        kind: ArgumentKind::String,
                        display: "id",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "field",
                        kind: ArgumentKind::String,
                        display: "field",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "value",
                        kind: ArgumentKind::String,
                        display: "value",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xautoclaim
    Docs {
        since: "6.2.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "consumer",
                kind: ArgumentKind::String,
                display: "consumer",
                ..Argument::EMPTY
            },
            Argument {
                name: "min-idle-time",
                kind: ArgumentKind::String,
                display: "min-idle-time",
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::String,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "justid",
                kind: ArgumentKind::PureToken,
                display: "justid",
                token: Some("JUSTID"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xclaim
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "consumer",
                kind: ArgumentKind::String,
                display: "consumer",
                ..Argument::EMPTY
            },
            Argument {
                name: "min-idle-time",
                kind: ArgumentKind::String,
                display: "min-idle-time",
                ..Argument::EMPTY
            },
            Argument {
                name: "id",
                kind: ArgumentKind::String,
                display: "id",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "ms",
                kind: ArgumentKind::Integer,
                display: "ms",
                token: Some("IDLE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "unix-time-milliseconds",
                kind: ArgumentKind::UnixTime,
                display: "unix-time-milliseconds",
                token: Some("TIME"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("RETRYCOUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "force",
                kind: ArgumentKind::PureToken,
                display: "force",
                token: Some("FORCE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "justid",
                kind: ArgumentKind::PureToken,
                display: "justid",
                token: Some("JUSTID"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "lastid",
                kind: ArgumentKind::String,
                display: "lastid",
                token: Some("LASTID"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xdel
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "id",
                kind: ArgumentKind::String,
                display: "id",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "id-selector",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "id",
                        kind: ArgumentKind::String,
                        display: "id",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "new-id",
                        kind: ArgumentKind::PureToken,
                        display: "new-id",
                        token: Some("$"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "mkstream",
                kind: ArgumentKind::PureToken,
                display: "mkstream",
                token: Some("MKSTREAM"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "entriesread",
                kind: ArgumentKind::Integer,
                display: "entries-read",
                token: Some("ENTRIESREAD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xgroup|createconsumer
    Docs {
        since: "6.2.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "consumer",
                kind: ArgumentKind::String,
                display: "consumer",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xgroup|delconsumer
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "consumer",
                kind: ArgumentKind::String,
                display: "consumer",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xgroup|destroy
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "id-selector",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "id",
                        kind: ArgumentKind::String,
                        display: "id",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "new-id",
                        kind: ArgumentKind::PureToken,
                        display: "new-id",
                        token: Some("$"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "entriesread",
                kind: ArgumentKind::Integer,
                display: "entries-read",
                token: Some("ENTRIESREAD"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xinfo|groups
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
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
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "full-block",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "full",
                        kind: ArgumentKind::PureToken,
                        display: "full",
                        token: Some("FULL"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("COUNT"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xlen
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xpending
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "group",
                kind: ArgumentKind::String,
                display: "group",
                ..Argument::EMPTY
            },
            Argument {
                name: "filters",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "min-idle-time",
                        kind: ArgumentKind::Integer,
                        display: "min-idle-time",
                        token: Some("IDLE"),
                        since: "6.2.0",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "start",
                        kind: ArgumentKind::String,
                        display: "start",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "end",
                        kind: ArgumentKind::String,
                        display: "end",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "consumer",
                        kind: ArgumentKind::String,
                        display: "consumer",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xrange
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::String,
                display: "start",
                ..Argument::EMPTY
            },
            Argument { name: "end", kind: ArgumentKind::String, display: "end", ..Argument::EMPTY },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
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
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                token: Some("BLOCK"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "streams",
                kind: ArgumentKind::Block,
                token: Some("STREAMS"),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "id",
                        kind: ArgumentKind::String,
                        display: "id",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
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
                kind: ArgumentKind::Block,
                token: Some("GROUP"),
                arguments: &[
                    Argument {
                        name: "group",
                        kind: ArgumentKind::String,
                        display: "group",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "consumer",
                        kind: ArgumentKind::String,
                        display: "consumer",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "milliseconds",
                kind: ArgumentKind::Integer,
                display: "milliseconds",
                token: Some("BLOCK"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "noack",
                kind: ArgumentKind::PureToken,
                display: "noack",
                token: Some("NOACK"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "streams",
                kind: ArgumentKind::Block,
                token: Some("STREAMS"),
                arguments: &[
                    Argument {
                        name: "key",
                        kind: ArgumentKind::Key,
                        display: "key",
                        key_spec: Some(0),
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "id",
                        kind: ArgumentKind::String,
                        display: "id",
                        flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xrevrange
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "end", kind: ArgumentKind::String, display: "end", ..Argument::EMPTY },
            Argument {
                name: "start",
                kind: ArgumentKind::String,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xsetid
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "last-id",
                kind: ArgumentKind::String,
                display: "last-id",
                ..Argument::EMPTY
            },
            Argument {
                name: "entries-added",
                kind: ArgumentKind::Integer,
                display: "entries-added",
                token: Some("ENTRIESADDED"),
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "max-deleted-id",
                kind: ArgumentKind::String,
                display: "max-deleted-id",
                token: Some("MAXDELETEDID"),
                since: "7.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // xtrim
    Docs {
        since: "5.0.0",
        group: "stream",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "trim",
                kind: ArgumentKind::Block,
                arguments: &[
                    Argument {
                        name: "strategy",
                        kind: ArgumentKind::OneOf,
                        arguments: &[
                            Argument {
                                name: "maxlen",
                                kind: ArgumentKind::PureToken,
                                display: "maxlen",
                                token: Some("MAXLEN"),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "minid",
                                kind: ArgumentKind::PureToken,
                                display: "minid",
                                token: Some("MINID"),
                                since: "6.2.0",
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "operator",
                        kind: ArgumentKind::OneOf,
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        arguments: &[
                            Argument {
                                name: "equal",
                                kind: ArgumentKind::PureToken,
                                display: "equal",
                                token: Some("="),
                                ..Argument::EMPTY
                            },
                            Argument {
                                name: "approximately",
                                kind: ArgumentKind::PureToken,
                                display: "approximately",
                                token: Some("~"),
                                ..Argument::EMPTY
                            },
                        ],
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "threshold",
                        kind: ArgumentKind::String,
                        display: "threshold",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        token: Some("LIMIT"),
                        since: "6.2.0",
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zadd
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "condition",
                kind: ArgumentKind::OneOf,
                since: "3.0.2",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "nx",
                        kind: ArgumentKind::PureToken,
                        display: "nx",
                        token: Some("NX"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "xx",
                        kind: ArgumentKind::PureToken,
                        display: "xx",
                        token: Some("XX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "comparison",
                kind: ArgumentKind::OneOf,
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "gt",
                        kind: ArgumentKind::PureToken,
                        display: "gt",
                        token: Some("GT"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "lt",
                        kind: ArgumentKind::PureToken,
                        display: "lt",
                        token: Some("LT"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "change",
                kind: ArgumentKind::PureToken,
                display: "change",
                token: Some("CH"),
                since: "3.0.2",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::PureToken,
                display: "increment",
                token: Some("INCR"),
                since: "3.0.2",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "data",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                arguments: &[
                    Argument {
                        name: "score",
                        kind: ArgumentKind::Double,
                        display: "score",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "member",
                        kind: ArgumentKind::String,
                        display: "member",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zcard
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zcount
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::Double, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::Double, display: "max", ..Argument::EMPTY },
        ],
        ..Docs::EMPTY
    },
    // zdiff
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zdiffstore
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zincrby
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "increment",
                kind: ArgumentKind::Integer,
                display: "increment",
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zinter
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "weight",
                kind: ArgumentKind::Integer,
                display: "weight",
                token: Some("WEIGHTS"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "aggregate",
                kind: ArgumentKind::OneOf,
                token: Some("AGGREGATE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "sum",
                        kind: ArgumentKind::PureToken,
                        display: "sum",
                        token: Some("SUM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zintercard
    Docs {
        since: "7.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Integer,
                display: "limit",
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zinterstore
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "weight",
                kind: ArgumentKind::Integer,
                display: "weight",
                token: Some("WEIGHTS"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "aggregate",
                kind: ArgumentKind::OneOf,
                token: Some("AGGREGATE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "sum",
                        kind: ArgumentKind::PureToken,
                        display: "sum",
                        token: Some("SUM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zlexcount
    Docs {
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::String, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::String, display: "max", ..Argument::EMPTY },
        ],
        ..Docs::EMPTY
    },
    // zmpop
    Docs {
        since: "7.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "where",
                kind: ArgumentKind::OneOf,
                arguments: &[
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zmscore
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zpopmax
    Docs {
        since: "5.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zpopmin
    Docs {
        since: "5.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrandmember
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "options",
                kind: ArgumentKind::Block,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "withscores",
                        kind: ArgumentKind::PureToken,
                        display: "withscores",
                        token: Some("WITHSCORES"),
                        flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrange
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::String,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "stop",
                kind: ArgumentKind::String,
                display: "stop",
                ..Argument::EMPTY
            },
            Argument {
                name: "sortby",
                kind: ArgumentKind::OneOf,
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "byscore",
                        kind: ArgumentKind::PureToken,
                        display: "byscore",
                        token: Some("BYSCORE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "bylex",
                        kind: ArgumentKind::PureToken,
                        display: "bylex",
                        token: Some("BYLEX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "rev",
                kind: ArgumentKind::PureToken,
                display: "rev",
                token: Some("REV"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                since: "6.2.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrangebylex
    Docs {
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::String, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::String, display: "max", ..Argument::EMPTY },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrangebyscore
    Docs {
        since: "1.0.5",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::Double, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::Double, display: "max", ..Argument::EMPTY },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                since: "2.0.0",
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrangestore
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "dst",
                kind: ArgumentKind::Key,
                display: "dst",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "src",
                kind: ArgumentKind::Key,
                display: "src",
                key_spec: Some(1),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::String, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::String, display: "max", ..Argument::EMPTY },
            Argument {
                name: "sortby",
                kind: ArgumentKind::OneOf,
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "byscore",
                        kind: ArgumentKind::PureToken,
                        display: "byscore",
                        token: Some("BYSCORE"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "bylex",
                        kind: ArgumentKind::PureToken,
                        display: "bylex",
                        token: Some("BYLEX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "rev",
                kind: ArgumentKind::PureToken,
                display: "rev",
                token: Some("REV"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrank
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
            Argument {
                name: "withscore",
                kind: ArgumentKind::PureToken,
                display: "withscore",
                token: Some("WITHSCORE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrem
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zremrangebylex
    Docs {
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::String, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::String, display: "max", ..Argument::EMPTY },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyrank
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "stop",
                kind: ArgumentKind::Integer,
                display: "stop",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zremrangebyscore
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "min", kind: ArgumentKind::Double, display: "min", ..Argument::EMPTY },
            Argument { name: "max", kind: ArgumentKind::Double, display: "max", ..Argument::EMPTY },
        ],
        ..Docs::EMPTY
    },
    // zrevrange
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "start",
                kind: ArgumentKind::Integer,
                display: "start",
                ..Argument::EMPTY
            },
            Argument {
                name: "stop",
                kind: ArgumentKind::Integer,
                display: "stop",
                ..Argument::EMPTY
            },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrangebylex
    Docs {
        since: "2.8.9",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "max", kind: ArgumentKind::String, display: "max", ..Argument::EMPTY },
            Argument { name: "min", kind: ArgumentKind::String, display: "min", ..Argument::EMPTY },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrangebyscore
    Docs {
        since: "2.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument { name: "max", kind: ArgumentKind::Double, display: "max", ..Argument::EMPTY },
            Argument { name: "min", kind: ArgumentKind::Double, display: "min", ..Argument::EMPTY },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "limit",
                kind: ArgumentKind::Block,
                token: Some("LIMIT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "offset",
                        kind: ArgumentKind::Integer,
                        display: "offset",
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "count",
                        kind: ArgumentKind::Integer,
                        display: "count",
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zrevrank
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
            Argument {
                name: "withscore",
                kind: ArgumentKind::PureToken,
                display: "withscore",
                token: Some("WITHSCORE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zscan
    Docs {
        since: "2.8.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "cursor",
                kind: ArgumentKind::Integer,
                display: "cursor",
                ..Argument::EMPTY
            },
            Argument {
                name: "pattern",
                kind: ArgumentKind::Pattern,
                display: "pattern",
                token: Some("MATCH"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "count",
                kind: ArgumentKind::Integer,
                display: "count",
                token: Some("COUNT"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "noscores",
                kind: ArgumentKind::PureToken,
                display: "noscores",
                token: Some("NOSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zscore
    Docs {
        since: "1.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "member",
                kind: ArgumentKind::String,
                display: "member",
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zunion
    Docs {
        since: "6.2.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(0),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "weight",
                kind: ArgumentKind::Integer,
                display: "weight",
                token: Some("WEIGHTS"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "aggregate",
                kind: ArgumentKind::OneOf,
                token: Some("AGGREGATE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "sum",
                        kind: ArgumentKind::PureToken,
                        display: "sum",
                        token: Some("SUM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
            Argument {
                name: "withscores",
                kind: ArgumentKind::PureToken,
                display: "withscores",
                token: Some("WITHSCORES"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
    // zunionstore
    Docs {
        since: "2.0.0",
        group: "sorted-set",
        arguments: &[
            Argument {
                name: "destination",
                kind: ArgumentKind::Key,
                display: "destination",
                key_spec: Some(0),
                ..Argument::EMPTY
            },
            Argument {
                name: "numkeys",
                kind: ArgumentKind::Integer,
                display: "numkeys",
                ..Argument::EMPTY
            },
            Argument {
                name: "key",
                kind: ArgumentKind::Key,
                display: "key",
                key_spec: Some(1),
                flags: ArgumentFlags(ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "weight",
                kind: ArgumentKind::Integer,
                display: "weight",
                token: Some("WEIGHTS"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0 | ArgumentFlags::MULTIPLE.0),
                ..Argument::EMPTY
            },
            Argument {
                name: "aggregate",
                kind: ArgumentKind::OneOf,
                token: Some("AGGREGATE"),
                flags: ArgumentFlags(ArgumentFlags::OPTIONAL.0),
                arguments: &[
                    Argument {
                        name: "sum",
                        kind: ArgumentKind::PureToken,
                        display: "sum",
                        token: Some("SUM"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "min",
                        kind: ArgumentKind::PureToken,
                        display: "min",
                        token: Some("MIN"),
                        ..Argument::EMPTY
                    },
                    Argument {
                        name: "max",
                        kind: ArgumentKind::PureToken,
                        display: "max",
                        token: Some("MAX"),
                        ..Argument::EMPTY
                    },
                ],
                ..Argument::EMPTY
            },
        ],
        ..Docs::EMPTY
    },
];
