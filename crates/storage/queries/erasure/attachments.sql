select look.account_id, account.closed_at, look.at, recruiter.name as viewer_name, job.content ->> 'title' as job_title
from look
join account on account.id = look.account_id and account.closed_at is not null
join application on application.id = look.application_id
join job on job.id = application.job_id
left join recruiter on recruiter.account_id = look.viewer_id
where look.company_id = $1 and look.kind = 'attachment_downloaded'
order by look.at, look.id
