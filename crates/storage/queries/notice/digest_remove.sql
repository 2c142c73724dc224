delete from notice_digest where account_id = $1
