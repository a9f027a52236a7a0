//! Generated parts of pages: what a program prints, between two marks, committed so that readers
//! need no build.

use crate::Outcome;
use crate::run::Tally;
use crate::tools::Tool;
use crate::workspace::Workspace;

struct Part {
    page: &'static str,
    /// Prints Markdown to standard output and takes no arguments.
    generator: Tool,
}

const PARTS: &[Part] = &[
    Part {
        page: "docs/operating.md",
        generator: Tool {
            package: "ringkey-settings",
            program: "settings-table",
            profile: "dev",
        },
    },
    Part {
        page: "docs/compatibility.md",
        generator: Tool {
            package: "ringkey-engine",
            program: "coverage-table",
            profile: "dev",
        },
    },
    Part {
        page: "docs/hand-off.md",
        generator: Tool {
            package: "ringkey-engine",
            program: "hand-off-diagram",
            profile: "dev",
        },
    },
];

/// Writes the parts, or with `check` says which are stale.
pub fn run(workspace: &Workspace, check: bool) -> Outcome<bool> {
    let tally = report(workspace, check)?;
    Ok(tally.failed == 0)
}

/// As [`run`]; one check per part that has a generator.
pub fn report(workspace: &Workspace, check: bool) -> Outcome<Tally> {
    let mut tally = Tally::default();
    for Part { page, generator } in PARTS {
        if !generator.exists(workspace) {
            println!(
                "docs: {page} waits for {} in {}",
                generator.program, generator.package
            );
            continue;
        }
        let path = workspace.path(page);
        let old = std::fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {page}: {error}"))?;
        let text = generate(workspace, generator)?;
        let new = replace_part(&old, generator.program, &text)
            .map_err(|message| format!("{page}: {message}"))?;
        let fresh = old == new;
        if !fresh && check {
            println!("docs: {page} is stale; run `cargo x docs`");
        } else if !fresh {
            std::fs::write(&path, &new).map_err(|error| format!("cannot write {page}: {error}"))?;
            println!("docs: wrote {page}");
        }
        tally.add(Tally::of(fresh || !check));
    }
    Ok(tally)
}

/// Writes one part of a page.
pub fn write_part(workspace: &Workspace, page: &str, name: &str, text: &str) -> Outcome<()> {
    let path = workspace.path(page);
    let old =
        std::fs::read_to_string(&path).map_err(|error| format!("cannot read {page}: {error}"))?;
    let new = replace_part(&old, name, text).map_err(|message| format!("{page}: {message}"))?;
    std::fs::write(&path, new).map_err(|error| format!("cannot write {page}: {error}"))
}

/// Puts `text` between `<!-- begin NAME -->` and `<!-- end NAME -->`.
fn replace_part(page: &str, name: &str, text: &str) -> Outcome<String> {
    let begin = format!("<!-- begin {name} -->\n");
    let end = format!("<!-- end {name} -->");
    let missing = || format!("needs the lines '{}' and '{end}'", begin.trim_end());
    let (before, rest) = page.split_once(&begin).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&end).ok_or_else(missing)?;
    Ok(format!("{before}{begin}\n{}\n\n{end}{after}", text.trim()))
}

fn generate(workspace: &Workspace, generator: &Tool) -> Outcome<String> {
    let mut command = generator.command(workspace, &[])?;
    command.stderr(std::process::Stdio::inherit());
    let name = generator.program;
    let output = command
        .output()
        .map_err(|error| format!("cannot start {name}: {error}"))?;
    if !output.status.success() || output.stdout.is_empty() {
        return Err(format!("{name} printed nothing ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} did not print text"))
}

#[cfg(test)]
mod tests {
    use super::replace_part;

    #[test]
    fn only_the_part_between_the_marks_changes() {
        let page = "head\n<!-- begin x -->\nold\n<!-- end x -->\ntail\n";
        let new = replace_part(page, "x", "new\n");
        let want = "head\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\ntail\n".to_string();
        assert_eq!(new, Ok(want.clone()));
        assert_eq!(replace_part(&want, "x", "new"), Ok(want));
        assert!(replace_part("head\n", "x", "new").is_err());
    }
}
