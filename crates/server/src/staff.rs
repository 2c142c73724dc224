//! The second factor of the platform's staff, and their audit log.
//!
//! The factor is a time-based code (RFC 6238: SHA-1, six digits, 30 seconds, as authenticator apps take it). What codes
//! are made of lies sealed in the database, so that a copy of that alone makes none. A code is good once, for the session
//! that showed it, and for [`STEPPED_UP_S`].

use crate::app::App;
use crate::extract::StaffSignedIn;
use crate::failure::Failure;
use crate::ports::{Rng, RngError};
use crate::secret::SecretKey;
use totp_rs::{Builder, Totp, TotpError};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::staff::audit::{AuditBroken, AuditCheck, AuditEntry, AuditHead, Audited};
use zhitu_domain::staff::{StaffReason, StaffReasonError};
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_storage::audit::NewAudit;
use zhitu_storage::staff::{FactorTry, NewFactor, Proof, Tries};

/// Seconds for which a session counts as stepped up.
const STEPPED_UP_S: i64 = 15 * 60;
/// Wrong codes in a row until the factor is locked.
const MOST_TRIES: u32 = 5;
/// Seconds for which it is locked then.
const LOCKED_S: i64 = 15 * 60;
/// Recovery codes of a factor.
const RECOVERY_CODES: usize = 8;
/// Entries of the audit log read at once.
const PAGE: u32 = 500;

/// A new second factor, shown once.
#[derive(Debug)]
pub struct Enrolment {
    /// What an authenticator app reads: `otpauth://totp/…`.
    pub uri: String,
    /// Each in place of a code, once.
    pub recovery_codes: Vec<String>,
}

/// Gives an account of the staff a second factor in place of the one it had.
pub async fn enrol(
    store: &Store,
    secret: &SecretKey,
    rng: &dyn Rng,
    account: AccountId,
    operator: &str,
    at: Timestamp,
) -> anyhow::Result<Enrolment> {
    let mut bytes = [0; 20];
    rng.fill(&mut bytes)?;
    let codes = codes_of(bytes, account)?;
    let recovery_codes = (0..RECOVERY_CODES).map(|_| recovery_code(rng)).collect::<Result<Vec<_>, _>>()?;
    let hashes: Vec<[u8; 32]> = recovery_codes.iter().map(|code| secret.recovery(account, code)).collect();
    let sealed = secret.seal(account, &bytes, rng)?;
    let new = NewFactor { account, sealed: &sealed, recovery: &hashes, operator, at };
    store.staff_factor_put(new).await?;
    Ok(Enrolment { uri: codes.to_url()?, recovery_codes })
}

/// Shows a code in a session; until when it counts.
pub async fn step_up(app: &App, staff: StaffSignedIn, code: &str) -> Result<Timestamp, Failure> {
    let (account, now) = (staff.0.account, app.now());
    let tries = Tries { most: MOST_TRIES, locked_until: now.plus_seconds(LOCKED_S), now };
    let sealed = match app.store.staff_factor_try(account, tries).await? {
        FactorTry::Counted { sealed } => sealed,
        FactorTry::Locked { until } => {
            let wait = until.seconds_since(now).max(1);
            let detail = serde_json::json!({ "retry_after_s": wait });
            return Err(Error::new(ErrorCode::SecondFactorLocked).detail(detail).into());
        }
        FactorTry::Missing => return Err(required(false)),
    };
    let opened =
        app.secret.open(account, &sealed).ok_or_else(|| Failure::internal(&"a seal does not open"))?;
    let codes = codes_of(opened, account).map_err(|error| Failure::internal(&error))?;
    let code: String = code.chars().filter(|character| !matches!(character, ' ' | '-')).collect();
    let recovery;
    let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
    let proof = if let Some(step) = codes.check(&code, seconds) {
        Proof::Step(step)
    } else {
        recovery = app.secret.recovery(account, &code.to_ascii_uppercase());
        Proof::Recovery(&recovery)
    };
    let until = now.plus_seconds(STEPPED_UP_S);
    if app.store.staff_factor_use(account, proof, staff.0.session, until).await? {
        Ok(until)
    } else {
        Err(ErrorCode::SecondFactorWrong.into())
    }
}

