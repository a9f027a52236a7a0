//! The echo on our reactor.

use reactor::net::{TcpOptions, bind_list};
use reactor::{CloseMode, Event, Reactor, ReactorConfig};

use crate::pong::Counter;

pub(crate) fn serve(port: u16, core: usize) -> Result<(), String> {
    core_affinity::set_for_current(core_affinity::CoreId { id: core });
    let mut reactor = Reactor::new(ReactorConfig::default()).map_err(|error| error.to_string())?;
    let sockets = bind_list(&["127.0.0.1"], port, &TcpOptions::default());
    for socket in sockets.map_err(|error| error.to_string())? {
        reactor.listen(socket);
    }
    let mut events = Vec::new();
    let mut counters: Vec<Counter> = Vec::new();
    loop {
        reactor
            .turn(None, &mut events)
            .map_err(|error| error.to_string())?;
        for event in &events {
            match *event {
                Event::Accepted { conn, .. } => {
                    if counters.len() <= conn.index() {
                        counters.resize_with(conn.index() + 1, Counter::default);
                    }
                    counters[conn.index()] = Counter::default();
                }
                Event::Received { conn, data } => {
                    let mut output = reactor.take_chunk();
                    counters[conn.index()].answer(reactor.bytes(data), &mut output);
                    reactor.send(conn, output);
                }
                Event::RecvClosed { conn, .. } => reactor.close(conn, CloseMode::AfterFlush),
                _ => {}
            }
        }
    }
}
