//! What clients ask for: few keys on few slots of all cores, so that everything meets.
//!
//! Never sends anything; it only says what would be sent.

use std::collections::VecDeque;

use engine::SlotMap;
use stdx::slot::slot_of;

use crate::dice::{Concern, Dice};
use crate::profile::{Family, Profile};
use crate::wire::{Words, words};

/// Keys and channels of one run.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) keys: Vec<Vec<u8>>,
    pub(crate) channels: Vec<Vec<u8>>,
}

const PATTERNS: [&str; 3] = ["ch*", "*", "ch[12]*"];

impl Names {
    /// Slots in turn on each core, so that every core has some.
    pub(crate) fn of(seed: u64, profile: &Profile, map: &SlotMap) -> Self {
        let dice = &mut Dice::new(seed, Concern::Keys);
        let mut tag = dice.below(100_000);
        let mut tagged = |core: u16| loop {
            tag += 1;
            let text = format!("{{{tag}}}");
            if map.owner(slot_of(text.as_bytes())) == core {
                return text;
            }
        };
        let mut keys = Vec::new();
        for slot in 0..profile.slots {
            let tag = tagged((slot % u64::from(profile.cores)) as u16);
            for number in 0..profile.keys_per_slot {
                keys.push(format!("{tag}k{number}").into_bytes());
            }
        }
        let channels = (0..3)
            .map(|number| {
                format!(
                    "ch{number}{}",
                    tagged((number % profile.cores as usize) as u16)
                )
                .into_bytes()
            })
            .collect();
        Self { keys, channels }
    }
}

/// The requests of one client, planned a few at a time.
#[derive(Clone, Debug)]
pub(crate) struct Workload {
    dice: Dice,
    client: u64,
    plan: VecDeque<Words>,
    resp3: bool,
    /// Makes values and messages unlike any other.
    serial: u64,
}

impl Workload {
    pub(crate) fn new(seed: u64, client: u64) -> Self {
        let dice = Dice::new(seed, Concern::Client(client));
        Self {
            dice,
            client,
            plan: VecDeque::new(),
            resp3: false,
            serial: 0,
        }
    }

    /// A connection is new: what it does first.
    pub(crate) fn connected(&mut self, profile: &Profile) {
        self.plan.clear();
        self.resp3 = self.dice.chance(profile.resp3);
        if self.resp3 {
            self.plan.push_back(words(&["HELLO", "3"]));
        }
    }

    /// The next request. `clients` is the number of CLIENT IDs given so far.
    pub(crate) fn next(&mut self, profile: &Profile, names: &Names, clients: u64) -> Words {
        if let Some(request) = self.plan.pop_front() {
            return request;
        }
        let family = Family::ALL[self.dice.weighted(&profile.weights)];
        let request = self.of_family(family, profile, names, clients);
        self.plan.extend(request);
        self.plan.pop_front().unwrap_or_else(|| words(&["PING"]))
    }

    fn of_family(
        &mut self,
        family: Family,
        profile: &Profile,
        names: &Names,
        clients: u64,
    ) -> Vec<Words> {
        let one = match family {
            Family::Transaction => return self.transaction(profile, names, clients),
            Family::Unblock => {
                let id = self.dice.between(1, clients.max(1)).to_string();
                let reason = *self.dice.pick(&["TIMEOUT", "ERROR"]);
                words(&["CLIENT", "UNBLOCK", &id, reason])
            }
            Family::PubSub => return self.pubsub(names),
            Family::Gather => {
                let questions = [
                    words(&["DBSIZE"]),
                    words(&["KEYS", "*"]),
                    words(&["RANDOMKEY"]),
                ];
                self.dice.pick(&questions).clone()
            }
            Family::Select => self.select(profile),
            Family::Faulty => {
                let requests = [
                    words(&["GET"]),
                    words(&["NOSUCH", "a"]),
                    words(&["INCR"]),
                    words(&["CONFIG", "SET", "hz", "20"]),
                ];
                self.dice.pick(&requests).clone()
            }
            family => self.command(family, profile, names),
        };
        vec![one]
    }

    /// A command that may stand in a transaction as well.
    fn command(&mut self, family: Family, profile: &Profile, names: &Names) -> Words {
        match family {
            Family::SeveralStrings => self.several(names),
            Family::Lists => self.lists(names),
            Family::Blocking => self.blocking(profile, names),
            Family::Whole => self.whole(profile),
            Family::Expiry => self.expiry(profile, names),
            _ => self.strings(profile, names),
        }
    }

