update virtual_number_binding set tries = tries + 1, next_at = $3 where id = $1 and next_at = $2 and released_at is null
