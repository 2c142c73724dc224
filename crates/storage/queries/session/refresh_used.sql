select session_id from session_token where hash = $1 and refresh and used_at is not null
