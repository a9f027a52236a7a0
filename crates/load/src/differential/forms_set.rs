//! Forms of the commands on sets. SPOP takes nothing or everything: what it takes otherwise is
//! random, and the servers would no longer hold the same.

use super::grammar::Atom::{
    Count, Either, Field, Integer, Key, Maybe, Options, Pattern, Repeat, Value, Word,
};
use super::grammar::{Atom, Form};
use super::pool::Family::{Any, Set};

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const MEMBER: Atom = Either(&[&[Field], &[Field], &[Integer], &[Count]]);
const SOURCES: Atom = Repeat(1, 3, &[Key(Set)]);

/// Sets.
pub const SETS: &[Form] = &[
    form(40, &[Word("SADD"), Key(Set), Repeat(1, 4, &[MEMBER])]),
    form(12, &[Word("SADD"), Key(Set), Repeat(1, 6, &[Count])]),
    form(4, &[Word("SADD"), Key(Set), Repeat(1, 3, &[Value])]),
    form(20, &[Word("SREM"), Key(Set), Repeat(1, 4, &[MEMBER])]),
    form(10, &[Word("SCARD"), Key(Set)]),
    form(10, &[Word("SISMEMBER"), Key(Set), MEMBER]),
    form(8, &[Word("SMISMEMBER"), Key(Set), Repeat(1, 4, &[MEMBER])]),
    form(10, &[Word("SMEMBERS"), Key(Set)]),
    form(16, &[Word("SMOVE"), Key(Set), Key(Set), MEMBER]),
    form(
        4,
        &[
            Word("SPOP"),
            Key(Set),
            Either(&[
                &[Word("1000000")],
                &[Word("1000000")],
                &[Word("0")],
                &[Word("-1")],
                &[Word("x")],
                &[Word("1"), Word("2")],
            ]),
        ],
    ),
    form(
        8,
        &[
            Word("SRANDMEMBER"),
            Key(Set),
            Maybe(&[Either(&[
                &[Word("3")],
                &[Word("-3")],
                &[Word("0")],
                &[Word("100")],
                &[Word("x")],
            ])]),
        ],
    ),
    form(
        10,
        &[
            Word("SSCAN"),
            Key(Set),
            Word("0"),
            Options(&[
                &[Word("MATCH"), Pattern],
                &[Word("COUNT"), Count],
                &[Word("NOVALUES")],
                &[Word("NOSCORES")],
            ]),
        ],
    ),
    form(12, &[Word("SINTER"), SOURCES]),
    form(12, &[Word("SUNION"), SOURCES]),
    form(12, &[Word("SDIFF"), SOURCES]),
    form(12, &[Word("SINTERSTORE"), Key(Set), SOURCES]),
    form(12, &[Word("SUNIONSTORE"), Key(Set), SOURCES]),
    form(12, &[Word("SDIFFSTORE"), Key(Set), SOURCES]),
    form(3, &[Word("SUNION"), Repeat(1, 3, &[Key(Any)])]),
    form(
        10,
        &[
            Word("SINTERCARD"),
            Either(&[
                &[Word("1"), Key(Set)],
                &[Word("2"), Key(Set), Key(Set)],
                &[Count, SOURCES],
            ]),
            Options(&[&[Word("LIMIT"), Count]]),
        ],
    ),
];
