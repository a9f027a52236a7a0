//! The command line, the configuration, the lines that tools wait for, and the end.

mod common;

use std::net::TcpListener;

use common::{Client, Ended, Server, free_port, run, until};
use rustix::process::Signal;
use tempfile::TempDir;

/// A server of a configuration file, with further words behind it and this standard input.
fn configured(file: &str, words: &[&str], input: &str) -> Server {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("test.conf"), file).expect("written");
    let port = free_port();
    let number = port.to_string();
    let mut all = Vec::new();
    if !file.is_empty() {
        all.push("test.conf");
    }
    all.extend(["--port", &number]);
    all.extend(words);
    // As on Valkey, standard input is named first or last.
    if !input.is_empty() {
        all.push("-");
    }
    Server::start_exactly(&all, port, folder, input)
}

#[test]
fn a_file_then_standard_input_then_options_each_override_the_former() {
    let file = "bind 127.0.0.1\ntimeout 1\ntcp-keepalive 2\ndatabases 3\n";
    let input = "tcp-keepalive 20\ndatabases 30\n";
    let server = configured(file, &["--databases", "300"], input);
    let mut client = server.client();
    assert_eq!(client.config("timeout"), "1");
    assert_eq!(client.config("tcp-keepalive"), "20");
    assert_eq!(client.config("databases"), "300");
    assert_eq!(client.ask(&["SELECT", "299"]), "+OK");
    assert_eq!(
        client.ask(&["SELECT", "300"]),
        "-ERR DB index is out of range"
    );
    let info = client.ask(&["INFO", "server"]);
    let path = server.file("test.conf").canonicalize().expect("a file");
    assert!(
        info.contains(&format!("config_file:{}\r\n", path.display())),
        "{info}"
    );
}

#[test]
fn the_file_is_brought_up_to_date_and_starts_another_server() {
    let file = "# ours\nbind 127.0.0.1\ntimeout 1\nmaxclients 50\n";
    let server = configured(file, &[], "");
    let mut client = server.client();
    assert_eq!(client.ask(&["CONFIG", "SET", "timeout", "77"]), "+OK");
    let pattern = "a \"quoted\" # text";
    assert_eq!(
        client.ask(&["CONFIG", "SET", "requirepass", pattern]),
        "+OK"
    );
    assert_eq!(client.ask(&["CONFIG", "REWRITE"]), "+OK");
    let text = std::fs::read_to_string(server.file("test.conf")).expect("a file");
    let kept = "# ours\nbind 127.0.0.1\ntimeout 77\nmaxclients 50\n";
    assert!(text.starts_with(kept), "{text}");
    let second = configured(&text, &[], "");
    let mut client = second.client();
    assert_eq!(client.ask(&["AUTH", pattern]), "+OK");
    assert_eq!(client.config("timeout"), "77");
}

#[test]
fn standard_input_alone_is_a_configuration() {
    let server = configured("", &[], "bind 127.0.0.1\nrequirepass \"two words\"");
    let mut client = server.client();
    assert_eq!(client.ask(&["PING"]), "-NOAUTH Authentication required.");
    assert_eq!(client.ask(&["AUTH", "two words"]), "+OK");
}

#[test]
fn options_take_several_values_and_the_last_of_a_kind_counts() {
    let words = [
        "--timeout",
        "5",
        "--timeout",
        "6",
        "--client-output-buffer-limit",
        "normal",
        "1kb",
        "2kb",
        "3",
        "--client-output-buffer-limit",
        "pubsub 4mb 5mb 6",
        "--BIND",
        "127.0.0.1",
        "-::1",
        "--proto-max-bulk-len",
        "64MB",
        "--save",
        "",
        "--appendonly",
        "no",
    ];
    let server = configured("", &words, "");
    let mut client = server.client();
    assert_eq!(client.config("timeout"), "6");
    assert_eq!(client.config("bind"), "127.0.0.1 -::1");
    assert_eq!(client.config("proto-max-bulk-len"), "67108864");
    let limits = client.config("client-output-buffer-limit");
    assert_eq!(
        limits,
        "normal 1024 2048 3 slave 268435456 67108864 60 pubsub 4194304 5242880 6"
    );
}

