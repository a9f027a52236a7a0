//! Tests of the table, of loading, and of what recordings cannot show.

mod loading;
mod table;
