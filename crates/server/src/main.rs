//! The server: one thread per core, each with its ring and its engine.
//!
//! Reads the configuration, opens listeners, starts the cores, waits for a signal. Must never
//! hold a request or a key.

mod allocator;
mod background;
mod core_loop;
mod cores;
mod links;
mod listeners;
mod logging;
mod luggage;
mod memory;
mod outside;
mod start;
mod surroundings;
mod upkeep;
mod usage;

use std::os::unix::ffi::OsStringExt;
use std::process::ExitCode;

use settings::CommandLine;

#[global_allocator]
static ALLOCATOR: allocator::Counted = allocator::Counted;

/// The start failed for a reason in the configuration or the system.
const EXIT_START: u8 = 1;
/// io_uring cannot be had here.
pub(crate) const EXIT_NO_RING: u8 = 3;

fn main() -> ExitCode {
    let arguments: Vec<Vec<u8>> = std::env::args_os()
        .skip(1)
        .map(OsStringExt::into_vec)
        .collect();
    let plan = match settings::parse_command_line(&arguments) {
        CommandLine::Start(plan) => plan,
        CommandLine::Version => {
            say(&format!(
                "Valkey server v={} sha=00000000:0 malloc=mimalloc bits=64 build=ringkey-{}",
                settings::COMPATIBLE_VERSION,
                env!("CARGO_PKG_VERSION")
            ));
            return ExitCode::SUCCESS;
        }
        CommandLine::Help => {
            say(HELP);
            return ExitCode::SUCCESS;
        }
        CommandLine::Unsupported(text) => {
            complain(&text);
            return ExitCode::from(EXIT_START);
        }
    };
    match start::serve(&plan) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure.text);
            ExitCode::from(failure.code)
        }
    }
}

const HELP: &str = "\
Usage: ringkey-server [CONFIG-FILE] [--PARAMETER VALUE ...] [-]
       ringkey-server - (the configuration is read from standard input)
       ringkey-server -v | --version
       ringkey-server -h | --help

Takes the configuration files and options of valkey-server. Examples:
       ringkey-server
       ringkey-server /etc/ringkey.conf
       ringkey-server --port 7777 --cores-min 4 --cores-max 4
       ringkey-server /etc/ringkey.conf --loglevel verbose
";

#[allow(clippy::print_stdout)]
fn say(text: &str) {
    println!("{text}");
}

#[allow(clippy::print_stderr)]
fn complain(text: &str) {
    eprintln!("{text}");
}
