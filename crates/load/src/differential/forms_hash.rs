//! Forms of the commands on hashes and on fields that expire.

use super::grammar::Atom::{
    Count, Either, Field, Float, Integer, Key, Maybe, Millis, Options, Pattern, Repeat, Seconds,
    UnixMillis, UnixSeconds, Value, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::Hash;

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const CONDITION: Atom = Options(&[&[Word("NX")], &[Word("XX")], &[Word("GT")], &[Word("LT")]]);
/// Mostly as many fields as are stated.
const NAMES: Atom = Either(&[
    &[Word("FIELDS"), Word("1"), Field],
    &[Word("FIELDS"), Word("1"), Field],
    &[Word("FIELDS"), Word("3"), Field, Field, Field],
    &[Word("FIELDS"), Count, Repeat(1, 3, &[Field])],
]);
const PAIRS: Atom = Either(&[
    &[Word("FIELDS"), Word("1"), Field, Value],
    &[Word("FIELDS"), Word("2"), Field, Value, Field, Value],
    &[Word("FIELDS"), Count, Repeat(1, 3, &[Field, Value])],
]);
const TIME: &[&[Atom]] = &[
    &[Word("EX"), Seconds],
    &[Word("PX"), Millis],
    &[Word("EXAT"), UnixSeconds],
    &[Word("PXAT"), UnixMillis],
    &[Word("PERSIST")],
    &[Word("KEEPTTL")],
    &[Word("FNX")],
    &[Word("FXX")],
    &[Word("NX")],
    &[Word("XX")],
];

/// Hashes.
pub const HASHES: &[Form] = &[
    form(
        40,
        &[Word("HSET"), Key(Hash), Repeat(1, 4, &[Field, Value])],
    ),
    form(
        6,
        &[Word("HMSET"), Key(Hash), Repeat(1, 3, &[Field, Value])],
    ),
    form(10, &[Word("HSETNX"), Key(Hash), Field, Value]),
    form(12, &[Word("HSET"), Key(Hash), Field, Integer]),
    form(30, &[Word("HGET"), Key(Hash), Field]),
    form(14, &[Word("HMGET"), Key(Hash), Repeat(1, 4, &[Field])]),
    form(14, &[Word("HGETALL"), Key(Hash)]),
    form(8, &[Word("HKEYS"), Key(Hash)]),
    form(8, &[Word("HVALS"), Key(Hash)]),
    form(10, &[Word("HLEN"), Key(Hash)]),
    form(8, &[Word("HSTRLEN"), Key(Hash), Field]),
    form(8, &[Word("HEXISTS"), Key(Hash), Field]),
    form(24, &[Word("HDEL"), Key(Hash), Repeat(1, 4, &[Field])]),
    form(16, &[Word("HINCRBY"), Key(Hash), Field, Integer]),
    form(12, &[Word("HINCRBYFLOAT"), Key(Hash), Field, Float]),
    form(
        8,
        &[
            Word("HRANDFIELD"),
            Key(Hash),
            Maybe(&[
                Either(&[&[Word("3")], &[Word("-3")], &[Word("0")], &[Word("100")]]),
                Maybe(&[Word("WITHVALUES")]),
            ]),
        ],
    ),
    form(
        10,
        &[
            Word("HSCAN"),
            Key(Hash),
            Word("0"),
            Options(&[
                &[Word("MATCH"), Pattern],
                &[Word("COUNT"), Count],
                &[Word("NOVALUES")],
                &[Word("NOSCORES")],
            ]),
        ],
    ),
    form(10, &[Word("HEXPIRE"), Key(Hash), Seconds, CONDITION, NAMES]),
    form(8, &[Word("HPEXPIRE"), Key(Hash), Millis, CONDITION, NAMES]),
    form(
        8,
        &[Word("HEXPIREAT"), Key(Hash), UnixSeconds, CONDITION, NAMES],
    ),
    form(
        8,
        &[Word("HPEXPIREAT"), Key(Hash), UnixMillis, CONDITION, NAMES],
    ),
    form(8, &[Word("HTTL"), Key(Hash), NAMES]),
    form(8, &[Word("HPTTL"), Key(Hash), NAMES]),
    form(4, &[Word("HEXPIRETIME"), Key(Hash), NAMES]),
    form(4, &[Word("HPEXPIRETIME"), Key(Hash), NAMES]),
    form(6, &[Word("HPERSIST"), Key(Hash), NAMES]),
    form(12, &[Word("HGETEX"), Key(Hash), Options(TIME), NAMES]),
    form(16, &[Word("HSETEX"), Key(Hash), Options(TIME), PAIRS]),
    form(8, &[Word("HGETDEL"), Key(Hash), NAMES]),
];
