//! A reactor on a thread of its own for each test, and the small steps all tests take.
#![allow(dead_code)] // each test program uses its part

use std::net::{SocketAddr, TcpStream};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use reactor::net::{Address, TcpOptions, bind_list};
use reactor::{ConnId, Event, ListenerId, Reactor, ReactorConfig};

/// Longer than anything here takes on a busy machine; a test that waits this long has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct World {
    pub(crate) reactor: Reactor,
    pub(crate) listener: ListenerId,
    pub(crate) address: SocketAddr,
    events: Vec<Event>,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(small())
    }

    pub(crate) fn with(config: ReactorConfig) -> Self {
        let mut reactor = Reactor::new(config).expect("a ring");
        let sockets = bind_list(&["127.0.0.1"], 0, &TcpOptions::default()).expect("a free port");
        let socket = sockets.into_iter().next().expect("one socket");
        let Address::Ip(address) = Address::of_local(socket.as_fd()) else {
            panic!("no address")
        };
        let listener = reactor.listen(socket);
        Self {
            reactor,
            listener,
            address,
            events: Vec::new(),
        }
    }

    /// A client's blocking socket, connected.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("connected");
        stream.set_nodelay(true).expect("nodelay");
        stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
        stream
    }

    /// A client and the reactor's name for its connection.
    pub(crate) fn pair(&mut self) -> (TcpStream, ConnId) {
        let stream = self.connect();
        let conn = self.until(|event, _| match event {
            Event::Accepted { conn, .. } => Some(conn),
            _ => None,
        });
        (stream, conn)
    }

    /// Events of one turn that waits up to `timeout`.
    pub(crate) fn turn(&mut self, timeout: Duration) -> Vec<Event> {
        self.reactor
            .turn(Some(timeout), &mut self.events)
            .expect("a turn");
        std::mem::take(&mut self.events)
    }

    /// Takes turns until `wanted` finds what it looks for.
    pub(crate) fn until<T>(
        &mut self,
        mut wanted: impl FnMut(Event, &mut Reactor) -> Option<T>,
    ) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut found = None;
            for event in self.turn(Duration::from_millis(100)) {
                if found.is_none() {
                    found = wanted(event, &mut self.reactor);
                }
            }
            if let Some(found) = found {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "it did not happen in {PATIENCE:?}"
            );
        }
    }

    /// Takes turns for `period`, collecting all events.
    pub(crate) fn run_for(&mut self, period: Duration) -> Vec<Event> {
        let end = Instant::now() + period;
        let mut all = Vec::new();
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            all.extend(self.turn(left));
        }
        all
    }

    /// The bytes of `conn` until there are `count` of them.
    pub(crate) fn read(&mut self, conn: ConnId, count: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.until(|event, reactor| {
            if let Event::Received { conn: whose, data } = event
                && whose == conn
            {
                bytes.extend_from_slice(reactor.bytes(data));
            }
            (bytes.len() >= count).then_some(())
        });
        bytes
    }
}

/// A small reactor: tests run side by side.
pub(crate) fn small() -> ReactorConfig {
    ReactorConfig {
        entries: 64,
        completions: 512,
        recv_buffers: 16,
        recv_buffer_bytes: 4096,
        ..ReactorConfig::default()
    }
}
