//! Memory of the user's that a connection's next bytes go to straight from the kernel, instead of
//! through a receive buffer.
//!
//! `unsafe` because the kernel writes there while nobody else may: [`Fill`] owns the memory, does
//! not grow it meanwhile, and leaks it if it is dropped before the kernel is done.
#![allow(unsafe_code)]

use std::os::fd::{AsRawFd, BorrowedFd};

use io_uring::opcode;
use io_uring::types::Fd;

use crate::ring::Ring;
use crate::token::Token;

/// Bytes received at once: some tens of microseconds of copying.
const FILL_BYTES_MAX: usize = 128 * 1024;

/// Memory on its way to be filled.
#[derive(Debug)]
pub(crate) struct Fill {
    buffer: Vec<u8>,
    /// Bytes still wanted; the buffer has room for them.
    left: usize,
    /// The kernel writes behind what the buffer holds, at most so many bytes.
    in_flight: Option<usize>,
}

impl Fill {
    /// `wanted` bytes are to be appended to `buffer`.
    pub(crate) fn new(mut buffer: Vec<u8>, wanted: usize) -> Self {
        buffer.reserve_exact(wanted);
        Self {
            buffer,
            left: wanted,
            in_flight: None,
        }
    }

    pub(crate) fn is_in_flight(&self) -> bool {
        self.in_flight.is_some()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Takes what came another way; returns how much of it.
    pub(crate) fn take(&mut self, bytes: &[u8]) -> usize {
        debug_assert!(!self.is_in_flight());
        let taken = bytes.len().min(self.left);
        self.buffer.extend_from_slice(&bytes[..taken]);
        self.left -= taken;
        taken
    }

    /// Receives more from the socket.
    pub(crate) fn submit(&mut self, ring: &mut Ring, socket: BorrowedFd<'_>, token: Token) {
        let bytes = self.left.min(FILL_BYTES_MAX);
        if bytes == 0 || self.is_in_flight() {
            return;
        }
        self.in_flight = Some(bytes);
        let place = self.buffer.spare_capacity_mut().as_mut_ptr();
        let fd = Fd(socket.as_raw_fd());
        let entry = opcode::Recv::new(fd, place.cast(), bytes as u32).build();
        // SAFETY: the buffer has room for `left` bytes behind its content (`new`), of which these
        // are the first; while they are in flight nothing touches it (`take`, `submit`), and it is
        // not freed (`into_buffer`, `drop`).
        unsafe { ring.push(entry.user_data(token.pack())) };
    }

    /// The kernel wrote so many bytes; none if it failed. Returns how many it was.
    pub(crate) fn received(&mut self, bytes: usize) -> usize {
        let Some(offered) = self.in_flight.take() else {
            return 0;
        };
        let bytes = bytes.min(offered);
        // SAFETY: the kernel has written that many bytes behind the buffer's content, where there
        // was room for `offered` of them.
        unsafe { self.buffer.set_len(self.buffer.len() + bytes) };
        self.left -= bytes;
        bytes
    }

    /// The memory, if the kernel does not write to it.
    pub(crate) fn into_buffer(mut self) -> Option<Vec<u8>> {
        (!self.is_in_flight()).then(|| std::mem::take(&mut self.buffer))
    }
}

impl Drop for Fill {
    fn drop(&mut self) {
        if self.is_in_flight() {
            std::mem::forget(std::mem::take(&mut self.buffer));
        }
    }
}
