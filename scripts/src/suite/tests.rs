//! Tests of the rounds, on invented runs.

use super::harness::{FileRun, Selection};
use super::page::Results;
use super::recorder::Started;
use super::report::Report;
use super::tally::{Open, tally};

/// One case: its name, whether it passes, what was refused meanwhile.
type Line<'a> = (&'a str, bool, &'a [&'a str]);

fn run_of(lines: &[Line], selection: Selection, end: &str) -> FileRun {
    let mut output = String::new();
    let mut started = Vec::new();
    for (case, passes, missing) in lines {
        if case.is_empty() {
            output.push_str("[err]: ERR CONFIG SET failed (possibly related to argument ");
            output.push_str("'maxmemory') - Ringkey does not limit its memory\n");
            continue;
        }
        let out = match selection {
            Selection::Without(names) => names.iter().any(|name| name == case),
            Selection::Only(name) => name != *case,
        };
        if out {
            output.push_str(&format!("[skip]: {case}\n"));
            continue;
        }
        started.push(Started {
            case: case.to_string(),
            missing: missing.iter().map(ToString::to_string).collect(),
        });
        if *passes {
            output.push_str(&format!("[ok]: {case} (0 ms)\n"));
        } else {
            output.push_str(&format!("[err]: {case} in tests/unit/x.tcl\nwords\n"));
        }
    }
    output.push_str(end);
    let report = Report::parse(&output);
    FileRun { report, started }
}

fn open(case: &str, reason: &str) -> Open {
    Open {
        case: case.to_string(),
        reason: reason.to_string(),
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

const END: &str = "Test Summary: 0 passed\n";

#[test]
fn a_case_that_fails_only_after_another_one_is_not_held_against_us() {
    let expected = names(&["a", "waits", "after", "bad", "alone", "twice", "twice"]);
    let found = tally("unit/x", &expected, |selection| {
        let after = !matches!(selection, Selection::Without([]));
        let alone = matches!(selection, Selection::Only(_));
        let lines: &[Line] = &[
            ("a", true, &["SORT"]),
            ("waits", false, &["SADD", "EVAL"]),
            ("after", after, &[]),
            ("bad", false, &[]),
            ("alone", alone, &[]),
            ("twice", true, &[]),
            ("twice", false, &["SADD"]),
        ];
        Ok(run_of(lines, selection, END))
    });
    let found = found.expect("a tally");
    assert_eq!((found.passed_at_first, found.passed), (2, 4));
    assert_eq!(found.alone, [open("alone", "words")]);
    assert_eq!(
        found.waiting,
        [open("waits", "SADD"), open("twice", "SADD")]
    );
    assert_eq!(found.failed, [open("bad", "words")]);
}

#[test]
fn cases_of_a_block_that_ended_wait_for_what_ended_it() {
    let expected = names(&["a", "b", "c", "d"]);
    let found = tally("unit/x", &expected, |selection| {
        let lines: &[Line] = &[("a", true, &[]), ("", false, &[]), ("d", true, &[])];
        Ok(run_of(lines, selection, END))
    });
    let found = found.expect("a tally");
    let missing = "CONFIG maxmemory";
    assert_eq!(found.waiting, [open("b", missing), open("c", missing)]);
    assert_eq!((found.passed, found.failed.len()), (2, 0));
}

#[test]
fn a_case_that_hangs_is_left_out_and_what_never_ran_without_a_reason_has_failed() {
    let expected = names(&["a", "b", "gone", "trim on SET with big value"]);
    let found = tally("unit/x", &expected, |selection| {
        let mut run = run_of(&[("a", true, &[])], selection, "");
        if matches!(selection, Selection::Without([])) {
            run.started.push(Started {
                case: "b".to_string(),
                missing: Vec::new(),
            });
        }
        Ok(run)
    });
    let found = found.expect("a tally");
    assert_eq!(found.waiting, [open("b", "hangs")]);
    assert_eq!(found.failed, [open("gone", "an earlier failure")]);
    assert_eq!(found.left_out.len(), 1);
}

#[test]
fn the_page_counts_what_is_missing_and_tells_cores_apart() {
    let run = |reason: &'static [&'static str]| {
        let expected = names(&["a", "b|c"]);
        let file = tally("unit/x", &expected, |selection| {
            let lines: &[Line] = &[("a", true, &[]), ("b|c", false, reason)];
            Ok(run_of(lines, selection, END))
        });
        file.expect("a tally")
    };
    let same = |four| Results {
        expected: vec![("unit/x".to_string(), 2)],
        tallies: vec![(1, vec![run(&["SADD"])]), (4, vec![four])],
    };
    let results = same(run(&["SADD"]));
    let page = results.markdown();
    assert!(results.good());
    assert!(
        page.contains("| unit/x | 2 | 1 | 1 | 1 | 1 | 1 | 1 |\n"),
        "{page}"
    );
    assert!(page.contains("| SADD | 1 | unit/x |\n"), "{page}");
    assert!(page.contains("| unit/x | b\\|c | SADD |\n"), "{page}");
    assert!(!page.contains("on 4 cores"), "{page}");
    assert!(same(run(&["EVAL"])).markdown().contains("wait on 4 cores"));
    let results = same(run(&[]));
    assert!(!results.good());
    assert!(results.markdown().contains("fail on 4 cores"));
}
