select count(*) as open_jobs from job where company_id = $1 and open
