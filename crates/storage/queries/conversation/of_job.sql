select id from conversation where job_id = $1 and seeker_id = $2
