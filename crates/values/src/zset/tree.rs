//! The order of a large sorted set: a B+ tree that knows how many elements each part has.
//!
//! Leaves hold scores and the numbers of members. What a member is only its owner knows: places
//! are found by a question that is true of a first part of all elements and false of the rest.

/// Elements of a leaf; a leaf is 760 bytes.
const LEAF_MAX: usize = 63;
/// Children of an inner node.
const INNER_MAX: usize = 32;
/// Neighbours that together have at most so many elements are joined.
const LEAF_JOINED_MAX: usize = LEAF_MAX * 3 / 4;
const INNER_JOINED_MAX: usize = INNER_MAX * 3 / 4;

/// An element: its score and the number of its member.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) score: f64,
    pub(super) number: u32,
}

#[derive(Clone, Debug)]
struct Leaf {
    scores: [f64; LEAF_MAX],
    numbers: [u32; LEAF_MAX],
    len: u32,
}

#[derive(Clone, Debug)]
struct Child {
    /// The first element below.
    first: Entry,
    count: u32,
    node: Node,
}

#[allow(clippy::box_collection, reason = "children stay 32 bytes small")]
#[derive(Clone, Debug)]
enum Node {
    Leaf(Box<Leaf>),
    Inner(Box<Vec<Child>>),
}

#[derive(Clone, Debug)]
pub(super) struct Tree {
    /// `None`: the tree is empty.
    root: Option<Node>,
    len: usize,
    bytes: usize,
}

impl Tree {
    pub(super) const fn new() -> Self {
        Self {
            root: None,
            len: 0,
            bytes: 0,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many elements are of the first part.
    #[inline]
    pub(super) fn count_before(&self, is_before: impl Fn(Entry) -> bool) -> usize {
        let Some(mut node) = self.root.as_ref() else {
            return 0;
        };
        let mut count = 0;
        loop {
            match node {
                Node::Leaf(leaf) => return count + leaf.count_before(&is_before),
                Node::Inner(children) => {
                    let place = place_before(children, &is_before);
                    let before = children[..place].iter().map(|child| child.count as usize);
                    count += before.sum::<usize>();
                    node = &children[place].node;
                }
            }
        }
    }

    /// Puts an element behind those of the first part.
    pub(super) fn insert(&mut self, entry: Entry, is_before: impl Fn(Entry) -> bool) {
        self.len += 1;
        let Some(root) = &mut self.root else {
            let mut leaf = Leaf::new();
            leaf.insert(0, entry);
            self.root = Some(Node::Leaf(Box::new(leaf)));
            self.bytes += size_of::<Leaf>();
            return;
        };
        let Some(right) = root.insert(entry, &is_before, true, &mut self.bytes) else {
            return;
        };
        if let Some(left) = self.root.take() {
            let left = left.into_child();
            let mut children = new_inner(&mut self.bytes);
            children.push(left);
            children.push(right);
            self.root = Some(Node::Inner(children));
        }
    }

    /// Removes the element at `rank` and returns it.
    pub(super) fn remove_at(&mut self, rank: usize) -> Option<Entry> {
        let root = self.root.as_mut().filter(|_| rank < self.len)?;
        let entry = root.remove_at(rank, &mut self.bytes);
        self.len -= 1;
        if self.len == 0 {
            *self = Self::new();
            return Some(entry);
        }
        while let Some(Node::Inner(children)) = &mut self.root
            && children.len() == 1
        {
            self.root = children.pop().map(|only| only.node);
            self.bytes -= INNER_BYTES;
        }
        Some(entry)
    }

    /// The elements from `rank` on, towards the end or, if `back`, towards the start.
    pub(super) fn walk(&self, rank: usize, back: bool) -> Walk<'_> {
        let mut walk = Walk {
            path: Vec::new(),
            leaf: None,
            at: 0,
            back,
        };
        let Some(mut node) = self.root.as_ref().filter(|_| rank < self.len) else {
            return walk;
        };
        let mut rank = rank;
        loop {
            match node {
                Node::Leaf(leaf) => {
                    walk.leaf = Some(leaf);
                    walk.at = rank;
                    return walk;
                }
                Node::Inner(children) => {
                    let mut place = 0;
                    while rank >= children[place].count as usize {
                        rank -= children[place].count as usize;
                        place += 1;
                    }
                    walk.path.push((children, place));
                    node = &children[place].node;
                }
            }
        }
    }

    /// Frees up to `steps` leaves; true when none is left. Nothing may be looked up afterwards.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            let emptied = match &mut self.root {
                None => return true,
                Some(root) => root.pop_leaf(),
            };
            if emptied {
                self.root = None;
            }
        }
        self.root.is_none()
    }
}

