delete from attachment where account_id = $1
