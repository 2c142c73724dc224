insert into application
    (id, job_id, account_id, company_id, snapshot, resume_version, stage, applied_at, stage_at, despite_block)
values ($1, $2, $3, (select company_id from job where id = $2), $4, $5, 'submitted', $6, $6, $7)
on conflict (job_id, account_id) do update set snapshot = excluded.snapshot,
    resume_version = excluded.resume_version, stage = excluded.stage, applied_at = excluded.applied_at,
    stage_at = excluded.stage_at, first_viewed_at = null, despite_block = excluded.despite_block,
    left_to_blocked = false
returning id, account_id, company_id
