//! The store in memory is held to the same suite as the real one.

use std::sync::Arc;
use zhitu_core::ports::LocalStore;
use zhitu_testing::{MemoryStore, local_store_conformance};

#[tokio::test]
async fn the_store_in_memory_keeps_to_the_port() {
    local_store_conformance(async || Arc::new(MemoryStore::default()) as Arc<dyn LocalStore>).await;
}
