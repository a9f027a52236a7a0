//! A server process of its own for each test, and clients of it that speak as little of the
//! protocol as they must. Must never touch a process that it has not started.
#![allow(dead_code)] // each test program uses its part

mod client;
mod process;
pub(crate) mod work;

#[allow(unused_imports)] // likewise
pub(crate) use client::{Client, Stream, request};
#[allow(unused_imports)]
pub(crate) use process::{Ended, Server, free_port, run};

use std::time::{Duration, Instant};

/// Longer than anything here takes on a busy machine; a test that waits this long has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

const POLL: Duration = Duration::from_millis(5);

/// Whether what takes long is wanted too, as `cargo x nightly server` says.
pub(crate) fn is_night() -> bool {
    let wanted = std::env::var_os("RINGKEY_NIGHTLY").is_some();
    if !wanted {
        println!("skipped: `cargo x nightly server` runs this");
    }
    wanted
}

/// Asks until there is an answer; `what` says in vain for what.
pub(crate) fn until<T>(what: &str, mut asked: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = asked() {
            return answer;
        }
        assert!(
            Instant::now() < deadline,
            "in {PATIENCE:?} it did not happen: {what}"
        );
        std::thread::sleep(POLL);
    }
}
