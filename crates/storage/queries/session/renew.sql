update session set last_used_at = $2 where id = $1 and ended_at is null returning account_id
