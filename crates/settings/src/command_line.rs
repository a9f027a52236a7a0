//! The command line, taken apart as Valkey takes it: a configuration file, standard input, and
//! options that become further lines of configuration.
//!
//! Only the shape is known here. Whether a name exists and its value is right is found when the
//! lines are read.

use stdx::sds;

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum CommandLine {
    Start(LoadPlan),
    /// Print the version and end.
    Version,
    /// Print the usage and end.
    Help,
    /// Something of Valkey's that Ringkey does not do, with the text to print.
    Unsupported(String),
}

/// Where the configuration comes from, in the order in which it is read.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct LoadPlan {
    /// Path of the configuration file, as given.
    pub file: Option<Vec<u8>>,
    pub standard_input: bool,
    /// Lines of configuration made from the options.
    pub options: Vec<u8>,
}

/// `arguments` are those after the program's name.
pub fn parse_command_line(arguments: &[Vec<u8>]) -> CommandLine {
    let Some(first) = arguments.first() else {
        return CommandLine::Start(LoadPlan::default());
    };
    match first.as_slice() {
        b"-v" | b"--version" => return CommandLine::Version,
        b"-h" | b"--help" => return CommandLine::Help,
        b"--test-memory" | b"--check-system" => return unsupported(first),
        _ => {}
    }
    if let Some(sentinel) = arguments.iter().find(|argument| *argument == b"--sentinel") {
        return unsupported(sentinel);
    }
    let mut plan = LoadPlan::default();
    let mut rest = arguments;
    if first == b"-" {
        plan.standard_input = true;
        rest = &rest[1..];
    } else if !first.starts_with(b"-") {
        plan.file = Some(first.clone()).filter(|path| !path.is_empty());
        rest = &rest[1..];
    }
    if let Some((last, before)) = rest.split_last()
        && last == b"-"
    {
        plan.standard_input = true;
        rest = before;
    }
    plan.options = option_lines(rest);
    CommandLine::Start(plan)
}

fn unsupported(option: &[u8]) -> CommandLine {
    CommandLine::Unsupported(format!(
        "{} is not supported by Ringkey; leave it out",
        String::from_utf8_lossy(option)
    ))
}

/// An option begins a line; what follows is quoted and belongs to it. The argument after a bare
/// option is its value even if it looks like an option.
fn option_lines(arguments: &[Vec<u8>]) -> Vec<u8> {
    let mut lines = Vec::new();
    let mut is_value = false;
    for (index, argument) in arguments.iter().enumerate() {
        let option = argument.strip_prefix(b"--").filter(|_| !is_value);
        let Some(option) = option else {
            lines.extend_from_slice(sds::quoted_repr(argument).as_bytes());
            lines.push(b' ');
            is_value = false;
            continue;
        };
        if !lines.is_empty() {
            lines.push(b'\n');
        }
        lines.extend_from_slice(option);
        lines.push(b' ');
        is_value = sds::split_args(option).is_some_and(|parts| parts.len() < 2);
        let next = arguments.get(index + 1);
        let is_last = next.is_none_or(|next| next.starts_with(b"--"));
        if option.eq_ignore_ascii_case(b"save") && is_last {
            // "--save" alone is how saving is switched off.
            lines.extend_from_slice(b"\"\" ");
            is_value = false;
        }
    }
    lines
}
