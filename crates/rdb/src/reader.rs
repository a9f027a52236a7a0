//! Reading the parts that values are made of: lengths, numbers, strings.
//!
//! It never reads past its input, and never believes a length: memory is asked for only as bytes
//! are there to fill it.

use crate::lzf;
use std::borrow::Cow;

/// Most bytes that the compressed strings of one value may come to: beyond it the value is taken
/// for malformed. A small input could otherwise ask for a hundred times its size again and again.
pub const EXPANDED_BYTES_MAX: usize = 4 << 30;

/// The input is not what it should be; the text says how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl std::fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Malformed {}

const CUT: Malformed = Malformed("the input ends too early");

/// What a length byte with both upper bits set stands for.
const INT_8: u8 = 0;
const INT_16: u8 = 1;
const INT_32: u8 = 2;
const COMPRESSED: u8 = 3;

const LENGTH_32: u8 = 0x80;
const LENGTH_64: u8 = 0x81;

enum Length {
    Plain(u64),
    /// A form of a string.
    Special(u8),
}

/// A place in the input.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    /// Bytes that compressed strings may still come to.
    expandable: usize,
}

impl<'a> Reader<'a> {
    /// At the beginning of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            expandable: EXPANDED_BYTES_MAX,
        }
    }

    /// What has not been read.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next `count` bytes.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(CUT)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next `N` bytes.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(CUT)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, Malformed> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// A time in Unix ms, or a signed number of eight bytes.
    pub fn signed(&mut self) -> Result<i64, Malformed> {
        self.array().map(i64::from_le_bytes)
    }

    /// A binary number.
    pub fn double(&mut self) -> Result<f64, Malformed> {
        self.array().map(f64::from_le_bytes)
    }

    /// A number as text; infinite ones and what is not a number have marks of their own.
    pub fn text_double(&mut self) -> Result<f64, Malformed> {
        match self.byte()? {
            253 => Ok(f64::NAN),
            254 => Ok(f64::INFINITY),
            255 => Ok(f64::NEG_INFINITY),
            count => {
                let text = str::from_utf8(self.bytes(count.into())?);
                let number = text.ok().and_then(|text| text.trim().parse().ok());
                number.ok_or(Malformed("not a number"))
            }
        }
    }

    /// A length or an unsigned number.
    pub fn length(&mut self) -> Result<u64, Malformed> {
        match self.any_length()? {
            Length::Plain(length) => Ok(length),
            Length::Special(_) => Err(Malformed("a string where a length is due")),
        }
    }

    /// The number of elements that follow, each of which takes at least a byte.
    pub fn count(&mut self) -> Result<usize, Malformed> {
        let count = self.length()?;
        match usize::try_from(count) {
            Ok(count) if count <= self.rest.len() => Ok(count),
            _ => Err(CUT),
        }
    }

    /// A string.
    pub fn string(&mut self) -> Result<Cow<'a, [u8]>, Malformed> {
        let number = match self.any_length()? {
            Length::Plain(length) => {
                let length = usize::try_from(length).map_err(|_| CUT)?;
                return self.bytes(length).map(Cow::Borrowed);
            }
            Length::Special(INT_8) => i8::from_le_bytes(self.array()?).into(),
            Length::Special(INT_16) => i16::from_le_bytes(self.array()?).into(),
            Length::Special(INT_32) => i32::from_le_bytes(self.array()?).into(),
            Length::Special(COMPRESSED) => return self.compressed().map(Cow::Owned),
            Length::Special(_) => return Err(Malformed("unknown form of a string")),
        };
        let mut digits = [0; stdx::num::I64_TEXT_BYTES_MAX];
        let text = stdx::num::format_i64(number, &mut digits);
        Ok(Cow::Owned(text.to_vec()))
    }

    fn compressed(&mut self) -> Result<Vec<u8>, Malformed> {
        let (packed, full) = (self.count()?, self.length()?);
        let packed = self.bytes(packed)?;
        let full = usize::try_from(full)
            .ok()
            .filter(|full| *full <= self.expandable)
            .ok_or(Malformed("a compressed string that is too long"))?;
        self.expandable -= full;
        lzf::decompress(packed, full).ok_or(Malformed("a compressed string that is damaged"))
    }

    fn any_length(&mut self) -> Result<Length, Malformed> {
        let first = self.byte()?;
        let low = first & 0x3f;
        Ok(match first >> 6 {
            0 => Length::Plain(low.into()),
            1 => Length::Plain(u64::from(low) << 8 | u64::from(self.byte()?)),
            3 => Length::Special(low),
            _ if first == LENGTH_32 => Length::Plain(u32::from_be_bytes(self.array()?).into()),
            _ if first == LENGTH_64 => Length::Plain(u64::from_be_bytes(self.array()?)),
            _ => return Err(Malformed("unknown form of a length")),
        })
    }
}
