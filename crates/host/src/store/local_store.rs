//! The port, method by method: each is one transaction over the functions of a noun.

use super::failure::Failure;
use super::{
    DeviceStore, account, application, block_name, chat, favourite, kept_job, look, outgoing, permission,
    policy, record, rekey, resume, search_history, settings,
};
use async_trait::async_trait;
use sqlx::Connection as _;
use zhitu_contract::applications::Application;
use zhitu_contract::auth::Account;
use zhitu_contract::chat::{Conversation, Message};
use zhitu_contract::device::Settings;
use zhitu_contract::jobs::{Job, JobCard, JobsSearchRequest, SearchHistoryEntry};
use zhitu_contract::policy::{Language, Policy, PolicyAcceptance};
use zhitu_core::ports::{
    LocalStore, OutgoingMessage, ResumeRow, ResumeSteps, Rng, StoreResult, TokenVault, UndoStep,
};
use zhitu_domain::id::{BlockId, ConversationId, JobId, LookId, MessageId};
use zhitu_domain::permission::Permissions;
use zhitu_domain::place::{Bounds, Point};
use zhitu_domain::record::{Entry, Head, Recorded};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::time::Timestamp;

/// Calls a noun's function in a transaction of its own, and commits what it did.
macro_rules! in_transaction {
    ($store:ident, $function:path $(, $argument:expr)*) => {{
        let mut slot = $store.connection.lock().await;
        let open = slot.get().await.map_err(Failure::from)?;
        let mut transaction = open.begin().await.map_err(Failure::from)?;
        let answer = $function(&mut transaction $(, $argument)*).await?;
        transaction.commit().await.map_err(Failure::from)?;
        Ok(answer)
    }};
}

#[async_trait]
impl LocalStore for DeviceStore {
    async fn settings(&self) -> StoreResult<Settings> {
        in_transaction!(self, settings::show)
    }

    async fn settings_set(&self, settings: &Settings) -> StoreResult<()> {
        in_transaction!(self, settings::set, settings)
    }

    async fn permissions(&self) -> StoreResult<Option<Permissions>> {
        in_transaction!(self, permission::show)
    }

    async fn permissions_set(&self, permissions: &Permissions) -> StoreResult<()> {
        in_transaction!(self, permission::set, permissions)
    }

    async fn record_append(&self, what: &Recorded, at: Timestamp) -> StoreResult<()> {
        in_transaction!(self, record::append, what, at)
    }

    async fn record_begin(&self, what: &Recorded, at: Timestamp) -> StoreResult<i64> {
        in_transaction!(self, record::begin, what, at)
    }

    async fn record_drop(&self, on_its_way: i64) -> StoreResult<()> {
        in_transaction!(self, record::drop, on_its_way)
    }

    async fn record_settle(&self, on_its_way: Option<i64>) -> StoreResult<()> {
        in_transaction!(self, record::settle, on_its_way)
    }

    async fn record_page(&self, before: Option<u64>, limit: u32) -> StoreResult<Vec<Entry>> {
        in_transaction!(self, record::page, before, limit)
    }

    async fn record_all(&self) -> StoreResult<(Vec<Entry>, Head)> {
        in_transaction!(self, record::all)
    }

    async fn record_head(&self) -> StoreResult<Head> {
        in_transaction!(self, record::head)
    }

    async fn record_clear(&self, at: Timestamp) -> StoreResult<()> {
        let deleted: StoreResult<()> = in_transaction!(self, record::clear, at);
        deleted?;
        Ok(self.forget_log().await?)
    }

    async fn policy_acceptance(&self) -> StoreResult<Option<PolicyAcceptance>> {
        in_transaction!(self, policy::acceptance)
    }

    async fn policy_acceptance_set(&self, acceptance: &PolicyAcceptance) -> StoreResult<()> {
        in_transaction!(self, policy::acceptance_set, acceptance)
    }

    async fn policy_text(&self, language: Language) -> StoreResult<Option<Policy>> {
        in_transaction!(self, policy::text, language)
    }

