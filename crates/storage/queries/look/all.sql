select look.id, look.account_id, look.kind, look.reason, look.at, look.company_id, company.name as company_name, company.demo as company_demo,
    recruiter.name as viewer_name, recruiter.title as viewer_title, job.content ->> 'title' as job_title,
    introduction.label as introduction_label
from look
left join company on company.id = look.company_id
left join recruiter on recruiter.account_id = look.viewer_id
left join application on application.id = look.application_id
left join job on job.id = application.job_id
left join introduction on introduction.id = look.introduction_id
