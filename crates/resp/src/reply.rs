//! Encodes replies, RESP2 or RESP3 as the session has chosen.
//!
//! Never knows which command replies.

use bytes::Bytes;

use crate::error::ReplyError;
use crate::out::{OutBuf, SHARED_MIN_BYTES};

/// The version of the protocol that replies are encoded in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proto {
    #[default]
    Resp2,
    Resp3,
}

/// Place of the header of an aggregate whose length is told when it ends.
#[derive(Debug)]
#[must_use]
pub struct Mark((usize, usize));

/// Writes replies to one session's output.
pub struct ReplyWriter<'a> {
    out: &'a mut OutBuf,
    proto: Proto,
}

/// Longest header: a type byte, 20 digits and sign, CRLF.
const HEADER_BYTES: usize = 24;

impl<'a> ReplyWriter<'a> {
    #[inline]
    pub fn new(out: &'a mut OutBuf, proto: Proto) -> Self {
        ReplyWriter { out, proto }
    }

    #[inline]
    #[must_use]
    pub fn proto(&self) -> Proto {
        self.proto
    }

    /// Bytes that wait in the session's output.
    #[inline]
    #[must_use]
    pub fn len_bytes(&self) -> usize {
        self.out.len_bytes()
    }

    #[inline]
    pub fn ok(&mut self) {
        self.out.append(b"+OK\r\n");
    }

    /// `text` must hold no line end.
    #[inline]
    pub fn simple(&mut self, text: &str) {
        self.line(b'+', text.as_bytes());
    }

    /// `text` without the leading `-`: `ERR ...`. Line ends in it become spaces.
    pub fn error(&mut self, text: &str) {
        self.error_bytes(text.as_bytes());
    }

    /// As [`Self::error`], for a text that quotes bytes of a client.
    pub fn error_bytes(&mut self, text: &[u8]) {
        self.out.room(text.len() + HEADER_BYTES);
        let chunk = &mut self.out.chunk;
        chunk.push(b'-');
        chunk.extend(
            text.iter()
                .map(|&b| if b == b'\r' || b == b'\n' { b' ' } else { b }),
        );
        chunk.extend_from_slice(b"\r\n");
    }

    pub fn fail(&mut self, error: &ReplyError) {
        self.error_bytes(error.text());
    }

    #[inline]
    pub fn int(&mut self, n: i64) {
        self.header_i64(b':', n);
    }

    #[inline]
    pub fn bulk(&mut self, value: &[u8]) {
        self.out.room(value.len() + HEADER_BYTES + 2);
        let chunk = &mut self.out.chunk;
        push_header(chunk, b'$', value.len());
        chunk.extend_from_slice(value);
        chunk.extend_from_slice(b"\r\n");
    }

    /// An integer as bulk string.
    #[inline]
    pub fn bulk_int(&mut self, n: i64) {
        self.bulk(itoa::Buffer::new().format(n).as_bytes());
    }

    /// A bulk string, by reference if it is large.
    pub fn shared(&mut self, value: Bytes) {
        if value.len() < SHARED_MIN_BYTES {
            self.bulk(&value);
            return;
        }
        self.header(b'$', value.len());
        self.out.append_shared(value);
        self.out.append(b"\r\n");
    }

    /// The absent string.
    #[inline]
    pub fn null(&mut self) {
        self.out.append(match self.proto {
            Proto::Resp2 => b"$-1\r\n".as_slice(),
            Proto::Resp3 => b"_\r\n",
        });
    }

    /// The absent array.
    #[inline]
    pub fn null_array(&mut self) {
        self.out.append(match self.proto {
            Proto::Resp2 => b"*-1\r\n".as_slice(),
            Proto::Resp3 => b"_\r\n",
        });
    }

    /// Header of an array of `n` replies.
    #[inline]
    pub fn array(&mut self, n: usize) {
        self.header(b'*', n);
    }

    /// Header of a map of `n` pairs.
    pub fn map(&mut self, n: usize) {
        let (kind, n) = self.map_header(n);
        self.header(kind, n);
    }

    /// Header of a set of `n` replies.
    pub fn set(&mut self, n: usize) {
        let kind = self.kind(b'~');
        self.header(kind, n);
    }

    /// Header of a push of `n` replies.
    pub fn push(&mut self, n: usize) {
        let kind = self.kind(b'>');
        self.header(kind, n);
    }

    /// Header of an attribute of `n` pairs, which may only precede another reply; RESP3 alone.
    pub fn attribute(&mut self, n: usize) {
        debug_assert!(self.proto == Proto::Resp3);
        self.header(b'|', n);
    }

    pub fn boolean(&mut self, value: bool) {
        match (self.proto, value) {
            (Proto::Resp2, _) => self.int(i64::from(value)),
            (Proto::Resp3, true) => self.out.append(b"#t\r\n"),
            (Proto::Resp3, false) => self.out.append(b"#f\r\n"),
        }
    }

