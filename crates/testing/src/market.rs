//! What the platform keeps and answers, as far as tests of the device need it.

use crate::messages::Talks;
use crate::samples;
use crate::visibility::Visibility;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use zhitu_contract::auth::{
    Account, CodeRequest, CodeResponse, RefreshRequest, Sensitive, SignInRequest, SignInResponse,
    TokensResponse,
};
use zhitu_contract::events::LiveEvent;
use zhitu_contract::jobs::{JobCard, JobsFacets, JobsSearchRequest, JobsSearchResponse};
use zhitu_contract::policy::Language;
use zhitu_contract::resume::{ResumeResponse, ResumeSaveRequest};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_core::ports::{ApiRequest, Method};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, JobId, SessionId};
use zhitu_domain::place::position;
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// The code that signs everybody in.
const CODE: &str = "246810";

#[derive(Default)]
pub(crate) struct Market {
    pub(crate) policy: String,
    pub(crate) jobs: Vec<JobCard>,
    pub(crate) talks: Talks,
    accounts: BTreeMap<String, Account>,
    resumes: HashMap<AccountId, ResumeResponse>,
    /// Last kept first.
    favourites: HashMap<AccountId, Vec<JobId>>,
    /// Refresh tokens, and whether they were used.
    refresh: HashMap<String, (AccountId, bool)>,
    /// Tokens that were not used when their session was ended.
    ended: HashSet<String>,
    access: HashMap<String, AccountId>,
    tokens_made: u64,
    pub(crate) visibility: Visibility,
}

type Told = Vec<(AccountId, LiveEvent)>;

impl Market {
    /// The account of a number, and whether it was made just now.
    pub(crate) fn account(&mut self, phone: &str) -> (Account, bool) {
        let next = 1_000 + self.accounts.len() as u128;
        let created = !self.accounts.contains_key(phone);
        (self.accounts.entry(phone.to_owned()).or_insert_with(|| samples::account(next)).clone(), created)
    }

    pub(crate) fn account_change(&mut self, phone: &str, change: impl FnOnce(&mut Account)) {
        if let Some(account) = self.accounts.get_mut(phone) {
            change(account);
        }
    }

    pub(crate) fn end_sessions(&mut self, account: AccountId) {
        self.ended.extend(
            self.refresh
                .iter()
                .filter(|(_, (owner, used))| *owner == account && !used)
                .map(|(token, _)| token.clone()),
        );
        self.refresh.retain(|_, (owner, _)| *owner != account);
        self.access.retain(|_, owner| *owner != account);
    }

    pub(crate) fn resume(&mut self, account: AccountId) -> ResumeResponse {
        let empty = ResumeResponse {
            version: 0,
            content: ResumeContent::default(),
            visibility: VisibilitySetting::Private,
            updated_at: Timestamp(0),
        };
        self.resumes.entry(account).or_insert(empty).clone()
    }

    pub(crate) fn resume_change(&mut self, account: AccountId, change: impl FnOnce(&mut ResumeContent)) {
        let mut resume = self.resume(account);
        change(&mut resume.content);
        resume.version += 1;
        self.resumes.insert(account, resume);
    }

    /// Whose token it is.
    pub(crate) fn who(&self, token: Option<&Sensitive>) -> Result<AccountId> {
        token
            .and_then(|token| self.access.get(token.expose()))
            .copied()
            .ok_or_else(|| ErrorCode::SignedOut.into())
    }

    fn tokens(&mut self, account: AccountId) -> TokensResponse {
        self.tokens_made += 1;
        let (access, refresh) =
            (format!("access-{}", self.tokens_made), format!("refresh-{}", self.tokens_made));
        self.access.insert(access.clone(), account);
        self.refresh.insert(refresh.clone(), (account, false));
        TokensResponse {
            access_token: Sensitive::new(access),
            expires_in_s: 900,
            refresh_token: Sensitive::new(refresh),
            session: SessionId(samples::key(1)),
        }
    }

    pub(crate) fn answer(&mut self, request: &ApiRequest) -> (Result<Value>, Told) {
        let mut told = Vec::new();
        (self.route(request, &mut told), told)
    }

    fn route(&mut self, request: &ApiRequest, told: &mut Told) -> Result<Value> {
        let steps: Vec<&str> = request.path.trim_start_matches('/').split('/').collect();
        let who = self.who(request.access_token.as_ref());
        match (request.method, steps.as_slice()) {
            (Method::Get, ["healthz"]) => Ok(json!({ "status": "ok" })),
            (Method::Get, ["api", "policy"]) => {
                let zh = request.query.contains(&("language", "zh-CN".to_owned()));
                json(samples::policy(if zh { Language::ZhCn } else { Language::En }, &self.policy))
            }
            (Method::Post, ["api", "auth", "code"]) => self.code(&body::<CodeRequest>(request)?),
            (Method::Post, ["api", "auth", "sign-in"]) => self.sign_in(&body(request)?),
            (Method::Post, ["api", "auth", "refresh"]) => self.refresh(&body(request)?),
            (Method::Post, ["api", "auth", "sign-out"]) => {
                let account = who?;
                self.end_sessions(account);
                Ok(Value::Null)
            }
            (Method::Get, ["api", "account"]) => {
                let account = who?;
                json(self.accounts.values().find(|known| known.id == account))
            }
            (Method::Post, ["api", "jobs", "search"]) => self.search(&body(request)?),
            (Method::Get, ["api", "jobs", job]) => {
                let card = self.jobs.iter().find(|card| card.id.to_string() == **job);
                json(samples::job(card.ok_or(ErrorCode::NotFound)?))
            }
            (Method::Get, ["api", "resume"]) => json(self.resume(who?)),
            (Method::Put, ["api", "resume"]) => self.resume_save(who?, body(request)?),
            (Method::Get, ["api", "applications"]) => {
                who?;
                Ok(json!([]))
            }
            (method, ["api", "visibility", rest @ ..]) => self.visibility.route(who?, method, rest, request),
            (method, ["api", "favourites", rest @ ..]) => self.favourites(who?, method, rest),
            (method, ["api", "conversations", rest @ ..]) => {
                self.talks.route(who?, method, rest, request, told)
            }
            _ => Err(ErrorCode::NotFound.into()),
        }
    }