/// Fails unless the session has shown a second factor that still counts; until when it does.
pub async fn require_stepped_up(app: &App, staff: StaffSignedIn) -> Result<Timestamp, Failure> {
    match stepped_up_until(app, staff.0.account, staff.0.session).await? {
        Some(until) => Ok(until),
        None => Err(required(app.store.staff_has_factor(staff.0.account).await?)),
    }
}

async fn stepped_up_until(
    app: &App,
    account: AccountId,
    session: SessionId,
) -> zhitu_storage::Result<Option<Timestamp>> {
    let until = app.store.staff_session_until(account, session).await?;
    Ok(until.filter(|until| *until > app.now()))
}

/// Whether a session is one of the staff's that has shown a second factor which still counts.
pub async fn is_at_desk(app: &App, account: AccountId, session: SessionId) -> zhitu_storage::Result<bool> {
    Ok(app.store.is_staff(account).await? && stepped_up_until(app, account, session).await?.is_some())
}

fn required(enrolled: bool) -> Failure {
    let detail = serde_json::json!({ "enrolled": enrolled });
    Error::new(ErrorCode::SecondFactorRequired).detail(detail).into()
}

/// The reason, if it says enough.
pub fn reason(given: &StaffReason) -> Result<StaffReason, Failure> {
    given.checked().map_err(|error| {
        let (field, problem) = match error {
            StaffReasonError::Text => ("reason.text", "out_of_range"),
            StaffReasonError::CaseNumber => ("reason.case_number", "too_long"),
        };
        Error::field(field, problem).into()
    })
}

/// Writes what staff are about to do into the audit log. Whoever reads something comes here first, and reads nothing
/// when this fails.
pub async fn audit(app: &App, account: AccountId, what: &Audited) -> Result<(), Failure> {
    let body = serde_json::to_string(what).map_err(|error| Failure::internal(&error))?;
    let seal = |text: &str| app.secret.audit(text);
    app.store.audit_add(NewAudit { at: app.now(), account, body: &body, seal: &seal }).await?;
    Ok(())
}

/// What reading the audit log found.
pub struct AuditRead {
    /// All entries that are there, oldest first.
    pub entries: Vec<AuditEntry>,
    /// Where it ends by its own account.
    pub head: AuditHead,
    /// Whether it is what was written.
    pub holds: Result<(), AuditBroken>,
}

/// Reads the whole audit log, and checks it.
pub async fn read_audit(store: &Store, secret: &SecretKey) -> anyhow::Result<AuditRead> {
    let mut read = AuditRead { entries: Vec::new(), head: store.audit_head().await?, holds: Ok(()) };
    let mut check = AuditCheck::default();
    loop {
        let after = read.entries.last().map_or(0, |entry| entry.seq);
        let page = store.audit_list(after, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            // What was added since the head was read is of the next reading.
            if entry.seq > read.head.seq && read.holds.is_ok() {
                read.holds = check.end(&read.head);
                return Ok(read);
            }
            if read.holds.is_ok() {
                read.holds = check.entry(&entry, |text| secret.audit(text));
            }
            read.entries.push(entry);
        }
    }
    read.holds = read.holds.and_then(|()| check.end(&read.head));
    Ok(read)
}

fn codes_of(secret: [u8; 20], account: AccountId) -> Result<Totp, TotpError> {
    // The name is what the authenticator app lists. A phone number would be the person's own to give away.
    let name = account.0.simple().to_string();
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some("Zhitu"))
        .with_account_name(format!("staff-{}", &name[name.len() - 6..]))
        .build()
}

/// Ten letters and digits, without those that are mistaken for one another: some 49 bits.
fn recovery_code(rng: &dyn Rng) -> Result<String, RngError> {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut bytes = [0; 10];
    rng.fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_codes_are_the_published_ones() {
        // RFC 6238, appendix B, SHA-1, the last six of its eight digits.
        let codes = codes_of(*b"12345678901234567890", AccountId(Uuid::nil())).unwrap();
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(codes.check(code, seconds), Some(seconds / 30));
        }
        assert_eq!(codes.check("287083", 59), None);
        assert_eq!(codes.check("287082", 59 + 61), None, "two steps late");
    }
}
