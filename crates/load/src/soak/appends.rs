//! Lists that every client appends to. Each acknowledged element has the place that its reply
//! named; when a list is full it is compared, element by element, with those places.
//! It must never do IO.

use super::frames;

/// Lists appended to at the same time.
pub const STREAMS: usize = 4;
/// A list this long is finished: it is checked whole and deleted.
const LEN_MAX: usize = 20_000;

/// An element: which client wrote it, and its number among that client's elements here.
pub type Element = (u32, u32);

/// One list.
#[derive(Clone, Debug)]
pub struct Append {
    pub key: Vec<u8>,
    /// By place; what the replies (or reads) have told.
    places: Vec<Option<Element>>,
    /// Requests on it without an answer.
    pub pending: usize,
    /// Length that was known when the latest reply came.
    known_len: usize,
    /// Per client: elements sent, and the last place answered.
    sent: Vec<u32>,
    last_place: Vec<usize>,
}

/// All lists, and those that wait for their check.
#[derive(Clone, Debug)]
pub struct Appends {
    clients: usize,
    made: u64,
    pub current: Vec<Append>,
    pub finished: Vec<Append>,
}

/// What a reply is to be held to: the list (by key, since it may be finished by then).
#[derive(Clone, Debug)]
pub struct Pushed {
    key: Vec<u8>,
    elements: Vec<Element>,
    /// The reply must name a greater place than this.
    above: usize,
}

/// A read of part of a list.
#[derive(Clone, Debug)]
pub struct Window {
    key: Vec<u8>,
    start: usize,
    /// Elements that must be there, because they were known before the request.
    len_min: usize,
    len_max: usize,
}

impl Appends {
    pub fn new(clients: usize) -> Self {
        let mut appends = Self {
            clients,
            made: 0,
            current: Vec::new(),
            finished: Vec::new(),
        };
        for _ in 0..STREAMS {
            let append = appends.fresh();
            appends.current.push(append);
        }
        appends
    }

    fn fresh(&mut self) -> Append {
        self.made += 1;
        Append {
            key: format!("soak:append:{}", self.made).into_bytes(),
            places: Vec::new(),
            pending: 0,
            known_len: 0,
            sent: vec![0; self.clients],
            last_place: vec![0; self.clients],
        }
    }

    /// The next elements of a client for one of the lists, `count` of them.
    pub fn push(&mut self, stream: usize, client: usize, count: usize) -> (Pushed, Vec<Vec<u8>>) {
        let append = &mut self.current[stream];
        append.pending += 1;
        let elements: Vec<Element> = (0..count)
            .map(|_| {
                append.sent[client] += 1;
                (client as u32, append.sent[client])
            })
            .collect();
        let mut args = vec![b"RPUSH".to_vec(), append.key.clone()];
        args.extend(
            elements
                .iter()
                .map(|(client, seq)| format!("{client}:{seq}").into_bytes()),
        );
        let above = append.known_len;
        (
            Pushed {
                key: append.key.clone(),
                elements,
                above,
            },
            args,
        )
    }

    /// Holds the reply to an RPUSH to what has been answered before.
    pub fn pushed(&mut self, pushed: &Pushed, frame: &[u8]) -> Result<(), String> {
        let key = String::from_utf8_lossy(&pushed.key).into_owned();
        let append = self.find(&pushed.key)?;
        append.pending -= 1;
        let len = frames::number(frame)
            .and_then(|len| usize::try_from(len).ok())
            .ok_or_else(|| frames::wrong(&format!("RPUSH {key}"), b"(a length)", frame))?;
        let first = len.saturating_sub(pushed.elements.len());
        if first < pushed.above || len > 4 * LEN_MAX + 1_000_000 {
            return Err(format!(
                "RPUSH {key} answered {len}, but {} elements had been acknowledged before it was \
                 sent",
                pushed.above
            ));
        }
        for (at, element) in pushed.elements.iter().enumerate() {
            append.place(first + at, *element)?;
        }
        let client = pushed.elements[0].0 as usize;
        if len <= append.last_place[client] {
            return Err(format!(
                "RPUSH {key}: client {client} was answered {len} after {}",
                append.last_place[client]
            ));
        }
        append.last_place[client] = len;
        append.known_len = append.known_len.max(len);
        self.finish_full();
        Ok(())
    }

