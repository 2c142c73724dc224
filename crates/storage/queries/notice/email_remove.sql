delete from notice_email where account_id = $1
