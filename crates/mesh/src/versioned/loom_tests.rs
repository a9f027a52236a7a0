//! Versions under every interleaving: number and value belong together.

use super::*;
use loom::thread;

/// Each version's value is its number: any pair that does not belong together shows.
#[test]
fn number_and_value_belong_together() {
    loom::model(|| {
        let source = Arc::new(Versioned::new(0));
        let writers: Vec<_> = (0..2)
            .map(|_| {
                let source = Arc::clone(&source);
                thread::spawn(move || source.update(|value| value + 1))
            })
            .collect();
        let mut adopted = Adopted::of(&source);
        assert_eq!(*adopted, adopted.version());
        let seen = source.version();
        adopted.refresh(&source);
        assert_eq!(*adopted, adopted.version());
        assert!(
            *adopted >= seen,
            "version {seen} was seen, then {} adopted",
            *adopted
        );
        let mut numbers: Vec<u64> = writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2]);
        adopted.refresh(&source);
        assert_eq!((*adopted, adopted.version()), (2, 2));
    });
}
