select count(*) as held from attachment where account_id = $1
