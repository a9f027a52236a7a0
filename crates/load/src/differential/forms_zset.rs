//! Forms of the commands on sorted sets.
//!
//! Ranges of members are asked of keys of their own, whose members all have one score: what comes
//! of others is unspecified, and depends on chance in Valkey's large ones.

use super::grammar::Atom::{
    Count, Either, Field, Index, Key, Maybe, Options, Patience, Pattern, Repeat, Score, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::{Lex, Zset};

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const ADD: Atom = Options(&[
    &[Word("NX")],
    &[Word("XX")],
    &[Word("GT")],
    &[Word("LT")],
    &[Word("CH")],
    &[Word("INCR")],
]);
const LOW: Atom = Either(&[&[Score], &[Word("-inf")], &[Word("(1")], &[Word("(-2.25")]]);
const HIGH: Atom = Either(&[&[Score], &[Word("+inf")], &[Word("(5")], &[Word("(0.1")]]);
const LEX_LOW: Atom = Either(&[
    &[Word("-")],
    &[Word("[f2")],
    &[Word("(f10")],
    &[Word("[")],
    &[Word("[5")],
    &[Word("+")],
    &[Word("f2")],
]);
const LEX_HIGH: Atom = Either(&[
    &[Word("+")],
    &[Word("+")],
    &[Word("[f7")],
    &[Word("(f9")],
    &[Word("[f2")],
    &[Word("-")],
    &[Word("")],
]);
const LIMIT: &[Atom] = &[Word("LIMIT"), Index, Count];
const SCORES: &[Atom] = &[Word("WITHSCORES")];
const SOURCES: Atom = Either(&[
    &[Word("1"), Key(Zset)],
    &[Word("2"), Key(Zset), Key(Zset)],
    &[Word("2"), Key(Zset), Key(Zset)],
    &[Word("3"), Key(Zset), Key(Zset), Key(Zset)],
    &[Count, Key(Zset), Key(Zset)],
]);
const COMBINED: &[&[Atom]] = &[
    &[Word("WEIGHTS"), Score, Score],
    &[Word("WEIGHTS"), Score],
    &[Word("WEIGHTS"), Score, Score, Score],
    &[Word("AGGREGATE"), Word("SUM")],
    &[Word("AGGREGATE"), Word("MIN")],
    &[Word("AGGREGATE"), Word("MAX")],
    &[Word("AGGREGATE"), Word("AVG")],
];
const SHOWN: &[&[Atom]] = &[
    &[Word("WEIGHTS"), Score, Score],
    &[Word("AGGREGATE"), Word("MIN")],
    SCORES,
    SCORES,
];
const END: Atom = Either(&[&[Word("MIN")], &[Word("MAX")]]);
const DRAWN: Atom = Either(&[&[Word("3")], &[Word("-3")], &[Word("0")], &[Word("100")]]);

/// Sorted sets.
pub const ZSETS: &[Form] = &[
    form(
        40,
        &[Word("ZADD"), Key(Zset), Repeat(1, 4, &[Score, Field])],
    ),
    form(
        24,
        &[Word("ZADD"), Key(Zset), ADD, Repeat(1, 3, &[Score, Field])],
    ),
    form(
        8,
        &[Word("ZADD"), Key(Zset), ADD, Word("INCR"), Score, Field],
    ),
    form(14, &[Word("ZINCRBY"), Key(Zset), Score, Field]),
    form(10, &[Word("ZCARD"), Key(Zset)]),
    form(12, &[Word("ZSCORE"), Key(Zset), Field]),
    form(8, &[Word("ZMSCORE"), Key(Zset), Repeat(1, 3, &[Field])]),
    form(
        10,
        &[
            Word("ZRANK"),
            Key(Zset),
            Field,
            Options(&[&[Word("WITHSCORE")]]),
        ],
    ),
    form(
        10,
        &[
            Word("ZREVRANK"),
            Key(Zset),
            Field,
            Options(&[&[Word("WITHSCORE")]]),
        ],
    ),
    form(10, &[Word("ZCOUNT"), Key(Zset), LOW, HIGH]),
    form(
        14,
        &[
            Word("ZRANGE"),
            Key(Zset),
            Index,
            Index,
            Options(&[SCORES, &[Word("REV")], LIMIT]),
        ],
    ),
    form(
        12,
        &[
            Word("ZRANGE"),
            Key(Zset),
            LOW,
            HIGH,
            Word("BYSCORE"),
            Options(&[SCORES, &[Word("REV")], LIMIT, &[Word("BYLEX")]]),
        ],
    ),
    form(
        10,
        &[
            Word("ZREVRANGE"),
            Key(Zset),
            Index,
            Index,
            Options(&[SCORES]),
        ],
    ),
    form(
        10,
        &[
            Word("ZRANGEBYSCORE"),
            Key(Zset),
            LOW,
            HIGH,
            Options(&[SCORES, LIMIT]),
        ],
    ),
    form(
        10,
        &[
            Word("ZREVRANGEBYSCORE"),
            Key(Zset),
            HIGH,
            LOW,
            Options(&[SCORES, LIMIT]),
        ],
    ),
    form(
        10,
        &[
            Word("ZRANGESTORE"),
            Key(Zset),
            Key(Zset),
            Either(&[
                &[Index, Index, Options(&[&[Word("REV")]])],
                &[
                    LOW,
                    HIGH,
                    Word("BYSCORE"),
                    Options(&[LIMIT, &[Word("REV")]]),
                ],
            ]),
        ],
    ),
    form(20, &[Word("ZREM"), Key(Zset), Repeat(1, 4, &[Field])]),
    form(5, &[Word("ZREMRANGEBYRANK"), Key(Zset), Index, Index]),
    form(5, &[Word("ZREMRANGEBYSCORE"), Key(Zset), LOW, HIGH]),
    form(10, &[Word("ZPOPMIN"), Key(Zset), Maybe(&[Count])]),
    form(10, &[Word("ZPOPMAX"), Key(Zset), Maybe(&[Count])]),
    form(
        10,
        &[
            Word("ZMPOP"),
            SOURCES,
            END,
            Options(&[&[Word("COUNT"), Count]]),
        ],
    ),
    form(
        8,
        &[
            Word("ZRANDMEMBER"),
            Key(Zset),
            Maybe(&[DRAWN, Maybe(SCORES)]),
        ],
    ),
    form(
        8,
        &[
            Word("ZSCAN"),
            Key(Zset),
            Word("0"),
            Options(&[
                &[Word("MATCH"), Pattern],
                &[Word("COUNT"), Count],
                &[Word("NOSCORES")],
                &[Word("NOVALUES")],
            ]),
        ],
    ),
    form(8, &[Word("ZUNION"), SOURCES, Options(SHOWN)]),
    form(8, &[Word("ZINTER"), SOURCES, Options(SHOWN)]),
    form(8, &[Word("ZDIFF"), SOURCES, Options(&[SCORES])]),
    form(
        8,
        &[
            Word("ZINTERCARD"),
            SOURCES,
            Options(&[&[Word("LIMIT"), Count]]),
        ],
    ),
    form(
        8,
        &[Word("ZUNIONSTORE"), Key(Zset), SOURCES, Options(COMBINED)],
    ),
    form(
        8,
        &[Word("ZINTERSTORE"), Key(Zset), SOURCES, Options(COMBINED)],
    ),
    form(
        6,
        &[Word("ZDIFFSTORE"), Key(Zset), SOURCES, Options(COMBINED)],
    ),
    form(
        20,
        &[Word("ZADD"), Key(Lex), Repeat(1, 4, &[Word("0"), Field])],
    ),
    form(6, &[Word("ZREM"), Key(Lex), Repeat(1, 3, &[Field])]),
    form(
        6,
        &[
            Word("ZRANGEBYLEX"),
            Key(Lex),
            LEX_LOW,
            LEX_HIGH,
            Options(&[LIMIT, SCORES]),
        ],
    ),
    form(
        6,
        &[
            Word("ZREVRANGEBYLEX"),
            Key(Lex),
            LEX_HIGH,
            LEX_LOW,
            Options(&[LIMIT]),
        ],
    ),
    form(
        6,
        &[
            Word("ZRANGE"),
            Key(Lex),
            LEX_LOW,
            LEX_HIGH,
            Word("BYLEX"),
            Options(&[LIMIT, &[Word("REV")]]),
        ],
    ),
    form(5, &[Word("ZLEXCOUNT"), Key(Lex), LEX_LOW, LEX_HIGH]),
    form(3, &[Word("ZREMRANGEBYLEX"), Key(Lex), LEX_LOW, LEX_HIGH]),
];

/// Commands that may wait for sorted sets.
pub const ZSETS_BLOCKING: &[Form] = &[
    form(3, &[Word("BZPOPMIN"), Repeat(1, 3, &[Key(Zset)]), Patience]),
    form(3, &[Word("BZPOPMAX"), Repeat(1, 3, &[Key(Zset)]), Patience]),
    form(
        3,
        &[
            Word("BZMPOP"),
            Patience,
            SOURCES,
            END,
            Options(&[&[Word("COUNT"), Count]]),
        ],
    ),
];