    fn code(&mut self, request: &CodeRequest) -> Result<Value> {
        self.policy_check(&request.policy_version)?;
        PhoneNumber::parse(request.phone.expose()).map_err(|_| ErrorCode::PhoneInvalid)?;
        json(CodeResponse { sent_to: "+86 138 **".to_owned(), expires_in_s: 300, retry_after_s: 60 })
    }

    fn sign_in(&mut self, request: &SignInRequest) -> Result<Value> {
        self.policy_check(&request.policy_version)?;
        let phone = PhoneNumber::parse(request.phone.expose()).map_err(|_| ErrorCode::PhoneInvalid)?;
        if request.code.expose() != CODE {
            return Err(ErrorCode::CodeWrong.into());
        }
        let (account, created) = self.account(phone.as_e164());
        json(SignInResponse { tokens: self.tokens(account.id), account, created })
    }

    fn policy_check(&self, version: &str) -> Result<()> {
        if version == self.policy { Ok(()) } else { Err(ErrorCode::PolicyVersionUnknown.into()) }
    }

    fn refresh(&mut self, request: &RefreshRequest) -> Result<Value> {
        let known = self.refresh.get_mut(request.refresh_token.expose());
        let Some((account, used)) = known else {
            let refused = Error::new(ErrorCode::SignedOut);
            let ended = self.ended.contains(request.refresh_token.expose());
            return Err(if ended { refused.detail(json!({ "ended": true })) } else { refused });
        };
        let account = *account;
        if std::mem::replace(used, true) {
            // A token used twice may be a stolen one: the session ends.
            self.end_sessions(account);
            return Err(ErrorCode::SignedOut.into());
        }
        json(self.tokens(account))
    }

    /// By title; round a cell by the distance from its centre.
    fn search(&self, request: &JobsSearchRequest) -> Result<Value> {
        let found = self.jobs.iter().filter(|card| card.title.contains(request.text.trim())).cloned();
        let mut jobs: Vec<JobCard> = match request.near_cell {
            None => found.collect(),
            Some(near) => found
                .filter_map(|card| {
                    let km = near.cell.centre().distance_km(position(card.point, card.place)?);
                    let within = km <= near.cell.centre_radius_km(f64::from(near.radius_km));
                    within.then_some(JobCard { distance_km: Some(km), ..card })
                })
                .collect(),
        };
        jobs.sort_by(|one, other| one.distance_km.partial_cmp(&other.distance_km).unwrap_or(Ordering::Equal));
        let total = u32::try_from(jobs.len()).unwrap_or(u32::MAX);
        let jobs = jobs.into_iter().skip(request.offset as usize).take(request.limit as usize).collect();
        json(JobsSearchResponse { jobs, total, facets: JobsFacets::default() })
    }

    fn favourites(&mut self, account: AccountId, method: Method, job: &[&str]) -> Result<Value> {
        let kept = self.favourites.entry(account).or_default();
        let [job] = job else {
            let card = |job: &JobId| self.jobs.iter().find(|card| card.id == *job);
            return json(kept.iter().filter_map(card).collect::<Vec<_>>());
        };
        let card = self.jobs.iter().find(|card| card.id.to_string() == **job).ok_or(ErrorCode::NotFound)?;
        match method {
            Method::Put if !kept.contains(&card.id) => kept.insert(0, card.id),
            Method::Delete => kept.retain(|known| *known != card.id),
            _ => {}
        }
        Ok(Value::Null)
    }

    fn resume_save(&mut self, account: AccountId, request: ResumeSaveRequest) -> Result<Value> {
        let known = self.resume(account);
        if known.version != request.base_version {
            return Err(Error::new(ErrorCode::ResumeConflict).detail(json!({ "version": known.version })));
        }
        self.resume_change(account, |content| *content = request.content);
        json(self.resume(account))
    }
}

pub(crate) fn json(answer: impl Serialize) -> Result<Value> {
    serde_json::to_value(answer).map_err(|error| Error::with_message(ErrorCode::Internal, error.to_string()))
}

pub(crate) fn body<T: DeserializeOwned>(request: &ApiRequest) -> Result<T> {
    serde_json::from_value(request.body.clone().unwrap_or_default())
        .map_err(|error| Error::with_message(ErrorCode::InvalidRequest, error.to_string()))
}
