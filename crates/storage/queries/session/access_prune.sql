delete from session_token where session_id = $1 and not refresh and expires_at <= $2
