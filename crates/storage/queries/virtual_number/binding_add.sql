insert into virtual_number_binding (id, virtual_number_id, account_id, company_id, recruiter_id, parties, asked_at,
    expires_at, ending, tries, next_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, false, 0, $9)
