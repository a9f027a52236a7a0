//! The table is whole, sorted and fresh, and finds what it is asked for.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

#[test]
fn every_name_is_found_in_any_case() {
    for id in CommandId::top_level() {
        let upper = id.name().to_uppercase();
        let mixed: String = id
            .name()
            .chars()
            .enumerate()
            .map(|(i, c)| {
                if i % 2 == 0 {
                    c.to_ascii_uppercase()
                } else {
                    c
                }
            })
            .collect();
        for name in [id.name(), &upper, &mixed] {
            assert_eq!(lookup(name.as_bytes()), Some(id), "{name}");
        }
    }
}

#[test]
fn full_names_are_found() {
    for id in CommandId::ALL {
        assert_eq!(lookup_full_name(id.full_name().as_bytes()), Some(id));
        assert_eq!(CommandId::from_number(id as u16), Some(id));
        assert_eq!(id.spec().id, id);
    }
    assert_eq!(lookup(b"client|list"), None);
    assert_eq!(lookup_full_name(b"client|"), None);
    assert_eq!(lookup_full_name(b"get|x"), None);
    assert_eq!(
        lookup_full_name(b"CLIENT|No-Evict"),
        Some(CommandId::ClientNoEvict)
    );
}

#[test]
fn bytes_that_fold_alike_are_told_apart() {
    assert_eq!(lookup(b"bitfield_ro"), Some(CommandId::BitfieldRo));
    assert_eq!(lookup(b"bitfield\x7fro"), None);
    assert_eq!(lookup(b"restore\x0dasking"), None);
    assert_eq!(lookup(b"ge\x14"), None);
    // Same length, first eight and last eight bytes as a longer name.
    assert_eq!(
        lookup(b"georadiusbYmember"),
        Some(CommandId::Georadiusbymember)
    );
    assert_eq!(lookup(b"georadiusxymember"), None);
}

fn naive(name: &[u8]) -> Option<CommandId> {
    CommandId::top_level().find(|id| id.name().as_bytes().eq_ignore_ascii_case(name))
}

proptest! {
    #[test]
    fn lookup_agrees_with_a_search(
        id in proptest::sample::select(&CommandId::ALL),
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
        cut in 0..3_usize,
    ) {
        let mut name = id.name().as_bytes().to_vec();
        let at = at.index(name.len());
        match cut {
            0 => name[at] = byte,
            1 => name.insert(at, byte),
            _ => { name.remove(at); }
        }
        prop_assert_eq!(lookup(&name), naive(&name));
    }
}

#[test]
fn arity_counts_the_words_of_the_name() {
    let resolve = |line: &str| {
        let args: Vec<&[u8]> = line.split(' ').map(str::as_bytes).collect();
        super::resolve(&args[..])
    };
    assert_eq!(resolve("get k"), Ok(CommandId::Get));
    assert_eq!(
        resolve("GET"),
        Err(LookupError::Arity { id: CommandId::Get })
    );
    assert_eq!(
        resolve("get a b"),
        Err(LookupError::Arity { id: CommandId::Get })
    );
    assert_eq!(
        resolve("config"),
        Err(LookupError::Arity {
            id: CommandId::Config
        })
    );
    assert_eq!(resolve("command"), Ok(CommandId::Command));
    assert_eq!(resolve("config GET x"), Ok(CommandId::ConfigGet));
    let container = CommandId::Config;
    assert_eq!(
        resolve("config nope"),
        Err(LookupError::UnknownSubcommand { container })
    );
    assert_eq!(
        super::resolve(&[] as &[&[u8]]),
        Err(LookupError::UnknownCommand)
    );
}

#[test]
fn the_table_is_complete_and_explains_itself() {
    assert_eq!(CommandId::known().count(), 399);
    assert_eq!(CommandId::top_level().count(), 257);
    for id in CommandId::ALL {
        let spec = id.spec();
        let docs = spec.docs;
        assert!(docs.summary.ends_with('.'), "{}", spec.full_name);
        assert!(
            (15..=92).contains(&docs.summary.len()),
            "{}",
            spec.full_name
        );
        assert!(docs.summary.is_ascii(), "{}", spec.full_name);
        assert!(
            !docs.since.is_empty() && !docs.group.is_empty(),
            "{}",
            spec.full_name
        );
        for &subcommand in spec.subcommands {
            assert_eq!(subcommand.spec().parent, Some(id));
        }
    }
}

#[test]
fn reach_fits_what_a_command_names() {
    let mut without_keys = BTreeSet::new();
    for id in CommandId::ALL {
        let spec = id.spec();
        let has_keys = spec.key_plan != KeyPlan::None;
        if has_keys {
            assert_eq!(spec.reach, Reach::Slots, "{}", spec.full_name);
        } else if spec.reach == Reach::Slots {
            without_keys.insert(spec.full_name);
        }
        if spec.flags.contains(Flags::WRITE) {
            let everywhere = [Reach::EverySlotOneMoment, Reach::Control];
            assert!(
                spec.reach == Reach::Slots || everywhere.contains(&spec.reach),
                "{}",
                spec.full_name
            );
        }
    }
    let wanted = [
        "cluster|countkeysinslot",
        "cluster|flushslot",
        "cluster|getkeysinslot",
        "exec",
        "publish",
        "spublish",
        "ssubscribe",
        "subscribe",
        "sunsubscribe",
        "unsubscribe",
    ];
    assert_eq!(without_keys, BTreeSet::from(wanted));
}

