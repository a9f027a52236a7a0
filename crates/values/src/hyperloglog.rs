//! HyperLogLog: how many different elements a string of at most 12,304 bytes has seen.
//!
//! Functions over the bytes of a string, in Valkey's format: a header of 16 bytes (`HYLL`, the
//! form, three bytes unused, the last estimate) and 16,384 registers, packed (dense) or as runs
//! (sparse). The bytes may come from anyone. Never knows keys, nor how strings are kept.

mod estimate;
mod murmur;
mod simd;
mod sparse;
#[cfg(test)]
mod tests;

use estimate::estimate;
pub use simd::switch as switch_wide_instructions;
use sparse::Raised;

pub const REGISTERS: usize = 1 << INDEX_BITS;
pub const HEADER_BYTES: usize = 16;
/// Bytes of a string in the dense form.
pub const DENSE_BYTES: usize = HEADER_BYTES + PACKED_BYTES;

const INDEX_BITS: u32 = 14;
/// Bits of an element's hash that are left for the value of its register.
const HASH_BITS: u32 = 64 - INDEX_BITS;
const PACKED_BYTES: usize = REGISTERS * 6 / 8;

const MAGIC: &[u8] = b"HYLL";
const FORM_AT: usize = 4;
const COUNT_AT: usize = 8;
/// Highest bit of the estimate: it is out of date.
const OUTDATED: u8 = 0x80;

/// A string that has seen nothing, in the sparse form.
pub const EMPTY: &[u8] = b"HYLL\x01\0\0\0\0\0\0\0\0\0\0\x80\x7f\xff";

/// How the registers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Dense,
    Sparse,
}

/// The runs of a sparse string do not make 16,384 registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupted;

/// The form of a string, if it is a HyperLogLog at all.
#[must_use]
pub fn form(bytes: &[u8]) -> Option<Form> {
    if bytes.len() < HEADER_BYTES || !bytes.starts_with(MAGIC) {
        return None;
    }
    match bytes[FORM_AT] {
        0 if bytes.len() == DENSE_BYTES => Some(Form::Dense),
        1 => Some(Form::Sparse),
        _ => None,
    }
}

/// The estimate in the header, unless it is out of date.
#[must_use]
pub fn kept_count(bytes: &[u8]) -> Option<i64> {
    let count: [u8; 8] = bytes.get(COUNT_AT..HEADER_BYTES)?.try_into().ok()?;
    (count[7] & OUTDATED == 0).then(|| i64::from_le_bytes(count))
}

/// Keeps an estimate in the header.
pub fn keep_count(bytes: &mut [u8], count: i64) {
    if let Some(place) = bytes.get_mut(COUNT_AT..HEADER_BYTES) {
        place.copy_from_slice(&count.to_le_bytes());
    }
}

/// Marks the estimate as out of date.
pub fn outdate_count(bytes: &mut [u8]) {
    if let Some(last) = bytes.get_mut(HEADER_BYTES - 1) {
        *last |= OUTDATED;
    }
}

/// The estimate from the registers.
pub fn count(bytes: &[u8]) -> Result<i64, Corrupted> {
    match form(bytes).ok_or(Corrupted)? {
        Form::Sparse => Ok(estimate(&sparse::histogram(bytes)?)),
        Form::Dense => {
            let mut registers = Registers::default();
            registers.merge(bytes)?;
            Ok(registers.count())
        }
    }
}

/// The runs of a sparse string in words; none for a dense one.
pub fn decode(bytes: &[u8]) -> Result<Option<String>, Corrupted> {
    match form(bytes).ok_or(Corrupted)? {
        Form::Sparse => sparse::decode(bytes).map(Some),
        Form::Dense => Ok(None),
    }
}

/// The string in the dense form, with the same header otherwise.
pub fn to_dense(bytes: &[u8]) -> Result<Vec<u8>, Corrupted> {
    if form(bytes).ok_or(Corrupted)? == Form::Dense {
        return Ok(bytes.to_vec());
    }
    let mut registers = Registers::default();
    registers.merge(bytes)?;
    let mut dense = vec![0; DENSE_BYTES];
    dense[..HEADER_BYTES].copy_from_slice(&bytes[..HEADER_BYTES]);
    dense[FORM_AT] = 0;
    if let Some(packed) = packed_mut(&mut dense) {
        simd::pack(&registers.values, packed);
    }
    Ok(dense)
}

/// Adds an element to a dense string; whether that changed it.
pub fn add_dense(bytes: &mut [u8], element: &[u8]) -> bool {
    let (index, value) = place_of(element);
    packed_mut(bytes).is_some_and(|packed| raise_packed(packed, index, value))
}

/// Adds an element; whether that changed the string. A sparse one that would grow above
/// `sparse_bytes_max` becomes dense.
pub fn add(
    bytes: &mut Vec<u8>,
    element: &[u8],
    sparse_bytes_max: usize,
) -> Result<bool, Corrupted> {
    let (index, value) = place_of(element);
    raise(bytes, index, value, sparse_bytes_max)
}

