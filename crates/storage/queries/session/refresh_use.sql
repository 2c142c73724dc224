update session_token set used_at = $2
where hash = $1 and refresh and used_at is null and expires_at > $2
returning session_id
