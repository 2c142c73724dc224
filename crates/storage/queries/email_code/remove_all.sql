delete from email_code where account_id = $1
