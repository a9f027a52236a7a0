//! What one session has to send: chunks of encoded replies, and large values by reference.
//!
//! Never knows what the bytes mean, nor who sends them.

use bytes::Bytes;

/// Values from this size on are queued by reference instead of being copied.
pub const SHARED_MIN_BYTES: usize = 16 * 1024;

/// A chunk grows no further than this: a new one is begun, so that a long reply is not copied again
/// and again while its buffer grows. Only a single longer string makes a longer chunk.
pub const CHUNK_BYTES_MAX: usize = 64 * 1024;

/// Sent chunks kept for use again.
pub const SPARE_CHUNKS_MAX: usize = 2;

/// A piece of output, to be sent in order.
#[derive(Clone, Debug)]
pub enum Segment {
    Chunk(Vec<u8>),
    Shared(Bytes),
}

impl Segment {
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Self::Chunk(chunk) => chunk,
            Self::Shared(value) => value,
        }
    }
}

/// The output of one session, in the order in which it is to be sent.
#[derive(Default, Debug)]
pub struct OutBuf {
    pub(crate) chunk: Vec<u8>,
    queue: Vec<Segment>,
    queue_bytes: usize,
    spare: Vec<Vec<u8>>,
}

impl OutBuf {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes that wait to be sent.
    #[inline]
    #[must_use]
    pub fn len_bytes(&self) -> usize {
        self.queue_bytes + self.chunk.len()
    }

    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len_bytes() == 0
    }

    /// Appends encoded bytes.
    #[inline]
    pub fn append(&mut self, bytes: &[u8]) {
        self.room(bytes.len());
        self.chunk.extend_from_slice(bytes);
    }

    /// Appends a value, by reference if it is large.
    pub fn append_shared(&mut self, value: Bytes) {
        if value.len() < SHARED_MIN_BYTES {
            self.append(&value);
            return;
        }
        self.close_chunk();
        self.queue_bytes += value.len();
        self.queue.push(Segment::Shared(value));
    }

    /// Moves everything that `other` holds behind what is here.
    pub fn append_all(&mut self, other: &mut Self) {
        for segment in other.take_segments() {
            match segment {
                Segment::Chunk(chunk) => {
                    self.append(&chunk);
                    other.recycle(chunk);
                }
                Segment::Shared(value) => self.append_shared(value),
            }
        }
    }

    /// Everything to be sent, in order; nothing stays behind.
    #[must_use]
    pub fn take_segments(&mut self) -> Vec<Segment> {
        self.close_chunk();
        self.queue_bytes = 0;
        std::mem::take(&mut self.queue)
    }

    /// As [`Self::take_segments`], one by one.
    #[inline]
    pub fn drain(&mut self, mut give: impl FnMut(Segment)) {
        self.queue.drain(..).for_each(&mut give);
        self.queue_bytes = 0;
        if !self.chunk.is_empty() {
            let next = self.spare.pop().unwrap_or_default();
            give(Segment::Chunk(std::mem::replace(&mut self.chunk, next)));
        }
    }

    /// Everything, if it lies in one piece.
    #[inline]
    #[must_use]
    pub fn only_chunk(&self) -> Option<&[u8]> {
        self.queue.is_empty().then_some(&self.chunk)
    }

    /// Forgets everything; the memory stays.
    #[inline]
    pub fn clear(&mut self) {
        self.queue.clear();
        self.queue_bytes = 0;
        self.chunk.clear();
    }

    /// Lends a buffer for replies to come; its content is dropped, its capacity used.
    pub fn recycle(&mut self, mut chunk: Vec<u8>) {
        chunk.clear();
        if self.chunk.capacity() == 0 {
            self.chunk = chunk;
        } else if self.spare.len() < SPARE_CHUNKS_MAX && chunk.capacity() > 0 {
            self.spare.push(chunk);
        }
    }

    /// Gives back buffers that hold nothing, for a pool to keep while the session is idle.
    pub fn reclaim(&mut self) -> Option<Vec<u8>> {
        if let Some(spare) = self.spare.pop() {
            return Some(spare);
        }
        let unused = self.chunk.is_empty() && self.chunk.capacity() > 0;
        unused.then(|| std::mem::take(&mut self.chunk))
    }

    /// Makes room for `more` bytes in the current chunk, or in a new one.
    #[inline]
    pub(crate) fn room(&mut self, more: usize) {
        if self.chunk.capacity() - self.chunk.len() < more {
            self.grow(more);
        }
    }

    #[cold]
    fn grow(&mut self, more: usize) {
        if self.chunk.len() + more > CHUNK_BYTES_MAX {
            self.close_chunk();
        }
        self.chunk.reserve(more);
    }

    /// A place in the output: number of queued segments, bytes in the current chunk.
    pub(crate) fn place(&self) -> (usize, usize) {
        (self.queue.len(), self.chunk.len())
    }

    /// Inserts `bytes` at a place taken before; places taken later are void afterwards.
    pub(crate) fn insert_at(&mut self, (segment, offset): (usize, usize), bytes: &[u8]) {
        if segment >= self.queue.len() {
            let at = offset.min(self.chunk.len());
            self.chunk.splice(at..at, bytes.iter().copied());
            return;
        }
        self.queue_bytes += bytes.len();
        if let Segment::Chunk(chunk) = &mut self.queue[segment] {
            let at = offset.min(chunk.len());
            chunk.splice(at..at, bytes.iter().copied());
        } else {
            self.queue.insert(segment, Segment::Chunk(bytes.to_vec()));
        }
    }

    fn close_chunk(&mut self) {
        if self.chunk.is_empty() {
            return;
        }
        let next = self.spare.pop().unwrap_or_default();
        let full = std::mem::replace(&mut self.chunk, next);
        self.queue_bytes += full.len();
        self.queue.push(Segment::Chunk(full));
    }
}
