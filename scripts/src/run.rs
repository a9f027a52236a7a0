//! Running commands as steps: output shown while it comes, tests counted, time limited.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub const PASS: Self = Self {
        passed: 1,
        failed: 0,
    };
    pub const FAIL: Self = Self {
        passed: 0,
        failed: 1,
    };

    pub fn of(good: bool) -> Self {
        if good { Self::PASS } else { Self::FAIL }
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// How the output of a command turns into a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// The command is one check: its exit status decides.
    Whole,
    /// Lines of the Rust test harness, `test result: ok. 3 passed; 0 failed; ...`.
    TestHarness,
    /// Lines `3 passed, 0 failed` as our own tools print them.
    Summary,
}

/// Longest pause between two looks at a running command.
const POLL: Duration = Duration::from_millis(50);

/// Runs a command to its end or to `limit`, showing its output.
pub fn run(mut command: Command, counting: Counting, limit: Duration) -> Outcome<Tally> {
    let shown = describe(&command);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    let stdout = child.stdout.take();
    let reader =
        thread::spawn(move || stdout.map(|pipe| relay(pipe, counting)).unwrap_or_default());
    let ended = wait(&mut child, limit);
    let mut tally = reader.join().unwrap_or_default();
    match ended? {
        Some(true) if tally == Tally::default() && counting == Counting::Whole => Ok(Tally::PASS),
        Some(true) => Ok(tally),
        Some(false) => {
            if tally.failed == 0 {
                tally.failed = 1;
            }
            println!("failed: `{shown}`");
            Ok(tally)
        }
        None => {
            tally.failed += 1;
            println!(
                "failed: `{shown}` was still running after {} s",
                limit.as_secs()
            );
            Ok(tally)
        }
    }
}

/// Runs a command that the user asked for by name: it keeps the terminal, has no time limit.
pub fn hand_over(mut command: Command) -> Outcome<bool> {
    let shown = describe(&command);
    let status = command
        .status()
        .map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    Ok(status.success())
}

/// Whether a command can be started and says that all is well; its output is not shown.
pub fn works(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// How a command that was watched ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Good,
    Bad,
    /// It ran to its limit and was stopped.
    Late,
    /// The watcher wanted to stop.
    Stopped,
}

/// Runs a command, its output where the caller has pointed it, to its end, to `limit`, or until
/// `stop` says so; nothing of what it started is left.
///
/// It is a process group of its own: an interrupt from the terminal reaches only the watcher.
pub fn watch(mut command: Command, limit: Duration, stop: impl Fn() -> bool) -> Outcome<End> {
    let shown = describe(&command);
    let mut child = command
        .process_group(0)
        .spawn()
        .map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    let end = Instant::now() + limit;
    loop {
        let status = child
            .try_wait()
            .map_err(|error| format!("cannot wait for `{shown}`: {error}"))?;
        let ended = match status {
            Some(status) if status.success() => End::Good,
            Some(_) => End::Bad,
            None if stop() => End::Stopped,
            None if Instant::now() >= end => End::Late,
            None => {
                thread::sleep(POLL);
                continue;
            }
        };
        let mut kill = Command::new("kill");
        kill.args(["-KILL", "--", &format!("-{}", child.id())]);
        // A group that is empty already is what is wanted.
        works(kill);
        let _ = child.wait();
        return Ok(ended);
    }
}

/// The text a person would type, without its path and environment.
pub fn describe(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let mut text = program.rsplit('/').next().unwrap_or_default().to_string();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

fn relay(pipe: impl std::io::Read, counting: Counting) -> Tally {
    let mut tally = Tally::default();
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    loop {
        line.clear();
        match reader.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return tally,
            Ok(_) => {
                tally.add(count_line(&String::from_utf8_lossy(&line), counting));
                let mut out = std::io::stdout().lock();
                // A closed standard output must not stop the counting.
                let _ = out.write_all(&line).and_then(|()| out.flush());
            }
        }
    }
}

