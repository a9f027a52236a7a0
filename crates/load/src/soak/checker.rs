//! Checks what is shared while the others work: finished append lists element by element, the
//! sum of the accounts, the queues at one moment.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::Actor;
use super::appends::Append;
use super::frames::{self, OK, QUEUED, must_be};
use super::mixed::check_sum;
use super::queues::parse_token;
use super::world::{ACCOUNTS, QUEUES, TOKENS, World, key};
use crate::wire::push_command;

/// Elements compared per LRANGE.
const CHUNK: usize = 500;
/// Between two looks at queues and accounts.
const PERIOD: Duration = Duration::from_millis(500);

/// The checker: one check at a time.
#[derive(Debug)]
pub struct Checker {
    pending: VecDeque<Pending>,
    next_look: Instant,
}

#[derive(Debug)]
enum Pending {
    Exact { what: String, reply: Vec<u8> },
    Sum,
    Queues,
}

impl Checker {
    pub fn new() -> Self {
        Self {
            pending: VecDeque::new(),
            next_look: Instant::now(),
        }
    }

    /// The whole list, chunk by chunk, and its removal.
    fn compare(&mut self, append: &Append, out: &mut Vec<u8>) -> Result<(), String> {
        let name = String::from_utf8_lossy(&append.key).into_owned();
        append.check_order()?;
        let mut exact = |args: &[Vec<u8>], reply: Vec<u8>| {
            push_command(out, args);
            let what = format!("{} of {name}", String::from_utf8_lossy(&args[0]));
            self.pending.push_back(Pending::Exact { what, reply });
        };
        let args = [b"LLEN".to_vec(), append.key.clone()];
        exact(&args, frames::int(append.len() as i64));
        for start in (0..append.len()).step_by(CHUNK) {
            let stop = (start + CHUNK - 1).to_string().into_bytes();
            let args = [
                b"LRANGE".to_vec(),
                append.key.clone(),
                start.to_string().into_bytes(),
                stop,
            ];
            exact(&args, append.expected(start, CHUNK)?);
        }
        let existed = i64::from(!append.is_empty());
        exact(&[b"DEL".to_vec(), append.key.clone()], frames::int(existed));
        Ok(())
    }

    fn look(&mut self, out: &mut Vec<u8>) {
        let mut args = vec![b"MGET".to_vec()];
        args.extend((0..ACCOUNTS).map(|at| key("account", at)));
        push_command(out, &args);
        self.pending.push_back(Pending::Sum);
        push_command(out, &[b"MULTI"]);
        let exact = |what: &str, reply: &[u8]| Pending::Exact {
            what: what.to_string(),
            reply: reply.to_vec(),
        };
        self.pending.push_back(exact("MULTI", OK));
        for at in 0..QUEUES {
            push_command(out, &[b"LRANGE", &key("queue", at)[..], b"0", b"-1"]);
            self.pending.push_back(exact("LRANGE in MULTI", QUEUED));
        }
        push_command(out, &[b"EXEC"]);
        self.pending.push_back(Pending::Queues);
    }
}

impl Default for Checker {
    fn default() -> Self {
        Self::new()
    }
}

impl Actor for Checker {
    fn name(&self) -> String {
        "checker".to_string()
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        if !self.pending.is_empty() {
            return;
        }
        if let Some(append) = world.appends.take_finished() {
            if let Err(error) = self.compare(&append, out) {
                // Reported with the next reply, so that all failures go one way.
                push_command(out, &[b"PING"]);
                self.pending.push_back(Pending::Exact {
                    what: error,
                    reply: Vec::new(),
                });
            }
        } else if !world.stopping && Instant::now() >= self.next_look {
            self.next_look = Instant::now() + PERIOD;
            self.look(out);
        }
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        match self.pending.pop_front() {
            Some(Pending::Exact { what, reply }) => {
                must_be(&what, &reply, frame)?;
                world.held("parts of whole lists compared");
            }
            Some(Pending::Sum) => {
                check_sum(frame)?;
                world.held("sums of all accounts");
            }
            Some(Pending::Queues) => {
                queued_tokens(frame)?;
                world.held("queues at one moment");
            }
            None => return Err(frames::wrong("a reply", b"(none was asked for)", frame)),
        }
        Ok(())
    }

    fn pending(&self) -> usize {
        self.pending.len()
    }
}

/// The tokens in all queues, from an EXEC of one LRANGE each; none may be there twice.
pub fn queued_tokens(frame: &[u8]) -> Result<Vec<usize>, String> {
    let wrong = || frames::wrong("all queues", b"(tokens, each once)", frame);
    let mut there = [false; TOKENS];
    for queue in frames::items(frame)
        .filter(|items| items.len() == QUEUES)
        .ok_or_else(wrong)?
    {
        for text in frames::texts(queue).ok_or_else(wrong)? {
            let token = parse_token(text).ok_or_else(wrong)?;
            if std::mem::replace(&mut there[token], true) {
                return Err(wrong());
            }
        }
    }
    Ok((0..TOKENS).filter(|token| there[*token]).collect())
}
