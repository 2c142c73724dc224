insert into code_sent (phone_key, sent_at) values ($1, $2)
