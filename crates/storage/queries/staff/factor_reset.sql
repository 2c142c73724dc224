update staff_factor set tries = 0, locked_until = 0 where account_id = $1
