//! Prints the table of commands for docs/compatibility.md: which have a body and which do not.

#[allow(clippy::print_stdout)]
fn main() {
    print!("{}", command_table::coverage_markdown(engine::has_body));
}
