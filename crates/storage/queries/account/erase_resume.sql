update resume set version = version + 1, content = $2, updated_at = $3 where account_id = $1
