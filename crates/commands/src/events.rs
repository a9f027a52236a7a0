//! Keyspace events: what happened to which key, for those who listen on Valkey's event channels.
//!
//! Nothing is noted while nobody wants it. Never knows channels, nor who listens.

use std::ops::BitOr;

/// A set of classes of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventClass(u16);

impl EventClass {
    pub const GENERIC: Self = Self(1);
    pub const STRING: Self = Self(1 << 1);
    pub const LIST: Self = Self(1 << 2);
    pub const EXPIRED: Self = Self(1 << 3);
    /// A key that was not there before.
    pub const NEW: Self = Self(1 << 4);
    /// A key that was looked for in vain.
    pub const KEY_MISS: Self = Self(1 << 5);
    pub const HASH: Self = Self(1 << 6);
    pub const ZSET: Self = Self(1 << 8);
    pub const SET: Self = Self(1 << 7);
    pub const STREAM: Self = Self(1 << 9);
    /// A key that had to make room.
    pub const EVICTED: Self = Self(1 << 10);
}

impl BitOr for EventClass {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEvent {
    pub db: u32,
    /// As it is published: `set`, `expired`.
    pub name: &'static str,
    pub key: Box<[u8]>,
}

/// The events noted since they were last taken, in the order in which they happened.
#[derive(Debug, Default)]
pub struct KeyEvents {
    wanted: EventClass,
    noted: Vec<KeyEvent>,
}

impl KeyEvents {
    /// Begins and ends noting.
    pub fn set_wanted(&mut self, classes: EventClass) {
        self.wanted = classes;
    }

    #[inline]
    #[must_use]
    pub fn wants(&self, class: EventClass) -> bool {
        self.wanted.0 & class.0 != 0
    }

    /// Notes an event if its class is wanted.
    #[inline]
    pub fn note(&mut self, db: u32, class: EventClass, name: &'static str, key: &[u8]) {
        if self.wants(class) {
            self.keep(db, name, key);
        }
    }

    #[cold]
    fn keep(&mut self, db: u32, name: &'static str, key: &[u8]) {
        self.noted.push(KeyEvent {
            db,
            name,
            key: key.into(),
        });
    }

    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.noted.is_empty()
    }

    #[must_use]
    pub fn take(&mut self) -> Vec<KeyEvent> {
        std::mem::take(&mut self.noted)
    }
}
