//! Databases for a test or a try: made, spoilt and thrown away.

use crate::{Result, postgres, sqlite};
use sqlx::migrate::{Migration, Migrator};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use std::str::FromStr;

/// Makes an empty PostgreSQL database on the server that `address` names (with any database of it); answers its address.
pub async fn create(address: &str, name: &str) -> Result<String> {
    run(address, &format!("create database \"{}\"", name.replace('"', ""))).await?;
    let (server, _) = address.rsplit_once('/').ok_or(crate::Error::UnknownDatabase)?;
    Ok(format!("{server}/{name}"))
}

/// Deletes a PostgreSQL database, with whatever is still connected to it.
pub async fn delete(address: &str, name: &str) -> Result<()> {
    run(address, &format!("drop database \"{}\" with (force)", name.replace('"', ""))).await
}

/// From now on a table takes no new rows, as with a full disk: what must be written before something else is done
/// cannot be.
pub async fn refuse_inserts(url: &str, table: &str) -> Result<()> {
    let statements = if url.starts_with("sqlite:") {
        format!(
            "create trigger refuse_{table} before insert on {table} begin select raise(abort, 'refused'); end"
        )
    } else {
        format!(
            "create function refuse_{table}() returns trigger language plpgsql as \
             $$ begin raise exception 'refused'; end $$; \
             create trigger refuse_{table} before insert on {table} for each row execute function refuse_{table}()"
        )
    };
    run(url, &statements).await
}

/// The table takes rows again.
pub async fn allow_inserts(url: &str, table: &str) -> Result<()> {
    let statements = if url.starts_with("sqlite:") {
        format!("drop trigger refuse_{table}")
    } else {
        format!("drop trigger refuse_{table} on {table}; drop function refuse_{table}")
    };
    run(url, &statements).await
}

/// Brings the tables to the form that an earlier version of the program gave them, with the migrations up to `last`.
pub async fn migrate_to(url: &str, last: i64) -> Result<()> {
    let earlier = |all: Migrator| {
        let kept = all.iter().filter(|migration| migration.version <= last).cloned();
        Migrator::with_migrations(kept.collect::<Vec<Migration>>())
    };
    if url.starts_with("sqlite:") {
        earlier(sqlite::migrator()).run(&sqlite::pool(url).await?).await?;
    } else {
        earlier(postgres::migrator()).run(&postgres::pool(url).await?).await?;
    }
    Ok(())
}

/// Runs statements of the caller's own. What stands in them cannot be a parameter, so they are the test's and nobody
/// else's.
pub async fn run(url: &str, statements: &str) -> Result<()> {
    let sql = AssertSqlSafe(statements.to_owned());
    if url.starts_with("sqlite:") {
        let mut connection = sqlx::sqlite::SqliteConnectOptions::from_str(url)?.connect().await?;
        sqlx::raw_sql(sql).execute(&mut connection).await?;
        connection.close().await?;
    } else {
        let mut connection = sqlx::postgres::PgConnectOptions::from_str(url)?.connect().await?;
        sqlx::raw_sql(sql).execute(&mut connection).await?;
        connection.close().await?;
    }
    Ok(())
}
