//! Sorts one server's frames: which reply belongs to which command, and what was pushed.
//! It must never compare.

use super::command::{Command, Expect, is_marker};
use crate::link::Link;

/// The replies to a list of commands, as far as they have come.
#[derive(Clone, Debug, Default)]
pub struct Walker {
    /// Frames per command.
    pub replies: Vec<Vec<Vec<u8>>>,
    /// Pushed frames, each with the number of the command whose reply was awaited.
    pub pushes: Vec<(usize, Vec<u8>)>,
    /// What made the rest unreadable.
    pub malformed: Option<String>,
    at: usize,
}

impl Walker {
    /// Takes what has arrived on `link`, no more than belongs to `commands`.
    pub fn take(&mut self, link: &mut Link, commands: &[Command]) {
        self.skip_silent(commands);
        while self.malformed.is_none() && !self.is_done(commands) {
            match link.next_frame() {
                Ok(Some(frame)) => self.accept(frame, commands),
                Ok(None) => return,
                Err(error) => self.malformed = Some(error.to_string()),
            }
        }
    }

    /// Takes what was pushed while nothing is awaited.
    pub fn take_pushes(&mut self, link: &mut Link) {
        while self.malformed.is_none() {
            match link.next_frame() {
                Ok(Some(frame)) if is_push(&frame) => self.pushes.push((self.at, frame)),
                Ok(Some(frame)) => {
                    self.malformed = Some(format!("unasked: {}", crate::wire::shown(&frame, 200)));
                }
                Ok(None) => return,
                Err(error) => self.malformed = Some(error.to_string()),
            }
        }
    }

    /// Whether every command has its replies.
    pub fn is_done(&self, commands: &[Command]) -> bool {
        self.at >= commands.len()
    }

    /// Whether anything but pushes has come.
    pub fn has_replies(&self) -> bool {
        !self.replies.is_empty()
    }

    /// How many commands have been answered (or are known to be silent).
    pub fn answered(&self) -> usize {
        self.at
    }

    fn accept(&mut self, frame: Vec<u8>, commands: &[Command]) {
        if is_push(&frame) {
            self.pushes.push((self.at, frame));
            return;
        }
        self.replies
            .resize(self.replies.len().max(self.at + 1), Vec::new());
        match commands[self.at].expect {
            Expect::Confirmations if is_marker(&frame) => {
                // The marker is a command of its own, the next one.
                self.at += 1;
                self.replies.resize(self.at + 1, Vec::new());
                self.replies[self.at].push(frame);
                self.at += 1;
            }
            Expect::Confirmations => {
                let queued = frame == b"+QUEUED\r\n";
                self.replies[self.at].push(frame);
                if queued {
                    self.at += 1;
                }
            }
            _ => {
                self.replies[self.at].push(frame);
                self.at += 1;
            }
        }
        self.skip_silent(commands);
    }

    fn skip_silent(&mut self, commands: &[Command]) {
        while commands
            .get(self.at)
            .is_some_and(|command| command.expect == Expect::Nothing)
        {
            self.at += 1;
        }
    }
}

/// Whether a frame is a message and no reply. RESP2 has no type for it; no generated value reads
/// "message" or "pmessage".
fn is_push(frame: &[u8]) -> bool {
    const RESP2: [&[u8]; 2] = [b"*3\r\n$7\r\nmessage\r\n", b"*4\r\n$8\r\npmessage\r\n"];
    const CONFIRMATIONS: [&[u8]; 4] = [
        b"$9\r\nsubscribe",
        b"$11\r\nunsubscribe",
        b"$10\r\npsubscribe",
        b"$12\r\npunsubscribe",
    ];
    match frame.first() {
        Some(b'>') => {
            let first_item = frame
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(0, |at| at + 1);
            !CONFIRMATIONS
                .iter()
                .any(|text| frame[first_item..].starts_with(text))
        }
        Some(b'*') => RESP2.iter().any(|text| frame.starts_with(text)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fed(commands: &[Command], frames: &[&[u8]]) -> Walker {
        let mut walker = Walker::default();
        walker.skip_silent(commands);
        for frame in frames {
            assert!(!walker.is_done(commands));
            walker.accept(frame.to_vec(), commands);
        }
        walker
    }

    #[test]
    fn pushes_and_confirmations_are_told_from_replies() {
        let mut silent = Command::plain(&["GET", "x"]);
        silent.expect = Expect::Nothing;
        let commands = [
            silent,
            Command::plain(&["GET", "a"]),
            Command::plain(&["SUBSCRIBE", "c", "d"]),
            Command::marker(),
            Command::plain(&["GET", "b"]),
        ];
        let confirmation: &[u8] = b">3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:1\r\n";
        let push: &[u8] = b">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$1\r\nx\r\n";
        let marker: &[u8] = b"$19\r\ndifferential-marker\r\n";
        let walker = fed(
            &commands,
            &[
                b"$1\r\nA\r\n",
                confirmation,
                push,
                confirmation,
                marker,
                b"$-1\r\n",
            ],
        );
        assert!(walker.is_done(&commands));
        let counts: Vec<usize> = walker.replies.iter().map(Vec::len).collect();
        assert_eq!(counts, [0, 1, 2, 1, 1]);
        assert_eq!(walker.pushes, [(2, push.to_vec())]);
    }

    #[test]
    fn subscribing_inside_a_transaction_is_one_reply() {
        let commands = [Command::plain(&["SUBSCRIBE", "c"]), Command::marker()];
        let walker = fed(&commands, &[b"+QUEUED\r\n", b"+QUEUED\r\n"]);
        assert!(walker.is_done(&commands));
        assert_eq!(walker.replies.len(), 2);
    }
}
