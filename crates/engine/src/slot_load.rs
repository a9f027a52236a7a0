//! What each slot costs its core: requests, time, bytes. The counters lie in arrays of the core,
//! not in the slots, because an empty slot is no object, and because one line of memory then counts
//! for sixteen slots; on a hand-off they go along.
//!
//! Counting a request is one addition. Time is taken of requests whose time depends on what they
//! find (LRANGE, say): that is charged to their slot. The others are taken to cost what short
//! commands cost on this core on the average. With `cluster-slot-stats-enabled`, every request is
//! timed and its bytes are counted.
//!
//! Must never decide anything.

use keyspace::SlotView;
use resp::Args;
use stdx::slot::SLOTS;

use crate::core::Core;

/// Counters of one slot since the start, or since CONFIG RESETSTAT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SlotUsage {
    /// Time in bodies of all requests, in nanoseconds; counted with slot statistics only.
    pub(crate) cpu_ns: u64,
    /// Bytes of requests and of replies; counted with slot statistics only.
    pub(crate) input_bytes: u64,
    pub(crate) output_bytes: u64,
}

/// What a slot has cost of late, per second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SlotRate {
    pub(crate) operations: u32,
    /// Nanoseconds in bodies, as far as it is known.
    pub(crate) ns: u32,
}

/// What one request has cost, to be put to the account of its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Charge {
    /// Time in the body, in nanoseconds.
    pub(crate) ns: u64,
    /// Its time is not that of a short command.
    pub(crate) dear: bool,
    /// Bytes of the request and of its reply, if slots have statistics.
    pub(crate) bytes: Option<(u64, u64)>,
}

/// What of this a slot takes along.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SlotAccount {
    operations: u32,
    usage: SlotUsage,
    dear_ns: u64,
    rate: SlotRate,
}

/// The accounts of all slots, of which those matter that the core owns.
pub(crate) struct SlotLoads {
    /// Requests since the last look.
    operations: Box<[u32; SLOTS]>,
    /// Empty until something is counted.
    usage: Vec<SlotUsage>,
    /// Time in dear bodies since the last look, in nanoseconds; empty until there was one.
    dear_ns: Vec<u64>,
    /// Empty until there was a look at something.
    rates: Vec<SlotRate>,
    /// When the last look was, in unix milliseconds.
    looked_ms: i64,
}

impl SlotLoads {
    pub(crate) fn new(now_ms: i64) -> Self {
        Self {
            operations: Box::new([0; SLOTS]),
            usage: Vec::new(),
            dear_ns: Vec::new(),
            rates: Vec::new(),
            looked_ms: now_ms,
        }
    }

    /// Counts a request.
    #[inline(always)]
    pub(crate) fn count(&mut self, slot: u16) {
        let operations = &mut self.operations[usize::from(slot) % SLOTS];
        *operations = operations.wrapping_add(1);
    }

    /// Puts a request's cost to the account of a slot.
    #[cold]
    pub(crate) fn charge(&mut self, slot: u16, charge: Charge) {
        if charge.dear {
            let dear_ns = &mut filled(&mut self.dear_ns)[usize::from(slot) % SLOTS];
            *dear_ns = dear_ns.saturating_add(charge.ns);
        }
        if let Some((input, output)) = charge.bytes {
            let usage = self.usage_mut(slot);
            usage.cpu_ns = usage.cpu_ns.saturating_add(charge.ns);
            usage.input_bytes = usage.input_bytes.saturating_add(input);
            usage.output_bytes = usage.output_bytes.saturating_add(output);
        }
    }

    fn usage_mut(&mut self, slot: u16) -> &mut SlotUsage {
        &mut filled(&mut self.usage)[usize::from(slot) % SLOTS]
    }

    /// The counters of a slot.
    pub(crate) fn usage(&self, slot: u16) -> SlotUsage {
        let usage = self.usage.get(usize::from(slot) % SLOTS);
        usage.copied().unwrap_or_default()
    }

    /// What a slot has cost of late.
    pub(crate) fn rate(&self, slot: u16) -> SlotRate {
        let rate = self.rates.get(usize::from(slot) % SLOTS);
        rate.copied().unwrap_or_default()
    }

    /// CONFIG RESETSTAT: what was counted so far is forgotten; rates stay.
    pub(crate) fn reset(&mut self) {
        self.usage.fill(SlotUsage::default());
    }

