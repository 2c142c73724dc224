//! The table once more, turned by its side: actions down, settings across, so that a slip of the eye in one of the two
//! is no slip in the other.

use std::sync::LazyLock;
use zhitu_domain::resume::visibility::{
    Action, Audience, Fragment, Relation, TABLE, VisibilitySetting, decide, markdown, sentences,
};

const TRANSCRIPTION: &str = "
employer         L1 L2 L3 L4 L5
recommended      Y  N  Y  N  N
searchable       Y  N  Y  N  Y
view             Y  N  Y  N  Y
snapshot         -  -  -  -  -
real_phone       N  N  N  N  N
real_email       N  N  N  N  N
relay_email      Y  N  N  N  N
message          Y  N  Y  N  Y
virtual_number   Y  N  N  N  N
ask_contact      Y  N  Y  N  Y

platform         L1 L2 L3 L4 L5
recommended      -  -  -  -  -
searchable       Y  Y  Y  N  Y
view             Y  Y  Y  N  Y
snapshot         -  -  -  -  -
real_phone       N  N  N  N  N
real_email       N  N  N  N  N
relay_email      Y  Y  Y  N  N
message          Y  Y  Y  N  Y
virtual_number   Y  Y  Y  N  N
ask_contact      Y  Y  Y  N  Y

applied          L1 L2 L3 L4 L5
recommended      Y  N  Y  N  N
searchable       Y  N  Y  N  Y
view             Y  N  Y  N  Y
snapshot         Y  Y  Y  Y  Y
real_phone       N  N  N  N  N
real_email       N  N  N  N  N
relay_email      Y  Y  Y  Y  Y
message          Y  Y  Y  Y  Y
virtual_number   Y  Y  Y  Y  Y
ask_contact      Y  Y  Y  Y  Y

in_contact       L1 L2 L3 L4 L5
recommended      Y  N  Y  N  N
searchable       Y  N  Y  N  Y
view             Y  N  Y  N  Y
snapshot         -  -  -  -  -
real_phone       N  N  N  N  N
real_email       N  N  N  N  N
relay_email      Y  N  N  N  N
message          Y  Y  Y  Y  Y
virtual_number   Y  N  N  N  N
ask_contact      Y  Y  Y  Y  Y
";

/// A cell: by relation, setting and action in the order of their enums.
type Cells = [[[char; 10]; 5]; 8];

static CELLS: LazyLock<Cells> = LazyLock::new(|| read().expect("each line is a name and five values"));

fn read() -> Option<Cells> {
    let mut cells = [[['N'; 10]; 5]; 8];
    let mut relation = None;
    for line in TRANSCRIPTION.lines().filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, values @ ..] = words.as_slice() else { return None };
        if values == ["L1", "L2", "L3", "L4", "L5"] {
            relation = Some(serde_json::from_value::<Relation>((*name).into()).ok()?);
            continue;
        }
        let action: Action = serde_json::from_value((*name).into()).ok()?;
        let row: &[&str; 5] = values.try_into().ok()?;
        for (setting, value) in row.iter().enumerate() {
            cells[relation? as usize][setting][action as usize] = value.parse().ok()?;
        }
    }
    Some(cells)
}

fn cell(setting: VisibilitySetting, relation: Relation, action: Action) -> char {
    CELLS[relation as usize][setting as usize][action as usize]
}

fn allows(setting: VisibilitySetting, relation: Relation, action: Action) -> bool {
    cell(setting, relation, action) == 'Y'
}

/// Yes or no for each action, in their order.
pub type Row = [bool; 10];

/// What the transcription says.
pub fn row(setting: VisibilitySetting, relation: Relation) -> Row {
    CELLS[relation as usize][setting as usize].map(|cell| cell == 'Y')
}

fn all_cells() -> impl Iterator<Item = (VisibilitySetting, Relation, Action)> {
    VisibilitySetting::ALL.iter().flat_map(|setting| {
        Relation::ALL
            .iter()
            .flat_map(move |relation| Action::ALL.iter().map(move |action| (*setting, *relation, *action)))
    })
}

/// S-VIS-01, S-VIS-02, S-VIS-03, S-VIS-04, S-VIS-05
#[test]
fn every_cell_is_as_it_is_written() {
    let mut yes = 0;
    for (setting, relation, action) in all_cells() {
        let decided = decide(setting, relation).allows(action);
        assert_eq!(decided, allows(setting, relation, action), "{setting:?} {relation:?} {action:?}");
        yes += u32::from(decided);
    }
    assert_eq!(yes, 91, "what is written is read");
}

/// S-VIS-08, S-REC-04
#[test]
fn four_relations_get_nothing_in_any_setting() {
    for relation in [Relation::Closed, Relation::Anonymous, Relation::Unverified, Relation::Blocked] {
        for setting in VisibilitySetting::ALL {
            assert!(decide(*setting, relation).is_nothing());
        }
    }
}

