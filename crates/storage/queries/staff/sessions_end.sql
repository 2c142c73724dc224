delete from staff_session where account_id = $1