    /// The account of a slot that leaves; nothing of it stays.
    pub(crate) fn take(&mut self, slot: u16) -> SlotAccount {
        let place = usize::from(slot) % SLOTS;
        SlotAccount {
            operations: std::mem::take(&mut self.operations[place]),
            usage: taken(&mut self.usage, place),
            dear_ns: taken(&mut self.dear_ns, place),
            rate: taken(&mut self.rates, place),
        }
    }

    /// The account of a slot that has come.
    pub(crate) fn put(&mut self, slot: u16, account: SlotAccount) {
        let place = usize::from(slot) % SLOTS;
        self.operations[place] = account.operations;
        if account.usage != SlotUsage::default() || !self.usage.is_empty() {
            *self.usage_mut(slot) = account.usage;
        }
        if account.dear_ns != 0 || !self.dear_ns.is_empty() {
            filled(&mut self.dear_ns)[place] = account.dear_ns;
        }
        if account.rate != SlotRate::default() || !self.rates.is_empty() {
            filled(&mut self.rates)[place] = account.rate;
        }
    }

    /// Looks at what was counted since the last time and brings the rates up to date: each look
    /// counts for half. A request of a short command cost `short_ns`.
    pub(crate) fn look(&mut self, now_ms: i64, short_ns: u64) {
        let passed_ms = u64::try_from(now_ms - self.looked_ms).unwrap_or(0);
        let is_idle = self.rates.is_empty() && self.operations.iter().all(|&count| count == 0);
        if passed_ms == 0 {
            return;
        }
        self.looked_ms = now_ms;
        if is_idle {
            return;
        }
        let short_ns = short_ns.max(1);
        let rates = filled(&mut self.rates);
        for (place, (count, rate)) in self.operations.iter_mut().zip(rates).enumerate() {
            if *count == 0 && *rate == SlotRate::default() {
                continue;
            }
            let count = u64::from(std::mem::take(count));
            let dear_ns = taken(&mut self.dear_ns, place);
            let ns = dear_ns.saturating_add(count.saturating_mul(short_ns));
            let mix = |old: u32, new: u64| {
                let per_second = new.saturating_mul(1000) / passed_ms;
                let mixed = u64::from(old).saturating_add(per_second) / 2;
                u32::try_from(mixed).unwrap_or(u32::MAX)
            };
            *rate = SlotRate {
                operations: mix(rate.operations, count),
                ns: mix(rate.ns, ns),
            };
        }
    }

    /// The slots with the highest rates, the highest first; equal ones by number. And the rate of
    /// all slots together, in nanoseconds per second.
    pub(crate) fn hottest(&self, count_max: usize) -> (Vec<(u16, SlotRate)>, u64) {
        let rates = self.rates.iter().enumerate();
        let busy = rates.filter(|(_, rate)| rate.ns > 0);
        let mut slots: Vec<(u16, SlotRate)> =
            busy.map(|(slot, &rate)| (slot as u16, rate)).collect();
        let total = slots.iter().map(|(_, rate)| u64::from(rate.ns)).sum();
        let key = |(slot, rate): &(u16, SlotRate)| (std::cmp::Reverse(rate.ns), *slot);
        if slots.len() > count_max && count_max > 0 {
            slots.select_nth_unstable_by_key(count_max - 1, key);
        }
        slots.truncate(count_max);
        slots.sort_unstable_by_key(key);
        (slots, total)
    }
}

/// The accounts of all slots, made if there are none yet.
fn filled<T: Clone + Default>(accounts: &mut Vec<T>) -> &mut [T] {
    if accounts.is_empty() {
        *accounts = vec![T::default(); SLOTS];
    }
    accounts
}

fn taken<T: Default>(accounts: &mut [T], place: usize) -> T {
    accounts
        .get_mut(place)
        .map(std::mem::take)
        .unwrap_or_default()
}

impl Core {
    /// The slot bears what the last body has cost.
    #[cold]
    pub(crate) fn charge(&mut self, slot: u16) {
        if let Some(charge) = self.bodies.charge.take() {
            self.loads.charge(slot, charge);
        }
    }

