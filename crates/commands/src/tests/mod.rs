//! Bodies on slots of a small world: recorded answers of Valkey, effects, waiting, several slots.

mod world;
