//! A bounded channel from one core to another: a ring of places, written by one side and read by
//! the other.
//!
//! `unsafe` is allowed here because messages move through memory that both sides reach, without a
//! lock. What makes it sound is that an index names the only side that may touch a place:
//!
//! - places from `head` up to `tail` hold messages and belong to the receiver, the others belong
//!   to the sender; both indices only ever grow (modulo the word), by the side that owns them;
//! - a side gives places away by storing its index with `Release` after its last access to them,
//!   and takes places only after loading the other's index with `Acquire`;
//! - there is one `Sender` and one `Receiver`, both act through `&mut self`.
//!
//! It knows nothing of what messages are and never waits: a full or empty ring is an answer.
#![allow(unsafe_code)]

use std::mem::MaybeUninit;

use crate::sync::{Arc, AtomicUsize, CachePadded, Ordering, UnsafeCell};

/// Most places that a channel can have.
pub const CAPACITY_MAX: usize = 1 << 24;

/// A channel for at least `capacity` messages at a time (rounded up to a power of two). All its
/// memory is allocated here; sending and receiving allocate nothing.
///
/// # Panics
/// If `capacity` is 0 or above [`CAPACITY_MAX`].
pub fn channel<T: Send>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    assert!(
        (1..=CAPACITY_MAX).contains(&capacity),
        "capacity of a channel: {capacity}, not in 1..={CAPACITY_MAX}"
    );
    let places = (0..capacity.next_power_of_two())
        .map(|_| UnsafeCell::new(MaybeUninit::uninit()))
        .collect();
    let ring = Arc::new(Ring {
        head: CachePadded(AtomicUsize::new(0)),
        tail: CachePadded(AtomicUsize::new(0)),
        places,
    });
    let sender = Sender {
        ring: Arc::clone(&ring),
        tail: 0,
        head_seen: 0,
    };
    (
        sender,
        Receiver {
            ring,
            head: 0,
            tail_seen: 0,
        },
    )
}

/// The end that sends. Dropping it leaves the messages to the receiver.
pub struct Sender<T> {
    ring: Arc<Ring<T>>,
    /// Number of messages ever sent.
    tail: usize,
    /// What `head` was when last looked at. The receiver only makes more room, so this is safe to
    /// go by, and spares a line of the other core's cache as long as there is room.
    head_seen: usize,
}

impl<T> Sender<T> {
    /// Sends `message`, or gives it back if the channel is full.
    #[inline]
    pub fn try_send(&mut self, message: T) -> Result<(), T> {
        if !self.has_free(1) {
            return Err(message);
        }
        self.ring.place(self.tail).with_mut(|place| {
            // SAFETY: `tail - head < capacity`, so this place is the sender's (see the module), and
            // `head` was loaded with `Acquire` after the receiver's last access to it.
            unsafe { (*place).write(message) };
        });
        self.tail = self.tail.wrapping_add(1);
        self.ring.tail.store(self.tail, Ordering::Release);
        Ok(())
    }

    /// How many messages can be sent now: it will not become fewer but by sending.
    pub fn free(&mut self) -> usize {
        self.head_seen = self.ring.head.load(Ordering::Acquire);
        self.free_seen()
    }

    /// Whether `wanted` messages can be sent now. Cheaper than [`free`](Self::free), since it looks
    /// at what the receiver has done only if what is known of it does not suffice.
    #[inline]
    pub fn has_free(&mut self, wanted: usize) -> bool {
        self.free_seen() >= wanted || self.free() >= wanted
    }

    /// How many messages fit when none is under way.
    pub fn capacity(&self) -> usize {
        self.ring.capacity()
    }

    #[inline]
    fn free_seen(&self) -> usize {
        self.ring.capacity() - self.tail.wrapping_sub(self.head_seen)
    }
}

/// The end that receives. Messages that it leaves are dropped with the last of both ends.
pub struct Receiver<T> {
    ring: Arc<Ring<T>>,
    /// Number of messages ever received.
    head: usize,
    /// What `tail` was when last looked at.
    tail_seen: usize,
}

