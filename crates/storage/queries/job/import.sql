insert into job (id, company_id, content, open, source, fingerprint, posted_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (source) do update set content = excluded.content, open = excluded.open,
    fingerprint = excluded.fingerprint, posted_at = excluded.posted_at, updated_at = excluded.updated_at
returning id
