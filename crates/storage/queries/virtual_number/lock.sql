update virtual_number set closed = closed where id = $1 and not closed
