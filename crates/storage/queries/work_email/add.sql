insert into work_email (account_id, email, email_key, confirmed_at) values ($1, $2, $3, $4)
