select id from conversation where company_id is not distinct from $1 and seeker_id = (select account_id from resume where id = $2)
order by updated_at desc, id desc limit 1
