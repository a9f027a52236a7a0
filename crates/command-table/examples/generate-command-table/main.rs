//! Writes the generated part of this crate from `specs/*.json`:
//! `cargo run -p ringkey-command-table --example generate-command-table`.
//! A test fails while what it would write differs from what is there.

use std::process::ExitCode;

mod generate;

fn main() -> ExitCode {
    let files = match generate::generate() {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    for (path, text) in files {
        if let Err(error) = std::fs::write(&path, text) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
