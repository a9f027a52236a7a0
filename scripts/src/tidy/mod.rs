//! Tidy: the house rules that are read off the sources as text. `docs/style.md` states them.

mod architecture;
mod fences;
mod manifests;
mod pages;
mod paths;
mod shape;
mod source;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::run::Tally;
use crate::workspace::{Package, Workspace};
use source::Source;

/// One place that breaks one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    /// From 1; 0 when the file as a whole is meant.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.path, self.message),
            line => write!(out, "{}:{line}: {}", self.path, self.message),
        }
    }
}

/// A tracked file.
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Everything the rules look at, read once.
pub struct Tree {
    pub packages: Vec<Package>,
    pub files: Vec<File>,
    pub sources: Vec<Source>,
}

/// A rule: what it is called, and the function that looks for what breaks it.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule {
        name: "text files only",
        check: shape::blobs,
    },
    Rule {
        name: "ASCII only",
        check: shape::ascii,
    },
    Rule {
        name: "no paths of a machine",
        check: shape::machine_paths,
    },
    Rule {
        name: "lines of 100 columns",
        check: shape::columns,
    },
    Rule {
        name: "files of 1,000 lines",
        check: shape::file_lengths,
    },
    Rule {
        name: "functions of 70 lines",
        check: shape::function_lengths,
    },
    Rule {
        name: "module documentation first",
        check: shape::module_docs,
    },
    Rule {
        name: "nothing left over",
        check: shape::leftovers,
    },
    Rule {
        name: "no world inside the engine",
        check: fences::banned_calls,
    },
    Rule {
        name: "unsafe in named files",
        check: fences::unsafe_code,
    },
    Rule {
        name: "reasons of dependencies",
        check: manifests::reasons,
    },
    Rule {
        name: "dependencies named once",
        check: manifests::inherited,
    },
    Rule {
        name: "no unused dependency",
        check: manifests::unused,
    },
    Rule {
        name: "crate edges",
        check: architecture::edges,
    },
    Rule {
        name: "walks",
        check: pages::walks,
    },
    Rule {
        name: "names in pages",
        check: pages::named_paths,
    },
];

/// Runs every rule on the workspace and prints what breaks one.
pub fn report(workspace: &Workspace) -> Outcome<Tally> {
    let tree = Tree::read(workspace)?;
    let mut tally = Tally::default();
    for rule in RULES {
        let findings = (rule.check)(&tree);
        tally.add(Tally::of(findings.is_empty()));
        for finding in &findings {
            println!("tidy: {finding} [{}]", rule.name);
        }
    }
    Ok(tally)
}

impl Tree {
    pub fn read(workspace: &Workspace) -> Outcome<Self> {
        let mut files = Vec::new();
        for path in listed_files(&workspace.root)? {
            // A file that git knows but that was just deleted has nothing to check.
            if let Ok(bytes) = std::fs::read(workspace.root.join(&path)) {
                files.push(File { path, bytes });
            }
        }
        Ok(Self::new(workspace.packages.clone(), files))
    }

    pub fn new(packages: Vec<Package>, files: Vec<File>) -> Self {
        let rust = files.iter().filter(|file| file.path.ends_with(".rs"));
        let sources = rust
            .map(|file| Source::new(&file.path, &String::from_utf8_lossy(&file.bytes)))
            .collect();
        Self {
            packages,
            files,
            sources,
        }
    }

    /// The text of a file, if it exists.
    pub fn text(&self, path: &str) -> Option<std::borrow::Cow<'_, str>> {
        let file = self.files.iter().find(|file| file.path == path)?;
        Some(String::from_utf8_lossy(&file.bytes))
    }

    /// Whether a file, or a folder with files in it, has this path.
    pub fn exists(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.files
            .iter()
            .any(|file| file.path == path || file.path.starts_with(&folder))
    }
}

/// Files that git tracks or would track.
fn listed_files(root: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("git")
        .args([
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z",
        ])
        .current_dir(root)
        .output();
    let mut files: Vec<String> = match output {
        Ok(output) if output.status.success() => {
            let list = String::from_utf8_lossy(&output.stdout).into_owned();
            list.split('\0')
                .filter(|path| !path.is_empty())
                .map(str::to_string)
                .collect()
        }
        // An unpacked archive of the sources has no git.
        _ => walk(root, root)?,
    };
    files.sort();
    files.dedup();
    Ok(files)
}

fn walk(root: &Path, folder: &Path) -> Outcome<Vec<String>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "target" && name != ".git" {
            files.extend(walk(root, &path)?);
        } else if path.is_file() {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            files.push(relative.to_string_lossy().into_owned());
        }
    }
    Ok(files)
}
