update virtual_number_binding set ending = true, released_at = null, next_at = $2 where id = $1
