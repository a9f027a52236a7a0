//! Each rule of tidy, shown to fail on a planted violation and to pass on what is allowed.

use super::source::Source;
use super::{File, Finding, RULES, Tree};
use crate::workspace::{Dependency, Kind, Package};

const PAGE: &str = "| level | crate | may use |\n|---|---|---|\n| L0 | `stdx` | |\n\
    | L1 | `resp` | `stdx` |\n| L4 | `engine` | `stdx`, `resp` |\n";

fn package(name: &str, uses: &[(&str, bool)]) -> Package {
    let dependency = |(name, own): &(&str, bool)| Dependency {
        name: name.to_string(),
        own: *own,
        kind: Kind::Normal,
    };
    Package {
        name: format!("ringkey-{name}"),
        folder: format!("crates/{name}"),
        dependencies: uses.iter().map(dependency).collect(),
        programs: Vec::new(),
    }
}

fn tree(packages: Vec<Package>, files: &[(&str, &str)]) -> Tree {
    let file = |(path, text): &(&str, &str)| File {
        path: path.to_string(),
        bytes: text.as_bytes().to_vec(),
    };
    Tree::new(packages, files.iter().map(file).collect())
}

fn three_crates() -> Vec<Package> {
    let mut resp = package("resp", &[("ringkey-stdx", true)]);
    resp.dependencies.push(Dependency {
        name: "tempfile".into(),
        own: false,
        kind: Kind::Dev,
    });
    vec![
        package("stdx", &[("libc", false)]),
        resp,
        package("engine", &[("ringkey-resp", true)]),
    ]
}

fn check(rule: &str, tree: &Tree) -> Vec<Finding> {
    let rule = RULES
        .iter()
        .find(|known| known.name == rule)
        .expect("a rule of this name");
    (rule.check)(tree)
}

/// Checks one file, with the table of crates and `pages` beside it.
fn found(rule: &str, path: &str, text: &str) -> Vec<String> {
    let tree = tree(
        three_crates(),
        &[("docs/architecture.md", PAGE), (path, text)],
    );
    check(rule, &tree).iter().map(ToString::to_string).collect()
}

/// Asserts that a rule passes on `good` and names line `line` of `bad`.
fn rule_tells(rule: &str, path: &str, good: &str, bad: &str, line: usize) {
    assert_eq!(
        found(rule, path, good),
        Vec::<String>::new(),
        "{rule}: {good}"
    );
    let findings = found(rule, path, bad);
    let start = if line == 0 {
        format!("{path}: ")
    } else {
        format!("{path}:{line}: ")
    };
    assert_eq!(findings.len(), 1, "{rule}: {bad}: {findings:?}");
    assert!(findings[0].starts_with(&start), "{rule}: {findings:?}");
}

/// Joins the halves of a word that may not stand in this file.
fn planted(head: &str, tail: &str) -> String {
    format!("{head}{tail}")
}

#[test]
fn shape_of_lines_and_files() {
    let path = "crates/stdx/src/a.rs";
    let wide = |columns: usize| format!("//! Doc.\n// {}\n", "x".repeat(columns - 3));
    rule_tells("lines of 100 columns", path, &wide(100), &wide(101), 2);
    rule_tells(
        "files of 1,000 lines",
        path,
        &"\n".repeat(1000),
        &"\n".repeat(1001),
        0,
    );
    assert!(
        found(
            "files of 1,000 lines",
            "crates/stdx/src/generated.rs",
            &"\n".repeat(9999)
        )
        .is_empty()
    );
    rule_tells(
        "module documentation first",
        path,
        "//! Doc.\n",
        "\n//! Doc.\n",
        1,
    );
    rule_tells("ASCII only", "README.md", "a - b\n", "a\nb \u{2014} c\n", 2);
    rule_tells("text files only", "tests/a.bin", "text", "te\0xt", 0);
    let path_of_machine = format!("see {}\n", planted("/ro", "ot/notes"));
    rule_tells(
        "no paths of a machine",
        "README.md",
        "see a/root/b\n",
        &path_of_machine,
        1,
    );
}

#[test]
fn length_of_functions() {
    let rule = "functions of 70 lines";
    let function = |head: &str, lines: usize| {
        format!(
            "//! Doc.\n{head}fn f() {{\n{}}}\n",
            "    g(\"}\");\n".repeat(lines - 2)
        )
    };
    let path = "crates/stdx/tests/a.rs";
    rule_tells(rule, path, &function("", 70), &function("", 71), 2);
    let excuse = "#[expect(clippy::too_many_lines, reason = \"one arm per command\")]\npub ";
    assert!(found(rule, path, &function(excuse, 90)).is_empty());
    let bare = "#[allow(clippy::too_many_lines)]\n";
    assert_eq!(found(rule, path, &function(bare, 90)).len(), 1);
}

