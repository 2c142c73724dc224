insert into conversation
    (id, job_id, company_id, seeker_id, last_seq, seeker_read, company_read, closed, created_at, updated_at)
values ($1, $2, (select company_id from job where id = $2), $3, 0, 0, 0, false, $4, $4)
on conflict (job_id, seeker_id) do nothing
