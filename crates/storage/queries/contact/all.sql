select contact_request.id, contact_request.account_id, contact_request.company_id, contact_request.asked_by,
    contact_request.reason, contact_request.wanted, contact_request.asked_at, contact_request.state,
    resume.id as resume_id, company.name as company_name, company.demo as company_demo, recruiter.name as asker_name,
    recruiter.title as asker_title
from contact_request
join resume on resume.account_id = contact_request.account_id
left join company on company.id = contact_request.company_id
left join recruiter on recruiter.account_id = contact_request.asked_by