#[test]
fn things_left_over() {
    let rule = "nothing left over";
    let path = "crates/stdx/src/a.rs";
    let good = "//! A list of todo items, EXXXTRA.\n";
    for (head, tail) in [("FIX", "ME"), ("XX", "X")] {
        rule_tells(
            rule,
            path,
            good,
            &format!("//! Doc.\n// {}\n", planted(head, tail)),
            2,
        );
    }
    for (head, tail) in [
        ("to", "do!()"),
        ("db", "g!(1)"),
        ("unimple", "mented!()"),
        ("#[ign", "ore]"),
    ] {
        rule_tells(
            rule,
            path,
            good,
            &format!("//! Doc.\n\n{};\n", planted(head, tail)),
            3,
        );
    }
}

#[test]
fn no_world_inside_the_engine() {
    let rule = "no world inside the engine";
    let path = "crates/engine/src/core.rs";
    let good = "//! Doc.\nuse std::time::Duration;\nfn f() { my::std::fs(); } // println!\n";
    let bad = [
        "use std::time::{Duration, Instant};",
        "use std::{fmt, time::{self, Duration}};",
        "use std::{\n\nfs::File as F, fmt};",
        "fn f() { let now = std::time::SystemTime::now(); }",
        "fn f() { std::thread::spawn(f); }",
        "fn f() { println!(\"\"); }",
        "use std::collections::{BTreeMap, HashMap};",
        "use std::env;",
        "use std::net::*;",
    ];
    for code in bad {
        let line = if code.contains("\n\n") { 5 } else { 3 };
        rule_tells(rule, path, good, &format!("//! Doc.\n\n{code}\n"), line);
        let test = format!("//! Doc.\n#[cfg(test)]\nmod tests {{\n{code}\n}}\n");
        assert!(
            found(rule, path, &test).is_empty(),
            "{code} is fine in a test"
        );
        let outside = format!("//! Doc.\n{code}\n");
        assert!(
            found(rule, "crates/stdx/src/a.rs", &outside).is_empty(),
            "{code} is fine in L0"
        );
        assert!(
            found(rule, "crates/resp/src/a/tests.rs", &outside).is_empty(),
            "{code}"
        );
    }
    let message = &found(rule, path, "//! Doc.\nuse std::time::Instant;\n")[0];
    assert!(message.contains("now_ms"), "names what to use: {message}");
}

#[test]
fn unsafe_in_named_files() {
    let rule = "unsafe in named files";
    let path = "crates/stdx/src/a.rs";
    let opened = "//! Reason.\n#![allow(unsafe_code)]\n\nunsafe fn f() {}\n";
    let listed = "- `crates/stdx/src/a.rs`: prefetch has no safe form\n";
    let with_page = |path: &str, text: &str, page: &str| {
        let files = [
            ("docs/architecture.md", PAGE),
            ("docs/unsafe.md", page),
            (path, text),
        ];
        check(rule, &tree(three_crates(), &files))
    };
    assert_eq!(with_page(path, opened, listed), vec![]);
    assert_eq!(
        with_page(path, "//! Doc.\n// unsafe is a word here\n", ""),
        vec![]
    );
    let cases = [
        (path, opened, "", "has no line in"),
        (
            path,
            "//! Doc.\nunsafe fn f() {}\n",
            "",
            "does not open with",
        ),
        (
            path,
            "//! Doc.\n#[allow(unsafe_code)]\nmod m {}\n",
            "",
            "does not open with",
        ),
        (
            path,
            "//! Doc.\nuse a;\n#![allow(unsafe_code)]\n",
            "",
            "does not open with",
        ),
        (path, "//! Doc.\n", listed, "names it, but"),
        ("crates/engine/src/a.rs", opened, "", "belongs only in"),
        (path, opened, "- `crates/stdx/src/a.rs`\n", "no reason"),
        ("crates/stdx/src/b.rs", "//! Doc.\n", listed, "there is no"),
    ];
    for (path, text, page, message) in cases {
        let findings = with_page(path, text, page);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(findings[0].message.contains(message), "{findings:?}");
    }
}

