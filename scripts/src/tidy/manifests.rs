//! Rules on the manifests: each outside crate is named once, with a reason, and is used.

use super::{Finding, Tree};

const ROOT_MANIFEST: &str = "Cargo.toml";

/// A line `name = ...` of a section of a manifest.
struct Entry<'a> {
    line: usize,
    name: &'a str,
    value: &'a str,
}

pub(super) fn reasons(tree: &Tree) -> Vec<Finding> {
    let text = tree.text(ROOT_MANIFEST).unwrap_or_default();
    let mut findings = Vec::new();
    for entry in shared(&text) {
        let own = entry.value.contains("path =");
        let reason = entry
            .value
            .rsplit_once('#')
            .map_or("", |(_, reason)| reason.trim());
        if !own && reason.is_empty() {
            let message = format!("{} needs its reason: `# what it is for`", entry.name);
            findings.push(Finding {
                path: ROOT_MANIFEST.into(),
                line: entry.line,
                message,
            });
        }
    }
    findings
}

pub(super) fn inherited(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &tree.packages {
        let path = format!("{}/Cargo.toml", package.folder);
        let text = tree.text(&path).unwrap_or_default();
        for entry in entries(&text, is_dependency_section) {
            let inherits = entry.value.contains("workspace = true")
                || (entry.name.ends_with(".workspace") && entry.value.trim() == "true");
            if !inherits {
                let message = format!(
                    "{} must come from the workspace: `.workspace = true`",
                    entry.name
                );
                findings.push(Finding {
                    path: path.clone(),
                    line: entry.line,
                    message,
                });
            }
        }
    }
    findings
}

pub(super) fn unused(tree: &Tree) -> Vec<Finding> {
    let text = tree.text(ROOT_MANIFEST).unwrap_or_default();
    let mut findings = Vec::new();
    for entry in shared(&text) {
        let renamed = entry
            .value
            .split_once("package = \"")
            .and_then(|(_, rest)| rest.split_once('"'));
        let name = renamed.map_or(entry.name, |(name, _)| name);
        let mut used = tree
            .packages
            .iter()
            .flat_map(|package| &package.dependencies);
        let own = entry.value.contains("path =");
        if !own && !used.any(|dependency| dependency.name == name) {
            let message = format!("no crate uses {}; remove it", entry.name);
            findings.push(Finding {
                path: ROOT_MANIFEST.into(),
                line: entry.line,
                message,
            });
        }
    }
    findings
}

fn shared(text: &str) -> Vec<Entry<'_>> {
    entries(text, |section| section == "workspace.dependencies")
}

fn is_dependency_section(section: &str) -> bool {
    let last = section.rsplit('.').next().unwrap_or_default();
    matches!(
        last,
        "dependencies" | "dev-dependencies" | "build-dependencies"
    )
}

fn entries(text: &str, wanted: impl Fn(&str) -> bool) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        if let Some(section) = line.trim().strip_prefix('[') {
            inside = wanted(section.split(']').next().unwrap_or_default());
            continue;
        }
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        if inside && !line.trim_start().starts_with('#') {
            entries.push(Entry {
                line: index + 1,
                name: name.trim(),
                value,
            });
        }
    }
    entries
}
