//! What a server costs that does nothing: `+PONG` for every PING, on our reactor and on glommio,
//! measured beside a real Valkey under the same load.
//!
//!     RINGKEY_PEERS=DIR echo-bench run [ROUNDS]     the table (DIR holds valkey-server and
//!                                                   valkey-benchmark)
//!     echo-bench serve reactor|glommio PORT CORE    one server, until it is killed
//!     echo-bench serve reactor-echo PORT CORES SHAPE...
//!
//! The last answers requests of known length with replies of known length, for example a GET of
//! 36 bytes with 64 bytes and a SET of 107 bytes with OK: `2:36:$64 3:107:+OK`. `cargo x bench`
//! measures it as the floor: the same bytes through the same reactor, and nothing done.
//!
//! Two cores at least: servers run on core 0, the load on core 1.

mod on_glommio;
mod on_reactor;
mod pong;
mod run;
mod shapes;

use std::process::ExitCode;

use pong::Counter;
use shapes::Shapes;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["run"] => run::run(5),
        ["run", rounds] => match rounds.parse() {
            Ok(rounds) => run::run(rounds),
            Err(_) => Err(format!("rounds must be a number, not {rounds:?}")),
        },
        ["serve", "reactor-echo", port, cores, shapes @ ..] => serve_shapes(port, cores, shapes),
        ["serve", kind, port, core] => serve(kind, port, core),
        _ => Err(
            "usage: echo-bench run [ROUNDS] | serve reactor|glommio PORT CORE | \
                  serve reactor-echo PORT CORES SHAPE..."
                .to_owned(),
        ),
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
        "reactor" => on_reactor::serve(port, core, &Counter::default()),
        "glommio" => on_glommio::serve(port, core),
        _ => Err(format!("{kind:?} is neither reactor nor glommio")),
    }
}

/// A thread with a reactor and a listening socket of its own per core.
fn serve_shapes(port: &str, cores: &str, shapes: &[&str]) -> Result<(), String> {
    let port = port.parse().map_err(|_| format!("{port:?} is no port"))?;
    let cores: Result<Vec<usize>, _> = cores.split(',').map(str::parse).collect();
    let cores = cores.map_err(|_| "cores are numbers with commas between them")?;
    let shapes: Shapes = Shapes::parse(shapes)?;
    std::thread::scope(|scope| {
        let threads: Vec<_> = cores
            .iter()
            .map(|core| scope.spawn(|| on_reactor::serve(port, *core, &shapes)))
            .collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err("a server thread panicked".to_owned()))
        })
    })
}
