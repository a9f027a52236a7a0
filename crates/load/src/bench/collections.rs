//! Servers full of collections, for what they cost in resident memory. It must never measure time.

use std::io;
use std::time::Duration;

use crate::link::Link;
use crate::process::Server;
use crate::wire::push_command;

/// Elements of each small collection.
const ELEMENTS: u64 = 10;
/// Requests in flight while loading.
const BATCH: u64 = 500;
/// How long one reply may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a server is filled with, so many of them or, of the large ones, so many elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Sets of small integers.
    IntegerSets,
    /// Sets of strings of 14 bytes.
    Sets,
    /// Lists of strings of 12 bytes.
    Lists,
    /// The same, one element at a time.
    GrownLists,
    /// Sorted sets of members of 12 bytes.
    SortedSets,
    /// Hashes of fields of 6 bytes with values of 12.
    Hashes,
    /// The same, each field with an expire time.
    ExpiringHashes,
    /// One sorted set.
    LargeSortedSet,
    /// One hash.
    LargeHash,
    /// One stream, a field of 5 bytes and a value of 12 in each entry.
    LargeStream,
}

impl Collection {
    /// All of them, small ones first.
    pub const ALL: [(Self, u64); 10] = [
        (Self::IntegerSets, 1_000_000),
        (Self::Sets, 1_000_000),
        (Self::Lists, 1_000_000),
        (Self::GrownLists, 1_000_000),
        (Self::SortedSets, 1_000_000),
        (Self::Hashes, 1_000_000),
        (Self::ExpiringHashes, 1_000_000),
        (Self::LargeSortedSet, 10_000_000),
        (Self::LargeHash, 10_000_000),
        (Self::LargeStream, 1_000_000),
    ];

    /// In words, after a number.
    pub fn name(self) -> &'static str {
        match self {
            Self::IntegerSets => "sets of 10 integers",
            Self::Sets => "sets of 10 strings",
            Self::Lists => "lists of 10",
            Self::GrownLists => "lists grown to 10",
            Self::SortedSets => "sorted sets of 10",
            Self::Hashes => "hashes of 10 fields",
            Self::ExpiringHashes => "hashes of 10 fields that expire",
            Self::LargeSortedSet => "elements of one sorted set",
            Self::LargeHash => "fields of one hash",
            Self::LargeStream => "entries of one stream",
        }
    }

    /// The commands that make one of them.
    fn push(self, out: &mut Vec<u8>, number: u64) -> u64 {
        let key = format!("key:{number:08}");
        let value = |element: u64| format!("v:{:06}:{element:03}", number % 1_000_000);
        let mut words: Vec<String> = match self {
            Self::IntegerSets | Self::Sets => vec!["SADD".into(), key.clone()],
            Self::Lists | Self::GrownLists => vec!["RPUSH".into(), key.clone()],
            Self::SortedSets => vec!["ZADD".into(), key.clone()],
            Self::Hashes => vec!["HSET".into(), key.clone()],
            Self::ExpiringHashes => {
                let words = ["HSETEX", &key, "EX", "100000", "FIELDS", "10"];
                words.map(String::from).to_vec()
            }
            Self::LargeSortedSet => vec![
                "ZADD".into(),
                "sorted".into(),
                (number * 2_654_435_761 % 10_000_000).to_string(),
                format!("mem:{number:08}"),
            ],
            Self::LargeHash => vec![
                "HSET".into(),
                "hash".into(),
                format!("mem:{number:08}"),
                format!("v:{number:08}"),
            ],
            Self::LargeStream => {
                vec![
                    "XADD".into(),
                    "stream".into(),
                    "*".into(),
                    "field".into(),
                    value(0),
                ]
            }
        };
        for element in 0..ELEMENTS {
            match self {
                Self::IntegerSets => words.push(((number + element) % 30_000).to_string()),
                Self::Sets => words.push(format!("mem:{:06}:{element:03}", number % 1_000_000)),
                Self::Lists => words.push(value(element)),
                Self::GrownLists => push_command(out, &["RPUSH", &key, &value(element)]),
                Self::SortedSets => {
                    words.extend([(number % 1000 + element).to_string(), value(element)]);
                }
                Self::Hashes | Self::ExpiringHashes => {
                    words.extend([format!("field{element}"), value(element)]);
                }
                Self::LargeSortedSet | Self::LargeHash | Self::LargeStream => {}
            }
        }
        if self == Self::GrownLists {
            return ELEMENTS;
        }
        push_command(out, &words);
        1
    }

    /// Makes `count` of them.
    pub fn fill(self, server: &Server, count: u64) -> io::Result<()> {
        let mut link = Link::connect(server.addr())?;
        let mut next = 0;
        while next < count {
            let end = (next + BATCH).min(count);
            let mut batch = Vec::new();
            let replies: u64 = (next..end)
                .map(|number| self.push(&mut batch, number))
                .sum();
            link.ask_all(&batch, replies, PATIENCE)?;
            next = end;
        }
        Ok(())
    }
}
