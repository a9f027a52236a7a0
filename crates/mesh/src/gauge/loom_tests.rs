//! A gauge under every interleaving: the sum is right, and the most is no less than it.

use super::*;
use crate::sync::Arc;
use loom::thread;

#[test]
fn sum_and_most_hold_every_change() {
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
        let most = gauge.most();
        assert!(most == 13 || most == 15, "{most}");
    });
}
