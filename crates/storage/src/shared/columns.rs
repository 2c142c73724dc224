//! Reading rows into the types of the domain.

use super::Row;
use crate::{Error, Result};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;
use zhitu_domain::time::Timestamp;

/// A value of a choice as the word that stands for it on the wire and in the table.
pub(super) fn word<T: Serialize>(value: &T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        _ => Err(Error::Inconsistent { column: "word" }),
    }
}

/// Columns by name, in the forms that the tables use.
pub(super) trait Columns {
    fn id(&self, column: &'static str) -> Result<Uuid>;
    fn id_opt(&self, column: &'static str) -> Result<Option<Uuid>>;
    fn text(&self, column: &'static str) -> Result<String>;
    fn text_opt(&self, column: &'static str) -> Result<Option<String>>;
    fn bytes(&self, column: &'static str) -> Result<Vec<u8>>;
    fn bytes_opt(&self, column: &'static str) -> Result<Option<Vec<u8>>>;
    fn flag(&self, column: &'static str) -> Result<bool>;
    fn time(&self, column: &'static str) -> Result<Timestamp>;
    fn time_opt(&self, column: &'static str) -> Result<Option<Timestamp>>;
    /// A number that is never negative.
    fn count(&self, column: &'static str) -> Result<u32>;
    fn count_opt(&self, column: &'static str) -> Result<Option<u32>>;
    fn big(&self, column: &'static str) -> Result<i64>;
    fn big_opt(&self, column: &'static str) -> Result<Option<i64>>;
    fn word<T: DeserializeOwned>(&self, column: &'static str) -> Result<T>;
    fn word_opt<T: DeserializeOwned>(&self, column: &'static str) -> Result<Option<T>>;
    fn json<T: DeserializeOwned + Send + Unpin + 'static>(&self, column: &'static str) -> Result<T>;
    fn json_opt<T: DeserializeOwned + Send + Unpin + 'static>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>>;
}

fn from_word<T: DeserializeOwned>(column: &'static str, word: String) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(|_| Error::Inconsistent { column })
}

impl Columns for Row {
    fn id(&self, column: &'static str) -> Result<Uuid> {
        Ok(self.try_get(column)?)
    }

    fn id_opt(&self, column: &'static str) -> Result<Option<Uuid>> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: &'static str) -> Result<String> {
        Ok(self.try_get(column)?)
    }

    fn text_opt(&self, column: &'static str) -> Result<Option<String>> {
        Ok(self.try_get(column)?)
    }

    fn bytes(&self, column: &'static str) -> Result<Vec<u8>> {
        Ok(self.try_get(column)?)
    }

    fn bytes_opt(&self, column: &'static str) -> Result<Option<Vec<u8>>> {
        Ok(self.try_get(column)?)
    }

    fn flag(&self, column: &'static str) -> Result<bool> {
        Ok(self.try_get(column)?)
    }

    fn time(&self, column: &'static str) -> Result<Timestamp> {
        Ok(Timestamp(self.try_get(column)?))
    }

    fn time_opt(&self, column: &'static str) -> Result<Option<Timestamp>> {
        Ok(self.try_get::<Option<i64>, _>(column)?.map(Timestamp))
    }

    fn count(&self, column: &'static str) -> Result<u32> {
        u32::try_from(self.try_get::<i64, _>(column)?).map_err(|_| Error::Inconsistent { column })
    }

    fn count_opt(&self, column: &'static str) -> Result<Option<u32>> {
        let count = self.try_get::<Option<i64>, _>(column)?.map(u32::try_from);
        count.transpose().map_err(|_| Error::Inconsistent { column })
    }

    fn big(&self, column: &'static str) -> Result<i64> {
        Ok(self.try_get(column)?)
    }

    fn big_opt(&self, column: &'static str) -> Result<Option<i64>> {
        Ok(self.try_get(column)?)
    }

    fn word<T: DeserializeOwned>(&self, column: &'static str) -> Result<T> {
        from_word(column, self.try_get(column)?)
    }

    fn word_opt<T: DeserializeOwned>(&self, column: &'static str) -> Result<Option<T>> {
        self.try_get::<Option<String>, _>(column)?.map(|word| from_word(column, word)).transpose()
    }

    fn json<T: DeserializeOwned + Send + Unpin + 'static>(&self, column: &'static str) -> Result<T> {
        Ok(self.try_get::<Json<T>, _>(column)?.0)
    }

    fn json_opt<T: DeserializeOwned + Send + Unpin + 'static>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>> {
        Ok(self.try_get::<Option<Json<T>>, _>(column)?.map(|json| json.0))
    }
}
