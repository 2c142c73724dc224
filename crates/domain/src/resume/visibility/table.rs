//! The table: what each setting gives to each relation. The one place in which it is written.

use super::access::{Access, Action};
use super::relation::Relation;
use super::setting::VisibilitySetting;

/// The columns are [`Action::ALL`], the rows L1 to L5. `Y` yes, `N` no, `-` there is no such thing for that relation,
/// which is a no too. Source: S-VIS-01 to S-VIS-05, D2, D4, D7.
pub const TABLE: Table = Table::of(
    // recommended, searchable, view, snapshot, real_phone, real_email,
    // relay_email, message, virtual_number, ask_contact
    &Rows {
        employer: [
            ["Y", "Y", "Y", "-", "N", "N", "Y", "Y", "Y", "Y"],
            ["N", "N", "N", "-", "N", "N", "N", "N", "N", "N"],
            ["Y", "Y", "Y", "-", "N", "N", "N", "Y", "N", "Y"],
            ["N", "N", "N", "-", "N", "N", "N", "N", "N", "N"],
            ["N", "Y", "Y", "-", "N", "N", "N", "Y", "N", "Y"],
        ],
        platform: [
            ["-", "Y", "Y", "-", "N", "N", "Y", "Y", "Y", "Y"],
            ["-", "Y", "Y", "-", "N", "N", "Y", "Y", "Y", "Y"],
            ["-", "Y", "Y", "-", "N", "N", "Y", "Y", "Y", "Y"],
            ["-", "N", "N", "-", "N", "N", "N", "N", "N", "N"],
            ["-", "Y", "Y", "-", "N", "N", "N", "Y", "N", "Y"],
        ],
        // The first three as for an employer in the same setting.
        applied: [
            ["Y", "Y", "Y", "Y", "N", "N", "Y", "Y", "Y", "Y"],
            ["N", "N", "N", "Y", "N", "N", "Y", "Y", "Y", "Y"],
            ["Y", "Y", "Y", "Y", "N", "N", "Y", "Y", "Y", "Y"],
            ["N", "N", "N", "Y", "N", "N", "Y", "Y", "Y", "Y"],
            ["N", "Y", "Y", "Y", "N", "N", "Y", "Y", "Y", "Y"],
        ],
        // As for an employer, and the conversation stays open until the seeker closes it or blocks.
        in_contact: [
            ["Y", "Y", "Y", "-", "N", "N", "Y", "Y", "Y", "Y"],
            ["N", "N", "N", "-", "N", "N", "N", "Y", "N", "Y"],
            ["Y", "Y", "Y", "-", "N", "N", "N", "Y", "N", "Y"],
            ["N", "N", "N", "-", "N", "N", "N", "Y", "N", "Y"],
            ["N", "Y", "Y", "-", "N", "N", "N", "Y", "N", "Y"],
        ],
    },
);

/// What a viewer may do. Source: S-VIS-01 to S-VIS-08.
pub const fn decide(setting: VisibilitySetting, relation: Relation) -> Access {
    TABLE.decide(setting, relation)
}

const SETTINGS: usize = VisibilitySetting::ALL.len();
const RELATIONS: usize = Relation::ALL.len();

/// The rows of one relation as they are written.
type Written = [[&'static str; Action::ALL.len()]; SETTINGS];

/// All that is written. Whoever is closed out, anonymous, unverified or blocked gets nothing in any setting.
struct Rows {
    employer: Written,
    platform: Written,
    applied: Written,
    in_contact: Written,
}

/// What each setting gives to each relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table([[Access; SETTINGS]; RELATIONS]);

impl Table {
    const fn of(rows: &Rows) -> Self {
        let mut table = [[Access::nothing(); SETTINGS]; RELATIONS];
        table[Relation::Employer as usize] = read(&rows.employer);
        table[Relation::Platform as usize] = read(&rows.platform);
        table[Relation::Applied as usize] = read(&rows.applied);
        table[Relation::InContact as usize] = read(&rows.in_contact);
        Self(table)
    }

    /// What a viewer may do.
    pub const fn decide(&self, setting: VisibilitySetting, relation: Relation) -> Access {
        self.0[relation as usize][setting as usize]
    }

    /// The same table but for one cell: with it a test shows that whatever is said of a setting follows the table.
    #[must_use]
    pub const fn with(
        mut self,
        setting: VisibilitySetting,
        relation: Relation,
        action: Action,
        allowed: bool,
    ) -> Self {
        let cell = &mut self.0[relation as usize][setting as usize];
        *cell = cell.with(action, allowed);
        self
    }
}

/// Reads what is written. What is neither `Y`, `N` nor `-` does not compile.
const fn read(written: &Written) -> [Access; SETTINGS] {
    let mut rows = [Access::nothing(); SETTINGS];
    let mut row = 0;
    while row < SETTINGS {
        let mut column = 0;
        while column < Action::ALL.len() {
            match written[row][column].as_bytes() {
                b"Y" => rows[row] = rows[row].with(Action::ALL[column], true),
                b"N" | b"-" => {}
                _ => panic!("a cell is Y, N or -"),
            }
            column += 1;
        }
        row += 1;
    }
    rows
}
