update sign_in_code set code_hash = $2, tries = 0, expires_at = $3 where phone_key = $1
