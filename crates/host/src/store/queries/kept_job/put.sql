-- A posting that was opened before stays as it was then.
insert into kept_job (
    job, seen_at, open, title, title_folded, company, company_folded, lat, lon, card, posting
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (job) do update set
    seen_at = excluded.seen_at, open = excluded.open,
    title = excluded.title, title_folded = excluded.title_folded,
    company = excluded.company, company_folded = excluded.company_folded,
    lat = excluded.lat, lon = excluded.lon,
    card = excluded.card, posting = coalesce(excluded.posting, kept_job.posting)