    /// Asks for a part of a list.
    pub fn window(&mut self, stream: usize, dice: u64) -> (Window, Vec<Vec<u8>>) {
        /// Elements per read.
        const WINDOW_LEN: usize = 40;
        let append = &mut self.current[stream];
        append.pending += 1;
        let start = (dice % (append.known_len as u64 + 1)) as usize;
        let window = Window {
            key: append.key.clone(),
            start,
            len_min: (append.known_len - start).min(WINDOW_LEN),
            len_max: WINDOW_LEN,
        };
        let stop = (start + WINDOW_LEN - 1).to_string().into_bytes();
        let start = start.to_string().into_bytes();
        let args = vec![b"LRANGE".to_vec(), append.key.clone(), start, stop];
        (window, args)
    }

    /// Holds a part of a list to the places that are known; learns those that are not.
    pub fn seen(&mut self, window: &Window, frame: &[u8]) -> Result<(), String> {
        let key = String::from_utf8_lossy(&window.key).into_owned();
        let append = self.find(&window.key)?;
        append.pending -= 1;
        let elements = frames::texts(frame)
            .filter(|elements| (window.len_min..=window.len_max).contains(&elements.len()));
        let elements = elements.ok_or_else(|| {
            let what = format!(
                "LRANGE {key} from {} ({} known)",
                window.start, window.len_min
            );
            frames::wrong(&what, b"(so many elements)", frame)
        })?;
        for (at, element) in elements.into_iter().enumerate() {
            let element = parse(element).ok_or_else(|| {
                frames::wrong(&format!("an element of {key}"), b"(client:number)", element)
            })?;
            append.place(window.start + at, element)?;
        }
        Ok(())
    }

    /// A list whose last answer has come, to be compared with [`Append::expected`].
    pub fn take_finished(&mut self) -> Option<Append> {
        let at = self
            .finished
            .iter()
            .position(|append| append.pending == 0)?;
        Some(self.finished.swap_remove(at))
    }

    /// Ends all lists, whatever their length.
    pub fn finish_all(&mut self) {
        for stream in 0..self.current.len() {
            let fresh = self.fresh();
            self.finished
                .push(std::mem::replace(&mut self.current[stream], fresh));
        }
    }

    fn finish_full(&mut self) {
        for stream in 0..self.current.len() {
            if self.current[stream].known_len >= LEN_MAX {
                let fresh = self.fresh();
                self.finished
                    .push(std::mem::replace(&mut self.current[stream], fresh));
            }
        }
    }

    fn find(&mut self, key: &[u8]) -> Result<&mut Append, String> {
        self.current
            .iter_mut()
            .chain(&mut self.finished)
            .find(|append| append.key == key)
            .ok_or_else(|| "a list was checked before its last answer".to_string())
    }
}

impl Append {
    /// How many elements it must have.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nothing was appended.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The reply that LRANGE from `start` for `count` elements must have.
    pub fn expected(&self, start: usize, count: usize) -> Result<Vec<u8>, String> {
        let mut items = Vec::new();
        for (at, place) in self.places.iter().enumerate().skip(start).take(count) {
            let (client, seq) = place.ok_or_else(|| {
                let key = String::from_utf8_lossy(&self.key);
                format!(
                    "{key}: no reply ever named place {at} of {}",
                    self.places.len()
                )
            })?;
            items.push(frames::bulk(format!("{client}:{seq}").as_bytes()));
        }
        Ok(frames::array(&items))
    }

