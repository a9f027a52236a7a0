//! The licence check: every crate of the lock file has terms that Ringkey can live with.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Outcome;
use crate::run::Tally;
use crate::workspace::{Workspace, metadata};

/// Permissive licences that ask for no more than a notice.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Exceptions that only widen what a licence of the list permits.
const ALLOWED_EXCEPTIONS: &[&str] = &["LLVM-exception"];

/// Licences that bind changes to their own files: fine in tools and benches, not in the server.
const ALLOWED_IN_TOOLS: &[&str] = &["MPL-2.0", "MPL-2.0+"];

const SERVER: &str = "ringkey-server";

/// Looks at every crate that a build, test or bench on Linux uses; prints those it refuses.
pub fn report(workspace: &Workspace) -> Outcome<Tally> {
    let mut arguments = vec!["--filter-platform", "x86_64-unknown-linux-gnu"];
    if workspace.path("Cargo.lock").exists() {
        arguments.push("--locked");
    }
    let value = metadata(&arguments)?;
    let shipped = shipped_ids(&value);
    let packages = value["packages"].as_array().map_or(&[][..], Vec::as_slice);
    let mut good = !packages.is_empty();
    for package in packages {
        let ships = package["id"]
            .as_str()
            .is_some_and(|id| shipped.contains(id));
        let licence = package["license"].as_str();
        let allowed = licence.is_some_and(|licence| is_allowed(licence, !ships));
        if !allowed {
            good = false;
            let name = package["name"].as_str().unwrap_or_default();
            let version = package["version"].as_str().unwrap_or_default();
            let stated = licence.unwrap_or("none stated");
            let place = if ships {
                "the server"
            } else {
                "tools and tests"
            };
            println!("licences: {name} {version}: {stated}, which is not allowed in {place}");
        }
    }
    Ok(Tally::of(good))
}

/// Ids of the crates that are linked into the server.
fn shipped_ids(value: &Value) -> BTreeSet<&str> {
    let nodes = value["resolve"]["nodes"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);

    let is_server = |package: &&Value| package["name"] == SERVER;
    let server = value["packages"]
        .as_array()
        .and_then(|all| all.iter().find(is_server));
    let mut open: Vec<&str> = server
        .and_then(|server| server["id"].as_str())
        .into_iter()
        .collect();
    let mut shipped = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !shipped.insert(id) {
            continue;
        }
        let Some(node) = nodes.iter().find(|node| node["id"] == id) else {
            continue;
        };
        for used in node["deps"].as_array().into_iter().flatten() {
            let kinds = used["dep_kinds"].as_array().into_iter().flatten();
            // A kind of null is a normal dependency.
            if kinds.into_iter().any(|kind| kind["kind"].is_null()) {
                open.extend(used["pkg"].as_str());
            }
        }
    }
    shipped
}

/// Whether an SPDX expression can be satisfied with the allowed licences.
fn is_allowed(expression: &str, in_tools: bool) -> bool {
    // Old manifests separate alternatives by a slash.
    let text = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = text.split_whitespace().peekable();
    either(&mut words, in_tools) == Some(true) && words.peek().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

// Each of the three gives `None` when the expression is malformed.

fn either(words: &mut Words<'_>, in_tools: bool) -> Option<bool> {
    let mut good = both(words, in_tools)?;
    while words.next_if_eq(&"OR").is_some() {
        good |= both(words, in_tools)?;
    }
    Some(good)
}

fn both(words: &mut Words<'_>, in_tools: bool) -> Option<bool> {
    let mut good = single(words, in_tools)?;
    while words.next_if_eq(&"AND").is_some() {
        good &= single(words, in_tools)?;
    }
    Some(good)
}

fn single(words: &mut Words<'_>, in_tools: bool) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let good = either(words, in_tools)?;
        return words.next_if_eq(&")").map(|_| good);
    }
    let mut good = ALLOWED.contains(&word) || (in_tools && ALLOWED_IN_TOOLS.contains(&word));
    if words.next_if_eq(&"WITH").is_some() {
        good &= ALLOWED_EXCEPTIONS.contains(&words.next()?);
    }
    Some(good)
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn expressions() {
        let allowed = [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-3.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        ];
        for expression in allowed {
            assert!(is_allowed(expression, false), "{expression}");
        }
        let refused = [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT OR",
            "(MIT",
            "MIT)",
            "MIT Apache-2.0",
            "Apache-2.0 WITH Classpath-exception-2.0",
            "MIT OR BSD-3-Clause AND GPL-2.0-only)",
        ];
        for expression in refused {
            assert!(!is_allowed(expression, true), "{expression}");
        }
        assert!(is_allowed("MPL-2.0+", true) && !is_allowed("MPL-2.0+", false));
    }
}
