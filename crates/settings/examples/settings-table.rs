//! Prints the table of parameters for docs/operating.md.

#[allow(clippy::print_stdout)]
fn main() {
    print!("{}", settings::configuration_table());
}
