delete from notice_choice where account_id = $1
