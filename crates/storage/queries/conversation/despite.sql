update conversation set closed = $3 where job_id = $1 and seeker_id = $2
