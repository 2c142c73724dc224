insert into company
    (id, name, name_key, industry, size, address, introduction, verified, demo, resume_search, created_at,
    updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10)
on conflict (name_key) do update set industry = excluded.industry, size = excluded.size,
    address = excluded.address, introduction = excluded.introduction, updated_at = excluded.updated_at
