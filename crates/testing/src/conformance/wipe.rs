use super::chat::waiting;
use crate::samples::{account, application, conversation, job, job_card, key, message, policy, resume};
use zhitu_contract::device::{Settings, Theme};
use zhitu_contract::jobs::JobsSearchRequest;
use zhitu_contract::policy::{Language, PolicyAcceptance};
use zhitu_core::ports::{LocalStore, ResumeSteps, UndoStep};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{BlockId, LookId};
use zhitu_domain::record::Recorded;
use zhitu_domain::time::Timestamp;

pub(super) async fn signing_out_wipes_what_is_personal_and_nothing_else(store: &dyn LocalStore) {
    let at = Timestamp(1);
    let settings = Settings { language: None, theme: Theme::Light };
    let acceptance = PolicyAcceptance { version: "2026-01-01".to_owned(), accepted_at: at };
    let search = JobsSearchRequest { text: "会计".to_owned(), ..JobsSearchRequest::default() };
    let talk = conversation(1, Side::Seeker);
    store.settings_set(&settings).await.expect("kept");
    store.policy_acceptance_set(&acceptance).await.expect("kept");
    store.policy_text_set(&policy(Language::En, "2026-01-01")).await.expect("kept");
    store.search_history_add(&search, at).await.expect("kept");
    store.account_set(&account(1)).await.expect("kept");
    store.favourite_put(&job_card(1), at).await.expect("kept");
    store.kept_jobs_put(&[job_card(2)], at).await.expect("kept");
    store.kept_job_put(&job(&job_card(3)), &job_card(3), at).await.expect("kept");
    store.resume_edit(&resume(), UndoStep::New, &[]).await.expect("kept");
    store.resume_edit(&resume(), UndoStep::New, &[]).await.expect("kept");
    store.resume_undo().await.expect("undone");
    store.conversations_put(std::slice::from_ref(&talk)).await.expect("kept");
    store.messages_put(&[message(talk.id, 1, Side::Company, "你好")]).await.expect("kept");
    store.outgoing_add(&waiting(2, talk.id)).await.expect("kept");
    store.read_mark_set(talk.id, 1).await.expect("kept");
    store.applications_replace(&[application(1)]).await.expect("kept");
    store.block_names_put(&[(BlockId(key(1)), "青禾科技".to_owned())]).await.expect("kept");
    let looked = Recorded::Looked { company: "青禾科技".to_owned(), job: "会计".to_owned() };
    store.look_record(LookId(key(1)), &looked, at).await.expect("kept");

    store.wipe_account(Timestamp(9)).await.expect("wiped");

    assert_eq!(store.account().await, Ok(None));
    assert_eq!(store.favourites().await, Ok(vec![]));
    assert_eq!(store.kept_jobs(&[]).await, Ok(vec![]));
    assert_eq!(store.kept_job(job_card(3).id).await, Ok(None));
    assert_eq!(store.resume().await, Ok(None));
    assert_eq!(store.resume_steps().await, Ok(ResumeSteps::default()));
    assert_eq!(store.conversations().await, Ok(vec![]));
    assert_eq!(store.messages(talk.id).await, Ok(vec![]));
    assert_eq!(store.outgoing().await, Ok(vec![]));
    assert_eq!(store.read_marks().await, Ok(vec![]));
    assert_eq!(store.applications().await, Ok(vec![]));
    assert_eq!(store.block_names().await, Ok(vec![]));
    assert_eq!(store.look_is_recorded(LookId(key(1))).await, Ok(false));
    assert_eq!(store.settings().await, Ok(settings));
    assert_eq!(store.policy_acceptance().await, Ok(Some(acceptance)));
    assert!(store.policy_text(Language::En).await.expect("read").is_some());
    assert_eq!(store.search_history().await.expect("read").len(), 1);
}
