select sent_at, sent_count, window_at from email_code where account_id = $1 and purpose = $2
