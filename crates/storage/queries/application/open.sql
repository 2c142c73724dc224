update application set
    stage = case when stage = 'submitted' then 'viewed' else stage end,
    stage_at = case when stage = 'submitted' then $3 else stage_at end,
    first_viewed_at = coalesce(first_viewed_at, $3)
where id = $1 and company_id = $2 and stage <> 'withdrawn'
returning account_id, company_id, stage, first_viewed_at
