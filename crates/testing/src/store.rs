//! The device's database in memory.

use crate::kept::KeptJobs;
use async_trait::async_trait;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use zhitu_contract::applications::Application;
use zhitu_contract::auth::{Account, Sensitive};
use zhitu_contract::chat::{Conversation, Message};
use zhitu_contract::device::Settings;
use zhitu_contract::jobs::{Job, JobCard, JobsSearchRequest, SearchHistoryEntry};
use zhitu_contract::policy::{Language, Policy, PolicyAcceptance};
use zhitu_core::ports::{
    LocalStore, OutgoingMessage, ResumeRow, ResumeSteps, Rng, SEARCH_HISTORY_ENTRIES, StoreError,
    StoreResult, TokenVault, UNDO_STEPS, UndoStep, VaultSlot,
};
use zhitu_domain::id::{BlockId, ConversationId, JobId, LookId, MessageId};
use zhitu_domain::permission::Permissions;
use zhitu_domain::place::{Bounds, Point};
use zhitu_domain::record::{Entry, Head, Recorded};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::time::Timestamp;

/// Keeps everything as long as it lives: give it to a second core to restart the app.
#[derive(Default)]
pub struct MemoryStore {
    tables: Mutex<Tables>,
    fails: Mutex<Option<StoreError>>,
}

#[derive(Default)]
struct Tables {
    settings: Settings,
    acceptance: Option<PolicyAcceptance>,
    policies: Vec<Policy>,
    history: Vec<SearchHistoryEntry>,
    permissions: Option<Permissions>,
    record: Record,
    personal: Personal,
}

#[derive(Default)]
struct Record {
    entries: Vec<Entry>,
    head: Head,
    on_its_way: BTreeMap<i64, (Timestamp, Recorded)>,
    begun: i64,
}

impl Record {
    fn append(&mut self, what: &Recorded, at: Timestamp) {
        let (entry, head) = self.head.append(at, what).expect("what is recorded can be written");
        self.entries.push(entry);
        self.head = head;
    }

    fn clear(&mut self, at: Timestamp) {
        let entries = self.head.seq;
        *self = Self { begun: self.begun, ..Self::default() };
        if entries > 0 {
            self.append(&Recorded::Cleared { entries }, at);
        }
    }
}

/// What signing out wipes.
#[derive(Default)]
struct Personal {
    account: Option<Account>,
    favourites: Vec<(Timestamp, JobCard)>,
    kept: KeptJobs,
    resume: Option<ResumeRow>,
    steps: ResumeSteps,
    conversations: Vec<Conversation>,
    messages: BTreeMap<(ConversationId, u32), Message>,
    outgoing: Vec<OutgoingMessage>,
    read_marks: BTreeMap<ConversationId, u32>,
    applications: Vec<Application>,
    block_names: BTreeMap<BlockId, String>,
    looks: BTreeSet<LookId>,
}

impl MemoryStore {
    /// Whether each call fails from now on, and how.
    pub fn set_fails(&self, error: Option<StoreError>) {
        *self.fails.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }

    fn tables(&self) -> StoreResult<MutexGuard<'_, Tables>> {
        match &*self.fails.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error.clone()),
            None => Ok(self.tables.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }
}

impl Personal {
    fn step(&mut self, take: impl Fn(&mut ResumeSteps) -> &mut Vec<ResumeContent>, undoes: bool) -> bool {
        let Some(row) = &mut self.resume else { return false };
        let Some(content) = take(&mut self.steps).pop() else { return false };
        let before = std::mem::replace(&mut row.content, content);
        let other = if undoes { &mut self.steps.redo } else { &mut self.steps.undo };
        other.push(before);
        row.dirty = true;
        row.revision += 1;
        true
    }
}

#[async_trait]
impl LocalStore for MemoryStore {
    async fn settings(&self) -> StoreResult<Settings> {
        Ok(self.tables()?.settings)
    }

    async fn settings_set(&self, settings: &Settings) -> StoreResult<()> {
        self.tables()?.settings = *settings;
        Ok(())
    }

    async fn permissions(&self) -> StoreResult<Option<Permissions>> {
        Ok(self.tables()?.permissions.clone())
    }

    async fn permissions_set(&self, permissions: &Permissions) -> StoreResult<()> {
        self.tables()?.permissions = Some(permissions.clone());
        Ok(())
    }

    async fn record_append(&self, what: &Recorded, at: Timestamp) -> StoreResult<()> {
        self.tables()?.record.append(what, at);
        Ok(())
    }

    async fn record_begin(&self, what: &Recorded, at: Timestamp) -> StoreResult<i64> {
        let record = &mut self.tables()?.record;
        record.begun += 1;
        record.on_its_way.insert(record.begun, (at, what.clone()));
        Ok(record.begun)
    }

