update resume set version = version + 1, content = $3, birth_date = $4, updated_at = $5
where account_id = $1 and version = $2
returning id