#[test]
fn edges_between_crates() {
    let rule = "crate edges";
    let page = |text: &str| [("docs/architecture.md".to_string(), text.to_string())];
    let with = |packages: Vec<Package>, text: &str| {
        let files = page(text);
        let files: Vec<_> = files
            .iter()
            .map(|(p, t)| (p.as_str(), t.as_str()))
            .collect();
        check(rule, &tree(packages, &files))
    };
    assert_eq!(with(three_crates(), PAGE), vec![]);

    let one = |packages: Vec<Package>, text: &str, message: &str| {
        let findings = with(packages, text);
        assert_eq!(findings.len(), 1, "{message}: {findings:?}");
        assert!(findings[0].message.contains(message), "{findings:?}");
    };
    let mut packages = three_crates();
    packages[0].dependencies.push(Dependency {
        name: "ringkey-resp".into(),
        own: true,
        kind: Kind::Dev,
    });
    one(packages, PAGE, "uses `resp`, which");
    let mut packages = three_crates();
    packages.push(package("gossip", &[]));
    one(packages, PAGE, "has no row");
    let mut packages = three_crates();
    packages[1].dependencies.push(Dependency {
        name: "libc".into(),
        own: false,
        kind: Kind::Normal,
    });
    one(packages, PAGE, "no operating system");
    one(
        three_crates(),
        &PAGE.replace("| `stdx` | |", "| `stdx` | `resp` |"),
        "only lower levels",
    );
    one(
        three_crates(),
        &format!("{PAGE}| L5 | `cli` | |\n"),
        "there is no crates/cli",
    );
    one(
        three_crates(),
        &format!("{PAGE}| L1 | `resp` | `stdx` |\n"),
        "two rows",
    );
    assert!(
        !with(three_crates(), "").is_empty(),
        "a page without a table"
    );
    let mut packages = three_crates();
    packages[0].name = "stdx".into();
    one(packages, PAGE, "must be named");
}

#[test]
fn manifests() {
    let head = "[workspace]\nmembers = [\"crates/*\"]\n[workspace.dependencies]\n";
    let good = format!("{head}stdx = {{ path = \"crates/stdx\" }}\nlibc = \"0.2\" # sockets\n");
    let bare = format!("{head}libc = \"0.2\"\n");
    rule_tells("reasons of dependencies", "Cargo.toml", &good, &bare, 4);
    let idle = format!("{good}itoa = \"1\" # integers\n");
    rule_tells("no unused dependency", "Cargo.toml", &good, &idle, 6);

    let path = "crates/resp/Cargo.toml";
    let good = "[package]\nname = \"x\"\n[dependencies]\nstdx.workspace = true\n\
        a = { workspace = true, features = [\"b\"] }\n";
    let bad = format!("{good}[dev-dependencies]\nlibc = \"0.2\"\n");
    rule_tells("dependencies named once", path, good, &bad, 7);
}

#[test]
fn walks_hold_to_the_code() {
    let with = |item: &str| {
        let page =
            format!("{PAGE}\n## Walk: GET\n\nText with `no` rule.\n\n{item}\n\n## Else\n- `x`\n");
        let code = "//! Doc.\nstruct Core;\nimpl Core { fn run_turn() {} }\n// ghost\n";
        let files = [
            ("docs/architecture.md", page.as_str()),
            ("crates/engine/src/turn.rs", code),
        ];
        check("walks", &tree(three_crates(), &files))
    };
    assert_eq!(
        with("1. `crates/engine/src/turn.rs`: `Core::run_turn`\n   runs `run_turn()`"),
        vec![]
    );
    for (item, message) in [
        ("- `crates/engine/src/tun.rs`: `Core`", "there is no file"),
        (
            "1. `crates/engine/src/turn.rs`: `Core`,\n   then `ghost`",
            "has no `ghost`",
        ),
    ] {
        let findings = with(item);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].message.contains(message), "{findings:?}");
    }
}

#[test]
fn pages_name_what_exists() {
    let rule = "names in pages";
    let good = "See `crates/stdx`, `docs/NAME.md` and [it](architecture.md#x).\n";
    let tree_with = |text: &str| {
        let files = [
            ("docs/architecture.md", PAGE),
            ("docs/a.md", text),
            ("crates/stdx/src/lib.rs", ""),
        ];
        check(rule, &tree(three_crates(), &files))
    };
    assert_eq!(tree_with(good), vec![]);
    assert_eq!(tree_with("```\n`docs/gone.md`\n```\n"), vec![]);
    assert_eq!(tree_with("See `docs/gone.md`.\n").len(), 1);
    assert_eq!(tree_with("See [it](../gone.md).\n").len(), 1);
}

#[test]
fn the_scanner_knows_literals_from_code() {
    let text = "fn a<'x>(c: &'x str) { let q = '\"'; let e = '\\''; let r = r#\"fn no() {\"#; }\n\
        /* /* fn nested() {} */ */ fn b() { b\"}\\\"\"; b'}' ; r#type }\n\
        fn c(f: fn(u8) -> u8, n: [u8; 4]) where u8: Copy {\n}\ntrait T { fn d(); fn e() {} }\n";
    let source = Source::new("a.rs", text);
    let functions = source.functions();
    let seen: Vec<_> = functions
        .iter()
        .map(|f| (f.name.as_str(), f.first_line, f.last_line))
        .collect();
    assert_eq!(seen, [("a", 1, 1), ("b", 2, 2), ("c", 3, 4), ("e", 5, 5)]);
    assert_eq!(source.code.len(), source.text.len());
    assert!(source.has_word("type") && !source.has_word("nested"));
}
