//! What clients may not send: the limits of the query buffer, and the bytes of other protocols,
//! as far as transcripts do not show it.

mod common;

use common::{Client, Server, until};

const LIMIT: usize = 1024 * 1024;

/// Sends what the server may refuse halfway.
fn offer(client: &mut Client, bytes: &[u8]) {
    use std::io::Write;
    // Whether it was taken is seen in the reply.
    let _ = client.socket().write_all(bytes);
}

#[test]
fn a_client_beyond_the_query_buffer_limit_is_closed_without_a_word() {
    let server = Server::start(&["--client-query-buffer-limit", "1mb"]);
    let mut other = server.client();
    let head = |len: usize| format!("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n${len}\r\n").into_bytes();
    let mut greedy = server.client();
    let bytes = [head(2 * LIMIT), vec![b'x'; 2 * LIMIT + 2]].concat();
    offer(&mut greedy, &bytes);
    assert_eq!(greedy.reply(), "closed");
    until("counted", || {
        (other.info("client_query_buffer_limit_disconnections") == 1).then_some(())
    });
    assert_eq!(other.ask(&["EXISTS", "k"]), ":0");
    let modest = [
        head(LIMIT - 1000),
        vec![b'x'; LIMIT - 1000],
        b"\r\n".to_vec(),
    ]
    .concat();
    let mut client = server.client();
    for _ in 0..5 {
        client.send_bytes(&modest);
    }
    for _ in 0..5 {
        assert_eq!(client.reply(), "+OK");
    }
    let raised = ["CONFIG", "SET", "client-query-buffer-limit", "4mb"];
    assert_eq!(other.ask(&raised), "+OK");
    let mut client = server.client();
    client.send_bytes(&bytes[..bytes.len() - 2]);
    client.send_bytes(b"\r\n");
    assert_eq!(client.reply(), "+OK");
    assert_eq!(other.info("client_query_buffer_limit_disconnections"), 1);
}

/// A pipeline of small requests is no long query: what is executed counts no more.
#[test]
fn a_long_pipeline_is_within_the_query_buffer_limit() {
    let server = Server::start(&["--client-query-buffer-limit", "1mb"]);
    let mut client = server.client();
    let requests = common::request(&["ECHO", &"e".repeat(1000)]).repeat(20_000);
    let reply = format!("$1000\r\n{}\r\n", "e".repeat(1000)).into_bytes();
    std::thread::scope(|scope| {
        let mut writer = client.socket().try_clone().expect("a second handle");
        scope.spawn(move || {
            std::io::Write::write_all(&mut writer, &requests).expect("sent");
        });
        for _ in 0..20_000 {
            assert!(client.read_bytes(reply.len()) == reply);
        }
    });
}

#[test]
fn other_protocols_end_their_connection_before_anything_of_them_is_executed() {
    let server = Server::start(&[]);
    let post = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20\r\n\r\nSET stolen 1\r\n";
    let get = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nSET stolen 1\r\n";
    for (text, expected) in [
        (post, ""),
        ("post /\r\nSET stolen 1\r\n", ""),
        ("*1\r\n$4\r\nPOST\r\nSET stolen 1\r\n", ""),
        ("*2\r\n$5\r\nhost:\r\n$1\r\nx\r\nSET stolen 1\r\n", ""),
        ("Host: x\r\nSET stolen 1\r\n", ""),
        (get, "-ERR wrong number of arguments for 'get' command\r\n"),
    ] {
        let mut client = server.client();
        client.send_bytes(text.as_bytes());
        let got = client.read_to_end();
        // As on Valkey, an error just before may be lost with the connection.
        assert!(
            got.is_empty() || got == expected.as_bytes(),
            "{text}: {got:?}"
        );
        // In the smallest pieces it is the same.
        let mut client = server.client();
        for byte in text.as_bytes() {
            offer(&mut client, &[*byte]);
        }
        let got = client.read_to_end();
        assert!(
            got.is_empty() || got == expected.as_bytes(),
            "{text}: {got:?}"
        );
    }
    assert_eq!(server.client().ask(&["EXISTS", "stolen"]), ":0");
    let log = server.log();
    assert!(log.contains("Possible SECURITY ATTACK"), "{log}");
}

/// The stricter limits hold for what comes in pieces too, and end with authentication.
#[test]
fn limits_before_authentication_for_requests_in_pieces() {
    let server = Server::start(&["--requirepass", "secret"]);
    let long = "v".repeat(20_000);
    for (pieces, expected) in [
        (
            ["*1", "1\r\n"],
            "-ERR Protocol error: unauthenticated multibulk length",
        ),
        (
            ["*1\r\n$1638", "5\r\n"],
            "-ERR Protocol error: unauthenticated bulk length",
        ),
        (
            ["*2\r\n$4\r\nAUTH\r\n$16385", "\r\n"],
            "-ERR Protocol error: unauthenticated bulk length",
        ),
    ] {
        let mut client = server.client();
        for piece in pieces {
            client.send_bytes(piece.as_bytes());
        }
        assert_eq!(client.reply(), expected);
        assert_eq!(client.reply(), "closed");
    }
    // Authentication in the same packet as what it allows.
    let mut client = server.client();
    let auth = common::request(&["AUTH", "secret"]);
    let words = [
        "MSET", "a", &long, "b", "1", "c", "2", "d", "3", "e", "4", "f", "5",
    ];
    client.send_bytes(&[auth, common::request(&words)].concat());
    assert_eq!(client.reply(), "+OK");
    assert_eq!(client.reply(), "+OK");
    // A wrong password allows nothing.
    let mut client = server.client();
    let auth = common::request(&["AUTH", "guess"]);
    client.send_bytes(&[auth, common::request(&words)].concat());
    assert!(client.reply().starts_with("-WRONGPASS "));
    assert_eq!(
        client.reply(),
        "-ERR Protocol error: unauthenticated multibulk length"
    );
    assert_eq!(client.reply(), "closed");
}

#[test]
fn an_inline_request_that_does_not_end() {
    let server = Server::start(&[]);
    let mut client = server.client();
    let long = "x".repeat(60_000);
    client.send_bytes(format!("ECHO {long}\r\n").as_bytes());
    assert_eq!(client.reply(), format!("${long}"));
    for piece in vec![b'y'; 70_000].chunks(9_999) {
        offer(&mut client, piece);
    }
    assert_eq!(
        client.reply(),
        "-ERR Protocol error: too big inline request"
    );
    assert_eq!(client.reply(), "closed");
}

/// More than is ever received ahead, and nothing of it can be executed before the last byte.
#[test]
fn one_request_of_many_small_arguments_is_as_long_as_it_wants() {
    const PAIRS: usize = 100_000;
    for cores in ["1", "2"] {
        let server = Server::start(&["--cores-min", cores, "--cores-max", cores]);
        let value = "v".repeat(100);
        let mut bytes = common::request(&["PING"]).repeat(1000);
        bytes.extend(format!("*{}\r\n$4\r\nMSET\r\n", 2 * PAIRS + 1).into_bytes());
        for number in 0..PAIRS {
            bytes.extend(format!("$10\r\nk{number:09}\r\n$100\r\n{value}\r\n").into_bytes());
        }
        let mut client = server.client();
        client.send_bytes(&bytes);
        assert!(client.read_bytes(7000) == b"+PONG\r\n".repeat(1000));
        assert_eq!(client.reply(), "+OK");
        assert_eq!(client.ask(&["DBSIZE"]), format!(":{PAIRS}"));
    }
}
