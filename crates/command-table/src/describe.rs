//! What COMMAND INFO and COMMAND DOCS say of a command, told to whoever writes replies. It fixes
//! order and shape of the parts and knows no protocol.

use crate::key_specs::{Begin, Find, KeySpec};
use crate::spec::{Argument, Docs};
use crate::{CommandId, Spec};

/// A writer of replies as far as descriptions need one. A map of `n` has `n` pairs.
pub trait ReplySink {
    fn array(&mut self, n: usize);
    fn map(&mut self, n: usize);
    fn set(&mut self, n: usize);
    fn bulk(&mut self, text: &str);
    fn simple(&mut self, text: &str);
    fn int(&mut self, value: i64);
}

/// One element of COMMAND INFO: ten parts, the last of them the subcommands.
pub fn write_info(id: CommandId, out: &mut impl ReplySink) {
    let spec = id.spec();
    out.array(10);
    out.bulk(spec.full_name);
    out.int(i64::from(spec.arity));
    let flags = spec.flags.shown();
    write_names(out, flags.names());
    out.int(i64::from(spec.range.first));
    out.int(i64::from(spec.range.last));
    out.int(i64::from(spec.range.step));
    out.set(spec.acl.names().count());
    spec.acl
        .names()
        .for_each(|name| out.simple(&format!("@{name}")));
    out.set(spec.tips.len());
    spec.tips.iter().for_each(|tip| out.bulk(tip));
    out.set(spec.key_specs.len());
    spec.key_specs
        .iter()
        .for_each(|key| write_key_spec(key, out));
    out.array(spec.subcommands.len());
    spec.subcommands
        .iter()
        .for_each(|&subcommand| write_info(subcommand, out));
}

fn write_names(out: &mut impl ReplySink, names: impl Iterator<Item = &'static str> + Clone) {
    out.set(names.clone().count());
    names.for_each(|name| out.simple(name));
}

fn write_key_spec(key: &KeySpec, out: &mut impl ReplySink) {
    out.map(if key.notes.is_empty() { 3 } else { 4 });
    if !key.notes.is_empty() {
        out.bulk("notes");
        out.bulk(key.notes);
    }
    out.bulk("flags");
    write_names(out, key.flags.names());
    out.bulk("begin_search");
    match key.begin {
        Begin::Index(index) => write_step(out, "index", &[("index", i64::from(index))]),
        Begin::Keyword { keyword, from } => {
            write_kind(out, "keyword", 2);
            out.bulk("keyword");
            out.bulk(keyword);
            out.bulk("startfrom");
            out.int(i64::from(from));
        }
        Begin::Unknown => write_step(out, "unknown", &[]),
    }
    out.bulk("find_keys");
    match key.find {
        Find::Range { last, step, limit } => write_step(
            out,
            "range",
            &[
                ("lastkey", i64::from(last)),
                ("keystep", i64::from(step)),
                ("limit", i64::from(limit)),
            ],
        ),
        Find::KeyNum {
            count_at,
            first,
            step,
        } => write_step(
            out,
            "keynum",
            &[
                ("keynumidx", i64::from(count_at)),
                ("firstkey", i64::from(first)),
                ("keystep", i64::from(step)),
            ],
        ),
        Find::Unknown => write_step(out, "unknown", &[]),
    }
}

fn write_step(out: &mut impl ReplySink, kind: &str, fields: &[(&str, i64)]) {
    write_kind(out, kind, fields.len());
    for (name, value) in fields {
        out.bulk(name);
        out.int(*value);
    }
}

/// The head of a step's description, up to its `fields`.
fn write_kind(out: &mut impl ReplySink, kind: &str, fields: usize) {
    out.map(2);
    out.bulk("type");
    out.bulk(kind);
    out.bulk("spec");
    out.map(fields);
}

/// One pair of COMMAND DOCS: the full name and a map of what is said of it.
pub fn write_docs(id: CommandId, out: &mut impl ReplySink) {
    let spec = id.spec();
    let docs = spec.docs;
    out.bulk(spec.full_name);
    out.map(docs_fields(spec));
    out.bulk("summary");
    out.bulk(docs.summary);
    out.bulk("since");
    out.bulk(docs.since);
    out.bulk("group");
    out.bulk(docs.group);
    write_text(out, "complexity", docs.complexity);
    if !docs.doc_flags.is_empty() {
        out.bulk("doc_flags");
        write_names(out, docs.doc_flags.names());
    }
    write_text(out, "deprecated_since", docs.deprecated_since);
    write_text(out, "replaced_by", docs.replaced_by);
    write_history(docs, out);
    if !docs.arguments.is_empty() {
        out.bulk("arguments");
        write_arguments(docs.arguments, out);
    }
    if !spec.subcommands.is_empty() {
        out.bulk("subcommands");
        out.map(spec.subcommands.len());
        spec.subcommands
            .iter()
            .for_each(|&subcommand| write_docs(subcommand, out));
    }
}

fn docs_fields(spec: &Spec) -> usize {
    let docs = spec.docs;
    let optional = [
        !docs.complexity.is_empty(),
        !docs.history.is_empty(),
        !docs.doc_flags.is_empty(),
        !docs.deprecated_since.is_empty(),
        !docs.replaced_by.is_empty(),
        !docs.arguments.is_empty(),
        !spec.subcommands.is_empty(),
    ];
    3 + optional.iter().filter(|stated| **stated).count()
}

fn write_history(docs: &Docs, out: &mut impl ReplySink) {
    if docs.history.is_empty() {
        return;
    }
    out.bulk("history");
    out.set(docs.history.len());
    for (version, change) in docs.history {
        out.array(2);
        out.bulk(version);
        out.bulk(change);
    }
}

fn write_arguments(arguments: &[Argument], out: &mut impl ReplySink) {
    out.array(arguments.len());
    arguments
        .iter()
        .for_each(|argument| write_argument(argument, out));
}

fn write_argument(argument: &Argument, out: &mut impl ReplySink) {
    let display = argument.display_text().unwrap_or("");
    let optional = [
        !display.is_empty(),
        argument.key_spec.is_some(),
        argument.token.is_some(),
        !argument.summary.is_empty(),
        !argument.since.is_empty(),
        !argument.deprecated_since.is_empty(),
        !argument.flags.is_empty(),
        !argument.arguments.is_empty(),
    ];
    out.map(2 + optional.iter().filter(|stated| **stated).count());
    out.bulk("name");
    out.bulk(argument.name);
    out.bulk("type");
    out.bulk(argument.kind.name());
    write_text(out, "display_text", display);
    if let Some(key_spec) = argument.key_spec {
        out.bulk("key_spec_index");
        out.int(i64::from(key_spec));
    }
    if let Some(token) = argument.token {
        out.bulk("token");
        out.bulk(token);
    }
    write_text(out, "summary", argument.summary);
    write_text(out, "since", argument.since);
    write_text(out, "deprecated_since", argument.deprecated_since);
    if !argument.flags.is_empty() {
        out.bulk("flags");
        write_names(out, argument.flags.names());
    }
    if !argument.arguments.is_empty() {
        out.bulk("arguments");
        write_arguments(argument.arguments, out);
    }
}

/// A pair, unless nothing is stated.
fn write_text(out: &mut impl ReplySink, name: &str, text: &str) {
    if !text.is_empty() {
        out.bulk(name);
        out.bulk(text);
    }
}
