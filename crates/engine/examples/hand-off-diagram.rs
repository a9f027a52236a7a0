//! Prints the state machine of a slot's hand-off, as the documentation shows it.

#[allow(clippy::print_stdout)]
fn main() {
    print!("{}", engine::hand_off_diagram());
}
