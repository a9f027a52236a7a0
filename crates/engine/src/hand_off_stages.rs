//! The stages of a slot's hand-off from one core to another, and what leads from one to the next:
//! declared here and nowhere else.
//!
//! Must never act: `hand_off.rs` does, and asks [`Stage::after`] where that leads.

use std::fmt::Write;

/// Where a hand-off is. The first two are the old owner's, the others the new one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nothing is known of it.
    Unknown,
    /// Its ticket waits for the slot, in the same queue as those of commands.
    Queued,
    /// The box has left; the map names the new owner.
    UnderWay,
    /// Another core's word has come before the box.
    Expected,
    /// The box is here, and cannot be used yet.
    Landed,
    /// Over, as far as this core is concerned.
    Ended,
}

/// What happens to a hand-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// Somebody's wish for it has come to the owner.
    Asked,
    /// The slot is free, no older ticket waits, and no barrier stands.
    TurnCame,
    /// An older hand-off has taken the slot elsewhere.
    WentElsewhere,
    /// The core that it was to go to has left the others.
    CalledOff,
    /// The new owner has the slot.
    Confirmed,
    /// A core says that it has received what the old owner had sent before.
    Word,
    /// The box has come.
    BoxCame,
    /// All words have come, and the directory is not with a barrier's body.
    AllClear,
}

struct Transition {
    from: Stage,
    event: Event,
    to: Stage,
    /// What the core does, for the diagram.
    does: &'static str,
}

const fn on(from: Stage, event: Event, to: Stage, does: &'static str) -> Transition {
    Transition {
        from,
        event,
        to,
        does,
    }
}

const TRANSITIONS: &[Transition] = &[
    on(
        Stage::Unknown,
        Event::Asked,
        Stage::Queued,
        "recalls the slot from younger tickets",
    ),
    on(
        Stage::Queued,
        Event::TurnCame,
        Stage::UnderWay,
        "changes the map, sends the box with the tickets that wait for it",
    ),
    on(
        Stage::Queued,
        Event::WentElsewhere,
        Stage::Ended,
        "passes the wish on",
    ),
    on(
        Stage::Queued,
        Event::CalledOff,
        Stage::Ended,
        "keeps the slot, answers who asked",
    ),
    on(
        Stage::UnderWay,
        Event::Confirmed,
        Stage::Ended,
        "answers who asked",
    ),
    on(
        Stage::Unknown,
        Event::Word,
        Stage::Expected,
        "counts the word",
    ),
    on(
        Stage::Expected,
        Event::Word,
        Stage::Expected,
        "counts the word",
    ),
    on(
        Stage::Unknown,
        Event::BoxCame,
        Stage::Landed,
        "keeps the box aside",
    ),
    on(
        Stage::Expected,
        Event::BoxCame,
        Stage::Landed,
        "keeps the box aside",
    ),
    on(Stage::Landed, Event::Word, Stage::Landed, "counts the word"),
    on(
        Stage::Landed,
        Event::AllClear,
        Stage::Ended,
        "puts the box in its place, confirms, serves what waits",
    ),
];

impl Stage {
    /// The stage that an event leads to; nothing, if the event has no place in this one.
    pub(crate) fn after(self, event: Event) -> Option<Self> {
        let leads = |t: &&Transition| t.from == self && t.event == event;
        TRANSITIONS.iter().find(leads).map(|t| t.to)
    }

    /// Goes on to the stage that an event leads to. An event that has no place is a fault of the
    /// engine: tests stop, a server stays where it is.
    pub(crate) fn step(&mut self, event: Event) {
        let next = self.after(event);
        debug_assert!(next.is_some(), "{event:?} in stage {self:?} of a hand-off");
        *self = next.unwrap_or(*self);
    }
}

/// The stages and their transitions as a Mermaid diagram, for the documentation.
pub fn hand_off_diagram() -> String {
    let mut text = String::from("```mermaid\nstateDiagram-v2\n");
    let old_owner = [Stage::Queued, Stage::UnderWay];
    for (title, is_old) in [("the old owner", true), ("the new owner", false)] {
        let _ = writeln!(text, "    state \"{title}\" as {} {{", side(is_old));
        let mine =
            |t: &&Transition| (old_owner.contains(&t.from) || old_owner.contains(&t.to)) == is_old;
        for Transition {
            from,
            event,
            to,
            does,
        } in TRANSITIONS.iter().filter(mine)
        {
            let (from, to) = (name(*from), name(*to));
            let _ = writeln!(text, "        {from} --> {to} : {event:?}, {does}");
        }
        text.push_str("    }\n");
    }
    text.push_str("```\n");
    text
}

fn side(is_old: bool) -> &'static str {
    if is_old { "Old" } else { "New" }
}

fn name(stage: Stage) -> String {
    match stage {
        Stage::Unknown | Stage::Ended => "[*]".to_owned(),
        stage => format!("{stage:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_leads_to_one_stage_only() {
        for (i, a) in TRANSITIONS.iter().enumerate() {
            let twin = |b: &Transition| a.from == b.from && a.event == b.event;
            assert!(!TRANSITIONS[i + 1..].iter().any(twin), "{:?}", a.event);
        }
    }

    #[test]
    fn every_stage_is_reached_and_left() {
        for stage in [
            Stage::Queued,
            Stage::UnderWay,
            Stage::Expected,
            Stage::Landed,
        ] {
            assert!(TRANSITIONS.iter().any(|t| t.to == stage), "{stage:?}");
            assert!(TRANSITIONS.iter().any(|t| t.from == stage), "{stage:?}");
        }
        assert_eq!(Stage::Ended.after(Event::Asked), None);
    }
}
