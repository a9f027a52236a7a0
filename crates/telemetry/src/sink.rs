//! Where log lines go: standard output, or a file that is appended to.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// How often it is looked whether the log file was moved away, so that programs which rotate logs
/// need not tell the server.
const MOVED_CHECK_MS: i64 = 1_000;

pub(crate) enum Sink {
    Stdout,
    File(LogFile),
}

pub(crate) struct LogFile {
    path: PathBuf,
    file: File,
    /// Device and number of the open file.
    identity: (u64, u64),
    checked_ms: i64,
}

impl Sink {
    pub(crate) fn file(path: &Path) -> io::Result<Self> {
        Ok(Self::File(LogFile::open(path, i64::MIN)?))
    }

    /// Writes the whole of `text` at once.
    pub(crate) fn write(&mut self, text: &[u8], now_ms: i64) -> io::Result<()> {
        match self {
            Self::Stdout => {
                let mut stdout = io::stdout().lock();
                stdout.write_all(text)?;
                stdout.flush()
            }
            Self::File(file) => file.write(text, now_ms),
        }
    }
}

impl LogFile {
    fn open(path: &Path, checked_ms: i64) -> io::Result<Self> {
        let file = OpenOptions::new().append(true).create(true).open(path)?;
        let about = file.metadata()?;
        Ok(Self {
            path: path.to_owned(),
            file,
            identity: (about.dev(), about.ino()),
            checked_ms,
        })
    }

    fn write(&mut self, text: &[u8], now_ms: i64) -> io::Result<()> {
        if now_ms.saturating_sub(self.checked_ms) >= MOVED_CHECK_MS {
            self.checked_ms = now_ms;
            let there = std::fs::metadata(&self.path).map(|about| (about.dev(), about.ino()));
            if there.ok() != Some(self.identity) {
                *self = Self::open(&self.path, now_ms)?;
            }
        }
        self.file.write_all(text)
    }
}
