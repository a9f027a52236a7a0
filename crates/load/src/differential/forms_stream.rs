//! Forms of the commands on streams and their groups.

use super::grammar::Atom::{
    Consumer, Count, Either, EntryId, Group, Integer, Key, Maybe, NewEntryId, Options, Repeat,
    Value, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::Stream;

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const TRIM: Atom = Either(&[
    &[Word("MAXLEN"), Count],
    &[Word("MAXLEN"), Word("="), Count],
    &[Word("MAXLEN"), Word("~"), Count],
    &[Word("MAXLEN"), Word("~"), Count, Word("LIMIT"), Count],
    &[Word("MINID"), EntryId],
    &[Word("MINID"), Word("~"), EntryId],
    &[Word("MINID"), Word("~"), EntryId, Word("LIMIT"), Count],
    &[Word("LIMIT"), Count],
]);
const FIELDS: Atom = Repeat(1, 3, &[Atom::Field, Value]);
const COUNTED: Atom = Maybe(&[Word("COUNT"), Count]);
/// Either nobody is idle for so long, or everybody.
const IDLE: Atom = Either(&[
    &[Word("0")],
    &[Word("0")],
    &[Word("-5")],
    &[Word("1000000000")],
]);

/// The reference allocates memory for so many, if it can.
const CLAIMED: Atom = Either(&[
    &[Word("1")],
    &[Word("2")],
    &[Word("5")],
    &[Word("100")],
    &[Word("0")],
    &[Word("-1")],
    &[Word("x")],
    &[Word("9223372036854775807")],
    &[Word("9223372036854775808")],
]);

/// Streams.
pub const STREAMS: &[Form] = &[
    form(60, &[Word("XADD"), Key(Stream), NewEntryId, FIELDS]),
    form(
        16,
        &[
            Word("XADD"),
            Key(Stream),
            Options(&[&[TRIM], &[Word("NOMKSTREAM")]]),
            NewEntryId,
            FIELDS,
        ],
    ),
    form(12, &[Word("XTRIM"), Key(Stream), TRIM]),
    form(16, &[Word("XDEL"), Key(Stream), Repeat(1, 3, &[EntryId])]),
    form(8, &[Word("XLEN"), Key(Stream)]),
    form(
        14,
        &[Word("XRANGE"), Key(Stream), EntryId, EntryId, COUNTED],
    ),
    form(6, &[Word("XRANGE"), Key(Stream), Word("-"), Word("+")]),
    form(
        14,
        &[Word("XREVRANGE"), Key(Stream), EntryId, EntryId, COUNTED],
    ),
    form(6, &[Word("XREVRANGE"), Key(Stream), Word("+"), Word("-")]),
    form(
        5,
        &[
            Word("XSETID"),
            Key(Stream),
            NewEntryId,
            Options(&[
                &[Word("ENTRIESADDED"), Count],
                &[Word("MAXDELETEDID"), EntryId],
            ]),
        ],
    ),
    form(
        12,
        &[
            Word("XREAD"),
            COUNTED,
            Word("STREAMS"),
            Key(Stream),
            EntryId,
        ],
    ),
    form(
        6,
        &[
            Word("XREAD"),
            Word("STREAMS"),
            Key(Stream),
            Key(Stream),
            EntryId,
            Either(&[&[EntryId], &[Word("+")], &[Word("$")]]),
        ],
    ),
    form(
        14,
        &[
            Word("XGROUP"),
            Word("CREATE"),
            Key(Stream),
            Group,
            Either(&[&[Word("$")], &[Word("0")], &[EntryId]]),
            Options(&[&[Word("MKSTREAM")], &[Word("ENTRIESREAD"), Count]]),
        ],
    ),
    form(
        6,
        &[
            Word("XGROUP"),
            Word("SETID"),
            Key(Stream),
            Group,
            Either(&[&[Word("$")], &[Word("0")], &[EntryId]]),
            Maybe(&[Word("ENTRIESREAD"), Count]),
        ],
    ),
    form(2, &[Word("XGROUP"), Word("DESTROY"), Key(Stream), Group]),
    form(
        4,
        &[
            Word("XGROUP"),
            Either(&[&[Word("CREATECONSUMER")], &[Word("DELCONSUMER")]]),
            Key(Stream),
            Group,
            Consumer,
        ],
    ),
    form(
        36,
        &[
            Word("XREADGROUP"),
            Word("GROUP"),
            Group,
            Consumer,
            Options(&[&[Word("COUNT"), Count], &[Word("NOACK")]]),
            Word("STREAMS"),
            Key(Stream),
            Word(">"),
        ],
    ),
    form(
        10,
        &[
            Word("XREADGROUP"),
            Word("GROUP"),
            Group,
            Consumer,
            COUNTED,
            Word("STREAMS"),
            Key(Stream),
            Key(Stream),
            EntryId,
            Word(">"),
        ],
    ),
    form(
        14,
        &[Word("XACK"), Key(Stream), Group, Repeat(1, 3, &[EntryId])],
    ),
    form(10, &[Word("XPENDING"), Key(Stream), Group]),
    form(
        12,
        &[
            Word("XPENDING"),
            Key(Stream),
            Group,
            Maybe(&[Word("IDLE"), IDLE]),
            EntryId,
            EntryId,
            Count,
            Maybe(&[Consumer]),
        ],
    ),
    form(
        18,
        &[
            Word("XCLAIM"),
            Key(Stream),
            Group,
            Consumer,
            IDLE,
            Repeat(1, 4, &[EntryId]),
            Options(&[
                &[Word("IDLE"), IDLE],
                &[Word("TIME"), Either(&[&[Word("1000")], &[Integer]])],
                &[Word("RETRYCOUNT"), Count],
                &[Word("FORCE")],
                &[Word("FORCE")],
                &[Word("JUSTID")],
                &[Word("LASTID"), EntryId],
            ]),
        ],
    ),
    form(
        14,
        &[
            Word("XAUTOCLAIM"),
            Key(Stream),
            Group,
            Consumer,
            IDLE,
            EntryId,
            Options(&[&[Word("COUNT"), CLAIMED], &[Word("JUSTID")]]),
        ],
    ),
    form(12, &[Word("XINFO"), Word("GROUPS"), Key(Stream)]),
    form(8, &[Word("XINFO"), Word("STREAM"), Key(Stream)]),
    form(
        8,
        &[
            Word("XINFO"),
            Word("STREAM"),
            Key(Stream),
            Word("FULL"),
            COUNTED,
        ],
    ),
    form(6, &[Word("XINFO"), Word("CONSUMERS"), Key(Stream), Group]),
    form(
        3,
        &[
            Word("CONFIG"),
            Word("SET"),
            Either(&[
                &[
                    Word("stream-node-max-entries"),
                    Either(&[&[Word("100")], &[Word("3")], &[Word("1")], &[Word("0")]]),
                ],
                &[
                    Word("stream-node-max-bytes"),
                    Either(&[&[Word("4096")], &[Word("200")], &[Word("0")]]),
                ],
            ]),
        ],
    ),
];

/// Commands on streams that may wait. The time to wait is the second argument.
pub const BLOCKING_STREAMS: &[Form] = &[
    form(
        4,
        &[
            Word("XREAD"),
            Word("BLOCK"),
            Either(&[
                &[Word("0")],
                &[Word("0")],
                &[Word("5000")],
                &[Either(&[&[Word("-1")], &[Word("1.5")], &[Word("")]])],
            ]),
            COUNTED,
            Word("STREAMS"),
            Either(&[
                &[Key(Stream), Word("$")],
                &[Key(Stream), EntryId],
                &[Key(Stream), Key(Stream), Word("$"), Word("+")],
                &[Key(Stream), Key(Stream), EntryId, Word("$")],
            ]),
        ],
    ),
    form(
        4,
        &[
            Word("XREADGROUP"),
            Word("BLOCK"),
            Either(&[&[Word("0")], &[Word("5000")]]),
            Word("GROUP"),
            Group,
            Consumer,
            Maybe(&[Word("NOACK")]),
            Word("STREAMS"),
            Either(&[
                &[Key(Stream), Word(">")],
                &[Key(Stream), Key(Stream), Word(">"), Word(">")],
            ]),
        ],
    ),
];
