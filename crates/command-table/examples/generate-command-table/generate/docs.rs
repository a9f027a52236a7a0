//! Writes what COMMAND DOCS says of each command.

use std::fmt::Write;

use super::banner;
use super::model::{ArgumentFile, Command, pascal};
use super::specs::bits;

pub(crate) fn render(commands: &[Command]) -> String {
    let mut out = banner("The commands as COMMAND DOCS describes them, in the order of their ids.");
    out.push_str(
        "use crate::spec::{Argument, ArgumentFlags as Often, ArgumentKind as Kind, DocFlags, \
         Docs};\n\nconst NONE: Argument = Argument::EMPTY;\n\n",
    );
    let _ = writeln!(
        out,
        "pub(crate) static DOCS: [Docs; {}] = [",
        commands.len()
    );
    for command in commands {
        render_docs(&mut out, command);
    }
    out.push_str("];\n");
    out
}

fn render_docs(out: &mut String, command: &Command) {
    let _ = writeln!(out, "    // {}", command.full_name);
    out.push_str("    Docs {\n");
    let mut text = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "        {name}: {value:?},");
        }
    };
    text("summary", &command.summary);
    text("since", &command.since);
    text("group", &command.group);
    text("complexity", &command.complexity);
    text("deprecated_since", &command.deprecated_since);
    text("replaced_by", &command.replaced_by);
    if !command.doc_flags.is_empty() {
        let _ = writeln!(
            out,
            "        doc_flags: {},",
            bits("DocFlags", &command.doc_flags)
        );
    }
    if !command.history.is_empty() {
        out.push_str("        history: &[\n");
        for (version, change) in &command.history {
            let _ = writeln!(out, "            ({version:?}, {change:?}),");
        }
        out.push_str("        ],\n");
    }
    render_arguments(out, &command.arguments, 2);
    out.push_str("        ..Docs::EMPTY\n    },\n");
}

fn render_arguments(out: &mut String, arguments: &[ArgumentFile], depth: usize) {
    if arguments.is_empty() {
        return;
    }
    let pad = "    ".repeat(depth);
    let _ = writeln!(out, "{pad}arguments: &[");
    for argument in arguments {
        render_argument(out, argument, depth + 1);
    }
    let _ = writeln!(out, "{pad}],");
}

fn render_argument(out: &mut String, argument: &ArgumentFile, depth: usize) {
    let (kind, parts) = if !argument.oneof.is_empty() {
        ("OneOf".to_owned(), argument.oneof.as_slice())
    } else if !argument.block.is_empty() {
        ("Block".to_owned(), argument.block.as_slice())
    } else {
        (
            argument
                .kind
                .as_deref()
                .map_or("PureToken".to_owned(), pascal),
            &[][..],
        )
    };
    let mut fields = vec![
        format!("name: {:?}", argument.name),
        format!("kind: Kind::{kind}"),
    ];
    fields.extend(
        argument
            .display
            .iter()
            .map(|display| format!("display: {display:?}")),
    );
    fields.extend(
        argument
            .token
            .iter()
            .map(|token| format!("token: Some({token:?})")),
    );
    let texts = [
        ("summary", &argument.summary),
        ("since", &argument.since),
        ("deprecated_since", &argument.deprecated_since),
    ];
    let texts = texts.iter().filter(|(_, value)| !value.is_empty());
    fields.extend(texts.map(|(name, value)| format!("{name}: {value:?}")));
    fields.extend(
        argument
            .key_spec
            .iter()
            .map(|index| format!("key_spec: Some({index})")),
    );
    let flags = [
        (argument.optional, "optional"),
        (argument.multiple, "multiple"),
        (argument.multiple_token, "multiple_token"),
    ];
    let flags: Vec<_> = flags
        .iter()
        .filter(|f| f.0)
        .map(|f| f.1.to_owned())
        .collect();
    if !flags.is_empty() {
        fields.push(format!("flags: {}", bits("Often", &flags)));
    }
    write_argument(out, &fields, parts, depth);
}

/// On one line if that fits.
fn write_argument(out: &mut String, fields: &[String], parts: &[ArgumentFile], depth: usize) {
    let outer = "    ".repeat(depth);
    let line = format!("{outer}Argument {{ {}, ..NONE }},", fields.join(", "));
    if parts.is_empty() && line.len() <= 100 {
        let _ = writeln!(out, "{line}");
        return;
    }
    let pad = "    ".repeat(depth + 1);
    let _ = writeln!(out, "{outer}Argument {{");
    for field in fields {
        let _ = writeln!(out, "{pad}{field},");
    }
    render_arguments(out, parts, depth + 1);
    let _ = writeln!(out, "{pad}..NONE\n{outer}}},");
}
