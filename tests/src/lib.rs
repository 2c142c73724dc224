//! Flows across crates and processes, and the real-window tests
