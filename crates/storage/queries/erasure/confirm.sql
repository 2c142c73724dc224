insert into erasure (account_id, company_id, confirmed_by, confirmed_at) values ($1, $2, $3, $4)
on conflict (account_id, company_id) do nothing
