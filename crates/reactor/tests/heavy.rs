//! Much to send, slow readers, many connections, few buffers: nothing lost, nothing freed early.

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::{PATIENCE, World, small};
use reactor::{CloseMode, ConnId, Event, ReactorConfig, Segment};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

const MIB: usize = 1 << 20;

/// A byte that depends on its place, so that a lost or doubled piece shows.
fn byte_at(at: usize) -> u8 {
    (at as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .to_be_bytes()[0]
}

fn pattern(from: usize, len: usize) -> Vec<u8> {
    (from..from + len).map(byte_at).collect()
}

/// Reads everything, slowly at first, and checks it.
fn read_slowly(mut client: TcpStream) -> std::thread::JoinHandle<usize> {
    std::thread::spawn(move || {
        let mut buffer = vec![0; 256 * 1024];
        let mut total = 0;
        let mut reads = 0;
        loop {
            let count = client.read(&mut buffer).expect("more, or the end");
            if count == 0 {
                return total;
            }
            for (at, byte) in buffer[..count].iter().enumerate() {
                assert_eq!(*byte, byte_at(total + at), "at {}", total + at);
            }
            total += count;
            reads += 1;
            if reads < 50 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    })
}

/// Queues `total` bytes in segments of changing size and kind.
fn queue_pattern(world: &mut World, conn: ConnId, total: usize) {
    let sizes = [1, 16 * 1024, 333, 5 * MIB, 64 * 1024, 7, 1000];
    let mut at = 0;
    for (number, size) in sizes.iter().cycle().enumerate() {
        let len = (*size).min(total - at);
        let chunk = pattern(at, len);
        at += len;
        let segment = match number % 2 {
            0 => Segment::Chunk(chunk),
            _ => Segment::Shared(chunk.into()),
        };
        world.reactor.send(conn, segment);
        if at == total {
            return;
        }
    }
}

#[test]
fn a_slow_reader_gets_64_mib_whole() {
    let world = World::new();
    assert!(
        world.reactor.features().contains("inline_send=yes"),
        "{}",
        world.reactor.features()
    );
    serve_a_slow_reader(world);
}

#[test]
fn a_slow_reader_is_served_without_inline_sends_too() {
    serve_a_slow_reader(World::with(ReactorConfig {
        inline_sends: false,
        ..small()
    }));
}

fn serve_a_slow_reader(mut world: World) {
    let total = 64 * MIB;
    let (client, conn) = world.pair();
    queue_pattern(&mut world, conn, total);
    assert_eq!(world.reactor.queued_bytes(conn), total);
    let reader = read_slowly(client);
    let mut sent = 0;
    world.until(|event, reactor| {
        if let Event::SendDone { bytes, queued, .. } = event {
            sent += bytes;
            assert_eq!(queued, total - sent);
            assert_eq!(reactor.queued_bytes(conn), queued);
        }
        (sent == total).then_some(())
    });
    assert!(
        world.reactor.stats().partial_sends > 0,
        "{:?}",
        world.reactor.stats()
    );
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    assert_eq!(reader.join().expect("every byte in place"), total);
}

#[test]
fn closing_after_the_flush_waits_for_a_slow_reader() {
    let total = 24 * MIB;
    let mut world = World::new();
    let (client, conn) = world.pair();
    queue_pattern(&mut world, conn, total);
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.reactor.send(conn, b"too late".to_vec());
    let events = world.run_for(Duration::from_millis(50));
    assert!(events.is_empty(), "{events:?}");
    let reader = read_slowly(client);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    assert_eq!(reader.join().expect("every byte in place"), total);
}

#[test]
fn closing_now_takes_back_a_send_in_flight() {
    let mut world = World::new();
    let (client, conn) = world.pair();
    queue_pattern(&mut world, conn, 24 * MIB);
    // The reader reads nothing: a send stays with the kernel.
    world.run_for(Duration::from_millis(50));
    let queued = world.reactor.queued_bytes(conn);
    assert!(queued > MIB, "{queued}");
    for mode in [CloseMode::AfterFlush, CloseMode::Now, CloseMode::Now] {
        world.reactor.close(conn, mode);
    }
    world.reactor.send(conn, b"too late".to_vec());
    let events = world.run_for(Duration::from_millis(50));
    assert_eq!(events, [Event::Closed { conn }]);
    assert_eq!(world.reactor.connections(), 0);
    drop(client);
}

#[test]
fn a_reader_that_dies_fails_the_send() {
    let mut world = World::new();
    let (client, conn) = world.pair();
    queue_pattern(&mut world, conn, 24 * MIB);
    world.run_for(Duration::from_millis(20));
    drop(client);
    world.until(|event, _| matches!(event, Event::SendFailed { .. }).then_some(()));
    assert_eq!(world.reactor.queued_bytes(conn), 0);
    world.reactor.send(conn, b"to nobody".to_vec());
    assert_eq!(world.reactor.queued_bytes(conn), 0);
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
}

#[test]
fn a_reactor_can_be_dropped_with_everything_in_flight() {
    let mut world = World::new();
    let mut clients = Vec::new();
    for _ in 0..20 {
        let (client, conn) = world.pair();
        queue_pattern(&mut world, conn, 8 * MIB);
        clients.push(client);
    }
    world.run_for(Duration::from_millis(50));
    drop(world);
    for mut client in clients {
        // What was taken by the kernel arrives, then the end: nobody holds the socket any more.
        let mut received = Vec::new();
        let _ = client.read_to_end(&mut received);
        assert!(received.len() < 8 * MIB);
        assert_eq!(received, pattern(0, received.len()));
    }
}

/// Answers every byte with the same byte until `done` says so.
fn echo_until(world: &mut World, mut done: impl FnMut(&mut World) -> bool) {
    let deadline = std::time::Instant::now() + PATIENCE;
    while !done(world) {
        for event in world.turn(Duration::from_millis(20)) {
            if let Event::Received { conn, data } = event {
                let mut chunk = world.reactor.take_chunk();
                chunk.extend_from_slice(world.reactor.bytes(data));
                world.reactor.send(conn, chunk);
            }
        }
        assert!(
            std::time::Instant::now() < deadline,
            "{:?}",
            world.reactor.stats()
        );
    }
}

#[test]
fn a_thousand_connections_share_sixteen_buffers() {
    const CONNECTIONS: usize = 1000;
    // Both ends of each are ours; the usual soft limit is 1,024.
    let limits = getrlimit(Resource::Nofile);
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limits.maximum,
            ..limits
        },
    )
    .expect("a limit");
    let mut world = World::new();
    let mut clients = Vec::new();
    while clients.len() < CONNECTIONS {
        clients.extend((0..100).map(|_| world.connect()));
        let wanted = clients.len();
        echo_until(&mut world, |world| world.reactor.connections() == wanted);
    }
    for round in 0..3u8 {
        for (number, client) in clients.iter_mut().enumerate() {
            client.write_all(&[number as u8, round]).expect("written");
        }
        let wanted = 2 * CONNECTIONS as u64 * (u64::from(round) + 1);
        echo_until(&mut world, |world| {
            world.reactor.stats().sent_bytes == wanted
        });
        for (number, client) in clients.iter_mut().enumerate() {
            let mut answer = [0; 2];
            client.read_exact(&mut answer).expect("an answer");
            assert_eq!(answer, [number as u8, round]);
        }
    }
    let stats = world.reactor.stats();
    assert!(stats.buffer_shortages > 0, "{stats:?}");
    // Linear work: each shortage is one failed receive, armed again when buffers are back.
    assert!(
        stats.buffer_shortages < 4 * 3 * CONNECTIONS as u64,
        "{stats:?}"
    );
    drop(clients);
    let mut ended = 0;
    world.until(|event, reactor| {
        if let Event::RecvClosed { conn, .. } = event {
            ended += 1;
            reactor.close(conn, CloseMode::Now);
        }
        (ended == CONNECTIONS).then_some(())
    });
    echo_until(&mut world, |world| world.reactor.connections() == 0);
}

#[test]
fn a_flood_arrives_in_order() {
    let total = 16 * MIB;
    let mut world = World::with(ReactorConfig {
        recv_buffers: 4,
        ..small()
    });
    let (mut client, conn) = world.pair();
    let writer = std::thread::spawn(move || {
        client.write_all(&pattern(0, total)).expect("written");
        client
    });
    let mut seen = 0;
    world.until(|event, reactor| {
        if let Event::Received { data, .. } = event {
            for byte in reactor.bytes(data) {
                assert_eq!(*byte, byte_at(seen), "at {seen}");
                seen += 1;
            }
        }
        (seen == total).then_some(())
    });
    assert_eq!(world.reactor.stats().received_bytes, total as u64);
    drop(writer.join().expect("the writer"));
    world.reactor.close(conn, CloseMode::Now);
}
