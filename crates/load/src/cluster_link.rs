//! A client of a cluster, as small as it can be: a connection to each node, requests sent where
//! their slot is announced, redirections followed. It must never know what the requests mean.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use stdx::slot::SLOTS;

use crate::link::Link;
use crate::wire::{self, Value};

/// Redirections of one request after which the cluster is taken for broken.
const REDIRECTIONS_MAX: usize = 16;

/// A server that does not answer for so long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request, and the slot that it goes by.
#[derive(Clone, Debug)]
pub struct Request {
    pub slot: u16,
    pub args: Vec<Vec<u8>>,
}

/// Connections to the nodes of a cluster, and which has which slot.
#[derive(Debug)]
pub struct ClusterLink {
    seed: SocketAddr,
    nodes: BTreeMap<SocketAddr, Link>,
    owners: Vec<SocketAddr>,
    /// Redirections followed.
    pub redirections: u64,
}

impl ClusterLink {
    /// Connects to a node and learns of the others.
    pub fn connect(seed: SocketAddr) -> io::Result<Self> {
        let mut link = Self {
            seed,
            nodes: BTreeMap::new(),
            owners: vec![seed; SLOTS],
            redirections: 0,
        };
        link.learn(seed)?;
        Ok(link)
    }

    /// Addresses of all nodes with slots.
    pub fn addresses(&self) -> Vec<SocketAddr> {
        let mut addresses = self.owners.clone();
        addresses.sort_unstable();
        addresses.dedup();
        addresses
    }

    /// A connection to one node.
    pub fn node(&mut self, addr: SocketAddr) -> io::Result<&mut Link> {
        match self.nodes.entry(addr) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => Ok(place.insert(Link::connect(addr)?)),
        }
    }

    /// Sends all requests, those of a node in order and without waiting, and returns the replies in
    /// the order of the requests. What is redirected is sent again, in order.
    pub fn ask_all(&mut self, requests: &[Request]) -> io::Result<Vec<Vec<u8>>> {
        let mut replies = vec![Vec::new(); requests.len()];
        let mut open: Vec<usize> = (0..requests.len()).collect();
        for _ in 0..REDIRECTIONS_MAX {
            let mut asked: BTreeMap<SocketAddr, Vec<usize>> = BTreeMap::new();
            for at in open.drain(..) {
                let addr = self.owners[usize::from(requests[at].slot) % SLOTS];
                wire::push_command(self.node(addr)?.outbox(), &requests[at].args);
                asked.entry(addr).or_default().push(at);
            }
            for addr in asked.keys() {
                self.node(*addr)?.flush()?;
            }
            let mut redirected = None;
            for (addr, places) in asked {
                let link = self.node(addr)?;
                for at in places {
                    let reply = link.await_frame(PATIENCE)?;
                    match moved(&reply) {
                        Some(other) => {
                            redirected = Some(other);
                            open.push(at);
                        }
                        None => replies[at] = reply,
                    }
                }
            }
            let Some(other) = redirected else {
                return Ok(replies);
            };
            self.redirections += open.len() as u64;
            open.sort_unstable();
            self.learn(other)?;
        }
        Err(io::Error::other("redirected again and again"))
    }

    /// Asks a node who has which slot.
    fn learn(&mut self, addr: SocketAddr) -> io::Result<()> {
        let frame = self.node(addr)?.ask(&["CLUSTER", "SLOTS"])?;
        let value = Value::decode(&frame).map_err(io::Error::other)?;
        let wrong = || io::Error::other(format!("CLUSTER SLOTS: {}", wire::shown(&frame, 200)));
        for range in value.items().ok_or_else(wrong)? {
            let (first, last, owner) = self.range(range).ok_or_else(wrong)?;
            let slots = self.owners.get_mut(first..=last).ok_or_else(wrong)?;
            slots.fill(owner);
        }
        Ok(())
    }

    fn range(&self, range: &Value) -> Option<(usize, usize, SocketAddr)> {
        let [first, last, node, ..] = range.items()? else {
            return None;
        };
        let [host, port, ..] = node.items()? else {
            return None;
        };
        let host = str::from_utf8(host.text()?).ok()?;
        let ip = if host.is_empty() {
            self.seed.ip()
        } else {
            host.parse().ok()?
        };
        let number = |value: &Value| usize::try_from(value.int()?).ok();
        let port = u16::try_from(port.int()?).ok()?;
        Some((number(first)?, number(last)?, SocketAddr::new(ip, port)))
    }
}

/// Where a reply sends its request, if it does.
fn moved(reply: &[u8]) -> Option<SocketAddr> {
    let text = reply.strip_prefix(b"-MOVED ")?;
    let text = str::from_utf8(text).ok()?;
    text.trim_end().split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirections_are_told_from_other_replies() {
        let other = "127.0.0.1:7002".parse().ok();
        assert_eq!(moved(b"-MOVED 866 127.0.0.1:7002\r\n"), other);
        assert_eq!(moved(b"-ERR no\r\n"), None);
        assert_eq!(moved(b"+OK\r\n"), None);
    }
}
