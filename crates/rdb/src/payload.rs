//! What DUMP answers and RESTORE takes: one value, a version, a checksum.

use crate::checksum::Checksum;
use crate::reader::Malformed;
use crate::{Kind, VERSION};

/// Bytes behind the value: version and checksum.
const FOOTER_BYTES: usize = 10;
/// Versions that only relatives of Valkey have written, with kinds of their own.
const FOREIGN: std::ops::RangeInclusive<u16> = 12..=79;
/// The first kind that relatives mean something else by.
const FOREIGN_KINDS: u8 = 22;

/// Which versions are read (`rdb-version-check`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versions {
    /// Those of Valkey up to the one that is written.
    Strict,
    /// Any, as long as the values themselves are known.
    Relaxed,
}

/// Why a payload is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadError {
    /// Too short, of a version that is not read, or damaged.
    Envelope,
    /// A kind of value that a relative of Valkey has written.
    Foreign(u8),
    /// What it holds is no value.
    Value(Malformed),
}

/// Completes the bytes of a value.
pub fn seal(value: &mut Vec<u8>) {
    value.extend_from_slice(&VERSION.to_le_bytes());
    let checksum = Checksum::of(value);
    value.extend_from_slice(&checksum.to_le_bytes());
}

/// The kind and the bytes of the value in `payload`.
///
/// # Errors
/// An envelope that is not read; with `checked` one with a wrong checksum as well.
pub fn open(
    payload: &[u8],
    versions: Versions,
    checked: bool,
) -> Result<(Kind, &[u8]), PayloadError> {
    let value_bytes = payload.len().checked_sub(FOOTER_BYTES);
    let value_bytes = value_bytes.ok_or(PayloadError::Envelope)?;
    let (content, checksum) = payload.split_last_chunk().ok_or(PayloadError::Envelope)?;
    let (_, version) = content.split_last_chunk().ok_or(PayloadError::Envelope)?;
    let version = u16::from_le_bytes(*version);
    let read = version > 0
        && (versions == Versions::Relaxed || (version <= VERSION && !FOREIGN.contains(&version)));
    let damaged = || Checksum::of(content) != u64::from_le_bytes(*checksum);
    if !read || checked && damaged() {
        return Err(PayloadError::Envelope);
    }
    let (kind, value) = payload[..value_bytes]
        .split_first()
        .ok_or(PayloadError::Value(Malformed("no value")))?;
    if FOREIGN.contains(&version) && *kind >= FOREIGN_KINDS {
        return Err(PayloadError::Foreign(*kind));
    }
    let kind = Kind::of(*kind).map_err(PayloadError::Value)?;
    Ok((kind, value))
}
