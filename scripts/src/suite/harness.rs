//! One file of the suite against one fresh server, in the suite's external mode.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::recorder::{Recorder, Started};
use super::report::Report;
use crate::Outcome;
use crate::transcript::ServerPlan;

/// The suite's sources, and the interpreter that runs them.
pub(super) struct Harness {
    tree: PathBuf,
    interpreter: String,
}

/// Which cases of a file are run.
#[derive(Clone, Copy, Debug)]
pub(super) enum Selection<'a> {
    Without(&'a [String]),
    Only(&'a str),
}

/// What one run of one file has shown.
pub(super) struct FileRun {
    pub(super) report: Report,
    pub(super) started: Vec<Started>,
}

/// Interpreters by preference; the suite needs 8.5 or newer.
const INTERPRETERS: &[&str] = &["tclsh8.6", "tclsh9.0", "tclsh8.5", "tclsh"];

/// Seconds without progress after which the suite gives up a case.
const CASE_SECONDS_MAX: &str = "120";

/// A whole file that takes longer hangs.
const FILE_LIMIT: Duration = Duration::from_secs(600);

const POLL: Duration = Duration::from_millis(50);

/// The runner is started through this, so that nothing it has printed is lost when it is killed.
const LAUNCH: &str = "fconfigure stdout -buffering line\nsource tests/test_helper.tcl\n";
const LAUNCH_FILE: &str = "launch.tcl";

/// The suite wants a range of ports and takes its own control port from 32 below it.
const CONTROL_PORTS: u16 = 32;
const PORTS: u16 = 300;

/// What the server must allow besides what every server of ours gets.
const SERVER_WORDS: &[&str] = &[
    "--enable-protected-configs",
    "yes",
    "--enable-module-command",
    "yes",
];

impl Harness {
    /// `tree` is the top folder of Valkey's sources, with its programs in `src`.
    pub(super) fn new(tree: PathBuf) -> Outcome<Self> {
        if !tree.join("tests/test_helper.tcl").is_file() {
            return Err(format!(
                "{} holds no tests/test_helper.tcl of Valkey's sources",
                tree.display()
            ));
        }
        let works = |name: &&&str| {
            let mut command = Command::new(name);
            command.arg("/dev/null").stdin(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        let interpreter = INTERPRETERS
            .iter()
            .find(works)
            .ok_or("the suite needs Tcl: there is no tclsh")?
            .to_string();
        Ok(Self { tree, interpreter })
    }

    /// Runs cases of `unit` (`unit/expire`).
    pub(super) fn run(
        &self,
        unit: &str,
        plan: &ServerPlan,
        selection: Selection,
    ) -> Outcome<FileRun> {
        let folder = self.scratch_tree()?;
        let words: Vec<String> = SERVER_WORDS.iter().map(ToString::to_string).collect();
        let server = plan.start(&words)?;
        let recorder = Recorder::start(server.address())?;
        let output = folder.path().join("output.txt");
        let mut runner = self.start(unit, folder.path(), &output, &recorder, selection)?;
        let end = Instant::now() + FILE_LIMIT;
        while Instant::now() < end && matches!(runner.try_wait(), Ok(None)) {
            thread::sleep(POLL);
        }
        let _ = runner.kill();
        let _ = runner.wait();
        let printed = std::fs::read(&output).unwrap_or_default();
        let report = Report::parse(&String::from_utf8_lossy(&printed));
        let started = recorder.stop();
        server
            .stop()
            .map_err(|message| format!("{unit}: {message}"))?;
        if started.is_empty() && report.entries.is_empty() {
            let said = String::from_utf8_lossy(&printed);
            return Err(format!("{unit}: the suite ran no case:\n{said}"));
        }
        Ok(FileRun { report, started })
    }

    fn start(
        &self,
        unit: &str,
        folder: &Path,
        output: &Path,
        recorder: &Recorder,
        selection: Selection,
    ) -> Outcome<Child> {
        let out = File::create(output).map_err(|error| format!("no output file: {error}"))?;
        let err = out.try_clone().map_err(|error| format!("{error}"))?;
        let address = recorder.address();
        let mut command = Command::new(&self.interpreter);
        command
            .args([LAUNCH_FILE, "--single", unit, "--durable", "--clients", "1"])
            .args(["--timeout", CASE_SECONDS_MAX])
            .args(["--dont-clean", "--dont-pre-clean"])
            .args(["--baseport", &port_base()?.to_string()])
            .args(["--portcount", &PORTS.to_string()])
            .args(["--host", &address.ip().to_string()])
            .args(["--port", &address.port().to_string()]);
        match selection {
            Selection::Only(case) => {
                command.args(["--only", case]);
            }
            Selection::Without(cases) => {
                for case in cases {
                    command.args(["--skiptest", case]);
                }
            }
        }
        command
            .env("TERM", "dumb")
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", self.interpreter))
    }

    /// A copy of the tests, which they write into, beside links to the rest.
    fn scratch_tree(&self) -> Outcome<TempDir> {
        let folder = TempDir::new().map_err(|error| format!("no scratch folder: {error}"))?;
        let failed = |error| format!("cannot copy the suite: {error}");
        for entry in std::fs::read_dir(&self.tree).map_err(failed)?.flatten() {
            let target = folder.path().join(entry.file_name());
            if entry.file_name() == "tests" {
                copy_folder(&entry.path(), &target).map_err(failed)?;
            } else {
                symlink(entry.path(), target).map_err(failed)?;
            }
        }
        std::fs::write(folder.path().join(LAUNCH_FILE), LAUNCH).map_err(failed)?;
        Ok(folder)
    }
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir(to)?;
    // What earlier runs have left there is not part of the suite.
    if from.ends_with("tests/tmp") {
        return Ok(());
    }
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn port_base() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    let port = address
        .map_err(|error| format!("no free port: {error}"))?
        .port();
    Ok(port.min(u16::MAX - CONTROL_PORTS - PORTS) + CONTROL_PORTS)
}
