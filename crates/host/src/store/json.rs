//! Values that are kept as JSON.

use super::failure::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value's JSON.
pub fn write(table: &'static str, value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| broken(table, &error))
}

/// The value of a JSON text.
pub fn read<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| broken(table, &error))
}

/// The values of JSON texts.
pub fn read_all<T: DeserializeOwned>(table: &'static str, texts: &[String]) -> Result<Vec<T>, Failure> {
    texts.iter().map(|text| read(table, text)).collect()
}

/// The error's own text may quote the content, which belongs in no log: the place is enough.
pub fn broken(table: &'static str, error: &serde_json::Error) -> Failure {
    Failure::BrokenRow { table, problem: format!("{:?} at column {}", error.classify(), error.column()) }
}
