//! Integers as text for effects.
//!
//! Nothing but a cursor is allocated.

use stdx::num::{I64_TEXT_BYTES_MAX, format_i64};

/// The digits of a number without a sign: a cursor.
pub(crate) fn unsigned(number: u64) -> Vec<u8> {
    number.to_string().into_bytes()
}

/// An integer with room for its digits.
pub(crate) struct Decimal {
    digits: [u8; I64_TEXT_BYTES_MAX],
    start: usize,
}

impl Decimal {
    pub(crate) fn of(number: i64) -> Self {
        let mut digits = [0; I64_TEXT_BYTES_MAX];
        let start = I64_TEXT_BYTES_MAX - format_i64(number, &mut digits).len();
        Self { digits, start }
    }

    pub(crate) fn text(&self) -> &[u8] {
        &self.digits[self.start..]
    }
}
