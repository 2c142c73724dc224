insert into relay (id, account_id, company_id, created_at, used_at, closed) values ($1, $2, $3, $4, $4, false)
on conflict do nothing
