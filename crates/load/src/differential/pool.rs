//! What arguments are drawn from: a small pool of keys, so that commands meet, and values and
//! numbers of which many lie at limits. It must never yield a time that passes while a run lasts.

use stdx::rng::Rng;

/// Which keys a command prefers, so that most commands meet the type they want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Text,
    Number,
    List,
    Hash,
    Zset,
    Geo,
    /// Sorted sets whose members all have one score; no other command has their keys.
    Lex,
    Set,
    Stream,
    /// HyperLogLogs; no other command changes their keys, or they would be damaged.
    Counter,
    Any,
}

const TEXT_KEYS: u64 = 12;
const NUMBER_KEYS: u64 = 6;
const LIST_KEYS: u64 = 8;
const HASH_KEYS: u64 = 8;
const ZSET_KEYS: u64 = 8;
const GEO_KEYS: u64 = 5;
const LEX_KEYS: u64 = 3;
const SET_KEYS: u64 = 8;
const STREAM_KEYS: u64 = 6;
const COUNTER_KEYS: u64 = 4;
/// Names of fields that meet.
const FIELDS: u64 = 12;
const ODD_KEYS: [&[u8]; 12] = [
    b"",
    b"\x00\xff\r\n",
    b"{tag}a",
    b"{tag}b",
    b"{tag}c",
    b"{}x",
    b"{tag",
    b"}tag{x}",
    b"key with space",
    b"k*?[a]\\",
    b"$5",
    &[b'L'; 300],
];

/// The largest value, drawn rarely.
const HUGE_BYTES: u64 = 1 << 20;
/// Length of the rare key that exceeds every small buffer.
const LONG_KEY_BYTES: usize = 70_000;

/// Random arguments from a seed.
#[derive(Debug)]
pub struct Pool {
    pub rng: Rng,
    /// The last moment of an entry's id.
    entry_ms: u64,
}

impl Pool {
    pub fn new(seed: u64) -> Self {
        Self {
            rng: Rng::new(seed),
            entry_ms: 1,
        }
    }

