//! Memory that the kernel reads after a send without copying is over, until it says that it is
//! done with it.
//!
//! Must never give a segment back early: what a peer receives is what lies in that memory when it
//! leaves the machine, however long that takes.

use std::collections::VecDeque;

use crate::segment::{ChunkPool, Segment};

/// Sends of one connection that the kernel has not let go of: as many as four bits tell apart.
pub(crate) const PINS_MAX: usize = 16;

/// One send without copying.
#[derive(Clone, Copy, Debug)]
struct Pin {
    /// Bytes the kernel took; nothing until it has said so.
    taken: Option<usize>,
    /// The kernel has let go.
    done: bool,
}

/// Sends of one connection whose memory the kernel may still read, in order, and that memory.
#[derive(Debug, Default)]
pub(crate) struct Pins {
    /// Number of the oldest of `sends`.
    first: u64,
    sends: VecDeque<Pin>,
    /// Segments that have left the queue, each with the last send that may have named it.
    held: VecDeque<(u64, Segment)>,
    bytes: usize,
}

impl Pins {
    pub(crate) fn is_empty(&self) -> bool {
        self.sends.is_empty()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.sends.len() >= PINS_MAX
    }

    /// Bytes taken by sends that the kernel has not let go of.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// A send begins; returns what its completions name it by.
    pub(crate) fn begin(&mut self) -> u8 {
        debug_assert!(!self.is_full());
        let number = self.first + self.sends.len() as u64;
        self.sends.push_back(Pin {
            taken: None,
            done: false,
        });
        (number % PINS_MAX as u64) as u8
    }

    /// The youngest send took `bytes`; `watched` if word follows when the kernel lets go. Returns
    /// the bytes let go of, this send's or older ones'.
    pub(crate) fn taken(&mut self, bytes: usize, watched: bool, pool: &mut ChunkPool) -> usize {
        if let Some(pin) = self.sends.back_mut() {
            pin.taken = Some(bytes);
            pin.done |= !watched;
            self.bytes += bytes;
        }
        self.release(pool)
    }

    /// The kernel lets go of the send of this name. Returns the bytes let go of: those of a send
    /// count when all before it have gone.
    pub(crate) fn done(&mut self, name: u8, pool: &mut ChunkPool) -> usize {
        let oldest = self.first % PINS_MAX as u64;
        let at = (u64::from(name) + PINS_MAX as u64 - oldest) % PINS_MAX as u64;
        if let Some(pin) = self.sends.get_mut(at as usize) {
            pin.done = true;
        }
        self.release(pool)
    }

    /// A segment leaves the queue: it is kept while a send that may name it is with the kernel.
    pub(crate) fn keep(&mut self, segment: Segment, pool: &mut ChunkPool) {
        match self.sends.len() as u64 {
            0 => pool.put(segment),
            count => self.held.push_back((self.first + count - 1, segment)),
        }
    }

    fn release(&mut self, pool: &mut ChunkPool) -> usize {
        let mut released = 0;
        while let Some(Pin {
            taken: Some(bytes),
            done: true,
        }) = self.sends.front().copied()
        {
            self.sends.pop_front();
            self.first += 1;
            released += bytes;
        }
        while self
            .held
            .front()
            .is_some_and(|(last, _)| *last < self.first)
        {
            if let Some((_, segment)) = self.held.pop_front() {
                pool.put(segment);
            }
        }
        self.bytes -= released;
        released
    }
}

impl Drop for Pins {
    /// What the kernel may still read is never freed.
    fn drop(&mut self) {
        if !self.sends.is_empty() {
            std::mem::forget(std::mem::take(&mut self.held));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn value() -> Bytes {
        Bytes::from(vec![7; 100])
    }

    #[test]
    fn memory_goes_when_every_send_before_has_gone() {
        let mut pool = ChunkPool::default();
        let mut pins = Pins::default();
        let values = [value(), value()];
        let names = values.clone().map(|value| {
            let name = pins.begin();
            assert_eq!(pins.taken(100, true, &mut pool), 0);
            pins.keep(value.into(), &mut pool);
            name
        });
        assert_eq!(pins.bytes(), 200);
        assert_eq!(pins.done(names[1], &mut pool), 0);
        assert!(!values[1].is_unique());
        assert_eq!(pins.done(names[0], &mut pool), 200);
        assert!(values.iter().all(Bytes::is_unique));
        assert!(pins.is_empty());
        assert_eq!(pins.bytes(), 0);
    }

    #[test]
    fn word_that_comes_before_the_result_is_kept() {
        let mut pool = ChunkPool::default();
        let mut pins = Pins::default();
        let name = pins.begin();
        assert_eq!(pins.done(name, &mut pool), 0);
        assert_eq!(pins.taken(5, true, &mut pool), 5);
        pins.begin();
        assert_eq!(pins.taken(0, false, &mut pool), 0);
        assert!(pins.is_empty());
    }

    #[test]
    fn names_come_round() {
        let mut pool = ChunkPool::default();
        let mut pins = Pins::default();
        for round in 0..5 * PINS_MAX {
            let name = pins.begin();
            assert_eq!(usize::from(name), round % PINS_MAX);
            pins.taken(1, true, &mut pool);
            assert_eq!(pins.done(name, &mut pool), 1);
        }
        for _ in 0..PINS_MAX {
            pins.begin();
        }
        assert!(pins.is_full());
    }

    /// The last owner of what the kernel may read leaks it.
    #[test]
    fn memory_that_the_kernel_may_read_outlives_its_pins() {
        let mut pool = ChunkPool::default();
        let mut pins = Pins::default();
        let value = value();
        pins.begin();
        pins.taken(100, true, &mut pool);
        pins.keep(value.clone().into(), &mut pool);
        drop(pins);
        assert!(!value.is_unique());
    }
}
