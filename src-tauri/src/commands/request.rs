//! The one argument of a command.

use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use tauri::Runtime;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};
use zhitu_contract::{Error, ErrorCode};

/// A command's request. One that is not of its form is refused with a code of the table, as the server refuses one;
/// Tauri's own refusal would be a bare string.
pub struct Request<T>(pub T);

impl<'de, R: Runtime, T: DeserializeOwned> CommandArg<'de, R> for Request<T> {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let read = serde_json::Value::deserialize(command)
            .map_err(|error| error.to_string())
            // Through a value, so that the message names the problem and not Tauri's argument.
            .and_then(|value| serde_json::from_value(value).map_err(|error| error.to_string()));
        read.map(Self).map_err(|problem| {
            let error =
                Error::new(ErrorCode::InvalidRequest).detail(serde_json::json!({ "problem": problem }));
            InvokeError::from(error)
        })
    }
}
