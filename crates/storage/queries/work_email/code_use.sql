delete from work_email_code where account_id = $1 and code_hash = $2
