select account_id from relay where id = $1
