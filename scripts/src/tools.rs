//! Programs of other packages that `cargo x` starts by name.

use std::process::Command;

use crate::Outcome;
use crate::run::hand_over;
use crate::workspace::Workspace;

/// A program of the workspace: `cargo run` of a binary target.
pub struct Tool {
    pub package: &'static str,
    pub program: &'static str,
    /// Build profile; what is measured or repeated a thousand times is optimised.
    pub profile: &'static str,
}

pub const SERVER: Tool = Tool {
    package: "ringkey-server",
    program: "ringkey-server",
    profile: "dev",
};
pub const SIMULATOR: Tool = Tool {
    package: "ringkey-simulator",
    program: "ringkey-simulator",
    profile: "quick",
};
pub const BENCH: Tool = Tool {
    package: "ringkey-benches",
    program: "bench",
    profile: "release",
};
pub const DIFFERENTIAL: Tool = Tool {
    package: "ringkey-differential",
    program: "differential",
    profile: "quick",
};

impl Tool {
    pub fn exists(&self, workspace: &Workspace) -> bool {
        let package = workspace.package(self.package);
        package.is_some_and(|package| package.programs.iter().any(|name| name == self.program))
    }

    /// The command that builds and runs it with these arguments.
    pub fn command(&self, workspace: &Workspace, arguments: &[&str]) -> Command {
        let mut command = workspace.cargo(&["run", "--quiet", "--profile", self.profile]);
        command
            .args(["--package", self.package, "--bin", self.program, "--"])
            .args(arguments);
        command
    }
}

/// Runs a tool in the user's terminal; `false` if it failed.
pub fn pass_through(workspace: &Workspace, tool: &Tool, rest: &[String]) -> Outcome<bool> {
    if !tool.exists(workspace) {
        let Tool {
            package, program, ..
        } = tool;
        return Err(format!(
            "package {package} with a program `{program}` is not there yet"
        ));
    }
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    hand_over(tool.command(workspace, &rest))
}
