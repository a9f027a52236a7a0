//! Strings: values read and written whole, in part, in groups, and as numbers.
//!
//! Never knows another family.

mod counters;
mod get_set;
mod lcs;
mod many;
mod options;
mod parts;

pub use counters::{decr, decrby, incr, incrby, incrbyfloat};
pub use get_set::{delifeq, get, getdel, getex, getset, psetex, set, setex, setnx};
pub use lcs::lcs;
pub use many::{mget, mset, msetex, msetnx};
pub use parts::{append, getrange, setrange, strlen};