#[test]
fn quotes_units_comments_and_included_files() {
    let folder = TempDir::new().expect("a folder");
    let part = folder.path().join("part.conf");
    std::fs::write(&part, "timeout 7\nclient-query-buffer-limit 2g\n").expect("written");
    for (name, line) in [
        ("a.inc", "tcp-keepalive 11\n"),
        ("b.inc", "tcp-keepalive 12\n"),
    ] {
        std::fs::write(folder.path().join(name), line).expect("written");
    }
    let file = format!(
        "# a comment\n\n  bind \"127.0.0.1\"\nrequirepass 'it\\'s \"q\"'\n\
         proto-max-bulk-len 2m\r\ntimeout 3\ninclude {}\ninclude {}/*.inc\n\
         availability-zone \"\\x41\\tz\"\n",
        part.display(),
        folder.path().display()
    );
    let server = configured(&file, &[], "");
    let mut client = server.client();
    assert_eq!(client.ask(&["AUTH", "it's \"q\""]), "+OK");
    assert_eq!(client.config("proto-max-bulk-len"), "2000000");
    assert_eq!(client.config("timeout"), "7");
    assert_eq!(client.config("client-query-buffer-limit"), "2000000000");
    assert_eq!(client.config("tcp-keepalive"), "12");
    assert_eq!(client.config("availability-zone"), "A\tz");
}

/// Text of a file; the line at fault, counted from 1; the reason, and words of what would be right.
const UNREADABLE: [(&str, usize, &str, &str); 10] = [
    (
        "\ntimeuot 5\n",
        2,
        "Bad directive or wrong number of arguments",
        "timeout",
    ),
    (
        "port abc",
        1,
        "argument couldn't be parsed into an integer",
        "0 to 65535",
    ),
    (
        "port 70000",
        1,
        "argument must be between 0 and 65535",
        "0 to 65535",
    ),
    ("#\n#\nport", 3, "wrong number of arguments", "0 to 65535"),
    ("hz 1 2", 1, "wrong number of arguments", "integer"),
    (
        "maxmemory 3qb",
        1,
        "argument must be a memory value",
        "64mb",
    ),
    ("requirepass \"x", 1, "Unbalanced quotes", "bad.conf"),
    ("loglevel loud", 1, "argument(s) must be one of", "notice"),
    ("save 5", 1, "Invalid save parameters", "seconds changes"),
    ("unixsocketperm 9", 1, "unixsocketperm", "octal"),
];

