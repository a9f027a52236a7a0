//! One connection at a time: bytes both ways, ends, pauses and names.

mod common;

use std::io::{Read, Write};
use std::time::Duration;

use common::World;
use reactor::{CloseMode, Event, RecvEnd};

#[test]
fn what_is_received_is_echoed() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    client.write_all(b"hello").expect("written");
    assert_eq!(world.read(conn, 5), b"hello");
    world.reactor.send(conn, b"wor".to_vec());
    world.reactor.send(conn, bytes::Bytes::from_static(b"ld"));
    assert_eq!(world.reactor.queued_bytes(conn), 5);
    world.until(|event, _| match event {
        Event::SendDone {
            conn: whose,
            bytes: 5,
            queued: 0,
        } if whose == conn => Some(()),
        _ => None,
    });
    let mut answer = [0; 5];
    client.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"world");
    assert_eq!(world.reactor.connections(), 1);
    assert_eq!(world.reactor.stats().received_bytes, 5);
    assert_eq!(
        world.reactor.peer_address(conn).to_string(),
        client.local_addr().expect("address").to_string()
    );
    assert_eq!(
        world.reactor.local_address(conn).to_string(),
        world.address.to_string()
    );
}

#[test]
fn a_half_closed_peer_still_gets_its_answer() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    client.write_all(b"last words").expect("written");
    client
        .shutdown(std::net::Shutdown::Write)
        .expect("shut down");
    let mut seen = Vec::new();
    let end = world.until(|event, reactor| {
        match event {
            Event::Received { data, .. } => seen.extend_from_slice(reactor.bytes(data)),
            Event::RecvClosed { end, .. } => return Some(end),
            _ => {}
        }
        None
    });
    assert_eq!(end, RecvEnd::Eof);
    assert_eq!(seen, b"last words");
    world.reactor.send(conn, b"heard".to_vec());
    world.reactor.close(conn, CloseMode::AfterFlush);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
    let mut answer = Vec::new();
    client
        .read_to_end(&mut answer)
        .expect("answer, then the end");
    assert_eq!(answer, b"heard");
    assert_eq!(world.reactor.connections(), 0);
}

#[test]
fn our_side_can_be_shut_down_alone() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    world.reactor.send(conn, b"bye".to_vec());
    world.reactor.shutdown_write(conn);
    world.reactor.send(conn, b"dropped".to_vec());
    world.run_for(Duration::from_millis(50));
    let mut answer = Vec::new();
    client
        .read_to_end(&mut answer)
        .expect("answer, then the end");
    assert_eq!(answer, b"bye");
    client.write_all(b"still here").expect("written");
    assert_eq!(world.read(conn, 10), b"still here");
}

#[test]
fn a_reset_is_reported_as_an_error() {
    let mut world = World::new();
    let (client, conn) = world.pair();
    world.run_for(Duration::from_millis(20));
    rustix::net::sockopt::set_socket_linger(&client, Some(Duration::ZERO)).expect("linger");
    drop(client);
    let end = world.until(|event, _| match event {
        Event::RecvClosed { conn: whose, end } if whose == conn => Some(end),
        _ => None,
    });
    assert_eq!(end, RecvEnd::Error(libc::ECONNRESET));
    world.reactor.send(conn, b"to nobody".to_vec());
    world.until(|event, _| matches!(event, Event::SendFailed { .. }).then_some(()));
    assert_eq!(world.reactor.queued_bytes(conn), 0);
    world.reactor.close(conn, CloseMode::Now);
    world.until(|event, _| (event == Event::Closed { conn }).then_some(()));
}

#[test]
fn a_paused_connection_receives_after_it_is_resumed() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    client.write_all(b"1").expect("written");
    assert_eq!(world.read(conn, 1), b"1");
    world.reactor.pause_recv(conn);
    world.run_for(Duration::from_millis(20));
    client.write_all(b"2").expect("written");
    let events = world.run_for(Duration::from_millis(50));
    assert!(events.is_empty(), "{events:?}");
    // Back and forth within one turn is the same as nothing.
    world.reactor.resume_recv(conn);
    world.reactor.pause_recv(conn);
    world.reactor.resume_recv(conn);
    assert_eq!(world.read(conn, 1), b"2");
    // A pause that is undone while its cancellation is under way.
    world.reactor.pause_recv(conn);
    world.reactor.resume_recv(conn);
    client.write_all(b"3").expect("written");
    assert_eq!(world.read(conn, 1), b"3");
}

#[test]
fn names_of_closed_connections_do_nothing() {
    let mut world = World::new();
    let (_client, old) = world.pair();
    world.reactor.close(old, CloseMode::Now);
    world.until(|event, _| (event == Event::Closed { conn: old }).then_some(()));
    let (mut client, new) = world.pair();
    assert_eq!(new.index(), old.index());
    world.reactor.send(old, b"wrong".to_vec());
    world.reactor.pause_recv(old);
    world.reactor.close(old, CloseMode::Now);
    world.reactor.shutdown_write(old);
    assert!(world.reactor.detach(old).is_none());
    assert!(world.reactor.socket(old).is_none());
    assert_eq!(world.reactor.queued_bytes(old), 0);
    world.reactor.send(new, b"right".to_vec());
    client.write_all(b"x").expect("written");
    assert_eq!(world.read(new, 1), b"x");
    let mut answer = [0; 5];
    client.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"right");
}