    fn strings(&mut self, profile: &Profile, names: &Names) -> Words {
        let key = self.key(names);
        match self.dice.weighted(&[30, 20, 15, 10, 10, 5, 5]) {
            0 => vec![b"GET".to_vec(), key],
            1 => {
                let value = self.value();
                vec![b"SET".to_vec(), key, value]
            }
            2 => self.set_with_options(key, profile),
            3 => vec![b"INCR".to_vec(), key],
            4 => {
                let value = self.value();
                vec![b"APPEND".to_vec(), key, value]
            }
            5 => vec![b"TYPE".to_vec(), key],
            _ => vec![b"STRLEN".to_vec(), key],
        }
    }

    fn set_with_options(&mut self, key: Vec<u8>, profile: &Profile) -> Words {
        let value = self.value();
        let mut request = vec![b"SET".to_vec(), key, value];
        match self.dice.below(5) {
            0 => request.push(b"NX".to_vec()),
            1 => request.push(b"XX".to_vec()),
            2 => request.extend([
                b"IFEQ".to_vec(),
                self.dice.below(4).to_string().into_bytes(),
            ]),
            _ => {}
        }
        if self.dice.chance(60) {
            request.extend([b"PX".to_vec(), self.ttl(profile).into_bytes()]);
        } else if self.dice.chance(50) {
            request.push(b"KEEPTTL".to_vec());
        }
        if self.dice.chance(20) {
            request.push(b"GET".to_vec());
        }
        request
    }

    fn several(&mut self, names: &Names) -> Words {
        let count = self.dice.between(2, 4);
        match self.dice.weighted(&[20, 20, 10, 15, 15, 10, 5]) {
            choice @ (0 | 2) => {
                let name = if choice == 0 { "MSET" } else { "MSETNX" };
                let mut request = words(&[name]);
                for _ in 0..count {
                    let pair = [self.key(names), self.value()];
                    request.extend(pair);
                }
                request
            }
            choice @ (1 | 5) => {
                let mut request = words(&[if choice == 1 { "MGET" } else { "DEL" }]);
                request.extend((0..count).map(|_| self.key(names)));
                request
            }
            3 => vec![b"RENAME".to_vec(), self.key(names), self.key(names)],
            6 => vec![b"MOVE".to_vec(), self.key(names), b"1".to_vec()],
            _ => {
                let mut request = vec![b"COPY".to_vec(), self.key(names), self.key(names)];
                if self.dice.chance(30) {
                    request.extend([b"DB".to_vec(), self.dice.below(2).to_string().into_bytes()]);
                }
                if self.dice.chance(60) {
                    request.push(b"REPLACE".to_vec());
                }
                request
            }
        }
    }

    fn lists(&mut self, names: &Names) -> Words {
        let key = self.key(names);
        match self.dice.weighted(&[25, 15, 10, 10, 15, 5, 8]) {
            choice @ (0 | 1) => {
                let mut request = vec![if choice == 0 { "LPUSH" } else { "RPUSH" }.into(), key];
                let count = self.dice.between(1, 3);
                request.extend((0..count).map(|_| self.value()));
                request
            }
            2 => vec![b"LPOP".to_vec(), key],
            3 => vec![b"RPOP".to_vec(), key, b"2".to_vec()],
            4 => {
                let (from, to) = (self.end(), self.end());
                vec![b"LMOVE".to_vec(), key, self.key(names), from, to]
            }
            5 => vec![b"LLEN".to_vec(), key],
            _ => vec![b"LRANGE".to_vec(), key, b"0".to_vec(), b"-1".to_vec()],
        }
    }

    fn blocking(&mut self, profile: &Profile, names: &Names) -> Words {
        // What is waited for must come, or nobody is ever served.
        if self.dice.chance(45) {
            return self.lists(names);
        }
        let timeout = if self.dice.chance(profile.endless) {
            "0".to_owned()
        } else {
            let ms = self.dice.skewed(profile.timeout_ms);
            format!("{}.{:03}", ms / 1000, ms % 1000)
        };
        let mut request = match self.dice.weighted(&[35, 15, 50]) {
            2 => {
                let (from, to) = (self.end(), self.end());
                vec![
                    b"BLMOVE".to_vec(),
                    self.key(names),
                    self.key(names),
                    from,
                    to,
                ]
            }
            choice => {
                let mut request = words(&[if choice == 0 { "BLPOP" } else { "BRPOP" }]);
                let count = [1, 1, 2, 3][self.dice.index(4)];
                request.extend((0..count).map(|_| self.key(names)));
                request
            }
        };
        request.push(timeout.into_bytes());
        request
    }

