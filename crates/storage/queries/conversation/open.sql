insert into conversation
    (id, job_id, company_id, seeker_id, last_seq, seeker_read, company_read, closed, in_contact, seeker_name,
    created_at, updated_at)
values ($1, $2, (select company_id from job where id = $2), $3, 0, 0, 0, false, $5, $6, $4, $4)
