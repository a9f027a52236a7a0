//! Numbers as text, exactly as Valkey reads and writes them.
//!
//! Only text and values: which error a command answers with is the command's affair.

mod float;
mod grisu;
mod integer;
pub mod long_double;

pub use float::{F64_TEXT_BYTES_MAX, f64_in_17_digits, format_f64, parse_f64};
pub use integer::{I64_TEXT_BYTES_MAX, format_i64, parse_i64};
