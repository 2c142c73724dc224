insert into favourite (account_id, job_id, created_at) values ($1, $2, $3)
on conflict (account_id, job_id) do nothing