/// What one line of output adds to the tally.
pub fn count_line(line: &str, counting: Counting) -> Tally {
    let numbers = match counting {
        Counting::Whole => None,
        Counting::TestHarness => line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". ")),
        Counting::Summary => Some(("", line)),
    };
    let Some((_, numbers)) = numbers else {
        return Tally::default();
    };
    let mut tally = Tally::default();
    let mut named = 0;
    for part in numbers.split([',', ';']) {
        let Some((number, name)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<u64>() else {
            continue;
        };
        match name {
            "passed" => tally.passed = number,
            "failed" => tally.failed = number,
            _ => continue,
        }
        named += 1;
    }
    if named == 2 { tally } else { Tally::default() }
}

/// Waits for the end; `None` when `limit` passed and the command was stopped.
fn wait(child: &mut Child, limit: Duration) -> Outcome<Option<bool>> {
    let end = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(Some(status.success())),
            Ok(None) if Instant::now() >= end => {
                stop_tree(child);
                return Ok(None);
            }
            Ok(None) => thread::sleep(POLL),
            Err(error) => return Err(format!("cannot wait for process {}: {error}", child.id())),
        }
    }
}

/// Ends a process and everything it started, the youngest first.
fn stop_tree(child: &mut Child) {
    let mut family = vec![child.id()];
    let mut next = 0;
    while next < family.len() {
        family.extend(children_of(family[next]));
        next += 1;
    }
    for process in family.iter().rev() {
        let mut kill = Command::new("kill");
        kill.args(["-KILL", &process.to_string()])
            .stderr(Stdio::null());
        let _ = kill.status();
    }
    let _ = child.wait();
}

fn children_of(parent: u32) -> Vec<u32> {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{parent}/task")) else {
        return Vec::new();
    };
    let mut children = Vec::new();
    for thread in threads.flatten() {
        let text = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        children.extend(
            text.split_whitespace()
                .filter_map(|word| word.parse::<u32>().ok()),
        );
    }
    children
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_of_the_test_harness() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; finished\n";
        assert_eq!(
            count_line(line, Counting::TestHarness),
            Tally {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(
            count_line("12 passed; 3 failed", Counting::TestHarness),
            Tally::default()
        );
    }

    #[test]
    fn counts_summaries_of_our_tools() {
        assert_eq!(
            count_line("7 passed, 1 failed\n", Counting::Summary),
            Tally {
                passed: 7,
                failed: 1
            }
        );
        assert_eq!(
            count_line("7 passed\n", Counting::Summary),
            Tally::default()
        );
    }

    #[test]
    fn a_failing_command_without_counts_is_one_failure() {
        let tally = run(
            Command::new("false"),
            Counting::TestHarness,
            Duration::from_secs(5),
        );
        assert_eq!(tally, Ok(Tally::FAIL));
        let tally = run(
            Command::new("true"),
            Counting::Whole,
            Duration::from_secs(5),
        );
        assert_eq!(tally, Ok(Tally::PASS));
    }

    #[test]
    fn a_command_that_hangs_is_stopped_with_what_it_started() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 977 & wait"]);
        let tally = run(command, Counting::Whole, Duration::from_millis(200));
        assert_eq!(tally, Ok(Tally::FAIL));
    }

    #[test]
    fn a_watched_command_ends_as_it_does_or_is_stopped() {
        let long = Duration::from_secs(60);
        let watch_text = |text: &str, limit, stop: &dyn Fn() -> bool| {
            let mut command = Command::new("sh");
            command.args(["-c", text]);
            watch(command, limit, stop)
        };
        assert_eq!(watch_text("true", long, &|| false), Ok(End::Good));
        assert_eq!(watch_text("false", long, &|| false), Ok(End::Bad));
        assert_eq!(
            watch_text("sleep 977 & sleep 977", POLL, &|| false),
            Ok(End::Late)
        );
        assert_eq!(watch_text("sleep 977", long, &|| true), Ok(End::Stopped));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(Command::new("no-such-program-here"), Counting::Whole, POLL).unwrap_err();
        assert!(error.contains("no-such-program-here"), "{error}");
    }
}
