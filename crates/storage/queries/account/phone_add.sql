insert into account_phone (account_id, phone_key, phone) values ($1, $2, $3)
