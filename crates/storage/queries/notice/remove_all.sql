delete from notice where account_id = $1
