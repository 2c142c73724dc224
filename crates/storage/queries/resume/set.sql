update resume set version = version + 1, content = $3, updated_at = $4 where account_id = $1 and version = $2
returning id
