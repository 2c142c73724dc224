update work_email_code set tries = tries + 1 where account_id = $1 and tries < $2 and expires_at > $3
returning email, email_key, code_hash