#[test]
fn received_bytes_are_valid_for_their_turn_only() {
    let mut world = World::new();
    let (mut client, _) = world.pair();
    client.write_all(b"now").expect("written");
    let data = world.until(|event, reactor| match event {
        Event::Received { data, .. } => {
            assert_eq!(reactor.bytes(data), b"now");
            Some(data)
        }
        _ => None,
    });
    world.turn(Duration::ZERO);
    assert_eq!(world.reactor.bytes(data), b"");
}

#[test]
fn a_connection_can_move_to_another_reactor_before_it_is_armed() {
    let mut first = World::new();
    let mut second = World::new();
    let (mut client, conn) = first.pair();
    let fd = first.reactor.detach(conn).expect("nothing in flight yet");
    assert_eq!(first.reactor.connections(), 0);
    client.write_all(b"moved").expect("written");
    let conn = second.reactor.adopt(fd).expect("room");
    assert_eq!(second.read(conn, 5), b"moved");
    // Now the kernel holds a receive.
    assert!(second.reactor.detach(conn).is_none());
}

#[test]
fn an_idle_turn_makes_no_system_call() {
    let mut world = World::new();
    world.run_for(Duration::from_millis(20));
    let before = world.reactor.stats().enters;
    for _ in 0..100 {
        world.turn(Duration::ZERO);
    }
    assert_eq!(world.reactor.stats().enters, before);
}

#[test]
fn a_turn_ends_at_its_timeout() {
    let mut world = World::new();
    world.run_for(Duration::from_millis(20));
    for spin in [
        Duration::ZERO,
        Duration::from_millis(1),
        Duration::from_secs(1),
    ] {
        world.reactor.set_spin(spin);
        let start = std::time::Instant::now();
        assert!(world.turn(Duration::from_millis(30)).is_empty());
        let took = start.elapsed();
        assert!(took >= Duration::from_millis(30), "{took:?}");
    }
}

/// Takes turns until `enough` of the bytes that come as usual; tells of those that come otherwise.
fn collect(
    world: &mut World,
    bytes: &mut Vec<u8>,
    mut enough: impl FnMut(&[u8], Option<Event>) -> bool,
) {
    let deadline = std::time::Instant::now() + common::PATIENCE;
    let mut done = enough(bytes, None);
    while !done {
        for event in world.turn(Duration::from_millis(20)) {
            if let Event::Received { data, .. } = event {
                bytes.extend_from_slice(world.reactor.bytes(data));
            }
            done |= enough(bytes, Some(event));
        }
        assert!(std::time::Instant::now() < deadline);
    }
}

/// The next bytes go to memory of the user's, wherever they are when it says so.
#[test]
fn bytes_are_received_into_memory_of_the_users() {
    const VALUE: usize = 3 << 20;
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    let value: Vec<u8> = (0..VALUE).map(|at| (at % 251) as u8).collect();
    for early in [0, 1, 100, 20_000] {
        let sent = [b"head", &value[..], b"tail"].concat();
        let mut writer = client.try_clone().expect("a copy");
        client.write_all(&sent[..4 + early]).expect("sent");
        let mut bytes = Vec::new();
        collect(&mut world, &mut bytes, |bytes, _| bytes.len() >= 4);
        let mut buffer = Vec::with_capacity(VALUE);
        buffer.extend_from_slice(&bytes[4..]);
        let (place, wanted) = (buffer.as_ptr(), VALUE - buffer.len());
        world.reactor.recv_into(conn, buffer, wanted);
        let thread = std::thread::spawn(move || writer.write_all(&sent[4 + early..]));
        let (mut told, mut tail) = (0, Vec::new());
        collect(&mut world, &mut tail, |_, event| {
            if let Some(Event::Filling { bytes, .. }) = event {
                told += bytes;
            }
            event == Some(Event::Filled { conn })
        });
        assert_eq!(told, wanted);
        let filled = world.reactor.take_filled(conn).expect("the memory");
        assert!(filled == value);
        assert_eq!(filled.as_ptr(), place, "it has not moved");
        collect(&mut world, &mut tail, |tail, _| tail.len() >= 4);
        assert_eq!(tail, b"tail");
        thread.join().expect("a writer").expect("sent");
    }
    let stats = world.reactor.stats();
    assert!(
        stats.filled_bytes > 3 * stats.filled_by_copy_bytes,
        "{stats:?}"
    );
}

#[test]
fn a_connection_may_end_while_memory_of_the_users_is_filled() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    world.reactor.recv_into(conn, Vec::new(), 1000);
    client.write_all(&[1; 999]).expect("sent");
    world.until(|event, _| matches!(event, Event::Filling { .. }).then_some(()));
    assert!(world.reactor.take_filled(conn).is_none());
    drop(client);
    let end = RecvEnd::Eof;
    world.until(|event, _| (event == Event::RecvClosed { conn, end }).then_some(()));
    let (client, other) = world.pair();
    world.reactor.recv_into(other, Vec::new(), 1000);
    world.run_for(Duration::from_millis(10));
    world.reactor.close(other, CloseMode::Now);
    world.until(|event, _| (event == Event::Closed { conn: other }).then_some(()));
    drop(client);
    let (_client, last) = world.pair();
    world.reactor.recv_into(last, Vec::new(), 1000);
    world.run_for(Duration::from_millis(10));
    drop(world);
}
