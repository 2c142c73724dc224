delete from work_email_code where account_id = $1
