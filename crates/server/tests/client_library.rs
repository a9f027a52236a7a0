//! The program, used by a client library that knows nothing of it: the crate `redis`, unchanged, in
//! both versions of the protocol, on one core and on several.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use redis::{AsyncTypedCommands, Client, Connection, RedisResult, TypedCommands, Value};
use tempfile::TempDir;

const CORES: [&str; 2] = ["1", "3"];
const PROTOCOLS: [&str; 2] = ["resp2", "resp3"];

const START_LIMIT: Duration = Duration::from_secs(20);
const REPLY_LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(5);

struct Server {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl Server {
    fn start(cores: &str) -> Self {
        let folder = TempDir::new().expect("a scratch folder");
        let log = File::create(folder.path().join("log")).expect("a log");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let child = Command::new(env!("CARGO_BIN_EXE_ringkey-server"))
            .args(["--bind", "127.0.0.1", "--port", &port.to_string()])
            .args(["--cores-min", cores, "--cores-max", cores])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the log again"))
            .stderr(log)
            .spawn()
            .expect("the server starts");
        let server = Self {
            child,
            port,
            folder,
        };
        server.wait_until_ready();
        server
    }

    fn client(&self, protocol: &str) -> Client {
        let url = format!("redis://127.0.0.1:{}/?protocol={protocol}", self.port);
        Client::open(url).expect("a valid address")
    }

    fn wait_until_ready(&self) {
        let client = self.client("resp2");
        let end = Instant::now() + START_LIMIT;
        while client.get_connection().is_err() {
            let log = std::fs::read_to_string(self.folder.path().join("log"));
            assert!(
                Instant::now() < end,
                "not ready: {}",
                log.unwrap_or_default()
            );
            thread::sleep(POLL);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A fresh server for each number of cores, both protocols on it, one after the other.
fn on_each(test: impl Fn(&Client)) {
    for cores in CORES {
        let server = Server::start(cores);
        for protocol in PROTOCOLS {
            let client = server.client(protocol);
            connect(&client).flushall().expect("an empty server");
            test(&client);
        }
    }
}

fn connect(client: &Client) -> Connection {
    let connection = client.get_connection().expect("a connection");
    let limit = Some(REPLY_LIMIT);
    connection.set_read_timeout(limit).expect("a limit");
    connection
}

#[test]
fn commands_pipelines_and_errors() {
    on_each(|client| {
        let mut client = connect(client);
        client.set("name", "value").expect("SET");
        assert_eq!(client.get("name"), Ok(Some("value".to_string())));
        assert_eq!(client.get("missing"), Ok(None));
        assert_eq!(client.incr("count", 5), Ok(5));
        client.mset(&[("a", "1"), ("b", "2")]).expect("MSET");
        let both: Vec<Option<String>> = client.mget(&["a", "b"]).expect("MGET");
        assert_eq!(both, [Some("1".to_string()), Some("2".to_string())]);
        assert_eq!(client.rpush("list", &["x", "y", "z"]), Ok(3));
        let items: Vec<String> = client.lrange("list", 0, -1).expect("LRANGE");
        assert_eq!(items, ["x", "y", "z"]);
        let mut pipeline = redis::pipe();
        for number in 0..1000 {
            pipeline.set(format!("p{number}"), number).ignore();
            pipeline.get(format!("p{number}"));
        }
        let numbers: Vec<i64> = pipeline.query(&mut client).expect("a pipeline");
        assert_eq!(numbers, (0..1000).collect::<Vec<i64>>());
        let wrong = client.incr("name", 1).expect_err("no number");
        assert_eq!(wrong.code(), Some("ERR"), "{wrong}");
        let wrong = client.rpush("name", "x").expect_err("no list");
        assert_eq!(wrong.code(), Some("WRONGTYPE"), "{wrong}");
        let unknown: RedisResult<Value> = redis::cmd("NOSUCH").query(&mut client);
        let unknown = unknown.expect_err("no such command").to_string();
        assert!(unknown.contains("unknown command"), "{unknown}");
        let mut keys: Vec<String> = client
            .scan_match("p99*")
            .expect("SCAN")
            .map(|key| key.expect("a key"))
            .collect();
        keys.sort();
        assert_eq!(keys.len(), 11, "{keys:?}");
    });
}

#[test]
fn large_values_travel_whole() {
    on_each(|client| {
        let mut client = connect(client);
        let value: Vec<u8> = (0..8 << 20).map(|at| (at % 251) as u8).collect();
        client.set("large", value.as_slice()).expect("SET");
        let back: Vec<u8> = redis::cmd("GET")
            .arg("large")
            .query(&mut client)
            .expect("GET");
        assert!(back == value, "{} bytes came back", back.len());
    });
}

#[test]
fn transactions_with_watched_keys_lose_no_update() {
    const THREADS: isize = 4;
    const ROUNDS: isize = 25;
    on_each(|client| {
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    let mut client = connect(client);
                    for _ in 0..ROUNDS {
                        let keys = ["{one}total", "{other}total"];
                        let done: (i64, i64) =
                            redis::transaction(&mut client, &keys, |client, pipeline| {
                                let total = client.get_int(keys[0])?.unwrap_or(0);
                                pipeline.set(keys[0], total + 1).ignore();
                                pipeline.incr(keys[1], 1).get(keys[0]).query(client)
                            })
                            .expect("a transaction");
                        assert_eq!(done.0, done.1, "both keys change together");
                    }
                });
            }
        });
        let total = connect(client).get_int("{one}total");
        assert_eq!(total, Ok(Some(THREADS * ROUNDS)));
    });
}

