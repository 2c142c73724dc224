update staff_factor set
    tries = case when tries + 1 < $2 then tries + 1 else 0 end,
    locked_until = case when tries + 1 < $2 then locked_until else $3 end
where account_id = $1 and locked_until <= $4
returning sealed
