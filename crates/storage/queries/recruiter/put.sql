insert into recruiter
    (account_id, company_id, name, title, person_verified, employment_verified, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $7)
on conflict (account_id) do update set company_id = excluded.company_id, name = excluded.name,
    title = excluded.title, person_verified = excluded.person_verified,
    employment_verified = excluded.employment_verified, updated_at = excluded.updated_at
