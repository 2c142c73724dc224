update outgoing set refused = 1 where id = $1
