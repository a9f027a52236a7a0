//! Sockets: families, permissions, clients that dribble, stop halfway or vanish, and the limits
//! of how many and how long.

mod common;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::os::unix::fs::PermissionsExt;

use common::{Client, Server, request, until};
use rustix::process::Signal;

const TWO_CORES: [&str; 4] = ["--cores-min", "2", "--cores-max", "2"];

#[test]
fn ipv4_ipv6_and_unix_at_once() {
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_err() {
        println!("skipped: this machine has no ::1");
        return;
    }
    let words = ["--bind", "127.0.0.1", "::1", "--unixsocket", "a.sock"];
    let server = Server::start(&[&words[..], &TWO_CORES].concat());
    let mut four = server.client();
    let mut six = Client::connect(SocketAddr::from((Ipv6Addr::LOCALHOST, server.port)));
    let mut unix = Client::connect_unix(&server.file("a.sock"));
    assert_eq!(four.ask(&["SET", "key", "value"]), "+OK");
    assert_eq!(six.ask(&["GET", "key"]), "$value");
    assert_eq!(unix.ask(&["GET", "key"]), "$value");
    let port = server.port;
    for (info, laddr) in [
        (
            four.ask(&["CLIENT", "INFO"]),
            format!("laddr=127.0.0.1:{port} "),
        ),
        (six.ask(&["CLIENT", "INFO"]), format!("laddr=[::1]:{port} ")),
        (unix.ask(&["CLIENT", "INFO"]), "laddr=a.sock:0 ".to_owned()),
    ] {
        assert!(info.contains(&laddr), "{info}");
    }
}

#[test]
fn an_address_that_is_not_here_may_be_left_out_if_it_is_optional() {
    let server = Server::start(&["--bind", "127.0.0.1", "-192.0.2.77"]);
    assert_eq!(server.client().ask(&["PING"]), "+PONG");
    let ended = common::run(&["--bind", "127.0.0.1", "192.0.2.77", "--port", "1"], "");
    assert_eq!(ended.code, Some(1));
}

#[test]
fn the_unix_socket_has_the_permissions_asked_for_and_leaves_no_file() {
    for (words, expected) in [
        (vec!["--unixsocketperm", "700"], 0o700),
        (vec!["--unixsocketperm", "0666"], 0o666),
    ] {
        let server = Server::start(&[&["--unixsocket", "s"][..], &words].concat());
        let path = server.file("s");
        let mode = std::fs::metadata(&path)
            .expect("a socket")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, expected);
        server.end(Signal::TERM);
        assert!(!path.exists());
    }
}

/// What a dead server has left is replaced; what a living one holds is not its business.
#[test]
fn a_stale_unix_socket_is_replaced_and_another_file_is_not() {
    let server = Server::start_with(&["--unixsocket", "s"], |command| {
        let folder = command.get_current_dir().expect("a folder");
        drop(std::os::unix::net::UnixListener::bind(folder.join("s")).expect("a socket"));
    });
    assert_eq!(
        Client::connect_unix(&server.file("s")).ask(&["PING"]),
        "+PONG"
    );
    let file = server.file("precious");
    std::fs::write(&file, "data").expect("written");
    let path = file.to_str().expect("text");
    let ended = common::run(&["--port", "0", "--unixsocket", path], "");
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.stderr.contains("Failed opening Unix socket"),
        "{}",
        ended.stderr
    );
    assert_eq!(std::fs::read(&file).expect("still there"), b"data");
}

#[test]
fn a_client_that_sends_no_more_gets_every_reply_first() {
    for cores in [&[][..], &TWO_CORES] {
        let server = Server::start(cores);
        let value = "v".repeat(100_000);
        let mut bytes = Vec::new();
        let mut expected = Vec::new();
        for number in 0..200 {
            let key = format!("key:{number}");
            bytes.extend(request(&["SET", &key, &value]));
            bytes.extend(request(&["GET", &key]));
            expected.extend(format!("+OK\r\n$100000\r\n{value}\r\n").into_bytes());
        }
        bytes.extend(b"*2\r\n$4\r\nECHO\r\n$10\r\nunfini");
        let mut client = server.client();
        client.send_bytes(&bytes);
        client.half_close();
        assert!(
            client.read_to_end() == expected,
            "replies are missing or wrong"
        );
    }
}

