update application set left_to_blocked = true where id = $1 and account_id = $2 and stage <> 'withdrawn'
