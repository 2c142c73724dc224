delete from session_token where session_id in (
    select id from session where coalesce(ended_at, last_used_at) < $1
)