#[test]
fn requests_byte_by_byte_and_replies_byte_by_byte() {
    let server = Server::start(&TWO_CORES);
    let long = "x".repeat(3000);
    let mut bytes = Vec::new();
    bytes.extend(request(&["SET", "a", &long]));
    bytes.extend(b"PING\r\n\r\nECHO \"in line\"\n");
    bytes.extend(request(&["MSET", "b", "1", "c", "2", "d", "3"]));
    bytes.extend(request(&["MGET", "a", "b", "none", "d"]));
    bytes.extend(request(&["QUIT"]));
    let expected = format!(
        "+OK\r\n+PONG\r\n$7\r\nin line\r\n+OK\r\n\
         *4\r\n$3000\r\n{long}\r\n$1\r\n1\r\n$-1\r\n$1\r\n3\r\n+OK\r\n"
    );
    let mut client = server.client();
    for byte in &bytes {
        client.socket().write_all(&[*byte]).expect("sent");
    }
    let mut found = Vec::new();
    let mut byte = [0];
    while client.socket().read(&mut byte).expect("read") == 1 {
        found.push(byte[0]);
    }
    assert_eq!(String::from_utf8_lossy(&found), expected);
}

/// Large arguments and large replies in the smallest and in odd pieces.
#[test]
fn a_large_argument_in_pieces_of_every_size_is_the_same_argument() {
    let server = Server::start(&[]);
    let value: String = (0..200_000)
        .map(|n| char::from(b'a' + (n % 23) as u8))
        .collect();
    for (number, piece) in [7, 1000, 8192, 8193, 65_536, 70_001]
        .into_iter()
        .enumerate()
    {
        let key = format!("k{number}");
        let mut client = server.client();
        let bytes = [request(&["SET", &key, &value]), request(&["GET", &key])].concat();
        for part in bytes.chunks(piece) {
            client.send_bytes(part);
        }
        assert_eq!(client.reply(), "+OK");
        assert!(client.reply()[1..] == value, "pieces of {piece}");
    }
}

