update virtual_number_binding set next_at = $3, tries = $4 where id = $1 and next_at = $2
