//! Workers that pass tokens between queues with blocking pops and moves. Tokens are fewer than
//! workers, so most wait; none may be lost or appear twice. It must never use other keys.

use stdx::rng::Rng;

use super::Actor;
use super::frames::{self, NULL, NULL_ARRAY};
use super::world::{QUEUES, TOKENS, World, key};
use crate::wire::{parse_int, push_command};

/// One worker, with one request at a time.
#[derive(Debug)]
pub struct Worker {
    at: usize,
    rng: Rng,
    state: State,
}

#[derive(Debug)]
enum State {
    Idle,
    /// Has asked for a token in one of these queues.
    Popping(Vec<Vec<u8>>),
    /// Has asked for a move, which leaves nothing in its hands.
    Moving,
    /// Has a token in its hands.
    Holding(usize),
    /// Has put it back.
    Returning,
}

impl Worker {
    pub fn new(at: usize, seed: u64) -> Self {
        Self {
            at,
            rng: Rng::new(seed ^ 0x70_6b_65_6e),
            state: State::Idle,
        }
    }

    fn queue(&mut self) -> Vec<u8> {
        key("queue", self.rng.below(QUEUES as u64) as usize)
    }

    fn end(&mut self) -> Vec<u8> {
        if self.rng.below(2) == 0 {
            b"LEFT".to_vec()
        } else {
            b"RIGHT".to_vec()
        }
    }

    fn fetch(&mut self, out: &mut Vec<u8>) {
        // Short enough that waiting in vain and being served at the last moment both happen.
        let seconds = format!("0.{:03}", self.rng.range(1..300)).into_bytes();
        match self.rng.below(4) {
            0 => {
                let args = [
                    b"BLMOVE".to_vec(),
                    self.queue(),
                    self.queue(),
                    self.end(),
                    self.end(),
                    seconds,
                ];
                push_command(out, &args);
                self.state = State::Moving;
            }
            1 => {
                let queue = self.queue();
                push_command(out, &[b"RPOP".to_vec(), queue.clone()]);
                self.state = State::Popping(vec![queue]);
            }
            choice => {
                let name: &[u8] = if choice == 2 { b"BLPOP" } else { b"BRPOP" };
                let queues: Vec<Vec<u8>> =
                    (0..self.rng.range(1..5)).map(|_| self.queue()).collect();
                let mut args = vec![name.to_vec()];
                args.extend(queues.iter().cloned());
                args.push(seconds);
                push_command(out, &args);
                self.state = State::Popping(queues);
            }
        }
    }

    fn take(&mut self, world: &mut World, text: &[u8]) -> Result<(), String> {
        let token =
            parse_token(text).ok_or_else(|| frames::wrong("a token", b"(token:number)", text))?;
        if let Some(holder) = world.holders[token] {
            return Err(format!(
                "token {token} was popped while worker {holder} holds it"
            ));
        }
        world.holders[token] = Some(self.at);
        self.state = State::Holding(token);
        Ok(())
    }
}

impl Actor for Worker {
    fn name(&self) -> String {
        format!("queue worker {}", self.at)
    }

    fn ask(&mut self, world: &mut World, out: &mut Vec<u8>) {
        match self.state {
            State::Idle if !world.stopping => self.fetch(out),
            State::Holding(token) => {
                let name: &[u8] = if self.rng.below(2) == 0 {
                    b"LPUSH"
                } else {
                    b"RPUSH"
                };
                let args = [name.to_vec(), self.queue(), token_name(token)];
                push_command(out, &args);
                // From now on another worker may get it.
                world.holders[token] = None;
                self.state = State::Returning;
            }
            _ => {}
        }
    }

    fn reply(&mut self, world: &mut World, frame: &[u8]) -> Result<(), String> {
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Popping(queues) => {
                if frame == NULL || frame == NULL_ARRAY {
                    world.held("waits in vain");
                } else if let Some(text) = frames::text(frame) {
                    self.take(world, text)?;
                    world.held("tokens popped");
                } else if let Some([queue, text]) = frames::texts(frame).as_deref()
                    && queues.iter().any(|asked| asked == queue)
                {
                    self.take(world, text)?;
                    world.held("tokens popped after waiting or at once");
                } else {
                    return Err(frames::wrong("a blocking pop", b"(queue and token)", frame));
                }
            }
            State::Moving => {
                let moved = frames::text(frame).map(parse_token);
                match moved {
                    None if frame == NULL || frame == NULL_ARRAY => world.held("waits in vain"),
                    Some(Some(token)) if world.holders[token].is_none() => {
                        world.held("tokens moved");
                    }
                    _ => return Err(frames::wrong("BLMOVE", b"(a token nobody holds)", frame)),
                }
            }
            State::Returning => {
                let len = frames::number(frame).filter(|len| (0..=TOKENS as i64).contains(len));
                len.ok_or_else(|| frames::wrong("a push of a token", b"(a length)", frame))?;
                world.held("tokens returned");
            }
            State::Idle | State::Holding(_) => {
                return Err(frames::wrong("a reply", b"(none was asked for)", frame));
            }
        }
        Ok(())
    }

    fn pending(&self) -> usize {
        usize::from(!matches!(self.state, State::Idle))
    }
}

/// How a token is written.
pub fn token_name(token: usize) -> Vec<u8> {
    format!("token:{token}").into_bytes()
}

/// The number of a token.
pub fn parse_token(text: &[u8]) -> Option<usize> {
    let number = usize::try_from(parse_int(text.strip_prefix(b"token:")?)?).ok()?;
    (number < TOKENS).then_some(number)
}
