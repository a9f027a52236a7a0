//! A gauge under every interleaving: the sum is right.

use super::*;
use crate::sync::Arc;
use loom::thread;

#[test]
fn the_sum_holds_every_change() {
    loom::model(|| {
        let gauge = Arc::new(Gauge::new());
        let other = thread::spawn({
            let gauge = Arc::clone(&gauge);
            move || {
                gauge.change(5);
                gauge.change(-2);
            }
        });
        gauge.change(10);
        other.join().unwrap();
        assert_eq!(gauge.now(), 13);
    });
}
