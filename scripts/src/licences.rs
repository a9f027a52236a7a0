//! The licence check: every crate of the lock file has terms that Ringkey can live with.

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

/// Looks at every crate that a build, test or bench on Linux uses; prints those it refuses.
pub fn report(workspace: &Workspace) -> Outcome<Tally> {
    let mut arguments = vec!["--filter-platform", "x86_64-unknown-linux-gnu"];
    if workspace.path("Cargo.lock").exists() {
        arguments.push("--locked");
    }
    let value = metadata(&arguments)?;
    let mut tally = Tally::default();
    for package in value["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let version = package["version"].as_str().unwrap_or_default();
        let licence = package["license"].as_str();
        let good = licence.is_some_and(is_allowed);
        if !good {
            let stated = licence.unwrap_or("none stated");
            println!(
                "licences: {name} {version}: {stated}; allowed are {}",
                ALLOWED.join(", ")
            );
        }
        tally.add(Tally::of(good));
    }
    // The count of crates says nothing to a reader of the summary: the check is one check.
    Ok(Tally::of(tally.failed == 0 && tally.passed > 0))
}

/// Whether an SPDX expression can be satisfied with the allowed licences.
pub fn is_allowed(expression: &str) -> bool {
    // Old manifests separate alternatives by a slash.
    let text = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = text.split_whitespace().peekable();
    either(&mut words) == Some(true) && words.peek().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

// Each of the three gives `None` when the expression is malformed.

fn either(words: &mut Words<'_>) -> Option<bool> {
    let mut good = both(words)?;
    while words.next_if_eq(&"OR").is_some() {
        good |= both(words)?;
    }
    Some(good)
}

fn both(words: &mut Words<'_>) -> Option<bool> {
    let mut good = single(words)?;
    while words.next_if_eq(&"AND").is_some() {
        good &= single(words)?;
    }
    Some(good)
}

fn single(words: &mut Words<'_>) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let good = either(words)?;
        return words.next_if_eq(&")").map(|_| good);
    }
    let mut good = ALLOWED.contains(&word);
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
            assert!(is_allowed(expression), "{expression}");
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
            assert!(!is_allowed(expression), "{expression}");
        }
    }
}
