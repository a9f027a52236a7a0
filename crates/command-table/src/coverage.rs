//! The coverage page: which commands of the table have a body. The table does not know; whoever
//! asks for the page says so.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::CommandId;

/// A table in Markdown of all groups, then one of the commands of each group. Containers are no
/// commands of their own, except COMMAND, which runs without a subcommand.
pub fn coverage_markdown(has_body: impl Fn(CommandId) -> bool) -> String {
    let mut groups: BTreeMap<&str, Vec<CommandId>> = BTreeMap::new();
    for id in CommandId::known() {
        if !id.spec().is_container() || id.spec().accepts_argc(1) {
            groups.entry(id.spec().docs.group).or_default().push(id);
        }
    }
    let mut out = String::from("| group | served | of |\n|---|---:|---:|\n");
    let mut total = (0, 0);
    for (group, ids) in &groups {
        let served = ids.iter().filter(|id| has_body(**id)).count();
        total = (total.0 + served, total.1 + ids.len());
        let _ = writeln!(out, "| {group} | {served} | {} |", ids.len());
    }
    let _ = writeln!(out, "| **all** | **{}** | **{}** |", total.0, total.1);
    for (group, ids) in &groups {
        let _ = writeln!(
            out,
            "\n## {group}\n\n| command | served | reach | since | what it does |"
        );
        out.push_str("|---|---|---|---|---|\n");
        for &id in ids {
            write_row(&mut out, id, has_body(id));
        }
    }
    out
}

fn write_row(out: &mut String, id: CommandId, served: bool) {
    let spec = id.spec();
    let name = spec.full_name.replace('|', " ").to_uppercase();
    let served = if served { "yes" } else { "no" };
    let summary = spec.docs.summary.replace('|', "\\|");
    let (reach, since) = (spec.reach.name(), spec.docs.since);
    let _ = writeln!(out, "| {name} | {served} | {reach} | {since} | {summary} |");
}
