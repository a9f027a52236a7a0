//! One simulated client: when it sends how much of its workload, and when it goes.
//!
//! It sees its own connection and nothing of the server.

use crate::connection::{Connection, Sent};
use crate::dice::{Concern, Dice};
use crate::profile::Profile;
use crate::wire::{self, Words};
use crate::workload::{Names, Workload, frames_of};

/// A piece of what a client writes.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// Bytes, and the number of requests that are complete with them.
    Bytes(Vec<u8>, usize),
    /// Nothing for so many microseconds.
    Pause(u64),
    /// What follows ends with QUIT.
    Quit,
    /// It sends nothing more and reads on.
    HalfClose,
    /// It is gone.
    Close,
}

/// Ways in which a client ends a connection: others are numbered below these.
const QUITS: u64 = 4;
/// Gone a little later, perhaps in the middle of a transaction that waits for all cores.
const LINGERS: u64 = 5;

pub(crate) struct Client {
    dice: Dice,
    workload: Workload,
    /// Requests left to send.
    left: u64,
    pub(crate) connection: Option<usize>,
    /// It acts again as soon as all replies are there.
    pub(crate) listens: bool,
}

impl Client {
    pub(crate) fn new(seed: u64, number: u64, profile: &Profile) -> Self {
        Self {
            // The workload has its own stream.
            dice: Dice::new(seed, Concern::Client(500_000 + number)),
            workload: Workload::new(seed, number),
            left: profile.requests_per_client,
            connection: None,
            listens: false,
        }
    }

    /// Nothing is left to do.
    pub(crate) fn is_done(&self) -> bool {
        self.left == 0
    }

    /// The core that a new connection goes to.
    pub(crate) fn connect(&mut self, profile: &Profile) -> usize {
        self.workload.connected(profile);
        self.dice.index(usize::from(profile.cores))
    }

    /// The next pipeline, in pieces to be sent one after another, and perhaps the end.
    pub(crate) fn act(
        &mut self,
        profile: &Profile,
        names: &Names,
        clients: u64,
        connection: &mut Connection,
    ) -> Vec<Piece> {
        let count = self.dice.skewed(profile.pipeline).min(self.left);
        self.left -= count;
        let mut requests: Vec<Words> = (0..count)
            .map(|_| self.workload.next(profile, names, clients))
            .collect();
        let end = if profile.closes > 0 && asks(&requests) && self.dice.chance(90) {
            Some(LINGERS)
        } else {
            self.dice.chance(profile.closes).then(|| self.dice.below(5))
        };
        if end == Some(QUITS) {
            requests.push(wire::words(&["QUIT"]));
        }
        let mut bytes = Vec::new();
        let mut ends = Vec::new();
        for args in requests {
            bytes.extend(wire::request(&args));
            ends.push(bytes.len());
            connection.awaited += frames_of(&args);
            connection.sent.push(Sent { args, at: None });
        }
        let mut pieces = self.split(&bytes, &ends);
        self.listens = self.dice.chance(profile.waits);
        match end {
            None => {}
            Some(QUITS) => pieces.insert(pieces.len() - 1, Piece::Quit),
            Some(LINGERS) => {
                // About as long as it takes until all cores have met.
                let longest_us = (profile.hop_us + profile.turn_us) << self.dice.between(2, 6);
                pieces.push(Piece::Pause(self.dice.below(longest_us)));
                pieces.push(Piece::Close);
            }
            Some(kind) => {
                if kind >= 2 {
                    // Gone in the middle of a request.
                    pieces.truncate(self.dice.index(pieces.len()) + 1);
                }
                pieces.push(if kind % 2 == 0 {
                    Piece::HalfClose
                } else {
                    Piece::Close
                });
            }
        }
        pieces
    }

    /// Cuts bytes at random places.
    fn split(&mut self, bytes: &[u8], ends: &[usize]) -> Vec<Piece> {
        let cuts = [0, 0, 1, 3][self.dice.index(4)];
        let mut places: Vec<usize> = (0..cuts).map(|_| self.dice.index(bytes.len())).collect();
        places.push(bytes.len());
        places.sort_unstable();
        places.dedup();
        let mut start = 0;
        let mut pieces = Vec::new();
        for end in places {
            let complete = ends.iter().filter(|&&at| start < at && at <= end).count();
            if start < end {
                pieces.push(Piece::Bytes(bytes[start..end].to_vec(), complete));
            }
            start = end;
        }
        pieces
    }

    pub(crate) fn pause_us(&mut self, profile: &Profile) -> u64 {
        self.dice.skewed(profile.think_us)
    }
}

/// Whether a pipeline ends a transaction with a question to all cores.
fn asks(requests: &[Words]) -> bool {
    let question = |request: &Words| matches!(request[0].as_slice(), b"INFO" | b"CLIENT");
    requests.iter().any(question) && requests.iter().any(|request| request[0] == b"EXEC")
}
