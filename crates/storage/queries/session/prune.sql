delete from session where coalesce(ended_at, last_used_at) < $1
