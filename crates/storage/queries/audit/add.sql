insert into audit (seq, at, account_id, body, seal) values ($1, $2, $3, $4, $5)
