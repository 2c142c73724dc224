select id, stage from application where job_id = $1 and account_id = $2
