use super::chatting::{has, say};
use super::{Desk, LIMIT, SEEKER, SEEKER_NAME, refusal};
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::chat::{
    ConversationEnd, ConversationOpen, ConversationRef, MessageRef, MessageSend, MessageState,
};
use zhitu_contract::device::Nothing;
use zhitu_contract::record::RecordList;
use zhitu_contract::staff::{SecondFactorRequest, StaffResumeOpen};
use zhitu_contract::visibility::VisibilitySetRequest;
use zhitu_core::Core;
use zhitu_domain::id::{AccountId, ConversationId, ResumeId};
use zhitu_domain::record::{Handover, Recipient, Recorded};
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::staff::{StaffReason, StaffReasonKind};
use zhitu_testing::samples::resume;
use zhitu_tests::device::sign_in;
use zhitu_tests::market::{Market, key};
use zhitu_tests::wait::until_async;

const STAFF: &str = "13700137000";

/// Staff and a seeker, each at a device of their own.
pub async fn story(market: Market) {
    let seeker = Desk::new("周予安的电脑", &market.server.url).await;
    let mut staff = Desk::new("顾问的电脑", &market.server.url).await;
    let account = sign_in(&seeker.core, SEEKER).await.unwrap().id;
    let at = market.server.app.now();
    let resume_key = ResumeId(key());
    market.store().resume_put(account, resume_key, 0, &resume(), at).await.unwrap();
    let setting = VisibilitySetting::Platform;
    seeker.core.visibility_set(VisibilitySetRequest { setting }).await.unwrap();
    let staff_account = sign_in(&staff.core, STAFF).await.unwrap().id;
    let codes = market.enrol_staff(staff_account).await.unwrap();

    let talk = write_first(&staff.core, &seeker.core, resume_key, &codes[0]).await;
    are_told_nothing_without_the_factor(&market, &mut staff, talk, &codes[1]).await;
    write_no_more_once_it_is_ended(&staff.core, &seeker.core, talk).await;
    keep_nothing_of_a_closed_account(&market, &mut staff, talk, account).await;

    seeker.core.stop().await;
    staff.core.stop().await;
    market.server.shutdown().await.unwrap();
}

async fn steps_up(staff: &Core, code: &str) {
    staff.staff_step_up(SecondFactorRequest { code: Sensitive::new(code.to_owned()) }).await.unwrap();
}

/// Staff look, write and are answered; the seeker's record says to whom.
async fn write_first(staff: &Core, seeker: &Core, resume: ResumeId, code: &str) -> ConversationId {
    let open = ConversationOpen::Resume { resume, job: None };
    assert_eq!(refusal(staff.conversation_open(open).await), ErrorCode::SecondFactorRequired);
    steps_up(staff, code).await;
    let text = "求职者来电求助，核对简历".to_owned();
    let reason = StaffReason { kind: StaffReasonKind::Support, text, case_number: String::new() };
    staff.staff_resume_open(StaffResumeOpen { resume, reason }).await.unwrap();
    let talk = staff.conversation_open(open).await.unwrap().conversation;
    assert_eq!((talk.with.as_str(), talk.company, talk.job), (SEEKER_NAME, None, None));
    say(staff, talk.id, "有一个职位可能适合您").await;
    has(seeker, talk.id, &["有一个职位可能适合您"]).await;
    say(seeker, talk.id, "请说说看").await;
    has(staff, talk.id, &["有一个职位可能适合您", "请说说看"]).await;

    let list = RecordList { before: None, sort: None, limit: 200 };
    let record = seeker.record_list(list).await.unwrap();
    let told = record.entries.iter().any(|entry| {
        matches!(&entry.what, Recorded::Disclosed { disclosure }
            if disclosure.to == Recipient::Platform && disclosure.handover == Handover::Message)
    });
    assert!(told, "{record:?}");
    talk.id
}

/// I4: once the second factor counts no more, nothing is taken, told or left on the device.
async fn are_told_nothing_without_the_factor(
    market: &Market,
    staff: &mut Desk,
    talk: ConversationId,
    code: &str,
) {
    market.let_pass(15 * 60 + 1);
    let text = "还在吗".to_owned();
    let send = MessageSend { conversation: talk, text };
    assert_eq!(refusal(staff.core.message_send(send.clone()).await), ErrorCode::SecondFactorRequired);
    staff.core.conversation_read(ConversationRef { conversation: talk }).await.unwrap();
    staff.restart().await;
    assert_eq!(staff.core.conversations_list(Nothing {}).await.unwrap().conversations, []);
    let show = ConversationRef { conversation: talk };
    assert_eq!(refusal(staff.core.conversation_show(show).await), ErrorCode::NotFound);
    steps_up(&staff.core, code).await;
    has(&staff.core, talk, &["有一个职位可能适合您", "请说说看"]).await;
    staff.core.message_send(send).await.unwrap();
}

/// Whoever ended it is written to no more, until they begin it anew.
async fn write_no_more_once_it_is_ended(staff: &Core, seeker: &Core, talk: ConversationId) {
    has(seeker, talk, &["有一个职位可能适合您", "请说说看", "还在吗"]).await;
    let end = ConversationEnd { conversation: talk, ended: true };
    assert!(seeker.conversation_end(end).await.unwrap().conversation.ended);
    assert_eq!(refusal(staff.conversation_end(end).await), ErrorCode::NotFound);
    let said = MessageSend { conversation: talk, text: "考虑得怎样".to_owned() };
    let message = staff.message_send(said).await.unwrap().id;
    let state = async |wanted: MessageState| {
        until_async("the message to be refused or sent", LIMIT, async || {
            let view = staff.conversation_show(ConversationRef { conversation: talk }).await?;
            Ok(view.messages.iter().any(|one| one.id == message && one.state == wanted).then_some(()))
        })
        .await
        .unwrap();
    };
    state(MessageState::Refused).await;
    let anew = ConversationEnd { ended: false, ..end };
    assert!(!seeker.conversation_end(anew).await.unwrap().conversation.ended);
    staff.message_retry(MessageRef { message }).await.unwrap();
    state(MessageState::Sent).await;
}

/// S-RGT-13: what the person wrote is deleted where others had it on their devices.
async fn keep_nothing_of_a_closed_account(
    market: &Market,
    staff: &mut Desk,
    talk: ConversationId,
    account: AccountId,
) {
    assert!(market.store().account_close(account, "test", market.server.app.now()).await.unwrap());
    staff.restart().await;
    until_async("the texts to go", LIMIT, async || {
        staff.core.conversations_list(Nothing {}).await?;
        let view = staff.core.conversation_show(ConversationRef { conversation: talk }).await?;
        let theirs: Vec<&str> =
            view.messages.iter().filter(|one| !one.mine).map(|one| one.text.as_str()).collect();
        Ok((view.conversation.account_closed && view.conversation.with.is_empty() && theirs == [""])
            .then_some(()))
    })
    .await
    .unwrap();
}