#[test]
fn clients_that_are_reset_leave_nothing() {
    let server = Server::start(&TWO_CORES);
    let mut watcher = server.client();
    let mut clients = Vec::new();
    for number in 0..40 {
        let mut client = server.client();
        match number % 4 {
            0 => client.send(&["BLPOP", "queue", "other", "0"]),
            1 => drop(client.ask(&["SUBSCRIBE", "channel"])),
            2 => client.send_bytes(b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$900000\r\nhalf of it"),
            _ => {
                client.send(&["MULTI"]);
                client.send(&["WATCH", "k"]);
                client.send(&["RPUSH", "queue", "x"]);
            }
        }
        clients.push(client);
    }
    until("all waiting", || {
        (watcher.info("blocked_clients") == 10).then_some(())
    });
    until("all there", || {
        (watcher.info("connected_clients") == 41).then_some(())
    });
    for client in &mut clients {
        let reset = Some(std::time::Duration::ZERO);
        rustix::net::sockopt::set_socket_linger(client.socket(), reset).expect("linger");
    }
    drop(clients);
    until("all gone", || {
        (watcher.info("connected_clients") == 1).then_some(())
    });
    assert_eq!(watcher.info("blocked_clients"), 0);
    assert_eq!(watcher.info("pubsub_channels"), 0);
    assert_eq!(watcher.ask(&["PUBLISH", "channel", "x"]), ":0");
    assert_eq!(watcher.ask(&["RPUSH", "queue", "mine"]), ":1");
}

#[test]
fn idle_clients_are_closed_but_not_those_that_wait_or_listen() {
    let server = Server::start(&["--timeout", "1"]);
    let (mut listening, mut waiting, mut idle) =
        (server.client(), server.client(), server.client());
    assert_eq!(
        listening.ask(&["SUBSCRIBE", "news"]),
        "*3 $subscribe $news :1"
    );
    waiting.send(&["BLPOP", "queue", "0"]);
    assert_eq!(idle.ask(&["PING"]), "+PONG");
    assert_eq!(idle.reply(), "closed");
    let mut other = server.client();
    assert_eq!(other.ask(&["RPUSH", "queue", "x"]), ":1");
    assert_eq!(waiting.reply(), "*2 $queue $x");
    assert_eq!(other.ask(&["PUBLISH", "news", "y"]), ":1");
    assert_eq!(listening.reply(), "*3 $message $news $y");
    assert_eq!(waiting.reply(), "closed");
}

#[test]
fn clients_beyond_maxclients_are_told_so_and_take_no_place() {
    let server = Server::start(&[&["--maxclients", "10"][..], &TWO_CORES].concat());
    let mut clients: Vec<Client> = (0..10).map(|_| server.client()).collect();
    for client in &mut clients {
        assert_eq!(client.ask(&["PING"]), "+PONG");
    }
    for _ in 0..5 {
        let mut refused = server.client();
        assert_eq!(refused.reply(), "-ERR max number of clients reached");
        assert_eq!(refused.reply(), "closed");
    }
    let mut first = clients.pop().expect("ten");
    assert_eq!(first.info("connected_clients"), 10);
    assert_eq!(first.info("rejected_connections"), 5);
    assert_eq!(first.info("maxclients"), 10);
    clients.pop();
    until("a free place", || {
        (first.info("connected_clients") == 9).then_some(())
    });
    assert_eq!(server.client().ask(&["PING"]), "+PONG");
    assert_eq!(first.ask(&["CONFIG", "SET", "maxclients", "100"]), "+OK");
    let mut more: Vec<Client> = (0..20).map(|_| server.client()).collect();
    for client in &mut more {
        assert_eq!(client.ask(&["PING"]), "+PONG");
    }
}

/// The kernel's own table says which sockets have a keepalive timer.
#[test]
fn silent_peers_are_probed_if_tcp_keepalive_says_so() {
    let server = Server::start(&["--tcp-keepalive", "300"]);
    let mut first = server.client();
    assert_eq!(first.ask(&["PING"]), "+PONG");
    until("a keepalive timer", || {
        (timers(server.port) == ["02"]).then_some(())
    });
    assert_eq!(first.ask(&["CONFIG", "SET", "tcp-keepalive", "0"]), "+OK");
    drop(first);
    let mut second = server.client();
    assert_eq!(second.ask(&["PING"]), "+PONG");
    until("no timer", || (timers(server.port) == ["00"]).then_some(()));
}

/// Kinds of the timers of the connections whose near end is `port`; 02 is keepalive.
fn timers(port: u16) -> Vec<String> {
    let table = std::fs::read_to_string("/proc/net/tcp").expect("the kernel's table");
    let near = format!(":{port:04X}");
    let fields = table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    // Field 3 is the state: 01 is established.
    let ours = fields.filter(|f| f.len() > 5 && f[1].ends_with(&near) && f[3] == "01");
    ours.map(|f| f[5][..2].to_owned()).collect()
}

/// Only a machine with an address beside the loopback can show this.
#[test]
fn protected_mode_refuses_other_machines() {
    let Some(address) = own_address() else {
        println!("skipped: this machine has no address but the loopback");
        return;
    };
    let host = address.to_string();
    let server = Server::start(&["--bind", "127.0.0.1", &host]);
    let elsewhere = SocketAddr::from((address, server.port));
    let mut refused = Client::connect(elsewhere);
    let reply = refused.reply();
    assert!(
        reply.starts_with("-DENIED ") && reply.contains("protected"),
        "{reply}"
    );
    assert_eq!(refused.reply(), "closed");
    let mut here = server.client();
    assert_eq!(here.info("rejected_connections"), 1);
    assert_eq!(here.ask(&["CONFIG", "SET", "requirepass", "secret"]), "+OK");
    let mut known = Client::connect(elsewhere);
    assert_eq!(known.ask(&["PING"]), "-NOAUTH Authentication required.");
    assert_eq!(known.ask(&["AUTH", "secret"]), "+OK");
    let words = ["CONFIG", "SET", "requirepass", "", "protected-mode", "no"];
    assert_eq!(here.ask(&words), "+OK");
    assert_eq!(Client::connect(elsewhere).ask(&["PING"]), "+PONG");
}

/// The address that packets to elsewhere would leave from; none is sent.
fn own_address() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()? {
        SocketAddr::V4(own) if !own.ip().is_loopback() && !own.ip().is_unspecified() => {
            Some(*own.ip())
        }
        _ => None,
    }
}
