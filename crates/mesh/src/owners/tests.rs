//! Owners as one thread sees them.

use super::*;

#[test]
fn a_thing_belongs_to_whom_it_was_handed() {
    let owners = Owners::new([0, 0, 1].into_iter());
    assert_eq!((owners.len(), owners.version()), (3, 0));
    owners.hand(1, 5);
    let now: Vec<CoreId> = (0..owners.len()).map(|thing| owners.get(thing)).collect();
    assert_eq!((now, owners.version()), (vec![0, 5, 1], 1));
}
