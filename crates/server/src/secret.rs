//! Keyed hashes and tokens. What is secret is compared in constant time and never stored as it is.

use crate::gateways::signature::SigningSecret;
use crate::ports::{Rng, RngError};
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zhitu_contract::auth::Sensitive;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::block::CompanyKey;
use zhitu_domain::id::{AccountId, CompanyId, ErasureId, IntroductionId, RelayId};
use zhitu_domain::mark::MarkKey;
use zhitu_domain::notice::NoticeKind;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

/// Bytes of a nonce, which stands before what it sealed.
const NONCE: usize = 12;

/// The server's own key, under which numbers and codes are hashed: a copy of the database alone opens neither.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SecretKey(<redacted>)")
    }
}

impl SecretKey {
    /// Takes 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The hash under which a phone number is found.
    pub fn phone(&self, phone: &PhoneNumber) -> [u8; 32] {
        self.hash(b"phone", &[phone.as_e164().as_bytes()])
    }

    /// The hash of a sign-in code for a number.
    pub fn code(&self, phone_key: &[u8], code: &str) -> [u8; 32] {
        self.hash(b"code", &[phone_key, code.as_bytes()])
    }

    /// The hash under which a work e-mail address is found.
    pub fn email(&self, email: &EmailAddress) -> [u8; 32] {
        self.hash(b"email", &[email.folded().as_bytes()])
    }

    /// What stands for a message's key within one channel: it tells nothing, and is the same each time.
    pub fn relayed_id(&self, relay: RelayId, message_id: &str) -> [u8; 32] {
        self.hash(b"relayed id", &[relay.0.as_bytes(), message_id.as_bytes()])
    }

    /// Equal for the same mail handed in twice.
    pub fn relayed(&self, sender: &str, recipient: &str, message: &[u8]) -> [u8; 32] {
        self.hash(b"relayed", &[sender.as_bytes(), recipient.as_bytes(), message])
    }

    /// Equal for the same two numbers on the same sides.
    pub fn parties(&self, seeker: &PhoneNumber, recruiter: &PhoneNumber) -> [u8; 32] {
        self.hash(b"parties", &[seeker.as_e164().as_bytes(), recruiter.as_e164().as_bytes()])
    }

    /// The hash under which a company is on block lists.
    pub fn company(&self, key: &CompanyKey) -> [u8; 32] {
        self.hash(b"company", &[key.as_bytes()])
    }

    /// The same of a registered name. One that has no key, being too short, is hashed as it is: it is then the same
    /// company only as itself.
    pub fn company_name(&self, name: &str) -> [u8; 32] {
        CompanyKey::of(name)
            .map_or_else(|| self.hash(b"company name", &[name.as_bytes()]), |key| self.company(&key))
    }

    /// The token of an introduction link. Made of the key each time, so that who made the link can be given it again
    /// while the database has its hash only.
    pub fn introduction(&self, link: IntroductionId) -> Sensitive {
        Sensitive::new(URL_SAFE_NO_PAD.encode(self.hash(b"introduction", &[link.0.as_bytes()])))
    }

    /// The secret that notices to a webhook are signed with. Made of the key each time, so that the database has none.
    pub fn webhook(&self, webhook: Uuid) -> SigningSecret {
        Sensitive::new(URL_SAFE_NO_PAD.encode(self.hash(b"webhook", &[webhook.as_bytes()]))).into()
    }

    /// What a notice is known by to whoever gets it: the same at every try, and telling nothing.
    pub fn notice(&self, seq: i64, at: Timestamp) -> String {
        hex(&self.hash(b"notice", &[&seq.to_be_bytes(), &at.0.to_be_bytes()])[..16])
    }

    /// The key of a mail to a company's mailbox, and of the copy in it: the same at every try, and another for each recruiter
    /// in whose name it goes.
    pub fn application_mail(&self, seq: i64, at: Timestamp, set_by: AccountId) -> Uuid {
        self.uuid(b"application mail", &[&seq.to_be_bytes(), &at.0.to_be_bytes(), set_by.0.as_bytes()])
    }

    /// What proves that a link to unsubscribe was mailed to this address for this account.
    pub fn unsubscribe(&self, account: AccountId, kind: NoticeKind, email: &EmailAddress) -> [u8; 32] {
        let kind = [kind as u8];
        self.hash(b"unsubscribe", &[account.0.as_bytes(), &kind, email.folded().as_bytes()])
    }

    /// The key of the marks in downloads. With another key none of those that are out can be read any more.
    pub fn marks(&self) -> MarkKey {
        MarkKey::new(self.hash(b"marks", &[]))
    }

    /// The key of what a company is to delete of a closed account: nobody can tell the account by it, and two companies
    /// have different ones of the same.
    pub fn erasure(&self, account: AccountId, company: CompanyId) -> ErasureId {
        ErasureId(self.uuid(b"erasure", &[account.0.as_bytes(), company.0.as_bytes()]))
    }

