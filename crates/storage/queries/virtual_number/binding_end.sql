update virtual_number_binding set ending = true, next_at = $2 where id = $1 and released_at is null
