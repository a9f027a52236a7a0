//! What writes did, as commands that do the same again anywhere and at any time.
//!
//! Log, replicas and migration will read this one stream. Nothing is collected while nobody
//! listens. Never knows who listens.

use bytes::Bytes;
use resp::{Args, Range};

use crate::events::KeyEvents;

/// Deterministic commands, in the order in which they took effect. Times in them are absolute.
#[derive(Debug, Default)]
pub struct Effects {
    /// What happened to keys, in other words; listened to by others.
    pub events: KeyEvents,
    /// Effects so far, also those that nobody wanted.
    pub changes: u64,
    wanted: bool,
    words: Vec<u8>,
    ranges: Vec<Range>,
    large: Vec<Bytes>,
    commands: Vec<Command>,
}

#[derive(Clone, Copy, Debug)]
struct Command {
    db: u32,
    first: u32,
    count: u32,
}

impl Effects {
    /// Whether anybody listens; a body need not put a command together otherwise.
    #[inline]
    #[must_use]
    pub fn wanted(&self) -> bool {
        self.wanted
    }

    /// Begins or ends collecting.
    pub fn set_wanted(&mut self, wanted: bool) {
        self.wanted = wanted;
    }

    /// The request itself.
    #[inline]
    pub fn request(&mut self, db: u32, args: Args<'_>) {
        self.changes += 1;
        if self.wanted {
            self.collect(db, args, |_| true, &[]);
        }
    }

    /// The request without the arguments numbered in `dropped`.
    pub fn request_without(&mut self, db: u32, args: Args<'_>, dropped: &[usize]) {
        self.changes += 1;
        if self.wanted {
            self.collect(db, args, |i| !dropped.contains(&i), &[]);
        }
    }

    /// The request with other words in the places of these arguments.
    pub fn request_with(&mut self, db: u32, args: Args<'_>, replaced: &[(usize, &[u8])]) {
        self.changes += 1;
        if self.wanted {
            self.collect(db, args, |_| true, replaced);
        }
    }

    /// A command made of `words`.
    #[inline]
    pub fn command(&mut self, db: u32, words: &[&[u8]]) {
        self.changes += 1;
        if self.wanted {
            let first = self.ranges.len();
            words.iter().for_each(|word| self.word(word));
            self.end(db, first);
        }
    }

    /// As [`Self::command`], `shared` standing for the word numbered `at`, by reference.
    pub fn command_with(&mut self, db: u32, words: &[&[u8]], at: usize, shared: Option<Bytes>) {
        self.changes += 1;
        if !self.wanted {
            return;
        }
        let first = self.ranges.len();
        for (i, word) in words.iter().enumerate() {
            match &shared {
                Some(shared) if i == at => self.reference(shared.clone()),
                _ => self.word(word),
            }
        }
        self.end(db, first);
    }

    /// The commands collected, each with its database.
    pub fn iter(&self) -> impl Iterator<Item = (u32, Args<'_>)> {
        self.commands.iter().map(|command| {
            let first = command.first as usize;
            let ranges = &self.ranges[first..first + command.count as usize];
            (command.db, Args::new(&self.words, ranges, &self.large))
        })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// Forgets what was collected.
    pub fn clear(&mut self) {
        self.words.clear();
        self.ranges.clear();
        self.large.clear();
        self.commands.clear();
    }

    #[cold]
    fn collect(
        &mut self,
        db: u32,
        args: Args<'_>,
        keep: impl Fn(usize) -> bool,
        replaced: &[(usize, &[u8])],
    ) {
        let first = self.ranges.len();
        for i in (0..args.len()).filter(|&i| keep(i)) {
            let other = replaced.iter().find(|(place, _)| *place == i);
            match (other, args.shared(i)) {
                (Some((_, word)), _) => self.word(word),
                (None, Some(shared)) => self.reference(shared),
                (None, None) => self.word(args.get(i)),
            }
        }
        self.end(db, first);
    }

    fn word(&mut self, word: &[u8]) {
        let place = u32::try_from(self.words.len())
            .ok()
            .filter(|&off| off != Range::LARGE);
        match (place, u32::try_from(word.len())) {
            (Some(off), Ok(len)) => {
                self.ranges.push(Range { off, len });
                self.words.extend_from_slice(word);
            }
            _ => self.reference(Bytes::copy_from_slice(word)),
        }
    }

    fn reference(&mut self, word: Bytes) {
        self.ranges.push(Range {
            off: Range::LARGE,
            len: self.large.len() as u32,
        });
        self.large.push(word);
    }

    fn end(&mut self, db: u32, first: usize) {
        let count = (self.ranges.len() - first) as u32;
        self.commands.push(Command {
            db,
            first: first as u32,
            count,
        });
    }
}
