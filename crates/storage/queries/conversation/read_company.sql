update conversation set company_read = case when $2 > last_seq then last_seq else $2 end
where id = $1 and company_read < case when $2 > last_seq then last_seq else $2 end
returning company_read as read, seeker_id, company_id
