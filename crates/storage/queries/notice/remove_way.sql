delete from notice where account_id = $1 and way = $2
