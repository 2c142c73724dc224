select locked_until from staff_factor where account_id = $1
