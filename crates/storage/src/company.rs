//! Companies.

use zhitu_domain::id::CompanyId;
use zhitu_domain::recruiter::CompanySize;
use zhitu_domain::time::Timestamp;

/// A company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Key.
    pub id: CompanyId,
    /// Name.
    pub name: String,
    /// Industry; may be empty.
    pub industry: String,
    /// How large, where known.
    pub size: Option<CompanySize>,
    /// Address; may be empty.
    pub address: String,
    /// In its own words; may be empty.
    pub introduction: String,
    /// Verified by the operator.
    pub verified: bool,
    /// Invented for the demo market.
    pub demo: bool,
}

/// A company where no more than its name is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyName {
    /// Key.
    pub id: CompanyId,
    /// Name.
    pub name: String,
    /// Invented for the demo market.
    pub demo: bool,
}

/// A name as two spellings of it are compared: without case and white space.
pub fn name_key(name: &str) -> String {
    name.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect()
}

operations! {
    /// A company.
    async fn company_get(&self, company: CompanyId) -> Option<Company>;
    /// The company of a name.
    async fn company_by_name(&self, name: &str) -> Option<Company>;
    /// Makes a company (its `verified` included; one of the demo market has the résumé search) unless one of its name is there; with `overwrite`, that one gets
    /// the new industry, size, address and introduction. Answers the key that holds.
    async fn company_put(&self, company: &Company, overwrite: bool, at: Timestamp) -> CompanyId;
    /// Registered, verified companies by a part of their name, shortest names first.
    async fn companies_find(&self, part: &str, limit: u32) -> Vec<CompanyName>;
    /// A registered company that has, or had, a name with this keyed hash.
    async fn company_by_key(&self, key_hash: &[u8]) -> Option<CompanyId>;
    /// Registered companies whose names have no keyed hash yet: of a database from before there were any.
    async fn companies_keyless(&self) -> Vec<(CompanyId, String)>;
    /// Adds the keyed hash of a company's name.
    async fn company_key_add(&self, company: CompanyId, key_hash: &[u8]) -> ();
    /// Sets whether a company has booked the résumé search, and records who did it; whether there is such a company.
    async fn company_entitle(&self, company: CompanyId, resume_search: bool, operator: &str, at: Timestamp) -> bool;
    /// Sets whether a company is verified and records who did it; whether there is such a company.
    async fn company_verify(&self, company: CompanyId, verified: bool, operator: &str, at: Timestamp) -> bool;
    /// How many open postings a company has.
    async fn company_open_jobs(&self, company: CompanyId) -> u32;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key() {
        assert_eq!(name_key(" Zhitu  Labs "), name_key("zhitulabs"));
        assert_ne!(name_key("职途一"), name_key("职途二"));
    }
}
