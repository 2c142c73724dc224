insert into virtual_number (id, account_id, company_id, created_at, closed) values ($1, $2, $3, $4, false)
on conflict do nothing
