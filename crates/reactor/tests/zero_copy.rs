//! Sends without copying, forced on: what the peer gets is what was sent, memory is kept while the
//! kernel reads it, and no longer.

mod common;

use std::io::Read;
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use bytes::Bytes;
use common::{PATIENCE, World, small};
use reactor::{CloseMode, ConnId, Event, ReactorConfig, ZeroCopy};
use rustix::net::sockopt;

const MIB: usize = 1 << 20;

fn world(zero_copy: ZeroCopy) -> World {
    World::with(ReactorConfig {
        zero_copy,
        ..small()
    })
}

/// A value whose bytes depend on their place and on `seed`.
fn value(seed: u64, len: usize) -> Bytes {
    let byte = |at: u64| {
        (at ^ seed)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .to_be_bytes()[0]
    };
    (0..len as u64).map(byte).collect()
}

/// A connection whose client takes little until it reads.
fn narrow_pair(world: &mut World) -> (TcpStream, ConnId) {
    let (client, conn) = world.pair();
    sockopt::set_socket_recv_buffer_size(&client, 128 * 1024).expect("a receive buffer");
    (client, conn)
}

/// Takes turns until the kernel reads memory that it says to have taken.
fn until_pinned(world: &mut World, conn: ConnId, sent: usize) {
    let deadline = Instant::now() + PATIENCE;
    let pinned = |world: &World| {
        let taken = world.reactor.stats().sent_bytes as usize;
        taken + world.reactor.queued_bytes(conn) > sent
    };
    while !pinned(world) {
        world.turn(Duration::from_millis(5));
        assert!(Instant::now() < deadline, "{:?}", world.reactor.stats());
    }
}

fn until_free(world: &mut World, value: &Bytes) {
    let deadline = Instant::now() + PATIENCE;
    while !value.is_unique() {
        world.turn(Duration::from_millis(5));
        assert!(Instant::now() < deadline, "{:?}", world.reactor.stats());
    }
}

/// Reads to the end, slowly at first.
fn read_slowly(mut client: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut all = Vec::new();
        let mut buffer = vec![0; 256 * 1024];
        for read in 0.. {
            let count = client.read(&mut buffer).expect("more, or the end");
            if count == 0 {
                break;
            }
            all.extend_from_slice(&buffer[..count]);
            if read < 30 {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        all
    })
}

/// Every reply has a short head, a value and an end, as large replies do.
fn reply(world: &mut World, conn: ConnId, value: &Bytes) -> Vec<u8> {
    let head = format!("${}\r\n", value.len()).into_bytes();
    world.reactor.send(conn, head.clone());
    world.reactor.send(conn, value.clone());
    world.reactor.send(conn, b"\r\n".to_vec());
    [&head[..], value, b"\r\n"].concat()
}

#[test]
fn a_slow_reader_gets_what_was_sent_and_every_byte_is_let_go_of_once() {
    for policy in [ZeroCopy::Always, ZeroCopy::Never, ZeroCopy::Auto] {
        let mut world = world(policy);
        let (client, conn) = world.pair();
        let values = [
            value(1, 16 * MIB),
            value(2, 64 * 1024),
            value(3, 20_000),
            value(4, 3 * MIB + 7),
        ];
        let mut expected = Vec::new();
        for value in &values {
            expected.extend(reply(&mut world, conn, value));
        }
        let total = expected.len();
        let reader = read_slowly(client);
        let mut done = 0;
        world.until(|event, _| {
            if let Event::SendDone { bytes, queued, .. } = event {
                done += bytes;
                assert_eq!(done + queued, total);
            }
            (done == total).then_some(())
        });
        for value in &values {
            until_free(&mut world, value);
        }
        world.reactor.close(conn, CloseMode::AfterFlush);
        world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
        assert!(reader.join().expect("a reader") == expected, "{policy:?}");
        let stats = world.reactor.stats();
        assert_eq!(stats.zero_copy_sends > 0, policy == ZeroCopy::Always);
        // The receiver is on this machine: the kernel owns up to having copied.
        assert_eq!(stats.zero_copy_copied > 0, policy == ZeroCopy::Always);
    }
}

