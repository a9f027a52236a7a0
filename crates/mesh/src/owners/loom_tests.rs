//! Owners under every interleaving: who has heard of a move never reads an owner before it.

use super::*;
use crate::channel;
use crate::sync::Arc;
use loom::thread;

/// Core 0 hands a thing to core 1, which hands it to core 2; core 2 hears of it only from core 1.
#[test]
fn word_of_a_move_comes_with_its_owner() {
    loom::model(|| {
        let owners = Arc::new(Owners::new(std::iter::once(0)));
        let (mut to_first, mut first) = channel(1);
        let (mut to_second, mut second) = channel(1);
        let giver = thread::spawn({
            let owners = Arc::clone(&owners);
            move || {
                owners.hand(0, 1);
                to_first.try_send(()).unwrap();
            }
        });
        let between = thread::spawn({
            let owners = Arc::clone(&owners);
            move || {
                if first.recv().is_some() {
                    assert_eq!(
                        owners.get(0),
                        1,
                        "the receiver owns it until it hands it on"
                    );
                    owners.hand(0, 2);
                    to_second.try_send(()).unwrap();
                }
            }
        });
        let seen = owners.get(0);
        if second.recv().is_some() {
            assert_eq!(owners.get(0), 2);
        } else {
            assert!(owners.get(0) >= seen, "owners are read in their order");
        }
        giver.join().unwrap();
        between.join().unwrap();
    });
}
