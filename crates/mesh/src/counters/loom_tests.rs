//! Counters under every interleaving: no change lost, none seen backwards.

use super::*;
use crate::sync::Arc;
use loom::thread;

#[derive(Clone, Copy)]
struct Keys;

impl Counter for Keys {
    const COUNT: usize = 1;

    fn index(self) -> usize {
        0
    }
}

#[test]
fn changes_add_up_and_each_reader_sees_them_in_order() {
    loom::model(|| {
        let counters = Arc::new(Counters::<Keys>::new(2));
        let other = thread::spawn({
            let counters = Arc::clone(&counters);
            move || {
                counters.set(0, Keys, 5);
                counters.set(0, Keys, 7);
                counters.sub(1, Keys, 1);
            }
        });
        counters.add(1, Keys, 3);
        let (first, second) = (counters.get(0, Keys), counters.get(0, Keys));
        assert!(
            [0, 5, 7].contains(&first) && first <= second,
            "{first} and then {second}"
        );
        other.join().unwrap();
        assert_eq!((counters.get(1, Keys), counters.sum(Keys)), (2, 9));
    });
}
