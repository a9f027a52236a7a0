//! Carries values between two servers by DUMP and RESTORE. `exchange --help`.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Parser;
use load::exchange::forms::{FORMS, Form};
use load::exchange::{Options, Report, run};

/// Makes random values of every type and encoding on either server, carries each to the other and
/// back, and compares them by content.
///
/// Both servers are emptied. Exit code 0: all arrived as they were; 1: some did not; 2: the run
/// itself failed.
#[derive(Parser, Debug)]
#[command(name = "exchange")]
struct Arguments {
    /// Address of one server.
    #[arg(long)]
    reference: SocketAddr,
    /// Address of the other.
    #[arg(long)]
    subject: SocketAddr,
    /// Values of each form.
    #[arg(long, default_value_t = 10_000)]
    values: u64,
    #[arg(long, default_value_t = 20_261_123)]
    seed: u64,
    /// Forms: words that their names begin with; none means all.
    forms: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let wanted = |form: &Form| {
        let words = &arguments.forms;
        words.is_empty()
            || words
                .iter()
                .any(|word| form.name.starts_with(word.as_str()))
    };
    let forms: Vec<Form> = FORMS.iter().copied().filter(wanted).collect();
    let options = Options {
        addrs: [arguments.reference, arguments.subject],
        values: arguments.values,
        seed: arguments.seed,
    };
    match run(&options, &forms) {
        Ok(report) => tell(&report),
        Err(error) => {
            eprintln!("exchange: the run ended early: {error}");
            ExitCode::from(2)
        }
    }
}

fn tell(report: &Report) -> ExitCode {
    for (form, count) in &report.exchanged {
        let encodings = report
            .encodings
            .iter()
            .filter(|((name, _), _)| name == form);
        let encodings: Vec<String> = encodings
            .map(|((_, encoding), count)| format!("{count} {encoding}"))
            .collect();
        println!("{form:<16} {count} values: {}", encodings.join(", "));
    }
    report.shown.iter().for_each(|text| println!("{text}"));
    println!("{} differences", report.differences);
    if report.differences == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
