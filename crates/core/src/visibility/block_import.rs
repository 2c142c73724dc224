use crate::Core;
use zhitu_contract::visibility::{BLOCK_IMPORT_MAX_BYTES, BlockImport, BlockImportText};
use zhitu_contract::{Error, Result};
use zhitu_domain::block::import;

impl Core {
    /// Reads a list of companies to be blocked, line by line.
    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub async fn block_import(&self, list: BlockImportText) -> Result<BlockImport> {
        if list.text.len() > BLOCK_IMPORT_MAX_BYTES {
            return Err(Error::field("text", "too_long"));
        }
        Ok(import(&list.text))
    }
}
