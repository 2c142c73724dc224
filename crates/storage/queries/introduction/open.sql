update introduction set openings = $4, person_id = $5
where id = $1 and openings = $2 and person_id is not distinct from $3 and revoked_at is null
