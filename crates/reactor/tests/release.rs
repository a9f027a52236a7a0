//! A socket changes its reactor in the middle of its life: no byte is lost or doubled, in either
//! direction.

mod common;

use std::io::{Read, Write};
use std::time::Duration;

use common::World;
use reactor::{CloseMode, ConnId, Event, Parcel};

/// Moves a connection; returns its new name and the bytes that came before it was let go of.
fn pass_on(from: &mut World, to: &mut World, conn: ConnId) -> (ConnId, Vec<u8>) {
    from.reactor.release(conn);
    let mut bytes = Vec::new();
    from.until(|event, reactor| match event {
        Event::Received { conn: whose, data } if whose == conn => {
            bytes.extend_from_slice(reactor.bytes(data));
            None
        }
        Event::Released { conn: whose } => (whose == conn).then_some(()),
        _ => None,
    });
    let Some(Parcel { fd, unsent, filled }) = from.reactor.take_released(conn) else {
        panic!("it was released");
    };
    bytes.extend(filled.unwrap_or_default());
    let conn = to.reactor.adopt(fd).expect("room");
    for segment in unsent {
        to.reactor.send(conn, segment);
    }
    (conn, bytes)
}

#[test]
fn a_stream_is_received_whole_by_reactors_in_turn() {
    const BYTES: usize = 4 << 20;
    let (mut first, mut second) = (World::new(), World::new());
    let (mut client, mut conn) = first.pair();
    let writer = std::thread::spawn(move || {
        let all: Vec<u8> = (0..BYTES).map(|at| (at / 7) as u8).collect();
        client.write_all(&all).expect("written");
        client
    });
    let mut got = Vec::new();
    while got.len() < BYTES {
        let wanted = (got.len() + 100_000).min(BYTES) - got.len();
        if (got.len() / 100_000).is_multiple_of(3) {
            first.reactor.recv_into(conn, Vec::new(), wanted);
        }
        for event in first.turn(Duration::from_millis(20)) {
            match event {
                Event::Received { data, .. } => got.extend_from_slice(first.reactor.bytes(data)),
                Event::Filled { conn } => {
                    got.extend(first.reactor.take_filled(conn).expect("full"));
                }
                _ => {}
            }
        }
        let (next, bytes) = pass_on(&mut first, &mut second, conn);
        conn = next;
        got.extend(bytes);
        std::mem::swap(&mut first, &mut second);
    }
    assert!(
        got.iter()
            .enumerate()
            .all(|(at, &byte)| byte == (at / 7) as u8)
    );
    assert_eq!(got.len(), BYTES);
    drop(writer.join().expect("a writer"));
}

#[test]
fn output_that_the_peer_is_slow_to_read_goes_along() {
    const BYTES: usize = 24 << 20;
    let (mut first, mut second) = (World::new(), World::new());
    let (client, mut conn) = first.pair();
    let all: Vec<u8> = (0..BYTES).map(|at| (at / 5) as u8).collect();
    for (number, part) in all.chunks(3 << 20).enumerate() {
        if number.is_multiple_of(2) {
            first.reactor.send(conn, part.to_vec());
        } else {
            first
                .reactor
                .send(conn, bytes::Bytes::copy_from_slice(part));
        }
    }
    let reader = std::thread::spawn(move || {
        let mut client = client;
        let mut got = vec![0; BYTES];
        for part in got.chunks_mut(1 << 20) {
            client.read_exact(part).expect("read");
            std::thread::sleep(Duration::from_millis(5));
        }
        (got, client)
    });
    while first.reactor.queued_bytes(conn) > 0 && !reader.is_finished() {
        first.turn(Duration::from_millis(7));
        conn = pass_on(&mut first, &mut second, conn).0;
        std::mem::swap(&mut first, &mut second);
    }
    let (got, _client) = loop {
        first.turn(Duration::from_millis(5));
        second.turn(Duration::from_millis(5));
        if reader.is_finished() {
            break reader.join().expect("a reader");
        }
    };
    assert!(got == all, "what was sent came");
}

#[test]
fn closing_wins_over_letting_go() {
    let mut world = World::new();
    let (mut client, conn) = world.pair();
    world.reactor.release(conn);
    world.reactor.close(conn, CloseMode::Now);
    world.until(|event, _| matches!(event, Event::Closed { .. }).then_some(()));
    assert!(world.reactor.take_released(conn).is_none());
    assert_eq!(client.read(&mut [0; 8]).expect("an end"), 0);
}
