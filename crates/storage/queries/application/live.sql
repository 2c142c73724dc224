select id from application where account_id = $1 and stage <> 'withdrawn' order by id
