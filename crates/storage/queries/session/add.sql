insert into session (id, account_id, device, created_at, last_used_at) values ($1, $2, $3, $4, $4)
