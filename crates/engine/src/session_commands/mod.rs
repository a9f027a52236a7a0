//! Bodies of commands that concern connections and the server instead of keys, one module per
//! family.
//!
//! Must never touch a slot's content except through a view it was given.

pub(crate) mod client;
pub(crate) mod client_filter;
pub(crate) mod cluster;
pub(crate) mod command;
pub(crate) mod config;
pub(crate) mod connection;
pub(crate) mod debug;
mod debug_replies;
pub(crate) mod info;
pub(crate) mod logs;
pub(crate) mod memory;
pub(crate) mod module;
pub(crate) mod replicas;
pub(crate) mod replication;
pub(crate) mod ringkey;
pub(crate) mod server;
pub(crate) mod slot_stats;
