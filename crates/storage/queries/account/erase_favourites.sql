delete from favourite where account_id = $1