    async fn record_drop(&self, on_its_way: i64) -> StoreResult<()> {
        self.tables()?.record.on_its_way.remove(&on_its_way);
        Ok(())
    }

    async fn record_settle(&self, on_its_way: Option<i64>) -> StoreResult<()> {
        let record = &mut self.tables()?.record;
        let begun = std::mem::take(&mut record.on_its_way);
        for (id, (at, what)) in begun {
            if on_its_way.is_none_or(|wanted| wanted == id) {
                record.append(&what, at);
            } else {
                record.on_its_way.insert(id, (at, what));
            }
        }
        Ok(())
    }

    async fn record_page(&self, before: Option<u64>, limit: u32) -> StoreResult<Vec<Entry>> {
        let tables = self.tables()?;
        let older =
            tables.record.entries.iter().rev().filter(|entry| before.is_none_or(|seq| entry.seq < seq));
        Ok(older.take(limit as usize).cloned().collect())
    }

    async fn record_all(&self) -> StoreResult<(Vec<Entry>, Head)> {
        let tables = self.tables()?;
        Ok((tables.record.entries.clone(), tables.record.head.clone()))
    }

    async fn record_head(&self) -> StoreResult<Head> {
        Ok(self.tables()?.record.head.clone())
    }

    async fn record_clear(&self, at: Timestamp) -> StoreResult<()> {
        self.tables()?.record.clear(at);
        Ok(())
    }

    async fn policy_acceptance(&self) -> StoreResult<Option<PolicyAcceptance>> {
        Ok(self.tables()?.acceptance.clone())
    }

    async fn policy_acceptance_set(&self, acceptance: &PolicyAcceptance) -> StoreResult<()> {
        self.tables()?.acceptance = Some(acceptance.clone());
        Ok(())
    }

    async fn policy_text(&self, language: Language) -> StoreResult<Option<Policy>> {
        Ok(self.tables()?.policies.iter().find(|policy| policy.language == language).cloned())
    }

    async fn policy_text_set(&self, policy: &Policy) -> StoreResult<()> {
        let mut tables = self.tables()?;
        tables.policies.retain(|known| known.language != policy.language);
        tables.policies.push(policy.clone());
        Ok(())
    }

    async fn favourites(&self) -> StoreResult<Vec<JobCard>> {
        let mut kept = self.tables()?.personal.favourites.clone();
        kept.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        Ok(kept.into_iter().map(|(_, card)| card).collect())
    }

    async fn favourite_put(&self, card: &JobCard, at: Timestamp) -> StoreResult<()> {
        let favourites = &mut self.tables()?.personal.favourites;
        match favourites.iter_mut().find(|(_, known)| known.id == card.id) {
            Some((_, known)) => known.clone_from(card),
            None => favourites.push((at, card.clone())),
        }
        Ok(())
    }

    async fn favourite_remove(&self, job: JobId) -> StoreResult<()> {
        self.tables()?.personal.favourites.retain(|(_, card)| card.id != job);
        Ok(())
    }

    async fn kept_jobs_put(&self, cards: &[JobCard], at: Timestamp) -> StoreResult<()> {
        let kept = &mut self.tables()?.personal.kept;
        for card in cards {
            kept.put(card, None, at);
        }
        Ok(())
    }

    async fn kept_job_put(&self, job: &Job, card: &JobCard, at: Timestamp) -> StoreResult<()> {
        self.tables()?.personal.kept.put(card, Some(job), at);
        Ok(())
    }

    async fn kept_job_remove(&self, job: JobId) -> StoreResult<()> {
        self.tables()?.personal.kept.remove(job);
        Ok(())
    }

    async fn kept_job(&self, job: JobId) -> StoreResult<Option<Job>> {
        Ok(self.tables()?.personal.kept.show(job))
    }

    async fn kept_jobs(&self, words: &[String]) -> StoreResult<Vec<JobCard>> {
        Ok(self.tables()?.personal.kept.find(words).cloned().collect())
    }

    async fn kept_jobs_within(&self, bounds: Bounds, words: &[String]) -> StoreResult<Vec<(JobId, Point)>> {
        Ok(self.tables()?.personal.kept.within(bounds, words))
    }

    async fn kept_jobs_get(&self, jobs: &[JobId]) -> StoreResult<Vec<JobCard>> {
        Ok(self.tables()?.personal.kept.get(jobs))
    }

