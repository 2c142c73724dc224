use super::{Desk, LIMIT};
use zhitu_contract::chat::{ConversationOpen, ConversationRef, ConversationView, MessageSend, MessageState};
use zhitu_contract::device::Nothing;
use zhitu_core::Core;
use zhitu_domain::id::{ApplicationId, ConversationId, JobId};
use zhitu_tests::device::NOBODY;
use zhitu_tests::market::Market;
use zhitu_tests::wait::until_async;

pub async fn say(core: &Core, conversation: ConversationId, text: &str) {
    let said = core.message_send(MessageSend { conversation, text: text.to_owned() }).await.unwrap();
    assert_eq!((said.text.as_str(), said.mine), (text, true));
}

/// Waits until a device, without asking for it, has these texts in this order and all of them on the server.
pub async fn has(core: &Core, conversation: ConversationId, texts: &[&str]) -> ConversationView {
    until_async(&format!("the conversation to be {texts:?}"), LIMIT, async || {
        let view = core.conversation_show(ConversationRef { conversation }).await?;
        let there: Vec<&str> =
            view.messages.iter().filter(|one| one.seq.is_some()).map(|one| one.text.as_str()).collect();
        Ok((there == texts).then_some(view))
    })
    .await
    .unwrap()
}

/// Both sides write, both see it without asking, and each sees what the other has read.
pub async fn goes_both_ways_live(
    seeker: &Core,
    recruiter: &Core,
    job: JobId,
    application: ApplicationId,
) -> ConversationId {
    let opened = seeker.conversation_open(ConversationOpen::Job { job }).await.unwrap();
    let conversation = opened.conversation.id;
    let same = recruiter.conversation_open(ConversationOpen::Application { application }).await.unwrap();
    assert_eq!(same.conversation.id, conversation);

    say(seeker, conversation, "您好，想了解这个职位").await;
    has(recruiter, conversation, &["您好，想了解这个职位"]).await;
    say(recruiter, conversation, "周四下午方便吗").await;
    say(recruiter, conversation, "地点在漕河泾").await;
    let all = ["您好，想了解这个职位", "周四下午方便吗", "地点在漕河泾"];
    let view = has(seeker, conversation, &all).await;
    assert_eq!(view.messages.iter().filter_map(|one| one.seq).collect::<Vec<_>>(), [1, 2, 3]);

    let unread = seeker.conversations_list(Nothing {}).await.unwrap().unread;
    assert_eq!(unread, 2);
    seeker.conversation_read(ConversationRef { conversation }).await.unwrap();
    assert_eq!(seeker.conversations_list(Nothing {}).await.unwrap().unread, 0);
    until_async("the recruiter to see what was read", LIMIT, async || {
        let view = recruiter.conversation_show(ConversationRef { conversation }).await?;
        let mut mine = view.messages.iter().filter(|one| one.mine);
        Ok(mine.all(|one| one.state == MessageState::Read).then_some(()))
    })
    .await
    .unwrap();
    conversation
}

/// What is written off-line waits on the device, also over a restart, and goes out in its order.
pub async fn sends_later_what_was_written_off_line(
    seeker: &Desk,
    recruiter: &Desk,
    conversation: ConversationId,
    market: &Market,
) {
    seeker.device.server.set(NOBODY);
    for text in ["方便", "需要带作品吗"] {
        say(&seeker.core, conversation, text).await;
    }
    let view = seeker.core.conversation_show(ConversationRef { conversation }).await.unwrap();
    let unsent: Vec<&str> = view
        .messages
        .iter()
        .filter(|one| one.state == MessageState::Unsent)
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(unsent, ["方便", "需要带作品吗"]);
    say(&recruiter.core, conversation, "还在吗").await;

    seeker.device.server.set(&market.server.url);
    let here = until_async("all six messages", LIMIT, async || {
        let view = seeker.core.conversation_show(ConversationRef { conversation }).await?;
        let sent = view.messages.iter().filter(|one| one.seq.is_some()).count();
        Ok((sent == 6).then_some(view))
    })
    .await
    .unwrap();
    let texts: Vec<&str> = here.messages.iter().map(|one| one.text.as_str()).collect();
    let there = has(&recruiter.core, conversation, &texts).await;
    let keys = |view: &ConversationView| view.messages.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(keys(&here), keys(&there));
    let at = |text: &str| texts.iter().position(|one| *one == text).unwrap();
    assert!(at("方便") < at("需要带作品吗"));
}
