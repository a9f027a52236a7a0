//! Forms of the commands on places.

use super::grammar::Atom::{Count, Either, Field, Key, Options, Repeat, Score, Word};
use super::grammar::{Atom, Form};
use super::pool::Family::Geo;

const fn form(weight: u32, atoms: &'static [Atom]) -> Form {
    Form { weight, atoms }
}

const LONGITUDE: Atom = Either(&[
    &[Word("13.361389")],
    &[Word("15.087269")],
    &[Word("-179.99")],
    &[Word("180")],
    &[Word("14")],
    &[Score],
]);
const LATITUDE: Atom = Either(&[
    &[Word("38.115556")],
    &[Word("37.502669")],
    &[Word("-85")],
    &[Word("38")],
    &[Word("0.5")],
    &[Score],
]);
/// Corners of polygons whose middle is far from the poles: near them the reference looks anywhere.
const EAST: Atom = Either(&[
    &[Word("13.361389")],
    &[Word("15.087269")],
    &[Word("-20.5")],
    &[Word("50")],
    &[Word("14")],
]);
const NORTH: Atom = Either(&[
    &[Word("38.115556")],
    &[Word("37.502669")],
    &[Word("-60")],
    &[Word("38")],
    &[Word("0.5")],
]);
const UNIT: Atom = Either(&[
    &[Word("m")],
    &[Word("km")],
    &[Word("km")],
    &[Word("ft")],
    &[Word("mi")],
    &[Word("yd")],
]);
const SIZE: Atom = Either(&[
    &[Word("200")],
    &[Word("5000")],
    &[Word("0.5")],
    &[Word("20000")],
    &[Score],
]);
const FROM: Atom = Either(&[
    &[Word("FROMLONLAT"), LONGITUDE, LATITUDE],
    &[Word("FROMLONLAT"), LONGITUDE, LATITUDE],
    &[Word("FROMMEMBER"), Field],
]);
const SHAPE: Atom = Either(&[
    &[FROM, Word("BYRADIUS"), SIZE, UNIT],
    &[Word("BYRADIUS"), SIZE, UNIT, FROM],
    &[FROM, Word("BYBOX"), SIZE, SIZE, UNIT],
    &[
        Word("BYPOLYGON"),
        Either(&[&[Word("3")], &[Word("3")], &[Count]]),
        EAST,
        NORTH,
        EAST,
        NORTH,
        EAST,
        NORTH,
    ],
]);
const SHOWN: Atom = Options(&[
    &[Word("WITHDIST")],
    &[Word("WITHCOORD")],
    &[Word("WITHHASH")],
    &[Word("ASC")],
    &[Word("DESC")],
    // Which of several places at one distance are left out is told by their distance alone.
    &[Word("COUNT"), Count, Word("WITHDIST")],
    &[Word("COUNT"), Count, Word("ANY")],
]);
const STORED: &[&[Atom]] = &[
    &[Word("ASC")],
    &[Word("WITHDIST")],
    &[Word("STOREDIST")],
    &[Word("COUNT"), Count, Word("ANY")],
];
const TO: Atom = Options(&[
    &[Word("STORE"), Key(Geo)],
    &[Word("STOREDIST"), Key(Geo)],
    &[Word("WITHDIST")],
    &[Word("ASC")],
]);

/// Places.
pub const PLACES: &[Form] = &[
    form(
        30,
        &[
            Word("GEOADD"),
            Key(Geo),
            Repeat(1, 3, &[LONGITUDE, LATITUDE, Field]),
        ],
    ),
    form(
        8,
        &[
            Word("GEOADD"),
            Key(Geo),
            Options(&[&[Word("NX")], &[Word("XX")], &[Word("CH")]]),
            LONGITUDE,
            LATITUDE,
            Field,
        ],
    ),
    form(8, &[Word("GEOPOS"), Key(Geo), Repeat(0, 3, &[Field])]),
    form(8, &[Word("GEOHASH"), Key(Geo), Repeat(0, 3, &[Field])]),
    form(
        8,
        &[Word("GEODIST"), Key(Geo), Field, Field, Options(&[&[UNIT]])],
    ),
    form(20, &[Word("GEOSEARCH"), Key(Geo), SHAPE, SHOWN]),
    form(
        8,
        &[
            Word("GEOSEARCHSTORE"),
            Key(Geo),
            Key(Geo),
            SHAPE,
            Options(STORED),
        ],
    ),
    form(
        6,
        &[
            Word("GEORADIUS"),
            Key(Geo),
            LONGITUDE,
            LATITUDE,
            SIZE,
            UNIT,
            TO,
        ],
    ),
    form(
        4,
        &[
            Word("GEORADIUS_RO"),
            Key(Geo),
            LONGITUDE,
            LATITUDE,
            SIZE,
            UNIT,
            SHOWN,
        ],
    ),
    form(
        6,
        &[Word("GEORADIUSBYMEMBER"), Key(Geo), Field, SIZE, UNIT, TO],
    ),
    form(
        4,
        &[
            Word("GEORADIUSBYMEMBER_RO"),
            Key(Geo),
            Field,
            SIZE,
            UNIT,
            SHOWN,
        ],
    ),
];
