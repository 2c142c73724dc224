delete from work_email where account_id = $1 or email_key = $2
