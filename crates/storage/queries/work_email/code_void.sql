update work_email_code set expires_at = 0 where account_id = $1 and code_hash = $2
