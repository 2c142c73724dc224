delete from resume_note
where account_id = (select account_id from resume where id = $1) and recruiter_id = $2 and company_id = $3
