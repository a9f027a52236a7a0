//! Each kind explains the difference it is for, and no other.

use super::command::{Command, Identity};
use super::rules::{KINDS, Verdict, compare, patterns_sorted};

fn identities() -> Vec<Identity> {
    let of = |id: [i64; 2], addr: [&str; 2]| Identity {
        id,
        addr: addr.map(str::to_string),
        parked: false,
    };
    vec![of([7, 70], ["a:1", "b:1"]), of([8, 80], ["a:2", "b:2"])]
}

fn verdict(args: &[&str], reference: &str, subject: &str) -> Verdict {
    let frames = [reference, subject].map(|frame| vec![frame.as_bytes().to_vec()]);
    let command = Command::plain(args);
    compare(&command, &[], [&frames[0], &frames[1]], &identities())
}

fn bulk(text: &str) -> String {
    format!("${}\r\n{text}\r\n", text.len())
}

fn kind_of(args: &[&str], reference: &str, subject: &str) -> Option<&'static str> {
    match verdict(args, reference, subject) {
        Verdict::Explained(kinds) => Some(KINDS[kinds[0].0].name),
        Verdict::Same => Some("same"),
        Verdict::Different => None,
    }
}

#[test]
fn short_replies() {
    let two = "*2\r\n$1\r\na\r\n$1\r\nb\r\n";
    let two_turned = "*2\r\n$1\r\nb\r\n$1\r\na\r\n";
    let done = format!("*2\r\n$1\r\n0\r\n{two}");
    let done_less = "*2\r\n$1\r\n0\r\n*1\r\n$1\r\na\r\n";
    let undone = "*2\r\n$2\r\n17\r\n*1\r\n$1\r\na\r\n";
    let cases: [(&[&str], &str, &str, Option<&str>); 22] = [
        (&["GET", "a"], "$1\r\nx\r\n", "$1\r\nx\r\n", Some("same")),
        (&["GET", "a"], "$1\r\nx\r\n", "$1\r\ny\r\n", None),
        (&["TTL", "a"], ":100\r\n", ":101\r\n", Some("clock")),
        (&["TTL", "a"], ":100\r\n", ":102\r\n", None),
        (&["TTL", "a"], ":0\r\n", ":-1\r\n", None),
        (&["pttl", "a"], ":100000\r\n", ":98600\r\n", Some("clock")),
        (&["PTTL", "a"], ":100000\r\n", ":98400\r\n", None),
        (&["EXPIRE", "a", "1"], ":0\r\n", ":1\r\n", None),
        (
            &["TIME"],
            "*2\r\n$2\r\n50\r\n$1\r\n1\r\n",
            "*2\r\n$2\r\n51\r\n$1\r\n2\r\n",
            Some("clock"),
        ),
        (&["KEYS", "*"], two, two_turned, Some("order")),
        (&["LRANGE", "l", "0", "-1"], two, two_turned, None),
        (&["KEYS", "*"], two, "*1\r\n$1\r\na\r\n", None),
        (&["SCAN", "0"], &done, undone, Some("order")),
        (&["SCAN", "0"], &done, done_less, None),
        (&["SCAN", "9"], &done, done_less, Some("order")),
        (&["SCAN", "0"], &done, "-ERR invalid cursor\r\n", None),
        (&["RANDOMKEY"], "$1\r\na\r\n", "$1\r\nb\r\n", Some("order")),
        (&["RANDOMKEY"], "$1\r\na\r\n", "$-1\r\n", None),
        (&["CLIENT", "ID"], ":7\r\n", ":70\r\n", Some("figures")),
        (&["CLIENT", "ID"], ":7\r\n", ":80\r\n", None),
        (
            &["MEMORY", "USAGE", "a"],
            ":56\r\n",
            ":40\r\n",
            Some("figures"),
        ),
        (&["MEMORY", "USAGE", "a"], ":56\r\n", "$-1\r\n", None),
    ];
    for (args, reference, subject, expected) in cases {
        assert_eq!(
            kind_of(args, reference, subject),
            expected,
            "{args:?} {subject:?}"
        );
    }
}

#[test]
fn info_must_agree_about_the_data() {
    let info = |hits: u32, memory: u32, more: &str| {
        bulk(&format!(
            "# Stats\r\nkeyspace_hits:{hits}\r\nused_memory:{memory}\r\n{more}\r\n\
             # Keyspace\r\ndb0:keys=1,expires=0,avg_ttl={memory}\r\n"
        ))
    };
    let reference = info(5, 1000, "");
    assert_eq!(
        kind_of(&["INFO"], &reference, &info(5, 2000, "own:1\r\n")),
        Some("figures")
    );
    assert_eq!(kind_of(&["INFO"], &reference, &info(6, 1000, "")), None);
    assert_eq!(
        kind_of(&["INFO"], &info(5, 1000, "field:1\r\n"), &reference),
        None
    );
    let other_keys = reference.replace("keys=1", "keys=2");
    assert_eq!(kind_of(&["INFO"], &reference, &other_keys), None);
}

