//! What an earlier version kept is there after the migrations to this one.

use crate::support::{at, bare_databases};
use uuid::Uuid;
use zhitu_domain::id::{AccountId, ResumeId};
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::relay::EmailAddress;
use zhitu_storage::email_code::EmailPurpose;
use zhitu_storage::scratch;

/// The last version without what the migrations under test make.
const BEFORE: i64 = 11;

#[tokio::test]
async fn what_an_earlier_version_kept_is_brought_along() {
    for database in bare_databases().await {
        let (url, store) = (&database.url, &database.store);
        scratch::migrate_to(url, BEFORE).await.unwrap();
        assert!(!store.is_migrated().await.unwrap());
        let (account, resume) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let is_file = url.starts_with("sqlite:");
        let key = |id: Uuid| if is_file { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
        let bytes = if is_file { "x'01'" } else { "'\\x01'" };
        let (account_key, resume_key, now) = (key(account), key(resume), at(0).0);
        scratch::run(
            url,
            &format!(
                "insert into account (id, created_at) values ({account_key}, {now}); \
                 insert into resume (account_id, id, version, content, visibility, updated_at) values ({account_key}, \
                    {resume_key}, 1, '{{\"basic\":{{\"birth_date\":\"1999-02-03\"}}}}', 'public', {now}); \
                 insert into work_email_code (account_id, email, email_key, code_hash, tries, sent_at, sent_count, \
                    window_at, expires_at) values ({account_key}, 'hr@example.org', {bytes}, {bytes}, 0, {now}, 1, {now}, \
                    {now} + 60000000)"
            ),
        )
        .await
        .unwrap();

        store.migrate().await.unwrap();
        let account = AccountId(account);
        let standing = store.standings(&[ResumeId(resume)], None).await.unwrap().pop().unwrap();
        assert_eq!(standing.birth_date, Some("1999-02-03".parse().unwrap()));
        let choice = NoticeChoice { kind: NoticeKind::ContactRequest, way: NoticeWay::Sms };
        assert_eq!(store.notice_settings(account).await.unwrap().choices, [choice]);
        let code = store.email_code_try(account, EmailPurpose::Work, 5, at(1)).await.unwrap().unwrap();
        assert_eq!(code.email, EmailAddress::parse("hr@example.org").unwrap());
        database.end().await;
    }
}
