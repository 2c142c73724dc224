use super::list::view;
use crate::Core;
use serde_json::json;
use std::fmt::Write as _;
use zhitu_contract::record::{RecordExport, RecordExported, RecordFormat};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::permission::Purpose;
use zhitu_domain::record::{Entry, Head};

impl Core {
    /// Writes the record where the person chooses.
    pub async fn record_export(&self, export: RecordExport) -> Result<RecordExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let (entries, head) = self.store.record_all().await?;
        let (name, bytes) = match export.format {
            RecordFormat::Json => ("zhitu-record.json", json_file(&entries, &head)?),
            RecordFormat::Csv => ("zhitu-record.csv", csv_file(&entries)?),
        };
        match self.files.with(&leave).save_as(name, bytes).await? {
            Some(file) => Ok(RecordExported { file, entries: head.seq }),
            None => Err(ErrorCode::Cancelled.into()),
        }
    }
}

/// The entries with their hashes, and how one is checked.
fn json_file(entries: &[Entry], head: &Head) -> Result<Vec<u8>> {
    let rows: Vec<_> = entries
        .iter()
        .map(|entry| json!({ "seq": entry.seq, "at": entry.at, "body": entry.body, "hash": entry.hash }))
        .collect();
    let file = json!({
        "hash_rule": "sha256 of these lines: zhitu-record-1, the hash before, seq, at, body; no line break at the end",
        "head": { "seq": head.seq, "hash": head.hash },
        "entries": rows,
    });
    serde_json::to_vec_pretty(&file).map_err(|error| failed(&error.to_string()))
}

/// A row an entry: number, time, sort, kind, and the rest as JSON.
fn csv_file(entries: &[Entry]) -> Result<Vec<u8>> {
    // Spreadsheets take a file without this mark for one of the system's old encoding.
    let mut text = "\u{feff}seq,time,sort,what,hash\r\n".to_owned();
    for entry in entries {
        let view = view(entry)?;
        let time =
            jiff::Timestamp::from_microsecond(entry.at.0).map_err(|error| failed(&error.to_string()))?;
        let sort = crate::call::word(&view.sort);
        let body = entry.body.replace('"', "\"\"");
        write!(text, "{},{time},{sort},\"{body}\",{}\r\n", entry.seq, entry.hash)
            .map_err(|error| failed(&error.to_string()))?;
    }
    Ok(text.into_bytes())
}

fn failed(problem: &str) -> Error {
    Error::with_message(ErrorCode::DeviceFailure, problem)
}
