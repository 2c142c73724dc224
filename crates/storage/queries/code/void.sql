update sign_in_code set code_hash = null where phone_key = $1
