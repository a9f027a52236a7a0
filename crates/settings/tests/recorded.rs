//! Our answers beside those recorded from Valkey 9.1.2: CONFIG SET, CONFIG GET, and starts with
//! wrong configurations.

mod common;

use std::collections::HashMap;

use common::{Case, Recording, quoted, quoted_words, unquoted};
use settings::{CommandLine, Outside, Param, Settings, load, parse_command_line};

#[test]
fn config_set_answers_as_recorded() {
    let mut settings = Settings::default();
    let mut wrong = Vec::new();
    for case in Recording::read("config_set.txt").cases {
        let (pairs, _) = case.arguments.as_chunks::<2>();
        let pairs: Vec<(&[u8], &[u8])> = pairs
            .iter()
            .map(|[name, value]| (name.as_slice(), value.as_slice()))
            .collect();
        let said = match settings.set_runtime(&pairs, true) {
            Ok(_) => String::from("+OK"),
            Err(error) => format!("-{error}"),
        };
        expect(&case, '<', &[said], &mut wrong);
        if case.lines_marked('~').is_empty() {
            let values: Vec<String> = pairs
                .iter()
                .map(|(name, _)| {
                    settings
                        .get(name)
                        .map_or("none".into(), |value| quoted(&value))
                })
                .collect();
            expect(&case, '=', &values, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn config_get_answers_as_recorded() {
    const OURS: &[&str] = &[
        "balance",
        "balance-interval-ms",
        "balance-moves-per-second",
        "pack-below-percent",
        "spread-above-percent",
        "busy-poll-us",
        "cluster-core-ports-base",
        "cores-max",
        "cores-min",
        "pin-cores",
        "pipeline-order",
        "zero-copy-replies",
    ];
    let mut settings = Settings::default();
    settings.set_runtime(&[], true).expect("nothing to set");
    let mut wrong = Vec::new();
    for case in Recording::read("config_get.txt").cases {
        let patterns: Vec<&[u8]> = case.arguments.iter().map(Vec::as_slice).collect();
        let said: Vec<String> = settings
            .matching(&patterns)
            .into_iter()
            .filter(|(name, _)| !OURS.contains(&name.as_str()))
            .map(|(name, value)| quoted_words(&[name.into_bytes(), value]))
            .collect();
        let expected: Vec<String> = case
            .lines_marked('=')
            .into_iter()
            .map(with_our_default)
            .collect();
        if said != expected {
            wrong.push(format!(
                "{}: {said:?} instead of {expected:?}",
                case.shown()
            ));
        }
        if patterns == [b"*".as_slice()] {
            assert_eq!(said.len(), 237, "names that CONFIG GET * answers");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A recorded name and value, with our value where the default differs on purpose.
fn with_our_default(recorded: &str) -> String {
    let differing = settings::DEVIATIONS.iter().find(|deviation| {
        let valkeys = [deviation.param.name().into(), deviation.valkey.into()];
        recorded == quoted_words(&valkeys)
    });
    match differing.map(|deviation| deviation.param) {
        Some(param) => {
            let ours = Settings::default().text_of(param);
            quoted_words(&[param.name().into(), ours])
        }
        None => recorded.to_owned(),
    }
}

#[test]
fn every_deviation_is_one() {
    let recording = Recording::read("config_get.txt");
    let all = &recording.cases[0];
    assert_eq!(all.shown(), "*");
    for deviation in settings::DEVIATIONS {
        let definition = deviation.param.definition();
        assert_ne!(definition.default, deviation.valkey, "{}", definition.name);
        let valkeys = quoted_words(&[definition.name.into(), deviation.valkey.into()]);
        assert!(
            all.lines_marked('=').contains(&valkeys.as_str()),
            "{valkeys}"
        );
    }
}

#[test]
fn failing_starts_say_what_was_recorded() {
    let mut wrong = Vec::new();
    for case in Recording::read("starts.txt").cases {
        let input = case
            .lines_marked('|')
            .first()
            .map_or(Vec::new(), |text| unquoted(text));
        let said = match parse_command_line(&case.arguments) {
            CommandLine::Start(plan) => match load(&plan, &mut Files::new(input)) {
                Ok(_) => vec![String::from("started")],
                Err(error) => said_lines(&error.to_string()),
            },
            other => vec![format!("{other:?}")],
        };
        expect(&case, '!', &said, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines of an error without the one that is ours alone.
fn said_lines(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("(in "));
    lines.map(str::to_owned).collect()
}

/// Compares with the lines of `mark`, or with those of `~` if there are some.
fn expect(case: &Case, mark: char, said: &[String], wrong: &mut Vec<String>) {
    let ours = case.lines_marked('~');
    let expected = if ours.is_empty() {
        case.lines_marked(mark)
    } else {
        ours
    };
    if said != expected {
        wrong.push(format!(
            "{}: {said:?} instead of {expected:?}",
            case.shown()
        ));
    }
}

/// The files that the recorded starts know.
struct Files {
    input: Vec<u8>,
    known: HashMap<&'static str, &'static str>,
    folder: String,
}

impl Files {
    fn new(input: Vec<u8>) -> Self {
        let known = HashMap::from([
            ("x.conf", "timeout 5\n"),
            ("bad.conf", "timeout x\n"),
            ("deep.conf", "include bad.conf\n"),
            ("sub/inner.conf", "port y\n"),
        ]);
        Self {
            input,
            known,
            folder: String::new(),
        }
    }
}

impl Outside for Files {
    fn read_file(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        let path = format!("{}{}", self.folder, String::from_utf8_lossy(path));
        let text = self
            .known
            .get(path.as_str())
            .ok_or("No such file or directory")?;
        Ok(text.as_bytes().to_vec())
    }

    fn read_standard_input(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.input.clone())
    }

    fn matching_files(&mut self, pattern: &[u8]) -> Result<Vec<Vec<u8>>, String> {
        let mut paths: Vec<Vec<u8>> = self
            .known
            .keys()
            .filter(|path| stdx::glob::matches(pattern, path.as_bytes(), false))
            .map(|path| path.as_bytes().to_vec())
            .collect();
        paths.sort();
        Ok(paths)
    }

    fn enter_directory(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        if path != b"sub" {
            return Err("No such file or directory".into());
        }
        self.folder = String::from("sub/");
        Ok(b"/sub".to_vec())
    }
}

#[test]
fn our_own_parameters_are_known() {
    let settings = Settings::default();
    assert_eq!(settings.matching(&[b"*"]).len(), 249);
    for param in [
        Param::CoresMin,
        Param::CoresMax,
        Param::BusyPollUs,
        Param::Balance,
        Param::BalanceMovesPerSecond,
        Param::BalanceIntervalMs,
        Param::SpreadAbovePercent,
        Param::PackBelowPercent,
        Param::PinCores,
        Param::ZeroCopyReplies,
    ] {
        assert!(
            settings.get(param.name().as_bytes()).is_some(),
            "{}",
            param.name()
        );
    }
}