fn raise(
    bytes: &mut Vec<u8>,
    index: usize,
    value: u8,
    sparse_bytes_max: usize,
) -> Result<bool, Corrupted> {
    if form(bytes).ok_or(Corrupted)? == Form::Sparse {
        match sparse::raise(bytes, index, value, sparse_bytes_max)? {
            Raised::Kept => return Ok(false),
            Raised::Changed => return Ok(true),
            Raised::TooLarge => *bytes = to_dense(bytes)?,
        }
    }
    Ok(packed_mut(bytes).is_some_and(|packed| raise_packed(packed, index, value)))
}

/// The register of an element, and the value that it has at least from then on: the place of the
/// lowest bit set in what is left of the hash.
fn place_of(element: &[u8]) -> (usize, u8) {
    let hash = murmur::hash(element);
    let index = hash as usize & (REGISTERS - 1);
    let rest = hash >> INDEX_BITS | 1 << HASH_BITS;
    (index, rest.trailing_zeros() as u8 + 1)
}

fn packed(bytes: &[u8]) -> Option<&[u8; PACKED_BYTES]> {
    bytes.get(HEADER_BYTES..)?.try_into().ok()
}

fn packed_mut(bytes: &mut [u8]) -> Option<&mut [u8; PACKED_BYTES]> {
    bytes.get_mut(HEADER_BYTES..)?.try_into().ok()
}

/// Raises one register of those packed to `value`; whether it was lower.
fn raise_packed(packed: &mut [u8; PACKED_BYTES], index: usize, value: u8) -> bool {
    let (at, shift) = (index / 4 * 3, index % 4 * 6);
    let mut bits = u32::from_le_bytes([packed[at], packed[at + 1], packed[at + 2], 0]);
    if bits >> shift & 0x3f >= u32::from(value) {
        return false;
    }
    bits = bits & !(0x3f << shift) | u32::from(value) << shift;
    packed[at..at + 3].copy_from_slice(&bits.to_le_bytes()[..3]);
    true
}

/// All registers, a byte each: what strings are merged into.
#[derive(Clone, Debug)]
pub struct Registers {
    values: [u8; REGISTERS],
}

impl Default for Registers {
    fn default() -> Self {
        Self {
            values: [0; REGISTERS],
        }
    }
}

impl Registers {
    /// Raises each register to that of a string.
    pub fn merge(&mut self, bytes: &[u8]) -> Result<(), Corrupted> {
        match form(bytes).ok_or(Corrupted)? {
            Form::Sparse => sparse::merge(bytes, &mut self.values),
            Form::Dense => {
                simd::unpack_max(packed(bytes).ok_or(Corrupted)?, &mut self.values);
                Ok(())
            }
        }
    }

    #[must_use]
    pub fn count(&self) -> i64 {
        estimate(&simd::histogram(&self.values))
    }

    pub fn iter(&self) -> impl Iterator<Item = u8> {
        self.values.iter().copied()
    }

    /// Raises each register of a string to these. A sparse one stays so if it can.
    pub fn store(&self, bytes: &mut Vec<u8>, sparse_bytes_max: usize) -> Result<(), Corrupted> {
        let mut raised = self.iter().enumerate().filter(|(_, value)| *value > 0);
        while form(bytes) == Some(Form::Sparse) {
            let Some((index, value)) = raised.next() else {
                return Ok(());
            };
            raise(bytes, index, value, sparse_bytes_max)?;
        }
        let mut all = self.clone();
        all.merge(bytes)?;
        simd::pack(&all.values, packed_mut(bytes).ok_or(Corrupted)?);
        Ok(())
    }
}

/// Elements of [`self_test`]: enough to make a string dense, little enough for a busy core.
const TESTED_ELEMENTS: u64 = 20_000;
/// Standard error of an estimate, and how many of them are an error.
const RELATIVE_ERROR: f64 = 0.0081;
const ERRORS_MAX: f64 = 6.0;

/// Counts a known number of elements in both forms; says what is wrong, if anything.
pub fn self_test(seed: u64) -> Result<(), String> {
    let mut sparse = EMPTY.to_vec();
    let mut dense = to_dense(EMPTY).map_err(|Corrupted| "an empty string is corrupted")?;
    for i in 0..TESTED_ELEMENTS {
        let element = (seed ^ i).to_le_bytes();
        let added = add(&mut sparse, &element, 3000);
        if added != Ok(add_dense(&mut dense, &element)) {
            return Err(format!("the forms differ about element {i}"));
        }
        if (i + 1).is_power_of_two() || i + 1 == TESTED_ELEMENTS {
            let truth = (i + 1) as f64;
            let estimates = (count(&sparse), count(&dense));
            let (Ok(one), Ok(other)) = estimates else {
                return Err(format!("corrupted after {truth} elements"));
            };
            let error = (one as f64 - truth).abs();
            if one != other || error > (truth * RELATIVE_ERROR * ERRORS_MAX).ceil() {
                return Err(format!("{truth} elements are counted as {one} and {other}"));
            }
        }
    }
    Ok(())
}
