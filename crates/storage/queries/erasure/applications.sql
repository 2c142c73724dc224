select application.account_id, account.closed_at, application.applied_at, job.content ->> 'title' as job_title
from application
join account on account.id = application.account_id and account.closed_at is not null
join job on job.id = application.job_id
where application.company_id = $1
order by application.applied_at, application.id
