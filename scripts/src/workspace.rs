//! What cargo knows about the workspace: its root, packages, their dependencies and programs.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Outcome;

/// The workspace as `cargo metadata --no-deps` describes it.
pub struct Workspace {
    pub root: PathBuf,
    pub target_directory: PathBuf,
    pub packages: Vec<Package>,
}

/// One member of the workspace.
#[derive(Clone, Debug)]
pub struct Package {
    pub name: String,
    /// Folder relative to the root, with `/` between parts.
    pub folder: String,
    pub dependencies: Vec<Dependency>,
    /// What `cargo run` can start.
    pub programs: Vec<Program>,
}

/// A binary or example target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub name: String,
    pub example: bool,
}

/// One line of a package's dependency sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    pub name: String,
    /// A crate of this workspace, by path.
    pub own: bool,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Normal,
    Dev,
    Build,
}

impl Workspace {
    /// Asks cargo about the workspace that the current folder belongs to.
    pub fn load() -> Outcome<Self> {
        let value = metadata(&["--no-deps", "--offline"])?;
        let root = PathBuf::from(text(&value, "workspace_root")?);
        let target_directory = PathBuf::from(text(&value, "target_directory")?);
        let mut packages = Vec::new();
        for package in value["packages"].as_array().into_iter().flatten() {
            packages.push(read_package(&root, package)?);
        }
        packages.sort_by(|a, b| a.folder.cmp(&b.folder));
        Ok(Self {
            root,
            target_directory,
            packages,
        })
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    pub fn package(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// A `cargo` command that runs in the root.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo_program());
        command.args(arguments).current_dir(&self.root);
        command
    }
}

/// The output of `cargo metadata` with these further arguments, as JSON.
pub fn metadata(arguments: &[&str]) -> Outcome<Value> {
    let output = Command::new(cargo_program())
        .args(["metadata", "--format-version", "1"])
        .args(arguments)
        .output()
        .map_err(|error| format!("cannot start cargo metadata: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("cargo metadata failed: {}", said.trim()));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata printed no valid JSON: {error}"))
}

fn cargo_program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string())
}

fn read_package(root: &Path, value: &Value) -> Outcome<Package> {
    let manifest = PathBuf::from(text(value, "manifest_path")?);
    let folder = manifest.parent().unwrap_or(root);
    let folder = folder
        .strip_prefix(root)
        .unwrap_or(folder)
        .to_string_lossy()
        .replace('\\', "/");
    let mut dependencies = Vec::new();
    for dependency in value["dependencies"].as_array().into_iter().flatten() {
        dependencies.push(Dependency {
            name: text(dependency, "name")?.to_string(),
            own: dependency["path"].is_string(),
            kind: match dependency["kind"].as_str() {
                Some("dev") => Kind::Dev,
                Some("build") => Kind::Build,
                _ => Kind::Normal,
            },
        });
    }
    let mut programs = Vec::new();
    for target in value["targets"].as_array().into_iter().flatten() {
        let kinds = target["kind"].as_array().into_iter().flatten();
        for kind in kinds.filter(|kind| *kind == "bin" || *kind == "example") {
            let name = text(target, "name")?.to_string();
            programs.push(Program {
                name,
                example: kind == "example",
            });
        }
    }
    Ok(Package {
        name: text(value, "name")?.to_string(),
        folder,
        dependencies,
        programs,
    })
}

fn text<'a>(value: &'a Value, field: &str) -> Outcome<&'a str> {
    value[field]
        .as_str()
        .ok_or_else(|| format!("cargo metadata gave no text field '{field}'"))
}
