//! Accounts: the phone number that names one, and who may have one.

mod age;
mod phone;

pub use age::{AgeError, MINIMUM_AGE, check_age};
pub use phone::{PhoneError, PhoneNumber};
