select count(*) as live from introduction
where account_id = $1 and expires_at > $2 and openings < max_openings and revoked_at is null
