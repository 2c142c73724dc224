update staff_factor set last_step = $2, tries = 0, locked_until = 0 where account_id = $1 and last_step < $2