    /// Checks that each client's elements are all there, in the order in which it sent them.
    pub fn check_order(&self) -> Result<(), String> {
        let mut last = vec![0u32; self.sent.len()];
        for (client, seq) in self.places.iter().flatten() {
            let expected = last[*client as usize] + 1;
            if *seq != expected {
                let key = String::from_utf8_lossy(&self.key);
                return Err(format!(
                    "{key}: element {seq} of client {client} after {}",
                    expected - 1
                ));
            }
            last[*client as usize] = *seq;
        }
        if last == self.sent {
            Ok(())
        } else {
            Err(format!(
                "{}: elements are missing at the end",
                String::from_utf8_lossy(&self.key)
            ))
        }
    }

    fn place(&mut self, at: usize, element: Element) -> Result<(), String> {
        if self.places.len() <= at {
            self.places.resize(at + 1, None);
        }
        match self.places[at] {
            None => self.places[at] = Some(element),
            Some(known) if known == element => {}
            Some(known) => {
                let key = String::from_utf8_lossy(&self.key);
                return Err(format!("{key}: place {at} holds {known:?} and {element:?}"));
            }
        }
        Ok(())
    }
}

fn parse(element: &[u8]) -> Option<Element> {
    let (client, seq) = std::str::from_utf8(element).ok()?.split_once(':')?;
    Some((client.parse().ok()?, seq.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_replies_pass_and_the_whole_list_follows_from_them() {
        let mut appends = Appends::new(2);
        let (a, args) = appends.push(0, 0, 2);
        let (b, _) = appends.push(0, 1, 1);
        assert_eq!(args[2..], [b"0:1".to_vec(), b"0:2".to_vec()]);
        // The second request was served first.
        assert_eq!(appends.pushed(&b, b":1\r\n"), Ok(()));
        assert_eq!(appends.pushed(&a, b":3\r\n"), Ok(()));
        appends.finish_all();
        let done = appends
            .finished
            .iter()
            .find(|append| append.len() == 3)
            .expect("finished");
        assert_eq!(done.check_order(), Ok(()));
        let reply = done.expected(0, 10).expect("all known");
        assert_eq!(reply, b"*3\r\n$3\r\n1:1\r\n$3\r\n0:1\r\n$3\r\n0:2\r\n");
    }

    #[test]
    fn wrong_replies_are_noticed() {
        let pair = || {
            let mut appends = Appends::new(2);
            let (a, _) = appends.push(0, 0, 1);
            let (b, _) = appends.push(0, 1, 1);
            appends.pushed(&a, b":1\r\n").expect("first");
            (appends, b)
        };
        let (mut appends, b) = pair();
        assert!(
            appends.pushed(&b, b":1\r\n").is_err(),
            "the same place twice"
        );
        let (mut appends, b) = pair();
        assert!(appends.pushed(&b, b"-ERR no\r\n").is_err());
        let (mut appends, b) = pair();
        appends.pushed(&b, b":2\r\n").expect("second");
        let (late, _) = appends.push(0, 0, 1);
        assert!(
            appends.pushed(&late, b":2\r\n").is_err(),
            "not after what was answered"
        );
        let (mut appends, b) = pair();
        appends.pushed(&b, b":3\r\n").expect("leaves a gap");
        appends.finish_all();
        let done = appends
            .finished
            .iter()
            .find(|append| append.len() == 3)
            .expect("finished");
        assert!(done.expected(0, 10).is_err(), "the gap");
    }

    #[test]
    fn reads_are_held_to_known_places() {
        let mut appends = Appends::new(1);
        let (a, _) = appends.push(0, 0, 1);
        let (early, _) = appends.window(0, 0);
        appends
            .seen(&early, b"*1\r\n$3\r\n0:1\r\n")
            .expect("seen before its answer");
        appends.pushed(&a, b":1\r\n").expect("answered");
        let (late, _) = appends.window(0, 0);
        assert!(
            appends.seen(&late, b"*0\r\n").is_err(),
            "known elements are missing"
        );
        let (wrong, _) = appends.window(0, 0);
        assert!(appends.seen(&wrong, b"*1\r\n$3\r\n0:2\r\n").is_err());
    }
}
