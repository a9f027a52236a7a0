//! The server's parameters: one definition for each serves the configuration file, the command
//! line, CONFIG GET and SET, and the documentation.
//!
//! [`Settings`] is a plain value: cloned, changed as a whole, and published by whoever owns it.
//! Nothing here reads files, opens sockets, knows the time or acts on a value; what must be done
//! outside while a configuration is read (files, the working directory) is asked of an
//! [`Outside`].

mod check;
mod command_line;
mod definition;
mod deviations;
mod docs;
mod events;
mod load;
mod load_error;
mod parse;
mod rewrite;
mod runtime;
mod store;
mod table;
mod typed;
mod value;

#[cfg(test)]
mod tests;

pub use command_line::{CommandLine, LoadPlan, parse_command_line};
pub use definition::{Definition, Group, Kind, Refusal, Support};
pub use deviations::{DEVIATIONS, Deviation};
pub use docs::configuration_table;
pub use events::Events;
pub use load::{Loaded, Outside, apply_text, load};
pub use load_error::{COMPATIBLE_VERSION, ConfigFileError};
pub use runtime::{Changes, ConfigSetError};
pub use store::{Settings, is_sensitive};
pub use table::Param;
pub use typed::Address;
pub use value::{ClientClass, OutputLimit, Primary, SavePoint, Value};
