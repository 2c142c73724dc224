delete from block where account_id = $1
