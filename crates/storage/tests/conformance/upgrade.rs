//! What an earlier version kept is there after the migrations to this one.

use crate::support::{at, bare_databases};
use uuid::Uuid;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId, ResumeId};
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::relay::{ALIAS_BYTES, EmailAddress};
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
        let other_bytes = if is_file { "x'02'" } else { "'\\x02'" };
        let [company_key, job_key, talk_key, first, second, relay_key] =
            [9, 10, 11, 12, 13, 14].map(|id| key(Uuid::from_u128(id)));
        let alias = "c".repeat(ALIAS_BYTES);
        scratch::run(
            url,
            &format!(
                "insert into account (id, created_at) values ({account_key}, {now}); \
                 insert into resume (account_id, id, version, content, visibility, updated_at) values ({account_key}, \
                    {resume_key}, 1, '{{\"basic\":{{\"birth_date\":\"1999-02-03\"}}}}', 'public', {now}); \
                 insert into company (id, name, name_key, industry, address, introduction, verified, demo, created_at, \
                    updated_at) values ({company_key}, '青禾', '青禾', '', '', '', true, false, {now}, {now}); \
                 insert into job (id, company_id, content, open, posted_at, updated_at) values ({job_key}, {company_key}, \
                    '{{\"title\":\"会计\"}}', true, {now}, {now}); \
                 insert into conversation (id, job_id, company_id, seeker_id, last_seq, seeker_read, company_read, closed, \
                    in_contact, seeker_name, created_at, updated_at) values ({talk_key}, {job_key}, {company_key}, \
                    {account_key}, 2, 1, 2, false, true, '周予安', {now}, {now} + 9); \
                 insert into message (id, conversation_id, seq, side, sender_id, text, sent_at) values \
                    ({first}, {talk_key}, 1, 'company', {account_key}, '在吗', {now}), \
                    ({second}, {talk_key}, 2, 'company', {account_key}, '您好', {now} + 9); \
                 insert into work_email_code (account_id, email, email_key, code_hash, tries, sent_at, sent_count, \
                    window_at, expires_at) values ({account_key}, 'hr@example.org', {bytes}, {bytes}, 0, {now}, 1, {now}, \
                    {now} + 60000000); \
                 insert into relay (id, account_id, company_id, created_at, used_at, closed) values ({relay_key}, \
                    {account_key}, {company_key}, {now}, {now}, false); \
                 insert into relay_alias (name, relay_id) values ('{alias}', {relay_key}); \
                 insert into relay_mail (id, relay_id, recruiter_id, to_seeker, notice, bounce, fingerprint, tries, next_at, \
                    accepted_at) values \
                    ({first}, {relay_key}, {account_key}, false, false, 'x', {bytes}, 1, {now}, {now} + 3), \
                    ({second}, {relay_key}, {account_key}, true, false, 'y', {other_bytes}, 1, {now}, {now} + 5)"
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
        let talk = store.conversation_get(ConversationId(Uuid::from_u128(11))).await.unwrap().unwrap();
        assert_eq!(talk.about.as_ref().map(|about| about.job_title.as_str()), Some("会计"));
        assert_eq!((talk.seeker_name.as_str(), talk.in_contact, talk.closed), ("周予安", true, false));
        assert_eq!((talk.last_seq, talk.seeker_unread, talk.updated_at.0), (2, 1, now + 9));
        let messages = store.messages_after(talk.id, 0, 9).await.unwrap();
        assert_eq!(messages.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["在吗", "您好"]);
        assert!(store.account_close(account, "test", at(9)).await.unwrap());
        let told = store.erasures_of(CompanyId(Uuid::from_u128(9))).await.unwrap();
        let mails = &told[0].mails[0];
        assert_eq!((mails.alias.as_str(), mails.first_at.0, mails.last_at.0), (&*alias, now + 3, now + 3));
        database.end().await;
    }
}
