//! The cluster behind the traits that transcripts are played against.
//!
//! Must never let real time pass: waiting moves the cluster's clock.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use mesh::CoreId;
use scripts::Outcome;
use scripts::transcript::{Connection, Received, Target};
use settings::{CommandLine, Outside, parse_command_line};

use crate::cluster::{Cluster, LineId};

/// Cores in this thread, to be played against.
pub struct EngineTarget {
    cluster: Rc<RefCell<Cluster>>,
    control: Option<Box<dyn Connection>>,
}

impl EngineTarget {
    /// Cores with settings from the words of a command line.
    pub fn new(cores: CoreId, arguments: &[String]) -> Outcome<Self> {
        let common = ["--enable-debug-command", "yes"].map(str::to_string);
        let words = common.iter().chain(arguments);
        let words: Vec<Vec<u8>> = words.map(|word| word.clone().into_bytes()).collect();
        let CommandLine::Start(plan) = parse_command_line(&words) else {
            return Err(format!("{arguments:?} does not start a server"));
        };
        let loaded = settings::load(&plan, &mut Nothing).map_err(|error| error.to_string())?;
        Ok(Self {
            cluster: Rc::new(RefCell::new(Cluster::new(cores, loaded.settings))),
            control: None,
        })
    }
}

impl Target for EngineTarget {
    fn connect(&mut self) -> Outcome<Box<dyn Connection>> {
        let line = self.cluster.borrow_mut().open();
        Ok(Box::new(EngineConnection {
            cluster: Rc::clone(&self.cluster),
            line,
        }))
    }

    fn wait(&mut self, time: Duration) {
        let mut cluster = self.cluster.borrow_mut();
        let end_ms = cluster.now_ms() + time.as_millis() as i64;
        while cluster.now_ms() < end_ms {
            let at_ms = cluster.next_moment(end_ms);
            cluster.move_to(at_ms);
        }
    }

    fn blocked_sessions(&mut self) -> Outcome<u64> {
        if self.control.is_none() {
            self.control = Some(self.connect()?);
        }
        let Some(control) = self.control.as_mut() else {
            return Err("no control".into());
        };
        control.send(b"INFO clients\r\n");
        let mut bytes = Vec::new();
        control.receive(&mut bytes, Duration::ZERO);
        let text = String::from_utf8_lossy(&bytes);
        let number = text
            .lines()
            .find_map(|line| line.strip_prefix("blocked_clients:"));
        number
            .and_then(|number| number.trim().parse().ok())
            .ok_or_else(|| format!("INFO clients has no number blocked_clients: {text}"))
    }
}

struct EngineConnection {
    cluster: Rc<RefCell<Cluster>>,
    line: LineId,
}

impl Connection for EngineConnection {
    fn send(&mut self, bytes: &[u8]) {
        self.cluster.borrow_mut().send(self.line, bytes);
    }

    fn receive(&mut self, into: &mut Vec<u8>, limit: Duration) -> Received {
        let mut cluster = self.cluster.borrow_mut();
        let end_ms = cluster.now_ms() + limit.as_millis() as i64;
        loop {
            let bytes = cluster.take(self.line);
            if !bytes.is_empty() {
                into.extend_from_slice(&bytes);
                return Received::Data;
            }
            if cluster.is_closed(self.line) {
                return Received::Closed;
            }
            if cluster.now_ms() >= end_ms {
                return Received::Nothing;
            }
            let at_ms = cluster.next_moment(end_ms);
            cluster.move_to(at_ms);
        }
    }

    fn half_close(&mut self) {
        self.cluster.borrow_mut().half_close(self.line);
    }
}

impl Drop for EngineConnection {
    fn drop(&mut self) {
        self.cluster.borrow_mut().close(self.line);
    }
}

/// A world without files.
struct Nothing;

impl Outside for Nothing {
    fn read_file(&mut self, _path: &[u8]) -> Result<Vec<u8>, String> {
        Err("there are no files here".into())
    }

    fn read_standard_input(&mut self) -> Result<Vec<u8>, String> {
        Err("there is no standard input here".into())
    }

    fn matching_files(&mut self, _pattern: &[u8]) -> Result<Vec<Vec<u8>>, String> {
        Ok(Vec::new())
    }

    fn enter_directory(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        Ok(path.to_vec())
    }
}