    async fn policy_text_set(&self, policy: &Policy) -> StoreResult<()> {
        in_transaction!(self, policy::text_set, policy)
    }

    async fn favourites(&self) -> StoreResult<Vec<JobCard>> {
        in_transaction!(self, favourite::list)
    }

    async fn favourite_put(&self, card: &JobCard, at: Timestamp) -> StoreResult<()> {
        in_transaction!(self, favourite::put, card, at)
    }

    async fn favourite_remove(&self, job: JobId) -> StoreResult<()> {
        in_transaction!(self, favourite::remove, job)
    }

    async fn kept_jobs_put(&self, cards: &[JobCard], at: Timestamp) -> StoreResult<()> {
        in_transaction!(self, kept_job::put_all, cards, at)
    }

    async fn kept_job_put(&self, job: &Job, card: &JobCard, at: Timestamp) -> StoreResult<()> {
        in_transaction!(self, kept_job::put_opened, job, card, at)
    }

    async fn kept_job_remove(&self, job: JobId) -> StoreResult<()> {
        in_transaction!(self, kept_job::remove, job)
    }

    async fn kept_job(&self, job: JobId) -> StoreResult<Option<Job>> {
        in_transaction!(self, kept_job::show, job)
    }

    async fn kept_jobs(&self, words: &[String]) -> StoreResult<Vec<JobCard>> {
        in_transaction!(self, kept_job::find, words)
    }

    async fn kept_jobs_within(&self, bounds: Bounds, words: &[String]) -> StoreResult<Vec<(JobId, Point)>> {
        in_transaction!(self, kept_job::within, bounds, words)
    }

    async fn kept_jobs_get(&self, jobs: &[JobId]) -> StoreResult<Vec<JobCard>> {
        in_transaction!(self, kept_job::get, jobs)
    }

