select account_id from account_phone where phone_key = $1
