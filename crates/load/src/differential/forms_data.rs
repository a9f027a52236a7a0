//! Forms of the commands on keys, strings and lists.

use super::grammar::Atom::{
    Count, Database, Either, Float, Index, Integer, Key, Maybe, Millis, Offset, Options, Pattern,
    Repeat, Seconds, UnixMillis, UnixSeconds, Value, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::{Any, Counter, List, Number, Text};

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const SET_OPTIONS: Atom = Options(&[
    &[Word("NX")],
    &[Word("XX")],
    &[Word("GET")],
    &[Word("KEEPTTL")],
    &[Word("EX"), Seconds],
    &[Word("PX"), Millis],
    &[Word("EXAT"), UnixSeconds],
    &[Word("PXAT"), UnixMillis],
    &[Word("IFEQ"), Value],
]);
/// No times that have passed: MSETEX stores such keys, and each server removes them when it likes.
const MSETEX_OPTIONS: Atom = Options(&[
    &[Word("NX")],
    &[Word("XX")],
    &[Word("KEEPTTL")],
    &[Word("EX"), Seconds],
    &[Word("PX"), Millis],
    &[
        Word("EXAT"),
        Either(&[&[Word("99999999999")], &[Word("0")], &[Word("-1")]]),
    ],
    &[Word("PXAT"), Word("99999999999999")],
]);
const GETEX_OPTIONS: Atom = Options(&[
    &[Word("PERSIST")],
    &[Word("EX"), Seconds],
    &[Word("PX"), Millis],
    &[Word("EXAT"), UnixSeconds],
    &[Word("PXAT"), UnixMillis],
]);
const EXPIRE_OPTIONS: Atom = Options(&[&[Word("NX")], &[Word("XX")], &[Word("GT")], &[Word("LT")]]);
const COPY_OPTIONS: Atom = Options(&[&[Word("DB"), Database], &[Word("REPLACE")]]);
const END: Atom = Either(&[&[Word("LEFT")], &[Word("RIGHT")]]);
const FLUSH_MODE: Atom = Options(&[&[Word("ASYNC")], &[Word("SYNC")]]);
const SMALL: Atom = Either(&[
    &[Word("0")],
    &[Word("1")],
    &[Word("2")],
    &[Word("-1")],
    &[Word("100")],
    &[Word("7")],
]);

const BIT_RANGE: Atom = Either(&[
    &[],
    &[Index],
    &[Index, Index],
    &[Index, Index, Word("BYTE")],
    &[Index, Index, Word("BIT")],
]);
const BIT_OPERATION: Atom = Either(&[
    &[Word("AND")],
    &[Word("OR")],
    &[Word("XOR")],
    &[Word("NOT")],
]);
const FIELD_TYPE: Atom = Either(&[
    &[Word("i1")],
    &[Word("u0")],
    &[Word("i65")],
    &[Word("x8")],
    &[Word("8")],
    &[Word("u8x")],
    &[Word("u1")],
    &[Word("i5")],
    &[Word("u8")],
    &[Word("i16")],
    &[Word("u63")],
    &[Word("i64")],
    &[Word("u64")],
]);
const FIELD: Atom = Either(&[
    &[Word("GET"), FIELD_TYPE, SMALL],
    &[
        Word("SET"),
        FIELD_TYPE,
        Either(&[&[Word("#2")], &[Word("#-1")], &[Word("#")], &[Offset]]),
        Integer,
    ],
    &[Word("OVERFLOW"), Word("JUNK")],
    &[Word("SET"), FIELD_TYPE, SMALL, Integer],
    &[Word("INCRBY"), FIELD_TYPE, SMALL, Integer],
    &[Word("INCRBY"), FIELD_TYPE, SMALL, SMALL],
    &[Word("OVERFLOW"), Word("SAT")],
    &[Word("OVERFLOW"), Word("FAIL")],
    &[Word("OVERFLOW"), Word("WRAP")],
]);

/// Strings and numbers.
pub const STRINGS: &[Form] = &[
    form(60, &[Word("GET"), Key(Text)]),
    form(50, &[Word("SET"), Key(Text), Value]),
    form(50, &[Word("SET"), Key(Text), Value, SET_OPTIONS]),
    // The same few values, so that IFEQ sometimes matches.
    form(
        12,
        &[
            Word("SET"),
            Key(Text),
            SMALL,
            Maybe(&[Word("IFEQ"), SMALL]),
            SET_OPTIONS,
        ],
    ),
    form(30, &[Word("SET"), Key(Number), Integer]),
    form(12, &[Word("SETNX"), Key(Text), Value]),
    form(12, &[Word("SETEX"), Key(Text), Seconds, Value]),
    form(12, &[Word("PSETEX"), Key(Text), Millis, Value]),
    form(20, &[Word("GETEX"), Key(Text), GETEX_OPTIONS]),
    form(8, &[Word("GETDEL"), Key(Text)]),
    form(12, &[Word("GETSET"), Key(Text), Value]),
    form(20, &[Word("APPEND"), Key(Text), Value]),
    form(4, &[Word("APPEND"), Key(Number), SMALL]),
    form(12, &[Word("STRLEN"), Key(Any)]),
    form(16, &[Word("SETRANGE"), Key(Text), Offset, Value]),
    form(20, &[Word("GETRANGE"), Key(Text), Index, Index]),
    form(3, &[Word("SUBSTR"), Key(Text), Index, Index]),
    form(12, &[Word("SETBIT"), Key(Text), SMALL, SMALL]),
    form(8, &[Word("GETBIT"), Key(Text), Offset]),
    form(8, &[Word("BITCOUNT"), Key(Any), BIT_RANGE]),
    form(8, &[Word("BITPOS"), Key(Any), SMALL, BIT_RANGE]),
    form(
        8,
        &[
            Word("BITOP"),
            BIT_OPERATION,
            Key(Text),
            Repeat(1, 3, &[Key(Any)]),
        ],
    ),
    form(12, &[Word("BITFIELD"), Key(Text), Repeat(1, 4, &[FIELD])]),
    form(4, &[Word("BITFIELD_RO"), Key(Text), Repeat(1, 2, &[FIELD])]),
    form(20, &[Word("INCR"), Key(Number)]),
    form(16, &[Word("DECR"), Key(Number)]),
    form(20, &[Word("INCRBY"), Key(Number), Integer]),
    form(16, &[Word("DECRBY"), Key(Number), Integer]),
    form(24, &[Word("INCRBYFLOAT"), Key(Number), Float]),
    form(10, &[Word("SET"), Key(Number), Float]),
    form(16, &[Word("MSET"), Repeat(1, 5, &[Key(Text), Value])]),
    form(8, &[Word("MSETNX"), Repeat(1, 3, &[Key(Text), Value])]),
    form(
        12,
        &[
            Word("MSETEX"),
            Either(&[
                &[Word("1"), Key(Text), Value],
                &[Word("2"), Key(Text), Value, Key(Text), Value],
                &[SMALL, Repeat(1, 3, &[Key(Text), Value])],
            ]),
            MSETEX_OPTIONS,
        ],
    ),
    form(8, &[Word("DELIFEQ"), Key(Text), SMALL]),
    form(
        4,
        &[
            Word("LCS"),
            Key(Text),
            Key(Text),
            Options(&[
                &[Word("LEN")],
                &[Word("IDX")],
                &[Word("MINMATCHLEN"), Count],
                &[Word("WITHMATCHLEN")],
            ]),
        ],
    ),
    form(24, &[Word("MGET"), Repeat(1, 6, &[Key(Any)])]),
];

/// Commands for keys of any type, and whole databases.
pub const KEYS: &[Form] = &[
    form(20, &[Word("DEL"), Repeat(1, 3, &[Key(Any)])]),
    form(10, &[Word("UNLINK"), Repeat(1, 3, &[Key(Any)])]),
    form(14, &[Word("EXISTS"), Repeat(1, 4, &[Key(Any)])]),
    form(14, &[Word("TYPE"), Key(Any)]),
    form(14, &[Word("EXPIRE"), Key(Any), Seconds, EXPIRE_OPTIONS]),
    form(14, &[Word("PEXPIRE"), Key(Any), Millis, EXPIRE_OPTIONS]),
    form(
        14,
        &[Word("EXPIREAT"), Key(Any), UnixSeconds, EXPIRE_OPTIONS],
    ),
    form(
        14,
        &[Word("PEXPIREAT"), Key(Any), UnixMillis, EXPIRE_OPTIONS],
    ),
    form(16, &[Word("TTL"), Key(Any)]),
    form(16, &[Word("PTTL"), Key(Any)]),
    form(4, &[Word("EXPIRETIME"), Key(Any)]),
    form(4, &[Word("PEXPIRETIME"), Key(Any)]),
    form(8, &[Word("TOUCH"), Repeat(1, 3, &[Key(Any)])]),
    form(10, &[Word("PERSIST"), Key(Any)]),
    form(14, &[Word("RENAME"), Key(Any), Key(Any)]),
    form(8, &[Word("RENAMENX"), Key(Any), Key(Any)]),
    form(16, &[Word("COPY"), Key(Any), Key(Any), COPY_OPTIONS]),
    form(10, &[Word("MOVE"), Key(Any), Database]),
    form(6, &[Word("KEYS"), Pattern]),
    form(
        5,
        &[
            Word("SCAN"),
            Either(&[
                &[Word("0")],
                &[Word("0")],
                &[Integer],
                &[Word("18446744073709551615")],
            ]),
            Options(&[
                &[Word("MATCH"), Pattern],
                &[Word("COUNT"), Either(&[&[Word("1000")], &[Count]])],
                &[
                    Word("TYPE"),
                    Either(&[&[Word("list")], &[Word("string")], &[Word("junk")]]),
                ],
            ]),
        ],
    ),
    form(8, &[Word("DBSIZE")]),
    form(3, &[Word("RANDOMKEY")]),
    form(1, &[Word("FLUSHDB"), FLUSH_MODE]),
    form(1, &[Word("FLUSHALL"), FLUSH_MODE]),
    form(5, &[Word("SWAPDB"), Database, Database]),
    form(24, &[Word("SELECT"), Database]),
    form(
        14,
        &[
            Word("OBJECT"),
            Either(&[
                &[Word("ENCODING")],
                &[Word("ENCODING")],
                &[Word("REFCOUNT")],
                &[Word("IDLETIME")],
                &[Word("FREQ")],
                &[Word("JUNK")],
            ]),
            Maybe(&[Key(Any)]),
        ],
    ),
    // Payloads are restored in a step of their own.
    form(
        3,
        &[
            Word("RESTORE"),
            Key(Any),
            Millis,
            Value,
            Options(&[
                &[Word("REPLACE")],
                &[Word("ABSTTL")],
                &[Word("IDLETIME"), Count],
                &[Word("FREQ"), Count],
                &[Word("JUNK")],
            ]),
        ],
    ),
    form(
        4,
        &[
            Word("MEMORY"),
            Word("USAGE"),
            Key(Any),
            Options(&[&[Word("SAMPLES"), Count], &[Word("JUNK")]]),
        ],
    ),
    form(1, &[Word("MEMORY"), Word("JUNK")]),
];

/// Lists.
pub const LISTS: &[Form] = &[
    form(30, &[Word("LPUSH"), Key(List), Repeat(1, 5, &[Value])]),
    form(30, &[Word("RPUSH"), Key(List), Repeat(1, 5, &[Value])]),
    form(24, &[Word("LPOP"), Key(List), Maybe(&[Count])]),
    form(24, &[Word("RPOP"), Key(List), Maybe(&[Count])]),
    form(12, &[Word("LLEN"), Key(List)]),
    form(8, &[Word("LINDEX"), Key(List), Index]),
    form(8, &[Word("LPUSHX"), Key(List), Repeat(1, 3, &[Value])]),
    form(8, &[Word("RPUSHX"), Key(List), Repeat(1, 3, &[Value])]),
    form(10, &[Word("RPOPLPUSH"), Key(List), Key(List)]),
    form(30, &[Word("LRANGE"), Key(List), Index, Index]),
    form(4, &[Word("LRANGE"), Key(List), Word("0"), Word("-1")]),
    form(30, &[Word("LMOVE"), Key(List), Key(List), END, END]),
    form(12, &[Word("RPUSH"), Key(List), Repeat(1, 5, &[SMALL])]),
    form(
        16,
        &[
            Word("LINSERT"),
            Key(List),
            Either(&[&[Word("BEFORE")], &[Word("AFTER")]]),
            SMALL,
            Value,
        ],
    ),
    form(
        14,
        &[
            Word("LPOS"),
            Key(List),
            SMALL,
            Options(&[
                &[Word("RANK"), Index],
                &[Word("COUNT"), Count],
                &[Word("MAXLEN"), Count],
            ]),
        ],
    ),
    form(14, &[Word("LREM"), Key(List), Index, SMALL]),
    form(14, &[Word("LSET"), Key(List), Index, Value]),
    form(8, &[Word("LTRIM"), Key(List), Index, Index]),
    form(12, &[Word("LMPOP"), FIRST_OF, END, POPPED]),
];
const FIRST_OF: Atom = Either(&[
    &[Word("1"), Key(List)],
    &[Word("2"), Key(List), Key(List)],
    &[Count, Key(List), Key(List)],
]);
const POPPED: Atom = Maybe(&[Word("COUNT"), Count]);

/// Counts of different elements, in strings.
pub const ESTIMATES: &[Form] = &[
    form(24, &[Word("PFADD"), Key(Counter), Repeat(0, 5, &[Value])]),
    form(2, &[Word("PFADD"), Key(List), Repeat(0, 2, &[Value])]),
    form(16, &[Word("PFCOUNT"), Repeat(1, 3, &[Key(Counter)])]),
    form(2, &[Word("PFCOUNT"), Key(Counter), Key(List)]),
    form(2, &[Word("PFMERGE"), Key(Counter), Key(Counter), Key(List)]),
    form(
        10,
        &[Word("PFMERGE"), Key(Counter), Repeat(0, 3, &[Key(Counter)])],
    ),
    form(
        5,
        &[
            Word("PFDEBUG"),
            Either(&[
                &[Word("ENCODING")],
                &[Word("TODENSE")],
                &[Word("GETREG")],
                &[Word("DECODE")],
                &[Word("JUNK")],
            ]),
            Key(Counter),
        ],
    ),
    form(3, &[Word("GET"), Key(Counter)]),
    form(1, &[Word("DEL"), Key(Counter)]),
    form(2, &[Word("COPY"), Key(Counter), Key(Counter)]),
    form(2, &[Word("STRLEN"), Key(Counter)]),
];

/// Commands that may wait; each is sent alone, because what follows depends on others.
pub const BLOCKING: &[Form] = &[
    form(
        3,
        &[Word("BLPOP"), Repeat(1, 3, &[Key(List)]), Atom::Patience],
    ),
    form(
        3,
        &[Word("BRPOP"), Repeat(1, 3, &[Key(List)]), Atom::Patience],
    ),
    form(
        3,
        &[
            Word("BLMOVE"),
            Key(List),
            Key(List),
            END,
            END,
            Atom::Patience,
        ],
    ),
    form(3, &[Word("BLMPOP"), Atom::Patience, FIRST_OF, END, POPPED]),
    form(
        2,
        &[Word("BRPOPLPUSH"), Key(List), Key(List), Atom::Patience],
    ),
];
