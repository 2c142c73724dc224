select account_id from work_email where email_key = $1