#[test]
fn published_messages_reach_subscribers() {
    on_each(|client| {
        let mut listener = connect(client);
        let mut listener = listener.as_pubsub();
        listener.subscribe("news").expect("SUBSCRIBE");
        listener.psubscribe("n*").expect("PSUBSCRIBE");
        let mut publisher = connect(client);
        for text in ["first", "second"] {
            assert_eq!(publisher.publish("news", text), Ok(2));
        }
        let mut got = Vec::new();
        for _ in 0..4 {
            let message = listener.get_message().expect("a message");
            let text: String = message.get_payload().expect("its text");
            got.push((message.from_pattern(), text));
        }
        let direct: Vec<_> = got.iter().filter(|(pattern, _)| !pattern).collect();
        let texts: Vec<_> = direct.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["first", "second"]);
    });
}

#[test]
fn a_blocked_pop_ends_with_the_push_or_with_its_time() {
    on_each(|client| {
        thread::scope(|scope| {
            let waiting = scope.spawn(|| connect(client).blpop(&["empty", "queue"], 5.0));
            let mut client = connect(client);
            let blocked = "blocked_clients:1";
            let end = Instant::now() + REPLY_LIMIT;
            loop {
                let info: String = redis::cmd("INFO")
                    .arg("clients")
                    .query(&mut client)
                    .expect("INFO");
                if info.contains(blocked) {
                    break;
                }
                assert!(Instant::now() < end, "{info}");
            }
            assert_eq!(client.rpush("queue", "job"), Ok(1));
            let popped = waiting.join().expect("no panic").expect("BLPOP");
            assert_eq!(popped, Some(["queue".to_string(), "job".to_string()]));
            assert_eq!(client.blpop("queue", 0.02), Ok(None));
        });
    });
}

#[test]
fn many_tasks_share_one_connection() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    on_each(|client| {
        runtime.block_on(async {
            let shared = client.get_multiplexed_async_connection().await;
            let shared = shared.expect("a connection");
            let mut tasks = Vec::new();
            for number in 0..200_i64 {
                let mut shared = shared.clone();
                tasks.push(tokio::spawn(async move {
                    let key = format!("key{number}");
                    shared.set(&key, number).await?;
                    let (value, total): (i64, i64) = redis::pipe()
                        .atomic()
                        .get(&key)
                        .incr("total", 1)
                        .query_async(&mut shared)
                        .await?;
                    assert!((1..=200).contains(&total));
                    RedisResult::Ok(value)
                }));
            }
            for (number, task) in (0_i64..).zip(tasks) {
                assert_eq!(task.await.expect("no panic"), Ok(number));
            }
            let mut shared = shared;
            assert_eq!(shared.get_int("total").await, Ok(Some(200)));
        });
    });
}
