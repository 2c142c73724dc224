//! The Secret Service, shown on a real gnome-keyring of the tests' own: the twelve states that a keyring can be in, and
//! what the app does in each. Each test is alone on a bus of its own ([`bus`]).

mod bus;
mod keyring;
mod prompter;
mod states;
mod with_a_database;
