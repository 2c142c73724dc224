insert into company_key (company_id, key_hash) values ($1, $2) on conflict do nothing
