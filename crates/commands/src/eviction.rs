//! Which keys make room first: the orders that `maxmemory-policy` names.
//!
//! Never removes anything, and never knows how much room is wanted.

use keyspace::{EntryRef, Table};
use stdx::rng::Rng;

use crate::access;
use crate::context::BodySettings;
use crate::effects::Effects;
use crate::events::EventClass;
use crate::keys::removal_by_eviction;

/// In which order keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Those not used for longest.
    Idle,
    /// Those used least often.
    Seldom,
    /// Any.
    Random,
    /// Those that would expire next.
    Due,
}

/// A `maxmemory-policy` by which keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvictionPolicy {
    order: Order,
    /// Only keys with an expiry time may go.
    pub volatile_only: bool,
}

impl EvictionPolicy {
    /// The policy of this name; None if by it nothing goes.
    pub fn named(name: &str) -> Option<Self> {
        let (keys, order) = name.split_once('-')?;
        let order = match order {
            "lru" => Order::Idle,
            "lfu" => Order::Seldom,
            "random" => Order::Random,
            "ttl" => Order::Due,
            _ => return None,
        };
        Some(Self {
            order,
            volatile_only: keys == "volatile",
        })
    }

    /// How soon an entry is to go: the greatest first. None if it may not.
    #[inline]
    pub fn rank(
        self,
        (table, entry): (&Table, EntryRef),
        now_ms: i64,
        settings: &BodySettings,
        rng: &mut Rng,
    ) -> Option<u64> {
        let expire_at_ms = match self.volatile_only {
            true => Some(table.expire_at_ms(entry)?),
            false => None,
        };
        let rank = match self.order {
            Order::Idle => access::idle_seconds(table.lru_field(entry), now_ms).unsigned_abs(),
            Order::Seldom => access::disuse(table.lru_field(entry), now_ms, settings),
            Order::Random => rng.next_u64(),
            Order::Due => {
                let at_ms = expire_at_ms.or_else(|| table.expire_at_ms(entry))?;
                // Ascending as numbers without a sign, then the other way round.
                !((at_ms as u64) ^ (1 << 63))
            }
        };
        Some(rank)
    }
}

/// Notes that a key had to make room: event and effect.
pub fn note_evicted(effects: &mut Effects, settings: &BodySettings, db: u32, key: &[u8]) {
    effects.events.note(db, EventClass::EVICTED, "evicted", key);
    effects.command(db, &[removal_by_eviction(settings), key]);
}

#[cfg(test)]
mod tests {
    use keyspace::{Expire, NewValue};
    use stdx::hash::KeyHasher;

    use super::*;

    /// Keys of a table in the order in which they go: name, when it was last used in seconds, how
    /// often, and when it expires.
    fn order_of(policy: &str, keys: &[(&[u8], u32, Option<i64>)]) -> Vec<Vec<u8>> {
        const NOW_MS: i64 = 1_000_000;
        let policy = EvictionPolicy::named(policy).expect("a policy");
        let mut table = Table::new(KeyHasher::with_seed([1, 2]));
        for (key, field, expire_at_ms) in keys {
            let expire = expire_at_ms.map_or(Expire::None, Expire::At);
            let hash = table.hash(key);
            let entry = table.set(key, hash, NewValue::Bytes(b"v"), expire);
            table.set_lru_field(entry, *field);
        }
        let (settings, mut rng) = (BodySettings::default(), Rng::new(1));
        let mut ranked = Vec::new();
        table.scan(0, usize::MAX, &mut |entry| {
            if let Some(rank) = policy.rank((&table, entry), NOW_MS, &settings, &mut rng) {
                ranked.push((rank, table.key(entry).to_vec()));
            }
        });
        ranked.sort();
        ranked.into_iter().rev().map(|(_, key)| key).collect()
    }

    #[test]
    fn each_policy_has_its_order() {
        let keys: [(&[u8], u32, Option<i64>); 4] = [
            (b"new", 990, None),
            (b"old", 10, Some(2_000_000)),
            (b"older", 5, None),
            (b"soon", 995, Some(1_000_001)),
        ];
        assert_eq!(
            order_of("allkeys-lru", &keys),
            [&b"older"[..], b"old", b"new", b"soon"]
        );
        assert_eq!(order_of("volatile-lru", &keys), [&b"old"[..], b"soon"]);
        assert_eq!(order_of("volatile-ttl", &keys), [&b"soon"[..], b"old"]);
        assert_eq!(order_of("allkeys-random", &keys).len(), 4);
        assert_eq!(order_of("volatile-random", &keys).len(), 2);
        assert_eq!(EvictionPolicy::named("noeviction"), None);
    }

    #[test]
    fn counters_are_compared_as_time_has_left_them() {
        // 16 minutes have passed: the first counter has fallen from 20 to 4.
        let (then, now) = (0 << 8, 16 << 8);
        let keys: [(&[u8], u32, Option<i64>); 3] = [
            (b"was-often", then | 20, None),
            (b"seldom", now | 5, None),
            (b"often", now | 9, Some(5)),
        ];
        assert_eq!(
            order_of("allkeys-lfu", &keys),
            [&b"was-often"[..], b"seldom", b"often"]
        );
        assert_eq!(order_of("volatile-lfu", &keys), [b"often"]);
    }
}
