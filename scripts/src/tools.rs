//! Programs of other packages that `cargo x` starts by name.

use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::run::hand_over;
use crate::transcript::ServerPlan;
use crate::workspace::{Program, Workspace};

/// A program of the workspace: a binary or an example.
pub struct Tool {
    pub package: &'static str,
    pub program: &'static str,
    /// Build profile; what is measured or repeated a thousand times is optimised.
    pub profile: &'static str,
}

pub const SERVER: Tool = tool("ringkey-server", "ringkey-server", "dev");
pub const SIMULATOR: Tool = tool("ringkey-simulator", "ringkey-simulator", "quick");
pub const BENCH: Tool = tool("ringkey-load", "bench", "quick");
pub const MOVING: Tool = tool("ringkey-load", "moving", "quick");
/// Compares two builds of `TURN_BENCH`.
pub const AB: Tool = tool("ringkey-load", "ab", "quick");
pub const TURN_BENCH: Tool = tool("ringkey-turn-bench", "turn-bench", "release");
/// Echoes on our reactor, glommio and Valkey; the floor of the bench.
pub const ECHO: Tool = tool("ringkey-echo-bench", "echo-bench", "quick");
pub const DIFFERENTIAL: Tool = tool("ringkey-load", "differential", "quick");
pub const EXCHANGE: Tool = tool("ringkey-load", "exchange", "quick");
pub const SOAK: Tool = tool("ringkey-load", "soak", "quick");

/// Names the folder whose `bin/valkey-server` is a real Valkey 9.1.
const PEERS_VARIABLE: &str = "RINGKEY_PEERS";

impl Tool {
    pub fn exists(&self, workspace: &Workspace) -> bool {
        self.find(workspace).is_some()
    }

    /// The command that builds and runs it with these arguments.
    pub fn command(&self, workspace: &Workspace, arguments: &[&str]) -> Outcome<Command> {
        let Some(program) = self.find(workspace) else {
            let Self {
                package, program, ..
            } = self;
            return Err(format!(
                "package {package} with a program `{program}` is not there yet"
            ));
        };
        let kind = if program.example {
            "--example"
        } else {
            "--bin"
        };
        let mut command = workspace.cargo(&["run", "--quiet", "--profile", self.profile]);
        command
            .args(["--package", self.package, kind, self.program, "--"])
            .args(arguments);
        Ok(command)
    }

    fn find<'a>(&self, workspace: &'a Workspace) -> Option<&'a Program> {
        let package = workspace.package(self.package)?;
        package
            .programs
            .iter()
            .find(|program| program.name == self.program)
    }
}

/// Runs a tool in the user's terminal; `false` if it failed.
pub fn pass_through(workspace: &Workspace, tool: &Tool, rest: &[String]) -> Outcome<bool> {
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    hand_over(tool.command(workspace, &rest)?)
}

/// Measures Ringkey's server, built as it ships, beside a real Valkey, a Redis if one is there, and
/// an echo on Ringkey's reactor as the floor.
pub fn bench(workspace: &Workspace, rest: &[String]) -> Outcome<bool> {
    if ["--help", "-h", "--list"]
        .iter()
        .any(|word| rest.iter().any(|given| given == word))
    {
        return pass_through(workspace, &BENCH, rest);
    }
    let peer = peer_server()?.program;
    let redis = peers_folder()?.join("bin/redis-server8");
    let ours = own_server(workspace, "release")?(1).program;
    let floor = built(workspace, &ECHO, "release")?;
    let [peer, redis, ours, floor] =
        [&peer, &redis, &ours, &floor].map(|path| path.to_string_lossy().into_owned());
    let mut arguments = vec!["--ours", &ours, "--peer", &peer, "--floor", &floor];
    if std::path::Path::new(&redis).exists() {
        arguments.extend(["--peer", &redis]);
    }
    arguments.extend(rest.iter().map(String::as_str));
    hand_over(BENCH.command(workspace, &arguments)?)
}

/// Measures Ringkey's server, built as it ships, while its slots move.
pub fn moving(workspace: &Workspace, rest: &[String]) -> Outcome<bool> {
    let ours = own_server(workspace, "release")?(1).program;
    let ours = ours.to_string_lossy();
    let mut arguments = vec!["--ours", &*ours];
    arguments.extend(rest.iter().map(String::as_str));
    hand_over(MOVING.command(workspace, &arguments)?)
}

/// Builds a program and says where it is.
fn built(workspace: &Workspace, tool: &Tool, profile: &str) -> Outcome<PathBuf> {
    let arguments = [
        "build",
        "--quiet",
        "--profile",
        profile,
        "--package",
        tool.package,
    ];
    if !hand_over(workspace.cargo(&arguments))? {
        return Err(format!("{} does not build", tool.package));
    }
    // The profile `dev` is the one whose folder has another name.
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(workspace.target_directory.join(folder).join(tool.program))
}

/// Builds Ringkey's server in a profile; gives the way to start it for a number of cores.
pub fn own_server(workspace: &Workspace, profile: &str) -> Outcome<impl Fn(u16) -> ServerPlan> {
    let program = built(workspace, &SERVER, profile)?;
    Ok(move |cores: u16| {
        let cores = cores.to_string();
        let arguments = ["--cores-min", &cores, "--cores-max", &cores]
            .map(String::from)
            .to_vec();
        ServerPlan {
            program: program.clone(),
            arguments,
        }
    })
}

/// The way to start a real Valkey.
pub fn peer_server() -> Outcome<ServerPlan> {
    server_at(peers_folder()?.join("bin/valkey-server"))
}

/// The folder of other projects' programs and sources.
pub fn peers_folder() -> Outcome<PathBuf> {
    let folder = std::env::var_os(PEERS_VARIABLE).map(PathBuf::from);
    folder.ok_or_else(|| {
        format!("set {PEERS_VARIABLE} to the folder that holds bin/valkey-server of Valkey 9.1")
    })
}

/// The way to start this program with the command line of a Valkey.
pub fn server_at(program: PathBuf) -> Outcome<ServerPlan> {
    let found = program.canonicalize();
    let program = found.map_err(|error| format!("no server at {}: {error}", program.display()))?;
    Ok(ServerPlan {
        program,
        arguments: Vec::new(),
    })
}

const fn tool(package: &'static str, program: &'static str, profile: &'static str) -> Tool {
    Tool {
        package,
        program,
        profile,
    }
}
