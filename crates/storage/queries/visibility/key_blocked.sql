select exists (select 1 from block where account_id = $1 and key_hash = $2) as blocked
