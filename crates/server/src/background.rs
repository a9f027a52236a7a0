//! Life beside a terminal: going to the background, and telling a service manager how it goes.
//!
//! Must never touch a socket of clients.

use std::ffi::OsString;
use std::io::Write;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use settings::{Param, Settings};

/// Tells a process that it is the one in the background.
const BACKGROUND: &str = "RINGKEY_IN_BACKGROUND";

/// Where a process in the background leaves its number unless `pidfile` says otherwise.
pub(crate) const PIDFILE_DEFAULT: &str = "/var/run/ringkey.pid";

/// What the process was started with, to be started again in the background.
pub(crate) struct Origin {
    directory: PathBuf,
    /// The configuration that came through standard input.
    pub(crate) input: Vec<u8>,
}

impl Origin {
    pub(crate) fn now() -> Self {
        Self {
            directory: std::env::current_dir().unwrap_or_default(),
            input: Vec::new(),
        }
    }

    /// Starts this program again, without a terminal; the caller is to end. `false`: this is the
    /// process in the background already, a session leader from now on.
    pub(crate) fn leave_for_background(&self) -> Result<bool, String> {
        if std::env::var_os(BACKGROUND).is_some() {
            // A leader of a session is one already.
            let _ = rustix::process::setsid();
            return Ok(false);
        }
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
        let mut child = Command::new(program)
            .args(arguments)
            .current_dir(&self.directory)
            .env(BACKGROUND, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        if let Some(mut input) = child.stdin.take() {
            input
                .write_all(&self.input)
                .map_err(|error| error.to_string())?;
        }
        Ok(true)
    }
}

/// Whoever has started this process and wants to know when it serves.
pub(crate) enum Supervisor {
    Nobody,
    Systemd(OsString),
    Upstart,
}

impl Supervisor {
    /// As `supervised` says; `auto` looks for either.
    pub(crate) fn of(settings: &Settings) -> Self {
        let socket = std::env::var_os("NOTIFY_SOCKET").filter(|path| !path.is_empty());
        let upstart = std::env::var_os("UPSTART_JOB").is_some();
        match (settings.word(Param::Supervised), socket) {
            ("systemd" | "auto", Some(socket)) => Self::Systemd(socket),
            ("upstart" | "auto", _) if upstart => Self::Upstart,
            ("no" | "auto", _) => Self::Nobody,
            (wanted, _) => {
                tracing::warn!(
                    "{wanted} supervision requested, but {wanted} has not started this process"
                );
                Self::Nobody
            }
        }
    }

    /// INFO's `process_supervised`.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Nobody => "no",
            Self::Systemd(_) => "systemd",
            Self::Upstart => "upstart",
        }
    }

    /// Connections are accepted from now on.
    pub(crate) fn ready(&self) {
        match self {
            Self::Nobody => {}
            Self::Systemd(_) => self.tell("STATUS=Ready to accept connections\nREADY=1\n"),
            Self::Upstart => {
                // Upstart waits for the process to stop, and wakes it.
                let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
            }
        }
    }

    /// The process is about to end.
    pub(crate) fn stopping(&self) {
        self.tell("STATUS=Shutting down\nSTOPPING=1\n");
    }

    fn tell(&self, text: &str) {
        let Self::Systemd(path) = self else { return };
        let sent = address(path)
            .and_then(|address| UnixDatagram::unbound()?.send_to_addr(text.as_bytes(), &address));
        if let Err(error) = sent {
            tracing::warn!("Can't notify systemd at {}: {error}", path.display());
        }
    }
}

/// A path, or with `@` a name outside of the file system.
fn address(path: &OsString) -> std::io::Result<SocketAddr> {
    use std::os::unix::ffi::OsStrExt;
    match path.as_bytes().strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name),
        None => SocketAddr::from_pathname(path),
    }
}
