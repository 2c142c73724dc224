insert into contact_request (id, account_id, company_id, asked_by, reason, wanted, asked_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8)
