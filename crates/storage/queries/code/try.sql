update sign_in_code set tries = tries + 1
where phone_key = $1 and code_hash is not null and tries < $2 and expires_at > $3
returning code_hash
