//! Waking a reactor from outside: from another ring by a message, from any thread by an event
//! descriptor.
//!
//! `unsafe` because the ring reads the descriptor's counter into memory of ours.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};
use std::sync::Arc;

use io_uring::opcode;
use io_uring::types::Fd;
use rustix::event::{EventfdFlags, eventfd};

use crate::ring::Ring;
use crate::token::Token;

/// Names a reactor's ring to other threads. Cheap to clone; keeps working, without effect, after
/// the reactor is gone.
#[derive(Clone, Debug)]
pub struct RingHandle {
    inner: Arc<Descriptors>,
}

#[derive(Debug)]
struct Descriptors {
    ring: OwnedFd,
    event: OwnedFd,
}

impl RingHandle {
    pub(crate) fn new(ring: &Ring) -> io::Result<Self> {
        let event = eventfd(0, EventfdFlags::CLOEXEC)?;
        let ring = ring.fd().try_clone_to_owned()?;
        Ok(Self {
            inner: Arc::new(Descriptors { ring, event }),
        })
    }

    /// Wakes the reactor from a thread without a ring. Async-signal-safe: one write.
    pub fn wake(&self) {
        // It cannot fail: the descriptor is open, and the counter never gets near its limit.
        let _ = rustix::io::write(self.inner.event.as_fd(), &1u64.to_ne_bytes());
    }

    /// Whether both name the same reactor.
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    pub(crate) fn ring_fd(&self) -> RawFd {
        self.inner.ring.as_raw_fd()
    }
}

/// A reactor's own event descriptor, and the read of it that is with the kernel.
pub(crate) struct WakeRead {
    handle: RingHandle,
    /// Where the kernel puts the counter while the read is in flight.
    counter: Box<[u8; 8]>,
    in_flight: bool,
}

impl WakeRead {
    pub(crate) fn new(handle: RingHandle) -> Self {
        Self {
            handle,
            counter: Box::new([0; 8]),
            in_flight: false,
        }
    }

    pub(crate) fn handle(&self) -> &RingHandle {
        &self.handle
    }

    pub(crate) fn in_flight(&self) -> bool {
        self.in_flight
    }

    /// Submits the read, unless it is in flight.
    pub(crate) fn arm(&mut self, ring: &mut Ring) {
        if self.in_flight {
            return;
        }
        self.in_flight = true;
        let fd = Fd(self.handle.inner.event.as_raw_fd());
        let entry = opcode::Read::new(fd, self.counter.as_mut_ptr(), 8).build();
        // SAFETY: the counter is on the heap, owned by `self` and touched by nobody else until the
        // completion; dropping `self` before that leaks it.
        unsafe { ring.push(entry.user_data(Token::Wake.pack())) };
    }

    /// The read completed.
    pub(crate) fn read(&mut self) {
        self.in_flight = false;
    }
}

impl Drop for WakeRead {
    fn drop(&mut self) {
        if self.in_flight {
            std::mem::forget(std::mem::take(&mut self.counter));
        }
    }
}