    /// As `charge`, for a body over several slots: the first one of this core's bears it.
    pub(crate) fn charge_one_of(&mut self, view: &SlotView<'_>) {
        let owned = |slot: &u16| self.directory.owns(*slot);
        let slot = match view {
            SlotView::One(slot) => Some(slot.number()),
            SlotView::Many(slots) => slots.iter().map(|slot| slot.number()).find(owned),
            SlotView::Whole(_) => None,
        };
        match slot {
            Some(slot) => self.charge(slot),
            None => self.bodies.charge = None,
        }
    }

    /// As `charge_one_of`, for a command of a transaction. As on Valkey, it bears the bytes of all
    /// that the transaction has replied so far.
    pub(crate) fn charge_in_exec(&mut self, view: &SlotView<'_>) {
        let bodies = &mut self.bodies;
        if let Some(Charge {
            bytes: Some((_, output)),
            ..
        }) = &mut bodies.charge
        {
            bodies.exec_bytes += *output;
            *output = bodies.exec_bytes;
        }
        self.charge_one_of(view);
    }

    /// The transaction has been executed: its slot bears what MULTI and EXEC weigh, and the reply.
    pub(crate) fn charge_exec(&mut self, view: &SlotView<'_>) {
        if self.bodies.slot_stats {
            self.bodies.charge = Some(Charge {
                ns: 0,
                dear: false,
                bytes: Some((FRAME_BYTES, self.bodies.exec_bytes)),
            });
            self.charge_one_of(view);
        }
    }
}

/// Bytes of MULTI and EXEC as requests.
const FRAME_BYTES: u64 = 29;

/// Bytes of a request as a client library writes it.
pub(crate) fn request_bytes(args: Args<'_>) -> u64 {
    let one = |arg: &[u8]| header_bytes(arg.len()) + arg.len() as u64 + 2;
    header_bytes(args.len()) + args.iter().map(one).sum::<u64>()
}

/// Bytes of a line with a sign and a number.
pub(crate) fn header_bytes(number: usize) -> u64 {
    u64::from(number.checked_ilog10().unwrap_or(0)) + 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dear(ns: u64) -> Charge {
        Charge {
            ns,
            dear: true,
            bytes: None,
        }
    }

    #[test]
    fn few_dear_requests_weigh_more_than_many_short_ones() {
        let mut loads = SlotLoads::new(1_000);
        (0..1000).for_each(|_| loads.count(7));
        loads.count(9);
        loads.charge(9, dear(5_000_000));
        loads.look(2_000, 100);
        let (hottest, total) = loads.hottest(8);
        let slots: Vec<u16> = hottest.iter().map(|(slot, _)| *slot).collect();
        assert_eq!(slots, [9, 7]);
        assert_eq!(hottest[1].1.operations, 500, "a look counts for half");
        assert_eq!(total, (5_000_100 + 1000 * 100) / 2);
    }

    #[test]
    fn rates_fade_to_nothing() {
        let mut loads = SlotLoads::new(0);
        (0..1000).for_each(|_| loads.count(7));
        (1..40).for_each(|second| loads.look(second * 1000, 100));
        assert_eq!(loads.rate(7), SlotRate::default());
        assert_eq!(loads.hottest(8), (Vec::new(), 0));
    }

    #[test]
    fn an_account_goes_along_whole() {
        let mut old = SlotLoads::new(0);
        let mut new = SlotLoads::new(0);
        let charge = Charge {
            bytes: Some((10, 20)),
            ..dear(3_000)
        };
        old.charge(5, charge);
        old.count(5);
        old.look(1_000, 100);
        (0..3).for_each(|_| old.count(5));
        let before = (old.usage(5), old.rate(5));
        let account = old.take(5);
        new.put(5, account);
        assert_eq!((new.usage(5), new.rate(5)), before);
        assert_eq!(before.0.output_bytes, 20);
        assert_eq!((old.usage(5), old.rate(5)), Default::default());
        new.look(1_000, 100);
        assert!(new.rate(5).operations >= 3 / 2);
    }

    #[test]
    fn the_hottest_come_first_and_no_more_than_asked_for() {
        let mut loads = SlotLoads::new(0);
        for slot in 0..100_u16 {
            (0..=slot % 10).for_each(|_| loads.count(slot));
        }
        loads.look(1_000, 1_000);
        let (hottest, _) = loads.hottest(3);
        let slots: Vec<u16> = hottest.iter().map(|(slot, _)| *slot).collect();
        assert_eq!(slots, [9, 19, 29]);
    }
}