    async fn kept_titles(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>> {
        Ok(self.tables()?.personal.kept.names(|card| &card.title, text, limit))
    }

    async fn kept_companies(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>> {
        Ok(self.tables()?.personal.kept.names(|card| &card.company, text, limit))
    }

    async fn search_history(&self) -> StoreResult<Vec<SearchHistoryEntry>> {
        Ok(self.tables()?.history.clone())
    }

    async fn search_history_add(&self, request: &JobsSearchRequest, at: Timestamp) -> StoreResult<()> {
        let history = &mut self.tables()?.history;
        history.retain(|entry| entry.request != *request);
        let mut at = at;
        while history.iter().any(|entry| entry.at == at) {
            at.0 += 1;
        }
        history.push(SearchHistoryEntry { request: request.clone(), at });
        history.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        history.truncate(SEARCH_HISTORY_ENTRIES);
        Ok(())
    }

    async fn search_history_delete(&self, at: Option<Timestamp>) -> StoreResult<()> {
        let mut tables = self.tables()?;
        tables.history.retain(|entry| at.is_some_and(|at| entry.at != at));
        if at.is_none() {
            tables.personal.kept = KeptJobs::default();
        }
        Ok(())
    }

    async fn resume(&self) -> StoreResult<Option<ResumeRow>> {
        let personal = &self.tables()?.personal;
        Ok(personal.resume.clone().map(|row| ResumeRow {
            can_undo: !personal.steps.undo.is_empty(),
            can_redo: !personal.steps.redo.is_empty(),
            ..row
        }))
    }

    async fn resume_edit(
        &self,
        content: &ResumeContent,
        step: UndoStep,
        clashes: &[String],
    ) -> StoreResult<()> {
        let personal = &mut self.tables()?.personal;
        let row = personal.resume.get_or_insert_default();
        let before = std::mem::replace(&mut row.content, content.clone());
        row.dirty = true;
        row.revision += 1;
        row.clashes = clashes.to_vec();
        if step == UndoStep::New {
            personal.steps.undo.push(before);
            let over = personal.steps.undo.len().saturating_sub(UNDO_STEPS);
            personal.steps.undo.drain(..over);
        }
        personal.steps.redo.clear();
        Ok(())
    }

    async fn resume_undo(&self) -> StoreResult<bool> {
        Ok(self.tables()?.personal.step(|steps| &mut steps.undo, true))
    }

    async fn resume_redo(&self) -> StoreResult<bool> {
        Ok(self.tables()?.personal.step(|steps| &mut steps.redo, false))
    }

    async fn resume_saved(
        &self,
        version: u32,
        content: &ResumeContent,
        revision: u64,
        clashes: &[String],
    ) -> StoreResult<()> {
        if let Some(row) = &mut self.tables()?.personal.resume {
            row.base_version = version;
            row.base = content.clone();
            row.clashes = clashes.to_vec();
            row.dirty &= row.revision != revision;
        }
        Ok(())
    }

    async fn resume_steps(&self) -> StoreResult<ResumeSteps> {
        Ok(self.tables()?.personal.steps.clone())
    }

    async fn resume_replace(&self, row: &ResumeRow, steps: &ResumeSteps) -> StoreResult<()> {
        let personal = &mut self.tables()?.personal;
        personal.resume = Some(row.clone());
        personal.steps = steps.clone();
        Ok(())
    }

    async fn conversations(&self) -> StoreResult<Vec<Conversation>> {
        let mut all = self.tables()?.personal.conversations.clone();
        all.sort_by_key(|conversation| std::cmp::Reverse(conversation.updated_at));
        Ok(all)
    }

    async fn conversation(&self, conversation: ConversationId) -> StoreResult<Option<Conversation>> {
        Ok(self.tables()?.personal.conversations.iter().find(|known| known.id == conversation).cloned())
    }

    async fn conversations_put(&self, conversations: &[Conversation]) -> StoreResult<()> {
        let known = &mut self.tables()?.personal.conversations;
        known.retain(|known| conversations.iter().all(|new| new.id != known.id));
        known.extend_from_slice(conversations);
        Ok(())
    }

    async fn conversation_forget(&self, conversation: ConversationId) -> StoreResult<()> {
        let personal = &mut self.tables()?.personal;
        personal.conversations.retain(|known| known.id != conversation);
        personal.messages.retain(|(of, _), _| *of != conversation);
        personal.read_marks.retain(|known, _| *known != conversation);
        Ok(())
    }

    async fn messages(&self, conversation: ConversationId) -> StoreResult<Vec<Message>> {
        let tables = self.tables()?;
        let of_it = tables.personal.messages.range((conversation, 0)..=(conversation, u32::MAX));
        Ok(of_it.map(|(_, message)| message.clone()).collect())
    }

    async fn messages_last_seq(&self, conversation: ConversationId) -> StoreResult<u32> {
        let tables = self.tables()?;
        let mut of_it = tables.personal.messages.range((conversation, 0)..=(conversation, u32::MAX));
        Ok(of_it.next_back().map_or(0, |((_, seq), _)| *seq))
    }

    async fn messages_put(&self, messages: &[Message]) -> StoreResult<()> {
        let personal = &mut self.tables()?.personal;
        for message in messages {
            personal.messages.entry((message.conversation, message.seq)).or_insert_with(|| message.clone());
            personal.outgoing.retain(|waiting| waiting.id != message.id);
        }
        Ok(())
    }

    async fn outgoing_add(&self, message: &OutgoingMessage) -> StoreResult<()> {
        let outgoing = &mut self.tables()?.personal.outgoing;
        if outgoing.iter().all(|waiting| waiting.id != message.id) {
            outgoing.push(message.clone());
        }
        Ok(())
    }

    async fn outgoing(&self) -> StoreResult<Vec<OutgoingMessage>> {
        Ok(self.tables()?.personal.outgoing.clone())
    }

    async fn outgoing_refuse(&self, message: MessageId) -> StoreResult<()> {
        for waiting in &mut self.tables()?.personal.outgoing {
            waiting.refused |= waiting.id == message;
        }
        Ok(())
    }

    async fn outgoing_retry(&self, message: MessageId) -> StoreResult<bool> {
        let outgoing = &mut self.tables()?.personal.outgoing;
        let Some(index) = outgoing.iter().position(|waiting| waiting.id == message) else { return Ok(false) };
        if outgoing[index].refused {
            let again = outgoing.remove(index);
            outgoing.push(OutgoingMessage { refused: false, ..again });
        }
        Ok(true)
    }

    async fn outgoing_remove(&self, message: MessageId) -> StoreResult<bool> {
        let outgoing = &mut self.tables()?.personal.outgoing;
        let before = outgoing.len();
        outgoing.retain(|waiting| waiting.id != message);
        Ok(outgoing.len() < before)
    }

    async fn read_mark_set(&self, conversation: ConversationId, seq: u32) -> StoreResult<()> {
        let marks = &mut self.tables()?.personal.read_marks;
        let mark = marks.entry(conversation).or_insert(seq);
        *mark = seq.max(*mark);
        Ok(())
    }

    async fn read_marks(&self) -> StoreResult<Vec<(ConversationId, u32)>> {
        Ok(self
            .tables()?
            .personal
            .read_marks
            .iter()
            .map(|(&conversation, &seq)| (conversation, seq))
            .collect())
    }

    async fn read_mark_done(&self, conversation: ConversationId, seq: u32) -> StoreResult<()> {
        self.tables()?.personal.read_marks.retain(|known, mark| *known != conversation || *mark > seq);
        Ok(())
    }

    async fn applications(&self) -> StoreResult<Vec<Application>> {
        Ok(self.tables()?.personal.applications.clone())
    }

    async fn applications_replace(&self, applications: &[Application]) -> StoreResult<()> {
        self.tables()?.personal.applications = applications.to_vec();
        Ok(())
    }

    async fn block_names(&self) -> StoreResult<Vec<(BlockId, String)>> {
        Ok(self.tables()?.personal.block_names.clone().into_iter().collect())
    }

    async fn block_names_put(&self, names: &[(BlockId, String)]) -> StoreResult<()> {
        self.tables()?.personal.block_names.extend(names.iter().cloned());
        Ok(())
    }

    async fn block_names_remove(&self, blocks: &[BlockId]) -> StoreResult<()> {
        self.tables()?.personal.block_names.retain(|block, _| !blocks.contains(block));
        Ok(())
    }

    async fn look_is_recorded(&self, look: LookId) -> StoreResult<bool> {
        Ok(self.tables()?.personal.looks.contains(&look))
    }

    async fn look_record(&self, look: LookId, what: &Recorded, at: Timestamp) -> StoreResult<bool> {
        let tables = &mut *self.tables()?;
        let new = tables.personal.looks.insert(look);
        if new {
            tables.record.append(what, at);
        }
        Ok(new)
    }

    async fn account(&self) -> StoreResult<Option<Account>> {
        Ok(self.tables()?.personal.account.clone())
    }

    async fn account_set(&self, account: &Account) -> StoreResult<()> {
        self.tables()?.personal.account = Some(account.clone());
        Ok(())
    }

    async fn wipe_account(&self, at: Timestamp) -> StoreResult<()> {
        let mut tables = self.tables()?;
        tables.record.clear(at);
        tables.personal = Personal::default();
        Ok(())
    }

    async fn rekey(&self, vault: &dyn TokenVault, rng: &dyn Rng) -> StoreResult<()> {
        drop(self.tables()?);
        let mut key = [0; 16];
        rng.fill(&mut key);
        let text = format!("{:032x}", u128::from_be_bytes(key));
        let kept = vault.store(VaultSlot::DatabaseKey, &Sensitive::new(text)).await;
        kept.map_err(|error| StoreError::Unavailable(error.to_string()))
    }
}