    async fn kept_titles(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>> {
        in_transaction!(self, kept_job::titles, text, limit)
    }

    async fn kept_companies(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>> {
        in_transaction!(self, kept_job::companies, text, limit)
    }

    async fn search_history(&self) -> StoreResult<Vec<SearchHistoryEntry>> {
        in_transaction!(self, search_history::list)
    }

    async fn search_history_add(&self, request: &JobsSearchRequest, at: Timestamp) -> StoreResult<()> {
        in_transaction!(self, search_history::add, request, at)
    }

    async fn search_history_delete(&self, at: Option<Timestamp>) -> StoreResult<()> {
        let deleted: StoreResult<()> = in_transaction!(self, search_history::delete, at);
        deleted?;
        Ok(self.forget_log().await?)
    }

    async fn resume(&self) -> StoreResult<Option<ResumeRow>> {
        in_transaction!(self, resume::show)
    }

    async fn resume_edit(
        &self,
        content: &ResumeContent,
        step: UndoStep,
        clashes: &[String],
    ) -> StoreResult<()> {
        in_transaction!(self, resume::edit, content, step, clashes)
    }

    async fn resume_undo(&self) -> StoreResult<bool> {
        in_transaction!(self, resume::undo)
    }

    async fn resume_redo(&self) -> StoreResult<bool> {
        in_transaction!(self, resume::redo)
    }

    async fn resume_saved(
        &self,
        version: u32,
        content: &ResumeContent,
        revision: u64,
        clashes: &[String],
    ) -> StoreResult<()> {
        in_transaction!(self, resume::saved, version, content, revision, clashes)
    }

    async fn resume_steps(&self) -> StoreResult<ResumeSteps> {
        in_transaction!(self, resume::steps)
    }

    async fn resume_replace(&self, row: &ResumeRow, steps: &ResumeSteps) -> StoreResult<()> {
        in_transaction!(self, resume::replace, row, steps)
    }

    async fn conversations(&self) -> StoreResult<Vec<Conversation>> {
        in_transaction!(self, chat::conversations)
    }

    async fn conversation(&self, conversation: ConversationId) -> StoreResult<Option<Conversation>> {
        in_transaction!(self, chat::conversation, conversation)
    }

    async fn conversations_put(&self, conversations: &[Conversation]) -> StoreResult<()> {
        in_transaction!(self, chat::conversations_put, conversations)
    }

    async fn conversation_forget(&self, conversation: ConversationId) -> StoreResult<()> {
        let forgotten: StoreResult<()> = in_transaction!(self, chat::conversation_forget, conversation);
        forgotten?;
        Ok(self.forget_log().await?)
    }

    async fn messages(&self, conversation: ConversationId) -> StoreResult<Vec<Message>> {
        in_transaction!(self, chat::messages, conversation)
    }

    async fn messages_last_seq(&self, conversation: ConversationId) -> StoreResult<u32> {
        in_transaction!(self, chat::last_seq, conversation)
    }

    async fn messages_put(&self, messages: &[Message]) -> StoreResult<()> {
        in_transaction!(self, chat::messages_put, messages)
    }

    async fn outgoing_add(&self, message: &OutgoingMessage) -> StoreResult<()> {
        in_transaction!(self, outgoing::add, message)
    }

    async fn outgoing(&self) -> StoreResult<Vec<OutgoingMessage>> {
        in_transaction!(self, outgoing::list)
    }

    async fn outgoing_refuse(&self, message: MessageId) -> StoreResult<()> {
        in_transaction!(self, outgoing::refuse, message)
    }

    async fn outgoing_retry(&self, message: MessageId) -> StoreResult<bool> {
        in_transaction!(self, outgoing::retry, message)
    }

    async fn outgoing_remove(&self, message: MessageId) -> StoreResult<bool> {
        in_transaction!(self, outgoing::remove, message)
    }

    async fn read_mark_set(&self, conversation: ConversationId, seq: u32) -> StoreResult<()> {
        in_transaction!(self, chat::read_mark_set, conversation, seq)
    }

    async fn read_marks(&self) -> StoreResult<Vec<(ConversationId, u32)>> {
        in_transaction!(self, chat::read_marks)
    }

    async fn read_mark_done(&self, conversation: ConversationId, seq: u32) -> StoreResult<()> {
        in_transaction!(self, chat::read_mark_done, conversation, seq)
    }

    async fn applications(&self) -> StoreResult<Vec<Application>> {
        in_transaction!(self, application::list)
    }

    async fn applications_replace(&self, applications: &[Application]) -> StoreResult<()> {
        in_transaction!(self, application::replace, applications)
    }

    async fn block_names(&self) -> StoreResult<Vec<(BlockId, String)>> {
        in_transaction!(self, block_name::list)
    }

    async fn block_names_put(&self, names: &[(BlockId, String)]) -> StoreResult<()> {
        in_transaction!(self, block_name::put, names)
    }

    async fn block_names_remove(&self, blocks: &[BlockId]) -> StoreResult<()> {
        in_transaction!(self, block_name::remove, blocks)
    }

    async fn look_is_recorded(&self, look: LookId) -> StoreResult<bool> {
        in_transaction!(self, look::is_recorded, look)
    }

    async fn look_record(&self, look: LookId, what: &Recorded, at: Timestamp) -> StoreResult<bool> {
        in_transaction!(self, look::record, look, what, at)
    }

    async fn account(&self) -> StoreResult<Option<Account>> {
        in_transaction!(self, account::show)
    }

    async fn account_set(&self, account: &Account) -> StoreResult<()> {
        in_transaction!(self, account::set, account)
    }

    async fn wipe_account(&self, at: Timestamp) -> StoreResult<()> {
        let deleted: StoreResult<()> = in_transaction!(self, account::wipe, at);
        deleted?;
        self.give_back_space().await;
        Ok(self.forget_log().await?)
    }

    async fn rekey(&self, vault: &dyn TokenVault, rng: &dyn Rng) -> StoreResult<()> {
        rekey::rekey(self, vault, rng).await
    }
}