    /// True in `share` of `of` cases.
    pub fn chance(&mut self, share: u64, of: u64) -> bool {
        self.rng.below(of) < share
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.rng.below(items.len() as u64) as usize]
    }

    pub fn key(&mut self, family: Family) -> Vec<u8> {
        let family = match self.rng.below(100) {
            _ if matches!(family, Family::Lex | Family::Counter) => family,
            0..7 => return self.odd_key(),
            7..19 => Family::Any,
            _ => family,
        };
        let (prefix, count) = match family {
            Family::Text => ('t', TEXT_KEYS),
            Family::Number => ('n', NUMBER_KEYS),
            Family::List => ('l', LIST_KEYS),
            Family::Hash => ('h', HASH_KEYS),
            Family::Zset => ('z', ZSET_KEYS),
            Family::Geo => ('g', GEO_KEYS),
            Family::Lex => ('x', LEX_KEYS),
            Family::Set => ('s', SET_KEYS),
            Family::Stream => ('m', STREAM_KEYS),
            Family::Counter => ('p', COUNTER_KEYS),
            Family::Any => self.pick(&[
                ('t', TEXT_KEYS),
                ('n', NUMBER_KEYS),
                ('l', LIST_KEYS),
                ('h', HASH_KEYS),
                ('z', ZSET_KEYS),
                ('s', SET_KEYS),
                ('m', STREAM_KEYS),
                ('g', GEO_KEYS),
            ]),
        };
        format!("{prefix}{}", self.rng.below(count)).into_bytes()
    }

    /// The name of a field: one of few, a number, or anything.
    pub fn field(&mut self) -> Vec<u8> {
        match self.rng.below(20) {
            0 => self.value(),
            1..3 => self.rng.below(FIELDS).to_string().into_bytes(),
            _ => format!("f{}", self.rng.below(FIELDS)).into_bytes(),
        }
    }

    /// The id of a new entry, mostly greater than all before. None comes from a clock, since those
    /// of two servers differ.
    pub fn new_entry_id(&mut self) -> Vec<u8> {
        const ODD: [&str; 12] = [
            "0-*",
            "0-0",
            "0",
            "-",
            "+",
            "5-",
            "1-1-1",
            " 7",
            "abc",
            "",
            "18446744073709551615-18446744073709551615",
            "9999999999999999999999",
        ];
        self.entry_ms += [0, 0, 1, 1, 2, 300][self.rng.below(6) as usize];
        match self.rng.below(40) {
            0..20 => format!("{}-*", self.entry_ms).into_bytes(),
            20..36 => {
                self.entry_ms += 1;
                self.entry_ms.to_string().into_bytes()
            }
            36..38 => format!("{}-{}", self.entry_ms, self.rng.below(400)).into_bytes(),
            38 => self.entry_id(),
            _ => self.pick(&ODD).as_bytes().to_vec(),
        }
    }

    /// The id of an entry that was perhaps added, or a bound of a range.
    pub fn entry_id(&mut self) -> Vec<u8> {
        const ODD: [&str; 14] = [
            "-",
            "+",
            "-",
            "+",
            "0",
            "0-0",
            "(0",
            "$",
            ">",
            "(-",
            "18446744073709551615-18446744073709551615",
            "(18446744073709551615-18446744073709551615",
            "x",
            "",
        ];
        let back = [4, 16, 64, 4096][self.rng.below(4) as usize];
        let ms = self.entry_ms.saturating_sub(self.rng.below(back));
        let text = match self.rng.below(40) {
            0..14 => format!("{ms}"),
            14..24 => format!("{ms}-0"),
            24..29 => format!("{ms}-{}", self.rng.below(3)),
            29..32 => format!("({ms}"),
            _ => self.pick(&ODD).to_string(),
        };
        text.into_bytes()
    }

    /// The name of a group.
    pub fn group(&mut self) -> Vec<u8> {
        if self.chance(1, 30) {
            return self.field();
        }
        self.pick(&["g1", "g1", "g2"]).as_bytes().to_vec()
    }

    /// The name of a consumer.
    pub fn consumer(&mut self) -> Vec<u8> {
        if self.chance(1, 30) {
            return self.field();
        }
        format!("c{}", self.rng.below(4)).into_bytes()
    }

    /// Whether a key is of [`Family::Lex`].
    pub fn is_lex(&self, key: &[u8]) -> bool {
        key.first() == Some(&b'x') && key.len() == 2
    }

    fn odd_key(&mut self) -> Vec<u8> {
        if self.chance(1, 400) {
            return vec![b'K'; LONG_KEY_BYTES];
        }
        self.pick(&ODD_KEYS).to_vec()
    }

    pub fn value(&mut self) -> Vec<u8> {
        match self.rng.below(5000) {
            0 if self.chance(1, 4) => {
                let len = self.rng.range(100_000..HUGE_BYTES + 1);
                self.bytes(len)
            }
            0..8 => {
                let len = self.rng.range(8_000..80_000);
                self.bytes(len)
            }
            8..300 => {
                // Where encodings and buffers change.
                let len = self.pick(&[
                    43, 44, 45, 63, 64, 65, 127, 128, 129, 1023, 1024, 1025, 4096, 8190, 8192,
                    16_384,
                ]);
                self.bytes(len)
            }
            300..1500 => self.integer(),
            1500..2000 => self.float(),
            2000..2500 => {
                let len = self.rng.below(64);
                (0..len).map(|_| self.rng.below(256) as u8).collect()
            }
            2500..2600 => Vec::new(),
            _ => {
                let len = self.rng.range(1..12);
                (0..len).map(|_| b'a' + self.rng.below(26) as u8).collect()
            }
        }
    }

    fn bytes(&mut self, len: u64) -> Vec<u8> {
        let start = self.rng.below(26);
        (0..len)
            .map(|at| b'a' + ((start + at) % 26) as u8)
            .collect()
    }

    /// An integer: mostly small and valid, sometimes at a limit, sometimes none at all.
    pub fn integer(&mut self) -> Vec<u8> {
        const EDGES: [&str; 22] = [
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775806",
            "-1",
            "-9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483647",
            "2147483648",
            "-2147483649",
            "4294967296",
            "+5",
            "05",
            "-0",
            "",
            " 5",
            "5 ",
            "1.0",
            "abc",
            "1e3",
            "18446744073709551615",
            "123456789012345678901234567890",
        ];
        match self.rng.below(10) {
            0..6 => signed(self.rng.below(41) as i64 - 20),
            6..8 => signed(self.rng.next_u64() as i64 >> self.rng.below(63)),
            _ => self.pick(&EDGES).as_bytes().to_vec(),
        }
    }

    /// A score: mostly one of few, sometimes at a limit or none.
    pub fn score(&mut self) -> Vec<u8> {
        match self.rng.below(20) {
            0..13 => signed(self.rng.below(11) as i64 - 5),
            13..16 => format!("{}", self.rng.below(4000) as f64 / 16.0 - 100.0).into_bytes(),
            16..19 => self.float(),
            _ => self.integer(),
        }
    }

    pub fn float(&mut self) -> Vec<u8> {
        const FLOATS: [&str; 34] = [
            "0.1",
            "-0.1",
            "1.5",
            "3.0",
            "5",
            "-2.25",
            "1e3",
            "1.5E-3",
            "1e-7",
            "0.30000000000000004",
            "123456789.123456789",
            "99999999999999999999",
            "1e17",
            "1e300",
            "-1e300",
            "1e308",
            "1e-300",
            "-0",
            "0",
            ".5",
            "5.",
            "nan",
            "inf",
            "-inf",
            "+inf",
            "Infinity",
            "0x1p3",
            "1e400",
            "abc",
            "",
            " 1.5",
            "1.5 ",
            "1,5",
            "3.14159265358979323846",
        ];
        self.pick(&FLOATS).as_bytes().to_vec()
    }

    /// Seconds to live: far away, or not positive, or impossible.
    pub fn seconds(&mut self) -> Vec<u8> {
        const EDGES: [&str; 10] = [
            "0",
            "-1",
            "-9223372036854775808",
            "9223372036854775807",
            "9223372036854775",
            "abc",
            "1.5",
            "",
            "9223372036854775808",
            "-100",
        ];
        self.far_or(&EDGES, 1_000, 1_000_000)
    }

    /// Milliseconds to live, as [`Pool::seconds`].
    pub fn millis(&mut self) -> Vec<u8> {
        const EDGES: [&str; 9] = [
            "0",
            "-1",
            "-9223372036854775808",
            "9223372036854775807",
            "abc",
            "1.5",
            "",
            "9223372036854775808",
            "-100000",
        ];
        self.far_or(&EDGES, 1_000_000, 1_000_000_000)
    }

    /// A moment in unix seconds: decades away or long past.
    pub fn unix_seconds(&mut self) -> Vec<u8> {
        const EDGES: [&str; 10] = [
            "0",
            "1",
            "-1",
            "1000000000",
            "9223372036854775807",
            "9223372036854775",
            "abc",
            "",
            "4102444800",
            "4102444801",
        ];
        self.far_or(&EDGES, 4_000_000_000, 9_000_000_000)
    }

    /// A moment in unix milliseconds, as [`Pool::unix_seconds`].
    pub fn unix_millis(&mut self) -> Vec<u8> {
        const EDGES: [&str; 9] = [
            "0",
            "1",
            "-1",
            "1000000000000",
            "9223372036854775807",
            "abc",
            "",
            "4102444800000",
            "4102444800001",
        ];
        self.far_or(&EDGES, 4_000_000_000_000, 9_000_000_000_000)
    }

    fn far_or(&mut self, edges: &[&str], low: u64, high: u64) -> Vec<u8> {
        if self.chance(1, 4) {
            self.pick(edges).as_bytes().to_vec()
        } else {
            self.rng.range(low..high).to_string().into_bytes()
        }
    }

    /// A place in a list or string.
    pub fn index(&mut self) -> Vec<u8> {
        match self.rng.below(10) {
            0..8 => signed(self.rng.below(24) as i64 - 8),
            8 => signed(self.rng.below(2_000) as i64 - 1_000),
            _ => self.integer(),
        }
    }

    /// How many to take.
    pub fn count(&mut self) -> Vec<u8> {
        match self.rng.below(10) {
            0..8 => signed(self.rng.below(6) as i64),
            8 => signed(self.rng.below(1_000) as i64 - 10),
            _ => self.integer(),
        }
    }

    /// An offset for SETRANGE, never one that builds a giant string.
    pub fn offset(&mut self) -> Vec<u8> {
        const EDGES: [&str; 8] = [
            "536870912",
            "9223372036854775807",
            "-1",
            "abc",
            "",
            "4294967296",
            "536870913",
            "1.5",
        ];
        match self.rng.below(100) {
            0..85 => self.rng.below(100).to_string().into_bytes(),
            85..90 => self.rng.below(10_000).to_string().into_bytes(),
            90 if self.chance(1, 20) => self.rng.below(200_000).to_string().into_bytes(),
            _ => self.pick(&EDGES).as_bytes().to_vec(),
        }
    }

    pub fn database(&mut self) -> Vec<u8> {
        const ODD: [&str; 8] = [
            "15",
            "16",
            "-1",
            "abc",
            "",
            "99999999999999999999",
            "4",
            "1.0",
        ];
        match self.rng.below(20) {
            0..9 => b"0".to_vec(),
            9..18 => self.rng.below(4).to_string().into_bytes(),
            _ => self.pick(&ODD).as_bytes().to_vec(),
        }
    }

    /// Seconds that a blocking command may wait: for ever or for very long.
    pub fn patience(&mut self) -> Vec<u8> {
        const ODD: [&str; 12] = [
            "-1",
            "abc",
            "",
            "nan",
            "inf",
            "1e400",
            "-0.1",
            "9223372036854775807",
            "1e18",
            " 5",
            "9223372036854776",
            "5000.5x",
        ];
        match self.rng.below(10) {
            0..6 => b"0".to_vec(),
            6..8 => b"5000".to_vec(),
            8 => b"4000.25".to_vec(),
            _ => self.pick(&ODD).as_bytes().to_vec(),
        }
    }

    pub fn pattern(&mut self) -> Vec<u8> {
        const PATTERNS: [&[u8]; 18] = [
            b"*", b"t*", b"l?", b"[tl]*", b"*[0-9]", b"{*", b"\\*", b"", b"[^t]*", b"nomatch",
            b"*1*", b"t[0-", b"T*", b"n[5-1]", b"**", b"*\xff*", b"\\", b"t1",
        ];
        self.pick(&PATTERNS).to_vec()
    }

    pub fn channel(&mut self) -> Vec<u8> {
        const CHANNELS: [&[u8]; 9] = [
            b"ch0",
            b"ch1",
            b"ch2",
            b"ch3",
            b"news.a",
            b"news.b",
            b"",
            b"\x00\xff",
            b"{tag}ch",
        ];
        self.pick(&CHANNELS).to_vec()
    }

    pub fn channel_pattern(&mut self) -> Vec<u8> {
        const PATTERNS: [&[u8]; 7] = [b"ch*", b"news.?", b"*", b"c[h]0", b"ch1", b"", b"[^c]*"];
        self.pick(&PATTERNS).to_vec()
    }

    /// Something that belongs nowhere. No positive number: it could become a time.
    pub fn junk(&mut self) -> Vec<u8> {
        const JUNK: [&[u8]; 20] = [
            b"",
            b"junk",
            b"-1",
            b"0",
            b"9223372036854775808",
            b"nan",
            b" ",
            b"0x10",
            b"NX",
            b"xx",
            b"EX",
            b"KEEPTTL",
            b"LEFT",
            b"COUNT",
            b"MATCH",
            b"\x00\xff",
            b"*",
            b"get",
            b"a\r\nb",
            b"DB",
        ];
        self.pick(&JUNK).to_vec()
    }
}

fn signed(number: i64) -> Vec<u8> {
    number.to_string().into_bytes()
}
