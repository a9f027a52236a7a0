//! Counters that every client increments: each number must be answered once, and later requests
//! must be answered greater numbers. It must never do IO.

/// A counter's history.
#[derive(Clone, Debug, Default)]
pub struct Counter {
    seen: Vec<u64>,
    pub answered: u64,
    greatest: u64,
}

impl Counter {
    /// The greatest number answered so far: what is asked now must be answered more.
    pub fn greatest(&self) -> u64 {
        self.greatest
    }

    /// Takes one answer. `above` is [`Counter::greatest`] when it was asked.
    pub fn answer(&mut self, number: i64, above: u64) -> Result<(), String> {
        let Some(number) = u64::try_from(number).ok().filter(|number| *number > above) else {
            return Err(format!(
                "{number} was answered, but {above} before it was asked"
            ));
        };
        let (word, bit) = ((number / 64) as usize, 1u64 << (number % 64));
        if self.seen.len() <= word {
            // Numbers come nearly in order; a wild one must not take all memory.
            if word > self.seen.len() + 1_000_000 {
                return Err(format!(
                    "{number} was answered, the greatest was {}",
                    self.greatest
                ));
            }
            self.seen.resize(word + 1, 0);
        }
        if self.seen[word] & bit != 0 {
            return Err(format!("{number} was answered twice"));
        }
        self.seen[word] |= bit;
        self.answered += 1;
        self.greatest = self.greatest.max(number);
        Ok(())
    }

    /// After the last answer: the numbers must be 1 to their count.
    pub fn check(&self) -> Result<(), String> {
        if self.greatest == self.answered {
            Ok(())
        } else {
            Err(format!(
                "{} answers, but the greatest is {}",
                self.answered, self.greatest
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_once_and_later_ones_greater() {
        let mut counter = Counter::default();
        for number in [2, 1, 3] {
            assert_eq!(counter.answer(number, 0), Ok(()));
        }
        assert_eq!(counter.check(), Ok(()));
        assert!(counter.answer(3, 0).is_err(), "twice");
        assert!(
            counter.answer(2, counter.greatest()).is_err(),
            "not greater"
        );
        assert!(counter.answer(-1, 0).is_err());
        assert!(counter.answer(i64::MAX, 0).is_err());
        assert_eq!(counter.answer(5, 3), Ok(()));
        assert!(counter.check().is_err(), "4 is missing");
    }
}
