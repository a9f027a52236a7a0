//! The nodes that a connection is told of: CLUSTER SLOTS, SHARDS, NODES, INFO.
//!
//! Must never tell what a client could not connect to.

use std::fmt::Write;

use mesh::CoreId;
use resp::{ReplyError, ReplyWriter};
use settings::Param;
use stdx::slot::SLOTS;

use crate::core::Core;
use crate::core_ports::CorePorts;
use crate::session::Session;
use crate::session_commands::server::told;

/// Distance of the bus port from the port of clients, where nothing else is said.
const BUS_PORT_OFFSET: u32 = 10_000;

/// A node as clients are told of it.
pub(crate) struct Node {
    /// 40 hexadecimal digits.
    pub(crate) id: String,
    /// 40 hexadecimal digits.
    pub(crate) shard: String,
    port: u32,
    bus_port: u32,
    /// First and last slot of each stretch.
    ranges: Vec<(u16, u16)>,
    /// The client is connected to this one.
    myself: bool,
}

/// Where clients find the nodes, besides their ports.
struct Endpoint {
    ip: Vec<u8>,
    hostname: Vec<u8>,
    zone: Vec<u8>,
    preferred: &'static str,
}

impl Endpoint {
    /// What clients are to connect to; nothing: where they are connected now.
    fn preferred(&self) -> Option<&[u8]> {
        match self.preferred {
            "hostname" if self.hostname.is_empty() => Some(b"?"),
            "hostname" => Some(&self.hostname),
            "unknown-endpoint" => None,
            _ => Some(&self.ip),
        }
    }

    /// What else is known.
    fn others(&self) -> Vec<(&'static str, &[u8])> {
        let mut others: Vec<(&'static str, &[u8])> = Vec::new();
        if self.preferred != "ip" {
            others.push(("ip", &self.ip));
        }
        if self.preferred != "hostname" && !self.hostname.is_empty() {
            others.push(("hostname", &self.hostname));
        }
        if !self.zone.is_empty() {
            others.push(("availability-zone", &self.zone));
        }
        others
    }
}

impl Core {
    fn endpoint(&self, session: &Session) -> Endpoint {
        let settings = &self.control.settings;
        let for_family = if session.info.addr.starts_with('[') {
            Param::ClusterAnnounceClientIpv6
        } else {
            Param::ClusterAnnounceClientIpv4
        };
        let ip = match settings.text(for_family) {
            b"" => settings.text(Param::ClusterAnnounceIp),
            ip => ip,
        };
        // Valkey's nodes learn their addresses from one another; clients expect one where there are
        // several nodes.
        let reached = || own_address(session).as_bytes().to_vec();
        let ip = match ip {
            b"" if session.core_port.is_some() => reached(),
            ip => ip.to_vec(),
        };
        Endpoint {
            ip,
            hostname: settings.text(Param::ClusterAnnounceHostname).to_vec(),
            zone: settings.text(Param::AvailabilityZone).to_vec(),
            preferred: settings.word(Param::ClusterPreferredEndpointType),
        }
    }

    /// The nodes that a session is told of, in the order of their slots.
    fn nodes(&self, session: &Session) -> Vec<Node> {
        match (session.core_port, self.map.ports()) {
            (Some(own), Some(ports)) => (0..ports.count())
                .map(|index| self.core_node(ports, index, own))
                .collect(),
            _ => vec![self.whole_node()],
        }
    }

    /// A core port as a node.
    fn core_node(&self, ports: &CorePorts, index: CoreId, own: CoreId) -> Node {
        let (facts, port) = (&self.shared.facts, ports.number(index));
        Node {
            id: derived(&facts.node_id, index),
            shard: derived(&facts.shard_id, index),
            port,
            bus_port: port + BUS_PORT_OFFSET,
            ranges: ports.ranges(index),
            myself: index == own,
        }
    }

    /// What a redirection names besides the port.
    pub(crate) fn redirection_host(&self, session: &Session) -> Vec<u8> {
        let endpoint = self.endpoint(session);
        endpoint.preferred().unwrap_or_default().to_vec()
    }

