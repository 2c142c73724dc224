use super::{Columns, Store, recruiter};
use crate::Result;
use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;

impl Store {
    pub(crate) async fn is_staff(&self, account: AccountId) -> Result<bool> {
        sqlx::query(sql!("staff/get")).bind(account.0).fetch_one(&self.pool).await?.flag("staff")
    }

    pub(crate) async fn staff_set(
        &self,
        account: AccountId,
        staff: bool,
        operator: &str,
        at: Timestamp,
    ) -> Result<()> {
        let mut transaction = self.write().await?;
        if staff {
            let add = sqlx::query(sql!("staff/add")).bind(account.0).bind(at.0);
            add.execute(&mut *transaction).await?;
        } else {
            sqlx::query(sql!("staff/remove")).bind(account.0).execute(&mut *transaction).await?;
        }
        recruiter::log(&mut transaction, "staff", account.0, staff, operator, at).await?;
        Ok(transaction.commit().await?)
    }
}
