select resume_note.recruiter_id, resume_note.text, resume_note.at, recruiter.name, recruiter.title
from resume_note join recruiter on recruiter.account_id = resume_note.recruiter_id
where resume_note.account_id = (select account_id from resume where id = $1) and resume_note.company_id = $2
order by resume_note.at desc
