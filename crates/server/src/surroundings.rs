//! What CONFIG SET changes outside of the engine: listening sockets, the working directory, the
//! log, the limit of open files; and CONFIG REWRITE's file.
//!
//! Must never leave a part of a change behind that was refused.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use settings::{ConfigSetError, Param, Settings};

use crate::listeners::Listeners;
use crate::{logging, usage};

/// Changed by whichever core serves a CONFIG SET; every core looks at it when it adopts the new
/// settings.
pub(crate) struct Surroundings {
    listeners: Mutex<Listeners>,
}

impl Surroundings {
    pub(crate) fn new(listeners: Listeners) -> Self {
        Self {
            listeners: Mutex::new(listeners),
        }
    }

    pub(crate) fn listeners(&self) -> MutexGuard<'_, Listeners> {
        // Whoever panicked meanwhile has not replaced anything.
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl engine::Surroundings for Surroundings {
    fn change(&self, now: &Settings, next: &mut Settings) -> Result<(), ConfigSetError> {
        let before = std::env::current_dir().ok();
        if now.text(Param::Dir) != next.text(Param::Dir) {
            enter(next).map_err(|reason| ConfigSetError::failed("dir", &reason))?;
        }
        let result = allow_files(now, next).and_then(|()| self.listen(now, next));
        if result.is_err() {
            if let Some(before) = before {
                // It was the working directory a moment ago.
                let _ = std::env::set_current_dir(before);
            }
            return result;
        }
        if now.tcp_keepalive_s() != next.tcp_keepalive_s() {
            self.listeners().set_keepalive(next.tcp_keepalive_s());
        }
        logging::set_formats(next);
        Ok(())
    }

    fn rewrite(&self, path: &str, settings: &Settings, all: bool) -> Result<(), String> {
        replace(Path::new(path), settings, all).map_err(|error| reactor::words(&error))
    }
}

/// Writes the new file beside the old one and puts it in its place, so that there is always one.
fn replace(path: &Path, settings: &Settings, all: bool) -> io::Result<()> {
    let old = fs::read(path).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(Vec::new()),
        _ => Err(error),
    })?;
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = Path::new(&name);
    let written = fs::File::create(beside).and_then(|mut file| {
        file.write_all(&settings.rewritten(&old, all))?;
        if let Ok(before) = fs::metadata(path) {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()
    });
    let result = written.and_then(|()| fs::rename(beside, path));
    if result.is_err() {
        // Whatever is left of it is of no use.
        let _ = fs::remove_file(beside);
    }
    result
}

impl Surroundings {
    fn listen(&self, now: &Settings, next: &Settings) -> Result<(), ConfigSetError> {
        let port = now.port() != next.port();
        if !port && now.bind() == next.bind() {
            return Ok(());
        }
        self.listeners().reopen(next).map_err(|text| {
            tracing::warn!("{text}");
            if port {
                let reason = "Unable to listen on this port. Check server logs.";
                ConfigSetError::failed("port", reason)
            } else {
                ConfigSetError::failed("bind", "Failed to bind to specified addresses.")
            }
        })
    }
}

fn enter(next: &mut Settings) -> Result<(), String> {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let path = std::ffi::OsStr::from_bytes(next.text(Param::Dir)).to_owned();
    let words = |error: std::io::Error| reactor::words(&error);
    std::env::set_current_dir(path).map_err(words)?;
    let absolute = std::env::current_dir().map_err(words)?;
    next.set_directory(&absolute.into_os_string().into_vec());
    Ok(())
}

/// More clients need more open files.
fn allow_files(now: &Settings, next: &Settings) -> Result<(), ConfigSetError> {
    if next.maxclients() <= now.maxclients() {
        return Ok(());
    }
    let possible = usage::allow_clients(next.maxclients(), next.cores_max());
    if possible >= next.maxclients() {
        return Ok(());
    }
    let reason = format!(
        "The operating system is not able to handle the specified number of clients, try with \
         {possible}"
    );
    Err(ConfigSetError::failed("maxclients", &reason))
}
