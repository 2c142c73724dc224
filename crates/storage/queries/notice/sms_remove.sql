delete from notice_sms where account_id = $1
