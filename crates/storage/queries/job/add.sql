insert into job (id, company_id, recruiter_id, content, open, posted_at, updated_at)
values ($1, $2, $3, $4, true, $5, $6)
on conflict (id) do nothing