    /// The node that a session is connected to.
    pub(crate) fn own_node(&self, session: &Session) -> Node {
        let mut nodes = self.nodes(session);
        let own = nodes.iter().position(|node| node.myself).unwrap_or(0);
        nodes.swap_remove(own)
    }

    /// The process as one node with all slots.
    fn whole_node(&self) -> Node {
        let settings = &self.control.settings;
        let given = |param: Param| u32::try_from(settings.int(param)).unwrap_or(0);
        let first_given = |params: &[Param], otherwise: u32| {
            let mut given = params.iter().map(|&param| given(param));
            given.find(|&port| port != 0).unwrap_or(otherwise)
        };
        let port = u32::from(settings.port());
        let announced = [Param::ClusterAnnounceClientPort, Param::ClusterAnnouncePort];
        let bus = [Param::ClusterAnnounceBusPort, Param::ClusterPort];
        Node {
            id: self.shared.facts.node_id.clone(),
            shard: self.shared.facts.shard_id.clone(),
            port: first_given(&announced, port),
            bus_port: first_given(&bus, port + BUS_PORT_OFFSET),
            ranges: vec![(0, SLOTS as u16 - 1)],
            myself: true,
        }
    }

    /// An error if a session is told of no node with this id.
    pub(crate) fn known_node(&self, session: &Session, id: &[u8]) -> Result<(), ReplyError> {
        let known = |node: &Node| node.id.as_bytes().eq_ignore_ascii_case(id);
        if self.nodes(session).iter().any(known) {
            return Ok(());
        }
        Err(ReplyError::new(format!("ERR Unknown node {}", told(id))))
    }

    /// CLUSTER SLOTS.
    pub(crate) fn write_slots(&mut self, session: &mut Session) {
        let (nodes, endpoint) = (self.nodes(session), self.endpoint(session));
        let mut ranges: Vec<(u16, u16, &Node)> = nodes
            .iter()
            .flat_map(|node| {
                let ranges = node.ranges.iter();
                ranges.map(move |&(first, last)| (first, last, node))
            })
            .collect();
        ranges.sort_unstable_by_key(|&(first, ..)| first);
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(ranges.len());
            for (first, last, node) in ranges {
                reply.array(3);
                reply.int(i64::from(first));
                reply.int(i64::from(last));
                reply.array(4);
                match endpoint.preferred() {
                    Some(text) => reply.bulk(text),
                    None => reply.null(),
                }
                reply.int(i64::from(node.port));
                reply.bulk(node.id.as_bytes());
                let others = endpoint.others();
                reply.map(others.len());
                for (name, value) in others {
                    reply.bulk(name.as_bytes());
                    reply.bulk(value);
                }
            }
        });
    }

    /// CLUSTER SHARDS.
    pub(crate) fn write_shards(&mut self, session: &mut Session) {
        let (nodes, endpoint) = (self.nodes(session), self.endpoint(session));
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(nodes.len());
            for node in &nodes {
                reply.map(3);
                reply.bulk(b"slots");
                reply.array(node.ranges.len() * 2);
                for &(first, last) in &node.ranges {
                    reply.int(i64::from(first));
                    reply.int(i64::from(last));
                }
                reply.bulk(b"nodes");
                reply.array(1);
                write_member(&mut reply, node, &endpoint);
                reply.bulk(b"id");
                reply.bulk(node.shard.as_bytes());
            }
        });
    }

    /// CLUSTER NODES.
    pub(crate) fn write_nodes(&mut self, session: &mut Session) {
        let (nodes, endpoint) = (self.nodes(session), self.endpoint(session));
        let mut text = String::new();
        for node in &nodes {
            let ip = String::from_utf8_lossy(&endpoint.ip);
            let _ = write!(text, "{} {ip}:{}@{}", node.id, node.port, node.bus_port);
            if !endpoint.hostname.is_empty() {
                let _ = write!(text, ",{}", String::from_utf8_lossy(&endpoint.hostname));
            }
            let flags = if node.myself {
                "myself,master"
            } else {
                "master"
            };
            let _ = write!(text, " {flags} - 0 0 0 connected");
            for &(first, last) in &node.ranges {
                let _ = if first == last {
                    write!(text, " {first}")
                } else {
                    write!(text, " {first}-{last}")
                };
            }
            text.push('\n');
        }
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
        });
    }

    /// What CLUSTER INFO tells, and INFO's section of it.
    pub(crate) fn cluster_info(&self, session: &Session) -> String {
        let nodes = self.nodes(session).len();
        let ports = self.map.ports().filter(|_| session.core_port.is_some());
        let epoch = ports.map_or(0, |ports| ports.version() as usize);
        let fields: [(&str, usize); 21] = [
            ("cluster_slots_assigned", SLOTS),
            ("cluster_slots_ok", SLOTS),
            ("cluster_slots_pfail", 0),
            ("cluster_slots_fail", 0),
            ("cluster_nodes_pfail", 0),
            ("cluster_nodes_fail", 0),
            ("cluster_voting_nodes_pfail", 0),
            ("cluster_voting_nodes_fail", 0),
            ("cluster_known_nodes", nodes),
            ("cluster_size", nodes),
            ("cluster_current_epoch", epoch),
            ("cluster_my_epoch", 0),
            ("cluster_stats_messages_sent", 0),
            ("cluster_stats_messages_received", 0),
            ("cluster_stats_bytes_sent", 0),
            ("cluster_stats_bytes_received", 0),
            ("cluster_stats_pubsub_bytes_sent", 0),
            ("cluster_stats_pubsub_bytes_received", 0),
            ("cluster_stats_module_bytes_sent", 0),
            ("cluster_stats_module_bytes_received", 0),
            ("total_cluster_links_buffer_limit_exceeded", 0),
        ];
        let mut text = "cluster_state:ok\r\n".to_owned();
        for (name, value) in fields {
            let _ = write!(text, "{name}:{value}\r\n");
        }
        text
    }
}