#[test]
fn channels_are_named() {
    let args: Vec<&[u8]> = vec![b"x", b"a", b"b"];
    let all = |id| channels(id, &args[..]).map(|c| (c.indexes, c.action, c.patterns, c.sharded));
    use ChannelAction::{Publish, Subscribe, Unsubscribe};
    assert_eq!(all(CommandId::Publish), Some((1..2, Publish, false, false)));
    assert_eq!(
        all(CommandId::Ssubscribe),
        Some((1..3, Subscribe, false, true))
    );
    assert_eq!(
        all(CommandId::Punsubscribe),
        Some((1..3, Unsubscribe, true, false))
    );
    assert_eq!(all(CommandId::Get), None);
    let none = channels(CommandId::Unsubscribe, &args[..1]).expect("UNSUBSCRIBE has channels");
    assert!(none.indexes.is_empty());
}

#[test]
fn names_of_bits_are_read_back() {
    assert_eq!(AclCategories::NAMES.len(), 21);
    for &(bit, name) in AclCategories::NAMES {
        assert_eq!(
            AclCategories::by_name(name.to_uppercase().as_bytes()),
            Some(bit)
        );
    }
    assert_eq!(AclCategories::by_name(b"nope"), None);
    let eval = CommandId::Eval.spec().flags;
    assert!(eval.contains(Flags::MAY_REPLICATE));
    assert!(!eval.shown().names().any(|name| name == "may_replicate"));
}

#[test]
fn lists_are_filtered() {
    let names = |kind: &[u8], value: &[u8]| {
        let filter = ListFilter::new(kind, value).expect("a filter");
        // Stands in for the glob: a prefix.
        let ids = listed(filter, |prefix, name| {
            name.starts_with(&prefix.to_ascii_lowercase())
        });
        ids.map(CommandId::full_name).collect::<Vec<_>>()
    };
    let transaction = ["discard", "exec", "multi", "unwatch", "watch"];
    assert_eq!(names(b"aclcat", b"TRANSACTION"), transaction);
    assert!(names(b"ACLCAT", b"nope").is_empty());
    assert!(names(b"module", b"x").is_empty());
    assert_eq!(names(b"pattern", b"CONFIG|G"), ["config|get"]);
    assert_eq!(ListFilter::new(b"group", b"x"), None);
}

/// Counts what a description promises and what it delivers.
#[derive(Default)]
struct Balance {
    open: Vec<usize>,
    texts: Vec<String>,
}

impl Balance {
    fn item(&mut self) {
        if let Some(left) = self.open.last_mut() {
            *left = left.checked_sub(1).expect("more items than promised");
        }
    }

    fn begin(&mut self, n: usize) {
        self.item();
        self.open.push(n);
        self.close();
    }

    fn close(&mut self) {
        while self.open.len() > 1 && self.open.last() == Some(&0) {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &str) {
        self.texts.push(text.to_owned());
        self.item();
        self.close();
    }
}

impl ReplySink for Balance {
    fn array(&mut self, n: usize) {
        self.begin(n);
    }
    fn map(&mut self, n: usize) {
        self.begin(2 * n);
    }
    fn set(&mut self, n: usize) {
        self.begin(n);
    }
    fn bulk(&mut self, text: &str) {
        self.text(text);
    }
    fn simple(&mut self, text: &str) {
        self.text(text);
    }
    fn int(&mut self, _: i64) {
        self.text("");
    }
}

#[test]
fn descriptions_deliver_what_they_promise() {
    for id in CommandId::ALL {
        let mut info = Balance {
            open: vec![1],
            ..Balance::default()
        };
        write_info(id, &mut info);
        assert_eq!(info.open, [0], "{}", id.full_name());
        let mut docs = Balance {
            open: vec![2],
            ..Balance::default()
        };
        write_docs(id, &mut docs);
        assert_eq!(docs.open, [0], "{}", id.full_name());
        assert_eq!(docs.texts[0], id.full_name());
        assert_eq!(docs.texts[2], id.spec().docs.summary);
    }
}

#[test]
fn the_coverage_page_counts() {
    let page = coverage_markdown(|id| matches!(id, CommandId::Get | CommandId::ClientId));
    assert!(page.contains("| string | 1 | 24 |\n"), "{page}");
    assert!(page.contains("| connection | 1 | 27 |\n"));
    assert!(page.contains("| **all** | **2** | **384** |\n"));
    assert!(page.contains("\n| CLIENT ID | yes | session | 5.0.0 | "));
    assert!(page.contains("\n| GETEX | no | slots | 6.2.0 | "));
    assert!(!page.contains("\n| CLIENT | "));
}
