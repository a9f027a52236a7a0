//! A real Valkey that follows the subject as its replica: what it has been sent, the whole data
//! set and the stream after it, must come to what the subject holds.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::content;
use super::forms_control::SETTINGS;
use crate::link::Link;
use crate::wire::{self, Value};

/// The follower is attached anew after so many comparisons: now in the middle of the load, now to
/// a subject that holds little.
const ATTACHMENT_COMPARISONS: u64 = 4;
/// The longest that it may take to catch up.
const PATIENCE: Duration = Duration::from_secs(60);
const KEY: &str = "follower:marker";

/// The follower, and the subject as it sees it.
#[derive(Debug)]
pub struct Follower {
    subject: SocketAddr,
    /// The follower's own, and the subject's.
    links: [Link; 2],
    comparisons: u64,
    keys: u64,
    differences: u64,
}

impl Follower {
    /// The server at `addr`, emptied, follows nobody yet.
    pub fn start(addr: SocketAddr, subject: SocketAddr) -> io::Result<Self> {
        let mut links = [Link::connect(addr)?, Link::connect(subject)?];
        links[0].ask(&["REPLICAOF", "NO", "ONE"])?;
        for (name, value) in SETTINGS {
            links[0].ask(&["CONFIG", "SET", name, value])?;
        }
        Ok(Self {
            subject,
            links,
            comparisons: 0,
            keys: 0,
            differences: 0,
        })
    }

    /// Waits until the follower has everything, and describes what it holds otherwise than the
    /// subject. Now and then it is attached anew after that.
    pub fn compare(&mut self) -> io::Result<Vec<String>> {
        let mut found = Vec::new();
        if self.comparisons > 0 {
            self.await_marker()?;
            let (differences, keys) = content::compare_values(&mut self.links)?;
            self.keys += keys;
            self.differences += u64::from(!differences.is_empty());
            found = differences;
        }
        if self.comparisons.is_multiple_of(ATTACHMENT_COMPARISONS) {
            let (ip, port) = (
                self.subject.ip().to_string(),
                self.subject.port().to_string(),
            );
            self.links[0].ask(&["REPLICAOF", "NO", "ONE"])?;
            self.links[0].ask(&["REPLICAOF", &ip, &port])?;
        }
        self.comparisons += 1;
        Ok(found)
    }

    /// One line on what was compared.
    pub fn summary(&self) -> String {
        format!(
            "follower: {} comparisons of {} keys, {} with differences\n",
            self.comparisons.saturating_sub(1),
            self.keys,
            self.differences
        )
    }

    /// Whether it never held anything else than the subject.
    pub fn is_equal(&self) -> bool {
        self.differences == 0 && self.comparisons > 1
    }

    fn await_marker(&mut self) -> io::Result<()> {
        let value = self.comparisons.to_string();
        let [follower, subject] = &mut self.links;
        subject.ask(&["SELECT", "0"])?;
        follower.ask(&["SELECT", "0"])?;
        let deadline = Instant::now() + PATIENCE;
        let mut reply = subject.ask(&["SET", KEY, &value])?;
        while Value::decode(&follower.ask(&["GET", KEY])?)
            .ok()
            .as_ref()
            .and_then(Value::text)
            != Some(value.as_bytes())
        {
            if Instant::now() > deadline {
                let text = format!(
                    "the follower does not catch up: {}",
                    wire::shown(&reply, 200)
                );
                return Err(io::Error::other(text));
            }
            std::thread::sleep(Duration::from_millis(20));
            // The subject may have lost it, or have been out of memory.
            reply = subject.ask(&["SET", KEY, &value])?;
        }
        subject.ask(&["DEL", KEY])?;
        while follower.ask(&["EXISTS", KEY])? != b":0\r\n" && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}
