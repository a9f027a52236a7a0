//! What a server costs that does nothing: `+PONG` for every PING, on our reactor and on glommio,
//! measured beside a real Valkey under the same load.
//!
//!     RINGKEY_PEERS=DIR echo-bench run [ROUNDS]     the table (DIR holds valkey-server and
//!                                                   valkey-benchmark)
//!     echo-bench serve reactor|glommio PORT CORE    one server, until it is killed
//!
//! Two cores at least: servers run on core 0, the load on core 1.

mod on_glommio;
mod on_reactor;
mod pong;
mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["run"] => run::run(5),
        ["run", rounds] => match rounds.parse() {
            Ok(rounds) => run::run(rounds),
            Err(_) => Err(format!("rounds must be a number, not {rounds:?}")),
        },
        ["serve", kind, port, core] => serve(kind, port, core),
        _ => Err("usage: echo-bench run [ROUNDS] | serve reactor|glommio PORT CORE".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("echo-bench: {message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(kind: &str, port: &str, core: &str) -> Result<(), String> {
    let port = port.parse().map_err(|_| format!("{port:?} is no port"))?;
    let core = core.parse().map_err(|_| format!("{core:?} is no core"))?;
    match kind {
        "reactor" => on_reactor::serve(port, core),
        "glommio" => on_glommio::serve(port, core),
        _ => Err(format!("{kind:?} is neither reactor nor glommio")),
    }
}
