//! Forms of the commands on sessions, transactions, channels and the server itself.

use super::grammar::Atom::{
    Channel, ChannelPattern, Count, Either, Junk, Key, Maybe, Options, Repeat, SessionAddr,
    SessionId, Value, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::{Any, List, Text};

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const YES_NO: Atom = Either(&[
    &[Word("on")],
    &[Word("off")],
    &[Word("on")],
    &[Word("off")],
    &[Word("maybe")],
]);
const NAME: Atom = Either(&[
    &[Word("name1")],
    &[Word("name-2")],
    &[Word("a b")],
    &[Word("")],
    &[Word("new\nline")],
    &[Word("caf\u{e9}")],
]);
const COMMAND_NAME: Atom = Either(&[
    &[Word("get")],
    &[Word("set")],
    &[Word("mset")],
    &[Word("blpop")],
    &[Word("client|list")],
    &[Word("config|set")],
    &[Word("nosuch")],
    &[Word("exec")],
    &[Word("")],
    &[Word("copy")],
    &[Word("object|encoding")],
    &[Word("swapdb")],
    &[Word("lmove")],
    &[Word("hello")],
    &[Word("client|nosuch")],
    &[Word("subscribe")],
    &[Word("expire")],
    &[Word("getex")],
    &[Word("zunionstore")],
    &[Word("xadd")],
    &[Word("eval")],
    &[Word("sort")],
    &[Word("migrate")],
    &[Word("georadius")],
    &[Word("cluster|slots")],
    &[Word("function|load")],
    &[Word("bitfield")],
]);

const ENTRIES: Atom = Either(&[
    &[Word("3")],
    &[Word("5")],
    &[Word("128")],
    &[Word("128")],
    &[Word("512")],
    &[Word("0")],
    &[Word("x")],
]);

/// Transactions.
pub const TRANSACTIONS: &[Form] = &[
    form(24, &[Word("MULTI")]),
    form(5, &[Word("EXEC")]),
    form(5, &[Word("DISCARD")]),
    form(16, &[Word("WATCH"), Repeat(1, 3, &[Key(Any)])]),
    form(4, &[Word("UNWATCH")]),
    form(
        1,
        &[
            Either(&[&[Word("MULTI")], &[Word("EXEC")], &[Word("DISCARD")]]),
            Word("junk"),
        ],
    ),
];

/// Everything that is allowed to a RESP2 subscriber, and PUBLISH.
pub const CHANNELS: &[Form] = &[
    form(8, &[Word("SUBSCRIBE"), Repeat(1, 3, &[Channel])]),
    form(6, &[Word("PSUBSCRIBE"), Repeat(1, 2, &[ChannelPattern])]),
    form(9, &[Word("UNSUBSCRIBE"), Repeat(0, 2, &[Channel])]),
    form(9, &[Word("PUNSUBSCRIBE"), Repeat(0, 2, &[ChannelPattern])]),
    form(6, &[Word("PING"), Maybe(&[Value])]),
];

pub const PUBLISHING: &[Form] = &[
    form(40, &[Word("PUBLISH"), Channel, Value]),
    form(
        4,
        &[Word("PUBSUB"), Word("CHANNELS"), Maybe(&[ChannelPattern])],
    ),
    form(
        4,
        &[Word("PUBSUB"), Word("NUMSUB"), Repeat(0, 3, &[Channel])],
    ),
    form(4, &[Word("PUBSUB"), Word("NUMPAT")]),
    form(1, &[Word("PUBSUB"), Junk]),
];

/// The session itself.
pub const SESSION: &[Form] = &[
    form(10, &[Word("PING"), Maybe(&[Value])]),
    form(6, &[Word("ECHO"), Value]),
    form(2, &[Word("AUTH"), Repeat(1, 2, &[Junk])]),
    form(5, &[Word("HELLO"), Either(&[&[Word("2")], &[Word("3")]])]),
    form(
        3,
        &[
            Word("HELLO"),
            Either(&[
                &[Word("2")],
                &[Word("3")],
                &[Word("4")],
                &[Word("abc")],
                &[Word("-1")],
            ]),
            Options(&[
                &[Word("SETNAME"), NAME],
                &[Word("AUTH"), Word("default"), Word("any")],
                &[Word("AUTH"), Word("nobody"), Word("any")],
                &[Junk],
            ]),
        ],
    ),
    form(2, &[Word("HELLO")]),
    form(3, &[Word("RESET")]),
    form(4, &[Word("CLIENT"), Word("ID")]),
    form(3, &[Word("CLIENT"), Word("INFO")]),
    form(
        3,
        &[
            Word("CLIENT"),
            Word("LIST"),
            Options(&[
                &[Word("ID"), Repeat(1, 2, &[SessionId])],
                &[
                    Word("TYPE"),
                    Either(&[&[Word("normal")], &[Word("pubsub")], &[Word("junk")]]),
                ],
                &[Word("ADDR"), SessionAddr],
                &[
                    Word("SKIPME"),
                    Either(&[&[Word("yes")], &[Word("no")], &[Word("junk")]]),
                ],
                &[Word("DB"), Count],
                &[Word("NAME"), NAME],
                &[Junk],
            ]),
        ],
    ),
    form(4, &[Word("CLIENT"), Word("SETNAME"), NAME]),
    form(4, &[Word("CLIENT"), Word("GETNAME")]),
    form(
        4,
        &[
            Word("CLIENT"),
            Word("SETINFO"),
            Either(&[&[Word("LIB-NAME")], &[Word("LIB-VER")], &[Word("junk")]]),
            NAME,
        ],
    ),
    form(3, &[Word("CLIENT"), Word("NO-EVICT"), YES_NO]),
    form(3, &[Word("CLIENT"), Word("NO-TOUCH"), YES_NO]),
    form(
        1,
        &[
            Word("CLIENT"),
            Word("REPLY"),
            Either(&[&[Word("ON")], &[Word("junk")]]),
        ],
    ),
    form(
        2,
        &[
            Word("CLIENT"),
            Word("UNBLOCK"),
            Either(&[&[SessionId], &[Word("999999999")], &[Junk]]),
            Options(&[&[Word("TIMEOUT")], &[Word("ERROR")], &[Junk]]),
        ],
    ),
    form(
        2,
        &[
            Word("CLIENT"),
            Word("KILL"),
            Either(&[
                &[Word("ID"), Word("999999999")],
                &[Word("ADDR"), Word("127.0.0.1:1")],
                &[Word("127.0.0.1:1")],
                &[Word("ID"), Junk],
                &[Word("TYPE"), Word("junk")],
                &[Word("junk"), Word("junk")],
                &[Word("USER"), Word("nobody")],
                &[Word("SKIPME"), Word("junk")],
                &[Word("MAXAGE"), Word("999999999")],
            ]),
        ],
    ),
    form(
        1,
        &[
            Word("CLIENT"),
            Either(&[&[], &[Word("JUNK")], &[Word("SETNAME")]]),
        ],
    ),
];

/// The server: settings, figures, its own commands.
pub const SERVER: &[Form] = &[
    form(3, &[Word("TIME")]),
    form(
        3,
        &[
            Word("INFO"),
            Repeat(
                0,
                2,
                &[Either(&[
                    &[Word("server")],
                    &[Word("clients")],
                    &[Word("memory")],
                    &[Word("stats")],
                    &[Word("replication")],
                    &[Word("keyspace")],
                    &[Word("keyspace")],
                    &[Word("all")],
                    &[Word("everything")],
                    &[Word("commandstats")],
                    &[Word("junk")],
                    &[Word("persistence")],
                    &[Word("cpu")],
                    &[Word("errorstats")],
                    &[Word("cluster")],
                    &[Word("default")],
                ])],
            ),
        ],
    ),
    form(
        4,
        &[
            Word("CONFIG"),
            Word("GET"),
            Repeat(
                1,
                2,
                &[Either(&[
                    &[Word("maxmemory")],
                    &[Word("list-max-*")],
                    &[Word("timeout")],
                    &[Word("nosuch")],
                    &[Word("databases")],
                    &[Word("lazyfree*")],
                    &[Word("proto-max-bulk-len")],
                    &[Word("slowlog-*")],
                    &[Word("maxmemory-policy")],
                    &[Word("hz")],
                    &[Word("tcp-keepalive")],
                    &[Word("*-ziplist-*")],
                    &[Word("client-output-buffer-limit")],
                    &[Word("appendonly")],
                    &[Word("save")],
                    &[Word("[h]z")],
                    &[Word("")],
                ])],
            ),
        ],
    ),
    form(
        4,
        &[
            Word("CONFIG"),
            Word("SET"),
            Repeat(
                1,
                2,
                &[Either(&[
                    &[
                        Word("list-max-listpack-size"),
                        Either(&[&[Word("-2")], &[Word("-1")], &[Word("8")]]),
                    ],
                    &[
                        Word("list-max-ziplist-size"),
                        Either(&[&[Word("-2")], &[Word("-6")], &[Word("x")]]),
                    ],
                    &[
                        Word("timeout"),
                        Either(&[&[Word("0")], &[Word("-1")], &[Word("86400")]]),
                    ],
                    &[
                        Word("maxmemory"),
                        // No limit is acted upon yet; one that is refused would part the settings.
                        Either(&[&[Word("0")], &[Word("abc")], &[Word("0mb")]]),
                    ],
                    &[Word("hash-max-listpack-entries"), ENTRIES],
                    &[Word("set-max-listpack-entries"), ENTRIES],
                    &[Word("zset-max-listpack-entries"), ENTRIES],
                    &[Word("hash-max-listpack-value"), ENTRIES],
                    &[Word("zset-max-listpack-value"), ENTRIES],
                    &[Word("set-max-listpack-value"), ENTRIES],
                    &[Word("hll-sparse-max-bytes"), ENTRIES],
                    &[Word("lazyfree-lazy-user-del"), YES_NO],
                    &[
                        Word("lazyfree-lazy-user-flush"),
                        Either(&[&[Word("yes")], &[Word("no")]]),
                    ],
                    &[Word("databases"), Word("5")],
                    &[Word("nosuch"), Word("1")],
                    &[
                        Word("proto-max-bulk-len"),
                        Either(&[&[Word("512mb")], &[Word("1k")], &[Word("536870912")]]),
                    ],
                    &[
                        Word("slowlog-max-len"),
                        Either(&[&[Word("128")], &[Word("64")], &[Word("-5")]]),
                    ],
                    &[
                        Word("maxmemory-policy"),
                        Either(&[&[Word("noeviction")], &[Word("junk")]]),
                    ],
                    &[
                        Word("client-output-buffer-limit"),
                        Either(&[
                            &[Word("pubsub 32mb 8mb 60")],
                            &[Word("junk 1 1 1")],
                            &[Word("normal 0 0")],
                        ]),
                    ],
                    &[
                        Word("tcp-keepalive"),
                        Either(&[&[Word("300")], &[Word("301")], &[Word("-3")]]),
                    ],
                ])],
            ),
        ],
    ),
    form(
        1,
        &[
            Word("CONFIG"),
            Either(&[&[], &[Word("SET")], &[Word("RESETSTAT")], &[Word("JUNK")]]),
        ],
    ),
    form(
        1,
        &[
            Word("CONFIG"),
            Word("SET"),
            Word("timeout"),
            Word("0"),
            Word("timeout"),
            Word("0"),
        ],
    ),
    form(1, &[Word("COMMAND"), Word("COUNT")]),
    form(
        3,
        &[Word("COMMAND"), Word("INFO"), Repeat(1, 3, &[COMMAND_NAME])],
    ),
    form(
        2,
        &[Word("COMMAND"), Word("DOCS"), Repeat(1, 2, &[COMMAND_NAME])],
    ),
    form(
        1,
        &[
            Word("COMMAND"),
            Word("LIST"),
            Maybe(&[
                Word("FILTERBY"),
                Either(&[
                    &[Word("ACLCAT"), Word("list")],
                    &[Word("PATTERN"), Word("*pop*")],
                    &[Word("MODULE"), Word("nosuch")],
                    &[Word("ACLCAT"), Word("nosuch")],
                    &[Word("JUNK")],
                ]),
            ]),
        ],
    ),
    form(
        4,
        &[
            Word("COMMAND"),
            Either(&[&[Word("GETKEYS")], &[Word("GETKEYSANDFLAGS")]]),
            Either(&[
                &[Word("get"), Key(Text)],
                &[Word("mset"), Repeat(1, 3, &[Key(Text), Value])],
                &[Word("set"), Key(Text), Value, Word("EX"), Word("1000")],
                &[Word("blpop"), Repeat(1, 3, &[Key(List)]), Word("0")],
                &[Word("copy"), Key(Any), Key(Any)],
                &[
                    Word("lmove"),
                    Key(List),
                    Key(List),
                    Word("LEFT"),
                    Word("LEFT"),
                ],
                &[
                    Word("eval"),
                    Word("return 1"),
                    Word("2"),
                    Key(Any),
                    Key(Any),
                    Value,
                ],
                &[
                    Word("zunionstore"),
                    Key(Any),
                    Word("2"),
                    Key(Any),
                    Key(Any),
                    Word("WEIGHTS"),
                ],
                &[
                    Word("sort"),
                    Key(Any),
                    Word("BY"),
                    Word("x"),
                    Word("STORE"),
                    Key(Any),
                ],
                &[
                    Word("xread"),
                    Word("STREAMS"),
                    Key(Any),
                    Key(Any),
                    Word("0"),
                    Word("0"),
                ],
                &[Word("ping")],
                &[Word("nosuch"), Key(Any)],
                &[Word("get")],
                &[Word("object"), Word("encoding"), Key(Any)],
                &[Word("memory"), Word("usage"), Key(Any)],
                &[Word("publish"), Word("a"), Word("b")],
            ]),
        ],
    ),
    form(1, &[Word("COMMAND"), Word("JUNK")]),
    form(
        1,
        &[
            Word("FUNCTION"),
            Word("FLUSH"),
            Options(&[&[Word("SYNC")], &[Word("ASYNC")], &[Junk]]),
        ],
    ),
    form(
        1,
        &[
            Word("LATENCY"),
            Either(&[
                &[Word("LATEST")],
                &[Word("RESET")],
                &[Word("HISTORY"), Word("command")],
                &[Word("JUNK")],
            ]),
        ],
    ),
    form(
        1,
        &[
            Word("SLOWLOG"),
            Either(&[
                &[Word("RESET")],
                &[Word("GET"), Word("-2")],
                &[Word("GET"), Word("abc")],
                &[Word("JUNK")],
            ]),
        ],
    ),
    form(
        1,
        &[
            Word("SHUTDOWN"),
            Either(&[&[Word("junk")], &[Word("NOSAVE"), Word("SAVE")]]),
        ],
    ),
    form(
        3,
        &[
            Either(&[
                &[Word("NOSUCH")],
                &[Word("GETX")],
                &[Word("")],
                &[Word("get\r\nset")],
                &[Word("\u{e9}")],
            ]),
            Repeat(0, 3, &[Either(&[&[Junk], &[Value]])]),
        ],
    ),
];

/// What CONFIG SET above may change, as both servers must have it when a run begins.
pub const SETTINGS: [(&str, &str); 22] = [
    ("requirepass", ""),
    ("list-max-listpack-size", "-2"),
    ("stream-node-max-bytes", "4096"),
    ("stream-node-max-entries", "100"),
    ("hash-max-listpack-entries", "512"),
    ("hash-max-listpack-value", "64"),
    ("set-max-listpack-entries", "128"),
    ("set-max-listpack-value", "64"),
    ("set-max-intset-entries", "512"),
    ("zset-max-listpack-entries", "128"),
    ("zset-max-listpack-value", "64"),
    ("hll-sparse-max-bytes", "3000"),
    ("timeout", "0"),
    ("maxmemory", "0"),
    ("maxmemory-policy", "noeviction"),
    ("lazyfree-lazy-user-del", "yes"),
    ("lazyfree-lazy-user-flush", "yes"),
    ("proto-max-bulk-len", "512mb"),
    ("slowlog-max-len", "128"),
    ("tcp-keepalive", "300"),
    ("hz", "10"),
    ("client-output-buffer-limit", "pubsub 32mb 8mb 60"),
];

/// Needs `enable-debug-command`.
pub const DEBUGGING: &[Form] = &[
    form(1, &[Word("DEBUG"), Word("SLEEP"), Word("0")]),
    form(1, &[Word("DEBUG"), Word("SET-ACTIVE-EXPIRE"), Word("1")]),
    form(1, &[Word("DEBUG"), Word("DIGEST")]),
    form(
        3,
        &[
            Word("DEBUG"),
            Word("DIGEST-VALUE"),
            Repeat(1, 3, &[Key(Any)]),
        ],
    ),
    form(3, &[Word("DEBUG"), Word("OBJECT"), Key(Any)]),
    form(
        1,
        &[
            Word("DEBUG"),
            Word("POPULATE"),
            Word("7"),
            Maybe(&[
                Either(&[&[Word("t")], &[Word("{tag}")]]),
                Maybe(&[Word("30")]),
            ]),
        ],
    ),
    form(1, &[Word("DEBUG"), Word("JUNK")]),
];