    fn expiry(&mut self, profile: &Profile, names: &Names) -> Words {
        let key = self.key(names);
        match self.dice.below(6) {
            0 => vec![
                b"EXPIRE".to_vec(),
                key,
                (*self.dice.pick(&["0", "1", "-1"])).into(),
            ],
            1 | 2 => vec![b"PEXPIRE".to_vec(), key, self.ttl(profile).into_bytes()],
            3 => vec![b"TTL".to_vec(), key],
            4 => vec![b"PTTL".to_vec(), key],
            _ => vec![b"PERSIST".to_vec(), key],
        }
    }

    fn whole(&mut self, profile: &Profile) -> Words {
        match self.dice.below(3) {
            0 => words(&["FLUSHALL"]),
            1 => words(&["FLUSHDB"]),
            _ => {
                let (a, b) = (self.database(profile), self.database(profile));
                words(&["SWAPDB", &a, &b])
            }
        }
    }

    fn pubsub(&mut self, names: &Names) -> Vec<Words> {
        let channel = self.dice.pick(&names.channels).clone();
        let pattern: Vec<u8> = (*self.dice.pick(&PATTERNS)).into();
        let choice = self.dice.weighted(&[40, 12, 10, 8, 7]);
        let (name, operands) = match choice {
            0 => ("PUBLISH", vec![channel, self.unique("m")]),
            1 if self.dice.chance(40) => {
                let another = self.dice.pick(&names.channels).clone();
                ("SUBSCRIBE", vec![channel, another])
            }
            1 => ("SUBSCRIBE", vec![channel]),
            2 => ("UNSUBSCRIBE", vec![channel]),
            3 => ("PSUBSCRIBE", vec![pattern]),
            _ => ("PUNSUBSCRIBE", vec![pattern]),
        };
        let request = |name: &str| [vec![name.into()], operands.clone()].concat();
        let mut requests = vec![request(name)];
        // In RESP2 a subscriber can do little else: it soon unsubscribes again.
        if !self.resp3 && matches!(choice, 1 | 3) && self.dice.chance(90) {
            requests.extend((0..self.dice.below(3)).map(|_| words(&["PING"])));
            requests.push(request(if choice == 1 {
                "UNSUBSCRIBE"
            } else {
                "PUNSUBSCRIBE"
            }));
        }
        requests
    }

    fn select(&mut self, profile: &Profile) -> Words {
        let db = self.database(profile);
        words(&["SELECT", &db])
    }

    /// [WATCH, something between] MULTI, commands, EXEC or DISCARD.
    fn transaction(&mut self, profile: &Profile, names: &Names, clients: u64) -> Vec<Words> {
        let mut requests = Vec::new();
        if self.dice.chance(60) {
            let mut watch = words(&["WATCH"]);
            let count = self.dice.between(1, 3);
            watch.extend((0..count).map(|_| self.key(names)));
            requests.push(watch);
            for _ in 0..self.dice.below(3) {
                requests.push(vec![b"GET".to_vec(), self.key(names)]);
            }
            if self.dice.chance(5) {
                requests.push(words(&["UNWATCH"]));
            }
        }
        requests.push(words(&["MULTI"]));
        let mut subscribed = Vec::new();
        let queued = self.dice.below(5) as usize;
        for _ in 0..queued {
            let request = self.in_transaction(profile, names, clients);
            subscribed.extend(self.undoing(&request));
            requests.push(request);
        }
        if self.dice.chance(12) {
            let first = requests.len() - self.dice.index(queued + 1);
            let count = self.dice.between(4, 20);
            let questions: Vec<Words> = (0..count).map(|_| self.about_sessions(clients)).collect();
            requests.splice(first..first, questions);
        }
        if requests
            .iter()
            .any(|request| request[0].ends_with(b"SUBSCRIBE"))
        {
            // What a transaction publishes is delivered at its end, to who is subscribed then.
            requests.retain(|request| request[0] != b"PUBLISH");
        }
        if self.dice.chance(3) {
            requests.push(words(&["GET"]));
        }
        requests.push(words(&[if self.dice.chance(8) {
            "DISCARD"
        } else {
            "EXEC"
        }]));
        requests.extend(subscribed);
        requests
    }