/// The address at which a session's client reached this server.
fn own_address(session: &Session) -> &str {
    let laddr = session.info.laddr.as_str();
    let host = laddr.rsplit_once(':').map_or(laddr, |(host, _)| host);
    host.trim_start_matches('[').trim_end_matches(']')
}

/// The id of a core port, made from the process's own: no other index makes the same.
fn derived(id: &str, index: CoreId) -> String {
    let (head, tail) = id.split_at(id.len().saturating_sub(4));
    let tail = u16::from_str_radix(tail, 16).unwrap_or(0);
    format!("{head}{:04x}", tail ^ (index + 1))
}

/// A shard's only node.
fn write_member(reply: &mut ReplyWriter<'_>, node: &Node, endpoint: &Endpoint) {
    let mut fields: Vec<(&str, &[u8])> = vec![
        ("ip", &endpoint.ip),
        ("endpoint", endpoint.preferred().unwrap_or_default()),
    ];
    if !endpoint.hostname.is_empty() {
        fields.push(("hostname", &endpoint.hostname));
    }
    fields.push(("role", b"master"));
    let mut after: Vec<(&str, &[u8])> = vec![("health", b"online")];
    if !endpoint.zone.is_empty() {
        after.push(("availability-zone", &endpoint.zone));
    }
    reply.map(fields.len() + after.len() + 3);
    let text = |reply: &mut ReplyWriter<'_>, name: &str, value: &[u8]| {
        reply.bulk(name.as_bytes());
        reply.bulk(value);
    };
    text(reply, "id", node.id.as_bytes());
    reply.bulk(b"port");
    reply.int(i64::from(node.port));
    for (name, value) in fields {
        text(reply, name, value);
    }
    reply.bulk(b"replication-offset");
    reply.int(0);
    for (name, value) in after {
        text(reply, name, value);
    }
}
