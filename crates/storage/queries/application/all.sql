select application.id, application.account_id, application.snapshot, application.resume_version,
    application.despite_block, application.left_to_blocked, application.stage, application.applied_at, application.stage_at, application.first_viewed_at,
    conversation.id as conversation_id,
    application_attachment.name as attachment_name, application_attachment.size as attachment_size,
    application_attachment.pages as attachment_pages, application_attachment.contact as attachment_contact,
    job.id as job_id, job.recruiter_id as job_recruiter_id, poster.name as job_contact,
    job.content as job_content, job.open as job_open, job.source as job_source,
    job.posted_at as job_posted_at, job.updated_at as job_updated_at,
    company.id as company_id, company.name as company_name, company.industry as company_industry,
    company.size as company_size, company.address as company_address,
    company.introduction as company_introduction, company.verified as company_verified,
    company.demo as company_demo
from application
join job on job.id = application.job_id
join company on company.id = job.company_id
left join recruiter poster on poster.account_id = job.recruiter_id
left join conversation on conversation.job_id = application.job_id
    and conversation.seeker_id = application.account_id
left join application_attachment on application_attachment.application_id = application.id
    and application_attachment.content is not null
