//! Runs of the whole simulator.

use crate::run_seed;

#[test]
fn a_seed_replays_to_the_same_traffic() {
    let (first, second) = (run_seed(3, false), run_seed(3, false));
    assert_eq!(first.traffic, second.traffic);
    assert_ne!(first.traffic, run_seed(4, false).traffic);
}