    /// The hash of a recovery code of an account.
    pub fn recovery(&self, account: AccountId, code: &str) -> [u8; 32] {
        self.hash(b"recovery", &[account.0.as_bytes(), code.as_bytes()])
    }

    /// The seal of an entry of the audit log.
    pub fn audit(&self, text: &str) -> String {
        hex(&self.hash(b"audit", &[text.as_bytes()]))
    }

    /// Seals 20 bytes that only this key opens again, and only as the same account's: AES-256-GCM.
    pub fn seal(&self, account: AccountId, secret: &[u8; 20], rng: &dyn Rng) -> Result<Vec<u8>, RngError> {
        let mut nonce = [0; NONCE];
        rng.fill(&mut nonce)?;
        let payload = Payload { msg: secret, aad: account.0.as_bytes() };
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), payload);
        // Refused is only what is longer than 64 GiB.
        Ok([nonce.as_slice(), &sealed.unwrap_or_default()].concat())
    }

    /// What was sealed; `None` when it is not what this key sealed for this account.
    pub fn open(&self, account: AccountId, sealed: &[u8]) -> Option<[u8; 20]> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: account.0.as_bytes() };
        self.cipher().decrypt(&Nonce::from(*nonce), payload).ok()?.try_into().ok()
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.hash(b"seal", &[]).into())
    }

    /// HMAC-SHA256 over the purpose and the parts, each with its length before it.
    /// The beginning of a hash as a key.
    fn uuid(&self, purpose: &[u8], parts: &[&[u8]]) -> Uuid {
        let hash = self.hash(purpose, parts);
        let (bytes, _) = hash.split_first_chunk().unwrap_or((&[0; 16], &[]));
        uuid::Builder::from_custom_bytes(*bytes).into_uuid()
    }

    fn hash(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = keyed(&self.0);
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// HMAC-SHA256 under a key of any length.
pub fn keyed(key: &[u8]) -> Hmac<Sha256> {
    // A key longer than a block is hashed first, as HMAC itself demands; so no length is refused.
    let mut block = [0; 32];
    if key.len() <= 32 {
        block[..key.len()].copy_from_slice(key);
    } else {
        block = Sha256::digest(key).into();
    }
    Hmac::<Sha256>::new(&{
        let mut padded = hmac::digest::Key::<Hmac<Sha256>>::default();
        padded[..32].copy_from_slice(&block);
        padded
    })
}

/// A new opaque token of 256 bits.
pub fn new_token(rng: &dyn Rng) -> Result<Sensitive, RngError> {
    let mut bytes = [0; 32];
    rng.fill(&mut bytes)?;
    Ok(Sensitive::new(URL_SAFE_NO_PAD.encode(bytes)))
}

/// The hash under which a token is stored. It has 256 bits of its own, so it needs no key.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A new code of six digits, each equally likely.
pub fn new_code(rng: &dyn Rng) -> Result<Sensitive, RngError> {
    // The largest multiple of a million below 2^32: what lies above would favour small codes.
    const FAIR: u32 = 4_294_000_000;
    loop {
        let mut bytes = [0; 4];
        rng.fill(&mut bytes)?;
        let number = u32::from_be_bytes(bytes);
        if number < FAIR {
            return Ok(Sensitive::new(format!("{:06}", number % 1_000_000)));
        }
    }
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Whether two hashes are equal, in a time that does not depend on where they differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let key = SecretKey::new([7; 32]);
        assert_ne!(key.code(b"a", "bc"), key.code(b"ab", "c"));
        assert_eq!(key.code(b"a", "bc"), key.code(b"a", "bc"));
        assert_ne!(key.code(b"a", "bc"), SecretKey::new([8; 32]).code(b"a", "bc"));
    }

    #[test]
    fn the_mac_is_the_published_one() {
        // RFC 4231, test case 2.
        let mut mac = keyed(b"Jefe");
        mac.update(b"what do ya want for nothing?");
        assert_eq!(
            hex(&mac.finalize().into_bytes()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn a_seal_is_opened_by_its_key_for_its_account_alone() {
        let rng = crate::ports::SystemRng;
        let (key, account) = (SecretKey::new([7; 32]), AccountId(Uuid::from_u128(1)));
        let sealed = key.seal(account, &[5; 20], &rng).unwrap();
        assert_eq!(key.open(account, &sealed), Some([5; 20]));
        assert!(!sealed.windows(20).any(|window| window == [5; 20]));
        assert_ne!(sealed, key.seal(account, &[5; 20], &rng).unwrap());
        assert_eq!(SecretKey::new([8; 32]).open(account, &sealed), None);
        assert_eq!(key.open(AccountId(Uuid::from_u128(2)), &sealed), None);
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert_eq!(key.open(account, &other), None);
            assert_eq!(key.open(account, &sealed[..at]), None);
        }
    }

    #[test]
    fn a_key_does_not_show_itself() {
        assert_eq!(format!("{:?}", SecretKey::new([9; 32])), "SecretKey(<redacted>)");
    }
}