#[test]
fn what_cannot_be_read_stops_the_start_with_file_line_and_what_would_be_right() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("bad.conf");
    let name = path.to_str().expect("text");
    for (text, number, reason, right) in UNREADABLE {
        std::fs::write(&path, text).expect("written");
        let ended = run(&[name], "");
        assert_eq!(ended.code, Some(1), "{text}");
        let line = text.lines().nth(number - 1).expect("a line");
        let place = format!("at line {number}\n>>> '{line}'\n");
        for expected in ["FATAL CONFIG FILE ERROR", &place, reason, right, name] {
            let told = &ended.stderr;
            assert!(told.contains(expected), "{text}: {expected}: {told}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_and_a_parameter_that_there_is_not() {
    let Ended { code, stderr, .. } = run(&["no-such.conf"], "");
    let text = "can't open config file 'no-such.conf': No such file or directory";
    assert!(code == Some(1) && stderr.contains(text), "{stderr}");
    let Ended { code, stderr, .. } = run(&["--port", "0", "--no-such", "1"], "");
    assert_eq!(code, Some(1));
    assert!(
        stderr.contains(">>> 'no-such \"1\"'") && stderr.contains("command line"),
        "{stderr}"
    );
}

#[test]
fn what_would_promise_too_much_stops_the_start_and_says_so() {
    for (line, reason) in [
        ("appendonly yes", "does not write an append-only file"),
        ("save 60 1", "does not write snapshots"),
        ("save 3600 1 300 100", "does not write snapshots"),
        ("tls-port 6380", "does not speak TLS"),
        ("tls-cert-file x.crt", "does not speak TLS"),
        ("tls-replication yes", "does not speak TLS"),
        ("aclfile users.acl", "no access control lists"),
        ("user alice on >secret", "no access control lists"),
        ("replicaof 127.0.0.1 6379", "does not replicate"),
        ("slaveof 127.0.0.1 6379", "does not replicate"),
        ("primaryauth secret", "does not replicate"),
        ("min-replicas-to-write 1", "does not replicate"),
        (
            "rename-command FLUSHALL \"\"",
            "does not rename or disable commands",
        ),
        ("loadmodule thing.so", "does not load modules"),
        (
            "maxmemory-clients 5%",
            "does not limit the memory of clients",
        ),
    ] {
        let ended = run(&["-", "--port", "0"], line);
        assert_eq!(ended.code, Some(1), "{line}");
        let expected = format!(">>> '{line}'\n");
        let text = &ended.stderr;
        assert!(
            text.contains(&expected) && text.contains(reason),
            "{line}: {text}"
        );
        let mut words = line.split(' ').map(|word| word.trim_matches('"'));
        let name = format!("--{}", words.next().expect("a name"));
        let mut all = vec!["--port", "0", name.as_str()];
        all.extend(words);
        let ended = run(&all, "");
        assert!(
            ended.code == Some(1) && ended.stderr.contains(reason),
            "{line}: {}",
            ended.stderr
        );
    }
}

#[test]
fn the_lines_that_tools_wait_for_and_a_clean_end() {
    for (signal, name) in [(Signal::TERM, "SIGTERM"), (Signal::INT, "SIGINT")] {
        for cores in ["1", "2"] {
            let words = [
                "--cores-min",
                cores,
                "--cores-max",
                cores,
                "--pidfile",
                "the.pid",
            ];
            let server = Server::start(&words);
            let pid = server.pid();
            let number = std::fs::read_to_string(server.file("the.pid")).expect("a pid file");
            assert_eq!(number, format!("{pid}\n"));
            let idle = server.client();
            let folder = server.folder().to_owned();
            let log = server.log();
            let places: Vec<Option<usize>> = [
                format!(" PID: {pid}\n"),
                "Server initialized\n".to_owned(),
                "Ready to accept connections tcp\n".to_owned(),
            ]
            .iter()
            .map(|text| log.find(text))
            .collect();
            assert!(places.is_sorted() && places[0].is_some(), "{log}");
            let pid_file = folder.join("the.pid");
            let mut server = server;
            server.signal(signal);
            let ended = server.wait();
            assert_eq!(
                (ended.code, ended.stderr.as_str()),
                (Some(0), ""),
                "{}",
                ended.stdout
            );
            assert!(
                ended
                    .stdout
                    .contains(&format!("Received {name} scheduling shutdown"))
            );
            assert!(ended.stdout.ends_with("is now ready to exit, bye bye...\n"));
            assert!(!pid_file.exists(), "the pid file is left");
            drop(idle);
        }
    }
}

#[test]
fn every_line_of_a_json_log_is_json() {
    let words = ["--log-format", "json", "--log-timestamp-format", "iso8601"];
    let server = Server::start(&words);
    let (pid, port) = (server.pid(), server.port);
    let ended = server.end(Signal::TERM);
    assert_eq!(ended.code, Some(0));
    let mut messages = Vec::new();
    for line in ended.stdout.lines() {
        let value: serde_json::Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(value["pid"], pid);
        messages.push(value["message"].as_str().expect("a message").to_owned());
    }
    for expected in ["Server initialized", "Ready to accept connections tcp"] {
        assert!(
            messages.iter().any(|message| message == expected),
            "{messages:?}"
        );
    }
    let facts = format!("port={port}, cores=1, pid={pid}");
    assert!(
        messages.iter().any(|message| message.contains(&facts)),
        "{messages:?}"
    );
}

#[test]
fn a_port_in_use_and_no_port_at_all() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("bound").port().to_string();
    let ended = run(&["--bind", "127.0.0.1", "--port", &port], "");
    assert_eq!(ended.code, Some(1));
    for expected in [&format!("127.0.0.1:{port}"), "Address already in use"] {
        assert!(ended.stderr.contains(expected), "{}", ended.stderr);
    }
    assert!(
        ended
            .stdout
            .contains(&format!("Failed listening on port {port} (tcp), aborting."))
    );
    assert!(!ended.stdout.contains("Ready to accept"));
    let Ended { code, stdout, .. } = run(&["--port", "0"], "");
    assert_eq!(code, Some(1));
    assert!(
        stdout.contains("Configured to not listen anywhere, exiting."),
        "{stdout}"
    );
}

#[test]
fn without_a_port_the_unix_socket_serves() {
    let server = Server::start(&["--port", "0", "--unixsocket", "here.sock"]);
    let path = server.file("here.sock");
    assert!(server.log().contains("Ready to accept connections unix\n"));
    assert!(!server.log().contains("Ready to accept connections tcp"));
    let mut client = Client::connect_unix(&path);
    assert_eq!(client.ask(&["PING"]), "+PONG");
    assert!(std::net::TcpStream::connect(server.address()).is_err());
    assert_eq!(client.ask(&["CONFIG", "GET", "port"]), "*2 $port $0");
    let ended = server.end(Signal::TERM);
    assert_eq!(ended.code, Some(0));
    assert!(!path.exists(), "the socket's file is left");
}

#[test]
fn a_log_file_takes_what_standard_output_would_show() {
    let folder = TempDir::new().expect("a folder");
    let log = folder.path().join("server.log");
    let port = free_port();
    let number = port.to_string();
    let path = log.to_str().expect("text");
    let words = [
        "--bind",
        "127.0.0.1",
        "--port",
        &number,
        "--logfile",
        path,
        "--loglevel",
        "verbose",
    ];
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ringkey-server"))
        .args(words)
        .current_dir(folder.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the program");
    let written = until("a line in the log", || {
        let text = std::fs::read_to_string(&log).ok()?;
        text.contains("Ready to accept connections").then_some(text)
    });
    assert!(
        written.contains(&format!(" PID: {}\n", child.id())),
        "{written}"
    );
    child.kill().expect("a child of ours");
    child.wait().expect("a child of ours");
}
