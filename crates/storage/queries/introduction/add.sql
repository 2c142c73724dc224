insert into introduction
    (id, account_id, token_hash, label, company_id, person_id, made_at, expires_at, max_openings, openings)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
