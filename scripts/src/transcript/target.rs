//! What a transcript is played against: connections, and two questions about the server.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::frame::Frame;
use crate::Outcome;

/// A server, or an engine in process.
pub trait Target {
    fn connect(&mut self) -> Outcome<Box<dyn Connection>>;

    /// Lets time pass; a target with a clock of its own moves that.
    fn wait(&mut self, time: Duration);

    /// How many sessions wait in a blocking command now.
    fn blocked_sessions(&mut self) -> Outcome<u64>;
}

/// One connection of a client.
pub trait Connection {
    /// Sends everything; a server that has closed is noticed when reading.
    fn send(&mut self, bytes: &[u8]);

    /// Appends what has come, waiting for it up to `limit`.
    fn receive(&mut self, into: &mut Vec<u8>, limit: Duration) -> Received;

    /// Sends no more, still reads.
    fn half_close(&mut self);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    Data,
    Nothing,
    Closed,
}

/// A server behind a TCP address.
pub struct SocketTarget {
    address: SocketAddr,
    control: Option<Box<dyn Connection>>,
}

const CONNECT_LIMIT: Duration = Duration::from_secs(5);
const CONTROL_LIMIT: Duration = Duration::from_secs(5);
const CHUNK_BYTES: usize = 64 * 1024;

impl SocketTarget {
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            control: None,
        }
    }

    fn info_clients(&mut self) -> Outcome<String> {
        if self.control.is_none() {
            self.control = Some(self.connect()?);
        }
        let Some(control) = self.control.as_mut() else {
            return Err("no control".into());
        };
        control.send(b"*2\r\n$4\r\nINFO\r\n$7\r\nclients\r\n");
        let mut bytes = Vec::new();
        let end = Instant::now() + CONTROL_LIMIT;
        while Instant::now() < end {
            if control.receive(&mut bytes, CONTROL_LIMIT) == Received::Closed {
                return Err("the server closed the control connection".into());
            }
            match Frame::decode(&bytes)? {
                Some((
                    Frame::Bulk {
                        data: Some(data), ..
                    },
                    _,
                )) => {
                    return Ok(String::from_utf8_lossy(&data).into_owned());
                }
                Some((frame, _)) => {
                    return Err(format!("INFO clients answered {}", frame.headline()));
                }
                None => {}
            }
        }
        Err("INFO clients was not answered".into())
    }
}

impl Target for SocketTarget {
    fn connect(&mut self) -> Outcome<Box<dyn Connection>> {
        let stream = TcpStream::connect_timeout(&self.address, CONNECT_LIMIT)
            .map_err(|error| format!("cannot connect to {}: {error}", self.address))?;
        // Parts of a request must leave as they are written.
        let _ = stream.set_nodelay(true);
        Ok(Box::new(stream))
    }

    fn wait(&mut self, time: Duration) {
        thread::sleep(time);
    }

    fn blocked_sessions(&mut self) -> Outcome<u64> {
        let text = self.info_clients()?;
        let number = text
            .lines()
            .find_map(|line| line.strip_prefix("blocked_clients:"));
        number
            .and_then(|number| number.trim().parse().ok())
            .ok_or_else(|| "INFO clients has no number blocked_clients".to_string())
    }
}

impl Connection for TcpStream {
    fn send(&mut self, bytes: &[u8]) {
        let _ = self.write_all(bytes);
    }

    fn receive(&mut self, into: &mut Vec<u8>, limit: Duration) -> Received {
        let mut chunk = vec![0; CHUNK_BYTES];
        // A timeout of zero would mean none.
        let _ = self.set_read_timeout(Some(limit.max(Duration::from_millis(1))));
        match self.read(&mut chunk) {
            Ok(0) => Received::Closed,
            Ok(length) => {
                into.extend_from_slice(&chunk[..length]);
                Received::Data
            }
            Err(error) => match error.kind() {
                ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => {
                    Received::Nothing
                }
                _ => Received::Closed,
            },
        }
    }

    fn half_close(&mut self) {
        let _ = self.shutdown(Shutdown::Write);
    }
}
