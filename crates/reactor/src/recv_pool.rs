//! The receive buffers: lent to the kernel through a ring of their own, filled by it, shown to the
//! caller for one turn, and lent again.
//!
//! `unsafe` because the kernel writes into memory that this module hands out as slices: a buffer
//! is either the kernel's (listed in the ring) or ours, never both, and that is kept here.
#![allow(unsafe_code)]

use std::io;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicU16, Ordering};

use io_uring::IoUring;
use io_uring::types::BufRingEntry;
use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};

use crate::error::{SetupError, SetupStep};
use crate::event::Received;
use crate::setup::os;

/// The only buffer group of the ring.
pub(crate) const GROUP: u16 = 0;
/// Buffers start after the list of them, on a page of their own.
const PAGE_BYTES: usize = 4096;

/// All receive buffers of one ring, in one mapping: the list of entries, then the buffers.
pub(crate) struct RecvPool {
    map: NonNull<u8>,
    map_bytes: usize,
    list_bytes: usize,
    count: u16,
    buffer_bytes: u32,
    tail: u16,
    /// Counts turns; a [`Received`] of another turn shows nothing.
    turn: u32,
    /// Which buffers are ours now, and the bytes the kernel put there.
    ours: Vec<Option<u32>>,
    /// Buffers to be lent again with the next turn.
    spent: Vec<u16>,
    leaked: bool,
}

impl RecvPool {
    /// Maps `count` buffers (a power of two) of `buffer_bytes` each and lends all to the kernel.
    pub(crate) fn new(ring: &IoUring, count: u32, buffer_bytes: u32) -> Result<Self, SetupError> {
        let fault = |error: &io::Error| os(SetupStep::BufferMemory, error);
        let size = || {
            let list_bytes = (count as usize).checked_mul(size_of::<BufRingEntry>())?;
            let list_bytes = list_bytes.checked_next_multiple_of(PAGE_BYTES)?;
            let all = (count as usize).checked_mul(buffer_bytes as usize)?;
            Some((list_bytes, list_bytes.checked_add(all)?))
        };
        let (Some((list_bytes, map_bytes)), Ok(count)) = (size(), u16::try_from(count)) else {
            return Err(fault(&io::Error::from_raw_os_error(libc::ENOMEM)));
        };
        // SAFETY: a new private mapping at an address of the kernel's choice aliases nothing.
        let map = unsafe {
            mmap_anonymous(
                ptr::null_mut(),
                map_bytes,
                ProtFlags::READ | ProtFlags::WRITE,
                MapFlags::PRIVATE,
            )
        };
        let map = map.map_err(|errno| fault(&errno.into()))?;
        let Some(map) = NonNull::new(map.cast::<u8>()) else {
            return Err(fault(&io::Error::from_raw_os_error(libc::ENOMEM)));
        };
        let mut pool = Self {
            map,
            map_bytes,
            list_bytes,
            count,
            buffer_bytes,
            tail: 0,
            turn: 0,
            ours: vec![None; count as usize],
            spent: (0..count).collect(),
            leaked: false,
        };
        // SAFETY: the list lies at the page-aligned start of the mapping, is large enough for
        // `count` entries, and is unmapped only after the ring is gone (see `Reactor`'s drop).
        let registered = unsafe {
            let list = map.as_ptr() as u64;
            ring.submitter()
                .register_buf_ring_with_flags(list, count, GROUP, 0)
        };
        registered.map_err(|error| os(SetupStep::BufferRing, &error))?;
        pool.begin_turn();
        Ok(pool)
    }

    /// Never unmaps: a receive is still in flight.
    pub(crate) fn leak(&mut self) {
        self.leaked = true;
    }

    /// Number of buffers.
    pub(crate) fn count(&self) -> usize {
        self.count as usize
    }

    /// Ends the validity of all [`Received`] handed out and lends the buffers given back.
    pub(crate) fn begin_turn(&mut self) {
        self.turn = self.turn.wrapping_add(1);
        if self.spent.is_empty() {
            return;
        }
        for at in 0..self.spent.len() {
            self.list(self.spent[at]);
        }
        self.spent.clear();
        self.publish();
    }

    /// The kernel filled `buffer` with `len` bytes: ours until the next turn. `None` if the kernel
    /// never had that buffer, which only a broken kernel could claim.
    pub(crate) fn take(&mut self, buffer: u16, len: u32) -> Option<Received> {
        let place = self.ours.get_mut(buffer as usize)?;
        if place.is_some() || len > self.buffer_bytes {
            return None;
        }
        *place = Some(len);
        self.spent.push(buffer);
        Some(Received {
            turn: self.turn,
            skip: 0,
            len,
            buffer,
        })
    }

    /// The bytes of `received`; empty if its turn is over.
    pub(crate) fn bytes(&self, received: Received) -> &[u8] {
        let filled = self.ours.get(received.buffer as usize).copied().flatten();
        if received.turn != self.turn || filled != Some(received.len) {
            debug_assert!(
                received.turn != self.turn,
                "received bytes of another reactor"
            );
            return &[];
        }
        let start = self.buffer_start(received.buffer);
        // SAFETY: `ours` says that the kernel gave this buffer back with at least `len` bytes
        // written (`take` checked that they fit), and it is lent again only through `&mut self`,
        // which cannot happen while the slice lives.
        let bytes = unsafe { std::slice::from_raw_parts(start, received.len as usize) };
        bytes.get(received.skip as usize..).unwrap_or_default()
    }

    /// Writes one entry of the list.
    fn list(&mut self, buffer: u16) {
        self.ours[buffer as usize] = None;
        let at = self.tail & (self.count - 1);
        let address = self.buffer_start(buffer) as u64;
        // SAFETY: `at` is below `count`, so the entry lies in the list; the kernel reads entries
        // only up to the tail, which is published afterwards. The tail itself shares memory with
        // the first entry's reserved field, which these setters do not touch.
        let entry = unsafe { &mut *self.map.as_ptr().cast::<BufRingEntry>().add(at as usize) };
        entry.set_addr(address);
        entry.set_len(self.buffer_bytes);
        entry.set_bid(buffer);
        self.tail = self.tail.wrapping_add(1);
    }

    /// Makes the entries written visible to the kernel.
    fn publish(&mut self) {
        // SAFETY: the tail is a u16 inside the list, aligned, and shared with the kernel only, so
        // that an atomic of the same size may stand for it.
        let tail = unsafe {
            let tail = BufRingEntry::tail(self.map.as_ptr().cast());
            AtomicU16::from_ptr(tail.cast_mut())
        };
        tail.store(self.tail, Ordering::Release);
    }

    fn buffer_start(&self, buffer: u16) -> *mut u8 {
        debug_assert!(buffer < self.count);
        let offset = self.list_bytes + buffer as usize * self.buffer_bytes as usize;
        // SAFETY: `buffer` is below `count` (it indexes `ours`, which has `count` places), so the
        // buffer lies inside the mapping.
        unsafe { self.map.as_ptr().add(offset) }
    }
}

impl Drop for RecvPool {
    fn drop(&mut self) {
        if self.leaked {
            return;
        }
        // SAFETY: the mapping is ours, no slice of it outlives `self`, and no receive is in flight
        // (the reactor said so, or it would have called `leak`).
        let unmapped = unsafe { munmap(self.map.as_ptr().cast(), self.map_bytes) };
        debug_assert!(unmapped.is_ok());
    }
}
