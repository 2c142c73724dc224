//! Whether a hidden résumé can be told from none by the time that the answer takes (I3): 2,000 pairs of requests for
//! each way to be hidden, on both databases. Fails when they can.

use super::of_the_server;
use anyhow::Result;

/// The test that measures.
const TEST: &str = "indistinguishable::two_thousand_pairs_cannot_be_told_apart";

/// Builds it optimised, runs it, and prints its rows.
pub fn run() -> Result<()> {
    of_the_server("asking for hidden résumés and for none, in an optimised build", TEST)
}
