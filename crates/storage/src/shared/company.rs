use super::virtual_number::{Party, recheck};
use super::{Columns, Row, Store, Transaction, word};
use crate::Result;
use crate::company::{Company, CompanyName, name_key};
use zhitu_domain::id::CompanyId;
use zhitu_domain::time::Timestamp;

/// Reads the columns of `company` under the names that joined statements give them.
pub(super) fn joined_company(row: &Row) -> Result<Company> {
    Ok(Company {
        id: CompanyId(row.id("company_id")?),
        name: row.text("company_name")?,
        industry: row.text("company_industry")?,
        size: row.word_opt("company_size")?,
        address: row.text("company_address")?,
        introduction: row.text("company_introduction")?,
        verified: row.flag("company_verified")?,
        demo: row.flag("company_demo")?,
    })
}

/// The name of a joined company, where there is one.
pub(super) fn joined_name(row: &Row) -> Result<Option<CompanyName>> {
    let Some(id) = row.id_opt("company_id")? else { return Ok(None) };
    Ok(Some(CompanyName {
        id: CompanyId(id),
        name: row.text("company_name")?,
        demo: row.flag("company_demo")?,
    }))
}

fn found(row: &Row) -> Result<CompanyName> {
    Ok(CompanyName { id: CompanyId(row.id("id")?), name: row.text("name")?, demo: row.flag("demo")? })
}

fn named(row: &Row) -> Result<(CompanyId, String)> {
    Ok((CompanyId(row.id("id")?), row.text("name")?))
}

/// Makes or changes a company within a transaction.
pub(super) async fn put(
    transaction: &mut Transaction,
    company: &Company,
    overwrite: bool,
    at: Timestamp,
) -> Result<CompanyId> {
    let statement = if overwrite { sql!("company/put") } else { sql!("company/add") };
    sqlx::query(statement)
        .bind(company.id.0)
        .bind(&company.name)
        .bind(name_key(&company.name))
        .bind(&company.industry)
        .bind(company.size.as_ref().map(word).transpose()?)
        .bind(&company.address)
        .bind(&company.introduction)
        .bind(company.verified)
        .bind(company.demo)
        .bind(at.0)
        .execute(&mut **transaction)
        .await?;
    let row = sqlx::query(sql!("company/by_name"))
        .bind(name_key(&company.name))
        .fetch_one(&mut **transaction)
        .await?;
    Ok(CompanyId(row.id("company_id")?))
}

impl Store {
    pub(crate) async fn company_get(&self, company: CompanyId) -> Result<Option<Company>> {
        let row = sqlx::query(sql!("company/get")).bind(company.0).fetch_optional(&self.pool).await?;
        row.as_ref().map(joined_company).transpose()
    }

    pub(crate) async fn company_by_name(&self, name: &str) -> Result<Option<Company>> {
        let row =
            sqlx::query(sql!("company/by_name")).bind(name_key(name)).fetch_optional(&self.pool).await?;
        row.as_ref().map(joined_company).transpose()
    }

    pub(crate) async fn company_put(
        &self,
        company: &Company,
        overwrite: bool,
        at: Timestamp,
    ) -> Result<CompanyId> {
        let mut transaction = self.write().await?;
        let id = put(&mut transaction, company, overwrite, at).await?;
        transaction.commit().await?;
        Ok(id)
    }

    pub(crate) async fn companies_find(&self, part: &str, limit: u32) -> Result<Vec<CompanyName>> {
        let mut pattern = "%".to_owned();
        for letter in name_key(part).chars() {
            if matches!(letter, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(letter);
        }
        pattern.push('%');
        let find = sqlx::query(sql!("company/find")).bind(pattern).bind(i64::from(limit));
        find.fetch_all(&self.pool).await?.iter().map(found).collect()
    }

    pub(crate) async fn company_by_key(&self, key_hash: &[u8]) -> Result<Option<CompanyId>> {
        let row = sqlx::query(sql!("company/by_key")).bind(key_hash).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(CompanyId(row.id("company_id")?))).transpose()
    }

    pub(crate) async fn companies_keyless(&self) -> Result<Vec<(CompanyId, String)>> {
        sqlx::query(sql!("company/keyless")).fetch_all(&self.pool).await?.iter().map(named).collect()
    }

    pub(crate) async fn company_key_add(&self, company: CompanyId, key_hash: &[u8]) -> Result<()> {
        sqlx::query(sql!("company/key_add")).bind(company.0).bind(key_hash).execute(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn company_entitle(
        &self,
        company: CompanyId,
        resume_search: bool,
        operator: &str,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let entitle = sqlx::query(sql!("company/entitle")).bind(company.0).bind(resume_search).bind(at.0);
        let found = entitle.execute(&mut *transaction).await?.rows_affected() > 0;
        if found {
            let subject = "resume_search";
            super::recruiter::log(&mut transaction, subject, company.0, resume_search, operator, at).await?;
            recheck(&mut transaction, Party::Company(company), at).await?;
        }
        transaction.commit().await?;
        Ok(found)
    }

    pub(crate) async fn company_verify(
        &self,
        company: CompanyId,
        verified: bool,
        operator: &str,
        at: Timestamp,
    ) -> Result<bool> {
        let mut transaction = self.write().await?;
        let found = sqlx::query(sql!("company/verify"))
            .bind(company.0)
            .bind(verified)
            .bind(at.0)
            .execute(&mut *transaction)
            .await?
            .rows_affected()
            > 0;
        if found {
            super::recruiter::log(&mut transaction, "company", company.0, verified, operator, at).await?;
            recheck(&mut transaction, Party::Company(company), at).await?;
        }
        transaction.commit().await?;
        Ok(found)
    }

    pub(crate) async fn company_open_jobs(&self, company: CompanyId) -> Result<u32> {
        sqlx::query(sql!("company/open_jobs")).bind(company.0).fetch_one(&self.pool).await?.count("open_jobs")
    }
}