    /// A double, `text` being its decimal form (or `inf`, `-inf`, `nan`).
    pub fn double_text(&mut self, text: &[u8]) {
        match self.proto {
            Proto::Resp2 => self.bulk(text),
            Proto::Resp3 => self.line(b',', text),
        }
    }

    /// An integer of any size, `digits` being its decimal form.
    pub fn bignum(&mut self, digits: &[u8]) {
        match self.proto {
            Proto::Resp2 => self.bulk(digits),
            Proto::Resp3 => self.line(b'(', digits),
        }
    }

    /// Text for people, `format` naming its kind in three letters (`txt`, `mkd`).
    pub fn verbatim(&mut self, format: &str, text: &[u8]) {
        if self.proto == Proto::Resp2 {
            self.bulk(text);
            return;
        }
        self.header(b'=', text.len() + format.len() + 1);
        self.out.append(format.as_bytes());
        self.out.append(b":");
        self.out.append(text);
        self.out.append(b"\r\n");
    }

    /// A reply that is encoded already.
    #[inline]
    pub fn encoded(&mut self, bytes: &[u8]) {
        self.out.append(bytes);
    }

    /// A reply that is encoded already, large values by reference; `from` is empty afterwards.
    pub fn encoded_all(&mut self, from: &mut OutBuf) {
        self.out.append_all(from);
    }

    /// Begins an aggregate whose length is not known yet; its elements follow, then one of
    /// [`Self::end_array`], [`Self::end_map`] and [`Self::end_set`]. Inner ones end before outer.
    pub fn begin(&mut self) -> Mark {
        Mark(self.out.place())
    }

    pub fn end_array(&mut self, mark: Mark, n: usize) {
        self.end(mark, b'*', n);
    }

    /// `n` pairs.
    pub fn end_map(&mut self, mark: Mark, n: usize) {
        let (kind, n) = self.map_header(n);
        self.end(mark, kind, n);
    }

    pub fn end_set(&mut self, mark: Mark, n: usize) {
        let kind = self.kind(b'~');
        self.end(mark, kind, n);
    }

    fn end(&mut self, Mark(place): Mark, kind: u8, n: usize) {
        let mut header = Vec::with_capacity(HEADER_BYTES);
        push_header(&mut header, kind, n);
        self.out.insert_at(place, &header);
    }

    fn map_header(&self, pairs: usize) -> (u8, usize) {
        match self.proto {
            Proto::Resp2 => (b'*', pairs.saturating_mul(2)),
            Proto::Resp3 => (b'%', pairs),
        }
    }

    fn kind(&self, resp3: u8) -> u8 {
        if self.proto == Proto::Resp3 {
            resp3
        } else {
            b'*'
        }
    }

    fn line(&mut self, kind: u8, text: &[u8]) {
        self.out.room(text.len() + HEADER_BYTES);
        let chunk = &mut self.out.chunk;
        chunk.push(kind);
        chunk.extend_from_slice(text);
        chunk.extend_from_slice(b"\r\n");
    }

    #[inline]
    fn header(&mut self, kind: u8, n: usize) {
        self.out.room(HEADER_BYTES);
        push_header(&mut self.out.chunk, kind, n);
    }

    #[inline]
    fn header_i64(&mut self, kind: u8, n: i64) {
        self.out.room(HEADER_BYTES);
        if let Ok(digit @ 0..=9) = u8::try_from(n) {
            self.out
                .chunk
                .extend_from_slice(&[kind, b'0' + digit, b'\r', b'\n']);
            return;
        }
        let mut digits = itoa::Buffer::new();
        self.out.chunk.push(kind);
        self.out
            .chunk
            .extend_from_slice(digits.format(n).as_bytes());
        self.out.chunk.extend_from_slice(b"\r\n");
    }
}

/// `kind`, `n` in decimal, CRLF.
#[inline(always)]
fn push_header(chunk: &mut Vec<u8>, kind: u8, n: usize) {
    match n {
        0..=9 => chunk.extend_from_slice(&[kind, b'0' + n as u8, b'\r', b'\n']),
        10..=99 => {
            let (tens, ones) = (b'0' + (n / 10) as u8, b'0' + (n % 10) as u8);
            chunk.extend_from_slice(&[kind, tens, ones, b'\r', b'\n']);
        }
        _ => push_long_header(chunk, kind, n),
    }
}

fn push_long_header(chunk: &mut Vec<u8>, kind: u8, n: usize) {
    let mut digits = itoa::Buffer::new();
    chunk.push(kind);
    chunk.extend_from_slice(digits.format(n).as_bytes());
    chunk.extend_from_slice(b"\r\n");
}
