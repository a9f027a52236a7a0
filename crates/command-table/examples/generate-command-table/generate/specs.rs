//! Writes the enum of commands and the table of what routing needs to know of them.

use std::fmt::Write;

use super::banner;
use super::model::{Command, KeySpecFile};

pub(crate) fn render(commands: &[Command]) -> String {
    let mut out = banner("The commands and their specifications.");
    out.push_str(
        "use crate::generated_docs::DOCS;\nuse crate::key_specs::{\n    Begin, Find, KeyCode, \
         KeyFlags, KeyPlan, KeySpec, LegacyRange,\n};\nuse crate::spec::{AclCategories, Flags, \
         Reach, Spec};\n\n",
    );
    render_enum(&mut out, commands);
    let count = commands.len();
    let _ = writeln!(out, "\npub(crate) static SPECS: [Spec; {count}] = [");
    for (index, command) in commands.iter().enumerate() {
        render_spec(&mut out, index, command);
    }
    out.push_str("];\n");
    out
}

fn render_enum(out: &mut String, commands: &[Command]) {
    out.push_str(
        "/// A command or a subcommand, ordered by full name.\n#[derive(Clone, Copy, Debug, \
         PartialEq, Eq, Hash, PartialOrd, Ord)]\n#[repr(u16)]\npub enum CommandId {\n",
    );
    for command in commands {
        let _ = writeln!(out, "    {},", command.variant);
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl CommandId {{\n    pub(crate) const FIRST: Self = Self::{};\n\n    /// Every \
         command and subcommand; its place is its number.\n    pub const ALL: [Self; {}] = [",
        commands[0].variant,
        commands.len()
    );
    for command in commands {
        let _ = writeln!(out, "        Self::{},", command.variant);
    }
    out.push_str("    ];\n}\n");
}

fn render_spec(out: &mut String, index: usize, command: &Command) {
    let _ = writeln!(out, "    Spec {{");
    let mut field = |name: &str, value: String| {
        let line = format!("        {name}: {value},");
        let line = if line.len() > 100 {
            line.replace(" | ", "\n            | ")
        } else {
            line
        };
        let _ = writeln!(out, "{line}");
    };
    field("id", format!("CommandId::{}", command.variant));
    field("name", format!("{:?}", command.name));
    field("full_name", format!("{:?}", command.full_name));
    field("arity", command.arity.to_string());
    field("reach", format!("Reach::{}", command.reach));
    field("flags", bits("Flags", &command.flags));
    field("acl", bits("AclCategories", &command.acl));
    if command.plan != "KeyPlan::None" {
        field("key_plan", command.plan.clone());
    }
    if command.range != (0, 0, 0) {
        let (first, last, step) = command.range;
        field(
            "range",
            format!("LegacyRange {{ first: {first}, last: {last}, step: {step} }}"),
        );
    }
    if let Some(parent) = &command.parent {
        field("parent", format!("Some(CommandId::{parent})"));
    }
    if !command.subcommands.is_empty() {
        let ids = command
            .subcommands
            .iter()
            .map(|s| format!("            CommandId::{s},\n"));
        field(
            "subcommands",
            format!("&[\n{}        ]", ids.collect::<String>()),
        );
    }
    if !command.keys.is_empty() {
        let specs = command.keys.iter().map(key_spec).collect::<String>();
        field("key_specs", format!("&[\n{specs}        ]"));
    }
    if !command.tips.is_empty() {
        let tips = command
            .tips
            .iter()
            .map(|t| format!("{t:?}"))
            .collect::<Vec<_>>();
        field("tips", format!("&[{}]", tips.join(", ")));
    }
    field("docs", format!("&DOCS[{index}]"));
    out.push_str("        ..Spec::EMPTY\n    },\n");
}

fn key_spec(key: &KeySpecFile) -> String {
    let begin = match (&key.at, &key.keyword) {
        (Some(at), _) => format!("Begin::Index({at})"),
        (None, Some(keyword)) => {
            format!(
                "Begin::Keyword {{ keyword: {keyword:?}, from: {} }}",
                key.from.unwrap_or(0)
            )
        }
        (None, None) => "Begin::Unknown".to_owned(),
    };
    let step = key.step.unwrap_or(1);
    let find = if key.unknown {
        "Find::Unknown".to_owned()
    } else if let Some(count_at) = key.count_at {
        let first = key.first.unwrap_or(0);
        format!("Find::KeyNum {{ count_at: {count_at}, first: {first}, step: {step} }}")
    } else {
        format!(
            "Find::Range {{ last: {}, step: {step}, limit: {} }}",
            key.last, key.limit
        )
    };
    let flags = bits("KeyFlags", &super::model::word_list(&key.flags));
    let pad = " ".repeat(16);
    format!(
        "            KeySpec {{\n{pad}begin: {begin},\n{pad}find: {find},\n{pad}flags: {flags},\n\
         {pad}notes: {:?},\n            }},\n",
        key.notes
    )
}

/// A constant expression that joins named bits.
pub(crate) fn bits(kind: &str, names: &[String]) -> String {
    let sum = names
        .iter()
        .map(|n| format!("{kind}::{}.0", n.to_uppercase()));
    let sum = sum.collect::<Vec<_>>().join(" | ");
    if sum.is_empty() {
        format!("{kind}(0)")
    } else {
        format!("{kind}({sum})")
    }
}
