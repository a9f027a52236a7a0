//! Turns the specification files into Rust. It does not use the crate that it writes, so that the
//! table can be generated anew whatever state it is in.

use std::path::{Path, PathBuf};

mod docs;
mod lookup;
mod model;
mod specs;

/// Path and text of every generated file, or what is wrong with a specification.
pub(crate) fn generate() -> Result<Vec<(PathBuf, String)>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let commands = model::load(&root.join("specs"))?;
    let source = root.join("src");
    Ok(vec![
        (source.join("generated.rs"), specs::render(&commands)),
        (source.join("generated_docs.rs"), docs::render(&commands)),
        (
            source.join("generated_lookup.rs"),
            lookup::render(&commands)?,
        ),
    ])
}

/// First lines of a generated file.
fn banner(doc: &str) -> String {
    format!(
        "//! {doc}\n//! Generated from specs/*.json by examples/generate-command-table: \
         change those\n//! and run it.\n\n"
    )
}
