insert into block (id, account_id, company_id, key_hash, origin, created_at) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
