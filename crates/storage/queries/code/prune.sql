delete from sign_in_code where expires_at < $1
