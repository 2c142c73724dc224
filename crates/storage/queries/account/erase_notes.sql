delete from resume_note where account_id = $1