const INNER_BYTES: usize = size_of::<Vec<Child>>() + INNER_MAX * size_of::<Child>();

#[allow(clippy::box_collection, reason = "children stay 32 bytes small")]
fn new_inner(bytes: &mut usize) -> Box<Vec<Child>> {
    *bytes += INNER_BYTES;
    Box::new(Vec::with_capacity(INNER_MAX))
}

/// The child in which the first part ends.
#[inline]
fn place_before(children: &[Child], is_before: &impl Fn(Entry) -> bool) -> usize {
    let before = children.partition_point(|child| is_before(child.first));
    before.saturating_sub(1)
}

impl Node {
    fn count(&self) -> usize {
        match self {
            Self::Leaf(leaf) => leaf.len as usize,
            Self::Inner(children) => children.iter().map(|child| child.count as usize).sum(),
        }
    }

    fn first(&self) -> Entry {
        match self {
            Self::Leaf(leaf) => leaf.entry(0),
            Self::Inner(children) => children[0].first,
        }
    }

    fn into_child(self) -> Child {
        Child {
            first: self.first(),
            count: self.count() as u32,
            node: self,
        }
    }

    /// Puts an element in; the right part if the node had to be divided. `is_last`: nothing
    /// follows this node.
    fn insert(
        &mut self,
        entry: Entry,
        is_before: &impl Fn(Entry) -> bool,
        is_last: bool,
        bytes: &mut usize,
    ) -> Option<Child> {
        let children = match self {
            Self::Leaf(leaf) => return leaf.insert_or_split(entry, is_before, is_last, bytes),
            Self::Inner(children) => children,
        };
        let place = place_before(children, is_before);
        let is_last = is_last && place + 1 == children.len();
        let child = &mut children[place];
        let right = child.node.insert(entry, is_before, is_last, bytes);
        child.count += 1;
        if place == 0 {
            child.first = child.node.first();
        }
        let right = right?;
        child.count -= right.count;
        if children.len() < INNER_MAX {
            children.insert(place + 1, right);
            return None;
        }
        let mut other = new_inner(bytes);
        // What grows at its end leaves full nodes behind.
        let kept = if is_last { INNER_MAX } else { INNER_MAX / 2 };
        other.extend(children.drain(kept..));
        if place < kept && !is_last {
            children.insert(place + 1, right);
        } else {
            other.insert(place + 1 - kept, right);
        }
        Some(Self::Inner(other).into_child())
    }

    /// Removes the element at `rank`, which is one of this node's.
    fn remove_at(&mut self, mut rank: usize, bytes: &mut usize) -> Entry {
        let children = match self {
            Self::Leaf(leaf) => return leaf.remove(rank),
            Self::Inner(children) => children,
        };
        let mut place = 0;
        while rank >= children[place].count as usize {
            rank -= children[place].count as usize;
            place += 1;
        }
        let child = &mut children[place];
        let entry = child.node.remove_at(rank, bytes);
        child.count -= 1;
        if child.count == 0 {
            *bytes -= child.node.own_bytes();
            children.remove(place);
            return entry;
        }
        if rank == 0 {
            child.first = child.node.first();
        }
        let left = if place + 1 < children.len() {
            place
        } else {
            place.saturating_sub(1)
        };
        join(children, left, bytes);
        entry
    }

    fn own_bytes(&self) -> usize {
        match self {
            Self::Leaf(_) => size_of::<Leaf>(),
            Self::Inner(_) => INNER_BYTES,
        }
    }

    /// Frees the last leaf; whether the node has nothing left.
    fn pop_leaf(&mut self) -> bool {
        match self {
            Self::Leaf(_) => true,
            Self::Inner(children) => {
                if children.last_mut().is_none_or(|last| last.node.pop_leaf()) {
                    children.pop();
                }
                children.is_empty()
            }
        }
    }
}

/// Joins the child at `left` with the next one if both have few elements.
fn join(children: &mut Vec<Child>, left: usize, bytes: &mut usize) {
    let Some([a, b]) = children.get_mut(left..left + 2) else {
        return;
    };
    match (&mut a.node, &mut b.node) {
        (Node::Leaf(a), Node::Leaf(b)) if (a.len + b.len) as usize <= LEAF_JOINED_MAX => {
            a.append(b);
            *bytes -= size_of::<Leaf>();
        }
        (Node::Inner(a), Node::Inner(b)) if a.len() + b.len() <= INNER_JOINED_MAX => {
            a.append(b);
            *bytes -= INNER_BYTES;
        }
        _ => return,
    }
    a.count += b.count;
    children.remove(left + 1);
}