impl<T> Receiver<T> {
    /// The next message in the order of sending, if there is one.
    #[inline]
    pub fn recv(&mut self) -> Option<T> {
        self.drain(1).next()
    }

    /// Up to `limit` messages, as many as are there now. The sender gets their places back
    /// together, when the iterator is dropped.
    #[inline]
    pub fn drain(&mut self, limit: usize) -> Drain<'_, T> {
        if self.tail_seen.wrapping_sub(self.head) < limit {
            self.tail_seen = self.ring.tail.load(Ordering::Acquire);
        }
        let count = self.tail_seen.wrapping_sub(self.head).min(limit);
        Drain {
            end: self.head.wrapping_add(count),
            start: self.head,
            receiver: self,
        }
    }

    /// How many messages are there now: it will not become fewer but by receiving. Always looks
    /// at what the sender has done, so it is the right question between
    /// [`prepare_sleep`](crate::Doorbell::prepare_sleep) and sleeping.
    pub fn len(&self) -> usize {
        self.ring
            .tail
            .load(Ordering::Acquire)
            .wrapping_sub(self.head)
    }

    /// Whether no message is there now.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        // Says again what a `Drain` that was leaked never said: those messages are moved out.
        self.ring.head.store(self.head, Ordering::Release);
    }
}

/// Messages being received; see [`Receiver::drain`]. Those not taken from it stay in the channel.
pub struct Drain<'a, T> {
    receiver: &'a mut Receiver<T>,
    start: usize,
    end: usize,
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let receiver = &mut *self.receiver;
        if receiver.head == self.end {
            return None;
        }
        let message = receiver.ring.place(receiver.head).with_mut(|place| {
            // SAFETY: `head < tail`, so this place is the receiver's and holds a message (see the
            // module), and `tail` was loaded with `Acquire` after the sender wrote it. It is moved
            // out once only, as `head` moves on.
            unsafe { (*place).assume_init_read() }
        });
        receiver.head = receiver.head.wrapping_add(1);
        Some(message)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.wrapping_sub(self.receiver.head);
        (left, Some(left))
    }
}

impl<T> ExactSizeIterator for Drain<'_, T> {}

impl<T> Drop for Drain<'_, T> {
    #[inline]
    fn drop(&mut self) {
        if self.receiver.head != self.start {
            self.receiver
                .ring
                .head
                .store(self.receiver.head, Ordering::Release);
        }
    }
}

struct Ring<T> {
    /// Number of messages ever taken out; written by the receiver.
    head: CachePadded<AtomicUsize>,
    /// Number of messages ever put in; written by the sender.
    tail: CachePadded<AtomicUsize>,
    /// Message number n is in place n modulo their number, which is a power of two.
    places: Box<[UnsafeCell<MaybeUninit<T>>]>,
}

// SAFETY: messages pass from thread to thread, hence `T: Send`. The places are the only thing that
// is not synchronised by itself, and each is touched by one thread at a time (see the module).
unsafe impl<T: Send> Send for Ring<T> {}
// SAFETY: as above; nothing gives out references into the places.
unsafe impl<T: Send> Sync for Ring<T> {}

impl<T> Ring<T> {
    #[inline]
    fn capacity(&self) -> usize {
        self.places.len()
    }

    #[inline]
    fn place(&self, number: usize) -> &UnsafeCell<MaybeUninit<T>> {
        &self.places[number & (self.places.len() - 1)]
    }
}

impl<T> Drop for Ring<T> {
    fn drop(&mut self) {
        let tail = self.tail.load(Ordering::Relaxed);
        let mut head = self.head.load(Ordering::Relaxed);
        while head != tail {
            self.place(head).with_mut(|place| {
                // SAFETY: both ends are gone, so nobody else reaches the places; those from `head`
                // up to `tail` hold messages that nobody has moved out.
                unsafe { (*place).assume_init_drop() };
            });
            head = head.wrapping_add(1);
        }
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
