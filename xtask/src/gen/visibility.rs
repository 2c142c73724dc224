//! docs/visibility.md, from the one table of who may do what.

use zhitu_domain::resume::visibility::{decide, markdown};

/// The whole matrix as Markdown.
pub fn matrix() -> String {
    let before = [
        "<!-- ",
        super::MADE_BY,
        " -->\n\n# Who sees what of a résumé\n\nFrom the table in `crates/domain/src/resume/visibility/table.rs`. \
         `crates/server/tests/http/visibility.rs` goes through\nevery cell by HTTP on both databases, sets what it saw in \
         this form, and fails when this file says otherwise. Source: S-VIS-01\nto S-VIS-08.\n\n",
    ];
    before.concat() + &markdown(decide)
}
