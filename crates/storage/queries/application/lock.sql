update application set stage = stage
where id = $1 and company_id = $2 and stage <> 'withdrawn'
returning account_id
