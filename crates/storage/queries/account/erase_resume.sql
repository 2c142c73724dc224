update resume set version = version + 1, content = $2, birth_date = null, updated_at = $3 where account_id = $1
