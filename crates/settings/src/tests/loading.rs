//! Configuration text: what is refused, what is only warned about, and what errors point at.

use proptest::prelude::*;

use crate::{
    CommandLine, ConfigFileError, LoadPlan, Outside, Param, Settings, apply_text, load,
    parse_command_line,
};

/// A world in which every file includes the next one, or itself.
struct Files {
    text: &'static [u8],
}

impl Outside for Files {
    fn read_file(&mut self, _: &[u8]) -> Result<Vec<u8>, String> {
        Ok(self.text.to_vec())
    }

    fn read_standard_input(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.text.to_vec())
    }

    fn matching_files(&mut self, pattern: &[u8]) -> Result<Vec<Vec<u8>>, String> {
        Ok(vec![pattern.to_vec(); 2])
    }

    fn enter_directory(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        Ok([b"/here/".as_slice(), path].concat())
    }
}

fn read(text: &str) -> Result<(Settings, Vec<String>), ConfigFileError> {
    let mut settings = Settings::default();
    let warnings = apply_text(
        &mut settings,
        text.as_bytes(),
        "/etc/ringkey.conf",
        &mut Files { text: b"" },
    )?;
    Ok((settings, warnings))
}

/// The reason given for a line, and the line's number.
fn refused(text: &str) -> (usize, String) {
    match read(text) {
        Err(ConfigFileError::Line { number, reason, .. }) => (number, reason),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn promises_that_are_not_kept_stop_the_start() {
    let promises = [
        "appendonly yes",
        "save 60 1",
        "tls-port 6380",
        "tls-cert-file a.pem",
        "aclfile users.acl",
        "user alice on >secret ~* +@all",
        "user default on >secret ~* +@all",
        "user default off",
        "replicaof 10.0.0.1 6379",
        "slaveof 10.0.0.1 6379",
        "primaryauth secret",
        "min-replicas-to-write 1",
        "min-slaves-to-write 1",
        "rename-command FLUSHALL \"\"",
        "loadmodule /lib/x.so",
        "maxmemory-clients 1gb",
        "shutdown-on-sigterm save",
        "pipeline-order relaxed",
    ];
    for promise in promises {
        let (number, reason) = refused(&format!("timeout 5\n{promise}\n"));
        assert_eq!(number, 2, "{promise}");
        assert!(reason.starts_with("Ringkey "), "{promise}: {reason}");
    }
}

#[test]
fn a_promise_that_is_taken_back_is_none() {
    for text in [
        "save 60 1\nsave \"\"\n",
        "appendonly yes\nappendonly no\n",
        "replicaof 10.0.0.1 6379\nreplicaof no one\n",
        "user default on nopass ~* &* +@all\n",
        "maxmemory-policy allkeys-lru\n",
        "requirepass secret\n",
    ] {
        assert!(read(text).is_ok(), "{text}");
    }
    assert_eq!(refused("save \"\"\nsave 60 1\nsave 30 2\n").0, 3);
}

#[test]
fn an_error_is_valkeys_block_and_a_line_of_ours() {
    let error = read("port 0\ntiemout 5\n").expect_err("no such name");
    let block = "\n*** FATAL CONFIG FILE ERROR (Version 9.1.2) ***\n\
        Reading the configuration file, at line 2\n\
        >>> 'tiemout 5'\n\
        Bad directive or wrong number of arguments\n\
        (in /etc/ringkey.conf; perhaps 'timeout' was meant)\n";
    assert_eq!(error.to_string(), block);
    let error = read("port 70000").expect_err("no such port").to_string();
    assert!(
        error.ends_with("(in /etc/ringkey.conf; right: port <integer, 0 to 65535>)\n"),
        "{error}"
    );
    let error = read("xyzzy 1").expect_err("no such name").to_string();
    assert!(error.contains("no parameter has this name"), "{error}");
    let error = read("include").expect_err("no path").to_string();
    assert!(error.contains("'include' takes other arguments"), "{error}");
}

#[test]
fn cores_must_agree() {
    let (settings, _) = read("cores-min 4\ncores-max 4\n").expect("both the same");
    assert_eq!((settings.cores_min(), settings.cores_max()), (4, 4));
    let (settings, _) = read("cores-max 4\n").expect("a range");
    assert_eq!((settings.cores_min(), settings.cores_max()), (1, 4));
    let error = read("cores-min 4\ncores-max 2\n").expect_err("no range");
    let text = "cores-min must not be above cores-max";
    assert!(error.to_string().contains(text), "{error}");
}

#[test]
fn parameters_without_effect_are_said_once() {
    let (mut settings, warnings) = read(
        "active-expire-effort 7\nactive-expire-effort 8\nappendfsync everysec\ndynamic-hz yes\n",
    )
    .expect("harmless");
    assert_eq!(
        warnings,
        [
            "Parameter 'dynamic-hz' no longer exists and is ignored",
            "Parameter 'active-expire-effort' is accepted but has no effect in Ringkey yet",
        ]
    );
    let later = settings
        .set_runtime(&[(b"active-expire-effort", b"9")], false)
        .expect("may be set");
    assert!(later.warnings.is_empty());
}

#[test]
fn includes_end() {
    let mut settings = Settings::default();
    let mut itself = Files {
        text: b"include again.conf\n",
    };
    let error = apply_text(&mut settings, b"include again.conf", "x", &mut itself)
        .expect_err("endless chain");
    assert!(error.to_string().contains("more than 16 deep"), "{error}");
    let mut doubling = Files {
        text: b"include two*.conf\n",
    };
    assert!(apply_text(&mut settings, b"include two*.conf", "x", &mut doubling).is_err());
    let mut many = Files {
        text: b"timeout 1\n",
    };
    let text = b"include x.conf\n".repeat(1_001);
    let error = apply_text(&mut settings, &text, "x", &mut many).expect_err("too many");
    assert!(
        error.to_string().contains("More than 1000 files"),
        "{error}"
    );
}

#[test]
fn the_directory_is_asked_of_outside() {
    let (settings, _) = read("dir data\n").expect("exists");
    assert_eq!(settings.get(b"dir"), Some(b"/here/data".to_vec()));
}

#[test]
fn later_sources_override_earlier_ones() {
    let arguments: Vec<Vec<u8>> = ["-", "--timeout", "9"]
        .iter()
        .map(|argument| argument.as_bytes().to_vec())
        .collect();
    let CommandLine::Start(plan) = parse_command_line(&arguments) else {
        panic!("a start")
    };
    let loaded = load(
        &plan,
        &mut Files {
            text: b"timeout 5\nport 7\n",
        },
    )
    .expect("right");
    assert_eq!(
        (loaded.settings.timeout_s(), loaded.settings.port()),
        (Some(9), 7)
    );
    let nothing = load(&LoadPlan::default(), &mut Files { text: b"" }).expect("right");
    assert!(
        Param::ALL
            .iter()
            .all(|param| nothing.settings.is_default(*param))
    );
    assert!(nothing.warnings.is_empty());
}

#[test]
fn the_command_line_says_what_to_do() {
    let parse = |arguments: &[&str]| {
        let arguments: Vec<Vec<u8>> = arguments
            .iter()
            .map(|argument| argument.as_bytes().to_vec())
            .collect();
        parse_command_line(&arguments)
    };
    assert_eq!(parse(&[]), CommandLine::Start(LoadPlan::default()));
    assert_eq!(parse(&["-v"]), CommandLine::Version);
    assert_eq!(parse(&["--help", "x"]), CommandLine::Help);
    assert!(matches!(
        parse(&["x.conf", "--sentinel"]),
        CommandLine::Unsupported(_)
    ));
    assert!(matches!(
        parse(&["--test-memory", "1"]),
        CommandLine::Unsupported(_)
    ));
    let plan = LoadPlan {
        file: Some(b"x.conf".to_vec()),
        standard_input: true,
        options: b"port \"1\" \nsave \"\" ".to_vec(),
    };
    assert_eq!(
        parse(&["x.conf", "--port", "1", "--save", "-"]),
        CommandLine::Start(plan)
    );
}

proptest! {
    #[test]
    fn no_text_is_too_much(text in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut settings = Settings::default();
        let _ = apply_text(&mut settings, &text, "x", &mut Files { text: b"" });
    }

    #[test]
    fn no_command_line_is_too_much(
        arguments in proptest::collection::vec("(--?)?[a-z\"' ]{0,8}", 0..6)
    ) {
        let arguments: Vec<Vec<u8>> = arguments.into_iter().map(String::into_bytes).collect();
        if let CommandLine::Start(plan) = parse_command_line(&arguments) {
            let _ = load(&plan, &mut Files { text: b"" });
        }
    }
}
