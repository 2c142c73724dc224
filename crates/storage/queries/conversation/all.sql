select conversation.id, conversation.job_id, conversation.company_id, conversation.seeker_id,
    conversation.last_seq, conversation.seeker_read, conversation.seeker_read_shown, conversation.company_read,
    conversation.closed, account.closed_at is not null as account_closed,
    conversation.updated_at, job.content ->> 'title' as job_title, company.name as company_name,
    company.demo as company_demo, company.resume_search as company_entitled, recruiter.name as recruiter_name,
    conversation.seeker_name, conversation.in_contact,
    message.id as last_id, message.side as last_side, message.text as last_text,
    message.sent_at as last_sent_at,
    (select count(*) from message unread where unread.conversation_id = conversation.id
        and unread.seq > conversation.seeker_read and unread.side = 'company') as seeker_unread,
    (select count(*) from message unread where unread.conversation_id = conversation.id
        and unread.seq > conversation.company_read and unread.side = 'seeker') as company_unread
from conversation
join account on account.id = conversation.seeker_id
left join job on job.id = conversation.job_id
left join company on company.id = conversation.company_id
left join recruiter on recruiter.account_id = job.recruiter_id
left join message on message.conversation_id = conversation.id and message.seq = conversation.last_seq