    /// What ends a subscription that would keep a RESP2 client from doing anything else.
    fn undoing(&self, request: &Words) -> Option<Words> {
        let name: &[u8] = match request[0].as_slice() {
            b"SUBSCRIBE" => b"UNSUBSCRIBE",
            b"PSUBSCRIBE" => b"PUNSUBSCRIBE",
            _ => return None,
        };
        (!self.resp3).then(|| vec![name.to_vec(), request[1].clone()])
    }

    /// On the session, or a question to all cores.
    fn about_sessions(&mut self, clients: u64) -> Words {
        let name = format!("n{}", self.dice.below(9));
        match self.dice.weighted(&[20, 15, 15, 15, 10, 10, 15]) {
            0 => {
                let id = self.dice.between(1, clients.max(1)).to_string();
                let reason = *self.dice.pick(&["TIMEOUT", "ERROR"]);
                words(&["CLIENT", "UNBLOCK", &id, reason])
            }
            1 => words(&["CLIENT", "LIST"]),
            2 => words(&["INFO", "keyspace"]),
            3 => words(&["CONFIG", "SET", "hz", &self.dice.between(1, 99).to_string()]),
            4 => words(&["CONFIG", "GET", "hz"]),
            5 => words(&["CLIENT", "GETNAME"]),
            _ => words(&["CLIENT", "SETNAME", &name]),
        }
    }

    fn subscribing(&mut self, names: &Names) -> Words {
        let channel = self.dice.pick(&names.channels).clone();
        let pattern: Vec<u8> = (*self.dice.pick(&PATTERNS)).into();
        let (name, topic) = match self.dice.below(4) {
            0 => ("SUBSCRIBE", channel),
            1 => ("UNSUBSCRIBE", channel),
            2 => ("PSUBSCRIBE", pattern),
            _ => ("PUNSUBSCRIBE", pattern),
        };
        vec![name.into(), topic]
    }

    fn in_transaction(&mut self, profile: &Profile, names: &Names, clients: u64) -> Words {
        let publish = if profile.weights[Family::PubSub as usize] > 0 {
            10
        } else {
            0
        };
        let whole = profile.weights[Family::Whole as usize].min(8);
        match self.dice.weighted(&[
            25,
            15,
            20,
            10,
            5,
            whole,
            publish,
            3,
            whole / 2,
            2,
            3,
            publish / 3,
        ]) {
            1 => self.several(names),
            2 => self.lists(names),
            3 => self.blocking(profile, names),
            4 => self.expiry(profile, names),
            5 => self.whole(profile),
            6 => {
                let channel = self.dice.pick(&names.channels).clone();
                vec![b"PUBLISH".to_vec(), channel, self.unique("m")]
            }
            7 => self.select(profile),
            8 => self
                .dice
                .pick(&[words(&["DBSIZE"]), words(&["KEYS", "*"])])
                .clone(),
            9 => words(&["PING"]),
            10 => self.about_sessions(clients),
            11 => self.subscribing(names),
            _ => self.strings(profile, names),
        }
    }

    fn key(&mut self, names: &Names) -> Vec<u8> {
        // Some keys are hotter than others.
        let (a, b) = (
            self.dice.index(names.keys.len()),
            self.dice.index(names.keys.len()),
        );
        names.keys[a.min(b)].clone()
    }

    fn end(&mut self) -> Vec<u8> {
        (*self.dice.pick(&["LEFT", "RIGHT"])).into()
    }

    fn database(&mut self, profile: &Profile) -> String {
        self.dice.below(profile.databases).to_string()
    }

    fn ttl(&mut self, profile: &Profile) -> String {
        self.dice.skewed(profile.ttl_ms).to_string()
    }

    /// Mostly small numbers, which meet and can be counted up; sometimes long.
    fn value(&mut self) -> Vec<u8> {
        match self.dice.weighted(&[50, 45, 3, 1]) {
            0 => self.dice.below(4).to_string().into_bytes(),
            1 => self.unique("v"),
            2 => vec![b'l'; self.dice.between(50, 3000) as usize],
            _ => vec![b'h'; self.dice.between(15_000, 70_000) as usize],
        }
    }

    fn unique(&mut self, kind: &str) -> Vec<u8> {
        self.serial += 1;
        format!("{kind}{}-{}", self.client, self.serial).into_bytes()
    }
}

/// Frames that answer a request that is executed as a whole.
pub(crate) fn frames_of(request: &[Vec<u8>]) -> usize {
    match request[0].as_slice() {
        b"SUBSCRIBE" | b"UNSUBSCRIBE" | b"PSUBSCRIBE" | b"PUNSUBSCRIBE" => request.len() - 1,
        _ => 1,
    }
}