#[test]
fn client_lines_must_agree_about_what_clients_did() {
    let line = |id: u32, addr: &str, db: u32, age: u32| {
        format!("id={id} addr={addr} db={db} age={age} name=\n")
    };
    let list = |lines: &[String]| bulk(&lines.concat());
    let reference = list(&[
        line(7, "a:1", 0, 3),
        line(8, "a:2", 1, 4),
        line(99, "x", 0, 0),
    ]);
    let turned = list(&[
        line(80, "b:2", 1, 9),
        line(50, "y", 3, 1),
        line(70, "b:1", 0, 0),
    ]);
    let kind = |subject: &str| kind_of(&["CLIENT", "LIST"], &reference, subject);
    assert_eq!(kind(&turned), Some("figures"));
    assert_eq!(
        kind(&list(&[line(80, "b:2", 1, 9), line(70, "b:1", 0, 0)])),
        None
    );
    let other_db = [
        line(70, "b:1", 0, 3),
        line(80, "b:2", 2, 4),
        line(99, "x", 0, 0),
    ];
    assert_eq!(kind(&list(&other_db)), None);
    let other_addr = [
        line(70, "b:9", 0, 3),
        line(80, "b:2", 1, 4),
        line(99, "x", 0, 0),
    ];
    assert_eq!(kind(&list(&other_addr)), None);
}

#[test]
fn sets_inside_command_replies_have_no_order() {
    let command = |flags: [&str; 2], arity: i32| {
        let flags = flags.map(|flag| format!("+{flag}\r\n")).concat();
        format!("*1\r\n*3\r\n$3\r\nget\r\n:{arity}\r\n~2\r\n{flags}")
    };
    let reference = command(["readonly", "fast"], 2);
    let args = ["COMMAND", "INFO", "get"];
    let turned = command(["fast", "readonly"], 2);
    assert_eq!(kind_of(&args, &reference, &turned), Some("order"));
    assert_eq!(
        kind_of(&args, &reference, &command(["fast", "readonly"], 3)),
        None
    );
    let docs = |summary: &str, since: &str| {
        let fields = [bulk("summary"), bulk(summary), bulk("since"), bulk(since)].concat();
        format!("%1\r\n{}%2\r\n{fields}", bulk("get"))
    };
    let args = ["COMMAND", "DOCS", "get"];
    let reference = docs("Their words.", "1.0.0");
    assert_eq!(
        kind_of(&args, &reference, &docs("Ours.", "1.0.0")),
        Some("docs")
    );
    assert_eq!(kind_of(&args, &reference, &docs("Ours.", "2.0.0")), None);
}

#[test]
fn exec_is_compared_command_by_command() {
    let queued = [Command::plain(&["TTL", "a"]), Command::plain(&["GET", "a"])];
    let verdict = |subject: &str| {
        let frames =
            ["*2\r\n:5\r\n$1\r\nx\r\n", subject].map(|frame| vec![frame.as_bytes().to_vec()]);
        compare(
            &Command::plain(&["EXEC"]),
            &queued,
            [&frames[0], &frames[1]],
            &[],
        )
    };
    assert_eq!(
        verdict("*2\r\n:6\r\n$1\r\nx\r\n"),
        Verdict::Explained(vec![(0, "TTL".to_string())])
    );
    assert_eq!(verdict("*2\r\n:6\r\n$1\r\ny\r\n"), Verdict::Different);
    assert_eq!(verdict("*1\r\n:5\r\n"), Verdict::Different);
}

#[test]
fn leaving_all_channels_has_no_order_but_counts_down() {
    let confirmation = |name: &str, count: u32| {
        format!("*3\r\n$11\r\nunsubscribe\r\n{}:{count}\r\n", bulk(name)).into_bytes()
    };
    let command = Command::plain(&["UNSUBSCRIBE"]);
    let reference = [confirmation("a", 1), confirmation("b", 0)];
    let verdict = |subject: [Vec<u8>; 2]| compare(&command, &[], [&reference, &subject], &[]);
    let turned = [confirmation("b", 1), confirmation("a", 0)];
    assert!(matches!(verdict(turned), Verdict::Explained(_)));
    assert_eq!(
        verdict([confirmation("b", 0), confirmation("a", 1)]),
        Verdict::Different
    );
}

#[test]
fn one_message_to_several_patterns_has_no_order() {
    let push = |pattern: &str, message: &str| {
        let texts = [bulk("pmessage"), bulk(pattern), bulk("c"), bulk(message)].concat();
        format!(">4\r\n{texts}").into_bytes()
    };
    let sent = [push("*", "1"), push("c*", "1"), push("*", "2")];
    let turned = [push("c*", "1"), push("*", "1"), push("*", "2")];
    let swapped = [push("*", "2"), push("*", "1"), push("c*", "1")];
    assert_eq!(patterns_sorted(&sent), patterns_sorted(&turned));
    assert_ne!(patterns_sorted(&sent), patterns_sorted(&swapped));
}