impl Leaf {
    fn new() -> Self {
        Self {
            scores: [0.0; LEAF_MAX],
            numbers: [0; LEAF_MAX],
            len: 0,
        }
    }

    #[inline]
    fn entry(&self, place: usize) -> Entry {
        Entry {
            score: self.scores[place],
            number: self.numbers[place],
        }
    }

    #[inline]
    fn count_before(&self, is_before: &impl Fn(Entry) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len as usize);
        while low < high {
            let middle = (low + high) / 2;
            if is_before(self.entry(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn insert_or_split(
        &mut self,
        entry: Entry,
        is_before: &impl Fn(Entry) -> bool,
        is_last: bool,
        bytes: &mut usize,
    ) -> Option<Child> {
        let place = self.count_before(is_before);
        if (self.len as usize) < LEAF_MAX {
            self.insert(place, entry);
            return None;
        }
        let mut right = Box::new(Self::new());
        *bytes += size_of::<Self>();
        // What grows at its end leaves full leaves behind.
        let at_end = is_last && place == LEAF_MAX;
        let kept = if at_end { LEAF_MAX } else { LEAF_MAX / 2 };
        let moved = LEAF_MAX - kept;
        right.scores[..moved].copy_from_slice(&self.scores[kept..]);
        right.numbers[..moved].copy_from_slice(&self.numbers[kept..]);
        right.len = moved as u32;
        self.len = kept as u32;
        if place <= kept && !at_end {
            self.insert(place, entry);
        } else {
            right.insert(place - kept, entry);
        }
        Some(Node::Leaf(right).into_child())
    }

    fn insert(&mut self, place: usize, entry: Entry) {
        let len = self.len as usize;
        self.scores.copy_within(place..len, place + 1);
        self.numbers.copy_within(place..len, place + 1);
        self.scores[place] = entry.score;
        self.numbers[place] = entry.number;
        self.len += 1;
    }

    fn remove(&mut self, place: usize) -> Entry {
        let (entry, len) = (self.entry(place), self.len as usize);
        self.scores.copy_within(place + 1..len, place);
        self.numbers.copy_within(place + 1..len, place);
        self.len -= 1;
        entry
    }

    fn append(&mut self, other: &Self) {
        let (len, more) = (self.len as usize, other.len as usize);
        self.scores[len..len + more].copy_from_slice(&other.scores[..more]);
        self.numbers[len..len + more].copy_from_slice(&other.numbers[..more]);
        self.len += other.len;
    }
}

/// Elements in order.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a> {
    path: Vec<(&'a [Child], usize)>,
    leaf: Option<&'a Leaf>,
    at: usize,
    back: bool,
}

/// How far ahead a walk tells which elements will come.
const AHEAD: usize = 6;

impl Walk<'_> {
    /// An element that will come soon.
    #[inline]
    pub(super) fn upcoming(&self) -> Option<u32> {
        let leaf = self.leaf?;
        let at = if self.back {
            self.at.checked_sub(AHEAD)?
        } else {
            self.at + AHEAD
        };
        (at < leaf.len as usize).then(|| leaf.numbers[at])
    }

    /// Goes to the next leaf.
    fn turn_over(&mut self) {
        self.leaf = None;
        while let Some((children, place)) = self.path.pop() {
            let next = if self.back {
                place.checked_sub(1)
            } else {
                Some(place + 1).filter(|&next| next < children.len())
            };
            let Some(next) = next else { continue };
            self.path.push((children, next));
            let mut node = &children[next].node;
            loop {
                match node {
                    Node::Leaf(leaf) => {
                        self.leaf = Some(leaf);
                        self.at = if self.back { leaf.len as usize - 1 } else { 0 };
                        return;
                    }
                    Node::Inner(children) => {
                        let place = if self.back { children.len() - 1 } else { 0 };
                        self.path.push((children, place));
                        node = &children[place].node;
                    }
                }
            }
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Entry;

    #[inline]
    fn next(&mut self) -> Option<Entry> {
        let leaf = self.leaf?;
        let entry = leaf.entry(self.at);
        if self.back {
            match self.at.checked_sub(1) {
                Some(at) => self.at = at,
                None => self.turn_over(),
            }
        } else {
            self.at += 1;
            if self.at == leaf.len as usize {
                self.turn_over();
            }
        }
        Some(entry)
    }
}
