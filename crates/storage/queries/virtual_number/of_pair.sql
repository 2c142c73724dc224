select id, closed from virtual_number where account_id = $1 and company_id is not distinct from $2
