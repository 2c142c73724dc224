update application set stage = 'withdrawn', snapshot = null, stage_at = $3
where id = $1 and account_id = $2 and stage <> 'withdrawn'
returning account_id, company_id, job_id, despite_block
