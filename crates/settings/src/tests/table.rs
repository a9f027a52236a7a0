//! The table holds together, and whatever CONFIG SET accepts CONFIG GET gives back.

use std::collections::HashSet;

use proptest::prelude::*;

use crate::definition::{Kind, Support};
use crate::{ClientClass, OutputLimit, Param, Settings, configuration_table};

#[test]
fn names_are_unique_and_counted() {
    let mut names = HashSet::new();
    for param in Param::ALL {
        for name in param.definition().names() {
            assert!(names.insert(name), "{name} twice");
            assert_eq!(name, name.to_ascii_lowercase());
        }
    }
    let aliases = Param::ALL
        .iter()
        .filter(|param| param.definition().alias.is_some())
        .count();
    // Valkey 9.1.2 as distributed: 225 parameters (two more exist in special builds only).
    assert_eq!((Param::ALL.len(), aliases), (225 + 12, 28));
}

#[test]
fn every_default_prints_as_it_is_written() {
    let settings = Settings::default();
    for param in Param::ALL {
        let definition = param.definition();
        let text = String::from_utf8(settings.text_of(*param)).expect("text");
        assert_eq!(text, definition.default, "{}", definition.name);
    }
}

#[test]
fn every_row_is_documented() {
    let page = configuration_table();
    for param in Param::ALL {
        let definition = param.definition();
        assert!(definition.doc.ends_with('.'), "{}", definition.name);
        assert!(
            page.contains(&format!("| `{}`", definition.name)),
            "{}",
            definition.name
        );
        assert_eq!(
            definition.support == Support::Refused,
            definition
                .refusal
                .is_some_and(|refusal| refusal.when.is_none()),
            "{}",
            definition.name
        );
    }
    assert!(
        page.lines()
            .all(|line| !line.starts_with('|') || line.ends_with('|'))
    );
}

/// Every bound of a number's range survives the way to the type that the server works with.
#[test]
fn numbers_fit_their_getters() {
    type Getter = fn(&Settings) -> i64;
    let getters: &[(Param, Getter)] = &[
        (Param::Port, |settings| i64::from(settings.port())),
        (Param::TcpBacklog, |settings| {
            i64::from(settings.tcp_backlog())
        }),
        (Param::TcpKeepalive, |settings| {
            settings.tcp_keepalive_s().map_or(0, i64::from)
        }),
        (Param::Timeout, |settings| {
            settings.timeout_s().map_or(0, i64::from)
        }),
        (Param::MaxClients, |settings| {
            i64::from(settings.maxclients())
        }),
        (Param::Databases, |settings| i64::from(settings.databases())),
        (Param::UnixSocketPerm, |settings| {
            settings.unixsocketperm().map_or(0, i64::from)
        }),
        (Param::ListMaxListpackSize, |settings| {
            i64::from(settings.list_max_listpack_size())
        }),
        (Param::CoresMin, |settings| i64::from(settings.cores_min())),
        (Param::CoresMax, |settings| i64::from(settings.cores_max())),
        (Param::BusyPollUs, |settings| {
            i64::from(settings.busy_poll_us())
        }),
    ];
    for (param, getter) in getters {
        let (min, max) = match param.definition().kind {
            Kind::Int { min, max } | Kind::Octal { min, max } => (min, max),
            other => panic!("{other:?}"),
        };
        for bound in [min, max] {
            let mut settings = Settings::default();
            settings.put(*param, crate::Value::Int(bound));
            assert_eq!(getter(&settings), bound, "{}", param.name());
        }
    }
}

#[test]
fn typed_getters_read_what_was_set() {
    let mut settings = Settings::default();
    assert_eq!(settings.requirepass(), None);
    let pairs: &[(&[u8], &[u8])] = &[
        (b"requirepass", b"secret"),
        (b"bind", b"127.0.0.1 -::1"),
        (b"client-output-buffer-limit", b"pubsub 1kb 2k 3"),
        (b"latency-tracking-info-percentiles", b"50 99.90"),
        (b"notify-keyspace-events", b"Kg"),
        (b"proto-max-bulk-len", b"2mb"),
        (b"hz", b"1000"),
        (b"loglevel", b"VERBOSE"),
        (b"shutdown-on-sigterm", b"nosave now"),
    ];
    settings.set_runtime(pairs, false).expect("all may be set");
    assert_eq!(settings.requirepass(), Some(b"secret".as_slice()));
    let hosts: Vec<(String, bool)> = settings
        .bind()
        .into_iter()
        .map(|address| (address.host, address.optional))
        .collect();
    assert_eq!(
        hosts,
        [("127.0.0.1".to_owned(), false), ("::1".to_owned(), true)]
    );
    assert_eq!(
        settings.client_output_buffer_limit(ClientClass::Pubsub),
        OutputLimit {
            hard_bytes: 1024,
            soft_bytes: 2000,
            soft_seconds: 3
        }
    );
    assert_eq!(
        settings.client_output_buffer_limit(ClientClass::Normal),
        OutputLimit::default()
    );
    let percentiles = [(50.0, "50".to_owned()), (99.9, "99.9".to_owned())];
    assert_eq!(settings.latency_percentiles(), percentiles);
    assert!(
        settings
            .notify_keyspace_events()
            .contains(crate::Events::GENERIC)
    );
    assert!(
        !settings
            .notify_keyspace_events()
            .contains(crate::Events::KEYEVENT)
    );
    assert_eq!(
        (settings.proto_max_bulk_len(), settings.hz()),
        (2 << 20, 500)
    );
    assert_eq!(settings.word(Param::LogLevel), "verbose");
    assert!(settings.has_word(Param::ShutdownOnSigterm, "now"));
    assert!(!settings.has_word(Param::ShutdownOnSigterm, "default"));
    assert!(settings.has_word(Param::ShutdownOnSigint, "default"));
}

