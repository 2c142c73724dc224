select id as relay_id, account_id, company_id, used_at, closed from relay
where account_id = $1 and company_id is not distinct from $2
