//! Answers without looking, on our reactor.

use reactor::net::{TcpOptions, bind_list};
use reactor::{CloseMode, Event, Reactor, ReactorConfig};

/// What answers a connection's requests.
pub(crate) trait Answer: Clone {
    /// Appends the answers to what arrived.
    fn answer(&mut self, input: &[u8], output: &mut Vec<u8>);
}

/// Serves on one core; each connection gets a copy of `fresh`.
pub(crate) fn serve<A: Answer>(port: u16, core: usize, fresh: &A) -> Result<(), String> {
    core_affinity::set_for_current(core_affinity::CoreId { id: core });
    let mut reactor = Reactor::new(ReactorConfig::default()).map_err(|error| error.to_string())?;
    let options = TcpOptions {
        reuse_port: true,
        ..TcpOptions::default()
    };
    for socket in bind_list(&["127.0.0.1"], port, &options).map_err(|error| error.to_string())? {
        reactor.listen(socket);
    }
    let mut events = Vec::new();
    let mut answers: Vec<A> = Vec::new();
    loop {
        reactor
            .turn(None, &mut events)
            .map_err(|error| error.to_string())?;
        for event in &events {
            match *event {
                Event::Accepted { conn, .. } => {
                    if answers.len() <= conn.index() {
                        answers.resize_with(conn.index() + 1, || fresh.clone());
                    }
                    answers[conn.index()] = fresh.clone();
                }
                Event::Received { conn, data } => {
                    let mut output = reactor.take_chunk();
                    answers[conn.index()].answer(reactor.bytes(data), &mut output);
                    reactor.send(conn, output);
                }
                Event::RecvClosed { conn, .. } => reactor.close(conn, CloseMode::AfterFlush),
                _ => {}
            }
        }
    }
}
