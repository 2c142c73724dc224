delete from work_email where account_id = $1
