//! Bodies on the slots of a small world: recorded answers of Valkey, effects, waiting, watching,
//! several slots, and models of strings, lists and sets.

mod bit_models;
mod bodies;
mod effects;
mod events;
mod fields;
mod models;
mod recorded;
mod set_models;
mod slots;
mod waiting;
mod watching;
mod world;
