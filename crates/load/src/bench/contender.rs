//! The servers that are measured in turns: ours, what it is compared with, and the floor. It must
//! never measure.

use std::path::Path;
use std::process::Command;

use super::dataset::Dataset;
use super::workload::{Operation, Workload};
use crate::process::{Launch, Style};

/// The floor copies each reply, which is nothing only while replies are short.
const FLOOR_BYTES_MAX: usize = 4096;

/// What a server is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Ours,
    /// What ours is compared with; an open loop takes its rate from the first.
    Peer,
    /// Answers as many bytes without looking at them: what the network alone costs.
    Floor,
}

/// A server by name.
#[derive(Clone, Debug)]
pub struct Contender {
    pub role: Role,
    pub name: String,
    /// As the program says it.
    pub version: String,
    pub launch: Launch,
}

impl Contender {
    /// A server with the command line of a Valkey, told its number of cores.
    pub fn server(role: Role, mut launch: Launch, cores: usize) -> Self {
        let mut args = core_args(&launch.program, cores);
        args.append(&mut launch.args);
        launch.args = args;
        Self {
            role,
            name: name_of(&launch.program),
            version: version_of(&launch.program),
            launch,
        }
    }

    /// The same by another name: names must differ.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_string();
        self
    }

    /// The floor: a program with the command `serve reactor-echo`.
    pub fn floor(mut launch: Launch) -> Self {
        launch.style = Style::Echo;
        Self {
            role: Role::Floor,
            name: "floor".to_string(),
            version: "an echo of as many bytes on Ringkey's reactor".to_string(),
            launch,
        }
    }

    /// How to start it for a dataset: the floor must know how long requests and replies are.
    pub fn launch_for(&self, dataset: &Dataset) -> Launch {
        let mut launch = self.launch.clone();
        if self.role == Role::Floor {
            let [get, set] = Workload::request_bytes(dataset.value_bytes);
            let cpus: Vec<String> = launch.cpus.iter().map(ToString::to_string).collect();
            let mut args = vec![
                cpus.join(","),
                format!("2:{get}:${}", dataset.value_bytes),
                format!("3:{set}:+OK"),
            ];
            args.append(&mut launch.args);
            launch.args = args;
        }
        launch
    }

    /// Whether it can be asked this at all.
    pub fn answers(&self, operation: Operation, dataset: &Dataset) -> bool {
        let small = dataset.large.is_none() && dataset.value_bytes <= FLOOR_BYTES_MAX;
        self.role != Role::Floor || (operation.has_floor() && small)
    }
}

/// How a program is told its number of cores.
fn core_args(program: &Path, cores: usize) -> Vec<String> {
    let name = name_of(program);
    let count = cores.to_string();
    let words: &[&str] = if name.starts_with("valkey") || name.starts_with("redis") {
        &["--io-threads", &count]
    } else {
        &["--cores-min", &count, "--cores-max", &count]
    };
    words.iter().map(|word| (*word).to_string()).collect()
}

fn name_of(program: &Path) -> String {
    program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn version_of(program: &Path) -> String {
    let output = Command::new(program).arg("--version").output();
    output.map_or_else(
        |error| error.to_string(),
        |output| {
            let said = String::from_utf8_lossy(&output.stdout);
            said.lines().next().unwrap_or_default().to_string()
        },
    )
}

/// A Valkey's command line.
pub fn launch(program: &Path, cpus: &[usize], more: &str) -> Launch {
    Launch {
        program: program.to_path_buf(),
        cpus: cpus.to_vec(),
        args: more.split_whitespace().map(str::to_string).collect(),
        style: Style::Valkey,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_is_told_the_lengths_of_requests_and_replies() {
        let floor = Contender::floor(launch(Path::new("/bin/echo"), &[0, 1], ""));
        let launch = floor.launch_for(&Dataset::plain(10, 64));
        assert_eq!(launch.args, ["0,1", "2:36:$64", "3:107:+OK"]);
        assert!(floor.answers(Operation::Mix(90), &Dataset::plain(10, 64)));
        assert!(!floor.answers(Operation::Pfcount, &Dataset::plain(10, 64)));
    }

    #[test]
    fn cores_are_told_in_the_servers_own_words() {
        let words = |program| core_args(Path::new(program), 2).join(" ");
        assert_eq!(words("/peers/valkey-server"), "--io-threads 2");
        assert_eq!(words("/peers/redis-server8"), "--io-threads 2");
        assert_eq!(
            words("target/ringkey-server"),
            "--cores-min 2 --cores-max 2"
        );
    }
}
