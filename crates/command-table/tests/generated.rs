//! The generated files are what the generator would write now.

#[path = "../examples/generate-command-table/generate/mod.rs"]
mod generate;

#[test]
fn generated_files_are_fresh() {
    for (path, wanted) in generate::generate().expect("the specifications are well-formed") {
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == wanted,
            "{} is stale; run: cargo run -p ringkey-command-table --example generate-command-table",
            path.display()
        );
    }
}
