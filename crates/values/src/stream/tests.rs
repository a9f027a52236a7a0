//! Streams against plain models.
