update email_code set expires_at = 0 where account_id = $1 and purpose = $2 and code_hash = $3
