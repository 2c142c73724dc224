update email_code set tries = tries + 1
where account_id = $1 and purpose = $2 and tries < $3 and expires_at > $4
returning email, email_key, code_hash
