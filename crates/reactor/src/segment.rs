//! What is sent: owned bytes, queued per connection until the kernel has taken them.

use std::collections::VecDeque;

use bytes::Bytes;

/// Owned bytes to be sent.
#[derive(Debug)]
pub enum Segment {
    /// A chunk of formatted output; comes back through [`crate::Reactor::take_chunk`].
    Chunk(Vec<u8>),
    /// A large value, shared with whoever else holds it.
    Shared(Bytes),
}

impl Segment {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Self::Chunk(chunk) => chunk,
            Self::Shared(bytes) => bytes,
        }
    }

    /// Number of bytes.
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }
}

impl From<Vec<u8>> for Segment {
    fn from(chunk: Vec<u8>) -> Self {
        Self::Chunk(chunk)
    }
}

impl From<Bytes> for Segment {
    fn from(bytes: Bytes) -> Self {
        Self::Shared(bytes)
    }
}

/// Spent chunks kept for reuse.
const POOL_CHUNKS_MAX: usize = 256;
/// Chunks outside these capacities go back to the allocator.
const POOLED_BYTES: std::ops::RangeInclusive<usize> = 512..=64 * 1024;

/// Chunks whose bytes have been sent, emptied, for the next replies.
#[derive(Debug, Default)]
pub(crate) struct ChunkPool {
    chunks: Vec<Vec<u8>>,
}

impl ChunkPool {
    pub(crate) fn take(&mut self) -> Vec<u8> {
        self.chunks.pop().unwrap_or_default()
    }

    pub(crate) fn put(&mut self, segment: Segment) {
        if let Segment::Chunk(mut chunk) = segment
            && self.chunks.len() < POOL_CHUNKS_MAX
            && POOLED_BYTES.contains(&chunk.capacity())
        {
            chunk.clear();
            self.chunks.push(chunk);
        }
    }
}

/// The bytes one connection has to send, in order. A prefix of them may be lent to the kernel;
/// those segments stay until [`SendQueue::sent`].
#[derive(Debug, Default)]
pub(crate) struct SendQueue {
    segments: VecDeque<Segment>,
    /// Bytes of the first segment already taken by the kernel.
    head_sent: usize,
    /// Bytes not yet taken.
    bytes: usize,
}

impl SendQueue {
    pub(crate) fn push(&mut self, segment: Segment) {
        if !segment.is_empty() {
            self.bytes = self.bytes.saturating_add(segment.len());
            self.segments.push_back(segment);
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// What is still to be sent, a slice per segment.
    pub(crate) fn slices(&self) -> impl Iterator<Item = Slice<'_>> {
        let head_sent = self.head_sent;
        self.segments.iter().enumerate().map(move |(at, segment)| {
            let skip = if at == 0 { head_sent } else { 0 };
            Slice {
                bytes: segment.as_slice().get(skip..).unwrap_or_default(),
                shared: matches!(segment, Segment::Shared(_)),
            }
        })
    }

    /// The kernel took `bytes` from the front; `spent` gets the segments that are done with.
    pub(crate) fn sent(&mut self, bytes: usize, mut spent: impl FnMut(Segment)) {
        let mut left = bytes.min(self.bytes);
        self.bytes -= left;
        while let Some(head) = self.segments.front() {
            let unsent = head.len() - self.head_sent;
            if left < unsent {
                self.head_sent += left;
                return;
            }
            left -= unsent;
            self.head_sent = 0;
            if let Some(segment) = self.segments.pop_front() {
                spent(segment);
            }
        }
    }

    /// Takes what is still to be sent. Only while no send of it is in flight.
    pub(crate) fn take_all(&mut self) -> Vec<Segment> {
        let skip = std::mem::take(&mut self.head_sent);
        self.bytes = 0;
        let mut segments: Vec<Segment> = self.segments.drain(..).collect();
        match segments.first_mut() {
            Some(Segment::Chunk(chunk)) => drop(chunk.drain(..skip.min(chunk.len()))),
            Some(Segment::Shared(bytes)) => *bytes = bytes.slice(skip.min(bytes.len())..),
            None => {}
        }
        segments
    }

    /// Empties the queue into `spent`. Only while no send of it is in flight.
    pub(crate) fn clear(&mut self, spent: impl FnMut(Segment)) {
        self.head_sent = 0;
        self.bytes = 0;
        self.segments.drain(..).for_each(spent);
    }
}

/// What is still to be sent of one segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slice<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) shared: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(queue: &SendQueue) -> Vec<&[u8]> {
        queue.slices().map(|slice| slice.bytes).collect()
    }

    #[test]
    fn sent_bytes_leave_from_the_front_and_chunks_come_back() {
        let mut pool = ChunkPool::default();
        let mut queue = SendQueue::default();
        let mut chunk = Vec::with_capacity(1024);
        chunk.extend_from_slice(b"hello");
        queue.push(chunk.into());
        queue.push(Vec::new().into());
        queue.push(Bytes::from_static(b"world").into());
        assert_eq!(queue.bytes(), 10);
        queue.sent(3, |spent| pool.put(spent));
        assert_eq!(left(&queue), [&b"lo"[..], b"world"]);
        queue.sent(3, |spent| pool.put(spent));
        assert_eq!(left(&queue), [&b"orld"[..]]);
        assert_eq!(pool.take().capacity(), 1024);
        assert_eq!(pool.take().capacity(), 0);
        queue.sent(4, |spent| pool.put(spent));
        assert!(queue.is_empty());
        assert_eq!(queue.bytes(), 0);
    }

    #[test]
    fn the_pool_keeps_neither_tiny_nor_huge_chunks() {
        let mut pool = ChunkPool::default();
        let mut queue = SendQueue::default();
        for capacity in [8, 1 << 20] {
            let mut chunk = Vec::with_capacity(capacity);
            chunk.push(1);
            queue.push(chunk.into());
        }
        queue.clear(|spent| pool.put(spent));
        assert_eq!(pool.take().capacity(), 0);
        assert_eq!(queue.bytes(), 0);
    }
}
