select id, device, created_at, last_used_at from session
where account_id = $1 and ended_at is null and last_used_at > $2
order by last_used_at desc, id
