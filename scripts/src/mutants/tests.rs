//! Tests of what has logic: reading the list, drawing the sample, making a mutant.

use super::killers::evidence;
use super::list::{Mutant, parse, sample};
use super::{USAGE, Wish};

/// A mutant as `cargo mutants --list --json` describes it.
fn described(file: &str, what: &str, replacement: &str, span: [usize; 4]) -> String {
    let [line, column, end_line, end_column] = span;
    format!(
        r#"{{"file": "{file}", "name": "{file}:{line}:{column}: {what}", "replacement":
        "{replacement}", "span": {{"start": {{"line": {line}, "column": {column}}},
        "end": {{"line": {end_line}, "column": {end_column}}}}}}}"#
    )
}

fn one(replacement: &str, span: [usize; 4]) -> Mutant {
    let text = described("a.rs", "a change", replacement, span);
    parse(&format!("[{text}]")).unwrap().remove(0)
}

/// Many mutants; those of `b.rs` start `lines` further down.
fn many(lines: usize) -> Vec<Mutant> {
    let mut list = Vec::new();
    for line in 1..200 {
        let what = format!("replace + with - in f{}", line / 3);
        list.push(described("a.rs", &what, "-", [line, 5, line, 6]));
        let line = line + lines;
        let what = format!("replace g{} with ()", line - lines);
        list.push(described("b.rs", &what, "()", [line, 5, line + 1, 6]));
    }
    parse(&format!("[{}]", list.join(","))).unwrap()
}

#[test]
fn a_change_takes_the_place_of_its_text() {
    let text = "fn f() {\n    a + b\n}\n";
    let changed = one("-", [2, 7, 2, 8]).apply(text);
    assert_eq!(changed.unwrap(), "fn f() {\n    a - b\n}\n");
    let changed = one("0", [2, 5, 2, 10]).apply(text);
    assert_eq!(changed.unwrap(), "fn f() {\n    0\n}\n");
    let changed = one("", [1, 8, 3, 2]).apply(text);
    assert_eq!(changed.unwrap(), "fn f() \n");
    let changed = one("-", [1, 7, 1, 8]).apply("\u{e9}\u{e9} a + b");
    assert!(
        changed.unwrap().ends_with("a +-b"),
        "columns are characters"
    );
}

#[test]
fn a_place_outside_of_the_text_is_refused() {
    for span in [[2, 1, 2, 2], [1, 4, 1, 9], [1, 2, 1, 2], [1, 0, 1, 2]] {
        let refused = one("-", span).apply("a+b").unwrap_err();
        assert!(refused.contains("a.rs"), "{refused}");
    }
}

#[test]
fn the_sample_depends_on_the_seed_alone() {
    let first = sample(many(0), 7);
    let mut reversed = many(0);
    reversed.reverse();
    assert_eq!(first, sample(reversed, 7));
    assert_ne!(first, sample(many(0), 8));
    assert_eq!(first.len(), many(0).len());
    let of_b = first[..40].iter().filter(|mutant| mutant.file == "b.rs");
    assert!(
        (10..30).contains(&of_b.count()),
        "both files have their part"
    );
}

#[test]
fn the_sample_stays_when_lines_move_or_others_come() {
    let what = |mutants: &[Mutant]| -> Vec<String> {
        let names = mutants.iter().map(|mutant| {
            let (_, what) = mutant.name.split_once(": ").unwrap();
            format!("{} {what}", mutant.file)
        });
        names.collect()
    };
    let first = what(&sample(many(0), 7)[..40]);
    assert_eq!(first, what(&sample(many(9), 7)[..40]));
    let gone = |mutant: &Mutant| mutant.name.ends_with("7 with ()");
    let mut fewer = many(0);
    fewer.retain(|mutant| !gone(mutant));
    let mut rest = sample(many(0), 7);
    rest.retain(|mutant| !gone(mutant));
    assert_eq!(sample(fewer, 7), rest);
}

#[test]
fn what_is_no_list_of_mutants_is_refused() {
    for text in [
        "",
        "{}",
        "[{}]",
        r#"[{"file": "a.rs", "name": "a", "replacement": ""}]"#,
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn evidence_is_the_first_thing_found() {
    let output = "\nrunning 2 tests\n.F\nfailures:\n\n---- slot::waits stdout ----\nthread x";
    assert_eq!(evidence(output), "slot::waits");
    let output = "some line\nseed 12: wrong\nseed 12: more\n1 seeds with violations";
    assert_eq!(evidence(output), "seed 12: wrong");
    let output = "seed 3: a panic\n\nthread 'main' panicked at a.rs:1:2:\nno such slot\nnote: x";
    assert_eq!(evidence(output), "seed 3: a panic: no such slot");
    assert_eq!(evidence("Killed\n\n"), "Killed");
    assert_eq!(evidence(&"x".repeat(500)).len(), 163);
}

#[test]
fn the_command_line_is_read_or_refused() {
    let read = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Wish::parse(&words)
    };
    assert_eq!(read(&[]), Ok(Wish::All));
    assert_eq!(read(&["--list"]), Ok(Wish::List));
    assert_eq!(read(&["--only", "3,5"]), Ok(Wish::Only(vec![3, 5])));
    for wrong in [&["--only"][..], &["--only", "x"], &["3"]] {
        assert_eq!(read(wrong), Err(USAGE.to_string()));
    }
}
