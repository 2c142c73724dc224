select download.id, download.mark, look.kind, look.at, look.account_id, look.company_id, company.name as company_name,
    look.viewer_id, recruiter.name as viewer_name, recruiter.title as viewer_title, look.application_id,
    resume.id as resume_id
from download join look on look.id = download.look_id
left join company on company.id = look.company_id
left join recruiter on recruiter.account_id = look.viewer_id
left join resume on resume.account_id = look.account_id
