delete from notice_webhook where account_id = $1
