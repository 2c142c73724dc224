update application set stage = $4, stage_at = $5
where id = $1 and company_id = $2 and stage = $3
returning account_id, company_id
