//! Stamps under every interleaving: all differ and grow along messages.

use super::*;
use crate::channel;
use crate::sync::Arc;
use loom::thread;

#[test]
fn numbers_differ_and_grow_along_messages() {
    loom::model(|| {
        let counter = Arc::new(StampCounter::new());
        let (mut sender, mut receiver) = channel(1);
        let other = thread::spawn({
            let counter = Arc::clone(&counter);
            move || {
                let stamp = counter.next();
                sender.try_send(stamp).unwrap();
                stamp
            }
        });
        let before = counter.load();
        let drawn = counter.next();
        assert!(drawn > before);
        if let Some(stamp) = receiver.recv() {
            assert!(
                counter.load() >= stamp,
                "what was read is newer than the counter"
            );
            assert!(counter.next() > stamp);
        }
        assert_ne!(other.join().unwrap(), drawn);
    });
}
