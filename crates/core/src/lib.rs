//! Use-cases on the device and the ports they need: what the app does
