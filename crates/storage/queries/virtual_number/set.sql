update virtual_number set closed = $3 where id = $1 and account_id = $2
