//! The files that a configuration is read from.
//!
//! Must never interpret what it reads.

use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use reactor::words;
use settings::Outside;

/// The file system and standard input of this process.
#[derive(Default)]
pub(crate) struct Files {
    /// What came through standard input, if it was read.
    pub(crate) input: Vec<u8>,
}

impl Outside for Files {
    fn read_file(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        std::fs::read(as_path(path)).map_err(|error| words(&error))
    }

    fn read_standard_input(&mut self) -> Result<Vec<u8>, String> {
        std::io::stdin()
            .read_to_end(&mut self.input)
            .map_err(|error| words(&error))?;
        Ok(self.input.clone())
    }

    fn matching_files(&mut self, pattern: &[u8]) -> Result<Vec<Vec<u8>>, String> {
        let (directory, name) = match pattern.iter().rposition(|&byte| byte == b'/') {
            Some(at) => (&pattern[..=at], &pattern[at + 1..]),
            None => (b"./".as_slice(), pattern),
        };
        let entries = std::fs::read_dir(as_path(directory)).map_err(|error| words(&error))?;
        let mut files: Vec<Vec<u8>> = entries
            .filter_map(Result::ok)
            .filter(|entry| stdx::glob::matches(name, entry.file_name().as_bytes(), false))
            .map(|entry| entry.path().into_os_string().into_vec())
            .collect();
        files.sort_unstable();
        Ok(files)
    }

    fn enter_directory(&mut self, path: &[u8]) -> Result<Vec<u8>, String> {
        std::env::set_current_dir(as_path(path)).map_err(|error| words(&error))?;
        let now: PathBuf = std::env::current_dir().map_err(|error| words(&error))?;
        Ok(now.into_os_string().into_vec())
    }
}

fn as_path(bytes: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(bytes))
}
