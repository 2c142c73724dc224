//! Builders, fixtures, fake clock, seeded randomness, in-memory ports
