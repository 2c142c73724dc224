use super::resume::saved;
use super::{Desk, LIMIT, SEEKER, SEEKER_NAME, refusal, signed_in};
use zhitu_contract::auth::SessionRevoke;
use zhitu_contract::chat::ConversationRef;
use zhitu_contract::device::Nothing;
use zhitu_contract::{Error, ErrorCode};
use zhitu_core::Core;
use zhitu_core::ports::{TokenVault as _, VaultSlot};
use zhitu_domain::id::{ApplicationId, ConversationId, JobId};
use zhitu_domain::resume::ResumeContent;
use zhitu_tests::device::{NOBODY, sign_in};
use zhitu_tests::market::Market;
use zhitu_tests::wait::until_async;

/// Everything is there after a restart, without the server: account, résumé, favourites, applications, conversations;
/// what was deleted is not.
pub async fn finds_everything_again(market: &Market, seeker: &mut Desk, conversation: ConversationId) {
    let before = seeker.core.resume_show(Nothing {}).await.unwrap();
    seeker.device.server.set(NOBODY);
    seeker.restart().await;
    let core = &seeker.core;
    assert!(signed_in(core).await);
    let again = core.resume_show(Nothing {}).await.unwrap();
    assert_eq!((again.content, again.can_undo), (before.content, true));
    assert_eq!(core.favourites_list(Nothing {}).await.unwrap().len(), 1);
    assert_eq!(core.applications_list(Nothing {}).await.unwrap().len(), 1);
    let chat = core.conversation_show(ConversationRef { conversation }).await.unwrap();
    assert_eq!(chat.messages.len(), 3);
    let searches = core.search_history_list(Nothing {}).await.unwrap();
    assert!(searches.iter().all(|search| search.request.near.is_none() && search.request.text != "数据分析"));
    seeker.device.server.set(&market.server.url);
}

/// The keyring loses the key of the database. The app says that the file was set aside, and leaves it there; signing in
/// fetches all that the server has.
pub async fn fetches_everything_after_its_key_was_lost(
    market: &Market,
    seeker: &mut Desk,
    conversation: ConversationId,
) {
    saved(&seeker.core).await;
    let before = all_of(&seeker.core, conversation).await.unwrap();
    seeker.core.stop().await;
    seeker.vault.remove(VaultSlot::DatabaseKey).await.unwrap();
    seeker.core = seeker.device.start_anew().await.unwrap();
    let core = &seeker.core;
    let state = core.app_state(Nothing {}).await.unwrap();
    assert!(state.data_set_aside && !state.session_in_memory && state.account.is_none());
    assert_eq!(core.resume_show(Nothing {}).await.unwrap().content, ResumeContent::default());
    let aside = seeker.device.folder().join("device.db.1.unreadable");
    assert!(aside.metadata().unwrap().len() > 0);

    // A number gets a code a minute.
    market.let_pass(61);
    sign_in(core, SEEKER).await.unwrap();
    let mut there = None;
    let fetched = until_async("everything to be there again", LIMIT, async || {
        there = Some(all_of(core, conversation).await);
        Ok((there == Some(Ok(before.clone()))).then_some(()))
    });
    assert!(fetched.await.is_ok(), "{there:?}\nis not\n{before:?}");
    // The server knows the session of before still; it can be ended like that of any device.
    let sessions = core.sessions_list(Nothing {}).await.unwrap();
    let [before] = sessions.iter().filter(|session| !session.current).collect::<Vec<_>>()[..] else {
        panic!("{sessions:?}");
    };
    core.session_revoke(SessionRevoke { session: before.id }).await.unwrap();

    seeker.restart().await;
    assert!(!seeker.core.app_state(Nothing {}).await.unwrap().data_set_aside);
    assert!(signed_in(&seeker.core).await && aside.exists());
}

/// What a seeker's device shows: résumé, kept jobs, applications, and what a conversation says.
type All = (ResumeContent, Vec<JobId>, Vec<ApplicationId>, Vec<(Option<u32>, String)>);

async fn all_of(core: &Core, conversation: ConversationId) -> Result<All, Error> {
    let favourites = core.favourites_list(Nothing {}).await?;
    let applications = core.applications_list(Nothing {}).await?;
    let chat = core.conversation_show(ConversationRef { conversation }).await?;
    Ok((
        core.resume_show(Nothing {}).await?.content,
        favourites.into_iter().map(|card| card.id).collect(),
        applications.into_iter().map(|application| application.id).collect(),
        chat.messages.into_iter().map(|message| (message.seq, message.text)).collect(),
    ))
}

/// Another device of the same account has what the account has, is listed, and loses it all when it is revoked.
pub async fn revokes_another(market: &Market, seeker: &Desk) {
    saved(&seeker.core).await;
    let second = Desk::new("周予安的旧电脑", &market.server.url).await;
    // A number gets a code a minute.
    market.let_pass(61);
    sign_in(&second.core, SEEKER).await.unwrap();
    let there = second.core.resume_show(Nothing {}).await.unwrap();
    assert_eq!(there.content.basic.name, SEEKER_NAME);
    assert_eq!(second.core.conversations_list(Nothing {}).await.unwrap().conversations.len(), 1);

    let devices = seeker.core.sessions_list(Nothing {}).await.unwrap();
    let current: Vec<(&str, bool)> =
        devices.iter().map(|session| (session.device.as_str(), session.current)).collect();
    assert_eq!(current.len(), 2, "{current:?}");
    let lost = devices.iter().find(|session| !session.current).unwrap();
    assert_eq!(lost.device, "周予安的旧电脑");
    seeker.core.session_revoke(SessionRevoke { session: lost.id }).await.unwrap();

    until_async("the revoked device to notice", LIMIT, async || {
        Ok((!signed_in(&second.core).await).then_some(()))
    })
    .await
    .unwrap();
    assert_eq!(refusal(second.core.sessions_list(Nothing {}).await), ErrorCode::SignedOut);
    assert_eq!(refusal(second.core.conversations_list(Nothing {}).await), ErrorCode::SignedOut);
    let wiped = second.core.resume_show(Nothing {}).await.unwrap();
    assert_eq!(wiped.content, ResumeContent::default());
    second.core.stop().await;

    // The one that revoked goes on.
    assert_eq!(seeker.core.sessions_list(Nothing {}).await.unwrap().len(), 1);
}
