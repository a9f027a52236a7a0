//! Generated pages: each is what one program prints, committed so that readers need no build.

use crate::Outcome;
use crate::run::Tally;
use crate::tools::Tool;
use crate::workspace::Workspace;

struct Page {
    path: &'static str,
    generator: Tool,
}

/// Every generator prints its whole page to standard output and takes no arguments.
const PAGES: &[Page] = &[
    Page {
        path: "docs/operating.md",
        generator: Tool {
            package: "ringkey-settings",
            program: "settings-page",
            profile: "dev",
        },
    },
    Page {
        path: "docs/coverage.md",
        generator: Tool {
            package: "ringkey-commands",
            program: "coverage-page",
            profile: "dev",
        },
    },
];

/// Writes the pages, or with `check` says which are stale.
pub fn run(workspace: &Workspace, check: bool) -> Outcome<bool> {
    let tally = report(workspace, check)?;
    Ok(tally.failed == 0)
}

/// As [`run`]; one check per page that has a generator.
pub fn report(workspace: &Workspace, check: bool) -> Outcome<Tally> {
    let mut tally = Tally::default();
    for page in PAGES {
        if !page.generator.exists(workspace) {
            println!(
                "docs: {} has no generator yet ({})",
                page.path, page.generator.package
            );
            continue;
        }
        let text = generate(workspace, &page.generator)?;
        let path = workspace.path(page.path);
        let fresh = std::fs::read(&path).is_ok_and(|old| old == text);
        if !fresh && check {
            println!("docs: {} is stale; run `cargo x docs`", page.path);
        } else if !fresh {
            std::fs::write(&path, &text)
                .map_err(|error| format!("cannot write {}: {error}", page.path))?;
            println!("docs: wrote {}", page.path);
        }
        tally.add(Tally::of(fresh || !check));
    }
    Ok(tally)
}

fn generate(workspace: &Workspace, generator: &Tool) -> Outcome<Vec<u8>> {
    let mut command = generator.command(workspace, &[]);
    command.stderr(std::process::Stdio::inherit());
    let name = generator.program;
    let output = command
        .output()
        .map_err(|error| format!("cannot start {name}: {error}"))?;
    if !output.status.success() || output.stdout.is_empty() {
        return Err(format!("{name} did not print a page ({})", output.status));
    }
    Ok(output.stdout)
}
