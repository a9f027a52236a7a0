//! simulator (see docs/architecture.md).