#[test]
fn what_the_kernel_reads_counts_as_queued_and_stays_alive() {
    let mut world = world(ZeroCopy::Always);
    let (client, conn) = narrow_pair(&mut world);
    let value = value(5, 16 * MIB);
    let expected = reply(&mut world, conn, &value);
    until_pinned(&mut world, conn, expected.len());
    assert!(!value.is_unique());
    let reader = read_slowly(client);
    until_free(&mut world, &value);
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    assert!(reader.join().expect("a reader") == expected);
}

#[test]
fn a_connection_that_is_closed_after_its_flush_leaves_its_memory_with_the_kernel() {
    let mut world = world(ZeroCopy::Always);
    let (client, conn) = narrow_pair(&mut world);
    let value = value(6, MIB);
    let expected = reply(&mut world, conn, &value);
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    // Its place is another's, whose sends have the same names.
    let (other_client, other) = world.pair();
    assert_eq!(other.index(), conn.index());
    assert!(!value.is_unique(), "nobody has read it");
    let other_value = self::value(7, MIB);
    let other_expected = reply(&mut world, other, &other_value);
    let other_reader = read_slowly(other_client);
    until_free(&mut world, &other_value);
    assert!(!value.is_unique());
    let reader = read_slowly(client);
    until_free(&mut world, &value);
    world.reactor.close(other, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn: other }).then_some(()));
    assert!(reader.join().expect("a reader") == expected);
    assert!(other_reader.join().expect("a reader") == other_expected);
}

#[test]
fn closing_now_frees_what_the_kernel_reads() {
    let mut world = world(ZeroCopy::Always);
    let (client, conn) = narrow_pair(&mut world);
    let value = value(8, 16 * MIB);
    let sent = reply(&mut world, conn, &value).len();
    until_pinned(&mut world, conn, sent);
    world.reactor.close(conn, CloseMode::Now);
    until_free(&mut world, &value);
    assert_eq!(world.reactor.connections(), 0);
    drop(client);
}

#[test]
fn a_peer_that_resets_frees_what_the_kernel_reads() {
    let mut world = world(ZeroCopy::Always);
    let (client, conn) = narrow_pair(&mut world);
    let value = value(9, 16 * MIB);
    let sent = reply(&mut world, conn, &value).len();
    until_pinned(&mut world, conn, sent);
    // Unread bytes in its buffer make the end a reset.
    drop(client);
    world.until(|event, _| matches!(event, Event::SendFailed { .. }).then_some(()));
    until_free(&mut world, &value);
    assert_eq!(world.reactor.queued_bytes(conn), 0);
    world.reactor.close(conn, CloseMode::Now);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
}

#[test]
fn a_socket_that_cannot_is_served_with_copies() {
    let mut world = world(ZeroCopy::Always);
    let (ours, client) = UnixStream::pair().expect("a pair");
    let conn = world.reactor.adopt(ours.into()).expect("room");
    let value = value(10, 4 * MIB);
    let expected = reply(&mut world, conn, &value);
    let reader = read_slowly(client);
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    assert!(reader.join().expect("a reader") == expected);
    until_free(&mut world, &value);
}

#[test]
fn a_reactor_can_be_dropped_while_the_kernel_reads() {
    let mut world = world(ZeroCopy::Always);
    let value = value(11, 8 * MIB);
    let mut clients = Vec::new();
    for _ in 0..5 {
        let (client, conn) = narrow_pair(&mut world);
        let before = world.reactor.stats().sent_bytes as usize;
        let sent = reply(&mut world, conn, &value).len();
        until_pinned(&mut world, conn, before + sent);
        clients.push(client);
    }
    drop(world);
    assert!(value.is_unique());
}
