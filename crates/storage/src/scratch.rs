//! PostgreSQL databases for a test or a try, made and thrown away.

use crate::Result;

/// Makes an empty database on the server that `address` names (with any database of it); answers its address.
pub async fn create(address: &str, name: &str) -> Result<String> {
    statement(address, &format!("create database \"{}\"", name.replace('"', ""))).await?;
    let (server, _) = address.rsplit_once('/').ok_or(crate::Error::UnknownDatabase)?;
    Ok(format!("{server}/{name}"))
}

/// Deletes a database, with whatever is still connected to it.
pub async fn delete(address: &str, name: &str) -> Result<()> {
    statement(address, &format!("drop database \"{}\" with (force)", name.replace('"', ""))).await
}

async fn statement(address: &str, statement: &str) -> Result<()> {
    let pool = sqlx::PgPool::connect(address).await?;
    // The name stands in the statement itself, since it cannot be a parameter; quoted, and without quotes of its own.
    sqlx::query(sqlx::AssertSqlSafe(statement.to_owned())).execute(&pool).await?;
    pool.close().await;
    Ok(())
}
