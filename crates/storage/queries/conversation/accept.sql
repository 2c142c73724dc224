update conversation set closed = false, in_contact = true, seeker_read_shown = seeker_read
where job_id = $1 and seeker_id = $2 and (closed or not in_contact)
