use crate::resume::is_email;

/// An e-mail address that mail can be sent to. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

/// The text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct EmailAddressError;

impl EmailAddress {
    /// Reads an address as it was typed, up to 254 characters, by the rule of the résumé's field.
    pub fn parse(text: &str) -> Result<Self, EmailAddressError> {
        let text = text.trim();
        if is_email(text) { Ok(Self(text.to_owned())) } else { Err(EmailAddressError) }
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `@`, in small letters.
    pub fn domain(&self) -> String {
        self.0.rsplit('@').next().unwrap_or_default().to_lowercase()
    }

    /// For comparing: in small letters. RFC 5321 leaves the local part to its domain, and no domain that people have
    /// tells capitals apart.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("EmailAddress(<redacted>)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_compared_without_case_and_does_not_show_itself() {
        let address = EmailAddress::parse(" An.Yu@Example.ORG ").unwrap();
        assert_eq!(address.folded(), "an.yu@example.org");
        assert_eq!(address.domain(), "example.org");
        assert_eq!(format!("{address:?}"), "EmailAddress(<redacted>)");
        for bad in
            ["", "an", "an@", "@example.org", "a b@example.org", "an@example.org\r\nBcc: x@example.org"]
        {
            assert_eq!(EmailAddress::parse(bad), Err(EmailAddressError), "{bad}");
        }
    }
}
