//! Forms of SORT and SORT_RO. By the texts of other keys they neither cut nor store: elements
//! whose weights are equal come in no particular order.

use super::grammar::Atom::{Count, Either, Index, Key, Maybe, Options, Word};
use super::grammar::{Atom, Form};
use super::pool::Family::{Any, List, Set, Zset};

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const SOURCE: Atom = Either(&[
    &[Key(List)],
    &[Key(List)],
    &[Key(Set)],
    &[Key(Zset)],
    &[Key(Any)],
]);
const SORTS: Atom = Either(&[&[Word("SORT")], &[Word("SORT_RO")]]);
const LIMIT: &[Atom] = &[Word("LIMIT"), Index, Count];
const SHOWN: Atom = Either(&[
    &[Word("#")],
    &[Word("t*")],
    &[Word("n*")],
    &[Word("h*->f1")],
    &[Word("h1->*")],
    &[Word("nosuch*")],
    &[Word("*")],
    &[Word("h*->")],
    &[Word("")],
]);
const GET: &[Atom] = &[Word("GET"), SHOWN];
const NUMBERED: Atom = Either(&[
    &[Word("n*")],
    &[Word("nosuch*")],
    &[Word("h*->f2")],
    &[Word("t*")],
]);

/// Sorting.
pub const SORTING: &[Form] = &[
    form(
        6,
        &[
            SORTS,
            SOURCE,
            Options(&[
                LIMIT,
                GET,
                GET,
                &[Word("ASC")],
                &[Word("DESC")],
                &[Word("BY"), NUMBERED],
                &[Word("BY")],
                &[Word("JUNK")],
            ]),
        ],
    ),
    form(
        8,
        &[
            SORTS,
            SOURCE,
            Word("ALPHA"),
            Options(&[LIMIT, GET, &[Word("DESC")], &[Word("ALPHA")]]),
        ],
    ),
    form(
        6,
        &[
            Word("SORT"),
            SOURCE,
            Word("ALPHA"),
            Options(&[LIMIT, GET, &[Word("DESC")]]),
            Word("STORE"),
            Either(&[&[Key(List)], &[Key(List)], &[Key(Any)]]),
        ],
    ),
    form(
        5,
        &[
            Word("SORT"),
            SOURCE,
            Options(&[LIMIT, GET, &[Word("DESC")], &[Word("BY"), NUMBERED]]),
            Word("STORE"),
            Key(List),
        ],
    ),
    form(
        5,
        &[
            SORTS,
            SOURCE,
            Word("BY"),
            Word("nosort"),
            Options(&[LIMIT, GET, &[Word("DESC")]]),
        ],
    ),
    form(
        3,
        &[
            Word("SORT"),
            SOURCE,
            Word("BY"),
            Word("nosort"),
            Options(&[LIMIT, GET, &[Word("DESC")]]),
            Word("STORE"),
            Key(List),
        ],
    ),
    form(
        4,
        &[
            SORTS,
            SOURCE,
            Word("ALPHA"),
            Word("BY"),
            Either(&[&[Word("t*")], &[Word("h*->f1")], &[Word("nosuch*->x")]]),
            Maybe(&[Word("DESC")]),
        ],
    ),
];
