delete from favourite where account_id = $1 and job_id = $2
