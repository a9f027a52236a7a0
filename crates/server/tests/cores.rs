//! Connections move between cores, and nobody notices: no reply is wrong, nobody is disconnected.

mod common;

use std::time::Duration;

use common::work::{GoOn, work_undisturbed};
use common::{Client, Server, until};

const CORES: [&str; 4] = ["--cores-min", "4", "--cores-max", "4"];
const WORK: Duration = Duration::from_secs(3);

/// Moves every client of the server on, again and again; returns how often.
fn move_clients(client: &mut Client, go_on: GoOn<'_>) -> u64 {
    let list = client.ask(&["CLIENT", "LIST"]);
    let ids = list.split(&[' ', '\n', '$'][..]);
    let ids: Vec<String> = ids
        .filter_map(|word| word.strip_prefix("id="))
        .map(str::to_owned)
        .collect();
    assert!(ids.len() > 10, "{list}");
    let mut turn = 0;
    while go_on() {
        for id in &ids {
            turn += 1;
            let core = ((turn * 5 + turn / 7) % 4).to_string();
            let told = client.ask(&["RINGKEY", "CLIENT-MOVE", id, &core]);
            // At the end clients go.
            assert!(told == "+OK" || !go_on(), "{told}");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    turn
}

#[test]
fn every_reply_is_right_while_clients_move() {
    let server = Server::start(&CORES);
    work_undisturbed(&server, WORK, |mut client, go_on| {
        assert!(move_clients(&mut client, go_on) > 100);
    });
    let mut client = server.client();
    assert!(client.info("connected_clients") >= 1);
    let info = client.ask(&["INFO", "cores"]);
    let moved = info.split("sessions_in=").skip(1);
    let moved: u64 = moved
        .map(|rest| rest.split([',', '\r']).next().expect("a number"))
        .map(|number| number.parse::<u64>().expect("a number"))
        .sum();
    assert!(moved > 100, "{info}");
}

/// Everything that a session has goes with it.
#[test]
fn a_session_takes_along_what_it_has() {
    let server = Server::start(&CORES);
    let mut client = server.client();
    let mut other = server.client();
    let id = client.ask(&["CLIENT", "ID"])[1..].to_owned();
    let mut core = 0;
    let mut go = |other: &mut Client| {
        core = (core + 1) % 4;
        let asked = ["RINGKEY", "CLIENT-MOVE", &id, &core.to_string()];
        assert_eq!(other.ask(&asked), "+OK");
    };
    assert_eq!(client.ask(&["CLIENT", "SETNAME", "me"]), "+OK");
    assert_eq!(client.ask(&["SELECT", "3"]), "+OK");
    assert_eq!(client.ask(&["SET", "watched", "1"]), "+OK");
    assert_eq!(client.ask(&["WATCH", "watched"]), "+OK");
    assert_eq!(client.ask(&["MULTI"]), "+OK");
    assert_eq!(client.ask(&["INCR", "watched"]), "+QUEUED");
    for _ in 0..9 {
        go(&mut other);
        assert_eq!(client.ask(&["INCR", "watched"]), "+QUEUED");
    }
    let told = client.ask(&["EXEC"]);
    assert!(told.starts_with("*10 :2 :3"), "{told}");
    // A request in two pieces, and a large one.
    client.send_bytes(b"*2\r\n$4\r\nECHO\r\n$5\r\nhe");
    go(&mut other);
    client.send_bytes(b"llo\r\n");
    assert_eq!(client.reply(), "$hello");
    let large = "x".repeat(3 << 20);
    let request = common::request(&["SET", "large", &large]);
    for (number, piece) in request.chunks(200_000).enumerate() {
        if number % 3 == 1 {
            go(&mut other);
        }
        client.send_bytes(piece);
    }
    assert_eq!(client.reply(), "+OK");
    // Output that its client is slow to read.
    for _ in 0..20 {
        client.send(&["GET", "large"]);
    }
    for _ in 0..20 {
        go(&mut other);
        assert_eq!(client.reply().len(), large.len() + 1);
    }
    go(&mut other);
    assert_eq!(client.ask(&["CLIENT", "GETNAME"]), "$me");
    assert_eq!(client.ask(&["GET", "watched"]), "$11");
    assert_eq!(client.ask(&["CLIENT", "ID"])[1..], *id);
    // It is found and closed wherever it is.
    go(&mut other);
    assert_eq!(other.ask(&["CLIENT", "KILL", "ID", &id]), ":1");
    assert_eq!(client.reply(), "closed");
    until("nobody else is there", || {
        (other.info("connected_clients") == 1).then_some(())
    });
}

#[test]
fn a_client_that_waits_goes_on_waiting() {
    let server = Server::start(&CORES);
    let (mut client, mut other) = (server.client(), server.client());
    let id = client.ask(&["CLIENT", "ID"])[1..].to_owned();
    let go = |other: &mut Client, core: &str| {
        assert_eq!(other.ask(&["RINGKEY", "CLIENT-MOVE", &id, core]), "+OK");
    };
    client.send(&["BLPOP", "a", "b", "c", "0"]);
    until("it waits", || {
        (other.info("blocked_clients") == 1).then_some(())
    });
    for core in ["3", "1", "0", "2"] {
        go(&mut other, core);
        assert_eq!(other.info("blocked_clients"), 1);
    }
    assert_eq!(other.ask(&["RPUSH", "b", "x"]), ":1");
    assert_eq!(client.reply(), "*2 $b $x");
    client.send(&["BLPOP", "a", "0.3"]);
    go(&mut other, "1");
    assert_eq!(client.reply(), "*-1");
    client.send(&["BLPOP", "a", "b", "0"]);
    until("it waits", || {
        (other.info("blocked_clients") == 1).then_some(())
    });
    go(&mut other, "0");
    assert_eq!(other.ask(&["CLIENT", "UNBLOCK", &id]), ":1");
    assert_eq!(client.reply(), "*-1");
    assert_eq!(
        other.ask(&["RINGKEY", "CLIENT-MOVE", "12345", "0"]),
        "-ERR No such client ID"
    );
    assert_eq!(
        other.ask(&["RINGKEY", "CLIENT-MOVE", &id, "4"]),
        "-ERR no such core: there are 4 cores"
    );
}