#[test]
fn config_set_reports_changes_and_warns_once() {
    let mut settings = Settings::default();
    let changes = settings
        .set_runtime(
            &[
                (b"timeout", b"5"),
                (b"tcp-keepalive", b"300"),
                (b"active-expire-effort", b"2"),
            ],
            false,
        )
        .expect("all may be set");
    assert_eq!(changes.changed, [Param::Timeout, Param::ActiveExpireEffort]);
    assert_eq!(
        changes.warnings,
        ["Parameter 'active-expire-effort' is accepted but has no effect in Ringkey yet"]
    );
    let again = settings
        .set_runtime(&[(b"active-expire-effort", b"3")], false)
        .expect("may be set");
    assert_eq!((again.changed.len(), again.warnings.len()), (1, 0));
    // Under both of its names one parameter is one change.
    let both = settings
        .set_runtime(
            &[
                (b"slowlog-max-len", b"1"),
                (b"commandlog-slow-execution-max-len", b"2"),
            ],
            false,
        )
        .expect("may be set");
    assert_eq!(both.changed, [Param::CommandlogSlowExecutionMaxLen]);
}

#[test]
fn a_failing_config_set_changes_nothing() {
    let mut settings = Settings::default();
    let before = settings.matching(&[b"*"]);
    let error = settings
        .set_runtime(
            &[
                (b"timeout", b"5"),
                (b"active-expire-effort", b"2"),
                (b"loglevel", b"loud"),
            ],
            false,
        )
        .expect_err("loud is no level");
    assert!(error.to_string().contains("argument 'loglevel'"), "{error}");
    assert_eq!(settings.matching(&[b"*"]), before);
    let changes = settings
        .set_runtime(&[(b"active-expire-effort", b"2")], false)
        .expect("may be set");
    assert_eq!(
        changes.warnings.len(),
        1,
        "the failed attempt must not use up the warning"
    );
}

#[test]
fn protected_parameters_ask_who_sets_them() {
    let set = |mode: usize, is_local: bool| {
        let mut settings = Settings::default();
        settings.put(Param::EnableProtectedConfigs, crate::Value::Word(mode));
        settings
            .set_runtime(&[(b"dbfilename", b"x.rdb")], is_local)
            .is_ok()
    };
    let (no, yes, local) = (0, 1, 2);
    assert_eq!([set(no, true), set(no, false)], [false, false]);
    assert_eq!([set(yes, true), set(yes, false)], [true, true]);
    assert_eq!([set(local, true), set(local, false)], [true, false]);
}

fn any_param() -> impl Strategy<Value = Param> {
    (0..Param::ALL.len()).prop_map(|index| Param::ALL[index])
}

fn any_value() -> impl Strategy<Value = Vec<u8>> {
    let plausible =
        "(yes|no|-?[0-9]{1,20}(k|kb|mb|%)?|normal|pubsub|0|60|[gKEA]|nosave|now| ){0,9}";
    prop_oneof![
        plausible.prop_map(String::into_bytes),
        proptest::collection::vec(any::<u8>(), 0..20),
        "[ -~]{0,30}".prop_map(String::into_bytes),
    ]
}

proptest! {
    #[test]
    fn what_is_accepted_reads_back_as_the_same(param in any_param(), value in any_value()) {
        let mut settings = Settings::default();
        settings.put(Param::EnableProtectedConfigs, crate::Value::Word(1));
        let name = param.name().as_bytes();
        if settings.set_runtime(&[(name, &value)], true).is_ok() {
            let text = settings.get(name).expect("exists");
            let mut copy = settings.clone();
            let changes = copy.set_runtime(&[(name, &text)], true);
            prop_assert_eq!(changes.expect("its own text").changed, Vec::new());
        }
    }

    #[test]
    fn no_pattern_and_no_name_is_too_much(
        names in proptest::collection::vec("[a-z*?\\[\\]^\\\\-]{0,12}", 0..4)
    ) {
        let settings = Settings::default();
        let patterns: Vec<&[u8]> = names.iter().map(String::as_bytes).collect();
        let found = settings.matching(&patterns);
        prop_assert!(found.is_sorted());
        prop_assert!(found.len() <= 248 + names.len());
    }
}
