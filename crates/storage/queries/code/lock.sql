insert into sign_in_code (phone_key, code_hash, tries, expires_at) values ($1, null, 0, 0)
on conflict (phone_key) do update set tries = sign_in_code.tries
