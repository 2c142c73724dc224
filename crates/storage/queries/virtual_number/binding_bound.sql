update virtual_number_binding set number = $2, next_at = $3, tries = 0
where id = $1 and not ending and released_at is null