/// I1
#[test]
fn no_cell_gives_real_contact_data() {
    for (setting, relation, action) in all_cells() {
        let is_real = matches!(action, Action::RealPhone | Action::RealEmail);
        assert!(!(is_real && decide(setting, relation).allows(action)), "{setting:?} {relation:?}");
    }
}

/// The docs' table has the cells of the transcription, what is not applicable included.
#[test]
fn the_docs_say_what_the_table_says() {
    let text = markdown(decide);
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| L"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).skip(1).collect())
        .collect();
    let told = [Relation::Applied, Relation::InContact, Relation::Platform, Relation::Employer];
    assert_eq!(rows.len(), told.len() * 5);
    for (relation, rows) in told.into_iter().zip(rows.chunks(5)) {
        for (setting, row) in VisibilitySetting::ALL.iter().zip(rows) {
            assert_eq!(row.len(), 10);
            for (action, word) in Action::ALL.iter().zip(row) {
                let expected = match cell(*setting, relation, *action) {
                    'Y' => "yes",
                    'N' => "no",
                    _ => "–",
                };
                assert_eq!(*word, expected, "{relation:?} {setting:?} {action:?}");
            }
        }
    }
    assert!(text.ends_with("; blocked company.\n"), "{text}");
}

/// One cell is changed, each in its turn: the answer, the docs and the sentences follow, and nothing else does.
#[test]
fn a_changed_cell_changes_what_is_decided_and_what_is_said() {
    for (setting, relation, action) in all_cells() {
        let before = TABLE.decide(setting, relation).allows(action);
        let table = TABLE.with(setting, relation, action, !before);
        for (other_setting, other_relation, other_action) in all_cells() {
            let is_it = (other_setting, other_relation, other_action) == (setting, relation, action);
            let decided = table.decide(other_setting, other_relation).allows(other_action);
            assert_eq!(decided, decide(other_setting, other_relation).allows(other_action) != is_it);
        }
        assert_ne!(
            markdown(|setting, relation| table.decide(setting, relation)),
            markdown(decide),
            "{setting:?} {relation:?} {action:?}"
        );
        for other in VisibilitySetting::ALL {
            let told = Audience::ALL.iter().any(|audience| audience.relation() == relation);
            let changes = *other == setting && told;
            assert_eq!(
                sentences(&table, *other) != sentences(&TABLE, *other),
                changes,
                "{relation:?} {action:?}"
            );
        }
    }
}

/// D2: found, opened, reached by message, and never recommended; the sentences say all of it.
#[test]
fn the_fifth_setting_is_said_in_full() {
    let said = sentences(&TABLE, VisibilitySetting::ContactHidden);
    let employer = said.iter().find(|sentence| sentence.audience == Audience::Employer).unwrap();
    let expected = [
        Fragment::Recommended { allowed: false },
        Fragment::Found { allowed: true },
        Fragment::Opens { allowed: true },
        Fragment::Channels { relay_email: false, message: true, virtual_number: false },
        Fragment::RealContact { phone: false, email: false },
        Fragment::MayAsk { allowed: true },
    ];
    assert_eq!(employer.fragments, expected);
}

/// S-VIS-11, D9: with the setting of a new résumé, neither companies nor the platform's staff find or reach anybody.
#[test]
fn a_new_resume_is_found_by_nobody() {
    let said = sentences(&TABLE, VisibilitySetting::default());
    for sentence in said {
        match sentence.audience {
            Audience::Employer | Audience::Platform => assert_eq!(sentence.fragments, [Fragment::Nothing]),
            Audience::Blocked => {
                assert_eq!(sentence.fragments, [Fragment::Nothing, Fragment::KeepsSnapshot]);
            }
            Audience::AppliedTo => {
                assert!(sentence.fragments.contains(&Fragment::HasSnapshot { allowed: true }));
                assert!(sentence.fragments.contains(&Fragment::Opens { allowed: false }));
            }
            Audience::InContact => {
                assert!(sentence.fragments.contains(&Fragment::Found { allowed: false }));
            }
        }
    }
}

#[test]
fn what_crosses_the_boundary_has_these_names() {
    let written = serde_json::to_string(&sentences(&TABLE, VisibilitySetting::Private)[2]).unwrap();
    let expected = "{\"audience\":\"applied_to\",\"fragments\":[{\"kind\":\"recommended\",\"allowed\":false},\
                    {\"kind\":\"found\",\"allowed\":false},{\"kind\":\"opens\",\"allowed\":false},\
                    {\"kind\":\"has_snapshot\",\"allowed\":true},{\"kind\":\"channels\",\"relay_email\":true,\
                    \"message\":true,\"virtual_number\":true},{\"kind\":\"real_contact\",\"phone\":false,\
                    \"email\":false},{\"kind\":\"may_ask\",\"allowed\":true}]}";
    assert_eq!(written, expected);
    let settings = serde_json::to_string(VisibilitySetting::ALL).unwrap();
    assert_eq!(settings, "[\"public\",\"platform\",\"platform_and_partial\",\"private\",\"contact_hidden\"]");
}
