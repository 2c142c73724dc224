//! The migrations: the same intents in both dialects. Added at the end; never edited once landed.

/// All migrations of a dialect, in order.
macro_rules! migrations {
    ($dialect:literal) => {{
        use sqlx::SqlSafeStr;
        use sqlx::migrate::{Migration, MigrationType, Migrator};
        macro_rules! migration {
            ($version:literal, $intent:literal, $file:literal) => {
                Migration::new(
                    $version,
                    std::borrow::Cow::Borrowed($intent),
                    MigrationType::Simple,
                    include_str!(concat!(
                        env!("CARGO_MANIFEST_DIR"),
                        "/migrations/",
                        $dialect,
                        "/",
                        $file,
                        ".sql"
                    ))
                    .into_sql_str(),
                    false,
                )
            };
        }
        Migrator::with_migrations(vec![
            migration!(1, "accounts", "0001_accounts"),
            migration!(2, "companies and jobs", "0002_companies_and_jobs"),
            migration!(3, "resumes and applications", "0003_resumes_and_applications"),
            migration!(4, "conversations", "0004_conversations"),
            migration!(5, "outbox", "0005_outbox"),
            migration!(6, "visibility", "0006_visibility"),
            migration!(7, "relay", "0007_relay"),
            migration!(8, "downloads", "0008_downloads"),
            migration!(9, "staff", "0009_staff"),
            migration!(10, "notices", "0010_notices"),
            migration!(11, "virtual number", "0011_virtual_number"),
            migration!(12, "notices outside", "0012_notices_outside"),
            migration!(13, "erasures", "0013_erasures"),
            migration!(14, "attachments", "0014_attachments"),
            migration!(15, "mailbox", "0015_mailbox"),
            migration!(16, "birth date", "0016_birth_date"),
            migration!(17, "staff conversations", "0017_staff_conversations"),
            migration!(18, "relay received", "0018_relay_received"),
        ])
    }};
}
