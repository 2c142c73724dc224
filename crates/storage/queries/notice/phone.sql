select phone from account_phone where account_id = $1
