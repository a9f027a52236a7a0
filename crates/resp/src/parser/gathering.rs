//! A large argument on its way in: memory of its own, which follows what has been received.
//!
//! It may be lent, so that the rest arrives in it without a copy. Never knows what it is for.

/// So much of a large argument is reserved when it is announced, to spare copies while it grows.
pub(super) const PROMISED_BYTES_MAX: usize = 1 << 20;
/// When one such part of a large argument has come, the sender is believed in the rest.
const PROMISED_PART: usize = 16;
/// So much must have come before memory is lent: who only promises keeps what can be given back.
const LENT_FROM_BYTES: usize = 4 * 1024;

#[derive(Debug)]
pub(super) struct Gathering {
    bytes: Vec<u8>,
    len: usize,
    lent: Option<Lent>,
}

/// Of memory that is lent: bytes in it, and its capacity.
#[derive(Clone, Copy, Debug)]
struct Lent {
    received: usize,
    capacity: usize,
}

impl Gathering {
    pub(super) fn new(len: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(len.min(PROMISED_BYTES_MAX)),
            len,
            lent: None,
        }
    }

    /// Copies as much of `more` as belongs to the argument; returns how much. Nothing while the
    /// memory is lent: what comes then comes to it.
    pub(super) fn take(&mut self, more: &[u8]) -> usize {
        if self.lent.is_some() {
            return 0;
        }
        let come = (self.len - self.bytes.len()).min(more.len());
        self.reserve(self.bytes.len() + come);
        self.bytes.extend_from_slice(&more[..come]);
        come
    }

    /// Makes room for this number of bytes. What is reserved is at most [`PROMISED_BYTES_MAX`], or
    /// [`PROMISED_PART`] times as much as has come.
    fn reserve(&mut self, needed: usize) {
        if needed <= self.bytes.capacity() {
            return;
        }
        let doubled = self.bytes.capacity().saturating_mul(2);
        // From this part on the whole is reserved: growing on would copy the value once more, with
        // both copies in memory.
        let capacity = if needed >= self.len / PROMISED_PART {
            self.len
        } else {
            needed.max(doubled)
        };
        self.bytes.reserve_exact(capacity - self.bytes.len());
    }

    /// The whole argument, once.
    pub(super) fn complete(&mut self) -> Option<Vec<u8>> {
        let complete = self.lent.is_none() && self.bytes.len() == self.len;
        complete.then(|| std::mem::take(&mut self.bytes))
    }

    /// Lends the memory if at least `bytes_min` are to be appended to it; with their number.
    pub(super) fn lend(&mut self, bytes_min: usize) -> Option<(Vec<u8>, usize)> {
        let begun = self.bytes.len() >= LENT_FROM_BYTES;
        if self.lent.is_some() || !begun || self.len - self.bytes.len() < bytes_min {
            return None;
        }
        self.reserve(self.bytes.len() + 1);
        let capacity = self.bytes.capacity();
        let wanted = capacity.min(self.len) - self.bytes.len();
        if wanted < bytes_min {
            return None;
        }
        self.lent = Some(Lent {
            received: self.bytes.len(),
            capacity,
        });
        Some((std::mem::take(&mut self.bytes), wanted))
    }

    /// So many bytes came to the memory that is lent.
    pub(super) fn progress(&mut self, bytes: usize) {
        if let Some(lent) = &mut self.lent {
            lent.received += bytes;
        }
    }

    /// The memory lent comes back, with what came to it.
    pub(super) fn give_back(&mut self, bytes: Vec<u8>) {
        if self.lent.take().is_some() {
            self.bytes = bytes;
            self.bytes.truncate(self.len);
        }
    }

    /// Bytes received, and bytes there is room for.
    pub(super) fn sizes(&self) -> (usize, usize) {
        match self.lent {
            Some(lent) => (lent.received, lent.capacity),
            None => (self.bytes.len(), self.bytes.capacity()),
        }
    }

    /// Gives back memory beyond what has been received, unless it is lent.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
    }
}
