//! The classes of keyspace events that `notify-keyspace-events` chooses, one bit each.
//!
//! Only the letters are known here, not when an event arises.

/// A set of event classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Events(u32);

/// Letters in the order in which Valkey prints them, and their bits.
const CLASSES: [(u8, Events); 14] = [
    (b'g', Events::GENERIC),
    (b'$', Events::STRING),
    (b'l', Events::LIST),
    (b's', Events::SET),
    (b'h', Events::HASH),
    (b'z', Events::ZSET),
    (b'x', Events::EXPIRED),
    (b'e', Events::EVICTED),
    (b't', Events::STREAM),
    (b'd', Events::MODULE),
    (b'n', Events::NEW),
    (b'K', Events::KEYSPACE),
    (b'E', Events::KEYEVENT),
    (b'm', Events::KEY_MISS),
];

impl Events {
    pub const GENERIC: Self = Self(1);
    pub const STRING: Self = Self(1 << 1);
    pub const LIST: Self = Self(1 << 2);
    pub const SET: Self = Self(1 << 3);
    pub const HASH: Self = Self(1 << 4);
    pub const ZSET: Self = Self(1 << 5);
    pub const EXPIRED: Self = Self(1 << 6);
    pub const EVICTED: Self = Self(1 << 7);
    pub const STREAM: Self = Self(1 << 8);
    pub const MODULE: Self = Self(1 << 9);
    /// What the letter `A` stands for: all of the above.
    pub const ALL: Self = Self((1 << 10) - 1);
    /// A key that did not exist before.
    pub const NEW: Self = Self(1 << 10);
    /// Publish to `__keyspace@<db>__`.
    pub const KEYSPACE: Self = Self(1 << 11);
    /// Publish to `__keyevent@<db>__`.
    pub const KEYEVENT: Self = Self(1 << 12);
    /// A read of a key that is not there.
    pub const KEY_MISS: Self = Self(1 << 13);

    /// The set that `letters` choose; `None` if one of them stands for nothing.
    pub fn parse(letters: &[u8]) -> Option<Self> {
        let mut set = Self::default();
        for letter in letters {
            if *letter == b'A' {
                set.0 |= Self::ALL.0;
            } else {
                let (_, class) = CLASSES.iter().find(|(known, _)| known == letter)?;
                set.0 |= class.0;
            }
        }
        Some(set)
    }

    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The letters, as Valkey prints them: with `A`, the letter `n` is left out.
    pub fn to_text(self) -> String {
        let all = self.contains(Self::ALL);
        let mut text = String::new();
        if all {
            text.push('A');
        }
        for (letter, class) in CLASSES {
            let covered = all && class.0 <= Self::NEW.0;
            if self.contains(class) && !covered {
                text.push(char::from(letter));
            }
        }
        text
    }
}
