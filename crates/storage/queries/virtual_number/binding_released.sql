update virtual_number_binding set released_at = $3, number = null where id = $1 and next_at = $2
