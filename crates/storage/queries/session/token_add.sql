insert into session_token (hash, session_id, refresh, expires_at) values ($1, $2, $3, $4)
