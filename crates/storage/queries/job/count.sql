select count(*) as jobs, count(*) filter (where open) as open_jobs from job
