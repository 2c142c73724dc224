delete from staff where account_id = $1
