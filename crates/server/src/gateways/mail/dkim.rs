//! DKIM (RFC 6376): what goes out under the operator's domain is signed, so that mail servers believe the domain.

use super::MailError;
use crate::config::DkimConfig;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail_auth::common::crypto::{Ed25519Key, RsaKey, Sha256};
use mail_auth::common::headers::HeaderWriter;
use mail_auth::dkim::{Canonicalization, DkimSigner, Done};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use std::path::PathBuf;

/// The headers that are signed, when they are there; those that must not be added later are named once more.
const HEADERS: &[&str] = &[
    "From",
    "From",
    "Sender",
    "To",
    "To",
    "Cc",
    "Reply-To",
    "Reply-To",
    "Subject",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DkimError {
    /// The file cannot be read, or holds no private key in PEM.
    #[error("{0} does not hold a private key in PEM")]
    File(PathBuf),
    /// The key is of another kind, or its RSA is shorter than 2,048 bits.
    #[error("{0} holds neither an RSA key of 2,048 to 8,192 bits nor an Ed25519 key")]
    Kind(PathBuf),
}

enum Signer {
    Rsa(Box<DkimSigner<RsaKey<Sha256>, Done>>),
    Ed25519(Box<DkimSigner<Ed25519Key, Done>>),
}

/// The key of the operator's domain.
pub struct Dkim {
    signer: Signer,
    /// What the domain's record says.
    record: String,
    selector: String,
    domain: String,
}

impl Dkim {
    /// Reads the key that the settings name.
    pub fn read(domain: &str, config: &DkimConfig) -> Result<Self, DkimError> {
        let unread = || DkimError::File(config.key_file.clone());
        let other = || DkimError::Kind(config.key_file.clone());
        let pem = std::fs::read(&config.key_file).map_err(|_| unread())?;
        let key = PrivateKeyDer::from_pem_slice(&pem).map_err(|_| unread())?;
        let (signer, record) = if let Ok(rsa) = RsaKey::<Sha256>::from_key_der(key.clone_key()) {
            let public = STANDARD.encode(subject_public_key_info(&rsa.public_key()));
            let signer = DkimSigner::from_key(rsa)
                .domain(domain)
                .selector(&config.selector)
                .headers(HEADERS.iter().copied())
                .header_canonicalization(Canonicalization::Relaxed)
                .body_canonicalization(Canonicalization::Relaxed);
            (Signer::Rsa(Box::new(signer)), format!("v=DKIM1; k=rsa; p={public}"))
        } else {
            let ed25519 =
                Ed25519Key::from_pkcs8_maybe_unchecked_der(key.secret_der()).map_err(|_| other())?;
            let public = STANDARD.encode(ed25519.public_key());
            let signer = DkimSigner::from_key(ed25519)
                .domain(domain)
                .selector(&config.selector)
                .headers(HEADERS.iter().copied())
                .header_canonicalization(Canonicalization::Relaxed)
                .body_canonicalization(Canonicalization::Relaxed);
            (Signer::Ed25519(Box::new(signer)), format!("v=DKIM1; k=ed25519; p={public}"))
        };
        Ok(Self { signer, record, selector: config.selector.clone(), domain: domain.to_owned() })
    }

    /// The header that signs a message, with its line's end.
    pub fn header(&self, message: &[u8]) -> Result<String, MailError> {
        let signed = match &self.signer {
            Signer::Rsa(signer) => signer.sign(message),
            Signer::Ed25519(signer) => signer.sign(message),
        };
        signed.map(|signature| signature.to_header()).map_err(|error| MailError::Form(error.to_string()))
    }

    /// The record that the domain's zone needs, as a zone file has it: strings of at most 255 bytes.
    pub fn zone(&self) -> String {
        let strings = self.record.as_bytes().chunks(255).map(String::from_utf8_lossy);
        let quoted: Vec<String> = strings.map(|string| format!("\"{string}\"")).collect();
        format!("{}._domainkey.{}. IN TXT ( {} )", self.selector, self.domain, quoted.join(" "))
    }
}

/// An RSA key in the form that mail servers expect (RFC 5280), out of the bare one (RFC 8017).
fn subject_public_key_info(key: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: &[u8] =
        &[0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00];
    let mut bits = vec![0];
    bits.extend_from_slice(key);
    let mut inner = RSA_ENCRYPTION.to_vec();
    inner.extend(tagged(0x03, &bits));
    tagged(0x30, &inner)
}

/// A value with its tag and length (DER).
fn tagged(tag: u8, value: &[u8]) -> Vec<u8> {
    let length: Vec<u8> = value.len().to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    let mut tagged = vec![tag];
    match length.as_slice() {
        [] => tagged.push(0),
        [short @ 0..=0x7F] => tagged.push(*short),
        long => {
            // A usize has at most eight bytes.
            tagged.push(0x80 | u8::try_from(long.len()).unwrap_or(8));
            tagged.extend_from_slice(long);
        }
    }
    tagged.extend_from_slice(value);
    tagged
}
